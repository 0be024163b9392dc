"""RSS and Atom: each entry an article."""

from __future__ import annotations

import email.utils
import io
import re
from dataclasses import replace
from typing import Any

from timeline.errors import SourceError
from timeline.intake import html
from timeline.intake.article import Article, Block, DateFound, Original
from timeline.intake.libraries import missing

_SHORT = 1500  # characters; a longer description is the article
_CUT = "The feed is broken or cut off; the text may not be whole."
_BOMB = re.compile(rb"<!ENTITY", re.IGNORECASE)


def read(original: Original) -> tuple[Article, ...]:
    """An article for each entry with text. SourceError where there is none."""
    try:
        import feedparser
    except ImportError:
        raise missing(original, "a feed") from None
    if _BOMB.search(original.data):
        raise SourceError(
            "declares entities of its own, which no feed needs",
            where=original.where,
            hint="check where it comes from; add the addresses of its articles instead",
        )
    parsed = feedparser.parse(io.BytesIO(original.data))
    found = [_article(entry, parsed.feed, original) for entry in parsed.entries]
    articles = tuple(article for article in found if article.blocks)
    if "SAXParse" in type(parsed.get("bozo_exception")).__name__:
        articles = tuple(replace(a, doubts=(*a.doubts, _CUT)) for a in articles)
    if not articles:
        what = "has no entry with text" if parsed.version else "is no feed that can be read"
        hint = "add the addresses of the articles themselves"
        raise SourceError(what, where=original.where, hint=hint)
    return articles


def _article(entry: Any, feed: Any, original: Original) -> Article:
    blocks, doubts = _text(entry)
    published = _day(entry, "published")
    updated = _day(entry, "updated")
    if not published and updated:
        basis = "from the feed: the last change, no day of publication is given"
        published, updated = (DateFound(updated[0].value, basis, sure=False),), ()
    if updated and published and updated[0].value == published[0].value:
        updated = ()
    link = _value(entry, "link")
    language = re.match(r"[a-z]{2,3}\b", (_value(feed, "language") or "").lower())
    return Article(
        blocks=blocks,
        title=" ".join(b.text for b in html.blocks(_value(entry, "title") or "")) or None,
        author=_value(entry, "author"),
        publisher=_value(feed, "title"),
        url=link if link and link.startswith(("http://", "https://")) else None,
        language=language[0] if language else None,
        published=published,
        updated=updated,
        doubts=doubts,
        key=_value(entry, "id") or link or _value(entry, "title") or "",
    )


def _text(entry: Any) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """The entry's whole text, or its summary and the doubt that it is no more."""
    contents = [str(part.get("value") or "") for part in entry.get("content", ())]
    summary = _value(entry, "summary") or ""
    longest = max((*contents, summary), key=len, default="")
    doubt = "The feed gives only a summary; add the article's own address for the whole text."
    whole = any(contents) or len(longest) > _SHORT
    return html.blocks(longest), () if whole else (doubt,)


def _day(entry: Any, name: str) -> tuple[DateFound, ...]:
    """The day as the feed writes it, in its own time zone."""
    written = dict.get(entry, name) or ""
    day = re.match(r"\d{4}-\d\d-\d\d", written)
    value = day[0] if day else None
    if value is None:
        try:
            value = email.utils.parsedate_to_datetime(written).date().isoformat()
        except (ValueError, TypeError, IndexError):
            known = dict.get(entry, f"{name}_parsed")
            value = f"{known.tm_year:04}-{known.tm_mon:02}-{known.tm_mday:02}" if known else None
    return (DateFound(value, f"from the feed's {name} date"),) if value else ()


def _value(part: Any, name: str) -> str | None:
    text = str(dict.get(part, name) or "").strip()
    return text or None
