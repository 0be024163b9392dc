"""The text of a merged event file: what nobody touched keeps its bytes, comments and layout.

An event that one side alone changed is that side's block as it stands. One that both changed is
put together from the lines of each field. Where a person must choose, the lines of that field
stand twice, between the marks of `timeline.conflicts`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from timeline import canonical, store
from timeline.conflicts import Names, marked
from timeline.layout import lines_of
from timeline.model import Event, Record
from timeline.threeway import Merged, Pair

Choice = tuple[str, str]
"""Some lines in our version and in theirs."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text some of whose lines have two versions."""

    parts: tuple[Choice, ...]

    def side(self, number: int) -> str:
        """The text with our lines (0) or theirs (1) everywhere."""
        return "".join(part[number] for part in self.parts)

    def with_marks(self, names: Names) -> str:
        """The text with both, between marks, where they differ."""
        return "".join(
            ours if ours == theirs else marked(ours, theirs, names) for ours, theirs in self.parts
        )


@dataclass(frozen=True, slots=True)
class Blocks:
    """One event's block in each version; empty where it has none."""

    base: str = ""
    ours: str = ""
    theirs: str = ""


def woven(
    merged: Merged,
    base: store.EventFile | None,
    ours: store.EventFile,
    theirs: store.EventFile,
    names: Names,
) -> tuple[str, str, str]:
    """The merged file's text, and that text if our lines, or theirs, were chosen everywhere."""
    header = _header(merged, base, ours, theirs)
    files = [_blocks_by_id(file) for file in (base, ours, theirs)]
    texts = [
        _woven(pair, Blocks(*(blocks.get(pair.id, "") for blocks in files)))
        for pair in merged.pairs
    ]
    ways = [
        [text.with_marks(names) for text in texts],
        *([text.side(number) for text in texts if text.side(number)] for number in (0, 1)),
    ]
    shown, mine, yours = (canonical.render_file(header, way) for way in ways)
    return shown, mine, yours


def _blocks_by_id(file: store.EventFile | None) -> Mapping[str, str]:
    if file is None:
        return {}
    return dict(zip((e.id for e in file.record.events), file.blocks, strict=True))


def _header(
    merged: Merged, base: store.EventFile | None, ours: store.EventFile, theirs: store.EventFile
) -> str:
    before = base.header if base else ""
    for one, other in ((ours, theirs), (theirs, ours)):
        facts = (one.record.source, one.record.extractor)
        same = facts == (merged.source, merged.extractor)
        if same and (other.header in (before, one.header)):
            return one.header
    comments = _comments(Blocks(before, ours.header, theirs.header))
    return canonical.render_header(merged.source, merged.extractor, comments)


def _comments(blocks: Blocks) -> list[str]:
    """The comments of both sides; one that either took out is gone."""
    base, ours, theirs = (
        canonical.comments_in(b) for b in (blocks.base, blocks.ours, blocks.theirs)
    )
    before, one, other = Counter(base), Counter(ours), Counter(theirs)
    wanted: list[str] = []
    for comment in dict.fromkeys((*ours, *theirs)):
        counts = one[comment], other[comment]
        was = before[comment]
        number = counts[0] if counts[1] == was else counts[1] if counts[0] == was else max(counts)
        wanted += [comment] * number
    return wanted


def _woven(pair: Pair, blocks: Blocks) -> Text:
    if pair.ours is None or pair.theirs is None:
        return Text(((blocks.ours, blocks.theirs),))
    whole = _one_sided(pair, blocks)
    if whole is not None:
        return Text(((whole, whole),))
    comments = _comments(blocks)
    text = _by_fields(pair, blocks, comments)
    if text is not None and all(
        _reads_as(text.side(number), event, comments)
        for number, event in enumerate((pair.ours, pair.theirs))
    ):
        return text
    plain = [canonical.render_event(event) for event in (pair.ours, pair.theirs)]
    anew = _by_fields(pair, Blocks("", *plain), comments)
    assert anew is not None, "a canonical block always has a line of its own for each field"
    return anew


