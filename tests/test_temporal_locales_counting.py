"""Phrases around a number."""

from __future__ import annotations

import pytest

from timeline.temporal.locales.language import compiled


@pytest.mark.parametrize(
    ("code", "said", "away"),
    [
        ("ru", "5 лет назад", ("year", -5)),
        ("ru", "два месяца назад", ("month", -2)),
        ("ru", "через 3 дня", ("day", 3)),
        ("ru", "неделю назад", ("week", -1)),
        ("sv", "för tre veckor sedan", ("week", -3)),
        ("es", "dentro de 2 meses", ("month", 2)),
        ("it", "fra tre giorni", ("day", 3)),
        ("ja", "三年前", ("year", -3)),
        ("ko", "3일 전", ("day", -3)),
        ("sw", "wiki 2 zilizopita", ("week", -2)),
        ("ru", "5 лет", None),
        ("ru", "лет", None),
        ("es", "hace 2 litros", None),
    ],
)
def test_phrase_means_so_many_units_away(
    code: str, said: str, away: tuple[str, int] | None
) -> None:
    """The data's own phrases, and the same with the other forms of the unit."""
    assert compiled(code).vocabulary["counted"].parse(said) == away
