"""EPUB: each chapter an article, so that it can be read, reviewed and cited by itself.

A book as one source would be thousands of paragraphs on one page of the review; a magazine's
articles would lose their titles. Covers, contents and other short pages are left out.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from typing import Any
from urllib.parse import unquote

from timeline.errors import SourceError
from timeline.intake import archive, html, opening
from timeline.intake.article import Article, Block, DateFound, Original
from timeline.intake.libraries import missing

_OPF = "{http://www.idpf.org/2007/opf}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"
_LEAST = 200  # characters of running text; a page with less is a cover, a half-title, a motto
_SUBSET = re.compile(r"<!DOCTYPE[^>\[]*\[[^\]]*\]\s*>", re.IGNORECASE)  # declares entities
_ENCODING = re.compile(rb"<\?xml[^>]{0,200}\?>")


def read(original: Original) -> tuple[Article, ...]:
    """The chapters in reading order. SourceError for a book that is locked or broken."""
    try:
        import lxml  # noqa: F401
    except ImportError:
        raise missing(original, "an e-book") from None
    with archive.opened(original, "an e-book") as opened:
        if archive.part(opened, "META-INF/rights.xml"):
            hint = "ask its publisher for a copy without copy protection"
            raise SourceError("is locked by copy protection", where=original.where, hint=hint)
        container = archive.tree(archive.part(opened, "META-INF/container.xml"))
        root = None if container is None else container.find(f".//{_CONTAINER}rootfile")
        name = "" if root is None else root.get("full-path", "")
        package = archive.tree(archive.part(opened, name)) if name else None
        if package is None:
            raise archive.broken(original, "an e-book")
        chapters = [
            (path, blocks)
            for path in _spine(package, posixpath.dirname(name))
            if _length(blocks := html.blocks(_page(opened, path))) >= _LEAST
        ]
    if not chapters:
        hint = "open it in a reader and save its text"
        raise SourceError("has no chapter with text", where=original.where, hint=hint)
    return tuple(_chapter(package, path, blocks, len(chapters)) for path, blocks in chapters)


def _spine(package: Any, folder: str) -> list[str]:
    """The paths of the pages, as they are read, without the navigation."""
    items = {
        item.get("id"): item.get("href", "")
        for item in package.iter(f"{_OPF}item")
        if "nav" not in item.get("properties", "").split()
    }
    paths = [
        posixpath.normpath(posixpath.join(folder, unquote(items[ref.get("idref")])))
        for ref in package.iter(f"{_OPF}itemref")
        if ref.get("linear") != "no" and items.get(ref.get("idref"))
    ]
    return list(dict.fromkeys(paths))


def _page(opened: zipfile.ZipFile, path: str) -> str:
    data = archive.part(opened, path)
    declared = _ENCODING.match(data)
    encoding = re.search(rb"encoding=[\"']([\w-]+)", declared[0]) if declared else None
    body = data[declared.end() :] if declared else data
    try:
        text = body.decode(encoding[1].decode() if encoding else "utf-8-sig")
    except (LookupError, UnicodeDecodeError):
        text = body.decode("utf-8", "replace")
    return _SUBSET.sub("", text)


def _chapter(package: Any, path: str, blocks: tuple[Block, ...], count: int) -> Article:
    facts = {
        name: " ".join((node.text or "").split())
        for name in ("title", "creator", "publisher", "language", "date")
        if (node := package.find(f".//{_DC}{name}")) is not None
    }
    book = opening.honest_title(facts.get("title"))
    heading = next((block.text for block in blocks[:4] if block.role == "heading"), None)
    whole = f"{book}: {heading}" if book and heading and heading != book else book or heading
    language = re.match(r"[a-z]{2,3}\b", facts.get("language", "").lower())
    return Article(
        blocks=opening.without_title(blocks, heading),
        title=heading or book if count == 1 else whole,
        author=opening.honest_name(facts.get("creator")),
        publisher=facts.get("publisher") or None,
        language=language[0] if language else None,
        published=_published(facts.get("date", "")),
        key=path,
    )


def _published(written: str) -> tuple[DateFound, ...]:
    """As precise as the book says; the first of January is mostly a year that a program filled."""
    match = re.match(r"([1-9]\d{3})(-\d\d)?(-\d\d)?", written)
    if match is None:
        return ()
    filled = match[0].endswith("-01-01")
    return (DateFound(match[0], "from the book's own date", sure=not filled),)


def _length(blocks: tuple[Block, ...]) -> int:
    return sum(len(block.text) for block in blocks if block.role in ("text", "quote", "item"))
