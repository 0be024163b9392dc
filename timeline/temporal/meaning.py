"""The meaning of a mention once its anchor is known: TIMEX3 type and value, EDTF, modifier."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from timeline.model import TimexType
from timeline.temporal import calendar as cal
from timeline.temporal.calendar import Point
from timeline.temporal.nodes import Calendar, Duration, Era, Unit

LETTER = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "weekend": "WE", "week": "W",
    "month": "M", "season": "SE", "quarter": "Q", "half": "H", "year": "Y", "decade": "DE",
    "century": "CE", "millennium": "ML",
}  # fmt: skip
UNKNOWN = {
    "second": "XXXX-XX-XX", "minute": "XXXX-XX-XX", "hour": "XXXX-XX-XX", "day": "XXXX-XX-XX",
    "weekend": "XXXX-WXX-WE", "week": "XXXX-WXX", "month": "XXXX-XX", "season": "XXXX-XX",
    "quarter": "XXXX-QX", "half": "XXXX-HX", "year": "XXXX", "decade": "XXX", "century": "XX",
    "millennium": "X",
}  # fmt: skip
MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200,
             "millennium": 12000}  # fmt: skip
FEW = 3
DAYS_IN = {"day": 1, "weekend": 7, "week": 7}


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a mention means. `focus` is the point that the text is at after it, if it moves it."""

    type: TimexType
    value: str
    when: str | None = None
    anchor: str = ""
    mod: str = ""
    focus: Point | None = None


def date(at: Point, anchor: str = "", mod: str = "") -> Meaning:
    """A year, month or day."""
    value, when = cal.spellings(at)
    return Meaning("DATE", value, when, anchor, mod, at)


def about(meaning: Meaning) -> Meaning:
    """The same, its `when` marked as approximate; an interval is wide enough as it is."""
    if meaning.when is None or "/" in meaning.when or meaning.when.endswith("~"):
        return meaning
    return replace(meaning, when=f"{meaning.when}~")


def unknown(value: str, kind: TimexType = "DATE", mod: str = "") -> Meaning:
    """A relative expression with nothing to resolve it against."""
    return Meaning(kind, value, None, "missing", mod)


def partial(node: Calendar) -> str:
    """The TIMEX3 value of what the words leave without a year: XXXX-03-16, XXXX-SU."""
    if node.season is not None:
        return f"XXXX-{cal.SEASONS[node.season - 1]}"
    if node.quarter is not None:
        return f"XXXX-Q{node.quarter}"
    if node.half is not None:
        return f"XXXX-H{node.half}"
    value = "XXXX" if node.month is not None or node.day is None else "XXXX-XX"
    if node.month is not None:
        value += f"-{node.month:02d}"
    return value if node.day is None else f"{value}-{node.day:02d}"


def era(node: Era) -> Meaning:
    """A decade or century by name."""
    value, when = cal.decade(node.first) if node.unit == "decade" else cal.century(node.first)
    return Meaning("DATE", value, when, "", node.mod)


