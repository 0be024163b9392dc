"""Where each event stands in the text of an event file: the file cut into one block an event."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import yaml

from timeline import canonical

_LINE = re.compile(
    r"[^\r\n\x85\u2028\u2029]*(?:\r\n|[\r\n\x85\u2028\u2029]|\Z)"
)  # as YAML 1.1 counts


Pieces = tuple[str, tuple[str, ...], tuple[int, ...]]
"""The header, the blocks, and the offset in the text that each block begins at."""


def cut(text: str, root: Any) -> Pieces | None:
    """(header, blocks, their offsets) or None where no event has lines of its own."""
    keys = [key.value for key, _ in root.value]
    events = next((pair for pair in root.value if pair[0].value == "events"), None)
    rows = _LINE.findall(text)
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
