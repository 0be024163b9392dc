"""Which heading an event stands under."""

from __future__ import annotations

import pytest

from timeline.model import Entry, Event
from timeline.site.periods import years


def entry(when: str) -> Entry:
    return Entry(Event(id=when or "none", when=when, title=when), "s")


def place(when: str) -> tuple[str | None, str | None]:
    """The EDTF of the year and the month an event of this time stands under."""
    (year,) = years([entry(when)])
    (month,) = year.months
    return (
        year.when.text if year.when else None,
        month.when.text if month.when else None,
    )


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("1991", ("1991", None)),
        ("1991~", ("1991", None)),
        ("2014-03", ("2014", "2014-03")),
        ("2014-03?", ("2014", "2014-03")),
        ("2014-03-16", ("2014", "2014-03")),
        ("2014-03-16T14:30", ("2014", "2014-03")),
        ("2014-03-XX", ("2014", "2014-03")),
        ("2014-21", ("2014", "2014-21")),
        ("2014-33~", ("2014", "2014-33")),
        ("199X", ("199X", None)),
        ("199X~", ("199X", None)),
        ("19XX", ("19XX", None)),
        ("2014-03-16/2014-04-02", ("2014", "2014-03")),
        ("2013/2015", ("2013", None)),
        ("2014-02/..", ("2014", "2014-02")),
        ("../2014", ("2014", None)),
        ("../2014-04-17", ("2014", "2014-04")),
        ("-0043-03-15", ("-0043", "-0043-03")),
        ("0000", ("0000", None)),
        ("Y-12000", ("Y-12000", None)),
        ("XXXX", (None, None)),
        ("", (None, None)),
    ],
)
def test_an_event_stands_under_what_is_known_of_its_time(
    when: str, expected: tuple[str | None, str | None]
) -> None:
    """Never under a month that its source does not give."""
    assert place(when) == expected


def test_periods_are_in_order_of_time_and_the_wider_first() -> None:
    """A decade precedes its years, a year's own events its months, a season its months."""
    texts = ["", "1990", "199X", "2014-05", "2014", "2014-21", "2014-03", "-0043", "19XX"]
    found = [(y.when.text if y.when else "", len(y)) for y in years(map(entry, texts))]
    expected = [("-0043", 1), ("19XX", 1), ("199X", 1), ("1990", 1), ("2014", 4), ("", 1)]
    assert found == expected
    months = next(y for y in years(map(entry, texts)) if y.anchor == "y.2014").months
    assert [m.when.text if m.when else None for m in months] == [
        *(None, "2014-21", "2014-03", "2014-05")
    ]


def test_events_of_a_period_keep_their_order() -> None:
    """The timeline is in order already; same-day order is a person's."""
    order = ["2014-03-16", "2014-03-02", "2014-03"]
    (year,) = years(map(entry, order))
    assert [one.event.when for one in year.months[0].entries] == order
