"""What a site is asked to look like, and how its pages link to each other."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from urllib.parse import quote

# What every file system and every address can hold as it is; case is lost on some.
_PLAIN = re.compile(r"(?!x-[0-9a-f]{16}$)[a-z0-9][a-z0-9_-]{0,99}")


@dataclass(frozen=True, slots=True)
class SiteOptions:
    """Settings of the generated pages.

    `timeline` and `sources` are page folders, relative to the root of the site. `title` is the
    timeline page's heading (None: the language's word for it). `directory_urls` says whether
    `a/b.md` is served as `a/b/` or as `a/b.html`. `proposed` shows that proposals are included.
    `search_sources` puts the sources' paragraphs into the search, beside the events. `reviewers`
    names who decided, where it is shown when somebody did. `take_away` says that the files of
    `takeaway` stand beside the timeline's page.
    `url` is where the site will stand, if that is known; `name` is what the whole site is called.
    """

    timeline: str = "timeline"
    sources: str = "sources"
    title: str | None = None
    language: str = "en"
    directory_urls: bool = True
    proposed: bool = False
    search_sources: bool = False
    reviewers: bool = False
    take_away: bool = True
    url: str | None = None
    name: str | None = None

    @property
    def timeline_page(self) -> str:
        """The path of the page that holds all events."""
        return posixpath.join(self.timeline, "index.md")

    @property
    def sources_page(self) -> str:
        """The path of the list of sources."""
        return posixpath.join(self.sources, "index.md")

    def part_page(self, name: str) -> str:
        """The path of a part of a split timeline; "" is the timeline's own page."""
        return posixpath.join(self.timeline, f"{name or 'index'}.md")

    def source_page(self, name: str) -> str:
        """The path of one source's page."""
        return posixpath.join(self.sources, f"{name}.md")

    def embed_file(self, part: str = "") -> str:
        """The path of the page for an iframe, or of its page for a part of a split timeline."""
        return posixpath.join(self.timeline, "embed", f"{part or 'index'}.html")

    def card_file(self, anchor: str) -> str:
        """The path of an event's card."""
        return posixpath.join(self.timeline, "cards", f"{card_name(anchor)}.html")

    @property
    def events_file(self) -> str:
        """The path of the script that lists the events of a split timeline."""
        return posixpath.join(self.timeline, "events.js")

    def file(self, page: str, path: str) -> str:
        """A relative address from a `.md` page to a file that stands in the site as it is."""
        return _relative(self._url(page), path)

    def link(self, page: str, target: str, anchor: str = "") -> str:
        """A relative address from one page to an anchor of another; both are `.md` paths."""
        fragment = f"#{quote(anchor, safe='')}" if anchor else ""
        if page == target and fragment:
            return fragment
        return _relative(self._url(page), self._url(target)) + fragment

    def _url(self, page: str) -> str:
        return _url(page, self.directory_urls)


@lru_cache(maxsize=16384)  # a page's events link to the same few pages
def _url(page: str, directory_urls: bool) -> str:
    """Where MkDocs serves the page: `a/index.md` as `a/`, `a/b.md` as `a/b/` or `a/b.html`."""
    folder, file = posixpath.split(page)
    stem = file.removesuffix(".md")
    if stem in ("index", "README"):
        stem = "index"
    if not directory_urls:
        return posixpath.join(folder, f"{stem}.html")
    return posixpath.join(folder, "" if stem == "index" else f"{stem}/")


def card_name(anchor: str) -> str:
    """The file's name of a card: its event's anchor, or a digest where that is no plain name."""
    if _PLAIN.fullmatch(anchor):
        return anchor
    return f"x-{sha256(anchor.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


@lru_cache(maxsize=8192)  # a page's events link to the same few pages
def _relative(start: str, url: str) -> str:
    """The address of one page seen from another; both relative to the root of the site."""
    relative = posixpath.relpath(url or ".", posixpath.dirname(start) or ".")
    return quote(relative + ("/" if not url or url.endswith("/") else ""))
