"""`timeline.events.reasons`: why an event has its date."""

from __future__ import annotations

import pytest

from timeline.events.reasons import reasons
from timeline.model import Citation, Document, Event, Paragraph, Source

DOCUMENT = Document(Source("port", "The port"), (Paragraph(1, "The port closed on Monday."),))
FAR = Citation(1, "It shut")
OWN = Citation(1, "The port closed on Monday", "Monday")


@pytest.mark.parametrize(
    ("event", "why"),
    [
        (Event("a", "2015-09-21", "T", citations=(OWN,)), "“Monday” in its own sentence"),
        (Event("a", "", "T", citations=(OWN,)), "“Monday” needs a publication date"),
        (
            Event("a", "2015-09-21", "T", citations=(FAR, OWN), date_from="context"),
            "the nearest of the two before is “Monday” in paragraph 1",
        ),
        (
            Event("a", "2015-09-25", "T", citations=(FAR,), date_from="published"),
            "the day of publication",
        ),
    ],
)
def test_each_origin_has_its_words(event: Event, why: str) -> None:
    """The words, and where they stand when that isn't the event's own sentence."""
    (reason,) = reasons(DOCUMENT, {}, (event,))
    assert why in reason.date
