"""The chronology: a table by its tags, and a clean PDF out of the browser."""

from __future__ import annotations

import dataclasses
import io
import re
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.export_example import evil, made
from tests.site_example import EXAMPLE, cite, event
from timeline.model import Entry

ROWS = 120


def long_timeline():
    """Enough events for several sheets."""
    entries = tuple(
        Entry(
            event(n, f"{1890 + n}-05-09", f"Meeting {n} of the board", cite(1, "on Friday", "")),
            "bridge-closed",
        )
        for n in range(ROWS)
    )
    return dataclasses.replace(EXAMPLE, entries=entries)


def test_a_row_has_number_date_event_and_source_with_paragraph() -> None:
    """In order of time, counted from 1."""
    text = made("chronology", EXAMPLE).text
    rows = re.findall(r"<tr id=.*?</tr>", text, re.S)

    assert len(rows) == len(EXAMPLE)
    assert '<td class="number">1</td>' in rows[0]
    assert '<time datetime="2014-05-09">Friday 9 May 2014</time>' in rows[7]
    assert "The Harbour Gazette, 9 May 2014, paragraph 1" in rows[7]
    assert "Grey &amp; Sons is warned (alleged)" in rows[2]


def test_it_loads_and_runs_nothing() -> None:
    """One file, whatever stands in its words."""
    text = made("chronology", evil()).text

    assert not re.search(r"<(?:script|link|img|iframe|b)\b|\son\w+=\"x|url\(", text)
    assert 'href="javascript' not in text


@pytest.mark.browser
def test_it_prints_clean(browser, tmp_path: Path) -> None:
    """No blank sheet, the head and the number of the page on each, and every row once."""
    path = tmp_path / "chronology.html"
    path.write_text(made("chronology", long_timeline()).text, "utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    pdf = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    page.close()
    sheets = [sheet.extract_text() for sheet in pdf.pages]

    assert 3 <= len(sheets) <= 12
    for number, text in enumerate(sheets, 1):
        assert f"{number} / {len(sheets)}" in text
        assert "Date" in text
        assert "Source" in text
    words = "\n".join(sheets)
    assert [words.count(f"Meeting {n} of") for n in range(ROWS)] == [1] * ROWS


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 390])
def test_it_reads_on_screens_without_scrolling_sideways(
    browser,
    tmp_path: Path,
    width: int,
) -> None:
    """On a phone, too, with words that have no spaces."""
    path = tmp_path / "chronology.html"
    path.write_text(made("chronology", evil(summary="x" * 300)).text, "utf-8")
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(path.as_uri())

    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.close()
