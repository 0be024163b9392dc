"""`timeline.readers.text`: Markdown and plain text to a document."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from timeline.errors import SourceError
from timeline.model import Document, Paragraph, Source
from timeline.readers import text

FULL = """\
---
title: Talks fail
published: 2015-09-25
author: Anna Lind
publisher: Example News
url: https://example.org/talks
language: de
licence: CC0-1.0
retrieved: 2015-09-26
original: cutting in box 4
publish: full
---

One.

Two.
"""
GERMAN = (
    "Die Außenminister haben am Mittwoch in Minsk bis spät in die Nacht verhandelt, wie ein "
    "Sprecher mitteilte; über das Ergebnis wollte zunächst niemand etwas sagen."
)


def test_a_source_has_all_the_facts_of_its_front_matter() -> None:
    """Every key goes where it belongs, and the body is cut into paragraphs."""
    assert text.parse(FULL, name="talks") == Document(
        Source(
            "talks",
            "Talks fail",
            published="2015-09-25",
            author="Anna Lind",
            publisher="Example News",
            url="https://example.org/talks",
            language="de",
            licence="CC0-1.0",
            retrieved="2015-09-26",
            original="cutting in box 4",
            publish="full",
        ),
        (Paragraph(1, "One."), Paragraph(2, "Two.")),
    )


@pytest.mark.parametrize("change", [lambda t: "\ufeff" + t, lambda t: t.replace("\n", "\r\n")])
def test_a_byte_order_mark_and_windows_line_ends_change_nothing(
    change: Callable[[str], str], tmp_path: Path
) -> None:
    """A file saved by a Windows editor is the same document."""
    path = tmp_path / "talks.md"
    path.write_bytes(change(FULL).encode("utf-8"))
    assert text.read(path) == text.parse(FULL, name="talks")


@pytest.mark.parametrize(
    ("content", "name", "title"),
    [
        ("# From *the* heading\n\nOne.", "talks", "From *the* heading"),
        ("One.\n\n## Later heading\n\nTwo.", "talks", "Later heading"),
        ("One.\n\nTwo.", "obama-putin_new-york", "Obama putin new york"),
        ("---\npublished: 2014\n---\nOne.", "minsk", "Minsk"),
        ("One.", "---", "---"),
    ],
)
def test_a_missing_title_is_the_first_heading_or_the_name(
    content: str, name: str, title: str
) -> None:
    """A source always has a title to show."""
    assert text.parse(content, name=name).source.title == title


@pytest.mark.parametrize(
    ("content", "language"),
    [
        (GERMAN, "de"),
        ("---\nlanguage: fr\n---\n" + GERMAN, "fr"),
        ("Envoys met in Geneva on 1 March 2014.\n\n" * 6, "en"),  # not Nigerian Pidgin
        ("Kurz und gut.", "en"),
        ("# " + GERMAN, "en"),
    ],
)
def test_a_missing_language_is_recognised_where_there_is_enough_prose(
    content: str, language: str
) -> None:
    """What the front matter says is never overruled; a few words are no ground for a guess."""
    assert text.parse(content, name="x").source.language == language


def test_a_doubtful_beginning_is_read_further() -> None:
    """A list of names in front says little; the prose behind it decides."""
    names = ", ".join(["Anna Lind", "Pavel Novak", "Per Orr", "Ida Holm"] * 15)

    assert len(names) > 600
    assert text.parse(f"{names}\n\n{GERMAN * 8}", name="x").source.language == "de"


def test_publish_is_cited_unless_said_otherwise() -> None:
    """The cautious default."""
    assert text.parse("One.", name="x").source.publish == "cited"


@pytest.mark.parametrize(
    ("data", "what"),
    [(b"", "is empty"), (b" \n\r\n", "is empty"), (b"\xef\xbb\xbf", "is empty"),
     (b"a\0b", "looks like a binary file"), (b"---\n- a\n---\n", "no mapping")],
)  # fmt: skip
def test_a_file_that_is_no_text_names_itself(data: bytes, what: str, tmp_path: Path) -> None:
    """Path first, then what is wrong, then what to try."""
    path = tmp_path / "talks.md"
    path.write_bytes(data)
    with pytest.raises(SourceError) as caught:
        text.read(path)
    assert str(caught.value).startswith(str(path))
    assert what in caught.value.what
    assert caught.value.hint


def test_a_file_of_50_mb_is_refused_unread(tmp_path: Path) -> None:
    """The size is asked of the file system; the message says it, and the limit."""
    path = tmp_path / "talks.md"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(SourceError, match="too large: 50 MB, and the limit is 20 MB"):
        text.read(path)


def test_missing_files_folders_and_pipes_are_refused(tmp_path: Path) -> None:
    """A pipe would wait for ever."""
    os.mkfifo(tmp_path / "pipe.md")
    for path, what in (("no.md", "no such file"), (".", "is no file"), ("pipe.md", "is no file")):
        with pytest.raises(SourceError, match=what):
            text.read(tmp_path / path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_refused(tmp_path: Path) -> None:
    """Its error is ours."""
    path = tmp_path / "talks.md"
    path.write_text("One.")
    path.chmod(0)
    with pytest.raises(SourceError, match="can't be read"):
        text.read(path)


def test_the_encoding_can_be_told(tmp_path: Path) -> None:
    """`load` gives what `read` has no place for."""
    path = tmp_path / "talks.txt"
    path.write_bytes("“Nein”, sagte er.".encode("cp1252"))
    assert text.load(path) == ("“Nein”, sagte er.", "windows-1252")
