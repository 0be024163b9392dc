"""Feasts and holidays on their days."""

from __future__ import annotations

import datetime as dt

import pytest

from timeline.temporal.feasts import feast_day


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("12-25", 2014, (2014, 12, 25)),
        ("11-4-4", 2014, (2014, 11, 27)),  # fourth Thursday
        ("05-1-l", 2015, (2015, 5, 25)),  # last Monday
        ("election", 2016, (2016, 11, 8)),  # Tuesday after the first Monday
        ("election", 2011, (2011, 11, 8)),
        ("easter", 2000, (2000, 4, 23)),
        ("easter", 2008, (2008, 3, 23)),
        ("easter", 2038, (2038, 4, 25)),
        ("easter-2", 2015, (2015, 4, 3)),  # Good Friday
        ("easter+1", 2015, (2015, 4, 6)),
    ],
)
def test_feast_falls_on_its_day(name: str, year: int, day: tuple[int, int, int]) -> None:
    """Fixed days, n-th weekdays, and days counted from Western Easter."""
    assert feast_day(name, year) == dt.date(*day)


def test_year_outside_the_calendar_has_no_feasts() -> None:
    """Years before 1 give nothing."""
    assert feast_day("easter", 0) is None
