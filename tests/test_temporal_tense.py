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


AUXILIARIES = Tense(
    past=words("ist hat a"),
    weak=words("ist hat"),
    participle=r"ge\w+t",
    pending=words("angesetzt"),
    articles=words("der"),
    second=r"\w+[^\W_e]t",
    since=words("seit"),
    perfect=words("est"),
    selves=words("s"),
    going=words("va"),
    infinitives=("ir",),
)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Am {Sonntag} ist Markt.", "future"),
        ("Sie hat {Sonntag} gelacht.", "past"),
        ("Die Wahl ist {Sonntag} angesetzt.", "future"),
        ("Der Mann, der {Sonntag} gefragt ist, lacht.", "past"),
        ("Seit {Sonntag} ist Markt.", "past"),
        ("Am {Sonntag} singt der Chor.", "future"),
        ("Der {Sonntag} gefragt werden kann.", ""),
        ("Wenn der Chor, der am {Sonntag} singt, lacht.", ""),
        ("Le bal s'est tenu {dimanche}.", "past"),
        ("Le bal va bientôt finir, {dimanche}.", "future"),
        ("Le chemin va loin, {dimanche}.", ""),
    ],
)
def test_auxiliaries_and_the_place_of_the_verb_tell(marked: str, expected: str) -> None:
    """ "Is" is past with a participle only; a verb right behind the opening date is of now."""
    start, end = marked.index("{"), marked.index("}") - 1
    assert side(marked.replace("{", "").replace("}", ""), start, end, AUXILIARIES) == expected


def test_stop_before_the_date_opens_a_sentence() -> None:
    """Even where nothing comes before the stop."""
    assert side(". Sonntag singt er.", 2, 9, AUXILIARIES) == "future"


def test_is_far_from_the_end_of_its_sentence_stays_past() -> None:
    """Whether a participle follows can't be told there."""
    text = "Der Chor ist Sonntag" + " mit vielen und schönen Liedern" * 5 + " aus."
    assert side(text, 13, 20, AUXILIARIES) == "past"
