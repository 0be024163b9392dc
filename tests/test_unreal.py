"""`timeline.events.unreal`: dates beside which nothing happens."""

from __future__ import annotations

import pytest

from timeline.events.clause import find_clause
from timeline.events.parser import Parser

pytestmark = pytest.mark.model


def _head(parser: Parser, text: str, said: str, ahead: bool | None = False) -> str | None:
    (tree,) = parser.parse([text])
    start = text.index(said)
    clause = find_clause(tree, tree.within(start, start + len(said)), ahead=ahead)
    return tree.tokens[clause.head].text if clause else None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Loan costs dropped to 663 million from 1 billion a year ago.", "a year ago"),
        ("Car sales in Norland dropped 23% compared to March of 2008.", "March of 2008"),
        ("The quarry sold 14 million stones, down from 21 million last year.", "last year"),
        ("Sales fell 42% in May from the previous year.", "the previous year"),
        ("If Norland signed the treaty in July, it kept that to itself.", "July"),
        ("Norland could have signed the treaty in 2013.", "2013"),
        ("Reporters asked whether Lund had met the rebels in May.", "May"),
        ("There was no word from Norland on Tuesday about the talks.", "Tuesday"),
        ("No talks were held on Monday.", "Monday"),
        ("Nobody came to the port on Monday.", "Monday"),
        ("Orr had never met Lund in 2014.", "2014"),
        ("Sales were 2 billion, up from last year's 1 billion.", "last year"),
        ("It made up 43% of sales, a 74% increase from a year earlier.", "a year earlier"),
        ("Halden has posted its first annual loss since 1992.", "1992"),
        ("The gain would mean twice as high a dividend this year as last.", "last"),
        ("Twice as many ships sank as in 2014.", "2014"),
        ("Sales fell to the lowest number since 1981.", "1981"),
        ("The council has seen no meeting since May.", "May"),
    ],
)
def test_nothing_happens(english: Parser, text: str, said: str) -> None:
    """Figures to compare with, conditions, what would have been, and negations give no event."""
    assert _head(english, text, said) is None


@pytest.mark.parametrize(
    ("text", "said", "head"),
    [
        ("The firm moved to Suder from Norland in 2013.", "2013", "moved"),
        ("The ban runs from 3 May 2015.", "3 May 2015", "runs"),
        ("Sales fell 42% in May from the previous year.", "May", "fell"),
        ("Orr did not sign until May 2014.", "May 2014", "sign"),
        ("The town had no water on Friday.", "Friday", "had"),
        ("Orr should sign the treaty in July.", "July", "sign"),
    ],
)
def test_something_does(english: Parser, text: str, said: str, head: str) -> None:
    """The same words where they set nothing off and deny nothing."""
    assert _head(english, text, said) == head
