"""The pictures of the site in README and docs/site.md, made from the demo."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.pictures import ASSETS, ROOT, keep

pytestmark = pytest.mark.browser
SHOWN = re.compile(r"!\[([^\]]{20,})\]\((?:docs/)?assets/([\w/-]+)\.png\)")
NAMES = ("timeline", "site/card", "site/frame")


def test_readme_and_guide_show_every_picture() -> None:
    """And no other; each with words for those who can't see it."""
    texts = [(ROOT / name).read_text("utf-8") for name in ("README.md", "docs/site.md")]
    shown = [name for text in texts for _, name in SHOWN.findall(text)]
    assert sorted(shown) == sorted(NAMES)
    assert [name for name in NAMES if not (ASSETS / f"{name}.png").is_file()] == []


def test_the_picture_of_the_timeline(visit: Any, pictures: Path) -> None:
    """The overview, the filters, and the first event with its quote."""
    reader = visit("demo_disk")
    reader.page.set_viewport_size({"width": 1280, "height": 1000})
    page = reader.open("timeline/index.html")
    page.locator(".tl-filter-bar").wait_for()
    keep(page, pictures / "timeline.png")


def test_the_pictures_of_frames(visit: Any, pictures: Path) -> None:
    """An event's card, and the timeline with a filter."""
    reader = visit("demo_disk", 560)
    for name, path, height in (
        ("card", "timeline/cards/brisbane.html", 300),
        ("frame", "timeline/embed/index.html?tags=mh17", 480),
    ):
        reader.page.set_viewport_size({"width": 560, "height": height})
        keep(reader.open(path), pictures / "site" / f"{name}.png")
