"""Which of several days or years a clause means, when its words leave that out."""

from __future__ import annotations

import datetime as dt

from timeline.temporal import calendar as cal
from timeline.temporal.calendar import Point
from timeline.temporal.nodes import Calendar, Side

__all__ = ["Side", "feast_meant", "months_of", "nearest_year", "strict_year"]

NEAR_MONTHS = 2  # a day this near is meant whatever the tense
COMING_MONTHS = 3  # a month this near is still to come, unless the clause looks back
AFTERTHOUGHT_MONTHS = 2  # a month just past is meant even in a clause that looks ahead


def months_of(node: Calendar) -> tuple[int, int]:
    """First and last month of what the node names."""
    if node.month is not None:
        return node.month, node.month
    if node.season is not None:
        return (node.season * 3, node.season * 3 + 2) if node.season < 4 else (12, 12)
    if node.quarter is not None:
        return node.quarter * 3 - 2, node.quarter * 3
    return (1, 6) if node.half == 1 else (7, 12)


def nearest_year(node: Calendar, base: Point, side: Side, first: int, last: int) -> int:
    """The year that brings the months `first` to `last` nearest to `base`, on the clause's side.

    A day within NEAR_MONTHS is taken whatever the tense: a clause rarely means the far one.
    """
    month = base.month or 1
    ahead = (last - month) % 12  # months to the end of the next one
    behind = (month - first) % 12  # months since the start of the last one
    if node.day is not None:
        if first == month:
            return base.year
        near = min(ahead, behind) <= NEAR_MONTHS
        future = ahead < behind if near else side == "future"
    else:
        just_past = 5 if node.quarter is not None else AFTERTHOUGHT_MONTHS
        future = side == "future" and behind > just_past
        if node.month is not None and 0 < ahead <= COMING_MONTHS and side != "past":
            future = True
    if future:
        return base.year + (1 if last < month else 0)
    return base.year - (1 if first > month else 0)


def strict_year(direction: str, first: int, last: int, base: Point, day: int | None = None) -> int:
    """The year that "last" or "next" means; a day may lie in the month that `base` is in."""
    if base.month is None:
        return base.year + (-1 if direction == "past" else 1)
    month = base.month
    if day is not None and base.day is not None and first == month and day != base.day:
        before = day < base.day
        return base.year + (before - 1 if direction == "past" else before)
    if direction == "past":
        return base.year if last < month else base.year - 1
    return base.year if first > month else base.year + 1


def dated_weekday(day: int, weekday: int, base: Point) -> Point | None:
    """ "Monday the 28th": of the months around `base` the one where that day is a Monday."""
    for step in (0, 1, -1):
        month = cal.shifted(base, step)
        there = Point(month.year, month.month, day)
        at = there.date() if cal.valid(there.year, there.month, day) else None
        if at is not None and at.weekday() == weekday:
            return there
    return None


def feast_meant(days: list[dt.date], here: dt.date, side: Side, direction: str) -> dt.date:
    """The one of three years' feasts that the clause means; the nearest where nothing tells."""
    past = [day for day in days if day < here]
    ahead = [day for day in days if day >= here]
    if (direction == "past" or side == "past") and past:
        return past[-1]
    if (direction == "future" or side == "future") and ahead:
        return ahead[0]
    return min(days, key=lambda day: abs((day - here).days))
