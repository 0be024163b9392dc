"""How alike two texts are."""

from __future__ import annotations

from itertools import pairwise

import pytest

from timeline.likeness import Weights, features, likeness

TEXTS = (
    "The ferry Aurora ran aground off Skagen",
    "The grounding of the ferry Aurora off Skagen",
    "The ministers signed a treaty on fishing in the north",
    "The council of the town opened the bridge over the river",
)


def alike(one: str, other: str) -> float:
    weights = Weights.of(map(features, TEXTS))
    return likeness(weights.vector(features(one)), weights.vector(features(other)))


def test_the_same_text_is_alike_and_another_is_not() -> None:
    """The ends of the scale."""
    assert alike(TEXTS[0], TEXTS[0]) == pytest.approx(1)
    assert alike("Aurora", "treaty") == 0
    assert alike("", "treaty") == 0


def test_rare_words_count_for_more() -> None:
    """A shared name says more than a shared article."""
    assert alike("the Aurora", "an Aurora") > alike("the Aurora", "the treaty")


def test_other_forms_of_a_word_count() -> None:
    """“Signed” and “signing” share their beginning."""
    assert 0 < alike("they resigned", "the resignation") < 1


def test_scripts_without_spaces_are_cut_in_pairs() -> None:
    """A sentence of Chinese is no single word."""
    assert set(features("签署条约")) == {"签署", "署条", "条约"}


def test_many_texts_make_a_word_common() -> None:
    """What stands in more than twenty of a hundred texts joins nothing by itself."""
    weights = Weights.of(features(f"the river{n}") for n in range(100))

    assert "the" in weights.common
    assert weights.common.isdisjoint({"river7"})


def test_the_order_of_the_two_makes_no_difference() -> None:
    """Alike is alike both ways."""
    for one, other in pairwise(TEXTS):
        assert alike(one, other) == pytest.approx(alike(other, one))
