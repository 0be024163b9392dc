"""timelinejs.json: numbers no more exact than the date, words that TimelineJS takes for text."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.export_example import DATES, OPTIONS, dated, evil, made
from tests.site_example import EXAMPLE
from timeline.exports.timelinejs import EXTENSION, dates_of, year_meant, year_shown
from timeline.when import When


@pytest.mark.parametrize(
    ("name", "dates"),
    [
        ("bc", {"start_date": {"year": -44, "month": 3, "day": 15}}),
        ("first-year", {"start_date": {"year": -1}}),
        ("century", {"start_date": {"year": 1800}, "end_date": {"year": 1899}}),
        ("decade", {"start_date": {"year": 1970}, "end_date": {"year": 1979}}),
        (
            "season",
            {"start_date": {"year": 2009, "month": 3}, "end_date": {"year": 2009, "month": 5}},
        ),
        ("year", {"start_date": {"year": 2010}}),
        ("month", {"start_date": {"year": 2013, "month": 3}}),
        ("hour", {"start_date": {"year": 2014, "month": 4, "day": 17, "hour": 14}}),
        (
            "months",
            {"start_date": {"year": 2014, "month": 6}, "end_date": {"year": 2014, "month": 8}},
        ),
        ("before", {"start_date": {"year": 2014, "month": 4, "day": 17}}),
        ("since", {"start_date": {"year": 2014, "month": 4, "day": 17}}),
        ("about", {"start_date": {"year": 1860}}),
        ("far", {"start_date": {"year": 12000}}),
    ],
)
def test_numbers_are_no_more_exact_than_the_date(name: str, dates: dict[str, Any]) -> None:
    """Worked out by hand; -44 is TimelineJS' name for 44 BCE."""
    assert dates_of(When.parse(DATES[name])) == dates


def test_every_slide_shows_its_date_in_our_words() -> None:
    """So that “before” and “about” are not lost."""
    slides = json.loads(made("timelinejs", dated()).text)["events"]
    shown = {slide[EXTENSION]["title"]: slide["display_date"] for slide in slides}

    assert shown["before"] == "Before 17 April 2014"
    assert shown["about"] == "About 1860"
    assert shown["decade"] == "1970s"
    assert shown["bc"] == "15 March 44 BC"


def test_a_date_without_a_year_is_left_out() -> None:
    """And listed."""
    left = made("timelinejs", dated()).left_out

    assert [one.entry.event.title for one in left] == ["every-year"]


def test_words_are_escaped_for_html() -> None:
    """TimelineJS puts headline and text into the page as HTML."""
    (slide,) = json.loads(made("timelinejs", evil()).text)["events"]

    assert "&lt;b onclick=" in slide["text"]["headline"]
    assert "<b" not in slide["text"]["headline"] + slide["text"]["text"].replace("<blockquote", "")
    assert "javascript:" not in "".join(slide["text"]["text"].split("href=")[1:2])
    assert "media" not in slide


def test_evidence_is_quoted_and_linked() -> None:
    """With the paragraph."""
    slides = json.loads(made("timelinejs", EXAMPLE).text)["events"]
    text = next(s["text"]["text"] for s in slides if s["unique_id"] == "first-cracks")

    assert "<blockquote>Divers had seen cracks in the second pier on 17 April</blockquote>" in text
    assert "The Harbour Gazette, 9 May 2014, paragraph 2" in text
    assert '<a href="https://divers.example/log">' in text
    assert OPTIONS.url in text


@pytest.mark.parametrize(("meant", "shown"), [(2014, 2014), (1, 1), (0, -1), (-43, -44)])
def test_there_is_no_year_0(meant: int, shown: int) -> None:
    """There and back."""
    assert year_shown(meant) == shown
    assert year_meant(shown) == meant
