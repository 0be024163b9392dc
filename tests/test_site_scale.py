"""The axis of the overview: order kept, long gaps cut, labels that don't collide."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from timeline.site.scale import WIDTH, ZOOMS, day_number, scale, ticks

DAYS = st.integers(-800_000, 800_000)
EXTENTS = st.lists(st.tuples(DAYS, st.integers(1, 40_000)).map(lambda e: (e[0], e[0] + e[1])))


def days(*texts: str) -> list[tuple[float, float]]:
    """Extents of single days."""
    found = [day_number(*map(int, text.split("-"))) for text in texts]
    return [(day, day + 1) for day in found]


@given(st.dates())
def test_days_are_numbered_one_by_one(day: dt.date) -> None:
    """As the calendar of Python counts them."""
    first = dt.date(2000, 3, 1)
    gone = day_number(day.year, day.month, day.day) - day_number(2000, 3, 1)
    assert gone == (day - first).days


def test_there_is_a_year_0_and_one_before_it() -> None:
    """31 December of 2 BC (-1) is the day before 1 January of 1 BC (0)."""
    assert day_number(0, 1, 1) - day_number(-1, 12, 31) == 1


@given(EXTENTS, st.lists(DAYS, min_size=2))
def test_later_days_never_stand_before_earlier_ones(extents: list, some: list[int]) -> None:
    """Whatever is cut; and all stand within the picture."""
    axis = scale(extents)
    places = [axis.x(day) for day in sorted(some)]
    assert places == sorted(places)
    assert all(0 <= place <= 100 for place in places)


def test_equal_times_are_equally_long_without_a_cut() -> None:
    """Events of every tenth year: nothing is cut."""
    axis = scale(days("1900-01-01", "1910-01-01", "1920-01-01", "1930-01-01"))
    first, middle, last = (axis.x(day_number(year, 1, 1)) for year in (1900, 1915, 1930))
    assert axis.cuts == ()
    assert abs((middle - first) - (last - middle)) < 0.1


def test_a_long_empty_time_is_cut_and_marked() -> None:
    """One old event does not press the busy years into a corner."""
    busy = [f"2014-{month:02}-15" for month in range(1, 13)]
    axis = scale(days("1954-02-01", *busy))
    assert len(axis.cuts) == 1
    assert axis.x(day_number(2014, 12, 15)) - axis.x(day_number(2014, 1, 15)) > 80


def test_labels_do_not_collide_at_the_zoom_they_are_shown_from() -> None:
    """Half of either label fits between two neighbours."""
    found = ticks(scale(days("-0043-03-15".lstrip("-"), "1800-05-05", "2014-03-16")), "en")
    for level, zoom in enumerate(ZOOMS):
        shown = [tick for tick in found if tick.level <= level]
        for one, two in pairwise(shown):
            room = (two.x - one.x) / 100 * WIDTH * zoom
            assert room > 3.5 * (len(one.label) + len(two.label)), (one, two)


def test_every_piece_says_the_year_it_begins_in() -> None:
    """Otherwise nobody could tell where a cut leads."""
    axis = scale(days("1954-02-01", *(f"2014-{month:02}-15" for month in range(3, 13))))
    labels = {tick.label for tick in ticks(axis, "en") if tick.level == 0}
    assert {"1954", "2014"} <= labels


def test_labels_speak_the_language_of_the_site() -> None:
    """Months and eras."""
    axis = scale([*days("2014-01-20", "2014-12-20")])
    assert "Mai" in {tick.label for tick in ticks(axis, "de")}
