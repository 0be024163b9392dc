"""What Material's search reads of a generated page: its words without the tags that it passes over.

Reading every tag is what costs most in a large site, and reading every page again in a preview
that is built after each saved file. So the search is handed a lighter page, and sections that it
found before are kept for as long as their page is the same. Any other search reads the page whole.
"""

from __future__ import annotations

import copy
import hashlib
import re
from collections.abc import Callable, Mapping
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

Section = Mapping[str, Any]

_PICTURE = re.compile(r'(<figure class="tl-overview" data-search-exclude)[^<>]*>.*?</figure>', re.S)
_SIGN = re.compile(r'\s*<a class="tl-(?:permalink|step)"[^<>]*>[^<]*</a>')
# Only such that hold nothing but text, so that begin and end are surely of one element.
_INLINE = re.compile(
    r'<(a|bdi|mark|span|time)(?: (?:class="tl-|datetime=)[^<>]*| href="[^<>"]*")?>([^<]*)</\1>'
)
_DEEPEST = 3  # inline elements in each other, in our templates


class Searched:
    """Stands before Material's search and hands it the generated pages."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[bytes, list[Section]]] = {}

    def attach(self, config: MkDocsConfig, *, keep: bool) -> None:
        """Do so for this build, if that is the search of this site; `keep` for the next one."""
        index = getattr(config.plugins.get("material/search"), "search_index", None)
        add, entries = (
            getattr(index, name, None) for name in ("add_entry_from_context", "entries")
        )
        if add is not None and isinstance(entries, list):
            index.add_entry_from_context = lambda page: self._add(page, add, entries, keep)  # type: ignore[union-attr]

    def _add(
        self, page: Page, add: Callable[[Page], None], entries: list[Section], keep: bool
    ) -> None:
        search = page.meta.get("search")
        excluded = isinstance(search, dict) and search.get("exclude")
        if page.file.generated_by != "timeline" or page.content is None or excluded:
            add(page)
            return
        path, version = page.file.src_uri, _version(page) if keep else b""
        if keep and path in self._known and self._known[path][0] == version:
            entries.extend(self._known[path][1])
            return
        number = len(entries)
        lighter = copy.copy(page)
        lighter.content = light(page.content)
        add(lighter)
        if keep:
            self._known[path] = version, entries[number:]


def light(html: str) -> str:
    """A page's HTML as far as a search finds anything in it: no picture, no signs of links."""
    html = _SIGN.sub("", _PICTURE.sub(r"\1></figure>", html))
    for _ in range(_DEEPEST):
        html = _INLINE.sub(r"\2", html)
    return html


def _version(page: Page) -> bytes:
    """A digest of all that the search reads of a page."""
    read = (page.url, page.title, page.meta, page.content)
    return hashlib.blake2b(repr(read).encode("utf-8", "surrogatepass")).digest()
