"""`timeline.events.attachment`: the verb or event noun that an expression dates."""

from __future__ import annotations

import pytest

from timeline.events.attachment import dated_head, expression_root
from timeline.events.parser import Parser

pytestmark = pytest.mark.model


def _head(parser: Parser, text: str, said: str, *, ahead: bool | None = None) -> str | None:
    (tree,) = parser.parse([text])
    date = tree.within(text.index(said), text.index(said) + len(said))
    head = dated_head(tree, date, (), ahead)
    return None if head is None else tree.tokens[head].text


@pytest.mark.parametrize(
    ("text", "said", "head"),
    [
        ("Speaking in Sydney on Monday, Orr rejected the plan.", "Monday", "rejected"),
        ("It was on 6 March that Orr signed the order.", "6 March", "signed"),
        ("The minister said Monday the talks had failed.", "Monday", "said"),
        ("The ministers held talks in Geneva in May.", "May", "held"),
        ("Two men died in a crash in May.", "May", "died"),
        ("Prices doubled after the crash in May.", "May", "crash"),
        ("They studied the 2004 report.", "2004", None),
        ("Orr came to Suder to sign the pact on Monday.", "Monday", "came"),
        ("They showed old maps, including a sketch from 1989.", "1989", None),
        ("Orr, speaking on Monday, rejected the plan.", "Monday", "rejected"),
        ("The guard standing at the gate on Monday saw the attack.", "Monday", "standing"),
    ],
)
def test_what_is_dated(english: Parser, text: str, said: str, head: str | None) -> None:
    """Frames, clefts, purposes pass the date on; light verbs keep it; a paper's year is none."""
    assert _head(english, text, said) == head


def test_a_verb_in_the_present_is_not_dated_by_the_past(english: Parser) -> None:
    """The event noun before the date is."""
    text = "Norland denies any role in the destruction of the ship in July 2014."
    assert _head(english, text, "July 2014", ahead=False) == "destruction"


def test_expression_root_hangs_outside(english: Parser) -> None:
    """Of "early May 2015" it is the word that the rest depends on."""
    text = "Orr left in early May 2015."
    (tree,) = english.parse([text])
    date = tree.within(text.index("early"), text.index("."))
    assert tree.tokens[expression_root(tree, date)].text == "May"
