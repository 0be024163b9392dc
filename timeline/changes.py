"""What changed in a timeline between two states of its event files. Pure."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from timeline.errors import WhenError
from timeline.model import Citation, Event, Record
from timeline.when import When

SOURCE_CHANGES = ("source-added", "source-removed", "source-renamed", "source-text")
STATUS_CHANGES = ("accepted", "rejected", "disputed", "reopened")
_FIELDS = (
    *("when", "title", "kind", "who", "where", "tags", "summary", "note", "order"),
    *("not_same_as", "slug", "calendar", "image", "citations", "date_from"),
)
WHATS = (
    *SOURCE_CHANGES,
    *("added", "removed", *STATUS_CHANGES, "joined", "parted", *_FIELDS),
)
"""Everything that can be said to have changed, in the order in which it is told.

What only the program keeps for itself, an event's digest and salience, is no change.
"""

Value = str | int | tuple[str, ...] | tuple[Citation, ...] | None


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed, one of WHATS, from `before` to `after`.

    A field's change bears the field's name, and its two values. `title` and `when` are the
    event's now, or were when it was removed; all three are empty for a change to a source,
    whose `before` and `after` are names. A status has the status before and after. `other` is
    the title of the event that this one was joined to or taken apart from, if it is there.
    """

    source: str
    event: str
    what: str
    before: Value = None
    after: Value = None
    title: str = ""
    when: str = ""
    other: str = ""


def changes(
    before: Mapping[str, Record], after: Mapping[str, Record], *, corrected: Collection[str] = ()
) -> list[Change]:
    """The changes between two states, by source name, date and id.

    A record without events stands for a source that nobody has extracted yet. `corrected` are
    the names of sources whose text is another now. A source that was renamed is told as one.
    """
    renamed = _renamed(before, after)
    found: list[Change] = []
    for name in sorted({*before, *after} - {*renamed.values()}):
        old = before.get(renamed.get(name, name))
        new = after.get(name)
        if name in renamed:
            found.append(Change(name, "", "source-renamed", renamed[name], name))
        elif old is None:
            found.append(Change(name, "", "source-added", None, name))
        elif new is None:
            found.append(Change(name, "", "source-removed", name, None))
        if name in corrected and old is not None and new is not None:
            found.append(Change(name, "", "source-text"))
        events = (_with_other(change, before, after) for change in _events(name, old, new))
        found += sorted(events, key=_place)
    return found


def _with_other(
    change: Change, before: Mapping[str, Record], after: Mapping[str, Record]
) -> Change:
    if change.what not in ("joined", "parted"):
        return change
    owner, _, event_id = str(change.after or change.before).rpartition("/")
    for records in (after, before):
        for name in (owner,) if owner else (change.source, *records):
            for event in records[name].events if name in records else ():
                if event.id == event_id:
                    return dataclasses.replace(change, other=event.title)
    return change


def _renamed(before: Mapping[str, Record], after: Mapping[str, Record]) -> dict[str, str]:
    """New name -> old name of sources most of whose events have moved there together."""
    gone = {name: _ids(before[name]) for name in before if name not in after}
    come = {name: _ids(after[name]) for name in after if name not in before}
    options = sorted(
        (-len(ids & others), new, old)
        for old, ids in gone.items()
        for new, others in come.items()
        if 2 * len(ids & others) > max(len(ids), len(others))
    )
    found: dict[str, str] = {}
    for _, new, old in options:
        if new not in found and old not in found.values():
            found[new] = old
    return found


def _ids(record: Record) -> set[str]:
    return {event.id for event in record.events}


def _events(source: str, old: Record | None, new: Record | None) -> Iterator[Change]:
    was = {event.id: event for event in old.events} if old else {}
    now = {event.id: event for event in new.events} if new else {}
    for event_id in {**was, **now}:
        one, other = was.get(event_id), now.get(event_id)
        shown = other or one
        assert shown is not None
        for what, before, after in _between(one, other):
            yield Change(source, event_id, what, before, after, shown.title, shown.when)


def _between(old: Event | None, new: Event | None) -> Iterator[tuple[str, Any, Any]]:
    if new is None:
        yield "removed", None, None
        return
    if old is None:
        yield "added", None, None
        if new.status != "proposed":
            yield new.status, None, new.status
        if new.same_as:
            yield "joined", None, new.same_as
        return
    if new.status != old.status:
        yield ("reopened" if new.status == "proposed" else new.status), old.status, new.status
    if new.same_as != old.same_as:
        yield ("joined" if new.same_as else "parted"), old.same_as, new.same_as
    for name in _FIELDS:
        before, after = getattr(old, name), getattr(new, name)
        if (before or None) != (after or None):
            yield name, before, after


def _place(change: Change) -> tuple[Any, ...]:
    try:
        when: tuple[Any, ...] = (0, When.parse(change.when).sort_key)
    except WhenError:  # no date stands last, a wrong one too
        when = (1, ())
    return (*when, change.event, WHATS.index(change.what))


def plain(change: Change) -> dict[str, Any]:
    """A change as plain data, for JSON."""
    return {f.name: _plain(getattr(change, f.name)) for f in dataclasses.fields(change)}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return dataclasses.asdict(value) if isinstance(value, Citation) else value
