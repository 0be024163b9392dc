"""`timeline.events.phrases`: titles as text."""

from __future__ import annotations

import pytest

from timeline.events.phrases import cut, tidy


@pytest.mark.parametrize(
    ("text", "tidied"),
    [
        ("the talks , ended", "The talks, ended"),
        ("the talks ended ,.", "The talks ended"),
        ("he called it “late and left", "He called it late and left"),
        ('he called it "late" and left', 'He called it "late" and left'),
        ("Orr ’s plan", "Orr’s plan"),
        ("Orr left for the U.S.", "Orr left for the U.S."),
        ("the vote (  ) passed", "The vote passed"),
    ],
)
def test_tidy(text: str, tidied: str) -> None:
    """One space, no stray punctuation, no half quotation, a capital."""
    assert tidy(text) == tidied


def test_short_text_is_not_cut() -> None:
    """A text that fits stays, but for a word that leads nowhere."""
    assert cut("Orr met Lund in") == "Orr met Lund"
    assert cut("Orr issued a report alleging that") == "Orr issued a report"
    assert cut("Orr might come as soon as") == "Orr might come"


def test_cut_ends_before_a_phrase() -> None:
    """Never within a word, and no preposition is left hanging."""
    text = "Orr met Lund at the harbour of the old capital after the long winter"
    assert cut(text, 50) == "Orr met Lund at the harbour of the old capital"
    assert cut(text, 45) == "Orr met Lund at the harbour"
