"""`timeline.events.plain_title`: titles without a language model."""

from __future__ import annotations

import pytest

from timeline.events.plain_title import verb_at


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
