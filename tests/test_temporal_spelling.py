"""Misspelt weekdays and months."""

from __future__ import annotations

import datetime as dt

import pytest

from timeline.temporal import tag
from timeline.temporal.lang import load
from timeline.temporal.spelling import mended

FRIDAY = dt.date(2015, 9, 25)


@pytest.mark.parametrize(
    ("text", "said", "value"),
    [
        ("On Thusday, he left.", "Thusday", "2015-09-24"),
        ("He left Wendesday.", "Wendesday", "2015-09-23"),
        ("It opened on 12 Febuary 2014.", "12 Febuary 2014", "2014-02-12"),
        ("It opened in Ocotber 2014.", "Ocotber 2014", "2014-10"),
        ("It opened last Septemper.", "last Septemper", "2014-09"),
        ("It opened on Arpil 3.", "Arpil 3", "2015-04-03"),
    ],
)
def test_slip_in_the_company_of_a_date_is_understood(text: str, said: str, value: str) -> None:
    """The mention keeps the words as they stand in the text."""
    (mention,) = tag(text, published=FRIDAY)
    assert (mention.text, mention.value) == (said, value)
    assert text[mention.start : mention.end] == said


@pytest.mark.parametrize(
    "text",
    [
        "She sailed to the Sunda Strait.",
        "He was born in Marche.",
        "They played in Augusta.",
        "The Munday family left.",
        "on thusday he left",
        "The Janary brothers sang.",
        "They drove to Octobre Hall.",
    ],
)
def test_names_and_common_words_are_left_alone(text: str) -> None:
    """A real word, a name, a small letter or no company of a date: nothing is mended."""
    assert tag(text, published=FRIDAY) == ()


def test_places_are_given_in_the_original() -> None:
    """Two mended words of other lengths, and the way back behind each."""
    text = "On Thusday and last Febuary, then 2014."
    fixed = mended(text, load("en"))
    assert fixed.text == "On Thursday and last February, then 2014."
    assert fixed.original(fixed.text.index("2014")) == text.index("2014")
    assert fixed.original(fixed.text.index("and")) == text.index("and")
    assert fixed.original(1) == 1
