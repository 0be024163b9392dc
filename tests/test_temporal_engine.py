"""The engine: longest match, no overlap, and cost that grows with the text and no faster."""

from __future__ import annotations

import re
import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.temporal import engine, tag
from timeline.temporal.nodes import Calendar
from timeline.temporal.pattern import shape
from timeline.temporal.rule import Language, Rule, words

GRAMMAR = engine.grammar("en")


def spans(text: str) -> list[str]:
    return [text[c.start : c.end] for c in engine.candidates(text, GRAMMAR)]


def test_longest_match_at_a_word_wins() -> None:
    """ "March 16, 2014" is one date, not a month, a day and a year."""
    assert spans("It was March 16, 2014 then.") == ["March 16, 2014"]


def test_line_breaks_inside_an_expression_are_white_space() -> None:
    """Wrapped text is read like unwrapped text."""
    assert spans("in the past\n  two weeks") == ["the past\n  two weeks"]


def test_loser_and_reason_are_kept_on_request() -> None:
    """A match that a guard turned down is reported with the reason."""
    lost: list[engine.Lost] = []
    assert list(engine.candidates("See page 1984.", GRAMMAR, lost)) == []
    assert [(x.start, x.end, x.rule) for x in lost] == [(9, 13, "<year>")]
    assert "guard" in lost[0].why


def test_every_rule_of_a_language_has_its_own_name() -> None:
    """A name leads to one rule, so that `explain` can show its pattern."""
    names = [rule.name for rule in GRAMMAR.language.rules]
    assert sorted(names) == sorted(set(names))


HOSTILE = {
    "digits": "1234567890",
    "spaced digits": "1 2 3 4 ",
    "dots": "1.1.1.1.",
    "slashes": "1/1/1/",
    "last": "last ",
    "the": "the ",
    "months": "March May June ",
    "month days": "March 1 and March ",
    "numbers": "twenty-one hundred and ",
    "spaces": "the      \n",
    "ands": "1 and a ",
    "every": "every each per ",
    "capitals": "Thusday Febuary ",
    "apostrophes": "'80s'",
    "a": "a",
    "units": "years days of the ",
    "two quotes": "'80s",
    "lengths": "3 days, ",
    "lengths beside": "two days after the ",
    "weekdays": "Monday, ",
    "running years": "the the year ",
    "ends": "the end of ",
    "moving on": "since then in June ",
}


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_cost_is_linear_on_hostile_text(unit: str) -> None:
    """Four times the text costs about four times as much, never sixteen times."""

    def cost(size: int) -> float:
        text = unit * (size // len(unit))
        best = float("inf")
        for _ in range(2):
            started = time.process_time()
            tag(text, published=None, genre="news")
            best = min(best, time.process_time() - started)
        return best

    tag(unit, published=None)
    assert cost(40_000) < 9 * cost(10_000) + 0.05


EVERY_RULE = engine.built(replace(GRAMMAR.language, apart=False))
SAID = words(
    "the a last next this of in on early late end 3 16 1984 2014 10:30 p.m. 9pm 30Z March Feb. May "
    "Friday day year years week quarter third century 1980s '90s 12th BC ago later two twenty and "
    "to through - – , . ' night before after noon year's following spring GMT hours other few time"
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(sorted(SAID)), max_size=25).map(" ".join))
def test_rules_left_out_for_their_words_could_not_match(text: str) -> None:
    """Looking only at rules whose words are within reach finds what looking at all finds."""
    assert list(engine.candidates(text, GRAMMAR)) == list(engine.candidates(text, EVERY_RULE))


def test_a_language_says_what_its_words_are_and_where_a_match_ends() -> None:
    """Scripts without spaces: every letter may begin a date, and a letter may follow it."""
    month = shape(r"\d{1,2}月", lambda said: int(said[:-1]))
    language = Language(
        "zz",
        {"month": month},
        (Rule("<month>", "<month>", lambda g: Calendar(month=g["month"])),),
        word=re.compile(r"\d+|[^\W\d_]"),
        edge="",
        fold=str.maketrans("３", "3"),
    )
    grammar = engine.built(language)
    found = list(engine.candidates("在3月和".translate(language.fold), grammar))
    assert [(c.start, c.end) for c in found] == [(1, 3)]


def test_an_apostrophe_that_closes_a_word_opens_no_year() -> None:
    """ "L'11 settembre" is a day, "nel '68" a year."""
    for text, value in (("Sfilarono l'11 settembre 2014.", "2014-09-11"), ("Nel '68.", "1968")):
        assert [m.value for m in tag(text, published=None, language="it")] == [value]
