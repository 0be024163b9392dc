"""Two versions of an event file and the one both have grown from become one. Pure.

Event by event and field by field. The rules, in the order they are applied to each event:

1. Changed on one side only, or alike on both: that is what it is now.
2. What the program wrote yields to what a person did: a proposal that was found again or removed
   on one side, to a decision or an edit on the other.
3. Of two that only the program wrote, one stays; the next `timeline extract` renews it anyway.
4. Changed by people on both sides: each field takes the side that changed it. Where both did,
   and differently, the two versions stay apart, and a person has to choose.
5. A person's event that one side deleted and the other changed stays apart, too.

Nobody's decision is ever chosen over another's.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from timeline.merge import digest, is_persons
from timeline.model import Event, Record

FIELDS = tuple(f.name for f in dataclasses.fields(Event) if f.name not in ("id", "digest"))


@dataclass(frozen=True)
class Version:
    """One version of an event file. `held`: ids that are a person's for a reason not in fields.

    Those are the events whose block has a comment.
    """

    record: Record
    held: frozenset[str] = frozenset()
    by_id: Mapping[str, Event] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_id", {event.id: event for event in self.record.events})
        named = {e.same_as.rpartition("/")[2] for e in self.record.events if e.same_as}
        object.__setattr__(self, "held", self.held | named)

    def machines(self, event: Event | None) -> bool:
        """Whether the event, or its absence, is the program's doing as far as one can see."""
        return event is None or not is_persons(event, held=self.held)


@dataclass(frozen=True, slots=True)
class Pair:
    """One event after the merge, in our version and in theirs; alike unless a person must choose.

    None is an event that this side has deleted; never both.
    """

    ours: Event | None
    theirs: Event | None

    @property
    def id(self) -> str:
        """The event's id."""
        event = self.ours or self.theirs
        assert event is not None
        return event.id

    @property
    def settled(self) -> bool:
        """Whether nobody has to choose."""
        return self.ours == self.theirs

    @property
    def open(self) -> tuple[str, ...]:
        """The fields that both sides changed differently; none where one side deleted it."""
        if self.ours is None or self.theirs is None:
            return ()
        return tuple(f for f in FIELDS if getattr(self.ours, f) != getattr(self.theirs, f))


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge gave: the head of the file, and its events in order."""

    source: str
    extractor: str
    pairs: tuple[Pair, ...]

    @property
    def settled(self) -> bool:
        """Whether nobody has to choose."""
        return all(pair.settled for pair in self.pairs)

    def record(self, side: str) -> Record:
        """The record if `side` ("ours" or "theirs") were chosen everywhere."""
        events = [getattr(pair, side) for pair in self.pairs]
        return Record(self.source, self.extractor, tuple(e for e in events if e is not None))


def merge(base: Version, ours: Version, theirs: Version) -> Merged | None:
    """The merge of two versions; None where they belong to different sources.

    `base` has no events where there is no common version. Changing the sides changes nothing
    but the order of what both added.
    """
    one, other, before = ours.record, theirs.record, base.record
    source = _either(before.source, one.source, other.source)
    if source is None:
        return None
    extractor = _either(before.extractor, one.extractor, other.extractor)
    pairs = {}
    for event_id in {**ours.by_id, **theirs.by_id}:
        pair = _pair(event_id, base, ours, theirs)
        if pair is not None:
            pairs[event_id] = pair
    order = _order([list(v.by_id) for v in (base, ours, theirs)], pairs)
    newest = max(one.extractor, other.extractor) if extractor is None else extractor
    return Merged(source, newest, tuple(pairs[event_id] for event_id in order))


def _either(base: str, ours: str, theirs: str) -> str | None:
    """The value that one side changed, or both alike; None where they changed it differently."""
    if ours in (theirs, base):
        return theirs
    return ours if theirs == base else None


def _pair(event_id: str, base: Version, ours: Version, theirs: Version) -> Pair | None:
    old, one, other = (v.by_id.get(event_id) for v in (base, ours, theirs))
    sides = (ours, one), (theirs, other)
    # A comment, or another event's same_as, that is new on one side is an act on this one, too.
    left_alone = [e == old and event_id not in v.held - base.held for v, e in sides]
    if one == other or any(left_alone):
        now = other if left_alone[0] else one
        return None if now is None else Pair(now, now)
    was_machines = base.machines(old)
    if one is None or other is None:
        now = one or other
        return Pair(now, now) if was_machines else Pair(one, other)
    refreshed = [was_machines and v.machines(e) for v, e in sides]
    if all(refreshed):
        now = max(
            (ours.record.extractor, repr(one), one), (theirs.record.extractor, repr(other), other)
        )[2]
        return Pair(now, now)
    if any(refreshed):
        now = other if refreshed[0] else one
        return Pair(now, now)
    return _by_fields(old or _proposal(one, other), one, other)


def _proposal(one: Event, other: Event) -> Event | None:
    """What the program had written before people came to it, where one side still shows it."""
    for event in (one, other):
        if event.digest == digest(event) and one.digest == other.digest:
            return dataclasses.replace(event, status="proposed")
    return None


def _by_fields(old: Event | None, one: Event, other: Event) -> Pair:
    chosen: tuple[dict[str, object], dict[str, object]] = ({}, {})
    for name in FIELDS:
        mine, yours = getattr(one, name), getattr(other, name)
        before = getattr(old, name) if old else "proposed" if name == "status" else _NEVER
        if yours == before:
            yours = mine
        elif mine == before:
            mine = yours
        elif name == "salience":  # the program's own score, which decides nothing
            mine = yours = max((v for v in (mine, yours) if v is not None), default=None)
        chosen[0][name], chosen[1][name] = mine, yours
    pair = Pair(dataclasses.replace(one, **chosen[0]), dataclasses.replace(one, **chosen[1]))  # type: ignore[arg-type]
    return _stamped(pair, old, one, other)


_NEVER = object()


def _stamped(pair: Pair, old: Event | None, one: Event, other: Event) -> Pair:
    """The pair with one digest for both: what the program last wrote, as far as it is known."""
    marks = [one.digest, other.digest]
    if old is not None and old.digest in marks:
        marks.remove(old.digest)
    mark = None if None in marks else max(m for m in marks if m)
    ours, theirs = (dataclasses.replace(e, digest=mark) for e in (pair.ours, pair.theirs) if e)
    return Pair(ours, theirs)


def _order(ids: Sequence[Sequence[str]], kept: Collection[str]) -> list[str]:
    """The ids in the order of the side that changed it, each new one behind the one before it."""
    base, ours, theirs = ids
    common = set(base) & set(ours) & set(theirs)
    was, is_ours = ([i for i in some if i in common] for some in (base, ours))
    first, second = (theirs, ours) if is_ours == was else (ours, theirs)
    order = [event_id for event_id in first if event_id in kept]
    placed = set(order)
    before: str | None = None
    for event_id in second:
        if event_id in kept and event_id not in placed:
            order.insert(0 if before is None else order.index(before) + 1, event_id)
            placed.add(event_id)
        if event_id in placed:
            before = event_id
    return order
