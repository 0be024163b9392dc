"""Lengths counted from a date in the same words."""

from __future__ import annotations

import datetime as dt

import pytest

from timeline.temporal import tag

THURSDAY = dt.date(2014, 3, 20)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("A year after the vote of 16 March 2013 it met.", "2014~"),
        ("Three weeks before the first round of 16 March it met.", "2014-02-23~"),
        ("About ten days after the vote on 6 March it met.", "2014-03-16~"),
        ("Two days following the vote on 6 March it met.", "2014-03-08"),
        ("An hour after the vote on 6 March it met.", None),
        ("Two days after the vote (6 March) it met.", None),
        ("Two days after 40 of them left on 6 March it met.", None),
        ("Two days after the vote that he lost on 6 March it met.", None),
        ("Two days after the vote in spring 2013 it met.", None),
        ("Two days with the vote on 6 March it met.", None),
    ],
)
def test_length_is_dated_only_by_the_noun_beside_it(text: str, when: str | None) -> None:
    """One noun and its date; anything longer may be about something else."""
    first = tag(text, published=THURSDAY)[0]
    assert first.when == when
    assert first.type == "DURATION"


def test_value_stays_a_length() -> None:
    """TIMEX3 has the length, `when` the day, and the anchor is the text."""
    first = tag("Two days after the vote on 6 March it met.", published=THURSDAY)[0]
    assert (first.value, first.when, first.anchor) == ("P2D", "2014-03-08", "discourse")


def test_unit_beside_nothing_is_no_mention() -> None:
    """ "The week before he left" names no time."""
    assert tag("The week before he left, it met.", published=THURSDAY) == ()
