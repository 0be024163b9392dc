"""The events of a folder in the order that is worth reading: the leading ones first."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from timeline import store
from timeline.check import Folder
from timeline.errors import UsageError
from timeline.model import Event, Status

STATUSES: tuple[Status, ...] = ("proposed", "accepted", "rejected", "disputed")


@dataclass(frozen=True, slots=True)
class Listed:
    """An event and the name of its source."""

    source: str
    event: Event


def listed(
    folder: Folder,
    *,
    sources: Collection[str] = (),
    status: str = "proposed",
    least: float = 0.0,
    undated: bool = False,
) -> tuple[Listed, ...]:
    """The events with this status ("all" for any), by falling salience, then as they stand.

    `least` is the salience from which one counts; events without one come last, and only where
    `least` is 0. `undated` keeps those that need a date. `sources` are names or paths; all if
    empty. Raises UsageError for a status or a source there isn't.
    """
    if status != "all" and status not in STATUSES:
        hint = f"one of {', '.join(STATUSES)}, or all"
        raise UsageError(f"there is no status {status}", hint=hint)
    names = [_name(source, folder) for source in sources] or sorted(folder.files)
    found = [
        Listed(name, event)
        for name in dict.fromkeys(names)
        for event in folder.files[name].record.events
        if status in ("all", event.status)
        and (event.salience or 0.0) >= least
        and not (undated and event.when)
    ]
    return tuple(sorted(found, key=lambda one: -(one.event.salience or 0.0)))


def _name(source: str, folder: Folder) -> str:
    """The name of a source given by its name, its file or its event file."""
    name = Path(source).name.removesuffix(store.SUFFIX)
    for known in (name, Path(name).stem):
        if known in folder.files:
            return known
    hint = f"there are: {', '.join(sorted(folder.files)[:8]) or 'none yet'}"
    raise UsageError(f"there are no events of a source {source}", hint=hint)


def left(folder: Folder) -> Sequence[int]:
    """(proposals, of how many events) in the folder."""
    events = [event for file in folder.files.values() for event in file.record.events]
    return sum(event.status == "proposed" for event in events), len(events)
