"""Importing: what becomes of the event files, and of what stood in them before."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest

from tests.import_example import ACCEPTED, LETTER, MET, events_in, write_lines, write_project
from timeline import pipeline, selection, store
from timeline.errors import EventFileError, UsageError
from timeline.exports import make
from timeline.importing import bring_in
from timeline.merge import digest, is_persons
from timeline.model import Citation, Event, Record

BEGAN = {
    "source": "port",
    "title": "Work on the quay began",
    "when": "2014-04",
    "quote": "Work on the quay began in April 2014",
}

WROTE = {
    "source": "letter",
    "title": "A letter",
    "when": "2014-05",
    "quote": "The clerk wrote to the board in May 2014",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The project's sources, without a language model."""
    monkeypatch.setattr(pipeline, "_parser", lambda language: None)
    return write_project(tmp_path)


def lines(folder: Path, *given: object) -> Path:
    """A file of JSON Lines beside the sources."""
    return write_lines(folder.parent / "found.jsonl", *given)  # type: ignore[arg-type]


def test_a_line_becomes_a_proposal_and_never_a_persons(folder: Path) -> None:
    """Whatever the line says of its status; what found it is named."""
    brought = bring_in(lines(folder, {**MET, "status": "accepted"}), folder)
    (event,) = events_in(folder)

    assert [e for _, e in brought.added] == [event]
    assert (event.status, event.proposed_by) == ("proposed", "found.jsonl")
    assert event.citations == (Citation(1, MET["quote"], "3 March 2014"),)
    assert not is_persons(event)
    assert event.digest == digest(event)
    assert (folder / ".events.schema.json").exists()


def test_importing_twice_changes_nothing(folder: Path) -> None:
    """Not a byte, whatever became of the event meanwhile."""
    path = lines(folder, MET, BEGAN)
    bring_in(path, folder)
    file = folder / "port.events.yml"
    edited = file.read_text("utf-8").replace("status: proposed", "status: rejected", 1)
    file.write_text(edited.replace("chose a builder", "took a builder"), "utf-8")
    before = file.read_bytes()
    again = bring_in(path, folder)

    assert (again.added, len(again.there)) == ((), 2)
    assert file.read_bytes() == before


def test_extracting_keeps_what_was_imported(folder: Path) -> None:
    """Although the program finds no such event; and it isn't told as lost."""
    bring_in(lines(folder, {**BEGAN, "title": "An odd title"}), folder)
    (outcome,) = pipeline.update([folder / "port.md"])
    kept = [e for e in events_in(folder) if e.proposed_by]

    assert [e.title for e in kept] == ["An odd title"]
    assert outcome.report is not None
    assert outcome.report.lost == ()


def test_what_the_program_found_is_not_proposed_again(folder: Path) -> None:
    """The same words, the same day, a like title."""
    list(pipeline.update([folder / "port.md"]))
    mine = next(e for e in events_in(folder) if e.when == "2014-04")
    brought = bring_in(lines(folder, {**BEGAN, "title": mine.title.upper()}), folder)

    assert brought.added == ()
    assert [e.title for _, e in brought.there] == [mine.title.upper()]


def test_events_stand_where_their_words_do(folder: Path) -> None:
    """In the order of the text, and what a person wrote keeps its bytes."""
    last = Event("0000000f", "2016", "A ship moors", citations=(Citation(3, "moor there in 2016"),))
    text = store.compose(Record("port", "by hand", (last,)), stored=None)
    (folder / "port.events.yml").write_text(text.replace("title:", "title:  # mine\n   "), "utf-8")
    bring_in(lines(folder, BEGAN, MET), folder)
    after = (folder / "port.events.yml").read_text("utf-8")

    assert [e.when for e in events_in(folder)] == ["2014-03-03", "2014-04", "2016"]
    assert "title:  # mine\n" in after


