"""Calendar arithmetic and the two spellings of a time."""

from __future__ import annotations

import datetime as dt

import pytest

from timeline.temporal import calendar as cal
from timeline.temporal.calendar import Point
from timeline.when import When


@pytest.mark.parametrize(
    ("at", "value", "when"),
    [
        (Point(2014, 3, 16), "2014-03-16", "2014-03-16"),
        (Point(2014, 3), "2014-03", "2014-03"),
        (Point(79), "0079", "0079"),
        (Point(-43, 3), "BC0044-03", "-0043-03"),
        (Point(0), "BC0001", "0000"),
    ],
)
def test_point_is_spelled_for_timex_and_edtf(at: Point, value: str, when: str) -> None:
    """EDTF counts a year 0, TIMEX3 says BC."""
    assert cal.spellings(at) == (value, when)


@pytest.mark.parametrize(
    ("year", "month", "day", "valid"),
    [
        (2014, 2, 29, False),
        (2016, 2, 29, True),
        (1900, 2, 29, False),
        (2000, 2, 29, True),
        (None, 2, 29, True),
        (None, 2, 30, False),
        (2014, 13, 1, False),
        (2014, 4, 31, False),
        (2014, None, None, True),
    ],
)
def test_only_days_that_exist_are_valid(
    year: int | None, month: int | None, day: int | None, valid: bool
) -> None:
    """The Gregorian leap rule; without a year 29 February may be."""
    assert cal.valid(year, month, day) is valid


def test_week_and_weekend_hold_the_day() -> None:
    """Weeks run from Monday to Sunday and have ISO numbers."""
    assert cal.week(dt.date(2015, 10, 1)) == ("2015-W40", "2015-09-28/2015-10-04")
    assert cal.weekend(dt.date(2015, 10, 1)) == ("2015-W40-WE", "2015-10-03/2015-10-04")


@pytest.mark.parametrize(
    ("spelled", "value", "when"),
    [
        (cal.season(2014, 4), "2014-WI", "2014-24"),
        (cal.quarter(2014, 1), "2014-Q1", "2014-33"),
        (cal.half(2014, 2), "2014-H2", "2014-07/2014-12"),
        (cal.decade(1980), "198", "198X"),
        (cal.decade(cal.decade_of(-475)), "BC047", "-0478/-0469"),
        (cal.century(1900), "19", "19XX"),
        (cal.century(-399), "BC03", "-0399/-0300"),
    ],
)
def test_larger_units_are_spelled_and_parse(
    spelled: tuple[str, str], value: str, when: str
) -> None:
    """Decade 470s BC is 479 to 470 BC, the 4th century BC is 400 to 301 BC."""
    assert spelled == (value, when)
    When.parse(when)


def test_months_shift_over_years() -> None:
    """Also backwards, over year 0."""
    assert cal.shifted(Point(2014, 11, 5), 3) == Point(2015, 2)
    assert cal.shifted(Point(1, 1), -1) == Point(0, 12)


def test_days_outside_the_calendar_are_none() -> None:
    """Moving past year 9999 gives nothing instead of an error."""
    assert cal.moved(dt.date(9999, 12, 31), 1) is None
    assert cal.moved(dt.date(2015, 9, 25), 7) == dt.date(2015, 10, 2)


def test_night_lies_between_two_days() -> None:
    """Its value is the evening's day, its EDTF both."""
    assert cal.night(dt.date(2012, 2, 29)) == ("2012-02-29TNI", "2012-02-29/2012-03-01")
