"""From event files to a timeline: what is accepted, joined where it is the same, in order."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Any

from timeline.check import Folder, each_event, joined_root, read_folder
from timeline.errors import WhenError
from timeline.model import PUBLISHED_STATUSES, Citation, Entry, Event, Problem, Timeline
from timeline.when import When

Key = tuple[str, str]
"""An event's source name and its id."""


def load(folder: str | Path, *, proposed: bool = False) -> Timeline:
    """The timeline of a sources folder: accepted and disputed events, joined and sorted.

    With `proposed`, proposals stand among them, for a preview. Events whose quote can't be
    found or whose date is none are left out and listed in `problems`; so are unreadable files.
    """
    return assemble(read_folder(Path(folder)), proposed=proposed)


def assemble(folder: Folder, *, proposed: bool = False) -> Timeline:
    """The timeline of a folder that was read before; see `load`."""
    shown = PUBLISHED_STATUSES | ({"proposed"} if proposed else set())
    chosen: dict[Key, Event] = {}
    problems: list[Problem] = list(folder.problems)
    waiting = 0
    for name, file in folder.files.items():
        for event, faults in each_event(file, folder):
            waiting += event.status == "proposed"
            if event.status not in shown:
                continue
            if faults and event.status in PUBLISHED_STATUSES:
                problems += faults
            if not faults or (event.status == "proposed" and _dated(event)):
                chosen[name, event.id] = event
    entries = sorted(_joined(folder, chosen), key=_order(folder))
    return Timeline(
        entries=tuple(_with_own_anchors(entries)),
        documents=dict(folder.documents),
        waiting=waiting,
        problems=tuple(problems),
    )


def select(
    timeline: Timeline,
    *,
    tags: Collection[str] = (),
    who: Collection[str] = (),
    where: Collection[str] = (),
    sources: Collection[str] = (),
    kinds: Collection[str] = (),
    statuses: Collection[str] = (),
    start: str | None = None,
    end: str | None = None,
    limit: int | None = None,
) -> Timeline:
    """The entries that match every criterion given; one of its values is enough for each.

    Names and tags are compared without regard to case. `start` and `end` are EDTF; an event
    counts when any of its possible days lies between them. Raises WhenError.
    """
    span = _span(start, end)

    def matches(entry: Entry) -> bool:
        event = entry.event
        cited = {citation.source for citation in event.citations}
        wanted = (
            (tags, event.tags),
            (who, event.who),
            (where, event.where),
            (sources, tuple(name for name in cited if name)),
            (kinds, (event.kind,)),
            (statuses, (event.status,)),
        )
        if any(values and not _meet(values, has) for values, has in wanted):
            return False
        return span is None or bool(event.when and When.parse(event.when).overlaps(span))

    found = tuple(entry for entry in timeline.entries if matches(entry))
    return dataclasses.replace(timeline, entries=found if limit is None else found[:limit])


def _span(start: str | None, end: str | None) -> When | None:
    """The interval from the first day of `start` to the last of `end`, either end open."""
    if not start and not end:
        return None
    first = When.parse(start).earliest if start else None
    last = When.parse(end).latest if end else None
    if first and last and first > last:
        raise WhenError(f"{start} is after {end}", hint="swap from and to")
    return When.parse(f"{_day(first)}/{_day(last)}")


def _day(moment: tuple[int, ...] | None) -> str:
    if moment is None:
        return ".."
    year, month, day = moment[:3]
    digits = f"-{-year:04}" if year < 0 else f"{year:04}"
    return f"{digits}-{month:02}-{day:02}"


def _meet(values: Collection[str], has: Collection[str]) -> bool:
    return not {v.casefold() for v in values}.isdisjoint(v.casefold() for v in has)


def _dated(event: Event) -> bool:
    """Whether a proposal can be shown: a wrong date can't, none at all can."""
    try:
        return not event.when or bool(When.parse(event.when))
    except WhenError:
        return False


def _joined(folder: Folder, chosen: dict[Key, Event]) -> Iterator[Entry]:
    """One entry for each group of events that name each other by `same_as`."""
    groups: dict[Key, list[Key]] = defaultdict(list)
    for key in chosen:
        root = joined_root(folder, *key)
        groups[root if root in chosen and root is not None else key].append(key)
    for (name, event_id), members in groups.items():
        keys = [(name, event_id), *(key for key in members if key != (name, event_id))]
        citations = [c for key in keys for c in _cited(chosen[key], key[0])]
        event = dataclasses.replace(chosen[keys[0]], citations=tuple(dict.fromkeys(citations)))
        yield Entry(event, name, tuple(chosen[key] for key in keys[1:]))


def _cited(event: Event, source: str) -> Iterator[Citation]:
    for citation in event.citations:
        here = citation.source is None and citation.url is None
        yield dataclasses.replace(citation, source=source) if here else citation


def _order(folder: Folder) -> Callable[[Entry], Any]:
    """Sort key: time, then the order a person gave, then source and place in the text."""
    rank = {
        (name, event.id): i
        for name, file in folder.files.items()
        for i, event in enumerate(file.record.events)
    }

    def key(entry: Entry) -> tuple[object, ...]:
        event = entry.event
        order = event.order if event.order is not None else 1_000_000
        if not event.when:
            return (1, (), order, entry.source, rank[entry.source, event.id])
        when = When.parse(event.when)
        return (0, when.sort_key, order, entry.source, rank[entry.source, event.id])

    return key


def _with_own_anchors(entries: list[Entry]) -> Iterator[Entry]:
    """The entries, none with the permalink of another (one sentence in two sources)."""
    seen: set[str] = set()
    for entry in entries:
        if entry.anchor in seen:
            slug = f"{entry.event.id}-{entry.source}"
            entry = dataclasses.replace(entry, event=dataclasses.replace(entry.event, slug=slug))
        seen.add(entry.anchor)
        yield entry
