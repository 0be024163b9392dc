"""The year that "last" and "next" mean beside a day or a month."""

from __future__ import annotations

import pytest

from timeline.temporal.calendar import Point
from timeline.temporal.nearest import strict_year

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
