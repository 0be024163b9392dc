"""The files that a site offers: there, the same as `timeline export` writes, and linked."""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.export_example import dated, evil, made
from tests.site_example import EXAMPLE
from timeline.exports import FORMATS, make
from timeline.site.generate import pages
from timeline.site.options import SiteOptions
from timeline.site.takeaway import downloads, export_options, links

PACKAGE = "TIMELINEJS"


def test_every_format_is_a_file_beside_the_timeline() -> None:
    """With the schema that timeline.json names."""
    site = SiteOptions(timeline="events")
    found = downloads(EXAMPLE, options=export_options(site), site=site)

    assert set(found) == {f"events/{one.file}" for one in FORMATS.values()}
    assert found["events/timeline.csv"] == make("csv", EXAMPLE, options=export_options(site)).text


def test_the_page_links_to_all_of_them() -> None:
    """By plain relative addresses, which work from the disk."""
    page = pages(EXAMPLE)["timeline/index.md"]

    for one in links():
        assert f'<a href="{one.href}">{one.label}</a>' in page
    assert all("/" not in one.href for one in links())


@pytest.mark.parametrize(
    ("options", "url"),
    [
        ({"url": "https://a.example"}, "https://a.example/timeline/"),
        ({"url": "https://a.example/x/", "timeline": "t"}, "https://a.example/x/t/"),
        (
            {"url": "https://a.example/x/", "directory_urls": False},
            "https://a.example/x/timeline/index.html",
        ),
        ({}, None),
    ],
)
def test_the_address_of_the_timeline(options: dict[str, Any], url: str | None) -> None:
    """From the site's own; none where the site has none."""
    found = export_options(SiteOptions(**options))

    assert found.url == url
    assert found.folder is None or found.folder.endswith("/")


def test_a_built_site_has_them(built_site: Path) -> None:
    """Hostile words and all."""
    folder = built_site / "timeline"
    plain = json.loads((folder / "timeline.json").read_text("utf-8"))

    assert {path.name for path in folder.iterdir()} >= {one.file for one in FORMATS.values()}
    assert all(event["status"] != "proposed" for event in plain["events"])
    assert (folder / "timeline.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")


def test_a_built_page_has_its_events_as_linked_data(built_site: Path) -> None:
    """Every event of the page, whatever other extensions are on; hostile words are only words."""
    html = (built_site / "timeline/index.html").read_text("utf-8")
    (script,) = re.findall(r'<script type="?application/ld\+json"?>(.*?)</script>', html, re.S)
    graph = json.loads(script)["@graph"]
    shown = re.findall(r'<article class="tl-event', html)

    assert len([node for node in graph if node["@type"] in ("Event", "Claim")]) == len(shown)
    assert any("<script>alert(1)</script>" in node.get("name", "") for node in graph)


@pytest.fixture(scope="session")
def timelinejs() -> Path:
    """TimelineJS' own package, unpacked by npm; without it, skipped, but a failure in CI.

    npm install --prefix DIR @knight-lab/timelinejs@3.9.11, and TIMELINEJS=DIR.
    """
    folder = Path(os.environ.get(PACKAGE, "")) / "node_modules/@knight-lab/timelinejs/dist"
    if not os.environ.get(PACKAGE) or not folder.is_dir():
        missing = "TIMELINEJS names no folder with TimelineJS' npm package"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(missing)
    return folder


@pytest.mark.browser
@pytest.mark.parametrize("timeline", [EXAMPLE, dated(), evil()], ids=["example", "dated", "evil"])
def test_timelinejs_itself_shows_it(
    browser: Any, timelinejs: Path, tmp_path: Path, timeline: Any
) -> None:
    """Without an error, every slide there, and nothing hostile run."""
    export = made("timelinejs", timeline)
    shutil.copytree(timelinejs, tmp_path / "dist")
    text = PAGE.replace("JSON", export.text.replace("<", "\\u003c"))
    (tmp_path / "page.html").write_text(text, "utf-8")
    page, found = browser.new_page(), []
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("dialog", lambda dialog: (found.append(dialog.message), dialog.dismiss()))
    page.goto((tmp_path / "page.html").as_uri())
    page.wait_for_function("window.shown && document.querySelectorAll('.tl-slide').length > 1")

    assert page.evaluate("shown.config.getErrors()") == found == []
    assert page.locator(".tl-slide").count() == len(timeline) - len(export.left_out) + 1


PAGE = """<!DOCTYPE html><meta charset="utf-8">
<link rel="stylesheet" href="dist/css/timeline.css"><script src="dist/js/timeline.js"></script>
<div id="here" style="width: 900px; height: 600px"></div>
<script>const shown = window.shown = new TL.Timeline("here", JSON);</script>
"""
