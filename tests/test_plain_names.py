"""`timeline.events.plain_names`: who and where without a language model."""

from __future__ import annotations

import pytest

from timeline.events.names import Names
from timeline.events.plain_names import names_of

ARTICLE = "The bill of the French President was read. A vessel left."


@pytest.mark.parametrize(
    ("text", "who", "where"),
    [
        ("Vera Orr met Pavel Lund in Geneva", ("Vera Orr", "Pavel Lund"), ("Geneva",)),
        ("Russia annexed the strait", ("Russia",), ()),
        ("Talks ended in Halden", (), ("Halden",)),
        ("A judge in Paris, France found Vera Orr guilty", ("Vera Orr",), ("Paris", "France")),
        ("Brussels metro was shut", (), ("Brussels",)),
        ("Storms hit towns in the UK", (), ("UK",)),
        ("French President has met Vera Orr", ("Vera Orr",), ()),
        ("Bill was passed by the Maryland Senate", ("Maryland Senate",), ()),
        ("Vessel sailed with a Greek crew", (), ()),
        ("Board approved a US$3 billion merger", (), ()),
        ("He read the Harbour Safety Act", (), ()),
    ],
)
def test_names_of(text: str, who: tuple[str, ...], where: tuple[str, ...]) -> None:
    """Places behind "in"; a capital from standing first, a title or a law is nobody's name."""
    assert names_of(Names([ARTICLE, f"Then the board said: {text}"]), text) == (who, where)
