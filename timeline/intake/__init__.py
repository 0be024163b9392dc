"""Whatever people have -> articles. One format a module; a new one is one module and a line here.

    articles(original) -> Article*        what a file, a page or an archive holds
    add(article, original, folder)        a source in sources/

A format is known by its first bytes, then by what the server said, then by the name's suffix.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

from timeline.errors import SourceError
from timeline.intake import bounded, doubts, html, kinds, text
from timeline.intake.article import Article, Block, DateFound, Original

__all__ = ["FORMATS", "Article", "Block", "DateFound", "Original", "articles", "kind_of"]

# A kind's reader gives every article in an original, at least one. It raises SourceError
# (where, what, what to try), with the name of the extra where a library is missing.
FORMATS: Mapping[str, Callable[[Original], tuple[Article, ...]]] = MappingProxyType(
    {
        "text": text.read,
        "html": html.read,
        # Written by strangers' programs, and read by libraries: in a process with bounds.
        "mhtml": partial(bounded.read, "mhtml"),
        "pdf": partial(bounded.read, "pdf"),
        "word": partial(bounded.read, "word"),
        "opendocument": partial(bounded.read, "opendocument"),
        "epub": partial(bounded.read, "epub"),
        "mail": partial(bounded.read, "mail"),
        "feed": partial(bounded.read, "feed"),
        "warc": partial(bounded.read, "warc"),
    }
)
SUFFIXES: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys((".md", ".markdown", ".txt", ".text", ""), "text"),
        **dict.fromkeys((".html", ".htm", ".xhtml"), "html"),
        **dict.fromkeys((".mhtml", ".mht"), "mhtml"),
        ".pdf": "pdf",
        ".docx": "word",
        ".docm": "word",
        ".odt": "opendocument",
        ".epub": "epub",
        ".eml": "mail",
        ".rss": "feed",
        ".atom": "feed",
        ".warc": "warc",
    }
)
MEDIA: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("text/plain", "text/markdown"), "text"),
        **dict.fromkeys(("text/html", "application/xhtml+xml"), "html"),
        "multipart/related": "mhtml",
    }
)
_INSTEAD = {
    **dict.fromkeys(
        (".doc", ".rtf", ".pages", ".wpd"), "open it and save it as .docx, then add that"
    ),
    ".msg": "save it from the mail program as .eml, then add that",
}


def articles(original: Original) -> tuple[Article, ...]:
    """What an original holds, with its doubts: where page, address and words disagree.

    Raises SourceError where that can't be had, or is nothing.
    """
    kind = kind_of(original)
    if kind is None:
        raise SourceError(
            f"can't be read: no reader for {original.suffix or 'this kind of file'}",
            where=original.where,
            hint=_INSTEAD.get(original.suffix, "save the article as plain text and add that"),
        )
    try:
        found = FORMATS[kind](original)
    except SourceError as error:
        if error.where is None:
            raise SourceError(error.what, where=original.where, hint=error.hint) from None
        raise
    return tuple(map(doubts.with_doubts, found))


def kind_of(original: Original) -> str | None:
    """The key in FORMATS; None where nothing here reads it."""
    named = SUFFIXES.get(original.suffix)
    if named == "mhtml":  # which begins as a mail does
        return named
    if html.is_page(original.data) and (named is None or not original.suffix):
        return "html"
    told = MEDIA.get(original.media_type or "")
    return kinds.by_bytes(original.data) or told or named


def is_readable_name(name: str) -> bool:
    """Whether a file in a folder is taken up by its name; one without a suffix is not."""
    suffix = name[name.rfind(".") :].lower() if "." in name else ""
    return bool(suffix) and (suffix in SUFFIXES or name.lower().endswith(".warc.gz"))
