"""Letters read as others, one for one."""

from __future__ import annotations

import re

import pytest

from timeline.temporal.locales.fold import folding, marks


@pytest.mark.parametrize(
    ("language", "text", "folded"),
    [
        ("ar", "١٦ أيار", "16 ايار"),
        ("fa", "۱۶", "16"),
        ("hi", "१६", "16"),
        ("ja", "１６日（日）", "16日(日)"),
        ("he", "16\u200fמרץ", "16 מרץ"),
        ("uk", "п’ятниця", "п'ятниця"),
        ("tr", "KASIM", "KASıM"),
        ("tr", "NİSAN", "NiSAN"),
        ("es", "KASIM", "KASIM"),
    ],
)
def test_text_keeps_its_length(language: str, text: str, folded: str) -> None:
    """Digits of every script, marks of direction, apostrophes, and the Turkish I."""
    assert text.translate(folding(language)) == folded
    assert len(folded) == len(text)


@pytest.mark.parametrize("character", ["\u093e", "\u0301", "\u0e34", "\u200c", "\u05b0"])
def test_marks_are_part_of_words(character: str) -> None:
    """Vowel signs, accents and the joiners that `\\w` leaves out."""
    assert re.fullmatch(f"[{marks()}]", character)
    assert not re.fullmatch(r"\w", character)
