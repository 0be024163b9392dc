"""Guards that several languages make from their own words."""

from __future__ import annotations

import re

import pytest

from timeline.temporal.lang.guarding import (
    Years,
    after,
    bare_clock,
    before,
    following,
    free,
    looks,
    not_a_place,
    not_part_of_number,
)
from timeline.temporal.rule import Tense, View, words

YEARS = Years(words("en"), words("page"), words("euros"), (1900, 2029))


def view(marked: str) -> View:
    """The view of what stands between braces."""
    start, end = marked.index("{"), marked.index("}") - 1
    return View(marked.replace("{", "").replace("}", ""), start, end)


@pytest.mark.parametrize(
    ("marked", "held"),
    [
        ("en {1991}.", True),
        ("Le mur, {1991}", True),
        ("en {1291}, une ville", True),
        ("page {1991}", False),
        ("l'page {1991}", False),
        ("{1991} euros", False),
        ("{1991} €", False),
        ("$ {1991}%", False),
        ("le tas {1291}", False),
        ("le tas {2000}", False),
        ("12 {1991}", False),
        ("({1850})", True),
        ("1914-{1918}", True),
        ("n-{1918}", False),
        ("page. {1991}", False),
        ("§ {1991}", False),
    ],
)
def test_four_digits_are_a_year_by_their_neighbours(marked: str, held: bool) -> None:
    """What is priced, counted or numbered is no year; a far one needs a word before it."""
    assert YEARS(view(marked)) is held


@pytest.mark.parametrize(
    ("marked", "held"), [("le {16/03/2014}.", True), ("a/{16/03}", False), ("{16.03}.2", False)]
)
def test_figures_stand_free(marked: str, held: bool) -> None:
    """Neither a longer figure nor a path goes on beside them."""
    assert free(view(marked)) is held


def test_words_before_and_after() -> None:
    """A guard sees the word or the words right beside a match, not further."""
    assert after("vor")(view("vor {drei Jahren}"))
    assert not after("vor")(view("vor gut {drei Jahren}"))
    assert following(r"il y a")(view("il y a {trois ans}"))
    assert not following(r"il y a")(view("il y a eu {trois ans}"))
    assert before("plus tard")(view("{trois ans} plus tard"))
    assert not before("plus tard")(view("{trois ans} et plus tard"))


def test_clause_that_looks_ahead() -> None:
    """The verb before the match tells."""
    tense = Tense(future=words("wird"), past=words("wurde"))
    assert looks("future", tense)(view("Gefeiert wird am {Wochenende}."))
    assert not looks("future", tense)(view("Gefeiert wurde am {Wochenende}."))


@pytest.mark.parametrize(
    ("marked", "held"),
    [
        ("le {4 mai}", True),
        ("rue du {4 mai}", False),
        ("{1. Mai}-Platz", False),
        ("{4 mai}-9", True),
    ],
)
def test_day_that_names_a_street_is_none(marked: str, held: bool) -> None:
    """The words before it, or what is joined to it, tell."""
    assert not_a_place(view(marked), re.compile(r"rue du $")) is held


def test_number_and_clock_stand_alone() -> None:
    """The end of a longer number word is none; an hour of one digit needs a word before it."""
    assert not not_part_of_number(view("dix-{huit ans}"))
    assert not_part_of_number(view("ab, {huit ans}"))
    shown = bare_clock(words("um"))
    assert shown(view("Psalm {23:04}"))
    assert shown(view("um {3:16}"))
    assert not shown(view("Vers {3:16}"))
