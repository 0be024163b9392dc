"""The pictures in docs/reviewing.md, made from the demo; kept only where that is asked for.

TIMELINE_SCREENSHOTS=1 .venv/bin/python -m pytest tests/test_review_pictures.py
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.pictures import ASSETS, ROOT
from tests.pictures import keep as keep_at
from tests.review_server import served

pytestmark = pytest.mark.browser

PICTURES = ASSETS / "review"
NAMES = ("sources", "found", "event", "edit", "split", "same", "new", "many", "both", "phone")
TREATY = "event?source=crimea-treaty&id=crimea-treaty-signed&in=crimea-treaty"

ARTICLE = """<!doctype html><html lang="en"><head><title>Bridge over the Orl shut</title>
<meta property="article:published_time" content="2014-05-07">
<meta property="og:site_name" content="The Daily Example"></head><body><article>
<h1>Bridge over the Orl shut</h1><p class="byline">By Ada Example</p>
<p><time datetime="2014-05-06">6 May 2014</time></p>
<p>The old bridge over the Orl was shut on Saturday, and today is Tuesday, as everybody in the town
knows who has had to wait for the ferry since.</p>
<p>Divers had found cracks in two of its piers in March 2014.</p>
<p>The council wants to say on 12 May when the bridge will be opened again.</p>
</article></body></html>"""


def test_the_guide_shows_every_picture() -> None:
    """And no other; each with words for those who can't see it."""
    text = (ROOT / "docs" / "reviewing.md").read_text("utf-8")
    shown = re.findall(r"!\[([^\]]{20,})\]\(assets/review/([\w-]+)\.png\)", text)

    assert sorted(name for _, name in shown) == sorted(NAMES)
    assert [name for name in NAMES if not (PICTURES / f"{name}.png").is_file()] == []


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    """The demo, with the decisions on one source taken back."""
    shutil.copytree(ROOT / "sources", tmp_path / "sources")
    path = tmp_path / "sources" / "crimea-treaty.events.yml"
    text = path.read_text("utf-8")
    path.write_text(re.sub("status: (accepted|disputed)", "status: proposed", text), "utf-8")
    return tmp_path


@pytest.fixture
def page(browser: Any, demo: Path) -> Iterator[Any]:
    """The review page of the demo, in a window of the guide's width."""
    with served(demo) as url:
        context = browser.new_context(viewport={"width": 1180, "height": 720}, base_url=url)
        yield context.new_page()
        context.close()


@pytest.fixture
def keep(page: Any, pictures: Path) -> Callable[[str], None]:
    """Keeps the window as it is, as a picture of this name."""
    return lambda name: keep_at(page, pictures / "review" / f"{name}.png")


@pytest.fixture
def draw(page: Any, keep: Callable[[str], None]) -> Callable[[str, str], None]:
    """Opens a page and keeps its picture."""

    def open_and_keep(name: str, address: str) -> None:
        page.goto(address)
        keep(name)

    return open_and_keep


def test_pictures_of_pages(page: Any, draw: Callable[[str, str], None]) -> None:
    """Those that a link leads to."""
    draw("sources", "./")
    draw("event", TREATY)
    draw("split", TREATY.replace("event?", "split?"))
    draw("same", TREATY.replace("event?", "same?") + "&q=crimea+2014-03")
    draw("new", "new?source=crimea-treaty&paragraph=9&at=180")
    draw("many", "many?in=crimea-treaty")
    page.set_viewport_size({"width": 390, "height": 760})
    draw("phone", TREATY)


def test_picture_of_what_was_found(page: Any, keep: Callable[[str], None]) -> None:
    """A web page that was saved and added."""
    page.goto("./")
    page.click("#adding > summary")
    file = {"name": "bridge.html", "mimeType": "text/html", "buffer": ARTICLE.encode()}
    page.set_input_files("#files", [file])
    page.click("#add")
    page.wait_for_selector("h2:has-text('Bridge over the Orl shut')")
    page.set_viewport_size({"width": 1180, "height": 960})
    keep("found")


def test_pictures_of_what_one_types(page: Any, demo: Path, keep: Callable[[str], None]) -> None:
    """A date that is explained, and both versions of an event."""
    page.goto(TREATY)
    page.keyboard.press("e")
    page.wait_for_selector("[data-write]")
    page.fill("#when", "18 March 2014")
    keep("edit")
    path = demo / "sources" / "crimea-treaty.events.yml"
    title = "Putin signed a treaty that makes Crimea and Sevastopol part of Russia"
    theirs = path.read_text("utf-8").replace(title, "Putin signed the treaty on Crimea")
    path.write_text(theirs, "utf-8")
    page.fill("#when", "2014-03-18")
    page.fill("#title", "Putin signed a treaty on Crimea and Sevastopol")
    page.click("#save")
    page.wait_for_selector("table")
    keep("both")
