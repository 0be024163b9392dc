"""What a reader sees first on a phone, in Chromium."""

from __future__ import annotations

from pathlib import Path

import pytest

sync_api = pytest.importorskip("playwright.sync_api")

pytestmark = pytest.mark.browser
PAGE = "timeline/index.html"
SCREEN = 844


def test_the_first_event_is_on_the_first_screen(open_reader) -> None:
    """Date and title, below the overview, without scrolling."""
    page = open_reader(390).open(PAGE)
    title = page.locator(".tl-title").first.bounding_box()
    assert title["y"] + title["height"] < SCREEN
    assert page.locator(".tl-overview").bounding_box()["y"] < title["y"]


def test_filters_fold_behind_one_button_that_counts_them(open_reader) -> None:
    """What the address asks for is counted while it is folded."""
    page = open_reader(390).open(f"{PAGE}?who=Ada+Quill&from=2014")
    button = page.locator(".tl-filter-open")
    button.locator("b", has_text="2").wait_for()  # once the events are read
    assert button.inner_text().split() == ["Filters", "2"]
    assert button.get_attribute("aria-expanded") == "false"
    assert not page.locator(".tl-filter-bar").is_visible()
    assert page.locator(".tl-filter-say").inner_text() == "2 of 10 events"
    button.click()
    assert button.get_attribute("aria-expanded") == "true"
    assert page.get_by_role("searchbox", name="Words").is_visible()


def test_there_is_no_such_button_where_there_is_room(open_reader) -> None:
    """All filters stand in the open."""
    page = open_reader(1280).open(PAGE)
    assert page.locator(".tl-filter-bar").is_visible()
    assert not page.locator(".tl-filter-open").is_visible()


def test_the_years_are_one_row(open_reader) -> None:
    """That scrolls by itself; the page doesn't."""
    page = open_reader(390).open(PAGE)
    tops = {one.bounding_box()["y"] for one in page.locator(".tl-years li").all()}
    assert len(tops) == 1
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("width", [1280, 390])
def test_the_links_of_an_event_take_no_line_of_their_own(open_reader, width: int) -> None:
    """They stand beside the date or the title, each as large as a finger's tip needs."""
    page = open_reader(width).open(f"{PAGE}#first-cracks")
    event = page.locator(".tl-event:has([id='first-cracks'])")
    event.locator(".tl-cite").wait_for()
    head = event.locator(".tl-head").bounding_box()
    for link in (event.locator(".tl-cite > summary"), event.locator(".tl-permalink")):
        place = link.bounding_box()
        assert min(place["width"], place["height"]) >= 24
        assert place["y"] + place["height"] / 2 < head["y"] + head["height"]
    assert event.locator(".tl-cite > summary").inner_text() == "Cite"


@pytest.mark.parametrize("site", ["built_site", "arabic_site"])
@pytest.mark.parametrize("width", [1280, 390])
def test_the_ways_to_cite_open_within_the_page(open_reader, request, site: str, width: int) -> None:
    """Nothing of them is cut off, in either direction of writing."""
    root: Path = request.getfixturevalue(site)
    page = open_reader(width, site=root).open(PAGE)
    page.locator(".tl-cite > summary").first.click()
    event = page.locator(".tl-event").first.bounding_box()
    for button in page.locator(".tl-cite[open] button").all():
        place = button.bounding_box()
        assert event["x"] <= place["x"]
        assert place["x"] + place["width"] <= event["x"] + event["width"]
        assert place["y"] + place["height"] <= event["y"] + event["height"]


def test_the_month_of_a_years_only_event_is_said_once(open_reader) -> None:
    """By the event; the heading stays for the outline and for links, where nobody sees it."""
    page = open_reader(390).open(PAGE)
    only = page.get_by_role("heading", name="Spring 2009", exact=True)
    assert only.bounding_box()["height"] <= 1
    among = page.get_by_role("heading", name="March 2013", exact=True)
    assert among.bounding_box()["height"] > 10
