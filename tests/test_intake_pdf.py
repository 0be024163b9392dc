"""`timeline.intake.pdf`: pages, roles, titles and days of a PDF."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from timeline.intake import Article, Original
from timeline.intake.article import DateFound

pdf = pytest.importorskip("timeline.intake.pdf")
pytest.importorskip("pypdfium2")
pytest.importorskip("reportlab")

from tests.intake.texts import ARCHIVE, BRIDGE  # noqa: E402
from tests.intake.typeset import ReportLab, Setter  # noqa: E402

DOCUMENTS = Path(__file__).parent / "intake" / "documents"


@cache
def stored(name: str) -> Article:
    (found,) = pdf.read(Original.of(DOCUMENTS / name))
    return found


def made(title: str, *lines: tuple[str, float, bool], author: str = "") -> Article:
    """A page with these lines; text, size, bold."""
    sheet, y = ReportLab(title, author), 80.0
    for text, size, bold in lines:
        y += 3 * size
        sheet.draw(72, y, text, size, bold)
    (found,) = pdf.read(Original(sheet.done(), "a.pdf"))
    return found


def test_each_block_has_the_page_it_begins_on() -> None:
    """The paragraph that goes over the page has the first; a note, its own."""
    pages = [block.page for block in stored("reportlab-footnotes.pdf").blocks]
    texts = [block.text for block in stored("reportlab-footnotes.pdf").blocks]
    assert pages == sorted(pages)
    assert pages[texts.index("1 The minutes are kept in the county archive, box 17.")] == 1
    assert pages[-1] == 2


def test_items_rows_and_headings() -> None:
    """Are told apart."""
    roles = {b.text: b.role for b in stored("reportlab-list-table.pdf").blocks}
    assert roles["How it came about"] == "heading"
    assert roles["15 June 2012: the old building is closed"] == "item"
    assert roles["2010 | 41,200"] == "row"


@pytest.mark.parametrize("junk", ["Microsoft Word - report.doc", "untitled", "scan_17.pdf", ""])
def test_a_title_that_a_program_made_up(junk: str) -> None:
    """The largest words of the first page are taken."""
    words = ("Nobody was hurt when the old mill burned down on Tuesday night.", 10.0, False)
    assert made(junk, ("The mill is gone", 20.0, True), words).title == "The mill is gone"


def test_two_titles() -> None:
    """The one people see is taken, and the other named."""
    words = ("Nobody was hurt when the old mill burned down on Tuesday night.", 10.0, False)
    found = made("Annual report", ("The mill is gone", 20.0, True), words)
    assert found.title == "The mill is gone"
    assert "“Annual report”" in found.doubts[0]


def test_the_day_of_creation_is_a_guess() -> None:
    """Offered and not taken, where the text gives no day of its own."""
    words = ("Nobody was hurt when the old mill burned down on 3 May 2019, it says.", 10.0, False)
    found = made("Mill", ("The mill is gone", 20.0, True), (words[0] + " " + words[0], 10.0, False))
    basis = "from the PDF's date of creation"
    assert found.published == (DateFound("2000-01-01", basis, sure=False, offered=True),)
    assert found.day is None


def test_a_day_in_figures_alone_is_a_guess() -> None:
    """3 May or 5 March."""
    found = made("Mill", ("The mill is gone", 20.0, True), ("03/05/2019", 10.0, False))
    assert not found.published[0].sure


def test_the_address_that_a_browser_printed() -> None:
    """Is the article's, and its day of printing is none of its days."""
    found = stored("chromium-print.pdf")
    assert found.url == "https://courier.example/bridge"
    assert "2022-01-07" not in {date.value for date in found.published}


def test_facts_in_xmp() -> None:
    """A day of publication there is sure."""
    packet = (
        b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
        b'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description '
        b'xmlns:p="http://prismstandard.org/namespaces/basic/2.0/" '
        b'p:publicationDate="2019-05-03"/></rdf:RDF></x:xmpmeta>'
    )
    data = (DOCUMENTS / "reportlab-footnotes.pdf").read_bytes() + b"\n%" + packet
    (found,) = pdf.read(Original(data, "a.pdf"))
    assert found.published[0] == DateFound("2019-05-03", "from the PDF's metadata")


def test_a_turned_page() -> None:
    """Reads as an upright one."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(DOCUMENTS / "reportlab-three-columns.pdf"))
    for page in writer.pages:
        page.rotate(90).transfer_rotation_to_content()
    import io

    out = io.BytesIO()
    writer.write(out)
    (found,) = pdf.read(Original(out.getvalue(), "a.pdf"))
    assert [block.text for block in found.blocks][1:] == list(ARCHIVE.paragraphs)


def test_a_wide_line_is_no_table() -> None:
    """Justified text with wide gaps stays running text."""
    setter = Setter(ReportLab("", ""), justified=True, margin=210.0, size=11.0)
    setter.across(BRIDGE.title, 14, bold=True)
    for paragraph in BRIDGE.paragraphs:
        setter.paragraph(paragraph)
    (found,) = pdf.read(Original(setter.finish(), "a.pdf"))
    assert {block.role for block in found.blocks} == {"text"}
    assert len(found.blocks) == len(BRIDGE.paragraphs)
