"""Word (.docx): paragraphs, lists, tables and notes in order, with tracked changes accepted."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterator
from typing import Any

from timeline.intake import archive, opening
from timeline.intake.article import Article, Block, DateFound, Original, Role
from timeline.intake.libraries import missing

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_OUT = frozenset(
    (*(_W + name for name in ("del", "moveFrom", "instrText", "txbxContent", "rPr")), _FALLBACK)
)
_NOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_ENDNOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/endnotes"
_TEMPLATE = dt.date(2013, 12, 23)  # every file that python-docx makes says so


def read(original: Original) -> tuple[Article, ...]:
    """The one article. SourceError for a file that is no Word document, or without its library."""
    try:
        import docx
    except ImportError:
        raise missing(original, "a Word file") from None
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import XMLSyntaxError

    archive.opened(original, "a Word file").close()
    try:
        document = docx.Document(io.BytesIO(original.data))
    except (PackageNotFoundError, KeyError, ValueError, XMLSyntaxError):
        raise archive.broken(original, "a Word file") from None
    found = [block for block in _Walk(document).blocks() if block.text]
    return (_article(document.core_properties, found),)


class _Walk:
    """A document's blocks; notes are counted as they are met and stand at the end."""

    def __init__(self, document: Any) -> None:
        self.body = document.element.body
        self.part = document.part
        self.styles = {style.style_id: style for style in document.styles}
        self.notes: list[tuple[str, str]] = []
        self.held = ""  # text of a paragraph whose end was deleted: it goes on in the next

    def blocks(self) -> Iterator[Block]:
        yield from self.within(self.body)
        bodies = {kind: self.note_bodies(kind) for kind in {kind for kind, _ in self.notes}}
        for number, (kind, key) in enumerate(self.notes, start=1):
            text = bodies[kind].get(key, "")
            if text:
                yield Block(f"[{number}] {text}")

    def within(self, parent: Any) -> Iterator[Block]:
        for node in parent:
            if node.tag == f"{_W}p":
                yield from self.paragraph(node)
            elif node.tag == f"{_W}tbl":
                yield from self.table(node)
            elif node.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"):
                yield from self.within(node)

    def paragraph(self, node: Any) -> Iterator[Block]:
        text = self.held + self.text(node)
        deleted = node.find(f"{_W}pPr/{_W}rPr/{_W}del") is not None
        self.held = text if deleted else ""
        if not deleted:
            role, level = self.role(node)
            yield Block(" ".join(text.split()), role, level)
        for box in node.iter(f"{_W}txbxContent"):
            if not any(parent.tag == _FALLBACK for parent in box.iterancestors()):
                yield from self.within(box)

    def table(self, table: Any) -> Iterator[Block]:
        """Each row a block; a table of one column is only a frame."""
        for row in table.iter(f"{_W}tr"):
            if row.find(f"{_W}trPr/{_W}del") is not None or self.nested(row, table):
                continue
            cells = row.findall(f"{_W}tc")
            if len(cells) == 1:
                yield from self.within(cells[0])
                continue
            texts = [
                " ".join(
                    filter(None, (" ".join(self.text(p).split()) for p in cell.iter(f"{_W}p")))
                )
                for cell in cells
            ]
            if any(texts):
                yield Block(" | ".join(texts), "row")

    def nested(self, row: Any, table: Any) -> bool:
        """Whether a row belongs to a table in a cell, whose text the cell has already."""
        return next(row.iterancestors(f"{_W}tbl")) is not table

    def text(self, paragraph: Any) -> str:
        """The words with changes accepted: inserted ones are there, deleted ones are not."""
        parts: list[str] = []
        skipped: Any = None
        from lxml import etree

        for event, node in etree.iterwalk(paragraph, events=("start", "end")):
            if skipped is not None:
                skipped = None if event == "end" and node is skipped else skipped
            elif event == "start" and node.tag in _OUT:
                skipped = node
            elif event == "start":
                parts.append(self.sign(node))
        return "".join(parts)

    def sign(self, node: Any) -> str:
        if node.tag == f"{_W}t":
            return str(node.text or "")
        if node.tag in (f"{_W}tab", f"{_W}br", f"{_W}cr"):
            return " " if node.getparent().tag == f"{_W}r" else ""
        if node.tag == f"{_W}noBreakHyphen":
            return "-"
        if node.tag in (f"{_W}footnoteReference", f"{_W}endnoteReference"):
            kind = _NOTES if node.tag == f"{_W}footnoteReference" else _ENDNOTES
            self.notes.append((kind, node.get(f"{_W}id", "")))
            return f"[{len(self.notes)}]"
        return ""

    def note_bodies(self, kind: str) -> dict[str, str]:
        for relation in self.part.rels.values():
            if relation.reltype == kind and not relation.is_external:
                root = archive.tree(relation.target_part.blob)
                notes = () if root is None else root
                return {
                    note.get(f"{_W}id", ""): " ".join(self.text(note).split()) for note in notes
                }
        return {}

    def role(self, paragraph: Any) -> tuple[Role, int]:
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        known = self.styles.get(style.get(f"{_W}val")) if style is not None else None
        name = str(known.name or "").lower() if known is not None else ""
        if name == "title":
            return "heading", 1
        if heading := re.fullmatch(r"heading (\d)", name):
            return "heading", int(heading[1])
        if "quote" in name:
            return "quote", 2
        if name.startswith("caption"):
            return "caption", 2
        listed = paragraph.find(f"{_W}pPr/{_W}numPr") is not None
        return ("item" if listed or name.startswith("list") else "text"), 2


def _article(properties: Any, found: list[Block]) -> Article:
    title = next((b.text for b in found[:3] if b.role == "heading" and b.level == 1), None)
    title = title or opening.honest_title(properties.title)
    title = title or next((b.text for b in found[:5] if b.role == "heading"), None)
    body = opening.without_title(found, title)
    language = re.match(r"[a-z]{2,3}\b", (properties.language or "").lower())
    code = language[0] if language else None
    published, updated = opening.dates_at_the_top(body, language=code)
    created = properties.created
    guess: tuple[DateFound, ...] = ()
    if created and created.date() != _TEMPLATE:
        basis = "from the Word file's date of creation"
        guess = (DateFound(created.date().isoformat(), basis, sure=False, offered=True),)
    author = opening.byline(body) or opening.honest_name(properties.author)
    return Article(blocks=body, title=title, author=author, language=code,
                   published=(*published, *guess), updated=updated)  # fmt: skip
