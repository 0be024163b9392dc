"""Hostile words in every field, in Chromium: no page runs any of them or asks another host."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

sync_api = pytest.importorskip("playwright.sync_api")

pytestmark = pytest.mark.browser
READ = "timeline/index.html"
FOUND = """() => {
  const addresses = ["href", "src", "action", "xlink:href"];
  const runs = (address) => {
    try { return /script:$/.test(new URL(address, document.baseURI).protocol); }
    catch { return false; }
  };
  const ours = "[class~=own], iframe[srcdoc], meta[http-equiv], base[href], object, #own";
  const acts = (a) => a.name.startsWith("on") || addresses.includes(a.name) && runs(a.value);
  return [...document.querySelectorAll("*")]
    .filter((e) => e.matches(ours) || [...e.attributes].some(acts)).map((e) => e.outerHTML);
}"""


@dataclass
class Victim:
    """A window in which attacks tell of themselves."""

    page: sync_api.Page
    site: Path
    hits: list[str] = field(default_factory=list)

    def open(self, path: str) -> sync_api.Page:
        """A file of the site."""
        self.page.goto((self.site / path).as_uri())
        return self.page


@pytest.fixture
def victim(browser: Any, hostile_site: Path) -> Any:
    """Without a policy, which would stop what escaping must."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    found = Victim(page, hostile_site)
    page.expose_function("hit", lambda name: found.hits.append(str(name)))
    page.on("dialog", lambda d: (found.hits.append(f"dialog {d.message}"), d.dismiss()))
    page.on("pageerror", lambda error: found.hits.append(f"error {error}"))
    local = ("file:", "data:", "about:")
    page.on("request", lambda r: None if r.url.startswith(local) else found.hits.append(r.url))
    yield found
    context.close()


def test_no_page_runs_what_it_shows(victim: Victim) -> None:
    """Every page of the site, cards and the table for print among them."""
    paths = [path.relative_to(victim.site) for path in victim.site.rglob("*.html")]
    assert len(paths) > 90
    for path in paths:
        if path.name != "404.html":  # its scripts are at the root of a host
            page = victim.open(str(path))
            assert page.evaluate(FOUND) == [], path
    assert victim.hits == []


def test_no_other_file_runs_what_it_holds(victim: Victim) -> None:
    """Feeds and data, opened as a page."""
    for name in ("feed.atom", "feed.json", "timeline.json", "timeline.markdown.txt"):
        victim.open(f"timeline/{name}")
    assert victim.hits == []


def test_nothing_runs_when_a_timeline_is_used(victim: Victim) -> None:
    """Lists of values, the tooltip, citing: what scripts make of hostile words."""
    page = victim.open(READ)
    for summary in page.locator(".tl-filter summary").all():
        summary.click()
    page.locator(".tl-filter-choice[open] input").first.check()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.locator(".tl-marks circle").first.hover()
    assert page.locator(".tl-tip").is_visible()
    event = page.locator(".tl-event").first
    event.scroll_into_view_if_needed()
    event.locator(".tl-cite > summary").click()
    for button in event.locator(".tl-cite button").all():
        button.click()
    assert page.evaluate(FOUND) == []
    assert victim.hits == []


def test_a_search_result_is_words(victim: Victim) -> None:
    """Material shows parts of what was found."""
    page = victim.open("index.html")
    page.locator(".md-search__input").click()
    for words in ("onerror", "script hit", "hit"):
        page.locator(".md-search__input").fill("")
        page.keyboard.type(words)
        page.wait_for_timeout(400)
        page.locator(".md-search-result__item").first.wait_for()
    assert page.evaluate(FOUND) == []
    assert victim.hits == []


def test_nothing_in_an_address_runs(victim: Victim) -> None:
    """What the address asks for is shown as words, and copied as words."""
    attack = "%22%3E%3Cimg%20src=x%20onerror=hit(1)%3E"
    for path in (READ, "timeline/embed/index.html"):
        page = victim.open(f"{path}")
        query = "&".join(f"{key}={attack}" for key in ("q", "who", "kind", "from"))
        page.goto(f"{page.url}?{query}#{attack}")
        page.wait_for_timeout(100)
        assert page.evaluate(FOUND) == []
    assert victim.hits == []


def test_an_attack_would_be_seen(victim: Victim) -> None:
    """One that got through."""
    page = victim.open(READ)
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=hit(`me`)>')")
    page.wait_for_timeout(100)
    assert victim.hits == ["me"]
    assert len(page.evaluate(FOUND)) == 1
