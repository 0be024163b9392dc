"""`timeline.events.omissions`: what never belongs in a title."""

from __future__ import annotations

import pytest

from timeline.events.clause import find_clause
from timeline.events.omissions import omitted, person_titles, time_phrases, with_commas
from timeline.events.parser import Parser, Token, Tree


def test_with_commas_takes_the_pair_around_an_aside() -> None:
    """Both commas of "Orr, mayor, left", and none where there is none."""
    words = ("Orr", ",", "mayor", ",", "left")
    tokens, at = [], 0
    for word in words:
        tokens.append(Token(at, at + len(word), word, "X", "X", "dep", 4))
        at += len(word) + 1
    tree = Tree(" ".join(words), tuple(tokens))
    assert with_commas(tree, {2}) == {1, 2, 3}
    assert with_commas(tree, {4}) == {3, 4}
    assert with_commas(tree, {0}) == {0}


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "said", "gone"),
    [
        ("Orr met Lund in early May 2015.", "May 2015", "in early May 2015"),
        ("However, Orr met Lund on Friday.", "Friday", "However on Friday"),
        ("Orr (born in Oslo) left on Friday.", "Friday", "( born in Oslo ) on Friday"),
        ("According to Lund, Orr left on Friday.", "Friday", "According to Lund on Friday"),
        ("Many had closed their stalls ahead of Friday.", "Friday", "ahead of Friday"),
        ("Talks resume starting in May 2016.", "May 2016", "starting in May 2016"),
        ("Shares were hit by overnight losses.", "overnight", "overnight"),
        ("The latest quarter had a profit.", "The latest quarter", ""),
        ("Orr came to sign the pact on Friday.", "Friday", "on Friday"),
        ("On Friday Orr denied any guilt: “I left.”", "Friday", "On Friday : “ I left . ”"),
        ("They recalled the July 2014 downing of the jet.", "July 2014", "July 2014"),
    ],
)
def test_omitted(english: Parser, text: str, said: str, gone: str) -> None:
    """Dates with what leads them, connectives, brackets and attributions."""
    (tree,) = english.parse([text])
    date = tree.within(text.index(said), text.index(said) + len(said))
    clause = find_clause(tree, date)
    assert clause is not None
    left_out = omitted(tree, clause, [clause.head], [date])
    assert " ".join(tree.tokens[i].text for i in sorted(left_out)) == gone


@pytest.mark.model
def test_what_may_go_where_room_is_short(english: Parser) -> None:
    """Titles of persons, and phrases that say how often or how long."""
    text = "Norwegian President Anna Orr on Friday met Tom Lund for the first time."
    (tree,) = english.parse([text])
    date = tree.within(text.index("Friday"), text.index("Friday") + 6)
    clause = find_clause(tree, date)
    assert clause is not None
    assert {tree.tokens[i].text for i in person_titles(tree)} == {"Norwegian", "President"}
    gone = " ".join(tree.tokens[i].text for i in sorted(time_phrases(tree, clause)))
    assert gone == "for the first time"


@pytest.mark.model
def test_no_person_is_another_ones_title(english: Parser) -> None:
    """ "Mayor Alex Orr and Mayor Joe Lund": both went, whatever hangs from whom."""
    text = "Also Friday, Miami Mayor Alex Orr and Halden Mayor Joe Lund, his friend, flew to Suder."
    (tree,) = english.parse([text])
    assert not {"Alex", "Orr", "Joe", "Lund"} & {tree.tokens[i].text for i in person_titles(tree)}
