"""`timeline.events.leads`: datelines and dates that open a list item."""

from __future__ import annotations

import pytest

from timeline.events.leads import lead_length
from timeline.model import Mention


@pytest.mark.parametrize(
    ("text", "said", "body"),
    [
        ("HALDEN, 20 July (NNA) — Talks ended.", "20 July", "Talks ended."),
        ("HALDEN, Norland -- Talks ended on Friday.", "Friday", "Talks ended on Friday."),
        ("2014-03-16: Norland votes.", "2014-03-16", "Norland votes."),
        ("- March 2014 – The bridge opens.", "March 2014", "The bridge opens."),
        ("In March 2014 the bridge opened.", "March 2014", "In March 2014 the bridge opened."),
        ("NATO met in March 2014.", "March 2014", "NATO met in March 2014."),
        ("Orr met Lund on 5 May: it rained.", "5 May", "Orr met Lund on 5 May: it rained."),
    ],
)
def test_body_begins_behind_the_lead(text: str, said: str, body: str) -> None:
    """Only what stands at the very beginning, with a mark behind it, is a lead."""
    start = text.index(said)
    mention = Mention(start, start + len(said), said, "DATE", "", "2014-03", "test")
    assert text[lead_length(text, [mention]) :] == body
