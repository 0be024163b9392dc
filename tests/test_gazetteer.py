"""`timeline.events.gazetteer`: names known beforehand."""

from __future__ import annotations

import pytest

from timeline.events.gazetteer import is_given_name, is_organisation, is_place


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Norway", True),
        ("Beijing", True),
        ("The Hague", True),
        ("Halden Bay", True),
        ("Halden", False),
        ("Vera Orr", False),
    ],
)
def test_is_place(name: str, expected: bool) -> None:
    """Countries, cities, and names that end in a word for a place."""
    assert is_place(name) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Halden Council", True), ("WTC", True), ("Vera Orr", False), ("V", False)],
)
def test_is_organisation(name: str, expected: bool) -> None:
    """By a word that organisations have, or as an acronym."""
    assert is_organisation(name) is expected


@pytest.mark.parametrize(("word", "expected"), [("Anna", True), ("J.", True), ("Harbour", False)])
def test_is_given_name(word: str, expected: bool) -> None:
    """Frequent given names and initials."""
    assert is_given_name(word) is expected
