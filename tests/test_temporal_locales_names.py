"""Which names of a locale are dates by themselves."""

from __future__ import annotations

import pytest

from timeline.temporal.locales.data import locale
from timeline.temporal.locales.forms import Forms, forms
from timeline.temporal.locales.names import Names


def names(code: str, more: Forms | None = None) -> Names:
    found = locale(code)
    assert found is not None
    return Names(found, forms(found.code) if more is None else more)


@pytest.mark.parametrize(
    ("code", "sure", "unsure"),
    [
        ("pt", ["segunda-feira", "domingo"], ["segunda", "ter", "dom"]),
        ("he", ["יום שני"], ["שני"]),
        ("hi", ["मंगलवार"], ["मंगल"]),
        ("ja", ["月曜日", "月曜"], ["月"]),
        ("fi", ["torstai", "torstaina"], ["to"]),
        ("sv", ["torsdag"], ["tors", "tor"]),
    ],
)
def test_abbreviations_and_last_words_of_a_weekday_are_unsure(
    code: str, sure: list[str], unsure: list[str]
) -> None:
    """They are common words too, or may be: "segunda" is also "second"."""
    found = names(code)
    known = found.sure(found.weekdays)
    assert known >= set(sure)
    assert not known & set(unsure)


def test_name_with_two_meanings_is_unsure() -> None:
    """Spanish "mar" is March, Tuesday and the sea; nobody needs to list it."""
    found = names("es", Forms())
    assert "mar" in found.months
    assert "mar" in found.weekdays
    assert "mar" not in found.sure(found.months)


def test_single_letters_are_no_names() -> None:
    """CLDR's narrow names and the Roman I, V and X of Hungarian calendars."""
    assert not {form for form in names("hu").months if len(form) == 1}


def test_slip_of_the_data_is_put_right() -> None:
    """Persian "do shanbe" is Monday."""
    assert names("fa").weekdays["دو شنبه"] == 0


def test_preposition_is_no_part_of_a_relative_phrase() -> None:
    """TimeML leaves it out: "в прошлом году" is told as "прошлом году"."""
    assert names("ru").relative["прошлом году"] == ("year", -1)
    assert "в прошлом году" not in names("ru").relative


def test_forms_of_scripts_without_spaces_are_found_by_their_first_letter() -> None:
    """Where endings follow a word, by the first letter too; else by the first word."""
    assert [names(c).key(f) for c, f in (("ja", "月曜日"), ("ko", "어제"), ("ru", "в году"))] == [
        "月",
        "어",
        "в",
    ]
