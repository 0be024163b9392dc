"""The pictures in docs/reviewing.md, made from the demo; drawn only where they are asked for.

TIMELINE_SCREENSHOTS=1 .venv/bin/python -m pytest tests/test_review_pictures.py
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.review_server import served

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "assets" / "review"
NAMES = ("sources", "event", "edit", "split", "same", "new", "many", "both", "phone")
TREATY = "event?source=crimea-treaty&id=crimea-treaty-signed&in=crimea-treaty"


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
    if not os.environ.get("TIMELINE_SCREENSHOTS"):
        pytest.skip("TIMELINE_SCREENSHOTS is not set")
    with served(demo) as url:
        context = browser.new_context(viewport={"width": 1180, "height": 720}, base_url=url)
        yield context.new_page()
        context.close()


def draw(page: Any, name: str, address: str) -> None:
    """Open a page and keep its picture."""
    page.goto(address)
    keep(page, name)


def keep(page: Any, name: str) -> None:
    """The window as it is, once it has come to rest."""
    page.wait_for_timeout(400)
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=PICTURES / f"{name}.png")


def test_pictures_of_pages(page: Any) -> None:
    """Those that a link leads to."""
    draw(page, "sources", "./")
    draw(page, "event", TREATY)
    draw(page, "split", TREATY.replace("event?", "split?"))
    draw(page, "same", TREATY.replace("event?", "same?") + "&q=crimea+2014-03")
    draw(page, "new", "new?source=crimea-treaty&paragraph=9&at=180")
    draw(page, "many", "many?in=crimea-treaty")
    page.set_viewport_size({"width": 390, "height": 760})
    draw(page, "phone", TREATY)


def test_pictures_of_what_one_types(page: Any, demo: Path) -> None:
    """A date that is explained, and both versions of an event."""
    page.goto(TREATY)
    page.keyboard.press("e")
    page.wait_for_selector("[data-write]")
    page.fill("#when", "18 March 2014")
    keep(page, "edit")
    path = demo / "sources" / "crimea-treaty.events.yml"
    title = "Putin signed a treaty that makes Crimea and Sevastopol part of Russia"
    theirs = path.read_text("utf-8").replace(title, "Putin signed the treaty on Crimea")
    path.write_text(theirs, "utf-8")
    page.fill("#when", "2014-03-18")
    page.fill("#title", "Putin signed a treaty on Crimea and Sevastopol")
    page.click("#save")
    page.wait_for_selector("table")
    keep(page, "both")
