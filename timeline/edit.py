"""One field of one event changed in its file; every other byte stays."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import yaml

from timeline import canonical, store
from timeline.model import Event, Record

Change = Callable[[Event, str], tuple[Event, str]]
"""From an event and its block to what both are then."""


def rewrite(path: Path, changes: Mapping[str, Change]) -> list[Event]:
    """Apply the changes by event id, and return those events as they were, if they changed.

    The file is read again: an editor may have been here. The caller holds `files.writing`; see
    `store.write` for errors.
    """
    file = store.load(path)
    text, record, before = rewritten(file, changes)
    if before:
        store.write(path, text, record, stored=file)
    return before


def rewritten(
    file: store.EventFile, changes: Mapping[str, Change]
) -> tuple[str, Record, list[Event]]:
    """The file's text and record with the changes, and the events that changed as they were."""
    parts, events, before, at = [], [], [], 0
    for event, block, start in zip(file.record.events, file.blocks, file.offsets, strict=True):
        new = event
        if event.id in changes:
            new, text = changes[event.id](event, block)
        if new != event:
            before.append(event)
            parts += [file.text[at:start], text.removesuffix("\n")]
            at = start + len(block) - len("\n")
        events.append(new)
    record = dataclasses.replace(file.record, events=tuple(events))
    return "".join([*parts, file.text[at:]]), record, before


def setting(**fields: Any) -> Change:
    """The change that gives an event these values; None takes the field's line out."""

    def change(event: Event, block: str) -> tuple[Event, str]:
        for key, value in fields.items():
            if getattr(event, key) != value:
                event = dataclasses.replace(event, **{key: value})
                block = _with_field(block, event, key)
        return event, block

    return change


def _with_field(block: str, event: Event, key: str) -> str:
    """The block with the line of one field put in, put right or taken out, as `event` has it."""
    ending = "\r\n" if "\r\n" in block else "\n"
    block = block.removesuffix("\n") + ending  # a block's last line ends plainly, as cut
    root: Any = yaml.compose(block, Loader=yaml.SafeLoader)  # its marks count characters
    fields = root.value[0].value
    names = [name.value for name, _ in fields]
    line = canonical.render_field(event, key)
    if key in names:
        i = names.index(key)
        if i == 0:  # its line holds the dash of the whole event, too
            return canonical.render_event(event, canonical.comments_in(block))
        start = _line_start(block, fields[i][0].start_mark.index)
        end = _line_end(block, fields[i][1].end_mark.index)
    else:
        rank = canonical.EVENT_KEYS.index(key)
        last = max(i for i, n in enumerate(names) if not i or canonical.EVENT_KEYS.index(n) < rank)
        start = end = _line_end(block, fields[last][1].end_mark.index)
    indent = " " * fields[0][0].start_mark.column
    new = [f"{indent}{line}{ending}"] if line else []
    # What somebody noted beside the old value stands above the new one, or in its place.
    notes = [f"{indent}{note}{ending}" for note in canonical.comments_in(block[start:end])]
    block = block[:start] + "".join([*notes, *new]) + block[end:]
    return block.removesuffix(ending) + "\n"


def _line_start(text: str, index: int) -> int:
    return text.rfind("\n", 0, index) + 1


def _line_end(text: str, index: int) -> int:
    """Where the line that ends at or after `index` is over; a block scalar's mark is there."""
    if index and text[index - 1] == "\n":
        return index
    return text.find("\n", index) + 1 or len(text)
