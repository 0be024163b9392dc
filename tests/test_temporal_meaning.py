"""What a length of time away from publication means."""

from __future__ import annotations

import datetime as dt

import pytest

from timeline.temporal.meaning import duration
from timeline.temporal.nodes import Duration, Unit

FRIDAY = dt.date(2015, 9, 25)


@pytest.mark.parametrize(
    ("amount", "unit", "away", "when"),
    [
        (3, "year", -1, "2012~"),
        (3, "year", 1, "2018~"),
        (2, "month", -1, "2015-07~"),
        (10, "day", -1, "2015-09-15~"),
        (2, "week", 1, "2015-10-05/2015-10-11"),
        (None, "year", -1, None),
        (3000, "year", -1, None),
    ],
)
def test_length_away_keeps_its_value_and_has_the_time_it_leads_to(
    amount: float | None, unit: Unit, away: int, when: str | None
) -> None:
    """ "vor [drei Jahren]" is the length P3Y, and about 2012."""
    meaning = duration(Duration(amount, unit, away=away), FRIDAY)
    assert meaning.type == "DURATION"
    assert meaning.when == when


def test_length_away_without_publication_says_what_is_missing() -> None:
    """Nothing is counted from today."""
    meaning = duration(Duration(3, "year", away=-1), None)
    assert (meaning.value, meaning.when, meaning.anchor) == ("P3Y", None, "missing")
