"""Zip files that hold a document: opened, and refused where they would unpack to too much."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from timeline.errors import SourceError
from timeline.intake.article import Original

TOTAL = 300_000_000  # bytes of everything inside
PART = 40_000_000  # bytes of one part with text; some 6 million words
COUNT = 20_000


def opened(original: Original, what: str) -> zipfile.ZipFile:
    """The archive; `what` is the format with its article. SourceError if it isn't fit to read."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(original.data))
        entries = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise broken(original, what) from None
    large = sum(entry.file_size for entry in entries) > TOTAL
    text = any(entry.file_size > PART for entry in entries if _is_text(entry.filename))
    if large or text or len(entries) > COUNT:
        raise SourceError(
            "would unpack to more than an article can be",
            where=original.where,
            hint="check where it comes from; save the article as plain text and add that",
        )
    if any(entry.flag_bits & 1 for entry in entries):
        hint = "take the password off and add that"
        raise SourceError("is locked with a password", where=original.where, hint=hint)
    return archive


def part(archive: zipfile.ZipFile, name: str) -> bytes:
    """A part's bytes, never more than declared; empty where there is none."""
    try:
        return archive.read(name)
    except KeyError:
        return b""


def tree(data: bytes) -> Any:
    """XML as a tree of lxml's; entities stay unread and nothing is fetched. None if it is none."""
    from lxml import etree

    options = {"resolve_entities": False, "no_network": True, "load_dtd": False}
    parser = etree.XMLParser(**options, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def broken(original: Original, what: str) -> SourceError:
    """The error for a file that isn't what its name says."""
    return SourceError(
        f"is not {what} that can be read: it is broken or cut off",
        where=original.where,
        hint="open it in the program it comes from and save it anew",
    )


def _is_text(name: str) -> bool:
    return name.lower().endswith((".xml", ".xhtml", ".html", ".htm", ".rels", ".opf", ".ncx"))
