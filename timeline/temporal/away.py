"""So many units away from a point of time: "last week", "two years ago", "three days later".

No answer is more precise than the words: a week after a day is about that day, days after a month
are about that month.
"""

from __future__ import annotations

from dataclasses import replace

from timeline.temporal import calendar as cal
from timeline.temporal.calendar import Point
from timeline.temporal.meaning import (
    DAYS_IN,
    MONTHS_IN,
    UNKNOWN,
    Meaning,
    about,
    covering,
    date,
    era,
    unknown,
)
from timeline.temporal.nodes import Era, Offset


def away(node: Offset, base: Point | None, anchor: str) -> Meaning | None:
    """The meaning of an offset from `base`; None outside the calendar."""
    if node.amount is None:
        return _some_away(node, base, anchor)
    if base is None:
        return unknown(UNKNOWN[node.unit], mod=node.mod)
    if node.unit in DAYS_IN:
        return _days_away(node, node.amount, base, anchor)
    if node.unit in MONTHS_IN:
        return _months_away(node, node.amount, base, anchor)
    if base.day is None:
        return unknown(UNKNOWN[node.unit], mod=node.mod)
    return about(date(base, anchor, node.mod))


def _some_away(node: Offset, base: Point | None, anchor: str) -> Meaning:
    """ "Days later": about the month that the text is in; "years ago": nobody knows."""
    value = "FUTURE_REF" if node.mod == "AFTER" else "PAST_REF"
    near = node.unit in ("hour", "day", "week") and node.base == "discourse"
    if not near or base is None or base.month is None:
        return Meaning("DATE", value, None, "", node.mod)
    when = cal.spellings(Point(base.year, base.month))[1]
    return Meaning("DATE", value, f"{when}~", anchor, node.mod)


def _days_away(node: Offset, amount: float, base: Point, anchor: str) -> Meaning | None:
    start = base.date() if base.day is not None else None
    if start is None:
        return _near(node, amount, base, anchor)
    found = cal.moved(start, round(amount * DAYS_IN[node.unit])) if abs(amount) < 1e6 else None
    if found is None:
        return None
    if node.unit == "day":
        return date(cal.point(found), anchor, node.mod)
    if node.about and node.base == "discourse":
        return about(date(cal.point(found), anchor, node.mod))
    return covering(node.unit, found, anchor, node.mod)


def _near(node: Offset, amount: float, base: Point, anchor: str) -> Meaning:
    """Days or weeks from a month or year: that month or year, about, unless nothing is added."""
    if node.base != "discourse" or (base.month is None and node.unit == "day"):
        return unknown(UNKNOWN[node.unit], mod=node.mod)
    when = cal.spellings(base)[1]
    value = f"{cal.year_value(base.year)}-WXX" + ("-WE" if node.unit == "weekend" else "")
    if node.unit == "day":
        value = cal.spellings(base)[0] + "-XX"
    return Meaning("DATE", value, f"{when}~" if amount else when, anchor, node.mod)


def _months_away(node: Offset, amount: float, base: Point, anchor: str) -> Meaning | None:
    if abs(amount) > 10_000:
        return None
    if base.month is None and node.unit in ("month", "quarter", "half"):
        return unknown(UNKNOWN[node.unit], mod=node.mod)
    found = cal.shifted(base, round(amount * MONTHS_IN[node.unit]))
    if not cal.MIN_YEAR <= found.year <= cal.MAX_YEAR:
        return None
    if node.to_the_day and base.day is not None:
        there = Point(found.year, found.month, base.day)
        return date(there, anchor) if cal.valid(there.year, there.month, there.day) else None
    day = found.date()
    if day is None:
        month = found.month if node.unit == "month" else None
        return date(Point(found.year, month), anchor, node.mod)
    unit = node.unit
    if unit == "decade" and not node.about:
        return era(Era("decade", cal.decade_of(found.year), mod=node.mod))
    if node.about and unit in ("decade", "century", "millennium"):
        unit = "year"
    meaning = covering(unit, day, anchor, node.mod)
    if node.rolling:
        return replace(meaning, when=f"{found.year:04d}/{base.year:04d}")
    loose = node.about and (node.base == "published" or amount != int(amount))
    return about(meaning) if loose else meaning
