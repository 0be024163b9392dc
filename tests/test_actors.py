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
    ],
)
def test_who_and_where(
    english: Parser, text: str, who: tuple[str, ...], where: tuple[str, ...]
) -> None:
    """Countries that act are who; parliaments act where they sit."""
    (tree,) = english.parse([text])
    scope = set(range(len(tree.tokens)))
    assert actors_and_places(tree, scope, text, Names([text])) == (who, where)
