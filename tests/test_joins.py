"""Joining, keeping apart, and taking both back, in the event files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from timeline import joins
from timeline.check import Folder, read_folder
from timeline.errors import UsageError
from timeline.link import Key, suggest
from timeline.merge import is_persons

Write = Callable[..., Path]

TEMPLATE = """\
source: {name}
extractor: cited-timeline 0.1
events:

- id: {id}
  when: '2014-03'
  title: The last such meeting took place
  status: {status}   # a person's
  citations:
  - paragraph: 2
    quote: The last such meeting took place in March 2014
    said: March 2014
"""
ONE, TWO, THREE = ("one", "8c1f03aa"), ("two", "91c0de7f"), ("three", "5e1ab903")


@pytest.fixture
def folder(project: Path, write: Write) -> Folder:
    for name, event_id in (ONE, TWO, THREE):
        write(f"{name}.md")
        text = TEMPLATE.format(name=name, id=event_id, status="accepted")
        write(f"{name}.events.yml", text)
    return read_folder(project / "sources")


def text(key: Key) -> str:
    return Path("sources", f"{key[0]}.events.yml").read_text("utf-8")


def again() -> Folder:
    return read_folder(Path("sources"))


def suggested() -> set[frozenset[Key]]:
    folder = again()
    found = suggest(joins.tellings(folder), folder.documents)
    return {frozenset((s.repeat.key, s.kept.key)) for s in found}


def test_a_join_is_one_line_and_its_undoing_leaves_no_trace(folder: Folder) -> None:
    """same_as goes into the first event; taken back, the file has its bytes again."""
    before = {key: text(key) for key in (ONE, TWO)}
    joins.accept(folder, ONE, TWO)

    assert text(ONE) == before[ONE].replace("person's\n", "person's\n  same_as: 91c0de7f\n")
    assert text(TWO) == before[TWO]

    joins.undo(again(), ONE)
    assert text(ONE) == before[ONE]


def test_what_is_joined_is_not_suggested(folder: Folder) -> None:
    """Three tellings need two answers, and after both none is left."""
    assert len(suggested()) == 2

    now = joins.accept(folder, ONE, TWO).folder
    assert len(suggested()) == 1

    joins.accept(now, THREE, ONE)
    assert suggested() == set()


def test_chains_lead_to_one_event(folder: Folder) -> None:
    """Who joins an event that repeats another joins that other."""
    now = joins.accept(folder, ONE, TWO).folder
    written = joins.accept(now, THREE, ONE)

    assert written.other == TWO
    assert "same_as: 91c0de7f" in text(THREE)


def test_two_groups_become_one(folder: Folder) -> None:
    """An event that repeats another keeps its line; the other gets the new one."""
    now = joins.accept(folder, ONE, TWO).folder
    written = joins.accept(now, ONE, THREE)

    assert (written.key, written.other, written.asked) == (TWO, THREE, (ONE, THREE))
    with pytest.raises(UsageError, match="joined already"):
        joins.accept(written.folder, TWO, ONE)


def test_a_declined_pair_does_not_come_back(folder: Folder) -> None:
    """not_same_as stands in the file; the third event may still be either of them."""
    joins.decline(folder, ONE, TWO)

    assert "  not_same_as: [91c0de7f]\n" in text(ONE)
    assert frozenset((ONE, TWO)) not in suggested()
    with pytest.raises(UsageError, match="were said to be two"):
        joins.accept(again(), TWO, ONE)


def test_declining_can_be_taken_back(folder: Folder) -> None:
    """--undo takes the answer out, and the question may be asked again."""
    before = text(ONE)
    now = joins.decline(folder, ONE, TWO).folder
    now = joins.decline(now, ONE, THREE).folder
    assert "  not_same_as: [91c0de7f, 5e1ab903]\n" in text(ONE)

    joins.undo(now, ONE)
    assert text(ONE) == before
    with pytest.raises(UsageError, match="nothing was said"):
        joins.undo(again(), ONE)


def test_declining_what_is_joined_is_refused(folder: Folder) -> None:
    """Two answers that contradict each other can't both be written."""
    now = joins.accept(folder, ONE, TWO).folder

    with pytest.raises(UsageError, match="--undo one/8c1f03aa"):
        joins.decline(now, ONE, TWO)


def test_rejected_events_are_not_joined(folder: Folder, write: Write) -> None:
    """What a person rejected is no telling of anything."""
    write("two.events.yml", text(TWO).replace("status: accepted", "status: rejected"))

    with pytest.raises(UsageError, match=r"two/91c0de7f is rejected.*\n.*timeline reopen"):
        joins.accept(again(), ONE, TWO)


def test_ids_that_two_files_share_are_named_with_their_source(folder: Folder, write: Write) -> None:
    """An id of one's own file comes first, so the other needs its source."""
    write("two.events.yml", text(TWO).replace("91c0de7f", "8c1f03aa"))
    joins.accept(again(), ONE, ("two", "8c1f03aa"))

    assert "  same_as: two/8c1f03aa\n" in text(ONE)


def test_dates_that_clash_are_told(folder: Folder, write: Write) -> None:
    """A person may join them; the answer says that check will speak of it."""
    write("two.events.yml", text(TWO).replace("'2014-03'", "'2014-05'"))

    assert joins.accept(again(), ONE, TWO).clash


def test_both_events_are_a_persons_then(folder: Folder) -> None:
    """The program leaves alone what a person joined, the named event included."""
    now = joins.accept(folder, ONE, TWO).folder
    named = {event.same_as for file in now.files.values() for event in file.record.events}

    assert is_persons(now.files["one"].by_id[ONE[1]])
    assert is_persons(now.files["two"].by_id[TWO[1]], held={name for name in named if name})
