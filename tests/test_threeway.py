"""Two branches of an event file become one: nobody's decision is lost or chosen over another's."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from hypothesis import given

from tests.branches import branches
from timeline.merge import stamp
from timeline.model import Citation, Event, Record
from timeline.threeway import FIELDS, Merged, Pair, Version, merge

EVENT = stamp(
    Event(
        id="aa",
        when="2014-03",
        title="Ministers met in Geneva",
        citations=(Citation(1, "Ministers met in Geneva in March 2014", "March 2014"),),
    )
)
OTHER = dataclasses.replace(EVENT, id="bb")


def record(*events: Event, extractor: str = "cited-timeline 0.1") -> Record:
    return Record("talks", extractor, events)


def merged(base: Record, ours: Record, theirs: Record) -> Merged:
    found = merge(Version(base), Version(ours), Version(theirs))
    assert found is not None
    return found


def pair(base: Event | None, ours: Event | None, theirs: Event | None) -> Pair | None:
    """The merge of files with this one event, or none."""
    some = (record(*[event] if event else []) for event in (base, ours, theirs))
    return next(iter(merged(*some).pairs), None)


def by_hand(event: Event = EVENT, **fields: Any) -> Event:
    return dataclasses.replace(event, **fields)


def again(title: str = "Ministers met", **fields: Any) -> Event:
    """The event as a later run of the program wrote it."""
    return stamp(dataclasses.replace(EVENT, title=title, **fields))


ACCEPTED = by_hand(status="accepted")
REJECTED = by_hand(status="rejected")
NOTED = by_hand(note="ask the desk")


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "expected"),
    [
        (EVENT, ACCEPTED, EVENT, ACCEPTED),
        (EVENT, ACCEPTED, NOTED, by_hand(status="accepted", note="ask the desk")),
        (EVENT, ACCEPTED, again(), ACCEPTED),
        (EVENT, NOTED, again(), NOTED),
        (EVENT, ACCEPTED, None, ACCEPTED),
        (EVENT, NOTED, None, NOTED),
        (EVENT, EVENT, None, None),
        (EVENT, again(), None, again()),
        (ACCEPTED, ACCEPTED, None, None),
        (ACCEPTED, None, None, None),
        (None, EVENT, None, EVENT),
        (None, EVENT, ACCEPTED, ACCEPTED),
        (None, ACCEPTED, NOTED, by_hand(status="accepted", note="ask the desk")),
        (None, ACCEPTED, again(), ACCEPTED),
        (ACCEPTED, EVENT, by_hand(ACCEPTED, tags=("a",)), by_hand(tags=("a",))),
        (EVENT, again("A"), again("B"), again("B")),
        (
            ACCEPTED,
            by_hand(ACCEPTED, salience=0.4, note="a"),
            by_hand(ACCEPTED, salience=0.6),
            by_hand(ACCEPTED, salience=0.6, note="a"),
        ),
    ],
    ids=str,
)
def test_nobody_has_to_choose(
    base: Event | None, ours: Event | None, theirs: Event | None, expected: Event | None
) -> None:
    """One side's change stands; a person's stands over the program's; either way round."""
    for found in (pair(base, ours, theirs), pair(base, theirs, ours)):
        assert (found and found.ours) == expected
        assert found is None or found.settled


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "fields"),
    [
        (EVENT, ACCEPTED, REJECTED, ("status",)),
        (ACCEPTED, by_hand(status="proposed"), REJECTED, ("status",)),
        (EVENT, by_hand(when="2014"), by_hand(when="2014-03-02"), ("when",)),
        (EVENT, by_hand(ACCEPTED, title="A"), by_hand(NOTED, title="B"), ("title",)),
        (None, by_hand(title="A"), by_hand(title="B", status="accepted"), ("title",)),
        (ACCEPTED, by_hand(ACCEPTED, note="a"), None, ()),
    ],
    ids=str,
)
def test_a_person_has_to_choose(
    base: Event | None, ours: Event, theirs: Event | None, fields: tuple[str, ...]
) -> None:
    """The same field of one event, or an event that one side deleted and the other changed."""
    found = pair(base, ours, theirs)

    assert found is not None
    assert not found.settled
    assert found.open == fields


