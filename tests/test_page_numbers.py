"""The page of a PDF that a quote stood on, wherever its paragraph is named."""

from __future__ import annotations

import dataclasses
import json
import re
from pathlib import Path

import pytest

from tests.export_example import made
from tests.review_client import ARTICLE, plain
from tests.review_client import project as reviewed
from tests.shell import Run
from tests.site_example import BRIDGE, cite, event
from timeline.intake.article import Block
from timeline.intake.body import pages as starts
from timeline.model import Entry, Timeline
from timeline.readers import read
from timeline.site import generate

PRINTED = dataclasses.replace(
    BRIDGE, source=dataclasses.replace(BRIDGE.source, pages="1 3 3 5", publish="full")
)
ENTRIES = tuple(
    Entry(event(number, "2014-05-09", "Closed", cite(number, quote, "")), "bridge-closed")
    for number, quote in ((1, "closed the old harbour bridge"), (4, "Nobody was hurt"))
)
WITH = Timeline(ENTRIES, {"bridge-closed": PRINTED})
WITHOUT = Timeline(ENTRIES, {"bridge-closed": BRIDGE})


def test_an_entry_names_the_page_before_the_paragraph() -> None:
    """Paragraph 4 begins on page 3: none begins on page 2, and page 4 begins with paragraph 5."""
    page = generate.pages(WITH)["timeline/index.md"]
    assert re.search(r"<span>p\. 1</span>\s*<span>paragraph 1</span>", page)
    assert "<span>p. 3</span>" in page
    assert "<span>p. 3</span>" not in generate.pages(WITHOUT)["timeline/index.md"]


def test_the_sources_page_says_where_a_page_begins() -> None:
    """Once each, and nothing on a page on which no paragraph begins."""
    page = generate.pages(WITH)["sources/bridge-closed.md"]
    said = [page.count(f">p. {number}</span>") for number in (1, 2, 3, 4, 5)]
    assert said == [1, 0, 1, 1, 0]
    assert page.index('id="p3"') < page.index(">p. 3</span>") < page.index('id="p4"')
    assert "tl-page" not in generate.pages(WITHOUT)["sources/bridge-closed.md"]


@pytest.mark.parametrize("form", ["chronology", "markdown"])
def test_what_is_printed_names_the_page(form: str) -> None:
    """In the table and in Markdown."""
    assert "9 May 2014, p. 3, paragraph 4" in made(form, WITH).text.replace("\\", "")
    assert "9 May 2014, paragraph 4" in made(form, WITHOUT).text.replace("\\", "")


def test_json_has_the_page() -> None:
    """Beside the paragraph; nothing where there is none."""
    of = [
        json.loads(made("json", timeline).text)["events"][1]["citations"][0]
        for timeline in (WITH, WITHOUT)
    ]
    assert [one.get("page") for one in of] == [3, None]


def test_the_review_names_the_page(tmp_path: Path) -> None:
    """Before the paragraph."""
    client = reviewed(tmp_path)
    path = next(tmp_path.rglob("bridge.md"))
    path.write_text(ARTICLE.replace("publisher:", "pages: 1 2\npublisher:"))
    seen = plain(client.get("event", source="bridge", id="aaaa0002").text)
    assert "p. 2, paragraph 2" in seen
    assert "p. 1, paragraph 1" in plain(client.get("event", source="bridge", id="aaaa0001").text)


def test_from_a_pdf_to_its_page(project: Path, run: Run) -> None:
    """What `add` writes of a PDF's pages is what a citation is told by."""
    pytest.importorskip("pypdfium2")
    from tests.intake.make_pdf import reportlab_two

    (project / "report.pdf").write_bytes(reportlab_two()[0])
    assert run("add", "report.pdf").code == 0
    (path,) = (project / "sources").glob("*.md")
    source = read(path).source
    assert source.pages is not None
    assert source.page_of(1) == 1
    assert source.page_of(len(read(path).paragraphs)) == len(source.pages.split())


def test_pages_are_written_as_they_are_read() -> None:
    """A block's page comes back from the front matter."""
    blocks = [Block("One.", page=1), Block("Two.", page=1), Block("Three.", page=3)]
    source = dataclasses.replace(BRIDGE.source, pages=starts(blocks))
    assert [source.page_of(number) for number in (1, 2, 3)] == [1, 1, 3]
