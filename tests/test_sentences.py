"""`timeline.events.sentences`: the same sentences with and without a language model."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.events.sentences import split


def _sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. Senate met on Oct. 3 in Geneva.",
        "Lt. Gen. J. R. Orr saw Mr. Lund at 5 p.m. Monday.",
        "The No. 7 tram left at 2.5 times its speed.",
        "“Where is it?” Orr asked on Friday.",
        "Orr left ... and came back.",
        "Am 16. März traf Orr den Minister im 20. Jahrhundert.",
        "It rose to $1.5 million (about 1.2 million francs.) by noon.",
    ],
)
def test_does_not_split_within(text: str) -> None:
    """Abbreviations, initials, decimals and questions in quotation marks end no sentence."""
    assert _sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        ("“It is late.” The talks ended.", ["“It is late.”", "The talks ended."]),
        ("He flew to the U.S. The talks ended.", ["He flew to the U.S.", "The talks ended."]),
        ("It ended at 5 p.m. Then they left.", ["It ended at 5 p.m.", "Then they left."]),
        ("Did it end? No. They met again!", ["Did it end?", "No.", "They met again!"]),
        ("The score was 16. They left.", ["The score was 16.", "They left."]),
        ("They waited… Nobody came.", ["They waited…", "Nobody came."]),
        ("He said so (twice.) They left.", ["He said so (twice.)", "They left."]),
        ("彼は去った。会議は終わった。", ["彼は去った。", "会議は終わった。"]),
    ],
)
def test_splits_between(text: str, expected: list[str]) -> None:
    """Closing quotes and brackets stay with the sentence they close."""
    assert _sentences(text) == expected


@given(st.text(alphabet='Aa1 .!?”"(), ', max_size=60))
def test_every_letter_is_in_exactly_one_sentence(text: str) -> None:
    """The spans are in order, don't overlap, and leave only white space out."""
    spans = split(text)
    assert all(a < b for a, b in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    assert "".join("".join(_sentences(text)).split()) == "".join(text.split())