def test_what_is_not_in_question_is_in_both_versions() -> None:
    """Whichever title is chosen, the decision and the note stand."""
    found = pair(EVENT, by_hand(ACCEPTED, title="A"), by_hand(NOTED, title="B"))
    both = {"status": "accepted", "note": "ask the desk"}

    assert found == Pair(by_hand(title="A", **both), by_hand(title="B", **both))


@pytest.mark.parametrize("theirs", [record(), record(again())], ids=["removed", "refreshed"])
def test_a_comment_makes_an_event_a_persons(theirs: Record) -> None:
    """Although its fields are as the program wrote them."""
    kept = Version(record(EVENT), frozenset({"aa"}))
    for sides in ((kept, Version(theirs)), (Version(theirs), kept)):
        found = merge(Version(record(EVENT)), *sides)
        assert found is not None
        assert found.pairs == (Pair(EVENT, EVENT),)


def test_an_event_that_another_names_outlives_its_removal() -> None:
    """Our same_as leans on what their run found no more."""
    joined = by_hand(OTHER, same_as="aa", status="accepted")
    found = merged(record(EVENT, OTHER), record(EVENT, joined), record(OTHER))

    assert found.pairs == (Pair(EVENT, EVENT), Pair(joined, joined))


def test_new_events_stand_behind_the_one_before_them() -> None:
    """Both sides' new ones, and the order of the side that changed it."""
    a, b, c, d = (by_hand(id=name) for name in "abcd")
    found = merged(record(a, b), record(b, c, a), record(a, d, b))

    assert [p.id for p in found.pairs] == ["b", "c", "a", "d"]


def test_the_newer_extractor_names_the_file() -> None:
    """Two runs of two versions: no question for a person."""
    found = merged(record(), record(extractor="t 0.2"), record(extractor="t 0.3"))

    assert found.extractor == "t 0.3"


def test_files_of_two_sources_are_not_merged() -> None:
    """Somebody renamed a source on each side: no field-by-field guess."""
    one, other = (dataclasses.replace(record(EVENT), source=name) for name in ("one", "other"))

    assert merge(Version(record(EVENT)), Version(one), Version(other)) is None


def changed(base: Event | None, event: Event) -> dict[str, Any]:
    """The fields of an event that are not as they were, the program's own score apart."""
    values = {f: getattr(event, f) for f in FIELDS if f != "salience"}
    return {f: value for f, value in values.items() if not base or value != getattr(base, f)}


@given(branches())
def test_no_act_of_a_person_is_lost(some: tuple[Record, Record, Record]) -> None:
    """What a side did to an event by hand stands in that side's version of the merge."""
    base, ours, theirs = map(Version, some)
    found = {p.id: p for p in merged(*some).pairs}
    for version, side in ((ours, "ours"), (theirs, "theirs")):
        for event_id, event in version.by_id.items():
            before = base.by_id.get(event_id)
            if event == before or (base.machines(before) and version.machines(event)):
                continue
            now = getattr(found[event_id], side)
            kept = {field: getattr(now, field) for field in changed(before, event)}
            if before is not None or event.digest is None:
                assert kept == changed(before, event)
            else:
                assert event.status in ("proposed", now.status)


@given(branches())
def test_only_what_both_changed_is_open(some: tuple[Record, Record, Record]) -> None:
    """No question where one side left the field alone."""
    base, ours, theirs = map(Version, some)
    for found in merged(*some).pairs:
        for name in found.open:
            before, one, other = (v.by_id.get(found.id) for v in (base, ours, theirs))
            values = [getattr(event, name) for event in (one, other)]
            assert values[0] != values[1]
            assert before is None or getattr(before, name) not in values


@given(branches())
def test_the_sides_can_be_swapped(some: tuple[Record, Record, Record]) -> None:
    """The same events and the same questions, up to their order."""
    base, ours, theirs = some
    one, other = merged(base, ours, theirs), merged(base, theirs, ours)
    swapped = {Pair(p.theirs, p.ours) for p in other.pairs}

    assert set(one.pairs) == swapped
    assert one.extractor == other.extractor


@given(branches())
def test_merging_again_changes_nothing(some: tuple[Record, Record, Record]) -> None:
    """A side that is already in the merge brings nothing new, and a file equals itself."""
    base, ours, theirs = some
    assert merged(base, ours, ours).record("ours") == ours
    first = merged(base, ours, theirs)
    if first.settled:
        done = first.record("ours")
        assert merged(base, done, theirs).record("ours") == done
        assert merged(theirs, done, theirs).record("ours") == done
