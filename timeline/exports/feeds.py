"""feed.atom and feed.json: the events by the day a person reviewed them, the last first.

That day comes from the version history, where there is one. Without it the feeds are in the order
of the events' own dates, the latest first, and say so; Atom wants a time for each entry all the
same, which is then the day its source was published, or the year 1970 where that isn't known.
"""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any
from xml.etree import ElementTree

from timeline.exports.data import GENERATOR, as_text
from timeline.exports.facts import (
    NEVER,
    clean,
    date_words,
    evidence,
    permalink,
    published_time,
    told,
)
from timeline.exports.html import body
from timeline.exports.model import Export, ExportOptions
from timeline.model import Entry, Timeline
from timeline.site.labels import labels

ATOM = "http://www.w3.org/2005/Atom"
NEWEST = 100
"""Entries in a feed, at most."""


def as_atom(timeline: Timeline, options: ExportOptions) -> Export:
    """RFC 4287."""
    ElementTree.register_namespace("", ATOM)
    feed = ElementTree.Element(_name("feed"), {"xml:lang": options.language})
    entries = _newest(timeline, options)
    _add(feed, "id", _identity("feed", options.url or options.title))
    _add(feed, "title", clean(options.title))
    _add(feed, "subtitle", _order(options, entries))
    _add(
        feed,
        "updated",
        _time(max((_updated(e, timeline, options) for e in entries), default=NEVER)),
    )
    _add(_add(feed, "author"), "name", clean(options.title))
    _add(feed, "generator", GENERATOR)
    if options.url:
        _add(feed, "link", rel="alternate", type="text/html", href=options.url)
    if options.folder:
        _add(
            feed, "link", rel="self", type="application/atom+xml", href=f"{options.folder}feed.atom"
        )
    for entry in entries:
        feed.append(_entry(entry, timeline, options))
    ElementTree.indent(feed)
    text = ElementTree.tostring(feed, encoding="unicode")
    return Export(f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n')


def as_json_feed(timeline: Timeline, options: ExportOptions) -> Export:
    """JSON Feed 1.1. What isn't known of an entry is left out: there is no date in place of one."""
    entries = _newest(timeline, options)
    feed: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": clean(options.title),
        "description": _order(options, entries),
        "language": options.language,
    }
    if options.url:
        feed["home_page_url"] = options.url
    if options.folder:
        feed["feed_url"] = f"{options.folder}feed.json"
    feed["items"] = [_item(entry, timeline, options) for entry in entries]
    return Export(as_text(feed))


def _newest(timeline: Timeline, options: ExportOptions) -> list[Entry]:
    """The entries, what was reviewed last first; then by date, the latest first."""
    order = {id(entry): at for at, entry in enumerate(timeline)}

    def key(entry: Entry) -> tuple[bool, float, int]:
        day = options.reviewed.get((entry.source, entry.event.id))
        return day is not None, day.timestamp() if day else 0.0, order[id(entry)]

    return sorted(timeline, key=key, reverse=True)[:NEWEST]


def _order(options: ExportOptions, entries: list[Entry]) -> str:
    """What the order of the feed is: all of it by review, or not."""
    known = [(e.source, e.event.id) in options.reviewed for e in entries]
    words = labels(options.language)
    return words["feed_reviewed" if known and all(known) else "feed_unreviewed"]


def _updated(entry: Entry, timeline: Timeline, options: ExportOptions) -> dt.datetime:
    reviewed = options.reviewed.get((entry.source, entry.event.id))
    if reviewed is not None:
        return reviewed
    return published_time(entry, timeline)


def _entry(entry: Entry, timeline: Timeline, options: ExportOptions) -> ElementTree.Element:
    part = ElementTree.Element(_name("entry"))
    _add(part, "id", _identity(entry.source, entry.event.id))
    _add(part, "title", _headline(entry, options))
    _add(part, "updated", _time(_updated(entry, timeline, options)))
    link = permalink(entry, options)
    if link:
        _add(part, "link", rel="alternate", type="text/html", href=link)
    for tag in entry.event.tags:
        _add(part, "category", term=clean(tag))
    content = _add(part, "content", body(entry, evidence(entry, timeline), options, dated=True))
    content.set("type", "html")
    return part


def _item(entry: Entry, timeline: Timeline, options: ExportOptions) -> dict[str, Any]:
    event = entry.event
    item: dict[str, Any] = {"id": _identity(entry.source, event.id)}
    link = permalink(entry, options)
    if link:
        item["url"] = link
    item["title"] = _headline(entry, options)
    item["content_html"] = body(entry, evidence(entry, timeline), options, dated=True)
    reviewed = options.reviewed.get((entry.source, event.id))
    if reviewed is not None:
        item["date_published"] = _time(reviewed)
    if event.tags:
        item["tags"] = [clean(tag) for tag in event.tags]
    item["_timeline"] = {"about": "https://www.loc.gov/standards/datetime/", "when": event.when}
    return item


def _headline(entry: Entry, options: ExportOptions) -> str:
    date = date_words(entry.event, options.language)
    return f"{date}: {told(entry.event, options.language)}"


def _identity(*parts: str) -> str:
    """An address that stays when the site moves and when the title is corrected."""
    return uuid.uuid5(uuid.NAMESPACE_URL, "/".join(("cited-timeline", *parts))).urn


def _time(moment: dt.datetime) -> str:
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")


def _name(tag: str) -> str:
    return f"{{{ATOM}}}{tag}"


def _add(
    parent: ElementTree.Element, tag: str, text: str | None = None, **attributes: str
) -> ElementTree.Element:
    part = ElementTree.SubElement(parent, _name(tag), attributes)
    part.text = text
    return part
