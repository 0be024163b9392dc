"""The built demo in Chromium: from the disk, from a server, with and without instant navigation."""

from __future__ import annotations

import pytest

sync_api = pytest.importorskip("playwright.sync_api")

pytestmark = pytest.mark.browser
SITES = ("demo_disk", "demo_web", "demo_instant")
TIMELINE = "timeline/index.html"
HIDDEN = "ol.tl-list > li[hidden]"


def kinds(root: str) -> tuple[str, ...]:
    """One page of each kind, as this site calls it."""
    end = ".html" if root.startswith("file:") else "/"
    return (
        *("index.html", TIMELINE, f"{TIMELINE}?kind=planned", "sources/index.html"),
        *(f"sources/crimea-treaty{end}", "timeline/people/index.html", "timeline/tags/index.html"),
        *(f"timeline/people/vladimir-putin{end}", "timeline/places/index.html", f"evaluation{end}"),
        *("timeline/embed/index.html", "timeline/cards/crimea-treaty.html"),
        "timeline/chronology.html",
        *(("404.html",) if root.startswith("http") else ()),  # its links begin at the root
    )


def settled(page: sync_api.Page) -> None:
    """The timeline is there and its script has filtered it."""
    page.locator(".tl-filter-bar").wait_for(state="attached")


@pytest.mark.parametrize("site", SITES)
def test_every_kind_of_page_opens_in_peace(visit, site: str) -> None:
    """No console error, no request to another host, nothing that the policy refuses."""
    reader = visit(site)
    for path in kinds(reader.root):
        page = reader.open(path)
        assert page.locator("h1").count() == 1, path
        assert reader.violations() == [], path
    assert (reader.complaints, reader.foreign) == ([], [])


@pytest.mark.parametrize("site", SITES)
def test_every_kind_of_page_is_readable_without_scripts(visit, site: str) -> None:
    """Headings, events, quotes and marks are in the pages."""
    reader = visit(site, java_script_enabled=False)
    for path in kinds(reader.root):
        page = reader.open(path)
        assert page.locator("h1").is_visible(), path
        assert len(page.locator("body").inner_text()) > 150 or "404" in path, path
    page = reader.open(TIMELINE)
    assert page.locator("[id='crimea-treaty']").is_visible()
    assert page.locator(".tl-citation blockquote mark").first.is_visible()


@pytest.mark.parametrize("site", SITES)
def test_back_goes_through_filters_and_pages(visit, site: str) -> None:
    """Each choice is a step; then comes the page before."""
    reader = visit(site)
    page = reader.open(f"{TIMELINE}?kind=planned")
    settled(page)
    planned = page.locator(HIDDEN).count()
    page.locator("summary", has_text="Tags").click()
    page.get_by_role("checkbox", name="minsk").check()
    assert page.locator(HIDDEN).count() > planned
    page.keyboard.press("Escape")
    page.locator("ol.tl-list > li:not([hidden]) figcaption a").first.click()
    page.wait_for_url("**/sources/**")
    page.go_back()
    page.wait_for_url("**tags=minsk*")
    settled(page)
    page.go_back()
    page.wait_for_function(f"document.querySelectorAll('{HIDDEN}').length == {planned}")
    assert page.url.endswith("?kind=planned")
    assert (reader.complaints, reader.foreign) == ([], [])


def test_instant_navigation_exchanges_the_page(visit) -> None:
    """Without loading anew: filters, overview and cite work on the page that came in."""
    reader = visit("demo_instant")
    page = reader.open("sources/index.html")
    page.evaluate("window.stayed = true")
    page.locator(".md-tabs a", has_text="Timeline").click()
    settled(page)
    page.locator("summary", has_text="Kind").click()
    page.get_by_role("checkbox", name="planned").check()
    assert page.locator(HIDDEN).count() > 100
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Zoom in").click()
    page.locator("ol.tl-list > li:not([hidden])").first.scroll_into_view_if_needed()
    page.locator("ol.tl-list > li:not([hidden]) .tl-cite").first.wait_for()
    assert page.evaluate("window.stayed") is True
    assert page.locator(".tl-filter-bar, .tl-zoom, .tl-away button").count() == 3
    assert (reader.complaints, reader.violations()) == ([], [])


@pytest.mark.parametrize("site", SITES)
def test_search_and_palette_keep_to_the_policy(visit, site: str) -> None:
    """A result leads to its event; the colours change; nothing is refused."""
    reader = visit(site)
    page = reader.open("index.html")
    page.locator("label[for='__palette_1']").click()
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    page.locator(".md-search__input").click()
    page.keyboard.type("treaty crimea")
    page.locator(".md-search-result__link[href*='timeline']").first.click(timeout=8000)
    page.wait_for_url("**/timeline/**")
    settled(page)
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    assert (reader.complaints, reader.violations()) == ([], [])


