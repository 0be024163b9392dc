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
