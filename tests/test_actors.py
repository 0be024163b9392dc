"""`timeline.events.actors`: who takes part, and where."""

from __future__ import annotations

import pytest

from timeline.events.actors import actors_and_places
from timeline.events.names import Names
from timeline.events.parser import Parser

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "who", "where"),
    [
        (
            "Russia and France met Anna Orr in Geneva.",
            ("Russia", "France", "Anna Orr"),
            ("Geneva",),
        ),
        ("The leaders of Germany and France met.", ("Germany", "France"), ()),
        ("Troops crossed the border near Paris, France.", (), ("Paris", "France")),
        ("The Maryland Senate passed the bill.", ("Maryland Senate",), ("Maryland",)),
        ("A judge in Paris, France found Anna Orr guilty.", ("Anna Orr",), ("Paris", "France")),
        ("A bus crashed in Halden, in Suder, Norway.", (), ("Halden", "Suder", "Norway")),
        ("The French President, Anna Orr, has held a meeting.", ("Anna Orr",), ()),
        ("The Brussels metro system has been shut down.", (), ("Brussels",)),
        ("Patrick Orr of the US spoke.", ("Patrick Orr",), ()),
        ("Seven Halden Motors trucks burned, and seven men left.", ("Halden Motors",), ()),
        ("Robots scanned the surface of Mars.", (), ("Mars",)),
        (
            "The Harbour Safety Act required the Department of Trade to act.",
            ("Department of Trade",),
            (),
        ),
        (
            "Norway shot down a jet of the ministry of defence of the Russian Federation.",
            ("Norway", "ministry of defence", "Russian Federation"),
            (),
        ),
        ("The board approved a US$3 billion merger.", (), ()),
    ],
)
def test_who_and_where(
    english: Parser, text: str, who: tuple[str, ...], where: tuple[str, ...]
) -> None:
    """Countries that act are who; parliaments act where they sit."""
    (tree,) = english.parse([text])
    scope = set(range(len(tree.tokens)))
    assert actors_and_places(tree, scope, text, Names([text])) == (who, where)


def test_an_apposition_names_who_takes_part(english: Parser) -> None:
    """ "His counterparts, A, B and C": they are who, though the title is cut before them."""
    text = (
        "Minister Anna Orr and her counterparts, Paul Lund, Peter Kirk and Jane Moe, met in Oslo."
    )
    (tree,) = english.parse([text])
    scope = set(range(6)) | {
        i for i, t in enumerate(tree.tokens) if t.text in ("met", "in", "Oslo")
    }
    who, where = actors_and_places(tree, scope, "Anna Orr and her counterparts met", Names([text]))
    assert who == ("Anna Orr", "Paul Lund", "Peter Kirk", "Jane Moe")
    assert where == ("Oslo",)


@pytest.mark.parametrize(
    ("text", "said", "who", "where"),
    [
        ("Talks will open in Oslo, the council announced.", "the council announced", (), ()),
        ("A man died in the town of Halden, in Wales.", "A man died", (), ("Halden", "Wales")),
    ],
)
def test_what_the_sentence_adds(
    english: Parser, text: str, said: str, who: tuple[str, ...], where: tuple[str, ...]
) -> None:
    """Its places count where the clause names none, but not those of what was only said."""
    (tree,) = english.parse([text])
    start = text.index(said)
    scope = set(tree.within(start, start + len(said)))
    every = range(len(tree.tokens))
    assert actors_and_places(tree, scope, said, Names([text]), beyond=every) == (who, where)