def test_a_policy_is_what_stops_a_script(visit) -> None:
    """The header is there and strict: a script written into a page is refused and told."""
    reader = visit("demo_web")
    page = reader.open(TIMELINE)
    written = "Object.assign(document.createElement('script'), {text: 'window.ran = 1'})"
    page.evaluate(f"document.body.append({written})")
    assert page.evaluate("window.ran") is None
    assert reader.violations()[0].startswith("script-src-elem inline")


def test_a_permalink_is_copied_on_a_page_that_came_in(visit) -> None:
    """Where instant navigation has made every address a whole one."""
    reader = visit("demo_instant", permissions=["clipboard-read", "clipboard-write"])
    page = reader.open("sources/index.html")
    page.locator(".md-tabs a", has_text="Timeline").click()
    settled(page)
    page.locator(".tl-event:has([id='brisbane']) .tl-permalink").click()
    page.locator(".tl-permalink[data-tl-done]").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == f"{reader.root}timeline/#brisbane"
    assert reader.complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_moves_for_readers_who_want_that(visit, scheme: str) -> None:
    """No element of ours has a transition or an animation, before or while it is pointed at."""
    page = visit("demo_disk", 1280, scheme, reduced_motion="reduce").open(TIMELINE)
    settled(page)
    page.locator(".tl-cite summary").first.click()
    page.locator(".tl-marks circle").first.hover()
    assert page.evaluate(MOVING) == []
    assert page.evaluate("document.getAnimations().length") == 0


def test_a_jump_is_a_jump_for_readers_who_want_that(visit) -> None:
    """The page doesn't glide to an event."""
    page = visit("demo_disk", reduced_motion="reduce").open(TIMELINE)
    settled(page)
    page.evaluate("location.hash = 'brisbane'")
    page.wait_for_timeout(100)
    before = page.evaluate("scrollY")
    page.wait_for_timeout(300)
    assert page.evaluate("scrollY") == before > 1000


@pytest.fixture
def phone(visit) -> object:
    """The timeline on a telephone, and a finger as the browser's own protocol moves it."""
    reader = visit("demo_disk", 390, has_touch=True, is_mobile=True)
    page = reader.open(TIMELINE)
    settled(page)
    return page


def fingers(page: sync_api.Page, *steps: list[tuple[float, float]]) -> None:
    """Fingers go down at the first step's places, move through the others, and are lifted."""
    session = page.context.new_cdp_session(page)
    for number, step in enumerate(steps):
        kind = "touchMove" if number else "touchStart"
        points = [{"x": x, "y": y, "id": at} for at, (x, y) in enumerate(step)]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_two_fingers_zoom(phone) -> None:
    """Four times as far apart: four times as wide."""
    box = phone.locator(".tl-scroll").bounding_box()
    y, middle = box["y"] + 60, box["x"] + box["width"] / 2
    apart = (30, 60, 90, 120)
    fingers(phone, *([(middle - far, y), (middle + far, y)] for far in apart))
    wide = phone.locator(".tl-scroll").evaluate("e => e.querySelector('svg').style.width")
    assert float(wide.rstrip("%")) == pytest.approx(400, abs=8)


def test_one_finger_moves_the_picture(phone) -> None:
    """It is wider than the window, and scrolls as anything does."""
    box = phone.locator(".tl-scroll").bounding_box()
    y = box["y"] + 60
    fingers(phone, *([(300 - 20 * step, y)] for step in range(11)))
    phone.wait_for_function("document.querySelector('.tl-scroll').scrollLeft > 100")


def test_a_tap_on_a_mark_leads_to_its_event(phone) -> None:
    """As a click does."""
    phone.locator(".tl-marks a[href='#93358466'] > *").tap()
    phone.wait_for_url("**#93358466")
    phone.wait_for_function("document.querySelector(':target').getBoundingClientRect().top < 600")


MOVING = """() => [...document.querySelectorAll("[class*='tl-'], [class*='tl-'] *")].flatMap((e) =>
  ["", "::before", "::after"].flatMap((part) => {
    const style = getComputedStyle(e, part || null);
    const long = (times) => times.split(",").some((time) => parseFloat(time) > 0.001);
    const moves = long(style.transitionDuration) || style.animationName !== "none";
    return moves ? [`${e.tagName}.${e.getAttribute("class")}${part}`] : [];
  }))"""
