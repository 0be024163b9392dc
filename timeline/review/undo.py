"""The last step taken back: the blocks from before, where they still are what the step left."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from timeline import files, store
from timeline.check import Folder
from timeline.errors import TimelineError
from timeline.model import Event, Record
from timeline.review import facts, moves
from timeline.review.actions import Desk
from timeline.review.journal import Change, Facts, Move, Step


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo did: the step it was for, and what it left alone, each with why."""

    step: Step | None = None
    left: tuple[tuple[Change | Facts | Move, str], ...] = ()

    @property
    def some(self) -> bool:
        """Whether anything was taken back."""
        return self.step is not None and len(self.left) < self.step.size


def undo(desk: Desk) -> Undone:
    """Take the last step back that has not been, and note that it was.

    A step that others have overtaken is left as it is, told, and passed over from then on.
    """
    with files.writing(desk.shelf.path):
        step = desk.journal.last()
        if step is None:
            return Undone()
        folder = desk.shelf.folder()
        by_source: dict[str, list[Change]] = defaultdict(list)
        for change in step.changes:
            by_source[change.source].append(change)
        left: list[tuple[Change | Facts | Move, str]] = []
        for source, changes in by_source.items():
            left += _take_back(desk, source, changes, folder, each=step.each)
        left += [(one, why) for one in step.facts if (why := facts.undo(desk, one))]
        left += moves.undo(desk, step.moves)
        desk.journal.add("Undone", step.title, undoes=step.number)
        return Undone(step, tuple(left))


def _take_back(
    desk: Desk, source: str, changes: Sequence[Change], folder: Folder, *, each: bool
) -> list[tuple[Change, str]]:
    """Put the old blocks of one file back; returns the changes left alone, each with why."""
    known = folder.files.get(source)
    if known is None:
        return [(change, f"the events of {source} can't be read now") for change in changes]
    file = desk.shelf.load(known.path)  # a failure is told, and nothing noted
    blocks = dict(zip((e.id for e in file.record.events), file.blocks, strict=True))
    left = [(c, why) for c in changes if (why := _overtaken(c, blocks, folder))]
    if left and not each:
        return [(change, left[0][1]) for change in changes]
    adrift = {change.id for change, _ in left}
    back = {change.id: change for change in changes if change.id not in adrift}
    if back:
        text, record = _without(file, back)
        store.write(file.path, text, record, stored=file)
    return left


def _overtaken(change: Change, blocks: dict[str, str], folder: Folder) -> str:
    if change.id not in blocks:
        return "it is gone from its file"
    if blocks[change.id] != change.after:
        return "it has been changed since, by an editor or another program"
    if change.before is None and _is_named(change, folder):
        return "another event says that it is the same as this one"
    return ""


def _is_named(change: Change, folder: Folder) -> bool:
    for name, file in folder.files.items():
        for event in file.record.events:
            same = event.same_as and folder.resolve(event.same_as, source=name)
            if same == (change.source, change.id):
                return True
    return False


def _without(file: store.EventFile, back: dict[str, Change]) -> tuple[str, Record]:
    """The text and the record with the blocks from before; events that were added go."""
    parts, events, at = [], [], 0
    for event, block, start in zip(file.record.events, file.blocks, file.offsets, strict=True):
        change = back.get(event.id)
        if change is not None:
            parts += [file.text[at:start], (change.before or "").removesuffix("\n")]
            at = start + len(block) - len("\n")
            if change.before is None:
                at += len(file.text[at:]) - len(file.text[at:].lstrip("\r\n"))
            else:
                event = _event_in(change.before)
        if change is None or change.before is not None:
            events.append(event)
    text = "".join([*parts, file.text[at:]])
    record = dataclasses.replace(file.record, events=tuple(events))
    if not events or text.endswith("\n\n"):  # the last one went
        return store.compose(record, stored=file) if not events else text.rstrip() + "\n", record
    return text, record


def _event_in(block: str) -> Event:
    file, faults = store.parse(f"source: x\nevents:\n{block}", Path("journal"))
    if file is None:
        what = f"the journal is damaged: {faults[0].what}"
        raise TimelineError(what, hint="take the file back from git")
    return file.record.events[0]
