"""`timeline.events.reference`: which name a pronoun stands for."""

from __future__ import annotations

import pytest

from timeline.events.names import Names
from timeline.events.reference import Resolver

NAMES = Names(
    ["President Vera Orr met Minister Pavel Lund. Orr spoke. Lund left for the Halden Group."]
)


@pytest.mark.parametrize(
    ("before", "pronoun", "name"),
    [
        (("Orr spoke in Geneva.",), "She", "Vera Orr"),
        (("Orr spoke.", "It rained all day."), "her", "Vera Orr"),
        (("Orr met Lund.",), "she", None),
        (("Orr met Hans Berg.",), "she", None),
        (("Orr and Lund met in May.",), "They", "Orr and Lund"),
        (("The two met in May.",), "they", None),
        (("Orr spoke.",), "it", None),
        ((), "he", None),
    ],
)
def test_resolve(before: tuple[str, ...], pronoun: str, name: str | None) -> None:
    """One person named, or a pair that opens the sentence before; anything else stays open."""
    assert Resolver(NAMES, before, "").resolve(pronoun) == name
