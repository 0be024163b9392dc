"""The day of a feast in a given year."""

from __future__ import annotations

import calendar as _calendar
import datetime as dt
import re


def feast_day(name: str, year: int) -> dt.date | None:
    """The day that `name` stands for in `year` (1 to 9999).

    `12-25` is fixed; `11-4-4` the fourth Thursday of November (month, ISO weekday, which; `l` the
    last); `easter-2` so many days from Western Easter; `election` the Tuesday after the first
    Monday of November.
    """
    if not 1 <= year <= 9999:
        return None
    if name.startswith("easter"):
        return easter(year) + dt.timedelta(days=int(name[6:] or 0))
    if name == "election":
        return weekday_of_month(year, 11, 1, 1) + dt.timedelta(days=1)
    if match := re.fullmatch(r"(\d\d)-(\d)-(\d|l)", name):
        which = -1 if match[3] == "l" else int(match[3])
        return weekday_of_month(year, int(match[1]), int(match[2]), which)
    month, day = name.split("-")
    return dt.date(year, int(month), int(day))


def weekday_of_month(year: int, month: int, iso_weekday: int, which: int) -> dt.date:
    """The n-th such weekday of a month, the last for -1."""
    days = [
        day
        for day in range(1, _calendar.monthrange(year, month)[1] + 1)
        if dt.date(year, month, day).isoweekday() == iso_weekday
    ]
    return dt.date(year, month, days[which - 1 if which > 0 else -1])


def easter(year: int) -> dt.date:
    """Western Easter Sunday, by the anonymous Gregorian algorithm (Nature, 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), g = divmod(b, 4), (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return dt.date(year, month, day + 1)
