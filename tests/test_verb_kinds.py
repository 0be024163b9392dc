"""`timeline.events.verb_kinds`: what a verb does."""

from __future__ import annotations

import pytest

from timeline.events.verb_kinds import kind_of_verb, main_verb


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("seized", "change"),
        ("banned", "change"),
        ("dying", "change"),
        ("ratifies", "change"),
        ("overthrown", "change"),
        ("condemned", "act"),
        ("said", "saying"),
        ("was", "state"),
        ("lacked", "state"),
        ("walked", "other"),
    ],
)
def test_kind_of_verb(word: str, kind: str) -> None:
    """Every form of a verb is of its kind."""
    assert kind_of_verb(word) == kind


@pytest.mark.parametrize(
    ("clause", "verb"),
    [
        ("The bridge has reportedly been closed", "closed"),
        ("Norland annexed the strait", "annexed"),
        ("The vote on the harbour", ""),
    ],
)
def test_main_verb(clause: str, verb: str) -> None:
    """Helpers and adverbs are passed over; a nominal clause has none."""
    assert main_verb(clause) == verb
