"""`timeline.events.plain_unreal`: dates beside which nothing happens, without a tree."""

from __future__ import annotations

import pytest

from timeline.events.plain_unreal import tells_nothing


@pytest.mark.parametrize(
    ("piece", "said", "nothing"),
    [
        ("Orr never met Lund in May 2014", "May 2014", True),
        ("The port did not open in May", "May", True),
        ("The port did not open until May", "May", False),
        ("The port wasn’t opened in May", "May", True),
        ("No talks were held on Monday", "Monday", True),
        ("There was no word on Monday", "Monday", True),
        ("If Norland signs the treaty in July", "July", True),
        ("Norland could have signed the treaty in 2013", "2013", True),
        ("Sales dropped to 6 million from 10 million a year ago", "a year ago", True),
        ("Sales dropped 23% compared to March of 2008", "March of 2008", True),
        ("Halden posted its first loss since 1992", "1992", True),
        ("The firm moved from Norland in 2013", "2013", False),
        ("The town had no water on Friday", "Friday", False),
        ("Northern towns were flooded in May", "May", False),
    ],
)
def test_tells_nothing(piece: str, said: str, *, nothing: bool) -> None:
    """Negations, conditions and comparisons; the same words where they say something."""
    assert tells_nothing(piece, piece[: piece.index(said)], ahead=False) is nothing
