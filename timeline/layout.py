"""Where each event stands in the text of an event file: the file cut into one block an event."""

from __future__ import annotations

import dataclasses
import re
from itertools import pairwise
from typing import Any

import yaml

from timeline import canonical
from timeline.model import Event

_LINE = re.compile(
    r"[^\r\n\x85\u2028\u2029]*(?:\r\n|[\r\n\x85\u2028\u2029]|\Z)"
)  # as YAML 1.1 counts


Pieces = tuple[str, tuple[str, ...], tuple[int, ...]]
"""The header, the blocks, and the offset in the text that each block begins at."""


def lines_of(text: str) -> list[str]:
    """The lines of a text as YAML counts them, each with its end."""
    return _LINE.findall(text)


def cut(text: str, root: Any) -> Pieces | None:
    """(header, blocks, their offsets) or None where no event has lines of its own."""
    keys = [key.value for key, _ in root.value]
    events = next((pair for pair in root.value if pair[0].value == "events"), None)
    rows = lines_of(text)
    if root.flow_style or (events is not None and keys[-1] != "events"):
        return None
    if any(row.startswith("...") for row in rows):
        return None
    if events is None:
        return text.rstrip("\r\n") + "\n", (), ()
    top = events[0].start_mark.line
    starts = _starts(rows, events[1], top)
    if starts is None:
        return None
    aside = canonical.comments_in("".join(rows[top : starts[0] if starts else None]))
    header = "".join([*rows[:top], *(f"{comment}\n" for comment in aside)])
    places, at = [0], 0
    for row in rows:
        at += len(row)
        places.append(at)
    blocks, offsets = [], []
    for a, b in pairwise([*starts, len(rows)]):
        block = "".join(rows[a:b])
        offsets.append(places[a] + len(block) - len(block.lstrip("\r\n")))
        blocks.append(block.strip("\r\n") + "\n")
    return header, tuple(blocks), tuple(offsets)


def _starts(rows: list[str], events: Any, top: int) -> list[int] | None:
    """The row that each event's block begins on, comments above it included."""
    items = events.value if isinstance(events, yaml.SequenceNode) else []
    if items and events.flow_style:
        return None
    starts: list[int] = []
    for item in items:
        row = item.start_mark.line
        while row > top and not rows[row].startswith("-"):
            row -= 1
        if row == top or row in starts or item.flow_style:
            return None
        starts.append(_with_comments_above(rows, row, top))
    if starts and any(row.strip() for row in rows[top + 1 : starts[0]]):
        starts[0] = top + 1
    return starts


def _with_comments_above(rows: list[str], row: int, floor: int) -> int:
    while row - 1 > floor and rows[row - 1].lstrip().startswith("#"):
        row -= 1
    return row


def spliced(block: str, old: Event, new: Event) -> str | None:
    """The block of `old` with the citations and digest of `new`, all other characters kept.

    None where they can't be put in their old places: other fields differ, a citation was added,
    or a text is written as a block scalar.
    """
    moved = dataclasses.replace(old, citations=new.citations, digest=new.digest)
    if moved != new or len(old.citations) != len(new.citations):
        return None
    root: Any = yaml.compose(block, Loader=yaml.SafeLoader)  # its marks count characters
    fields = {key.value: value for key, value in root.value[0].value}
    changes: list[tuple[Any, Any, Any]] = [(fields.get("digest"), old.digest, new.digest)]
    listed = fields["citations"].value if "citations" in fields else []
    for node, before, now in zip(listed, old.citations, new.citations, strict=True):
        places = {key.value: value for key, value in node.value}
        for name in ("paragraph", "quote", "said"):
            changes.append((places.get(name), getattr(before, name), getattr(now, name)))
    changes = [change for change in changes if change[1] != change[2]]
    if any(node is None or node.style in ("|", ">") for node, _, _ in changes):
        return None
    for node, _, value in sorted(changes, key=lambda c: c[0].start_mark.index, reverse=True):
        text = canonical.render_scalar(value)
        block = block[: node.start_mark.index] + text + block[node.end_mark.index :]
    return block
