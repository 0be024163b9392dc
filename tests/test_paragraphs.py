"""`timeline.readers.paragraphs`: a body cut into numbered paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.readers.paragraphs import heading_text, paragraphs


def texts(body: str) -> list[str]:
    """The texts of a body's paragraphs."""
    return [paragraph.text for paragraph in paragraphs(body)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("One.\n\nTwo.\n", ["One.", "Two."]),
        ("One,\nstill one.\n\nTwo.", ["One, still one.", "Two."]),
        ("  One,\n\tstill one. \n \t\nTwo.", ["One, still one.", "Two."]),
        ("One.\r\n\r\nTwo.\r\n", ["One.", "Two."]),
        ("One.\rTwo.\r", ["One.", "Two."]),
        ("One.\n\n\n\nTwo.", ["One.", "Two."]),
        ("One.\nTwo.\nThree.", ["One.", "Two.", "Three."]),
        ("\n\nOne.\nTwo.\n\n", ["One.", "Two."]),
        ("One.\n\u200b\nTwo,\ntwo.", ["One.", "Two, two."]),
        ("", []),
        (" \n\n", []),
    ],
)
def test_blocks_between_blank_lines_else_lines(body: str, expected: list[str]) -> None:
    """Blank lines at the ends don't count; a line's own space doesn't either."""
    assert texts(body) == expected


def test_nothing_within_a_line_changes() -> None:
    """Quotes, dashes, no-break and double spaces, markup and comments stay as text."""
    line = "“So,”  he – *said* — at\u00a03 p.m.… <!-- a <b>note</b> --> \u2028{{ x }}"
    assert texts(f"{line}\n\nEnd.") == [line, "End."]


@given(st.text(alphabet="ab.# \n\r\t-=*\u00a0\u200b", max_size=60))
def test_numbers_start_at_1_without_gaps_and_no_word_is_lost(body: str) -> None:
    """Whatever the body, paragraphs are numbered in order and hold all its words in order."""
    found = paragraphs(body)
    assert [paragraph.number for paragraph in found] == list(range(1, len(found) + 1))
    assert all(p.text == p.text.strip() != "" for p in found)
    words = body.replace("\u200b", "").split()
    assert " ".join(texts(body)).replace("\u200b", "").split() == words


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("# Talks in Minsk\n\nText.", "Talks in Minsk"),
        ("### Talks in Minsk ###\n\nText.", "Talks in Minsk"),
        ("Talks in Minsk\n======\n\nText.", "Talks in Minsk"),
        ("Talks in Minsk\n---\n\nText.", "Talks in Minsk"),
        ("**Talks in Minsk**\n\nText.", "Talks in Minsk"),
        ("__Talks in Minsk__\n\nText.", "Talks in Minsk"),
        ("# Talks in Minsk\nText.\nMore.", "Talks in Minsk"),
        ("Talks in Minsk\n=====\nText.\nMore.", "Talks in Minsk"),
    ],
)
def test_marked_headings_are_headings(body: str, title: str) -> None:
    """ATX, underlined and bold-only lines, in both kinds of body."""
    first = paragraphs(body)[0]
    assert first.heading
    assert heading_text(first) == title


@pytest.mark.parametrize(
    "body",
    [
        "Talks in Minsk\n\nText.",
        "**They met on 3 May.**\n\nText.",
        "**Bold** and not\n\nText.",
        "**One** **two**\n\nText.",
        "#minsk was read by many.\n\nText.",
        "One.\n---\nTwo.",
        "# A heading\nand text in one block.\n\nText.",
        "Long " * 40 + "\n---\n\nText.",
    ],
)
def test_what_is_not_marked_as_one_is_no_heading(body: str) -> None:
    """A short line may be a sentence; a heading would lose its event."""
    assert not paragraphs(body)[0].heading


def test_boilerplate_keeps_its_number() -> None:
    """A mark for editors is counted, so that citations hold when it is read differently."""
    found = paragraphs("They met.\n\nEDITORS: BEGIN OPTIONAL TRIM\n\nThey parted.")
    assert [(p.number, p.boilerplate) for p in found] == [(1, False), (2, True), (3, False)]
