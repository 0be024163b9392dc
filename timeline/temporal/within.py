"""Days by their rank in a month, and units by a day in them, once that month or day is known."""

from __future__ import annotations

from timeline.temporal import calendar as cal
from timeline.temporal.calendar import Point
from timeline.temporal.meaning import UNKNOWN, Meaning, covering, date, unknown
from timeline.temporal.nodes import FromDay, Holding, Ranked


def ranked(node: Ranked, month: Meaning | None) -> Meaning | None:
    """ "The first Sunday in July", "the 15th of last month"; None where there is no such day."""
    at = month.focus if month is not None else None
    if month is None or at is None or at.month is None:
        open_day = "XXXX-XX" if node.weekday is None else f"XXXX-WXX-{node.weekday + 1}"
        return unknown(open_day, mod=node.mod)
    day = cal.ranked(at.year, at.month, node.weekday, node.rank)
    return date(Point(at.year, at.month, day), month.anchor, node.mod) if day else None


def by_day(node: Holding | FromDay, day: Meaning | None) -> Meaning | None:
    """ "The week of 8 October": the whole unit; "tomorrow" said on a day: the day after that."""
    at = day.focus.date() if day is not None and day.focus and day.focus.day else None
    if isinstance(node, Holding):
        if day is None or at is None:
            return unknown(UNKNOWN[node.unit])
        return covering(node.unit, at, day.anchor)
    if day is None or at is None:
        return unknown("XXXX-XX-XX", mod=node.mod)
    there = cal.moved(at, node.days)
    return None if there is None else date(cal.point(there), day.anchor, node.mod)
