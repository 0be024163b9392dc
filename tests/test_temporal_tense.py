"""Which way a clause looks, in languages with letters beyond English ones."""

from __future__ import annotations

import pytest

from timeline.temporal.rule import Tense, words
from timeline.temporal.tense import side

FRENCH_LIKE = Tense(past=words("était"), future=words("prévue"), future_endings=("ira", "era"))


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("La porte était fermée ", "past"),
        ("La réunion est prévue ", "future"),
        ("Le musée ouvrira ", "future"),
        ("Le musée rouge ", ""),
    ],
)
def test_accented_words_and_endings_tell_the_side(before: str, expected: str) -> None:
    """A word is read whole, and a verb's own ending can look ahead."""
    assert side(before + "jeudi.", len(before), len(before) + 5, FRENCH_LIKE) == expected


def test_language_whose_verbs_nobody_listed_tells_nothing() -> None:
    """And costs nothing: "to" is no infinitive there."""
    assert side("They are to meet Monday.", 17, 23, Tense()) == ""
