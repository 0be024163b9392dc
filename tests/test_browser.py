"""The built site in Chromium, opened from file://: looks, links, search, and silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site_example import event
from tests.site_project import write_project
from timeline.model import Citation, Record
from timeline.site.build import build
from timeline.store import compose

sync_api = pytest.importorskip("playwright.sync_api")

pytestmark = pytest.mark.browser

PAGES = (
    "index.html",
    "timeline/index.html",
    "sources/index.html",
    "sources/bridge-closed.html",
    "sources/silent.html",
    "sources/evil.html",
)


@pytest.fixture(scope="session")
def long_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose timeline has 400 events of different heights on one page."""
    folder = tmp_path_factory.mktemp("long")
    config = write_project(folder)
    days = [f"{1950 + n // 12}-{1 + n % 12:02}-15" for n in range(400)]
    words = "The board met and talked. "
    body = "\n\n".join(f"Minutes {n}. {words * (1 + n % 9)}" for n in range(400))
    (folder / "sources" / "long.md").write_text(f"---\ntitle: Long\n---\n\n{body}\n", "utf-8")
    events = tuple(
        event(0x1000 + n, day, f"Meeting {n}", Citation(n + 1, f"Minutes {n}. {words.strip()}"))
        for n, day in enumerate(days)
    )
    text = compose(Record("long", "by hand", events), stored=None)
    (folder / "sources" / "long.events.yml").write_text(text, "utf-8")
    return build(config).site_dir


def top(page: sync_api.Page, selector: str) -> float:
    """How far below the top of the window the element begins, in pixels, once scrolling ends."""
    page.wait_for_timeout(150)
    return float(page.locator(selector).bounding_box()["y"])


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_open_in_peace(open_reader, width: int, scheme: str) -> None:
    """No console error, no request to another host, no horizontal scrolling, nothing hostile."""
    reader = open_reader(width, scheme)
    for path in PAGES:
        page = reader.open(path)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
        assert page.locator("h1").count() == 1, path
    assert reader.complaints == []
    assert reader.foreign == []


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("anchor", ["first-cracks", "0000001a", "0000001b", "00000008", "y.2016"])
def test_a_permalink_lands_on_its_event(open_reader, width: int, anchor: str) -> None:
    """Below the header and in sight, old ids too."""
    page = open_reader(width).open(f"timeline/index.html#{anchor}")
    place = top(page, f"[id='{anchor}']")  # which waits until the page has scrolled
    at_the_end = page.evaluate("scrollY + innerHeight >= document.body.scrollHeight - 2")
    header = page.locator(".md-header").bounding_box()
    assert place >= header["y"] + header["height"] - 1
    assert place < (900 if at_the_end else 200)


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("number", [150, 300, 390])
def test_a_permalink_lands_far_down_a_long_page(
    open_reader, long_site: Path, width: int, number: int
) -> None:
    """Although the events before it are not laid out until they are near."""
    reader = open_reader(width)
    reader.root = long_site
    anchor = f"{0x1000 + number:08x}"
    page = reader.open(f"timeline/index.html#{anchor}")
    page.wait_for_timeout(300)
    assert 102 <= top(page, f"[id='{anchor}']") <= 150  # below the overview's strip


def test_a_paragraph_link_lands_on_the_marked_words(open_reader) -> None:
    """From an event to its evidence, and back."""
    page = open_reader().open("timeline/index.html")
    page.locator(".tl-event:has(#first-cracks) figcaption a").first.click()
    page.wait_for_url("**/bridge-closed.html#p2")
    assert page.locator("#p2 mark").first.inner_text().startswith("Divers had seen cracks")
    page.locator("#p2 a.tl-cited").first.click()
    page.wait_for_url("**/timeline/index.html#first-cracks")


