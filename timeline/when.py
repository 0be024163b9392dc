"""When: an EDTF text and what it means - bounds, precision, qualifiers, order, display.

EDTF (ISO 8601-2:2019, as the Library of Congress publishes it), levels 0 and 1 whole: dates,
times, intervals open (`..`) or unknown at one end, `?` `~` `%`, unspecified digits, seasons, years
of more than four digits and before year 1. From level 2: quarters and the other parts of a year
(25-41), `X` at any place, and qualifiers of single parts (`2014-~03`). Beyond EDTF, because
newspapers need it: times without seconds or minutes, and times in intervals.

Years are astronomical: year 0 is 1 BC, year -43 is 44 BC. The calendar is the proleptic Gregorian.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from timeline.errors import WhenError

Moment = tuple[int, int, int, int, int, int]
Precision = Literal[
    "second",
    "minute",
    "hour",
    "day",
    "month",
    "season",
    "quarter",
    "quadrimester",
    "half",
    "year",
    "decade",
    "century",
    "millennium",
    "unknown",
    "interval",
]

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

_POINT = re.compile(
    r"""
    ([?~%]?) (-?[0-9X]{4} | Y-?[0-9]{5,12}) ([?~%]?)
    (?: - ([?~%]?) ([0-9X]{2}) ([?~%]?)
        (?: - ([?~%]?) ([0-9X]{2}) ([?~%]?) )? )?
    (?: T ([0-9]{2}) (?: :([0-9]{2}) (?: :([0-9]{2}) )? )? (Z | [+-][0-9]{2}(?::[0-9]{2})?)? )?
    """,
    re.VERBOSE,
)

# What months 21 to 41 stand for: first and last month (13, 14 = of the next year), precision.
_PARTS: dict[int, tuple[int, int, Precision]] = {
    # A winter bears the year it begins in. EDTF leaves both the months and this open.
    **dict.fromkeys((21, 25, 31), (3, 5, "season")),
    **dict.fromkeys((22, 26, 32), (6, 8, "season")),
    **dict.fromkeys((23, 27, 29), (9, 11, "season")),
    **dict.fromkeys((24, 28, 30), (12, 14, "season")),
    **{33 + n: (3 * n + 1, 3 * n + 3, "quarter") for n in range(4)},
    **{37 + n: (4 * n + 1, 4 * n + 4, "quadrimester") for n in range(3)},
    **{40 + n: (6 * n + 1, 6 * n + 6, "half") for n in range(2)},
}
_YEAR_PRECISION: tuple[Precision, ...] = ("unknown", "millennium", "century", "decade")
_FAR = 10**13  # beyond every year that can be written


@dataclass(frozen=True, slots=True)
class When:
    """A time as precise as it is known. Make one with `When.parse`; equal where the text is equal.

    `earliest` and `latest` are inclusive, to the second, and None where that end is open or
    unknown. Times are wall-clock times as written; `offset` ("Z", "+02:00") is kept and not
    applied, because a timeline sorts by the date that its readers see. `part` is the EDTF number
    (21 to 41) of a season, quarter, quadrimester or half. `start` and `end` are an interval's
    ends, None where open or unknown.
    """

    text: str
    earliest: Moment | None = field(compare=False)
    latest: Moment | None = field(compare=False)
    precision: Precision = field(compare=False)
    approximate: bool = field(default=False, compare=False)
    uncertain: bool = field(default=False, compare=False)
    open_start: bool = field(default=False, compare=False)
    open_end: bool = field(default=False, compare=False)
    part: int | None = field(default=None, compare=False)
    offset: str = field(default="", compare=False)
    start: When | None = field(default=None, compare=False)
    end: When | None = field(default=None, compare=False)

    @classmethod
    def parse(cls, text: str) -> When:
        """Read EDTF. Raises WhenError, with what is wrong and what was likely meant."""
        try:
            return read(text)
        except WhenError as error:
            if error.hint:
                raise
            from timeline.near_edtf import suggest  # needed only where something is wrong

            raise WhenError(error.what, hint=suggest(text)) from None

    @classmethod
    def from_date(cls, day: dt.date) -> When:
        """The whole day; the time of a datetime is left out."""
        return read(f"{day.year:04}-{day.month:02}-{day.day:02}")

    @property
    def day(self) -> dt.date | None:
        """The calendar day, where exactly one is known (a time of day is in its day)."""
        if self.precision not in ("day", "hour", "minute", "second") or self.earliest is None:
            return None
        year, month, day = self.earliest[:3]
        return dt.date(year, month, day) if 1 <= year <= 9999 else None

    @property
    def sort_key(self) -> tuple[tuple[int, ...], tuple[int, ...], str]:
        """Orders by earliest moment, then the wider first, as a heading precedes its parts.

        So 2014, 2014-01, 2014-01-01. With an open or unknown start the interval stands where its
        end begins, before all else there: "before 2014" precedes 2014. Unknown years come last.
        """
        first: tuple[int, ...] | None = self.earliest
        latest: tuple[int, ...] = self.latest or (_FAR,)
        if first is None and self.end is not None:
            first, latest = self.end.earliest, (_FAR + 1,)
        return first or (_FAR,), tuple(-number for number in latest), self.text

    def overlaps(self, other: When) -> bool:
        """Whether the two can share a moment; an open or unknown end reaches for ever."""
        return _not_after(self.earliest, other.latest) and _not_after(other.earliest, self.latest)

    def contains(self, other: When) -> bool:
        """Whether all of `other` lies within; an open end lies only within an open end."""
        starts = self.earliest is None or (
            other.earliest is not None and self.earliest <= other.earliest
        )
        ends = self.latest is None or (other.latest is not None and other.latest <= self.latest)
        return starts and ends

    def display(self, language: str = "en", *, weekday: bool = False) -> str:
        """Words for readers: "16 March 2014", "about 1860", "since 2014"; see `timeline.words`.

        `weekday` adds the day of the week where a single day is known.
        """
        from timeline import words  # babel and the tables are loaded only where dates are shown

        return words.display(self, language, weekday=weekday)

    @property
    def datetime(self) -> str | None:
        """The value of HTML's `<time datetime>`, no more precise than known.

        None for what HTML can't say: intervals, parts of a year, decades and longer, years
        before 1, and anything approximate or uncertain.
        """
        if self.approximate or self.uncertain or self.earliest is None or self.earliest[0] < 1:
            return None
        year, month, day, hour, minute, second = self.earliest
        date = f"{year:04}-{month:02}-{day:02}"
        match self.precision:
            case "year":
                return date[:-6]
            case "month":
                return date[:-3]
            case "day" | "hour":  # HTML has no hour without minutes
                return date
            case "minute":
                return f"{date}T{hour:02}:{minute:02}{self.offset}"
            case "second":
                return f"{date}T{hour:02}:{minute:02}:{second:02}{self.offset}"
        return None


def days_in(year: int, month: int) -> int:
    """How many days the month has; any astronomical year, months from 1."""
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return _DAYS[month - 1] + leap


def _not_after(first: Moment | None, last: Moment | None) -> bool:
    return first is None or last is None or first <= last


@lru_cache(maxsize=16384)
def read(text: str) -> When:
    """`When.parse` without the search for what a wrong text was meant to be."""
    match = _POINT.fullmatch(text)
    if match is not None:
        return _point(text, match)
    start, slash, end = text.partition("/")
    if slash and "/" not in end:
        return _interval(text, start, end)
    if not text.strip():
        raise WhenError("an empty text is no date", hint="a year such as 2014, or 2014-03-16")
    raise _wrong(text, "is no date in EDTF")


def _wrong(text: str, what: str, hint: str = "") -> WhenError:
    shown = text if len(text) <= 60 else text[:57] + "..."
    return WhenError(f"{shown} {what}", hint=hint)


def _point(text: str, match: re.Match[str]) -> When:
    q1, year, q2, q3, month, q4, q5, day, q6, hour, minute, second, offset = match.groups("")
    marks = q1 + q2 + q3 + q4 + q5 + q6
    if year[0] == "Y":
        year = _long_year(text, year[1:], month)
    elif year == "-0000":
        raise _wrong(text, "has a year -0000, which EDTF lacks", "0000, which is 1 BC")
    if hour:
        return _time(text, (year, month, day), (hour, minute, second), offset, marks)
    first: Moment | None
    last: Moment | None
    part = None
    if "X" in year or "X" in month or "X" in day:
        first, last, precision = _unspecified(text, year, month, day)
    elif month > "12":
        first, last, precision = _part_of_year(text, int(year), int(month), day)
        part = int(month)
    else:
        first, last, precision = _exact(text, int(year), month, day)
    if not marks:
        return When(text, first, last, precision, part=part)
    approximate = "~" in marks or "%" in marks
    return When(text, first, last, precision, approximate, "?" in marks or "%" in marks, part=part)


def _long_year(text: str, digits: str, month: str) -> str:
    if digits.lstrip("-").startswith("0"):
        raise _wrong(text, "has a year that starts with 0", "a year of four digits without Y")
    if month:
        raise _wrong(text, "has a month, and a year written with Y stands alone", f"Y{digits}")
    return digits


def _four(year: int) -> str:
    return f"-{-year:04}" if year < 0 else f"{year:04}"


def _exact(text: str, year: int, month: str, day: str) -> tuple[Moment, Moment, Precision]:
    if not month:
        return (year, 1, 1, 0, 0, 0), (year, 12, 31, 23, 59, 59), "year"
    m = int(month)
    if m == 0:
        raise _wrong(text, "is no date: there is no month 00", _four(year))
    last = days_in(year, m)
    if not day:
        return (year, m, 1, 0, 0, 0), (year, m, last, 23, 59, 59), "month"
    d = int(day)
    if not 1 <= d <= last:
        raise _wrong(
            text,
            f"is no date: {MONTHS[m - 1]} {_four(year)} has {last} days",
            f"{_four(year)}-{month} where the day is not known",
        )
    return (year, m, d, 0, 0, 0), (year, m, d, 23, 59, 59), "day"


def _part_of_year(text: str, year: int, month: int, day: str) -> tuple[Moment, Moment, Precision]:
    if day or month not in _PARTS:
        hint = f"{_four(year)} where the month is not known"
        if 1 <= month <= 31 and 1 <= int(day or 0) <= 12:
            hint = f"{_four(year)}-{day}-{month:02} (year, month, day)"
        raise _wrong(text, f"is no date: there is no month {month:02}", hint)
    first, last, precision = _PARTS[month]
    over = last > 12
    end_year, end_month = (year + 1, last - 12) if over else (year, last)
    end_day = days_in(end_year, end_month)
    return (year, first, 1, 0, 0, 0), (end_year, end_month, end_day, 23, 59, 59), precision


def _time(
    text: str,
    date: tuple[str, str, str],
    clock: tuple[str, str, str],
    offset: str,
    marks: str,
) -> When:
    year, month, day = date
    if marks or not day or "X" in year + month + day or month > "12":
        date_only = text.partition("T")[0]
        raise _wrong(text, "has a time, which needs a whole, certain day before it", date_only)
    first, _, _ = _exact(text.partition("T")[0], int(year), month, day)
    hour, minute, second = (int(number or 0) for number in clock)
    if hour > 23 or minute > 59 or second > 59:
        raise _wrong(
            text, "has no such time of day", "hours 00 to 23, minutes and seconds 00 to 59"
        )
    if offset not in ("", "Z"):
        if offset[1:3] > "14" or offset[4:] > "59":
            raise _wrong(text, f"has no such offset from UTC: {offset}", "Z, or -12:00 to +14:00")
        offset = offset if len(offset) == 6 else offset + ":00"
        offset = "Z" if offset[1:] == "00:00" else offset
    precision: Precision = "second" if clock[2] else "minute" if clock[1] else "hour"
    return When(
        text,
        (*first[:3], hour, minute, second),
        (*first[:3], hour, minute if clock[1] else 59, second if clock[2] else 59),
        precision,
        offset=offset,
    )


def _unspecified(
    text: str, year: str, month: str, day: str
) -> tuple[Moment | None, Moment | None, Precision]:
    """Bounds over all dates that fit the digits; the precision is the unit known for sure."""
    lo, hi = sorted((int(year.replace("X", "0")), int(year.replace("X", "9"))))
    months = _fitting(month, 12) if month else range(1, 13)
    days = _fitting(day, 31) if day else range(1, 32)
    digits = year.lstrip("-")
    first = _first_date(digits, range(lo, hi + 1), months, days)
    last = _first_date(digits, range(hi, lo - 1, -1), months[::-1], days[::-1])
    if first is None or last is None:
        raise _wrong(text, "is no date: no day fits these digits")
    precision: Precision = "day"
    if "X" in digits:
        precision = _YEAR_PRECISION[digits.index("X")]
    elif "X" in month:
        precision = "year"
    elif "X" in day:
        precision = "month"
    elif not day:
        precision = "month" if month else "year"
    if precision == "unknown":
        return None, None, precision
    return (*first, 0, 0, 0), (*last, 23, 59, 59), precision


def _fits(number: str, mask: str) -> bool:
    return all(m in ("X", n) for n, m in zip(number, mask, strict=True))


def _fitting(mask: str, most: int) -> list[int]:
    return [n for n in range(1, most + 1) if _fits(f"{n:02}", mask)]


def _first_date(
    mask: str, years: range, months: Sequence[int], days: Sequence[int]
) -> tuple[int, int, int] | None:
    for year in (y for y in years if _fits(f"{abs(y):04}", mask)):
        for month in months:
            length = days_in(year, month)
            for day in days:
                if day <= length:
                    return year, month, day
    return None


def _interval(text: str, start_text: str, end_text: str) -> When:
    start, end = _end(text, start_text), _end(text, end_text)
    if start is None and end is None:
        raise _wrong(text, "has neither a start nor an end", "2014/.. (since), ../2014 (before)")
    earliest = start.earliest if start else None
    latest = end.latest if end else None
    if earliest and latest and earliest > latest:
        raise _wrong(text, "ends before it starts", f"{end_text}/{start_text}")
    ends = [end_ for end_ in (start, end) if end_ is not None]
    return When(
        text,
        earliest,
        latest,
        "interval",
        any(one.approximate for one in ends),
        any(one.uncertain for one in ends),
        open_start=start is None,
        open_end=end is None,
        start=start,
        end=end,
    )


def _end(text: str, end: str) -> When | None:
    """One end of an interval: None where open (`..`) or unknown (nothing)."""
    if end in ("", ".."):
        return None
    match = _POINT.fullmatch(end)
    if match is None:
        raise _wrong(text, f"is no interval: {end[:40]!r} is no date in EDTF")
    return _point(end, match)
