"""Word, OpenDocument, mail, feeds and an e-book of the test set."""

from __future__ import annotations

import email.policy
import io
import zipfile
from email.message import EmailMessage
from html import escape
from typing import Any

from tests.intake.texts import ARCHIVE, BRIDGE, MUSEUM, WATER, Text

Made = tuple[bytes, Text, tuple[str, ...]]
ITEMS = ("15 June 2012: the old building is closed", "3 February 2017: the builder gives up")
ROWS = ("Year | Visitors", "2010 | 41,200", "2011 | 44,900")
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"


def _saved(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def word_plain() -> Made:
    """A title in its style, a byline with the day, paragraphs with a bold word and a link's."""
    import docx

    document = docx.Document()
    document.add_heading(BRIDGE.title, 0)
    by = f"By {BRIDGE.author}, {BRIDGE.shown}"
    document.add_paragraph(by)
    for paragraph in BRIDGE.paragraphs:
        first, rest = paragraph.split(" ", 1)
        made = document.add_paragraph()
        made.add_run(first).bold = True
        made.add_run(f" {rest}")
    return _saved(document), BRIDGE, (by, *BRIDGE.paragraphs)


def word_list_table() -> Made:
    """Headings, a list and a table between paragraphs; the title in the properties alone."""
    import docx

    document = docx.Document()
    document.core_properties.title = MUSEUM.title
    document.core_properties.author = MUSEUM.author
    document.add_paragraph(MUSEUM.shown)
    for paragraph in MUSEUM.paragraphs:
        document.add_paragraph(paragraph)
    document.add_heading("How it came about", 2)
    for item in ITEMS:
        document.add_paragraph(item, style="List Bullet")
    table = document.add_table(rows=0, cols=2)
    for row in ROWS:
        for cell, words in zip(table.add_row().cells, row.split(" | "), strict=True):
            cell.text = words
    document.add_paragraph("The figures are the museum’s own.")
    end = ("How it came about", *ITEMS, *ROWS, "The figures are the museum’s own.")
    return _saved(document), MUSEUM, (MUSEUM.shown, *MUSEUM.paragraphs, *end)


def word_changes() -> Made:
    """Tracked changes: what was put in stays, what was taken out is gone."""
    import docx
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    document = docx.Document()
    document.add_heading(WATER.title, 1)
    document.add_paragraph(WATER.shown)
    for n, text in enumerate(WATER.paragraphs):
        made = document.add_paragraph()
        start, end = text[:40], text[40:]
        made.add_run(start)
        mark = f'{nsdecls("w")} w:id="{n}" w:author="x" w:date="2016-08-23T00:00:00Z"'
        gone = f'<w:del {mark}><w:r><w:delText xml:space="preserve">wrong words</w:delText></w:r>'
        made._p.append(parse_xml(f"{gone}</w:del>"))
        words = f'<w:r><w:t xml:space="preserve">{escape(end)}</w:t></w:r>'
        made._p.append(parse_xml(f"<w:ins {mark}>{words}</w:ins>"))
    return _saved(document), WATER, (WATER.shown, *WATER.paragraphs)


def _zip(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, (2022, 1, 7, 10, 0, 0))
            kind = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            made.writestr(info, text.encode(), compress_type=kind)
    return out.getvalue()


def _odt(body: str, title: str, author: str) -> bytes:
    spaces = " ".join(
        f'xmlns:{name}="{_OFFICE}{name}:1.0"'
        for name in ("office", "text", "table", "style", "meta")
    )
    dc = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    top = '<?xml version="1.0" encoding="UTF-8"?>'
    styles = (
        '<office:automatic-styles><style:style style:name="P1" style:family="paragraph" '
        'style:parent-style-name="Title"/></office:automatic-styles>'
    )
    return _zip(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"{top}<office:document-content {spaces} {dc}>{styles}<office:body>"
            f"<office:text>{body}</office:text></office:body></office:document-content>",
            "meta.xml": f"{top}<office:document-meta {spaces} {dc}><office:meta>"
            f"<dc:title>{escape(title)}</dc:title><dc:creator>{escape(author)}</dc:creator>"
            "<meta:creation-date>2022-01-07T10:00:00</meta:creation-date>"
            "</office:meta></office:document-meta>",
        }
    )