def covering(unit: Unit, day: dt.date, anchor: str, mod: str = "") -> Meaning:
    """The unit of the calendar that holds this day."""
    if unit == "week":
        value, when = cal.week(day)
        return Meaning("DATE", value, when, anchor, mod, cal.point(day))
    if unit == "weekend":
        value, when = cal.weekend(day)
        return Meaning("DATE", value, when, anchor, mod, cal.point(day))
    if unit == "quarter":
        value, when = cal.quarter(day.year, (day.month + 2) // 3)
        return Meaning("DATE", value, when, anchor, mod, Point(day.year))
    if unit == "half":
        value, when = cal.half(day.year, 1 if day.month < 7 else 2)
        return Meaning("DATE", value, when, anchor, mod, Point(day.year))
    if unit == "decade":
        value, when = cal.decade(day.year // 10 * 10)
        return Meaning("DATE", value, when, anchor, mod)
    if unit in ("century", "millennium"):
        value, when = cal.century(day.year // 100 * 100)
        return Meaning("DATE", value, when, anchor, mod)
    month = day.month if unit == "month" else None
    return date(Point(day.year, month), anchor, mod)


def overnight(day: Meaning, side: int, mod: str) -> Meaning | None:
    """The night after (`side` 1) or before (-1) the day that a mention means."""
    named = None if day.focus is None else day.focus.date()
    eve = None if named is None else cal.moved(named, min(side, 0))
    return None if eve is None else Meaning("TIME", *cal.night(eve), day.anchor, mod, day.focus)


def amount_text(amount: float | None) -> str:
    return "X" if amount is None else f"{amount:g}" if amount < 1e6 else f"{amount:.0f}"


def duration_value(node: Duration) -> str:
    """TIMEX3: P3Y, PT10H, PXW; half units of years and months go down one unit (P2Y6M)."""
    amount, unit = node.amount, node.unit
    if amount is not None and amount != int(amount):
        whole, part = int(amount), amount - int(amount)
        below = {"year": (12, "M"), "decade": (10, "Y"), "century": (100, "Y")}.get(unit)
        if below and (part * below[0]) == int(part * below[0]):
            head = f"{whole}{LETTER[unit]}" if whole and unit == "year" else ""
            rest = int(part * below[0]) + (0 if head else whole * below[0])
            return f"P{head}{rest}{below[1]}"
        if unit == "hour" and part * 60 == int(part * 60):
            head = f"{whole}H" if whole else ""
            return f"PT{head}{int(part * 60)}M"
    if node.also is not None and amount is not None:
        return _two_units(amount, unit, *node.also)
    letter = LETTER[unit]
    if letter[0] == "T":
        return f"PT{amount_text(amount)}{letter[1:]}"
    return f"P{amount_text(amount)}{letter}"


def _two_units(amount: float, unit: Unit, less: float, smaller: Unit) -> str:
    """P2Y6M, PT1H30M, P1DT12H."""
    first, second = LETTER[unit], LETTER[smaller]
    head = f"{amount_text(amount)}{first.removeprefix('T')}"
    tail = f"{amount_text(less)}{second.removeprefix('T')}"
    if first[0] == "T":
        return f"PT{head}{tail}"
    return f"P{head}T{tail}" if second[0] == "T" and smaller != "month" else f"P{head}{tail}"


def duration(node: Duration, published: dt.date | None, *, ahead: bool = False) -> Meaning:
    """A length; one bounded by publication also has its interval.

    `ahead`: the length from publication to a time to come, "will reopen in two weeks".
    """
    value = duration_value(node)
    sign = node.away or (1 if ahead else 0)
    if sign and published is not None:
        when = _away(node, published, sign)
        return Meaning("DURATION", value, when, "published" if when else "", node.mod)
    if not node.bound and not sign:
        return Meaning("DURATION", value, None, "", node.mod)
    if published is None:
        return Meaning("DURATION", value, None, "missing", node.mod)
    when = _stretch(node, published)
    return Meaning("DURATION", value, when, "published" if when else "", node.mod)


def _away(node: Duration, published: dt.date, sign: int) -> str | None:
    """EDTF, about, of the day, month or year so far away; one unit coarser where none counts."""
    if node.amount is not None and node.unit in DAYS_IN:
        day = cal.moved(published, sign * round(min(node.amount, 1e6) * DAYS_IN[node.unit]))
        if day is None:
            return None
        return covering("week", day, "").when if node.unit == "week" else f"{day.isoformat()}~"
    if node.amount is None:
        return _few_away(node.unit, published, sign)
    if node.unit not in MONTHS_IN or node.amount > 10_000:
        return None
    there = cal.shifted(cal.point(published), sign * round(node.amount * MONTHS_IN[node.unit]))
    if not 1 <= there.year <= cal.MAX_YEAR:
        return None
    month = f"-{there.month:02d}" if node.unit in ("month", "quarter", "half") else ""
    return f"{there.year:04d}{month}~"


def _few_away(unit: Unit, published: dt.date, sign: int) -> str | None:
    """EDTF of "a few days, weeks, months": about the month or year that three of them lead to."""
    if unit in ("day", "week"):
        there = cal.moved(published, sign * FEW * DAYS_IN[unit])
        return f"{there.isoformat()[:7]}~" if there else None
    if unit != "month":
        return None
    return f"{cal.shifted(cal.point(published), sign * FEW).year:04d}~"


def _stretch(node: Duration, published: dt.date) -> str | None:
    """EDTF of "the past two weeks" and its like, no more precise than the unit."""
    if node.amount is None or node.amount != int(node.amount):
        return None
    sign = -1 if node.bound == "past" else 1
    if node.unit in DAYS_IN:
        other = cal.moved(published, sign * int(node.amount) * DAYS_IN[node.unit])
        if other is None:
            return None
        return cal.interval(*sorted((other, published)))
    if node.unit not in MONTHS_IN or node.amount > 10_000:
        return None
    here = cal.point(published)
    there = cal.shifted(here, sign * int(node.amount) * MONTHS_IN[node.unit])
    if not 1 <= there.year <= cal.MAX_YEAR:
        return None
    if node.unit in ("month", "quarter", "half"):
        ends = sorted((f"{there.year:04d}-{there.month:02d}", published.isoformat()[:7]))
    else:
        ends = sorted((f"{there.year:04d}", f"{published.year:04d}"))
    return "/".join(ends)
