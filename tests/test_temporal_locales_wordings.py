"""Wordings in running text: where the text is, tense, ranges; languages without any."""

from __future__ import annotations

import datetime as dt

import pytest

from timeline.temporal import lang, ranges, tag

FRIDAY = dt.date(2015, 9, 25)
SIEGE = """El asedio empezó el 3 de mayo de 1683. El 12 de julio cayó la muralla y, dos días
después, la guarnición se rindió. Al día siguiente se marchó. El pueblo, fundado en 1590 y tomado
en 1648, fue reconstruido en 1691."""


def when(text: str, language: str) -> dict[str, str | None]:
    """Text of each mention -> its EDTF."""
    return {
        " ".join(m.text.split()): m.when for m in tag(text, published=FRIDAY, language=language)
    }


def test_history_counts_from_where_the_text_is() -> None:
    """A bare day takes the running year, and what comes later is counted from the text."""
    found = when(SIEGE, "es")
    assert found["12 de julio"] == "1683-07-12"
    assert found["dos días después"] == "1683-07-14"
    assert found["Al día siguiente"] == "1683-07-15"
    assert found["1691"] == "1691"


@pytest.mark.parametrize(
    ("language", "past", "future"),
    [
        ("es", "El lunes dimitió.", "El lunes dimitirá."),
        ("it", "Lunedì si dimise, dicono, e tacque.", "Lunedì si dimetterà."),
        ("pt", "Na segunda-feira demitiu-se.", "Na segunda-feira vai demitir-se."),
        ("nl", "Maandag trad hij af.", "Maandag zal hij aftreden."),
        ("ru", "В понедельник он ушёл.", "В понедельник он будет в суде."),
    ],
)
def test_tense_tells_which_monday(language: str, past: str, future: str) -> None:
    """The Monday before the publication day, or the one after it."""
    assert list(when(past, language).values()) == ["2015-09-21"]
    assert list(when(future, language).values()) == ["2015-09-28"]


@pytest.mark.parametrize(
    ("language", "text", "stretch"),
    [
        ("es", "La feria es del 3 al 5 de octubre.", "2015-10-03/2015-10-05"),
        ("it", "La fiera è dal 3 al 5 ottobre.", "2015-10-03/2015-10-05"),
        ("nl", "De kermis is van 3 tot 5 oktober.", "2015-10-03/2015-10-05"),
        ("es", "La guerra (1936-1939) fue larga.", "1936/1939"),
    ],
)
def test_two_ends_are_joined_to_one_stretch(language: str, text: str, stretch: str) -> None:
    """Dashes join, and so do the words that the language has for it."""
    mentions = tag(text, published=FRIDAY, language=language)
    assert [one.when for one in ranges(text, mentions, language=language)] == [stretch]


def test_a_language_without_wordings_keeps_its_plain_rules() -> None:
    """Nothing is asked of a language that nobody wrote about."""
    rules = {rule.name for rule in lang.load("sw").rules}
    assert "<n> <units>" in rules
    assert "<near> <unit>" not in rules


def test_a_rule_whose_words_are_missing_is_left_out() -> None:
    """Russian has no word for "the"."""
    rules = {rule.name for rule in lang.load("ru").rules}
    assert "<near> <unit>" in rules
    assert "<weekdaypart>" not in rules