def test_the_link_sign_copies_the_permalink(open_reader) -> None:
    """And says so."""
    page = open_reader(permissions=["clipboard-read", "clipboard-write"]).open(
        "timeline/index.html"
    )
    page.locator(".tl-event:has(#first-cracks) .tl-permalink").click()
    page.wait_for_selector(".tl-status:has-text('Link copied')", state="attached")
    assert page.evaluate("navigator.clipboard.readText()").endswith("index.html#first-cracks")
    assert page.url.endswith("#first-cracks")


def test_search_finds_an_event_from_a_file(open_reader) -> None:
    """Workers don't start from file://; ours runs in a frame."""
    reader = open_reader()
    page = reader.open("index.html")
    page.locator(".md-search__input").click()
    page.keyboard.type("second pier")
    result = page.locator(".md-search-result__link[href*='#first-cracks']")
    result.first.wait_for(timeout=8000)
    assert "17 April 2014" in result.first.inner_text()
    assert reader.complaints == []
    assert reader.foreign == []


def test_hostile_text_does_not_run(open_reader) -> None:
    """Nor does a search result that holds it."""
    reader = open_reader()
    dialogs: list[str] = []
    reader.page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page = reader.open("timeline/index.html")
    page.locator(".md-search__input").click()
    page.keyboard.type("onerror")
    page.locator(".md-search-result__link").first.wait_for(timeout=8000)
    assert dialogs == []
    assert reader.foreign == []


def test_everything_is_readable_without_scripts(open_reader) -> None:
    """Events, quotes and links are in the page itself."""
    page = open_reader(java_script_enabled=False).open("timeline/index.html")
    assert page.locator("#first-cracks").is_visible()
    assert page.locator(".tl-event:has(#first-cracks) blockquote").first.is_visible()


def test_dates_stand_beside_the_events_or_above_them(open_reader) -> None:
    """In the margin where there is room, above the title on a phone."""
    for width, beside in ((1280, True), (390, False)):
        page = open_reader(width).open("timeline/index.html#first-cracks")
        date = page.locator("#first-cracks .tl-when").bounding_box()
        title = page.locator("#first-cracks .tl-title").bounding_box()
        assert (date["x"] + date["width"] <= title["x"]) is beside
        assert (date["y"] + date["height"] <= title["y"] + 1) is not beside


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_enough_contrast(open_reader, scheme: str) -> None:
    """WCAG AA, 4.5 to 1, measured on what is painted: text over its backgrounds, blended."""
    page = open_reader(1280, scheme).open("timeline/index.html")
    low = page.evaluate(CONTRAST, ".md-content :is(.tl-event, .tl-intro, h2, h3) *")
    assert low == []


def test_targets_are_large_enough(open_reader) -> None:
    """Controls are 24 px or more; links in a line of text may be smaller (WCAG 2.5.8)."""
    page = open_reader(390).open("timeline/index.html")
    for selector in (".tl-permalink", ".tl-years a"):
        box = page.locator(selector).first.bounding_box()
        assert min(box["width"], box["height"]) >= 24, selector


# Colours come as any CSS colour; a canvas turns each into red, green, blue and alpha.
CONTRAST = """
(selector) => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = (top, under) => top.slice(0, 3).map((c, i) => c * top[3] + under[i] * (1 - top[3]));
  const light = (rgb) => {
    const linear = (c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    const [r, g, b] = rgb.map((c) => linear(c / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const background = (element) => {
    const layers = [];
    for (let e = element; e; e = e.parentElement)
      layers.push(rgba(getComputedStyle(e).backgroundColor));
    return layers.reverse().reduce((under, layer) => over(layer, under), [255, 255, 255]);
  };
  const low = [];
  for (const element of document.querySelectorAll(selector)) {
    const own = [...element.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
    if (!own || element.closest("svg, .headerlink")) continue;
    const under = background(element);
    const text = over(rgba(getComputedStyle(element).color), under);
    const [dim, bright] = [light(under), light(text)].sort((a, b) => a - b);
    const ratio = (bright + 0.05) / (dim + 0.05);
    if (ratio < 4.5) low.push(`${element.className || element.tagName}: ${ratio.toFixed(2)}`);
  }
  return [...new Set(low)];
}
"""
