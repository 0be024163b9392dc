"""What stands beside a match."""

from __future__ import annotations

import pytest

from timeline.temporal.locales.guards import Guards, following, free, numeric, previous
from timeline.temporal.rule import View

SPANISH = Guards(
    before=frozenset({"en"}),
    after=frozenset(),
    not_after=frozenset({"la"}),
    sure=frozenset({"marzo"}),
    long=frozenset({"marzo", "mayo"}),
    small=True,
    spaced=True,
)


def view(text: str) -> View:
    """The match is what stands in braces."""
    start, end = text.index("{"), text.index("}") - 1
    return View(text.replace("{", "").replace("}", ""), start, end)


def test_neighbours_are_whole_words_with_their_marks() -> None:
    """Vowel signs belong to the word; punctuation parts words."""
    assert previous(view("वर्ष {2014} में")) == "वर्ष"
    assert following(view("वर्ष {2014} में")) == "में"
    assert (previous(view("en, {2014}")), following(view("{2014}. En"))) == ("", "")


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("en {marzo}", True),
        ("{marzo}", True),
        ("en {mayo}", True),
        ("de {mayo}", False),
        ("la calle {Marzo} 3", False),
        ("Fin. {Marzo} empezó", True),
        ("x-{marzo}", False),
    ],
)
def test_name_needs_length_or_a_word_beside_it(text: str, holds: bool) -> None:
    """A capital letter inside a sentence makes it a name of something else."""
    assert SPANISH.name(view(text)) is holds


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("en {2014}", True),
        ("(La Paz, {2014})", False),
        ("({2014})", True),
        ("vuelo {2014}", False),
        ("en {1750}", False),
        ("en {2000} casas", False),
        ("en ${2014}", False),
        ("en {2014}-15", False),
    ],
)
def test_four_figures_need_a_word_or_brackets(text: str, holds: bool) -> None:
    """Everything else may count, price or number something."""
    assert SPANISH.year(view(text)) is holds


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("el {16} de", True),
        ("${16}", False),
        ("3.{16}", False),
        ("10-{16}", False),
        ("Ana-{16}", True),
        ("{16}", True),
    ],
)
def test_figure_before_a_date_must_not_be_cut_off(text: str, holds: bool) -> None:
    """Half of a longer figure is none."""
    assert free(view(text)) is holds


@pytest.mark.parametrize(
    ("text", "holds"),
    [("el {1/2/2014} a", True), ("{1/2/2014}/3", False), ("a/{1/2/2014}", False)],
)
def test_date_in_figures_stands_free(text: str, holds: bool) -> None:
    """No path, no longer row of figures."""
    assert numeric(view(text)) is holds


def test_relative_word_after_an_article_is_another() -> None:
    """ "La mañana" is the morning."""
    assert SPANISH.relative(view("{mañana}"))
    assert not SPANISH.relative(view("la {mañana}"))
