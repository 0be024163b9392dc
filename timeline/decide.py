"""A person's decision written into an event file: the one line, and nothing else."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from timeline import edit, files, store
from timeline.check import Folder
from timeline.errors import UsageError
from timeline.model import Event, Status

LEAST_PREFIX = 4
"""Characters of an id that are enough, where no other id begins with them."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One event's way from one status to another, in the file at `path`."""

    path: Path
    event: Event
    before: Status
    after: Status


def find(ids: Sequence[str], folder: Folder) -> list[tuple[str, Event]]:
    """(source name, event) for each id, each beginning of an id, or each `source/id`.

    Raises UsageError for one that names no event, or several.
    """
    found = []
    for wanted in ids:
        owner, _, event_id = wanted.rpartition("/")
        hits = [hit for hit in _all(folder) if not owner or hit[0] == owner]
        exact = [hit for hit in hits if hit[1].id == event_id]
        near = [hit for hit in hits if hit[1].id.startswith(event_id)]
        some = exact or (near if len(event_id) >= LEAST_PREFIX else [])
        if not some:
            raise _unknown(wanted, event_id, folder)
        if len(some) > 1:
            names = ", ".join(f"{name}/{event.id}" for name, event in some)
            raise UsageError(f"{wanted} could be any of: {names}", hint="give one of them whole")
        found += some
    return found


def _unknown(wanted: str, event_id: str, folder: Folder) -> UsageError:
    """Why an id names nothing: too short, in a file that can't be read, or not there."""
    if len(event_id) < LEAST_PREFIX:
        hint = f"give at least {LEAST_PREFIX} characters of the id"
        return UsageError(f"{wanted} is too short, and no whole id", hint=hint)
    if folder.problems:
        first = folder.problems[0]
        what = f"no event that can be read has the id {wanted}"
        return UsageError(what, hint=f"mend {first.path}:{first.line} first: {first.what}")
    return UsageError(f"no event has the id {wanted}", hint="ids stand in *.events.yml")


def proposals(source: str, folder: Folder) -> tuple[list[tuple[str, Event]], int]:
    """The proposals of one source, named by its name or a path, and how many lack a date."""
    name = Path(source).name.removesuffix(store.SUFFIX)
    name = name if name in folder.files else Path(name).stem
    if name not in folder.files:
        known = ", ".join(sorted(folder.files)[:8]) or "none yet"
        raise UsageError(f"there are no events of a source {source}", hint=f"there are: {known}")
    some = [e for e in folder.files[name].record.events if e.status == "proposed"]
    return [(name, event) for event in some], sum(not event.when for event in some)


def decide(chosen: Sequence[tuple[str, Event]], status: Status, folder: Folder) -> list[Decision]:
    """Give the chosen events a status; returns those that changed. Other bytes stay."""
    decisions = []
    by_source: dict[str, list[Event]] = {}
    for name, event in chosen:
        by_source.setdefault(name, []).append(event)
    with files.writing(folder.path):
        for name, events in by_source.items():
            path = folder.files[name].path
            decisions += _decide_in(path, {event.id for event in events}, status)
    return decisions


def _all(folder: Folder) -> Iterator[tuple[str, Event]]:
    for name, file in folder.files.items():
        for event in file.record.events:
            yield name, event


def _decide_in(path: Path, ids: set[str], status: Status) -> list[Decision]:
    before = edit.rewrite(path, dict.fromkeys(ids, giving(status)))
    return [Decision(path, event, event.status, status) for event in before]


def giving(status: Status) -> edit.Change:
    """The change that gives an event a status: its one line."""

    def change(event: Event, block: str) -> tuple[Event, str]:
        if event.status == status:
            return event, block
        return dataclasses.replace(event, status=status), with_status(block, status)

    return change


def with_status(block: str, status: Status) -> str:
    """The block of one event with this status; every other character as it was."""
    root: Any = yaml.compose(block, Loader=yaml.CSafeLoader)
    fields = root.value[0].value
    lines = block.splitlines(keepends=True)
    for key, value in fields:
        if key.value == "status":
            row, start, end = value.start_mark.line, value.start_mark.column, value.end_mark.column
            lines[row] = f"{lines[row][:start]}{status}{lines[row][end:]}"
            return "".join(lines)
    second = fields[1][0].start_mark  # the first field may go over several lines
    lines.insert(second.line, f"{' ' * fields[0][0].start_mark.column}status: {status}\n")
    return "".join(lines)
