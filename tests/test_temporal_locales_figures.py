"""Days and years by several counts."""

from __future__ import annotations

import pytest

from timeline.temporal.locales.figures import year_of
from timeline.temporal.locales.forms import Forms
from timeline.temporal.locales.language import compiled

ERAS = Forms(eras={"平成": 1988, "令和": 2018})


@pytest.mark.parametrize(
    ("said", "forms", "year"),
    [
        ("2014", Forms(), 2014),
        ("2014年", Forms(), 2014),
        ("año 2014", Forms(), 2014),
        ("平成26年", ERAS, 2014),
        ("令和元年", ERAS, 2019),
        ("二〇一四年", Forms(), 2014),
        ("一九八四", Forms(), 1984),
        ("2557", Forms(buddhist=True), 2014),
        ("2014", Forms(buddhist=True), 2014),
    ],
)
def test_year_is_counted_as_it_is_written(said: str, forms: Forms, year: int) -> None:
    """Eras count from the year before their first; the Buddhist era is 543 years ahead."""
    assert year_of(said, forms) == year


@pytest.mark.parametrize(
    ("said", "day"),
    [("16", 16), ("六", 6), ("十", 10), ("十六", 16), ("二十", 20), ("三十一", 31), ("廿五", 25)],
)
def test_day_is_read_in_figures_and_chinese_numerals(said: str, day: int) -> None:
    """One ten without a number before it is ten."""
    assert compiled("ja").vocabulary["day"].parse(said) == day


def test_two_digits_of_a_year_pivot_at_fifty() -> None:
    """As people use them in dates."""
    slot = compiled("ru").vocabulary["yy"]
    assert [slot.parse(said) for said in ("14", "49", "50", "99")] == [2014, 2049, 1950, 1999]
