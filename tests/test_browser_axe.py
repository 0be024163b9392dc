"""axe-core finds nothing to complain about: light, dark, on a phone, filtered, in a frame."""

from __future__ import annotations

from importlib import resources

import pytest

sync_api = pytest.importorskip("playwright.sync_api")
pytest.importorskip("axe_playwright_python")

pytestmark = pytest.mark.browser
RUN = """async () => {
  const found = await axe.run(document.querySelector(".md-header") ? ".md-content" : document);
  return found.violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 200)}`));
}"""


def violations(page: sync_api.Page) -> list[str]:
    """What axe finds in our part of the page, all of it in a frame: its rule and the element."""
    script = resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
    page.evaluate(script)
    return list(page.evaluate(RUN))


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "path",
    [
        "timeline/index.html",
        "timeline/index.html?who=Ada+Quill",
        "timeline/people/index.html",
        "timeline/people/ada-quill.html",
        "sources/bridge-closed.html",
        "timeline/embed/index.html?who=Ada+Quill",
        "timeline/cards/first-cracks.html",
    ],
)
def test_a_page_is_accessible(open_reader, path: str, scheme: str, width: int) -> None:
    """As far as a machine can tell."""
    page = open_reader(width, scheme).open(path)
    page.wait_for_timeout(200)
    assert violations(page) == []


def test_open_lists_of_values_are_accessible(open_reader) -> None:
    """Labels, contrast, sizes of what the script made."""
    page = open_reader().open("timeline/index.html?who=Ada+Quill")
    page.locator(".tl-filter summary").first.click()
    page.locator(".tl-cite > summary").first.click()
    assert violations(page) == []


def test_a_fault_would_be_found(open_reader) -> None:
    """An image without words for it."""
    page = open_reader().open("timeline/index.html")
    page.evaluate("document.querySelector('.md-content').append(document.createElement('img'))")
    assert any("image-alt" in one for one in violations(page))
