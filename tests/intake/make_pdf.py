"""The PDFs of the test set, by three producers."""

from __future__ import annotations

import html
import io

from tests.intake.texts import ARCHIVE, BRIDGE, MUSEUM, WATER, Text
from tests.intake.typeset import Fpdf, ReportLab, Setter, Sheet, parted

Made = tuple[bytes, Text, tuple[str, ...]]  # the file, its text, and the paragraphs to be found


def set_in(sheet: Sheet, text: Text, notes: dict[int, str], **look: object) -> Made:
    """An article in a look; notes by the number of their paragraph, from 0."""
    setter = Setter(sheet, **look)  # type: ignore[arg-type]
    by = f"By {text.author}, {text.shown}"
    setter.across(text.title, 20, bold=True)
    setter.across(by, 9, gap=16)
    for n, paragraph in enumerate(text.paragraphs):
        setter.paragraph(paragraph, note=notes.get(n, ""))
    return setter.finish(), text, (by, *text.paragraphs)


def reportlab_one() -> Made:
    """One column on small pages: indents, running heads of odd and even pages, numbers."""
    look = {"size": 11.5, "indent": 16.0, "between": 0.0, "height": 480.0, "justified": True}
    heads = ("The Osterby Courier                    {}", "{}            Harbour and town")
    sheet = ReportLab("Microsoft Word - bridge_final2.docx", "User")
    return set_in(sheet, BRIDGE, {}, head=heads, **look)


def reportlab_two() -> Made:
    """Two columns, words parted, page numbers at the foot."""
    look = {"columns": 2, "size": 10.0, "height": 420.0, "justified": True}
    return set_in(ReportLab(BRIDGE.title, ""), BRIDGE, {}, foot="- {} -", **look)


def reportlab_three() -> Made:
    """Three columns with indents."""
    look = {"columns": 3, "size": 9.5, "height": 500.0, "indent": 10.0, "between": 0.0}
    return set_in(ReportLab("", "anonymous"), ARCHIVE, {}, margin=50.0, gutter=16.0, **look)


def reportlab_notes() -> Made:
    """Footnotes at the end of their pages; a paragraph goes over the page."""
    first = "1 The minutes are kept in the county archive, box 17."
    second = "2 Reeve’s own account, written in 1891, was lost."
    made, text, found = set_in(
        ReportLab("Untitled", ""), ARCHIVE, {0: first, 4: second}, size=12.0, height=430.0,
        foot="{}",
    )  # fmt: skip
    return made, text, (*found[:4], first, *found[4:7], second, *found[7:])


def fpdf_two() -> Made:
    """Two columns by another producer, with a head that has no number."""
    look = {"columns": 2, "size": 9.0, "height": 360.0, "indent": 12.0, "between": 0.0}
    heads = ("Karlsmouth Historical Review", "Karlsmouth Historical Review")
    return set_in(Fpdf(ARCHIVE.title, ARCHIVE.author), ARCHIVE, {}, head=heads, **look)


def fpdf_cells() -> Made:
    """Set by fpdf2 itself: justified, one after another, "Page 1 of 1"."""
    sheet = Fpdf("scan0001.pdf", "")
    pdf, by = sheet.pdf, f"{WATER.shown} | Ardel Valley News"
    pdf.set_margin(60)
    pdf.set_font("Vera", "B", 18)
    pdf.multi_cell(0, 22, WATER.title)
    pdf.ln(10)
    pdf.set_font("Vera", "", 9)
    pdf.cell(0, 12, by)
    pdf.ln(24)
    pdf.set_font("Vera", "", 10.5)
    for paragraph in WATER.paragraphs:
        pdf.multi_cell(0, 14, paragraph, align="J", new_x="LMARGIN", new_y="NEXT")
        pdf.ln(7)
    pdf.text(280, 800, "Page 1 of 1")
    return sheet.done(), WATER, (by, *WATER.paragraphs)


