"""timeline.jsonld: schema.org for search engines and other machines.

What a source tells as fact is an `Event`; what is alleged, denied or disputed is a `Claim` about
one, never an event. `startDate` is there only where schema.org can say the date as it is known.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from timeline.exports.data import as_text
from timeline.exports.facts import (
    Evidence,
    clean,
    date_words,
    evidence,
    permalink,
    published_when,
    told,
    when_of,
)
from timeline.exports.model import Export, ExportOptions
from timeline.model import Entry, Event, Source, Timeline
from timeline.site.markup import web_url
from timeline.when import When

CONTEXT = "https://schema.org"
_ACTIVE = re.compile(r"[^\w\s,.;()/\-:@?'%]|_")
_TO_ESCAPE = re.compile(rf"\\.|{_ACTIVE.pattern}")
_STRING = re.compile(r'"(?:\\.|[^"\\])*"')
_IN_PAGES = ("@type", "headline", "datePublished", "url")  # a page of 1,000 events stays light
Node = dict[str, Any]


def as_jsonld(timeline: Timeline, options: ExportOptions) -> Export:
    """All entries with their quotes, as one graph."""
    nodes = [
        _node(entry, [_quotation(one) for one in evidence(entry, timeline)], options)
        for entry in timeline
    ]
    return Export(as_text({"@context": CONTEXT, "@graph": nodes}))


def script(entries: Iterable[Entry], timeline: Timeline, options: ExportOptions) -> str:
    """A `<script>` with the entries of one page; each article once, quotes stand in the page.

    Data, not code: nothing in it is run. What a Markdown parser, a template or a browser could
    take for syntax stands in strings only, as `\\u` escapes.
    """
    graph: list[Node] = []
    articles: dict[str, Node] = {}
    for entry in entries:
        named = {one.source.name: one.source for one in evidence(entry, timeline) if one.source}
        articles |= {f"_:{name}": _article(source) for name, source in named.items()}
        made = _node(entry, [{"@id": f"_:{name}"} for name in named], options)
        graph.append({key: value for key, value in made.items() if key != "@id"})
    for name, article in articles.items():
        graph.append({"@id": name, **{key: article[key] for key in _IN_PAGES if key in article}})
    whole = {"@context": CONTEXT, "@graph": graph}
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
    inert = _STRING.sub(_inert, text).replace("}}", "} }")
    return f'<script type="application/ld+json">{inert}</script>'


def _node(entry: Entry, told_in: list[Node], options: ExportOptions) -> Node:
    """One entry, with where it is told."""
    event = entry.event
    if not _claimed(event):
        return {**_event(event, options), **_links(entry, options), **_some("subjectOf", told_in)}
    return {
        "@type": "Claim",
        "name": told(event, options.language),
        **_links(entry, options),
        "about": _event(event, options),
        **_some("appearance", told_in),
    }


def _claimed(event: Event) -> bool:
    return event.kind in ("alleged", "denied") or event.status == "disputed"


def _links(entry: Entry, options: ExportOptions) -> Node:
    link = permalink(entry, options)
    return {"@id": link, "url": link} if link else {}


def _event(event: Event, options: ExportOptions) -> Node:
    made: Node = {"@type": "Event", "name": clean(event.title)}
    made |= _dates(when_of(event))
    date = date_words(event, options.language)
    made["description"] = f"{date}. {clean(event.summary)}" if event.summary else date
    if event.kind == "planned":
        made["eventStatus"] = "https://schema.org/EventScheduled"
    made |= _some("location", [{"@type": "Place", "name": clean(n)} for n in event.where])
    made |= _some("about", [{"@type": "Thing", "name": clean(n)} for n in event.who])
    return made | _some("keywords", [clean(tag) for tag in event.tags])


def _dates(when: When | None) -> Node:
    """ISO 8601 as far as it is known; nothing for "about", decades, seasons, years BC."""
    if when is None:
        return {}
    if when.precision != "interval":
        return {"startDate": when.datetime} if when.datetime else {}
    ends = {"startDate": when.start, "endDate": when.end}
    if when.start is None:
        return {}  # "before 2014" is not an event that ends in 2014
    said = {name: end.datetime for name, end in ends.items() if end and end.datetime}
    return said if "startDate" in said else {}


def _quotation(one: Evidence) -> Node:
    made: Node = {"@type": "Quotation"}
    if one.quote:
        made["text"] = clean(one.quote)
    if one.citation.paragraph:
        made["position"] = one.citation.paragraph
    if one.source is not None:
        made["isPartOf"] = _article(one.source)
    elif one.url:
        made["url"] = one.url
    return made


def _article(source: Source) -> Node:
    made: Node = {"@type": "Article", "headline": clean(source.title)}
    published = published_when(source)
    if published and published.datetime:
        made["datePublished"] = published.datetime
    if source.author:
        made["creditText"] = clean(source.author)  # a person or a desk: we don't know
    if source.publisher:
        made["publisher"] = {"@type": "Organization", "name": clean(source.publisher)}
    url = web_url(source.url) or web_url(source.original)
    if url:
        made["url"] = url
    made["inLanguage"] = source.language
    return made


def _some(name: str, values: list[Any]) -> Node:
    return {name: values} if values else {}


def _inert(match: re.Match[str]) -> str:
    return '"' + _TO_ESCAPE.sub(_escaped, match[0][1:-1]) + '"'


def _escaped(match: re.Match[str]) -> str:
    text = match[0]
    if text[0] == "\\":
        return text
    return f"\\u{ord(text):04x}" if text.isascii() else json.dumps(text)[1:-1]
