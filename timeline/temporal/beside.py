"""Lengths counted from a date in the same words: "two days after the 16 March referendum".

What is counted from an event without a date stays a length: nobody says when it was.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from timeline.errors import WhenError
from timeline.model import Mention
from timeline.temporal import calendar as cal
from timeline.temporal.away import away
from timeline.temporal.calendar import Point
from timeline.temporal.meaning import DAYS_IN, MONTHS_IN, about
from timeline.temporal.nearest import Side
from timeline.temporal.nodes import Beside, Duration, Node, Offset
from timeline.temporal.rule import Language
from timeline.when import When

MOST_WORDS = 4  # between "after" and the date, its article not counted
_WORDS = re.compile(r"[^\W\d_][\w'’-]*")
_POINT = re.compile(r"(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?~?\Z")


@dataclass(frozen=True, slots=True)
class Row:
    """A mention with what it was made from; `meant` is False where it still awaits a date."""

    node: Node
    mention: Mention
    side: Side
    meant: bool = True


def counted(text: str, rows: Sequence[Row], language: Language) -> list[Row]:
    """The rows, those that stand beside a date counted from it, those that found none left out."""
    found = []
    for i, row in enumerate(rows):
        if isinstance(row.node, (Duration, Beside)) and i + 1 < len(rows):
            row = _counted(text, row, rows[i + 1].mention, language)
        if row.meant:
            found.append(row)
    return found


def _counted(text: str, row: Row, date: Mention, language: Language) -> Row:
    node = row.node
    if isinstance(node, Beside):
        sign, start, amount = node.sign, row.mention.end, 1.0
    elif isinstance(node, Duration) and node.amount and not node.bound and not node.also:
        sign, start, amount = 0, row.mention.end, node.amount
    else:
        return row
    if row.mention.when is not None or date.type != "DATE" or date.start - start > 80:
        return row
    words = _WORDS.findall(text[start : date.start])
    if re.search(r"[.,;:!?()\n\d]", text[start : date.start]):
        return row
    if not sign:
        sign, words = language.counted_from.get(words[0].lower(), 0) if words else 0, words[1:]
    if not sign or not _one_noun(words, language):
        return row
    meaning = _meaning(Offset(node.unit, sign * amount, "discourse", about=True), date)
    if meaning is None or node.mod not in ("", "APPROX"):
        return row
    value = meaning[0] if isinstance(node, Beside) else row.mention.value
    when = f"{meaning[1].rstrip('~')}~" if node.mod else meaning[1]
    mention = replace(row.mention, value=value, when=when, anchor="discourse")
    return replace(row, mention=mention, meant=True)


def _one_noun(words: list[str], language: Language) -> bool:
    """Whether these words can be one noun and what dates it: "the first round of the vote on"."""
    if words and words[0].lower() in language.articles:
        words = words[1:]
    named = [one[0].isupper() for one in words]
    turned = any(not a and b for a, b in pairwise(named))
    return len(words) <= MOST_WORDS and not turned and not any(
        one.lower() in language.articles for one in words
    )  # fmt: skip


def _meaning(offset: Offset, date: Mention) -> tuple[str, str] | None:
    """(value, when) of the offset from a date that is as precise as its unit needs."""
    point = _point(date.when)
    if point is None or (offset.unit in DAYS_IN and point.day is None):
        return None
    if offset.unit not in DAYS_IN and offset.unit not in MONTHS_IN:
        return None
    if offset.unit == "month" and point.month is None:
        return None
    found = away(offset, point, "discourse")
    if found is None or found.when is None:
        return None
    if offset.unit not in DAYS_IN:
        found = about(found)
    return found.value, found.when or ""


def _point(when: str | None) -> Point | None:
    match = _POINT.match(when or "")
    if match is None or when is None:
        return None
    try:
        When.parse(when)
    except WhenError:
        return None
    year, month, day = (None if part is None else int(part) for part in match.groups())
    seasonal = month is not None and not cal.valid(None, month, None)
    return None if year is None or seasonal else Point(year, month, day)
