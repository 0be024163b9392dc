"""Slots of wordings: gaps, brackets, numbers put together, numerals."""

from __future__ import annotations

import re

import pytest

from timeline.temporal.locales import locale
from timeline.temporal.locales.forms import forms
from timeline.temporal.locales.names import Names
from timeline.temporal.locales.wordslots import numbers, ordinals, words
from timeline.temporal.pattern import Slot


def names(code: str) -> Names:
    """The names of a language."""
    found = locale(code)
    assert found is not None
    return Names(found, forms(code))


def matched(slot: Slot, text: str, at: int = 0) -> str | None:
    """What a slot takes of a text at a place."""
    found = re.compile(slot.regex, re.IGNORECASE).match(text, at)
    return found[0] if found else None


def test_a_form_before_something_holds_its_gap_unless_it_is_elided() -> None:
    """ "la setmana", "l'any"."""
    slot = words(names("it"), {"la": 1, "l'": 1}, "before")
    assert matched(slot, "la settimana") == "la "
    assert matched(slot, "l'anno") == "l'"


def test_a_form_after_something_may_be_joined_to_it() -> None:
    """ "1980-talet", "två år sedan"."""
    slot = words(names("sv"), {"-talet": 1, "sedan": 1}, "after")
    assert matched(slot, "-talet") == "-talet"
    assert matched(slot, " sedan") == " sedan"
    assert matched(slot, "sedan") is None


def test_words_in_brackets_must_stand_before_and_are_left_out() -> None:
    """ "(en) la actualidad"."""
    slot = words(names("es"), {"(en) la actualidad": 1})
    assert matched(slot, "en la actualidad", 3) == "la actualidad"
    assert matched(slot, "de la actualidad", 3) is None


@pytest.mark.parametrize(
    ("code", "said", "number"),
    [("es", "treinta y cinco", 35), ("it", "trentacinque", 35), ("nl", "vijfendertig", 35),
     ("ru", "двадцать пять", 25), ("ro", "34 de", 34), ("es", "2.500", 2500),
     ("pl", "półtora", 1.5)],
)  # fmt: skip
def test_numbers_are_put_together_as_the_language_does(code: str, said: str, number: float) -> None:
    """Tens and ones by `compose`; figures with their marks."""
    slot = numbers(names(code), names(code).forms.phrases)["number"]
    text = f"{said} x"
    assert matched(slot, text) == said
    assert slot.parse(said) == number


@pytest.mark.parametrize(
    ("code", "said", "number"),
    [("it", "XIX", 19), ("cs", "19.", 19), ("hi", "19वीं", 19), ("uk", "ХІХ", 19),
     ("es", "primer", 1),
     ("es", "casa", None)],
)  # fmt: skip
def test_ordinals_in_words_figures_and_letters(code: str, said: str, number: int | None) -> None:
    """Roman numerals are typed with Cyrillic letters, too."""
    slot = ordinals(names(code), names(code).forms.phrases)["ordinal"]
    assert slot.parse(said.lower()) == number
