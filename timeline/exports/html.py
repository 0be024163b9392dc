"""An event as a few lines of HTML, for feeds and TimelineJS: escaped, without styles or scripts."""

from __future__ import annotations

from collections.abc import Iterable

import markupsafe

from timeline.exports.facts import Evidence, clean, date_words, permalink, place
from timeline.exports.model import ExportOptions
from timeline.model import Entry
from timeline.site.labels import locale_of


def escape(text: str) -> str:
    """The text on one line, as HTML for content and for quoted attributes."""
    return str(markupsafe.escape(clean(text)))


def body(
    entry: Entry, cited: Iterable[Evidence], options: ExportOptions, *, dated: bool = False
) -> str:
    """Summary, and each quote with its source; the date first, where `dated`."""
    event, language = entry.event, options.language
    parts = []
    if dated:
        parts.append(f"<p>{escape(date_words(event, language, weekday=True))}</p>")
    if event.summary:
        parts.append(f"<p>{escape(event.summary)}</p>")
    for one in cited:
        if one.quote:
            parts.append(f"<blockquote>{escape(one.quote)}</blockquote>")
        parts.append(f"<p>{_linked(place(one, language), one.url)}</p>")
    link = permalink(entry, options)
    if link and not dated:
        parts.append(f"<p>{_linked(link, link)}</p>")
    text = "".join(parts)
    # Readers of feeds and TimelineJS have a page of their own, which runs as it likes.
    return f'<div dir="rtl">{text}</div>' if locale_of(language).text_direction == "rtl" else text


def _linked(text: str, url: str | None) -> str:
    return f'<a href="{escape(url)}">{escape(text)}</a>' if url else escape(text)
