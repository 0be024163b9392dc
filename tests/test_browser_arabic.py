"""A site in Arabic, in Chromium: it runs right to left, and names in Latin letters stay whole."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.test_browser_axe import violations

sync_api = pytest.importorskip("playwright.sync_api")
pytest.importorskip("axe_playwright_python")

pytestmark = pytest.mark.browser
TIMELINE = "timeline/index.html"
PAGES = (
    TIMELINE,
    f"{TIMELINE}?who=NASA",
    "timeline/people/index.html",
    "timeline/people/nasa.html",
    "sources/index.html",
    "sources/space.html",
    "sources/hope.html",
    "timeline/chronology.html",
)
MOON, SHUTTLE = "00000002", "00000003"


def box(page: sync_api.Page, selector: str) -> dict[str, float]:
    """Where an element stands on the page."""
    found = page.locator(selector).first.bounding_box()
    assert found is not None
    return found


def text(page: sync_api.Page, selector: str) -> str:
    """What an element says, on one line."""
    return " ".join(page.locator(selector).first.inner_text().split())


@pytest.mark.parametrize("width", [1280, 390])
def test_every_page_runs_right_to_left_and_stays_in_its_width(
    open_reader, arabic_site: Path, width: int
) -> None:
    """In peace: no complaint, no other host, no horizontal scrolling."""
    reader = open_reader(width, site=arabic_site)
    for path in PAGES:
        page = reader.open(path)
        assert page.evaluate("getComputedStyle(document.querySelector('h1')).direction") == "rtl"
        assert page.evaluate("document.documentElement.lang") == "ar"
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
    assert reader.complaints == []
    assert reader.foreign == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_pages_are_accessible(open_reader, arabic_site: Path, scheme: str, width: int) -> None:
    """As far as a machine can tell."""
    reader = open_reader(width, scheme, site=arabic_site)
    for path in (
        TIMELINE,
        f"{TIMELINE}?who=NASA",
        "sources/hope.html",
        "timeline/people/nasa.html",
    ):
        page = reader.open(path)
        page.wait_for_timeout(200)
        assert violations(page) == [], path


def test_the_words_are_arabic(open_reader, arabic_site: Path) -> None:
    """Interface, dates and plural forms; no English word of ours is left among them."""
    page = open_reader(site=arabic_site).open(TIMELINE)
    assert text(page, "h1") == "التسلسل الزمني"
    assert text(page, ".tl-lead").startswith("6 أحداث من مصدرين، 1957–عقد 2030.")
    assert text(page, f".tl-head[id='{MOON}'] .tl-when") == "الأحد 20 يوليو 1969"
    assert text(page, ".tl-filter-choice summary") == "الأشخاص"
    main = page.locator(".tl-filter, .tl-lists, .tl-lead, .tl-years, .tl-away, .tl-zoom")
    said = " ".join(main.all_inner_texts())
    assert set(re.findall("[A-Za-z]{2,}", said)) <= {
        *("NASA", "JSON", "LD", "CSL", "CSV", "Atom", "Feed", "Markdown", "BibTeX"),
        *("TimelineJS", "iCalendar", "HTML"),
    }


def test_the_column_of_dates_is_on_the_right(open_reader, arabic_site: Path) -> None:
    """Then the rail, the title, and the links of the event at the far left."""
    page = open_reader(site=arabic_site).open(f"{TIMELINE}#{MOON}")
    event = f".tl-event:has([id='{MOON}'])"
    page.locator(f"{event} .tl-cite").wait_for()
    places = [
        box(page, f"{event} {part}")["x"]
        for part in (".tl-when", ".tl-title", ".tl-cite", ".tl-permalink")
    ]
    assert places == sorted(places, reverse=True)


def test_the_previous_event_is_to_the_right_and_so_points_its_arrow(
    open_reader, arabic_site: Path
) -> None:
    """‹ and › are mirrored by the direction of the text around them, which is the page's."""
    page = open_reader(site=arabic_site).open(f"{TIMELINE}#{SHUTTLE}")
    fact = f".tl-event:has([id='{SHUTTLE}']) .tl-who:has-text('NASA')"
    before, name, after = (
        box(page, f"{fact} {part}") for part in ("[rel=prev]", ".tl-name", "[rel=next]")
    )
    assert before["x"] > name["x"] > after["x"]
    arrow = page.locator(f"{fact} [rel=prev]")
    assert arrow.inner_text() == "‹"
    assert arrow.evaluate("one => getComputedStyle(one).direction") == "rtl"


def test_names_in_latin_letters_stay_whole(open_reader, arabic_site: Path) -> None:
    """An English title keeps its order, and its quote stands at the left."""
    page = open_reader(site=arabic_site).open("sources/hope.html")
    order = """selector => {
      const text = document.querySelector(selector).firstChild;
      const range = document.createRange();
      const at = (i) => {
        range.setStart(text, i);
        range.setEnd(text, i + 1);
        return range.getBoundingClientRect().x;
      };
      return [at(0), at(text.length - 1)];
    }"""
    for selector in ("h1 bdi", "#p2 > p"):
        first, last = page.evaluate(order, selector)
        assert first < last, selector
    paragraph = page.locator("#p2 > p")
    assert paragraph.evaluate("p => getComputedStyle(p).direction") == "ltr"


def test_time_in_the_overview_runs_left_to_right(open_reader, arabic_site: Path) -> None:
    """As its digits do: docs/site.md says why."""
    page = open_reader(site=arabic_site).open(TIMELINE)
    marks = page.locator(".tl-marks a circle")
    places = [one.bounding_box()["x"] for one in marks.all()]
    assert len(places) > 2
    assert places == sorted(places)


def test_filters_work_with_arabic_values(open_reader, arabic_site: Path) -> None:
    """Short vowels don't matter to the search, as accents don't elsewhere."""
    page = open_reader(site=arabic_site).open(TIMELINE)
    page.get_by_role("searchbox", name="كلمات").fill("القمَر الصناعي")
    assert page.locator("ol.tl-list > li:not([hidden])").count() == 1
    assert text(page, ".tl-filter-say") == "الأحداث: 1 من 6"
