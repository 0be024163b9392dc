"""The overview: marks as exact as their dates, none on another, a text that says the same."""

from __future__ import annotations

import gzip
import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.site_example import EXAMPLE, event
from timeline.model import Entry
from timeline.site.overview import HISTOGRAM_ABOVE, Mark, _in_lanes, _reach, overview


def picture(*dates: str, **fields: object) -> str:
    """The overview of events with these dates; the mark of the first links to "#a0"."""
    made = [Entry(event(i, date, "T", **fields), "s") for i, date in enumerate(dates)]
    return str(overview(made, href=lambda entry: f"#a{int(entry.event.id, 16)}"))


def mark(html: str, number: int = 0) -> str:
    """What is drawn for one event."""
    found = re.findall(rf'<a href="#a{number}"[^>]*>(.*?)</a>', html, re.S)
    assert len(found) == 1
    return str(found[0])


def width(shape: str) -> float:
    """How long a bar is, in per cent."""
    left, right = (float(re.search(rf'{key}="([\d.]+)%', shape)[1]) for key in ("x1", "x2"))
    return right - left


def test_a_day_is_a_point_and_a_month_a_bar() -> None:
    """A year is a bar twelve times as long."""
    html = picture("2014-03-16", "2014-04", "2015")
    assert mark(html, 0).startswith("<circle")
    assert 10 < width(mark(html, 2)) / width(mark(html, 1)) < 14


def test_what_is_about_right_fades_at_its_ends() -> None:
    """And reaches further than the same date known for sure."""
    assert mark(picture("1860~", "1870")).startswith('<rect x="2.5')
    assert mark(picture("1860", "1870")).startswith("<line")


def test_what_is_open_is_an_arrow() -> None:
    """Since points on, before points back."""
    html = picture("2014/..", "../2015")
    assert 'href="#tl-since"' in mark(html, 0)
    assert 'href="#tl-until"' in mark(html, 1)


def test_what_is_doubtful_or_not_so_is_drawn_differently() -> None:
    """Kind, dispute and question mark are classes."""
    assert '<a href="#a0" tabindex="-1" class="a d">' in picture(
        "2014", "2015", kind="alleged", status="disputed"
    )
    assert 'class="u"' in picture("2014-03-16?", "2015")


def test_events_before_our_era_stand_in_order() -> None:
    """44 BC, 1 BC, AD 14."""
    html = picture("-0043-03-15", "0000", "0014-08-19")
    first, last = (float(re.search(r'cx="([\d.]+)', mark(html, n))[1]) for n in (0, 2))
    assert first < last
    assert "15 March 44 BC to 19 August 14" in html


def test_there_is_no_picture_of_less_than_two_dates() -> None:
    """Nor of events without one."""
    assert picture("2014") == ""
    assert picture("", "2014", "") == ""


def test_the_text_says_what_the_picture_shows() -> None:
    """For those who don't see it."""
    html = str(overview(EXAMPLE, href=lambda entry: f"#{entry.anchor}"))
    assert "Overview of 9 events, 1970s to 2016; most of them, 3, in 2014." in html
    assert 'aria-hidden="true"' in html


@given(
    st.lists(st.tuples(st.floats(0, 100), st.floats(0, 20)), min_size=1, max_size=60),
    st.sampled_from(("day", "bar", "since")),
)
def test_marks_of_a_lane_do_not_touch(places: list[tuple[float, float]], shape: str) -> None:
    """Whatever their lengths."""
    marks = _in_lanes([Mark("#", left, left + length, shape, "") for left, length in places])
    for lane in range(max(mark.lane for mark in marks) + 1):
        spans = sorted(_reach(mark) for mark in marks if mark.lane == lane)
        assert all(one[1] <= two[0] for one, two in pairwise(spans))


def test_a_crowd_is_counted_in_bars_that_lead_to_their_first_event() -> None:
    """More marks than anyone could tell apart."""
    dates = [f"{1900 + n % 100}-06-15" for n in range(HISTOGRAM_ABOVE + 1)]
    html = picture(*sorted(dates))
    assert "<circle" not in html
    assert sum(int(n) for n in re.findall(r"<title>(\d+) event", html)) == len(dates)
    assert 'href="#a0"' in html


def test_a_thousand_marks_are_small() -> None:
    """13 KB compressed, ids and all."""
    made = [
        Entry(event(n * 2654435761 % 2**32, f"{1900 + n // 9}-{1 + n % 9:02}-1{n % 7}", "T"), "s")
        for n in range(1000)
    ]
    html = str(overview(made, href=lambda entry: f"#{entry.anchor}"))
    assert html.count("<circle") == 1000
    assert len(gzip.compress(html.encode())) < 13_000


def test_a_hostile_address_stays_an_address() -> None:
    """Slugs are people's text."""
    entries = [Entry(event(n, f"201{n}", "T"), "s") for n in range(3)]
    html = str(overview(entries, href=lambda entry: '#"><script>{{ 1 }}'))
    assert "<script>" not in html
    assert "{{" not in html
