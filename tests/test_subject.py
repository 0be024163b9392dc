"""`timeline.events.subject`: who or what a clause is about."""

from __future__ import annotations

import pytest

from timeline.events.parser import Parser
from timeline.events.subject import Subjects

pytestmark = pytest.mark.model
FERRY = "The harbour ferry , flying the flag of Norland"


def _subject(parser: Parser, text: str, verb: str, **known: str) -> str:
    (tree,) = parser.parse([text])
    index = next(i for i, token in enumerate(tree.tokens) if token.text == verb)
    parts = Subjects(tree, known.get).of(index)
    return " ".join(p if isinstance(p, str) else tree.tokens[p].text for p in parts)


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("The old mayor left.", "left", "The old mayor"),
        ("The rebels who seized the port fled.", "seized", "The rebels"),
        ("The rebels seized the port and burned the ships.", "burned", "The rebels"),
        ("The mayor said that she resigned.", "resigned", "The mayor"),
        ("The town, which lies on the coast, grew.", "grew", "The town"),
        ("The officer, killing two people, fled the town.", "fled", "The officer"),
        ("It resigned.", "resigned", ""),
        ("Volvane accuses Norland of having seized the strait.", "seized", "Norland"),
        ("The boy had come by boat when he was found.", "found", "The boy"),
        ("The boy saw Pavel Lund when he was found.", "found", ""),
        ("The mayor told the guard that he must leave.", "leave", ""),
        ("Halden said the sum may rise before it is paid.", "paid", ""),
        ("Halden Motors announced it has lost money.", "lost", "Halden Motors"),
        ("Norlandic champion and guide Omar Khan was heard.", "heard", "Omar Khan"),
        ("The car maker Halden, a rival, left.", "left", "The car maker Halden"),
        ("Lund was accused of taking bribes.", "taking", "Lund"),
        ("The harbour ferry, flying the flag of Norland, sank.", "sank", FERRY),
    ],
)
def test_subject(english: Parser, text: str, verb: str, subject: str) -> None:
    """Own, relative, inherited and spoken subjects; nothing where nobody knows."""
    assert _subject(english, text, verb) == subject


def test_pronouns_ask_the_text_before(english: Parser) -> None:
    """The resolver's answer is taken as it is."""
    assert _subject(english, "She resigned.", "resigned", she="Vera Orr") == "Vera Orr"


def test_a_pronoun_keeps_whom_it_is_joined_to(english: Parser) -> None:
    """ "She and Lund met" is not told of her alone, nor of Lund alone where nobody knows her."""
    text = "She and Pavel Lund met."
    assert _subject(english, text, "met", she="Vera Orr") == "Vera Orr and Pavel Lund"
    assert _subject(english, text, "met") == ""


def test_it_may_be_a_thing_of_its_own_sentence(english: Parser) -> None:
    """The text before is asked only where the sentence itself names nothing."""
    assert _subject(english, "Now it won.", "won", it="Halden Group") == "Halden Group"
    assert _subject(english, "The sum grew before it was paid.", "paid", it="Halden Group") == ""
