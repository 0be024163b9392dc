"""`timeline.events.clause`: the verb or event noun that an expression dates, and its words."""

from __future__ import annotations

import pytest

from timeline.events.clause import Clause, find_clause
from timeline.events.parser import Parser, Token, Tree


def test_the_date_of_a_tree_made_by_hand() -> None:
    """No model needed: "Orr left Friday" dates the leaving."""
    tree = Tree(
        "Orr left Friday.",
        (
            Token(0, 3, "Orr", "PROPN", "NNP", "nsubj", 1),
            Token(4, 8, "left", "VERB", "VBD", "ROOT", 1),
            Token(9, 15, "Friday", "PROPN", "NNP", "npadvmod", 1, "DATE", True),
            Token(15, 16, ".", "PUNCT", ".", "punct", 1),
        ),
    )
    assert find_clause(tree, range(2, 3)) == Clause(1, 1, 0, 15)


def test_no_expression_no_clause() -> None:
    """An empty range dates nothing."""
    tree = Tree("Rain.", (Token(0, 4, "Rain", "NOUN", "NN", "ROOT", 0),))
    assert find_clause(tree, range(0)) is None


def _clause(
    parser: Parser, text: str, said: str, *others: str, ahead: bool | None = None
) -> tuple[str, str] | None:
    (tree,) = parser.parse([text])
    ranges = [tree.within(text.index(s), text.index(s) + len(s)) for s in (said, *others)]
    clause = find_clause(tree, ranges[0], ranges[1:], ahead=ahead)
    if clause is None:
        return None
    return tree.tokens[clause.head].text, text[clause.start : clause.end]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "said", "head", "quote"),
    [
        (
            "Relations froze because Norland annexed the strait in March 2014.",
            "March 2014",
            "annexed",
            "Norland annexed the strait in March 2014",
        ),
        (
            "The rebels, who seized the port in July 2014, withdrew.",
            "July 2014",
            "seized",
            "The rebels, who seized the port in July 2014",
        ),
        (
            "An inquiry begun in 2018 found nothing.",
            "2018",
            "begun",
            "An inquiry begun in 2018",
        ),
        (
            "Prices doubled after the collapse of the old federation in 1991.",
            "1991",
            "collapse",
            "the collapse of the old federation in 1991",
        ),
        (
            "The ministers remembered the July 2014 downing of the airliner.",
            "July 2014",
            "downing",
            "the July 2014 downing of the airliner",
        ),
        (
            "On Thursday, Lund said that the council had discussed two plans.",
            "Thursday",
            "said",
            "On Thursday, Lund said that the council had discussed two plans",
        ),
        (
            "The council will vote, the mayor announced on Friday.",
            "Friday",
            "announced",
            "the mayor announced on Friday",
        ),
        (
            "In July 2014 ministers met in Geneva.",
            "July 2014",
            "met",
            "In July 2014 ministers met in Geneva",
        ),
        (
            "Fears prompted a telephone call last week between Orr and Lund.",
            "last week",
            "call",
            "a telephone call last week between Orr and Lund",
        ),
        (
            "They have spoken several times, the last in June.",
            "June",
            "last",
            "the last in June",
        ),
    ],
)
def test_which_clause(english: Parser, text: str, said: str, head: str, quote: str) -> None:
    """Finite, relative and participle clauses, event nouns, verbs of saying."""
    assert _clause(english, text, said) == (head, quote)


@pytest.mark.model
def test_two_dates_give_each_its_own_clause(english: Parser) -> None:
    """Coordinated clauses with a date each don't run into each other."""
    text = "Norland annexed the strait in March 2014 and shelled the port in July 2015."
    assert _clause(english, text, "March 2014", "July 2015") == (
        "annexed",
        "Norland annexed the strait in March 2014",
    )
    assert _clause(english, text, "July 2015", "March 2014") == (
        "shelled",
        "shelled the port in July 2015",
    )


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The council read that 2004 report.", "2004"),
        ("Orr did not meet Lund in May 2014.", "May 2014"),
        ("Monday is a holiday.", "Monday"),
    ],
)
def test_what_dates_nothing(english: Parser, text: str, said: str) -> None:
    """Years that name a paper, what didn't happen, and dates that are only described."""
    assert _clause(english, text, said) is None


@pytest.mark.model
def test_a_day_to_come_does_not_date_the_past(english: Parser) -> None:
    """ "approved a meeting next week" was approved before."""
    text = "The council approved a meeting with Lund next week."
    clause = _clause(english, text, "next week", ahead=True)
    assert clause is not None
    assert "meeting" in clause[1]


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("It will be their first meeting since May 2013, when they talked in Suder.", "talked"),
        ("The port has been shut since May 2013, when the guards left.", "left"),
        ("The price has fallen by half since May 2013, when they bought ships.", "fallen"),
    ],
)
def test_a_date_back_to_is_told_of_by_its_own_clause(english: Parser, text: str, head: str) -> None:
    """ "The first since May" dates nothing, but for what a clause says of May."""
    (tree,) = english.parse([text])
    date = tree.within(text.index("May"), text.index(","))
    clause = find_clause(tree, date)
    assert clause is not None
    assert tree.tokens[clause.head].text == head
