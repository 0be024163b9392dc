"""A web archive (WARC): each page in it an article, read as pages are."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from timeline.errors import SourceError
from timeline.intake.article import Article, Original
from timeline.intake.libraries import missing

PAGE = 20_000_000  # bytes of one page
TOTAL = 500_000_000  # bytes of all pages together
_HTML = ("text/html", "application/xhtml+xml")


def read(original: Original) -> tuple[Article, ...]:
    """The articles of its pages. SourceError where there is none, or where pages can't be read."""
    from timeline.intake import FORMATS

    try:
        import warcio
    except ImportError:
        raise missing(original, "a web archive") from None
    page = FORMATS.get("html")
    if page is None:
        hint = "save its pages one by one as text"
        raise SourceError("holds web pages, which can't be read", where=original.where, hint=hint)
    found: list[Article] = []
    refused: list[SourceError] = []
    try:
        for one in _pages(warcio.ArchiveIterator(io.BytesIO(original.data)), original):
            try:
                found += (
                    replace(article, url=article.url or one.url, key=one.url or "",
                            retrieved=one.retrieved)
                    for article in page(one)
                )  # fmt: skip
            except SourceError as error:
                refused.append(error)
    except warcio.exceptions.ArchiveLoadFailed:
        if not found:
            hint = "fetch or record it anew"
            raise SourceError(
                "is no web archive that can be read", where=original.where, hint=hint
            ) from None
    if not found:
        what = f"has no page that can be read ({refused[0].what})" if refused else "has no web page"
        hint = "add the pages' own addresses"
        raise SourceError(what, where=original.where, hint=hint)
    return tuple(found)


def _pages(records: Any, original: Original) -> Iterator[Original]:
    """The HTML pages that a server gave whole and without complaint."""
    total = 0
    for record in records:
        headers = record.http_headers
        if record.rec_type != "response" or headers is None or headers.get_statuscode() != "200":
            continue
        kind, _, options = (headers.get_header("Content-Type") or "").lower().partition(";")
        if kind.strip() not in _HTML:
            continue
        data = record.content_stream().read(PAGE + 1)
        total += len(data)
        if total > TOTAL:
            hint = "split it into smaller archives"
            raise SourceError("holds too much to be read", where=original.where, hint=hint)
        if len(data) > PAGE:
            continue
        address = record.rec_headers.get_header("WARC-Target-URI") or ""
        address = address.strip("<>")
        day = (record.rec_headers.get_header("WARC-Date") or "")[:10] or None
        charset = options.partition("charset=")[2].strip("\"' ") or None
        name = urlsplit(address).path.rpartition("/")[2] or "page.html"
        yield Original(data, name, None, address, kind.strip(), charset, day)