def _one_sided(pair: Pair, blocks: Blocks) -> str | None:
    """The one block that holds all of it; None where the two have to be put together."""
    if blocks.ours in (blocks.theirs, blocks.base):
        return blocks.theirs
    if blocks.theirs == blocks.base:
        return blocks.ours
    if not pair.settled:
        return None
    for block, other in ((blocks.ours, blocks.theirs), (blocks.theirs, blocks.ours)):
        alone = block and (not other or not blocks.base)
        if alone and not _lacks(block, _comments(blocks)) and _event_in(block) == pair.ours:
            return block
    return None


def _lacks(block: str, comments: Sequence[str]) -> bool:
    return not Counter(comments) <= Counter(canonical.comments_in(block))


def _by_fields(pair: Pair, blocks: Blocks, comments: Sequence[str]) -> Text | None:
    """The block put together from the lines of each field; None where a field has none."""
    assert pair.ours is not None
    assert pair.theirs is not None
    pieces = [_pieces(block) for block in (blocks.ours, blocks.theirs)]
    before = _pieces(blocks.base) or {}
    if pieces[0] is None or pieces[1] is None:
        return None
    mine, yours = pieces[0], pieces[1]
    stand = [_event_in(block) for block in (blocks.ours, blocks.theirs)]
    parts = []
    for key in _keys(mine, yours):
        old, one, other = (some.get(key, "") for some in (before, mine, yours))
        wanted = [getattr(event, key, None) for event in (pair.ours, pair.theirs)]
        holds = [getattr(event, key, None) == wanted[0] for event in stand]
        if wanted[0] != wanted[1]:
            parts.append((one, other))
            continue
        now = one if holds[0] else other
        if all(holds) and one == old:  # only theirs has another layout, or a comment
            now = other
        parts.append((now, now))
    missing = _missing(comments, Text(tuple(parts)))
    return Text((*((f"{comment}\n", f"{comment}\n") for comment in missing), *parts))


def _missing(comments: Sequence[str], text: Text) -> Iterator[str]:
    """The comments that stand in neither version of a text."""
    try:
        there = [Counter(canonical.comments_in(text.side(number))) for number in (0, 1)]
    except yaml.YAMLError:  # the pieces don't fit, which the caller finds out
        return
    for comment, number in Counter(comments).items():
        yield from [comment] * (number - max(there[0][comment], there[1][comment]))


def _pieces(block: str) -> dict[str, str] | None:
    """The lines of each field; those above the event under "". None where fields share lines."""
    if not block:
        return None
    root: Any = yaml.compose(block, Loader=yaml.CSafeLoader)
    rows = lines_of(block)
    fields = root.value[0].value
    starts = [key.start_mark.line for key, _ in fields]
    plain = rows[starts[0]].startswith("- id:") and len(set(starts)) == len(starts)
    if not plain or any(key.start_mark.column != 2 for key, _ in fields):
        return None
    found = {"": "".join(rows[: starts[0]])}
    for (key, _), start, end in zip(fields, starts, [*starts[1:], len(rows)], strict=True):
        found[key.value] = "".join(rows[start:end])
    return found


def _keys(mine: Mapping[str, str], yours: Mapping[str, str]) -> list[str]:
    """The fields in our order, those that only theirs has behind what canonically precedes."""
    order = list(mine)
    rank = {key: number for number, key in enumerate(("", *canonical.EVENT_KEYS))}
    for key in yours:
        if key not in order:
            last = max(at for at, known in enumerate(order) if rank[known] < rank[key])
            order.insert(last + 1, key)
    return order


def _event_in(block: str) -> Event | None:
    """The event that a block holds."""
    text = canonical.render_file(canonical.render_header("", ""), [block])
    file, _ = store.parse(text, Path("block"))
    return file.record.events[0] if file and len(file.record.events) == 1 else None


def _reads_as(block: str, event: Event, comments: Sequence[str]) -> bool:
    """Whether a block holds just this event and these comments."""
    try:
        there = Counter(canonical.comments_in(block))
    except yaml.YAMLError:
        return False
    return _event_in(block) == event and there <= Counter(comments)


def reads_back(text: str, record: Record) -> bool:
    """Whether the text of an event file holds this record."""
    file, _ = store.parse(text, Path("merged"))
    return file is not None and file.record == record
