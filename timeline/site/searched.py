"""Sections of the search index, kept for the next build where their page is the same.

Reading every page again is what costs most in a preview that is built after each saved file. Only
the search of Material is known here; with any other, every page is read each time, as ever.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

Section = Mapping[str, Any]
_NOT_NOW = {"exclude": True}


class Searched:
    """Stands around the search plugin: before it reads a page, and after."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[bytes, list[Section]]] = {}
        self._open: tuple[str, bytes, int, Any] | None = None

    def before(self, page: Page, config: MkDocsConfig) -> None:
        """Hide the page from the search if its sections are known."""
        entries = _entries(config)
        self._open = None
        if entries is None or page.content is None:
            return
        version = _version(page)
        self._open = page.file.src_uri, version, len(entries), page.meta.get("search")
        if self._is_known(page.file.src_uri, version):
            page.meta["search"] = _NOT_NOW

    def after(self, page: Page, config: MkDocsConfig) -> None:
        """Put the known sections in, or keep those that were found."""
        entries = _entries(config)
        if self._open is None or entries is None:
            return
        path, version, number, search = self._open
        if self._is_known(path, version):
            page.meta["search"] = search
            entries.extend(self._known[path][1])
        else:
            self._known[path] = version, entries[number:]

    def _is_known(self, path: str, version: bytes) -> bool:
        return path in self._known and self._known[path][0] == version


def _entries(config: MkDocsConfig) -> list[Section] | None:
    """The sections that Material's search has so far, if that is the search of this site."""
    index = getattr(config.plugins.get("material/search"), "search_index", None)
    entries = getattr(index, "entries", None)
    return entries if isinstance(entries, list) else None


def _version(page: Page) -> bytes:
    """A digest of all that the search reads of a page."""
    read = (page.url, page.title, page.meta, page.content)
    return hashlib.blake2b(repr(read).encode("utf-8", "surrogatepass")).digest()
