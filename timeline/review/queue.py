"""Which events are looked through, and in which order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from timeline.check import Folder
from timeline.model import Event

STATUSES = ("proposed", "accepted", "disputed", "rejected")
ALL = "all"
Key = tuple[str, str]
"""An event's source name and its id."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What is looked through: a source or all, a status or all, from a salience on, dateless.

    `leading` begins with the events of most salience; otherwise they come as their articles tell
    them. Events without a salience come last then, and only where none is asked for.
    """

    source: str = ""
    status: str = "proposed"
    salience: float | None = None
    dateless: bool = False
    leading: bool = False

    def match(self, name: str, event: Event) -> bool:
        """Whether an event of this source is one of them."""
        if self.source and name != self.source:
            return False
        if self.status not in (ALL, event.status):
            return False
        if self.dateless and event.when:
            return False
        return (event.salience or 0.0) >= (self.salience or 0.0)

    def query(self) -> dict[str, str]:
        """The filters as the parameters of a link; what is usual is left out."""
        said = {"in": self.source, "show": "" if self.status == "proposed" else self.status}
        said["salience"] = "" if self.salience is None else f"{self.salience:g}"
        said["dateless"] = "1" if self.dateless else ""
        said["leading"] = "1" if self.leading else ""
        return {key: value for key, value in said.items() if value}


def read(values: Mapping[str, str], folder: Folder) -> Filters:
    """The filters that parameters ask for; what makes no sense is as if it were not there."""
    status = values.get("show", "proposed")
    source = values.get("in", "")
    try:
        least = float(values.get("salience") or "nan")
    except ValueError:
        least = float("nan")
    return Filters(
        source if source in folder.files or source in folder.paths else "",
        status if status in (*STATUSES, ALL) else "proposed",
        least if 0 < least <= 1 else None,
        bool(values.get("dateless")),
        bool(values.get("leading")),
    )


@dataclass(frozen=True, slots=True)
class Place:
    """Where an event stands among those looked through: `number` of `total`, and its neighbours.

    `number` counts it and those before it; `inside` says whether it is one of them itself.
    """

    number: int
    total: int
    inside: bool
    before: Key | None
    after: Key | None


def events(folder: Folder) -> Iterator[tuple[str, Event]]:
    """Every event of the folder with its source's name, as they stand in their files."""
    for name, file in folder.files.items():
        for event in file.record.events:
            yield name, event


def _in_order(folder: Folder, filters: Filters) -> Iterable[tuple[str, Event]]:
    if not filters.leading:
        return events(folder)
    return sorted(events(folder), key=lambda pair: -(pair[1].salience or 0.0))


def first(folder: Folder, filters: Filters) -> Key | None:
    """The first event that is looked through."""
    found = (key_of(n, e) for n, e in _in_order(folder, filters) if filters.match(n, e))
    return next(found, None)


def key_of(name: str, event: Event) -> Key:
    """What names an event in a folder."""
    return name, event.id


def place(folder: Folder, filters: Filters, key: Key) -> Place:
    """Where an event stands among those looked through."""
    before: Key | None = None
    after: Key | None = None
    number = total = 0
    met = inside = False
    for name, event in _in_order(folder, filters):
        here = (name, event.id) == key
        met = met or here
        if not filters.match(name, event):
            continue
        total += 1
        if here:
            inside, number = True, total
        elif not met:
            before, number = (name, event.id), total
        elif after is None:
            after = name, event.id
    return Place(number, total, inside, before, after)


def next_after(folder: Folder, filters: Filters, key: Key) -> Key | None:
    """Where to go once an event is decided: the next one, else the first that is left."""
    found = place(folder, filters, key)
    return found.after or next(
        (
            key_of(n, e)
            for n, e in _in_order(folder, filters)
            if (n, e.id) != key and filters.match(n, e)
        ),
        None,
    )


def left(folder: Folder) -> dict[str, int]:
    """How many proposals wait for a decision, by source."""
    counts = dict.fromkeys(folder.files, 0)
    for name, event in events(folder):
        counts[name] += event.status == "proposed"
    return counts
