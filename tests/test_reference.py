"""`timeline.events.reference`: which name a pronoun stands for."""

from __future__ import annotations

import pytest

from timeline.events.introductions import Introductions
from timeline.events.names import Names
from timeline.events.reference import Resolver

NAMES = Names(
    ["President Vera Orr met Minister Pavel Lund. Orr spoke. Lund left for the Halden Group."]
)


@pytest.mark.parametrize(
    ("before", "pronoun", "name"),
    [
        (("Orr spoke in Geneva.",), "She", "Vera Orr"),
        (("Orr spoke.", "It rained all day."), "her", "Vera Orr"),
        (("Orr met Lund.",), "she", None),
        (("Orr met Hans Berg.",), "she", None),
        (("Orr and Lund met in May.",), "They", "Orr and Lund"),
        (("The two met in May.",), "they", None),
        (("Orr spoke.",), "it", None),
        ((), "he", None),
    ],
)
def test_resolve(before: tuple[str, ...], pronoun: str, name: str | None) -> None:
    """One person named, or a pair that opens the sentence before; anything else stays open."""
    assert Resolver(NAMES, before, "").resolve(pronoun) == name


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("The Halden Group built a bridge.", "Halden Group"),
        ("The bridge was built by the Halden Group.", None),
    ],
)
def test_it_is_what_the_sentence_before_begins_with(before: str, name: str | None) -> None:
    """Whatever is named later may be spoken of by what stands first."""
    assert Resolver(NAMES, (before,), "").resolve("it") == name


@pytest.mark.parametrize(
    ("before", "said", "name"),
    [
        (("Vera Orr met Pavel Lund.",), "The two men", "Vera Orr and Pavel Lund"),
        (("Vera Orr met Pavel Lund.", "Lund left."), "both leaders", "Vera Orr and Pavel Lund"),
        (("Vera Orr left.",), "The two men", None),
        (("Orr met Pavel Lund and Hans Berg.",), "The two men", None),
        (("The Halden Group grew.",), "It", "Halden Group"),
        (("The Halden Group grew.", "It rained."), "the company", "Halden Group"),
        (("The Halden Group sued the Suder Bank.",), "the company", None),
        (("Orr spoke in Geneva.",), "it", None),
    ],
)
def test_nouns_and_things(before: tuple[str, ...], said: str, name: str | None) -> None:
    """Two people where two are named, the organisation where the text before names one thing."""
    assert Resolver(NAMES, before, "", Introductions([])).resolve(said) == name


def test_who_stands_before_the_pronoun_comes_first() -> None:
    """ "Orr worked at the port when she met Lund": she is Orr."""
    sentence = "Orr worked at the port when she met Lund."
    assert Resolver(NAMES, (), sentence).resolve("she") == "Vera Orr"


@pytest.mark.parametrize(
    ("before", "sentence", "name"),
    [
        ((), "When she left, Orr was tired.", "Vera Orr"),
        (("Orr spoke.",), "She met Lund in May.", "Vera Orr"),
        ((), "She met Lund in May.", None),
        (("Lund spoke.",), "She met Lund in May.", None),
        (("Orr spoke.",), "In May she left the Halden Group.", "Vera Orr"),
    ],
)
def test_who_is_named_behind_is_another(
    before: tuple[str, ...], sentence: str, name: str | None
) -> None:
    """ "She met Lund": whoever she is, she isn't Lund."""
    assert Resolver(NAMES, before, sentence).resolve("she") == name
