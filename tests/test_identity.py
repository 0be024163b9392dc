"""`timeline.events.identity`: an event's id is made from its evidence."""

from __future__ import annotations

import hashlib

import pytest

from timeline.events.identity import identify

SENTENCE = "Norland annexed the strait in March 2014."


def test_is_the_start_of_a_sha256_over_the_evidence() -> None:
    """Sentence, date words, place of repetition and ordinal, joined by the unit separator."""
    evidence = f"{SENTENCE}\x1fMarch 2014\x1f0\x1f0".encode()
    assert identify(SENTENCE, "March 2014") == hashlib.sha256(evidence).hexdigest()[:8]


def test_does_not_depend_on_white_space() -> None:
    """Re-wrapping a source renames nothing."""
    wrapped = SENTENCE.replace(" the ", "\n the  ")
    assert identify(wrapped, "March 2014") == identify(SENTENCE, "March 2014")


@pytest.mark.parametrize(
    "other",
    [
        identify("Norland annexed the straits in March 2014.", "March 2014"),
        identify(SENTENCE, "March"),
        identify(SENTENCE, "March 2014", repeat=1),
        identify(SENTENCE, "March 2014", ordinal=1),
    ],
)
def test_differs_with_each_part_of_the_evidence(other: str) -> None:
    """Other words, a further place of the same words, a further event of them: other ids."""
    assert other != identify(SENTENCE, "March 2014")
