"""The journal: only added to, read by several processes, whole after a crash."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.errors import ProjectError
from timeline.review.journal import Change, Journal

CHANGE = Change("talks", "8c1f03aa", "- id: 8c1f03aa\n", "- id: 8c1f03aa\n  note: é\n")


def test_steps_come_back_as_they_were_written(tmp_path: Path) -> None:
    """By another process, too."""
    path = tmp_path / "new" / "journal.jsonl"
    written = Journal(path).add("Accepted", "Talks", [CHANGE], each=True)

    assert Journal(path).steps() == (written,)
    assert Journal(path).step(1) == written


def test_two_processes_number_their_steps_in_one_row(tmp_path: Path) -> None:
    """Each looks for what the other has added."""
    one, two = Journal(tmp_path / "j"), Journal(tmp_path / "j")
    for journal in (one, two, one, two):
        journal.add("Accepted", "Talks")

    assert [step.number for step in one.steps()] == [1, 2, 3, 4]


def test_the_last_step_is_the_newest_that_was_not_undone(tmp_path: Path) -> None:
    """Steps that undo are no steps to be undone."""
    journal = Journal(tmp_path / "j")
    for title in ("one", "two", "three"):
        journal.add("Accepted", title)
    journal.add("Undone", "three", undoes=3)
    journal.add("Undone", "two", undoes=2)

    last = journal.last()
    assert last is not None
    assert last.title == "one"


@pytest.mark.parametrize("scrap", [b'{"number": 9', b"\x00\xff", b"[]\n", b'{"changes": 1}\n'])
def test_scraps_of_a_crash_are_passed_over(tmp_path: Path, scrap: bytes) -> None:
    """The lines around them count."""
    path = tmp_path / "j"
    Journal(path).add("Accepted", "before")
    path.write_bytes(path.read_bytes() + scrap)
    Journal(path).add("Accepted", "after")

    assert [step.title for step in Journal(path).steps()] == ["before", "after"]


def test_a_journal_that_was_taken_away_is_empty(tmp_path: Path) -> None:
    """And a new one begins."""
    journal = Journal(tmp_path / "j")
    journal.add("Accepted", "one")
    journal.path.unlink()

    assert journal.steps() == ()
    assert journal.last() is None
    assert journal.add("Accepted", "two").number == 1


def test_where_it_cannot_be_written_it_says_so(tmp_path: Path) -> None:
    """With what it means: the decision itself is safe."""
    with pytest.raises(ProjectError, match="saved, but it can't be undone here"):
        Journal(tmp_path).add("Accepted", "Talks")
