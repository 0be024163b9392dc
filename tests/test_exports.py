"""What holds for every format: what is shown, what never is; and nothing hangs on the clock."""

from __future__ import annotations

import dataclasses

import pytest

from tests.export_example import dated, evil, made, proposal
from tests.site_example import EXAMPLE
from timeline.errors import UsageError
from timeline.exports import FORMATS, make
from timeline.exports.facts import clean, date_words, evidence, permalink, place, told
from timeline.exports.model import ExportOptions
from timeline.model import Entry, Timeline

NAMES = [name for name in FORMATS if name != "schema"]
OF_EVENTS = [name for name in NAMES if name not in ("bibtex", "csl")]


@pytest.mark.parametrize("name", NAMES)
def test_proposals_notes_and_silent_sources_are_never_exported(name: str) -> None:
    """Not the note for reviewers, not the words of `publish: none`, nothing undecided."""
    entries = (*EXAMPLE.entries, Entry(proposal(), "bridge-closed"))
    text = made(name, dataclasses.replace(EXAMPLE, entries=entries)).text

    for word in ("NOTE-FOR-REVIEWERS", "SECRETWORD", "PROPOSED-TITLE"):
        assert word not in text


def test_a_quote_of_a_silent_source_is_not_exported() -> None:
    """Its title and paragraph are named; its words are not."""
    (entry,) = (e for e in EXAMPLE if e.source == "silent")
    (one,) = evidence(entry, EXAMPLE)

    assert (one.quote, one.said) == ("", "")
    assert place(one, "en") == "Minutes of the port board, 2013, paragraph 1"


@pytest.mark.parametrize("name", OF_EVENTS)
def test_every_event_is_there_or_listed(name: str) -> None:
    """Whatever its date."""
    timeline = dated()
    export = made(name, timeline)
    left = {one.entry.event.title for one in export.left_out}

    for entry in timeline:
        assert (entry.event.title in left) or (f"kind {entry.event.title} this" in export.text)
    assert all(one.why for one in export.left_out)


@pytest.mark.parametrize("name", NAMES)
def test_the_same_timeline_gives_the_same_text(name: str) -> None:
    """No clock, no chance; and nothing at all is no error."""
    assert made(name, EXAMPLE) == made(name, EXAMPLE)
    assert made(name, Timeline()).left_out == ()


@pytest.mark.parametrize("name", ["atom", "timelinejs", "chronology", "ics", "markdown"])
def test_no_control_character_is_left(name: str) -> None:
    """XML and browsers refuse them."""
    assert "\x0b" not in made(name, evil()).text


def test_an_unknown_format_is_told_with_the_known() -> None:
    """As a user types it."""
    with pytest.raises(UsageError, match="json, schema, csv"):
        make("docx", EXAMPLE)


def test_marks_stand_in_words_beside_the_title() -> None:
    """A format that has only a title must not state an allegation as a fact."""
    titles = [told(entry.event, "en") for entry in EXAMPLE]

    assert "Grey & Sons is warned (alleged)" in titles
    assert "Divers see cracks in the second pier (disputed)" in titles
    assert "The city closes the bridge" in titles


def test_a_permalink_needs_an_address() -> None:
    """With it, the anchor is the slug."""
    entry = EXAMPLE.entries[5]
    options = ExportOptions(url="https://a.example/t/")

    assert permalink(entry, options) == "https://a.example/t/#first-cracks"
    assert permalink(entry, ExportOptions()) is None


def test_words_are_cleaned_and_dates_capitalised() -> None:
    """One line, no halves of a character."""
    assert clean(" a\n\tb\x00\ud800 c ") == "a b c"
    assert date_words(EXAMPLE.entries[4].event, "en") == "Before 17 April 2014"
