"""`timeline.events.introductions`: what a document calls its things in full."""

from __future__ import annotations

import pytest

from timeline.events.introductions import Introductions


@pytest.mark.parametrize(
    ("text", "noun", "full"),
    [
        ("Lund got a two-year ban. The ban ends in May.", "ban", "two-year ban"),
        ("A long ban and a short ban were proposed.", "ban", None),
        ("The Halden Harbour Council met. The council voted.", "council", "Halden Harbour Council"),
        ("The Halden Council met the Suder Council.", "council", None),
        ("The Halden Council met a council from Suder.", "council", None),
        (
            "The Ministry of Fisheries opened. The ministry grew.",
            "ministry",
            "Ministry of Fisheries",
        ),
        ("The harbour grew.", "harbour", None),
        ("The crisis in Norland began. The crisis grew.", "crisis", "crisis in Norland"),
        ("A crisis in Norland and the crisis in Suder ended.", "crisis", None),
        ("The pact between Suder and Norland holds.", "pact", "pact between Suder and Norland"),
        ("The crisis in May ended.", "crisis", None),
        ("The crisis of the year ended.", "crisis", None),
    ],
)
def test_of(text: str, noun: str, full: str | None) -> None:
    """The only fuller name there is, or none."""
    assert Introductions([text]).of(noun) == full


@pytest.mark.parametrize(
    ("text", "role", "name"),
    [
        ("President Vera Orr spoke. The president left.", "president", "Vera Orr"),
        ("Vera Orr, the mayor of Halden, spoke.", "mayor", "Vera Orr"),
        ("Former president Hans Berg met President Vera Orr.", "president", "Vera Orr"),
        ("President Hans Berg met President Vera Orr.", "president", None),
        ("Vice President Hans Berg left.", "president", None),
        ("Captain Vera Orr left.", "president", None),
    ],
)
def test_holder(text: str, role: str, name: str | None) -> None:
    """Who the one president is; nobody where there are two, or only a former one."""
    assert Introductions([text]).holder(role, str) == name
