"""Filters of a split timeline in Chromium, from file://: all parts answer, and links keep them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests import long_timeline
from tests.browser import Reader
from tests.test_browser_filter import choose, shown

sync_api = pytest.importorskip("playwright.sync_api")

pytestmark = pytest.mark.browser
HOME = "timeline/index.html"
SECOND = "timeline/2003-2005.html"


@pytest.fixture(scope="session", params=["marks", "bars"])
def built_site(request: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The long timeline's site, its overview drawn in marks or counted in bars."""
    from timeline.site import overview as overview_module
    from timeline.site import parts as parts_module
    from timeline.site.build import build

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parts_module, "SPLIT_ABOVE", 20)
        patch.setattr(parts_module, "PART", long_timeline.PART)
        if request.param == "bars":
            patch.setattr(overview_module, "HISTOGRAM_ABOVE", 20)
        folder = tmp_path_factory.mktemp(f"long-{request.param}")
        return build(long_timeline.write_long_project(folder)).site_dir


def counts(page: sync_api.Page) -> dict[str, str]:
    """The parts that are offered, and the number beside each."""
    links = page.locator(".tl-parts li:visible a").all_inner_texts()
    return dict(link.split() for link in links)


def ready(reader: Reader, path: str) -> sync_api.Page:
    page = reader.open(path)
    page.locator(".tl-filter input").first.wait_for(state="attached")
    return page


def test_a_part_counts_the_matches_of_all_parts(open_reader) -> None:
    """Each third event is Ada's; three a part."""
    reader = open_reader()
    page = ready(reader, SECOND)
    choose(page, "People", "Ada Quill")
    assert shown(page) == ["00000109", "0000010c", "0000010f"]
    assert page.locator(".tl-filter-say").inner_text() == "12 of 36 events"
    assert set(counts(page).values()) == {"3"}
    assert (reader.complaints, reader.foreign) == ([], [])


def test_a_part_without_a_match_is_not_offered(open_reader) -> None:
    """But for the one that is open."""
    page = ready(open_reader(), f"{SECOND}?kind=planned")
    assert counts(page) == {"2003–2005": "0", "2006–2008": "1"}
    page.keyboard.press("Escape")
    assert list(counts(page).values()) == ["9", "9", "9", "9"]


def test_links_to_other_parts_take_the_filter_along(open_reader) -> None:
    """There it is in force at once."""
    page = ready(open_reader(), f"{SECOND}?kind=planned")
    page.locator(".tl-parts a", has_text="2006").click()
    page.wait_for_url("**/2006-2008.html?kind=planned")
    page.locator(".tl-filter-say", has_text="1 of 36").wait_for()
    assert shown(page) == ["00000114"]


def test_the_page_of_the_parts_lists_what_matches(open_reader) -> None:
    """Words of a quote are found in any part; the link leads to the event, filtered."""
    reader = open_reader()
    page = ready(reader, HOME)
    page.get_by_role("searchbox", name="Words").fill("witness17")
    link = page.locator(".tl-found a")
    said = [" ".join(text.split()) for text in link.all_inner_texts()]
    assert said == ["15 March 2005 Cleo Wren sells the ferry"]
    link.click()
    page.wait_for_url("**/2003-2005.html?q=witness17#00000111")
    page.locator(".tl-filter-say", has_text="1 of 36").wait_for()
    assert shown(page) == ["00000111"]
    assert (reader.complaints, reader.foreign) == ([], [])


def test_nothing_is_listed_without_a_filter(open_reader) -> None:
    """And the list goes with it."""
    page = ready(open_reader(), f"{HOME}?who=Ben+Ode")
    assert page.locator(".tl-found li").count() == 12
    page.keyboard.press("Escape")
    assert page.locator(".tl-found li").count() == 0
    assert page.url.endswith(HOME)


def test_words_of_a_silent_source_find_nothing(open_reader) -> None:
    """They stand nowhere in the site."""
    page = ready(open_reader(), f"{HOME}?q=witness34")
    assert page.locator(".tl-filter-say").inner_text().startswith("0 of 36 events")


def test_the_overview_follows_across_parts(open_reader, built_site: Path) -> None:
    """One event is planned: one mark is left, or one bar, which leads to it."""
    page = ready(open_reader(), f"{HOME}?kind=planned")
    left = page.locator(".tl-marks a:not(.tl-gone)")
    assert left.count() == 1
    assert (left.get_attribute("href") or "").endswith("#00000114")
    page.keyboard.press("Escape")
    assert page.locator(".tl-marks a.tl-gone").count() == 0


def test_years_go_across_parts(open_reader) -> None:
    """2005 and 2006 stand in two parts."""
    page = ready(open_reader(), f"{HOME}?from=2005&to=2006")
    assert counts(page) == {"2003–2005": "3", "2006–2008": "3"}


def test_a_persons_page_leads_to_the_filtered_timeline(open_reader) -> None:
    """Of a split one, too."""
    page = open_reader().open("timeline/people/ada-quill.html")
    page.locator(".tl-intro a.tl-original").click()
    page.locator(".tl-filter-say", has_text="12 of 36").wait_for()


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_overflows(open_reader, width: int) -> None:
    """The list of matches stays on the page."""
    page = ready(open_reader(width), f"{HOME}?who=Ada+Quill")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
