"""`timeline.intake.hyphens`: parted words are joined, and words with a hyphen keep it."""

from __future__ import annotations

import pytest

from timeline.intake.hyphens import Hyphens

KNOWN = ["Their co-operation with the harbour town was new.", "A state secret, deep red water."]


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        ("the govern-", "ment said", "the government said"),
        ("the co-", "operation ended", "the co-operation ended"),
        ("the har-", "bour was", "the harbour was"),
        ("nine-", "teen days", "nineteen days"),
        ("a long-", "term plan", "a long-term plan"),
        ("a pro-", "Moscow group", "a pro-Moscow group"),
        ("a 12-", "year-old boy", "a 12-year-old boy"),
        ("a state-", "of-the-art lift", "a state-of-the-art lift"),
        ("a ten-year-", "old boy", "a ten-year-old boy"),
        ("deep-", "water harbour", "deep-water harbour"),
        ("the EU-", "wide rule", "the EU-wide rule"),
        ("the bridge -", "closed", "the bridge - closed"),
        ("the govern\xad", "ment", "the government"),
        ("one line", "another", "one line another"),
    ],
)
def test_two_lines(one: str, other: str, joined: str) -> None:
    """By what the text shows elsewhere, else by how words are made."""
    assert Hyphens([*KNOWN, one, other]).join(one, other) == joined