def test_a_refusal_keeps_nothing_else_back(folder: Path) -> None:
    """It is told with its line; the other lines are taken."""
    brought = bring_in(lines(folder, {**MET, "quote": "The moon is cheese"}, BEGAN), folder)
    (refusal,) = brought.refused

    assert (refusal.line, refusal.title) == (1, MET["title"])
    assert refusal.why == "its quote stands nowhere in port"
    assert [e.when for e in events_in(folder)] == ["2014-04"]


def test_an_event_file_that_cannot_be_read_stops_it_all(folder: Path) -> None:
    """Nothing is written, not even for other sources."""
    (folder / "port.events.yml").write_text("source: port\nevents: [\n", "utf-8")
    letter = {"source": "letter", "title": "A letter", "quote": "The clerk wrote to the board"}

    with pytest.raises(EventFileError, match=r"port\.events\.yml"):
        bring_in(lines(folder, letter, MET), folder)
    assert not (folder / "letter.events.yml").exists()


def test_a_dry_run_writes_nothing(folder: Path) -> None:
    """And says the same."""
    path = lines(folder, MET)
    would = bring_in(path, folder, dry_run=True)

    assert not (folder / "port.events.yml").exists()
    assert would == bring_in(path, folder)


def test_a_correction_of_the_source_is_followed(folder: Path) -> None:
    """As for any event; and importing the old words again adds no second one."""
    path = lines(folder, WROTE)
    bring_in(path, folder)
    (folder / "letter.md").write_text(
        LETTER.replace("wrote to the board", "wrote to the bord"), "utf-8"
    )
    list(pipeline.update([folder / "letter.md"]))
    again = bring_in(path, folder)

    assert again.added == ()
    assert (
        "bord" in next(e for e in events_in(folder, "letter") if e.proposed_by).citations[0].quote
    )


@pytest.mark.parametrize("name", ["json", "csv", "timelinejs"])
def test_what_was_exported_comes_back_as_proposals(folder: Path, name: str) -> None:
    """Into a project that has the sources and no events: the same events, but for the decision."""
    whole = _accepted(folder)
    suffix = "csv" if name == "csv" else "json"
    path = folder.parent / f"out.{suffix}"
    path.write_text(make(name, selection.load(folder)).text, "utf-8")
    (folder / "port.events.yml").unlink()
    brought = bring_in(path, folder, file_format=name)

    assert brought.refused == ()
    assert brought.unread == ()
    back = [
        dataclasses.replace(e, status="accepted", proposed_by=None, digest=None)
        for e in events_in(folder)
    ]
    assert back == sorted(whole, key=lambda e: e.citations[0].paragraph or 0)


@pytest.mark.parametrize("name", ["json", "csv", "timelinejs"])
def test_importing_ones_own_export_adds_nothing(folder: Path, name: str) -> None:
    """Everything is there already, events written by hand too."""
    _accepted(folder)
    before = (folder / "port.events.yml").read_bytes()
    path = folder.parent / ("out.csv" if name == "csv" else "out.json")
    path.write_text(make(name, selection.load(folder)).text, "utf-8")

    assert len(bring_in(path, folder, file_format=name).there) == 4
    assert (folder / "port.events.yml").read_bytes() == before


def test_a_file_that_is_none_is_told(folder: Path, tmp_path: Path) -> None:
    """By its name."""
    path = tmp_path / "latin.csv"
    path.write_bytes("title,quote\né,é\n".encode("latin-1"))

    with pytest.raises(UsageError, match=r"latin\.csv: is not UTF-8"):
        bring_in(path, folder)
    with pytest.raises(UsageError, match="can't be read"):
        bring_in(tmp_path / "nowhere.csv", folder)
    path.write_text(json.dumps(MET), "utf-8")
    odd = path.rename(tmp_path / "x.txt")
    with pytest.raises(UsageError, match="can't tell the format"):
        bring_in(odd, folder)


def _accepted(folder: Path) -> tuple[Event, ...]:
    """The four accepted events, written into their event file."""
    text = store.compose(Record("port", "by hand", ACCEPTED), stored=None)
    (folder / "port.events.yml").write_text(text, "utf-8")
    return ACCEPTED
