"""Filters in Chromium, from file://: combined, counted, in the address, cleared, gone back to."""

from __future__ import annotations

import pytest

sync_api = pytest.importorskip("playwright.sync_api")

pytestmark = pytest.mark.browser
PAGE = "timeline/index.html"


def shown(page: sync_api.Page) -> list[str]:
    """The anchors of the events that are not filtered away."""
    script = "all => all.map(item => item.querySelector('.tl-head').id)"
    return list(page.locator("ol.tl-list > li:not([hidden])").evaluate_all(script))


def choose(page: sync_api.Page, facet: str, value: str) -> None:
    """Open a list and tick a value."""
    page.locator("summary", has_text=facet).click()
    page.get_by_role("checkbox", name=value).check()
    page.keyboard.press("Escape")


def test_two_filters_narrow_together(open_reader) -> None:
    """Ada Quill is in two events, one of them tagged."""
    page = open_reader().open(PAGE)
    choose(page, "People", "Ada Quill")
    assert shown(page) == ["first-cracks", "00000006"]
    page.get_by_role("searchbox", name="Words").fill("second PIER")
    assert shown(page) == ["first-cracks", "00000006"]
    page.get_by_role("searchbox", name="Words").fill("MAYOR asks for")
    assert page.locator(".tl-filter-say").inner_text() == "1 of 10 events"
    page.get_by_role("searchbox", name="Words").fill("bridge widened")
    assert shown(page) == []


def test_what_is_chosen_stands_in_the_address(open_reader) -> None:
    """So it can be linked; and back takes it back."""
    reader = open_reader()
    page = reader.open(PAGE)
    choose(page, "People", "Ada Quill")
    assert page.url.endswith("?who=Ada+Quill")
    page.reload()
    assert len(shown(page)) == 2
    page.go_back()
    page.wait_for_function("!location.search")
    page.wait_for_function("document.querySelectorAll('ol.tl-list > li[hidden]').length == 0")
    assert reader.complaints == []


def test_years_keep_what_can_have_been_in_them(open_reader) -> None:
    """The 1970s reach into 1975; an open beginning reaches back for ever."""
    page = open_reader().open(f"{PAGE}?from=1975&to=1976")
    assert shown(page) == ["00000001", "00000005"]


def test_escape_clears_all(open_reader) -> None:
    """Headings come back, too, and the address is plain."""
    page = open_reader().open(f"{PAGE}?kind=planned")
    assert shown(page) == ["00000008"]
    assert page.locator("h2:visible").count() == 1
    page.keyboard.press("Escape")
    assert page.locator("ol.tl-list > li[hidden]").count() == 0
    assert "?" not in page.url


def test_values_are_counted_as_they_narrow(open_reader) -> None:
    """Given a person, only the kinds of that person's events are left."""
    page = open_reader().open(f"{PAGE}?who=Ada+Quill")
    page.locator("summary", has_text="Kind").click()
    labels = page.locator(".tl-filter-choice[open] label:visible").all_inner_texts()
    assert [" ".join(label.split()) for label in labels] == ["happened 2", "disputed 1"]


def test_the_overview_follows(open_reader) -> None:
    """Marks of events that are filtered away are grey."""
    page = open_reader().open(f"{PAGE}?kind=planned")
    assert page.locator(".tl-marks a:not(.tl-gone)").count() == 1


def test_a_link_to_a_hidden_event_shows_it(open_reader) -> None:
    """A permalink is a promise."""
    page = open_reader().open(f"{PAGE}?kind=planned")
    page.evaluate("location.hash = 'first-cracks'")
    page.locator("#first-cracks").wait_for(state="visible")


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_overflows_when_filtered(open_reader, width: int) -> None:
    """Lists of values stay on the page."""
    page = open_reader(width).open(f"{PAGE}?who=Ada+Quill")
    if width < 700:
        page.locator(".tl-filter-open").click()
    for summary in page.locator(".tl-filter summary").all():
        summary.click()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
