"""Dates in a list take the year that stands behind the last one: "May, June and July 2014"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.temporal.engine import Candidate
from timeline.temporal.nodes import Calendar

COMMA = ","


def shared_years(found: Sequence[Candidate], text: str, lists: frozenset[str]) -> list[Candidate]:
    """The candidates, months and days before a listed one with a year given that year."""
    mended = list(found)
    for i in range(len(mended) - 2, -1, -1):
        one, after = mended[i], mended[i + 1]
        year = _year(one, after)
        between = text[one.end : after.start].strip(" ,\n").lower()
        if year is not None and after.start - one.end < 12 and between in lists:
            assert isinstance(one.node, Calendar)
            mended[i] = replace(one, node=replace(one.node, year=year))
    return mended


def _year(one: Candidate, after: Candidate) -> int | None:
    """The year of the date after, if the one before has none and comes earlier in it."""
    first, last = one.node, after.node
    if not isinstance(first, Calendar) or not isinstance(last, Calendar):
        return None
    bare = first.year is None and first.years is None and not (first.direction or first.base)
    if not bare or last.year is None or first.month is None or last.month is None:
        return None
    if (first.day is None) != (last.day is None):
        return None
    earlier = (first.month, first.day or 0) < (last.month, last.day or 0)
    return last.year if earlier else None
