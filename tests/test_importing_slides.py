"""TimelineJS slides that others wrote: dates, words out of HTML, what may be the quote."""

from __future__ import annotations

from typing import Any

import pytest

from tests.export_example import DATES
from timeline.exports.timelinejs import dates_of
from timeline.importing.slides import read, when_of
from timeline.when import When


@pytest.mark.parametrize(
    ("slide", "when"),
    [
        ({"start_date": {"year": 2014}}, "2014"),
        ({"start_date": {"year": "2014", "month": "3", "day": ""}}, "2014-03"),
        ({"start_date": {"year": 2014, "month": 3, "day": 7}}, "2014-03-07"),
        ({"start_date": {"year": 2014, "day": 7}}, "2014"),
        ({"start_date": {"year": -44, "month": 3}}, "-0043-03"),
        ({"start_date": {"year": 12000}}, "Y12000"),
        (
            {"start_date": {"year": 2014, "month": 3, "day": 7, "hour": 9, "minute": 5}},
            "2014-03-07T09:05",
        ),
        ({"start_date": {"year": 2014}, "end_date": {"year": 2016}}, "2014/2016"),
        ({"start_date": {"year": 2014}, "end_date": {"year": 2014}}, "2014"),
        ({"start_date": "2014"}, ""),
        ({}, ""),
    ],
)
def test_numbers_are_a_date_as_far_as_they_go(slide: dict[str, Any], when: str) -> None:
    """Strings as well; -44 is 44 BCE to TimelineJS."""
    assert when_of(slide) == when


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("March 2014", "2014-03"),
        ("2014", "2014"),
        ("one fine day", "2014-03-07"),
        ("May 2014", "2014-03-07"),
    ],
)
def test_words_that_are_less_exact_count_for_more(words: str, when: str) -> None:
    """They are what its readers saw; other words say nothing."""
    start = {"year": 2014, "month": 3, "day": 7}

    assert when_of({"start_date": start, "display_date": words}) == when
    assert when_of({"start_date": {**start, "display_date": words}}) == when


@pytest.mark.parametrize("name", ["year", "month", "day", "minute", "days", "months", "bc", "far"])
def test_our_numbers_come_back_without_our_field(name: str) -> None:
    """A file that another program has cleaned still has its plain dates."""
    assert when_of(dates_of(When.parse(DATES[name])) or {}) == DATES[name]


def test_words_come_out_of_html() -> None:
    """Quoted blocks first; scripts and tags are no words."""
    text = {
        "headline": "The <b>board</b> met",
        "text": "<p>So &amp; so.<br>Then</p><blockquote>It met.</blockquote><script>x()</script>",
    }
    data, candidates = read({"start_date": {"year": 2014}, "text": text, "group": "Quay"})

    assert data == {"title": "The board met", "when": "2014", "tags": ["Quay"]}
    assert candidates[:3] == ("It met.", "So & so.", "Then")
    assert candidates[-1] == "The board met"


@pytest.mark.parametrize(
    "slide", [{"text": None}, {"text": {"headline": 3, "text": []}}, {"text": "x"}]
)
def test_slides_of_odd_shape_break_nothing(slide: dict[str, Any]) -> None:
    """They have no title, and are refused for that."""
    assert read(slide)[0]["title"] == ""