def odt_plain() -> Made:
    """A title by a style of its own, spans, a tab, and deleted text that is kept beside."""
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Gone.</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
        f'<text:p text:style-name="P1">{ARCHIVE.title}</text:p>'
        f"<text:p>{ARCHIVE.author}<text:tab/>{ARCHIVE.shown}</text:p>"
    )
    for paragraph in ARCHIVE.paragraphs:
        first, second, rest = paragraph.split(" ", 2)
        body += f"<text:p>{first}<text:s/><text:span>{second}</text:span> {escape(rest)}</text:p>"
    by = f"{ARCHIVE.author} {ARCHIVE.shown}"
    return _odt(body, "untitled", ""), ARCHIVE, (by, *ARCHIVE.paragraphs)


def odt_notes() -> Made:
    """A heading, a list, a table and a note, which stands at the end."""
    note = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>By the museum’s count.</text:p></text:note-body></text:note>"
    )
    body = f"<text:p>{MUSEUM.shown}</text:p>"
    body += "".join(f"<text:p>{escape(p)}</text:p>" for p in MUSEUM.paragraphs[:-1])
    body += f"<text:p>{escape(MUSEUM.paragraphs[-1])}{note}</text:p>"
    body += '<text:h text:outline-level="2">How it came about</text:h><text:list>'
    body += "".join(f"<text:list-item><text:p>{i}</text:p></text:list-item>" for i in ITEMS)
    body += "</text:list><table:table>"
    for row in ROWS:
        cells = (
            f"<table:table-cell><text:p>{c}</text:p></table:table-cell>" for c in row.split(" | ")
        )
        body += f"<table:table-row>{''.join(cells)}</table:table-row>"
    body += "</table:table>"
    found = (
        MUSEUM.shown, *MUSEUM.paragraphs[:-1], MUSEUM.paragraphs[-1] + "[1]",
        "How it came about", *ITEMS, *ROWS, "[1] By the museum’s count.",
    )  # fmt: skip
    return _odt(body, MUSEUM.title, MUSEUM.author), MUSEUM, found


def _mail(text: Text, date: str) -> EmailMessage:
    message = EmailMessage(policy=email.policy.SMTP)
    message["Subject"] = text.title
    message["From"] = f"{text.author} <desk@courier.example>"
    message["To"] = "readers@courier.example"
    message["Date"] = date
    message["Message-ID"] = "<2019.1@courier.example>"
    return message


def _wrapped(paragraphs: tuple[str, ...], width: int = 70) -> str:
    import textwrap

    return "\n\n".join(
        textwrap.fill(p, width, break_on_hyphens=False, break_long_words=False) for p in paragraphs
    )


def mail_plain() -> Made:
    """Wrapped text with an answer's quotation and a signature, sent late: another day in UTC."""
    message = _mail(BRIDGE, "Thu, 14 Mar 2019 23:40:00 -0500")
    quoted = "> Will there be a\n> ferry?"
    body = f"{quoted}\n\n{_wrapped(BRIDGE.paragraphs)}\n\n-- \nMarta Lindqvist\nThe Courier\n"
    message.set_content(body)
    message.add_attachment(b"x", maintype="image", subtype="jpeg", filename="bridge.jpg")
    return message.as_bytes(), BRIDGE, ("Will there be a ferry?", *BRIDGE.paragraphs)


def mail_html() -> Made:
    """HTML alone, with a list."""
    message = _mail(MUSEUM, "Sun, 27 May 2018 18:00:00 +0200")
    items = "".join(f"<li>{i}</li>" for i in ITEMS)
    body = "".join(f"<p>{escape(p)}</p>\n" for p in MUSEUM.paragraphs)
    page = f"<html><head><style>p {{margin: 0}}</style></head><body>{body}<ul>{items}</ul></body>"
    message.set_content(page, subtype="html", cte="quoted-printable")
    return message.as_bytes(), MUSEUM, (*MUSEUM.paragraphs, *ITEMS)


SPRING = Text(
    "Frühling in Würzburg: Brücke wird früher fertig",
    "2017-03-29",
    "29. März 2017",
    "Jörg Müßig",
    (
        "Die Brücke über den Main wird früher fertig als geplant. Das sagte der Bürgermeister am "
        "Mittwoch vor dem Stadtrat.",
        "Die Arbeiten hatten im Juli 2015 begonnen und kosten 38 Millionen Euro. Für Fußgänger "
        "wird ab Mai ein Übergang geöffnet.",
    ),
)


