"""`timeline.events.kind`: happened, planned, alleged or denied."""

from __future__ import annotations

import pytest

from timeline.events.kind import kind_of


@pytest.mark.parametrize(
    ("clause", "above", "ahead", "kind"),
    [
        ("met", "", False, "happened"),
        ("met", "said", False, "happened"),
        ("will meet", "", True, "planned"),
        ("opens", "", True, "planned"),
        ("will meet", "", None, "planned"),
        ("is expected to open", "", None, "planned"),
        ("would end", "said", False, "happened"),
        ("allegedly shot", "", False, "alleged"),
        ("took bribes", "accused", False, "alleged"),
        ("met", "denied", False, "denied"),
        ("will meet", "denies", True, "denied"),
    ],
)
def test_kind(clause: str, above: str, ahead: bool | None, kind: str) -> None:
    """Denial outweighs the date, the date outweighs the accusation, words decide the rest."""
    assert kind_of(clause, above=above, ahead=ahead) == kind


@pytest.mark.parametrize(
    ("clause", "above", "head", "accusers", "kind"),
    [
        ("claimed", "", "claimed", "", "alleged"),
        ("denied", "", "denied", "", "happened"),
        ("met denied", "", "met", "", "denied"),
        ("met", "rejected claims", "met", "", "denied"),
        ("vote", "rejected", "", "", "happened"),
        ("having seized", "", "seized", "accuses", "alleged"),
        ("having left", "", "left", "thanked", "happened"),
        ("died to have is believed", "", "died", "", "alleged"),
        ("may have met", "", "met", "", "alleged"),
        ("open to had been scheduled", "", "open", "", "planned"),
        ("scheduled", "", "scheduled", "", "happened"),
    ],
)
def test_who_vouches(clause: str, above: str, head: str, accusers: str, kind: str) -> None:
    """Of a day that is past: a claim is alleged, with what it claims; what was rejected as a claim
    is denied, and what was only expected isn't told to have happened."""
    found = kind_of(clause, above=above, head=head, accusers=accusers, ahead=False)
    assert found == kind
