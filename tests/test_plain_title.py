"""`timeline.events.plain_title`: titles and names without a language model."""

from __future__ import annotations

import pytest

from timeline.events.names import Names
from timeline.events.plain_title import names_of, verb_at


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("Orr met Lund", 4),
        ("The united front collapsed", 17),
        ("Opening of the bridge", None),
        ("the wounded officer left", 20),
    ],
)
def test_verb_at(text: str, at: int | None) -> None:
    """The first finite verb; participles behind an article are none."""
    assert verb_at(text) == at


@pytest.mark.parametrize(
    ("text", "who", "where"),
    [
        ("Vera Orr met Pavel Lund in Geneva", ("Vera Orr", "Pavel Lund"), ("Geneva",)),
        ("Russia annexed the strait", ("Russia",), ()),
        ("Talks ended in Halden", (), ("Halden",)),
    ],
)
def test_names_of(text: str, who: tuple[str, ...], where: tuple[str, ...]) -> None:
    """Places behind "in"; words with a capital only from standing first are no names."""
    assert names_of(Names([text]), text) == (who, where)
