"""Calendar arithmetic, and the two spellings of a time: TIMEX3 `value` and EDTF `when`."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

MIN_YEAR, MAX_YEAR = -9998, 9999
SEASONS = ("SP", "SU", "FA", "WI")


@dataclass(frozen=True, slots=True)
class Point:
    """A year, a month of it, or a day of it. Years are astronomical: 44 BC is -43."""

    year: int
    month: int | None = None
    day: int | None = None

    def date(self) -> dt.date | None:
        """The day, with what is missing taken as the first; None before year 1."""
        if not 1 <= self.year <= MAX_YEAR:
            return None
        return dt.date(self.year, self.month or 1, self.day or 1)


def point(day: dt.date) -> Point:
    """The point for a day."""
    return Point(day.year, day.month, day.day)


def valid(year: int | None, month: int | None, day: int | None) -> bool:
    """Whether such a day can be; without a year, 29 February can."""
    if month is None or day is None:
        return month is None or 1 <= month <= 12
    if not 1 <= month <= 12 or day < 1:
        return False
    if year is None:
        return day <= (29 if month == 2 else _days(2001, month))
    return day <= _days(year, month)


def _days(year: int, month: int) -> int:
    if month == 2:
        leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        return 29 if leap else 28
    return 30 if month in (4, 6, 9, 11) else 31


def ranked(year: int, month: int, weekday: int | None, rank: int) -> int | None:
    """The day of the month that is the rank-th such weekday, from the end where negative.

    Without a weekday all days count. None where the month has no such day, or before year 1.
    """
    if not 1 <= year <= MAX_YEAR:
        return None
    length = _days(year, month)
    days = [
        day
        for day in range(1, length + 1)
        if weekday is None or dt.date(year, month, day).weekday() == weekday
    ]
    at = rank - 1 if rank > 0 else len(days) + rank
    return days[at] if rank and 0 <= at < len(days) else None


def year_value(year: int) -> str:
    """TIMEX3: `1991`; before year 1 `BC0044`."""
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"


def year_when(year: int) -> str:
    """EDTF: `1991`; before year 1 astronomical, `-0043`."""
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"


def spellings(at: Point) -> tuple[str, str]:
    """(value, when) of a year, month or day."""
    tail = "" if at.month is None else f"-{at.month:02d}"
    tail += "" if at.day is None else f"-{at.day:02d}"
    return year_value(at.year) + tail, year_when(at.year) + tail


def interval(first: dt.date, last: dt.date) -> str:
    """EDTF `first/last`, both days inclusive."""
    return f"{first.isoformat()}/{last.isoformat()}"


def week(day: dt.date) -> tuple[str, str]:
    """(value, when) of the week, Monday to Sunday, that holds this day."""
    year, number, weekday = day.isocalendar()
    first = day - dt.timedelta(days=weekday - 1)
    return f"{year:04d}-W{number:02d}", interval(first, _later(first, 6))


def _later(day: dt.date, days: int) -> dt.date:
    """So many days later, or the last day there is."""
    return moved(day, days) or dt.date.max


def weekend(day: dt.date) -> tuple[str, str]:
    """(value, when) of the Saturday and Sunday of the week that holds this day."""
    year, number, weekday = day.isocalendar()
    saturday = _later(day - dt.timedelta(days=weekday - 1), 5)
    return f"{year:04d}-W{number:02d}-WE", interval(saturday, _later(saturday, 1))


def night(day: dt.date) -> tuple[str, str]:
    """(value, when) of the night that begins on this day; nobody says on which side of midnight."""
    return f"{day.isoformat()}TNI", interval(day, _later(day, 1))


def season(year: int, number: int) -> tuple[str, str]:
    """(value, when) of spring 1, summer 2, autumn 3, winter 4."""
    return f"{year_value(year)}-{SEASONS[number - 1]}", f"{year_when(year)}-{20 + number}"


def quarter(year: int, number: int) -> tuple[str, str]:
    """(value, when) of a quarter; EDTF has them as 33 to 36."""
    return f"{year_value(year)}-Q{number}", f"{year_when(year)}-{32 + number}"


def half(year: int, number: int) -> tuple[str, str]:
    """(value, when) of half a year."""
    first, last = (1, 6) if number == 1 else (7, 12)
    y = year_when(year)
    return f"{year_value(year)}-H{number}", f"{y}-{first:02d}/{y}-{last:02d}"


def decade(first: int) -> tuple[str, str]:
    """(value, when) of the ten years from `first` on; for BC years the years 479 to 470."""
    if first >= 0:
        return f"{first // 10:03d}", f"{first // 10:03d}X"
    bc = (1 - first) // 10
    return f"BC{bc:03d}", f"{year_when(first)}/{year_when(first + 9)}"


def decade_of(year: int) -> int:
    """The first year of the decade that holds this one; in BC years 479 to 470."""
    return year // 10 * 10 if year > 0 else -((1 - year) // 10 * 10 + 8)


def century(first: int) -> tuple[str, str]:
    """(value, when) of the century whose years begin with those of `first`."""
    if first >= 0:
        return f"{first // 100:02d}", f"{first // 100:02d}XX"
    bc = -(first + 98) // 100
    return f"BC{bc:02d}", f"{year_when(first)}/{year_when(first + 99)}"


def shifted(at: Point, months: int) -> Point:
    """The month so many months away; the day is dropped."""
    total = at.year * 12 + (at.month or 1) - 1 + months
    return Point(total // 12, total % 12 + 1)


def moved(day: dt.date, days: int) -> dt.date | None:
    """The day so many days away, or None outside the calendar."""
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        return None
