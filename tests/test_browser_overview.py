"""The overview in Chromium: marks lead to events, zoom, keys, brush, cursor, tooltip."""

from __future__ import annotations

import pytest

sync_api = pytest.importorskip("playwright.sync_api")

pytestmark = pytest.mark.browser
PAGE = "timeline/index.html"


def zoom(page: sync_api.Page) -> float:
    """How many times wider than its window the picture is."""
    script = "e => e.querySelector('svg').clientWidth / e.clientWidth"
    return float(page.locator(".tl-scroll").evaluate(script))


def test_a_mark_leads_to_its_event_without_scripts(open_reader) -> None:
    """It is a link like any other."""
    page = open_reader(java_script_enabled=False).open(PAGE)
    page.locator(".tl-marks a[href='#first-cracks'] > *").click()
    assert page.url.endswith("#first-cracks")


def test_buttons_and_keys_zoom(open_reader) -> None:
    """In, out, and back to all."""
    page = open_reader().open(PAGE)
    page.get_by_role("button", name="Zoom in").click()
    assert zoom(page) == pytest.approx(2, abs=0.05)
    page.locator(".tl-scroll").focus()
    page.keyboard.press("+")
    assert zoom(page) == pytest.approx(4, abs=0.05)
    assert page.locator(".tl-scroll").get_attribute("data-level") == "1"
    page.keyboard.press("0")
    assert zoom(page) == pytest.approx(1, abs=0.05)


def test_the_wheel_zooms_with_ctrl_only(open_reader) -> None:
    """A plain wheel scrolls the page, as everywhere."""
    page = open_reader().open(PAGE)
    page.locator(".tl-scroll").hover()
    page.mouse.wheel(0, -40)
    assert zoom(page) == pytest.approx(1, abs=0.05)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -400)
    page.keyboard.up("Control")
    assert zoom(page) > 1.5


def test_a_brushed_stretch_fills_the_window(open_reader) -> None:
    """A quarter of the picture: four times as wide, from there on."""
    page = open_reader().open(PAGE)
    box = page.locator(".tl-scroll").bounding_box()
    y = box["y"] + 8
    page.mouse.move(box["x"] + box["width"] / 2, y)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.75, y, steps=4)
    page.mouse.up()
    assert zoom(page) == pytest.approx(4, abs=0.1)
    share = "e => e.scrollLeft / e.scrollWidth"
    assert page.locator(".tl-scroll").evaluate(share) == pytest.approx(0.5, abs=0.02)


def test_the_cursor_follows_the_reading(open_reader) -> None:
    """And the axis stays in sight."""
    page = open_reader().open(f"{PAGE}#00000007")
    page.wait_for_selector(".tl-here")
    page.wait_for_timeout(200)
    assert page.locator(".tl-cursor").count() == 1
    axis = page.locator(".tl-axis > line").first.bounding_box()
    assert 40 < axis["y"] < 160


def test_a_mark_says_its_date_and_title(open_reader) -> None:
    """Taken from the event below."""
    page = open_reader().open(PAGE)
    page.locator(".tl-marks a[href='#first-cracks'] > *").hover()
    tip = page.locator(".tl-tip").inner_text()
    assert "17 April 2014" in tip
    assert "Divers see cracks" in tip