def platypus() -> Made:
    """Flowed by reportlab, with a list and a table."""
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import ListFlowable, Paragraph, SimpleDocTemplate, Table

    styles, out = getSampleStyleSheet(), io.BytesIO()
    rows = [["Year", "Visitors"], ["2010", "41,200"], ["2011", "44,900"]]
    items = ("15 June 2012: the old building is closed", "3 February 2017: the builder gives up")
    flow = [
        Paragraph(MUSEUM.title, styles["Title"]),
        Paragraph(MUSEUM.shown, styles["Normal"]),
        *(Paragraph(p, styles["BodyText"]) for p in MUSEUM.paragraphs),
        Paragraph("How it came about", styles["Heading2"]),
        ListFlowable([Paragraph(i, styles["BodyText"]) for i in items], bulletType="bullet"),
        Table(rows, colWidths=[120, 120]),
    ]
    SimpleDocTemplate(out, title=MUSEUM.title, author=MUSEUM.author, invariant=1).build(flow)
    table = tuple(" | ".join(row) for row in rows)
    found = (MUSEUM.shown, *MUSEUM.paragraphs, "How it came about", *items, *table)
    return out.getvalue(), MUSEUM, found


def printed(body: str, css: str, **options: object) -> bytes:
    """An HTML page as Chromium prints it."""
    from playwright.sync_api import sync_playwright

    page = f"<html lang=en><head><meta charset=utf-8><style>{css}</style></head><body>{body}"
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium")
        try:
            tab = browser.new_page()
            tab.set_content(page)
            return tab.pdf(**options)  # type: ignore[arg-type]
        finally:
            browser.close()


def chromium_one() -> Made:
    """As people print a page: the browser's own head with the day of printing, and the address."""
    head = (
        '<div style="font-size:8px;width:100%;padding:0 30px">'
        "07/01/2022, 10:00 &nbsp; Osterby Courier</div>"
    )
    foot = (
        '<div style="font-size:8px;width:100%;padding:0 30px">https://courier.example/bridge '
        '<span class="pageNumber"></span>/<span class="totalPages"></span></div>'
    )
    by = f"By {WATER.author} – {WATER.shown}"
    made = printed(
        f"<h1>{WATER.title}</h1><p>{by}</p>" + "".join(f"<p>{p}</p>" for p in WATER.paragraphs),
        "body{font:15px/1.5 serif}",
        format="A5",
        display_header_footer=True,
        header_template=head,
        footer_template=foot,
        margin={"top": "60px", "bottom": "60px", "left": "50px", "right": "50px"},
    )
    return made, WATER, (by, *WATER.paragraphs)


def chromium_two() -> Made:
    """Two columns with soft hyphens that the browser breaks at."""

    def soft(text: str) -> str:
        words = (word if "-" in word else "".join(parted(word)) for word in text.split(" "))
        joined = " ".join(word.replace("-", "\xad") if "-" not in own else own
                          for word, own in zip(words, text.split(" "), strict=True))  # fmt: skip
        return html.escape(joined)

    body = "".join(f"<p>{soft(p)}</p>" for p in BRIDGE.paragraphs)
    made = printed(
        f"<h1>{BRIDGE.title}</h1><p class=d>{BRIDGE.shown}</p><main>{body}</main>",
        "main{columns:2;column-gap:24px;text-align:justify}body{font:14px/1.4 sans-serif}"
        "main p{margin:0;text-indent:1.2em}h1{font-size:26px}.d{font-size:12px}",
        format="A5",
        margin={"top": "40px", "bottom": "40px", "left": "40px", "right": "40px"},
    )
    return made, BRIDGE, (BRIDGE.shown, *BRIDGE.paragraphs)


PDFS = {
    "reportlab-one-column.pdf": reportlab_one,
    "reportlab-two-columns.pdf": reportlab_two,
    "reportlab-three-columns.pdf": reportlab_three,
    "reportlab-footnotes.pdf": reportlab_notes,
    "reportlab-list-table.pdf": platypus,
    "fpdf2-two-columns.pdf": fpdf_two,
    "fpdf2-cells.pdf": fpdf_cells,
    "chromium-print.pdf": chromium_one,
    "chromium-two-columns.pdf": chromium_two,
}
