"""Sources taken out of the folder and put back: their files are moved, and never deleted.

Both are called under the lock of the folder.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from pathlib import Path

from timeline import files, store
from timeline.check import Folder
from timeline.errors import TimelineError, UsageError
from timeline.intake import originals
from timeline.merge import is_persons
from timeline.review import queue
from timeline.review.actions import Desk
from timeline.review.journal import Move

KEPT = "taken-out"
"""The folder beside the journal that holds what was taken out."""


def leaning(folder: Folder) -> Mapping[str, str]:
    """Source -> another with an event that cites it, or is joined to or kept apart from its."""
    found: dict[str, str] = {}
    for owner, event in queue.events(folder):
        ids = [*filter(None, [event.same_as]), *(event.not_same_as or ())]
        keys = [folder.resolve(one, source=owner) for one in ids]
        names = {key[0] for key in keys if key} | {c.source for c in event.citations if c.source}
        found |= dict.fromkeys(names - {owner}, owner)
    return found


def why_not_out(folder: Folder, name: str, leaned: Mapping[str, str]) -> str:
    """Why a source can't be taken out, in words; empty where it can. `leaned`: see `leaning`."""
    path = folder.paths.get(name)
    if path is None or name not in folder.documents:
        return "it is not there any more, or can’t be read"
    if path.is_symlink():
        return "it is a link to another file"
    file = folder.files.get(name)
    if file is None and store.path_for(path).exists():
        return "its events can’t be read now"
    decided = _decided(file) if file else 0
    if decided:
        them = "one of its events is" if decided == 1 else f"{decided} of its events are"
        return f"{them} a person’s by now: decided, changed or written"
    return f"an event of {leaned[name]} leans on it" if name in leaned else ""


def take_out(desk: Desk, folder: Folder, name: str, leaned: Mapping[str, str]) -> Move:
    """Move a source and its event file away. Raises UsageError where people lean on it."""
    why = why_not_out(folder, name, leaned)
    if why:
        raise UsageError(f"{name} stays: {why}", hint="reject its events, and it shows nothing")
    path = folder.paths[name]
    kept = _free(desk.journal.path.parent / KEPT, name)
    there = [one for one in (store.path_for(path), path) if one.exists()]
    there += _original(folder, name)
    (kept / originals.FOLDER).mkdir(parents=True)
    for one in there:  # copies first: whatever fails then, nothing is lost
        files.write_atomic(kept / one.relative_to(folder.path), one.read_bytes())
    for one in there:
        one.unlink()
    return Move(name, path.name, kept=kept.name)


def put_back(desk: Desk, move: Move) -> Move:
    """Bring back what was taken out. Raises UsageError where its name is taken, or it is gone."""
    kept = desk.journal.path.parent / KEPT / Path(move.kept).name
    source = kept / Path(move.file).name
    target = desk.shelf.path / source.name
    events = store.path_for(target)
    if target.exists() or events.exists():
        raise UsageError(f"{move.source} stays out: there is another one of that name")
    if not source.is_file():
        raise UsageError(f"{move.source} stays out: its files in {kept} are gone")
    for one in (kept / originals.FOLDER).glob("*"):
        beside = desk.shelf.path / originals.FOLDER / one.name
        if not beside.exists():
            beside.parent.mkdir(exist_ok=True)
            files.write_atomic(beside, one.read_bytes())
    files.write_atomic(target, source.read_bytes())
    if (kept / events.name).is_file():
        files.write_atomic(events, (kept / events.name).read_bytes())
    return dataclasses.replace(move, kept="")


def undo(desk: Desk, moves: Sequence[Move]) -> list[tuple[Move, str]]:
    """Take moves back; those left alone, each with why."""
    folder = desk.shelf.folder()  # read once: taking one out changes nothing for the next
    leaned = leaning(folder) if moves else {}
    left = []
    for move in moves:
        try:
            if move.kept:
                put_back(desk, move)
            else:
                take_out(desk, folder, move.source, leaned)
        except TimelineError as error:
            left.append((move, error.what))
    return left


def _original(folder: Folder, name: str) -> list[Path]:
    """The original that was kept of a source, where no other source is made of it."""
    source = folder.documents[name].source
    kept = originals.kept_at(source.original, folder.path)
    if kept is None or source.sha256 is None or kept.parent != folder.path / originals.FOLDER:
        return []
    users = [
        d.source.name for d in folder.documents.values() if d.source.original == source.original
    ]
    return [kept] if users == [name] else []


def _decided(file: store.EventFile) -> int:
    return sum(is_persons(event, held=file.commented) for event in file.record.events)


def _free(folder: Path, name: str) -> Path:
    number = 1
    while (folder / f"{name}-{number}").exists():
        number += 1
    return folder / f"{name}-{number}"
