"""So many units away from a point of time, no more precise than the words."""

from __future__ import annotations

import pytest

from timeline.temporal.away import away
from timeline.temporal.calendar import Point
from timeline.temporal.nodes import Offset

DAY, MONTH, YEAR = Point(2014, 3, 6), Point(2014, 3), Point(2014)


@pytest.mark.parametrize(
    ("node", "base", "when"),
    [
        (Offset("day", 2, "discourse", about=True), DAY, "2014-03-08"),
        (Offset("week", 1, "discourse", about=True), DAY, "2014-03-13~"),
        (Offset("week", 1, "discourse"), DAY, "2014-03-10/2014-03-16"),
        (Offset("day", 2, "discourse", about=True), MONTH, "2014-03~"),
        (Offset("day", 0, "discourse"), MONTH, "2014-03"),
        (Offset("week", 1, "discourse", about=True), MONTH, "2014-03~"),
        (Offset("day", 1, "discourse"), YEAR, None),
        (Offset("week", 1, "discourse"), YEAR, "2014~"),
        (Offset("month", 2, "discourse", about=True), DAY, "2014-05"),
        (Offset("year", 1.5, "discourse", about=True), DAY, "2015~"),
        (Offset("year", -2, about=True), DAY, "2012~"),
        (Offset("decade", -1), DAY, "200X"),
        (Offset("hour", 2, "discourse", about=True), DAY, "2014-03-06~"),
        (Offset("day", None, "discourse", mod="AFTER"), DAY, "2014-03~"),
        (Offset("year", None, mod="BEFORE"), DAY, None),
    ],
)
def test_offset_is_as_precise_as_its_unit_and_its_base(
    node: Offset, base: Point, when: str | None
) -> None:
    """A coarse base or unit, a rounded or uncounted amount never give an exact day."""
    found = away(node, base, "discourse")
    assert found is not None
    assert found.when == when


def test_nothing_lies_beyond_the_calendar() -> None:
    """What would be past year 9999 is no time."""
    assert away(Offset("year", 9000, about=True), DAY, "published") is None
    assert away(Offset("day", 1e9), DAY, "published") is None


def test_without_a_base_the_value_is_open() -> None:
    """Nothing to count from: `when` is None and the anchor missing."""
    found = away(Offset("week", -1), None, "missing")
    assert found is not None
    assert (found.value, found.when, found.anchor) == ("XXXX-WXX", None, "missing")
