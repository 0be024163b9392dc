"""The page for an iframe and a card, in Chromium: framed by another site's page, and copied."""

from __future__ import annotations

import re

import pytest

sync_api = pytest.importorskip("playwright.sync_api")

pytestmark = pytest.mark.browser
COPY = {"permissions": ["clipboard-read", "clipboard-write"]}
EMBED = "timeline/embed/index.html"


def copied(page: sync_api.Page) -> str:
    """What is in the clipboard."""
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_the_timelines_snippet_is_copied_with_its_filter(open_reader) -> None:
    """As the page is filtered, so the frame will be."""
    page = open_reader(**COPY).open("timeline/index.html?kind=planned")
    page.locator(".tl-away button").click()
    page.locator(".tl-away [data-tl-done]").wait_for()
    text = copied(page)
    assert re.search(r'src="file:[^"]*/timeline/embed/index\.html\?kind=planned"', text)
    assert 'title="Timeline"' in text
    assert 'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"' in text


def test_an_events_snippet_shows_its_card(open_reader) -> None:
    """High enough for it in a narrow column; hostile names of events, too."""
    reader = open_reader(1280, **COPY)
    for anchor in ("first-cracks", "00000007"):
        page = reader.open(f"timeline/index.html#{anchor}")
        event = page.locator(f".tl-event:has([id='{anchor}'])")
        event.locator(".tl-cite > summary").click()
        event.get_by_role("button", name="Embed").click()
        event.locator(".tl-cite [data-tl-done]").wait_for()
        height = int(re.findall(r'height="(\d+)"', copied(page))[0])
        (src,) = re.findall(r'src="([^"]*)"', copied(page))
        page.set_viewport_size({"width": 340, "height": height})
        page.goto(src)
        if anchor == "00000007":  # a disputed one may scroll
            assert page.evaluate("document.documentElement.scrollHeight") <= height
        page.set_viewport_size({"width": 1280, "height": 900})
    assert reader.complaints == []


def test_a_framed_timeline_is_filtered_by_its_address(open_reader) -> None:
    """And says so, and leads to the site filtered alike."""
    page = open_reader(700).open(f"{EMBED}?who=Ada+Quill")
    assert page.locator("ol.tl-list > li:not([hidden])").count() == 2
    assert page.locator(".tl-filter-say").inner_text() == "2 of 10 events"
    assert not page.locator(".tl-filter-bar").is_visible()
    assert page.locator("h1 a").get_attribute("href").endswith("index.html?who=Ada+Quill")


def test_a_mark_stays_in_the_frame_and_a_link_opens_a_tab(open_reader) -> None:
    """With scripts off, too."""
    reader = open_reader(700, java_script_enabled=False)
    page = reader.open(EMBED)
    page.locator(".tl-marks a[href='#first-cracks'] > *").click()
    assert page.url.endswith("#first-cracks")
    with page.expect_popup() as popup:
        page.locator(".tl-event:has(#first-cracks) .tl-permalink").click()
    popup.value.wait_for_load_state()
    assert popup.value.url.endswith("timeline/index.html#first-cracks")
    assert page.url.endswith(f"{EMBED}#first-cracks")


@pytest.mark.parametrize("path", [EMBED, "timeline/cards/first-cracks.html"])
@pytest.mark.parametrize("width", [700, 320])
def test_a_frame_opens_in_peace(open_reader, path: str, width: int) -> None:
    """No error, no other host, nothing wider than the frame; light and dark are the reader's."""
    shades = []
    for scheme in ("light", "dark"):
        reader = open_reader(width, scheme)
        page = reader.open(path)
        shades.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert (reader.complaints, reader.foreign) == ([], [])
    assert shades[0] != shades[1]
