"""The page for an iframe and a card, in Chromium: framed by another site's page, and copied."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.web_server import Reply, serving

sync_api = pytest.importorskip("playwright.sync_api")

pytestmark = pytest.mark.browser
COPY = {"permissions": ["clipboard-read", "clipboard-write"]}
EMBED = "timeline/embed/index.html"
STORY = "/story"
SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox"
ROOT = Path(__file__).parents[1]


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


@pytest.fixture
def article(visit) -> Iterator[object]:
    """A page of another origin that shows what our server has, by the HTML that the site gives."""
    with ExitStack() as servers:

        def show(path: str, sandbox: str) -> sync_api.Page:
            reader = visit("demo_web", 700)
            src = f'src="{reader.root}{path}"'
            frame = f'<iframe {src} width="100%" height="500" sandbox="{sandbox}"></iframe>'
            text = f"<!DOCTYPE html><title>News</title><h1>News</h1>{frame}"
            newspaper = servers.enter_context(serving({STORY: Reply(text.encode())}))
            reader.page.goto(newspaper.url + STORY)
            return reader.page

        yield show


def test_a_sandboxed_frame_filters_and_opens_the_site(article) -> None:
    """On another host's page, under the policy; what it opens is whole."""
    page = article("timeline/embed/?kind=planned", SANDBOX)
    frame = page.frame_locator("iframe")
    frame.locator(".tl-filter-say", has_text="10 of 159").wait_for()
    frame.locator(".tl-zoom button").nth(1).click()
    with page.expect_popup() as popup:
        frame.locator("h1 a").click()
    popup.value.locator(".tl-filter-open").wait_for()  # scripts run there
    assert popup.value.url.endswith("/timeline/?kind=planned")
    assert page.url.endswith(STORY)


def test_a_sandboxed_card_opens_its_event(article) -> None:
    """It needs no scripts."""
    page = article("timeline/cards/brisbane.html", SANDBOX.removeprefix("allow-scripts "))
    with page.expect_popup() as popup:
        page.frame_locator("iframe").locator("h1 a").click()
    popup.value.locator("#brisbane").wait_for()
    popup.value.locator(".tl-filter-open").wait_for()


def test_the_docs_name_the_same_sandbox() -> None:
    """As the site copies."""
    text = (ROOT / "docs" / "site.md").read_text("utf-8")
    script = (ROOT / "timeline" / "site" / "assets" / "cite.js").read_text("utf-8")
    assert f'sandbox="{SANDBOX}"' in text
    assert f'SANDBOX = "{SANDBOX.removeprefix("allow-scripts ")}"' in script
