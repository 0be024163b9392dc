"""Why a text was tagged as it was."""

from __future__ import annotations

import datetime as dt

from timeline.temporal import explain, tag

FRIDAY = dt.date(2015, 9, 25)


def test_explanation_tells_rule_anchor_side_and_losers() -> None:
    """The winner with its pattern, the matches that lost to it, and what a guard refused."""
    text = "They will meet on Oct. 3. See page 1984."
    told = explain(text, published=FRIDAY)
    (reading,) = told.readings
    assert told.genre == "news"
    assert (reading.mention.rule, reading.side) == ("<month> <day>", "future")
    assert "<month>" in reading.pattern
    assert "<month>" in {lost.rule for lost in reading.lost}
    assert [text[x.start : x.end] for x in told.rejected] == ["1984"]


def test_explanation_has_the_mentions_that_tag_gives() -> None:
    """Explaining reads the text the same way, slips included."""
    text = "He left on Thusday, in June 2014 and again from 3 to 5 May."
    told = explain(text, published=FRIDAY)
    assert tuple(r.mention for r in told.readings) == tag(text, published=FRIDAY)
