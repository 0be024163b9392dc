"""OpenDocument text (.odt): paragraphs, lists, tables and notes in order, changes accepted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from timeline.intake import archive, opening
from timeline.intake.article import Article, Block, DateFound, Original, Role
from timeline.intake.libraries import missing

_NS = "urn:oasis:names:tc:opendocument:xmlns:"
_TEXT, _TABLE, _OFFICE = f"{{{_NS}text:1.0}}", f"{{{_NS}table:1.0}}", f"{{{_NS}office:1.0}}"
_STYLE, _META = f"{{{_NS}style:1.0}}", f"{{{_NS}meta:1.0}}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_OUT = frozenset({f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_TEXT}ruby-text"})
_SPACES = frozenset(f"{_TEXT}{name}" for name in ("s", "tab", "line-break"))


def read(original: Original) -> tuple[Article, ...]:
    """The one article. SourceError for a file that is no OpenDocument text, or without lxml."""
    try:
        import lxml  # noqa: F401
    except ImportError:
        raise missing(original, "an OpenDocument file") from None
    with archive.opened(original, "an OpenDocument file") as opened:
        content = archive.tree(archive.part(opened, "content.xml"))
        meta = archive.tree(archive.part(opened, "meta.xml"))
    body = None if content is None else content.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise archive.broken(original, "an OpenDocument text")
    walk = _Walk(content)
    found = [block for block in (*walk.within(body), *walk.notes) if block.text]
    return (_article(found, meta),)


class _Walk:
    """A document's blocks; notes are numbered as they are met, and kept for the end."""

    def __init__(self, content: Any) -> None:
        self.parents = {
            style.get(f"{_STYLE}name"): style.get(f"{_STYLE}parent-style-name", "")
            for style in content.iter(f"{_STYLE}style")
        }
        self.notes: list[Block] = []

    def within(self, parent: Any, *, item: bool = False) -> Iterator[Block]:
        for node in parent:
            if node.tag == f"{_TEXT}h":
                level = node.get(f"{_TEXT}outline-level", "2")
                yield Block(self.text(node), "heading", int(level) if level.isdigit() else 2)
            elif node.tag == f"{_TEXT}p":
                role, level = self.role(node)
                yield Block(self.text(node), "item" if item else role, level)
            elif node.tag == f"{_TABLE}table":
                yield from self.table(node)
            elif node.tag == f"{_TEXT}list":
                yield from self.within(node, item=True)
            elif node.tag in (f"{_TEXT}list-item", f"{_TEXT}list-header", f"{_TEXT}section"):
                yield from self.within(node, item=item)

    def table(self, table: Any) -> Iterator[Block]:
        for row in table.iter(f"{_TABLE}table-row"):
            if next(row.iterancestors(f"{_TABLE}table")) is not table:
                continue
            cells = row.findall(f"{_TABLE}table-cell")
            if len(cells) == 1:
                yield from self.within(cells[0])
                continue
            texts = [" ".join(filter(None, map(self.text, c.iter(f"{_TEXT}p")))) for c in cells]
            if any(texts):
                yield Block(" | ".join(texts), "row")

    def text(self, paragraph: Any) -> str:
        parts: list[str] = []
        self.gather(paragraph, parts)
        return " ".join("".join(parts).split())

    def gather(self, node: Any, parts: list[str]) -> None:
        """Words in order; lxml refuses trees deep enough to hurt."""
        parts.append(node.text or "")
        for child in node:
            if child.tag in _SPACES:
                parts.append(" ")
            elif child.tag == f"{_TEXT}note":
                parts.append(self.note(child))
            elif child.tag not in _OUT:
                self.gather(child, parts)
            parts.append(child.tail or "")

    def note(self, note: Any) -> str:
        number = len(self.notes) + 1
        self.notes.append(Block(""))
        body = note.find(f"{_TEXT}note-body")
        text = "" if body is None else " ".join(self.text(p) for p in body)
        self.notes[number - 1] = Block(f"[{number}] {text}")
        return f"[{number}]"

    def role(self, paragraph: Any) -> tuple[Role, int]:
        name = paragraph.get(f"{_TEXT}style-name", "")
        names = {name, self.parents.get(name, "")}
        if "Title" in names:
            return "heading", 1
        return ("quote" if names & {"Quotations", "Quote"} else "text"), 2


def _article(found: list[Block], meta: Any) -> Article:
    facts: dict[str, str] = {}
    for node in () if meta is None else meta.iter(f"{_DC}*", f"{_META}*"):
        if node.text and node.text.strip():
            facts.setdefault(node.tag, node.text.strip())
    title = next((b.text for b in found[:3] if b.role == "heading" and b.level == 1), None)
    title = title or opening.honest_title(facts.get(f"{_DC}title"))
    title = title or next((b.text for b in found[:5] if b.role == "heading"), None)
    body = opening.without_title(found, title)
    language = re.match(r"[a-z]{2,3}\b", facts.get(f"{_DC}language", "").lower())
    code = language[0] if language else None
    published, updated = opening.dates_at_the_top(body, language=code)
    created = re.match(r"\d{4}-\d\d-\d\d", facts.get(f"{_META}creation-date", ""))
    basis = "from the OpenDocument file's date of creation"
    guess = (DateFound(created[0], basis, sure=False, offered=True),) if created else ()
    own = facts.get(f"{_META}initial-creator") or facts.get(f"{_DC}creator")
    author = opening.byline(body) or opening.honest_name(own)
    return Article(blocks=body, title=title, author=author, language=code,
                   published=(*published, *guess), updated=updated)  # fmt: skip
