"""The year that "last" and "next" mean beside a day or a month."""

from __future__ import annotations

import pytest

from timeline.temporal.calendar import Point
from timeline.temporal.nearest import dated_weekday, strict_year

MAY_27 = Point(1999, 5, 27)


@pytest.mark.parametrize(
    ("direction", "month", "day", "year"),
    [
        ("past", 5, 6, 1999),
        ("past", 5, 30, 1998),
        ("future", 5, 6, 2000),
        ("future", 5, 30, 1999),
        ("past", 5, None, 1998),
        ("future", 6, 2, 1999),
        ("past", 12, 20, 1998),
    ],
)
def test_last_and_next_look_at_the_day_in_the_running_month(
    direction: str, month: int, day: int | None, year: int
) -> None:
    """On 27 May, "le 6 mai dernier" is this year's; a whole month is strictly before or after."""
    assert strict_year(direction, month, month, MAY_27, day) == year


@pytest.mark.parametrize(
    ("day", "weekday", "found"),
    [
        (28, 4, Point(1999, 5, 28)),
        (1, 1, Point(1999, 6, 1)),
        (30, 4, Point(1999, 4, 30)),
        (28, 0, Point(1999, 6, 28)),
        (31, 0, Point(1999, 5, 31)),
        (31, 6, None),
    ],
)
def test_weekday_with_a_day_names_the_month(day: int, weekday: int, found: Point | None) -> None:
    """ "Friday the 28th" is in this month, the next or the last one; else nobody knows."""
    assert dated_weekday(day, weekday, MAY_27) == found
