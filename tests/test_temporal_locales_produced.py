"""What matches of the wordings mean."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from timeline.temporal.locales import produced
from timeline.temporal.nodes import Duration, Era, Offset
from timeline.temporal.rule import Groups


def groups(**told: Any) -> Groups:
    """Groups where every other slot is None."""
    found: dict[str, Any] = defaultdict(lambda: None)
    found.update(told)
    return found


def test_units_without_a_number_are_one_or_nobody_knows_how_many() -> None:
    """ "El último año" is one, "los últimos años" are some."""
    near = (-1, "published")
    one, some = groups(units=("year", False), near=near), groups(units=("year", True), near=near)
    assert produced.stretch(one) == Duration(1, "year", "past")
    assert produced.stretch(some) == Duration(None, "year", "past")


def test_half_a_year_is_six_months_away() -> None:
    """A year would be said too coarsely."""
    half_year = groups(lengthword=(0.5, "year"))
    assert produced.word_away(-1)(half_year) == Offset("month", -6, about=True)


def test_decade_of_a_century() -> None:
    """ "The sixties of the last century", "of the 19th"."""
    last = groups(decadename=60, near=(-1, "published"))
    assert produced.decade_of_century(last) == Era("decade", 1960)
    assert produced.decade_of_century(groups(shortdecade=60, ordinal=19)) == Era("decade", 1860)
    assert produced.decade_of_century(groups(shortdecade=60)) is None


def test_hundreds_are_a_century_where_the_language_says_so() -> None:
    """Swedish "1800-talet", not "1980-talet"."""
    assert produced.decade(hundreds=True)(groups(decade=1800)) == Era("century", 1800)
    assert produced.decade(hundreds=True)(groups(decade=1980)) == Era("decade", 1980)
    assert produced.decade(hundreds=False)(groups(decade=1900)) == Era("decade", 1900)