def mail_latin() -> Made:
    """Latin-1, quoted-printable, with words in the header that are not ASCII."""
    message = _mail(SPRING, "Wed, 29 Mar 2017 09:15:00 +0200")
    body = _wrapped(SPRING.paragraphs)
    message.set_content(body, charset="iso-8859-1", cte="quoted-printable")
    return message.as_bytes(), SPRING, SPRING.paragraphs


def mail_base64() -> Made:
    """UTF-8 in base64, with an HTML part beside that says the same."""
    message = _mail(WATER, "Mon, 22 Aug 2016 07:00:00 +0000")
    message.set_content(_wrapped(WATER.paragraphs), cte="base64")
    rich = "".join(f"<p>{escape(p)}</p>" for p in WATER.paragraphs)
    message.add_alternative(f"<body>{rich}</body>", subtype="html", cte="base64")
    return message.as_bytes(), WATER, WATER.paragraphs


def feed_rss() -> Made:
    """RSS 2.0 with the whole text of its entry."""
    body = escape("".join(f"<p>{p}</p>" for p in BRIDGE.paragraphs))
    made = (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        "<title>The Osterby Courier</title><link>https://courier.example/</link>"
        f"<language>en-gb</language><item><title>{BRIDGE.title}</title>"
        "<link>https://courier.example/2019/bridge</link><guid>courier-17</guid>"
        "<pubDate>Thu, 14 Mar 2019 22:30:00 -0400</pubDate><description>In short.</description>"
        f"<content:encoded>{body}</content:encoded></item></channel></rss>"
    )
    return made.encode(), BRIDGE, BRIDGE.paragraphs


def feed_atom() -> Made:
    """Atom with a day of publication and another of change."""
    body = escape("".join(f"<p>{p}</p>" for p in ARCHIVE.paragraphs))
    made = (
        '<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" '
        'xml:lang="en"><title>Karlsmouth Review</title><id>urn:x:1</id>'
        f"<updated>2022-01-07T10:00:00Z</updated><entry><title>{ARCHIVE.title}</title>"
        '<id>urn:x:letters</id><link href="https://review.example/letters"/>'
        "<published>2021-11-05T01:00:00+01:00</published><updated>2021-11-09T08:00:00Z</updated>"
        f'<author><name>{ARCHIVE.author}</name></author><content type="html">{body}</content>'
        "</entry></feed>"
    )
    return made.encode(), ARCHIVE, ARCHIVE.paragraphs


def epub_article() -> Made:
    """A book with a cover and one chapter."""
    page = '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>'
    body = "".join(f"<p>{escape(p)}</p>" for p in WATER.paragraphs)
    made = _zip(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:'
            'container"><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>',
            "OPS/book.opf": '<package xmlns="http://www.idpf.org/2007/opf" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
            f"<dc:title>{WATER.title}</dc:title><dc:creator>{WATER.author}</dc:creator>"
            "<dc:language>en</dc:language><dc:date>2016-08-22</dc:date></metadata><manifest>"
            '<item id="c" href="cover.xhtml"/><item id="n" href="nav.xhtml" properties="nav"/>'
            '<item id="a" href="text/one%20.xhtml"/></manifest><spine><itemref idref="c"/>'
            '<itemref idref="n"/><itemref idref="a"/></spine></package>',
            "OPS/cover.xhtml": f"{page}<h1>{WATER.title}</h1></body></html>",
            "OPS/nav.xhtml": f"{page}<ol><li>{'One ' * 100}</li></ol></body></html>",
            "OPS/text/one .xhtml": f"{page}<h1>{WATER.title}</h1>{body}</body></html>",
        }
    )
    return made, WATER, WATER.paragraphs


OTHERS = {
    "word-plain.docx": word_plain,
    "word-list-table.docx": word_list_table,
    "word-changes.docx": word_changes,
    "plain.odt": odt_plain,
    "list-table-note.odt": odt_notes,
    "plain.eml": mail_plain,
    "html.eml": mail_html,
    "latin-1.eml": mail_latin,
    "base64.eml": mail_base64,
    "news.rss": feed_rss,
    "review.atom": feed_atom,
    "book.epub": epub_article,
}
