"""The events of a split timeline as data, so that its filters go across all parts.

A script that sets a variable: pages opened from a disk may load scripts, but may not fetch.
Names stand once in lists, and events name their places in these; that halves the size.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from timeline.model import Entry
from timeline.site.names import FACETS, values
from timeline.site.views import Views, years_of

VARIABLE = "timelineEvents"


def events_script(views: Views) -> str:
    """What `filter.js` reads of each event, in order of time; see there for the columns.

    The words of a source that keeps silent are not among them.
    """
    bars = views.picture.bars if views.picture else ()
    bar_of = {entry.anchor: i for i, bar in enumerate(bars) for entry in bar.entries}
    part_of = {e.anchor: i for i, part in enumerate(views.parts) for e in part.entries}
    lists: dict[str, dict[str, int]] = {name: {} for name in (*FACETS, "source")}
    rows = []
    for entry in views.timeline:
        brief = views.brief(entry, views.options.timeline_page)
        kinds = [entry.event.kind, *(mark for mark in brief.marks if mark != entry.event.kind)]
        facts = [_places(lists[facet], values(entry.event, facet)) for facet in FACETS]
        sources = _places(lists["source"], _sources(entry, views))
        row = [part_of[entry.anchor], entry.anchor, brief.when.text, entry.event.title]
        row += [years_of(entry.event), kinds, *facts, sources, _words(entry, views)]
        rows.append([*row, bar_of.get(entry.anchor, -1)])
    whole = {**{name: list(found) for name, found in lists.items()}, "events": rows}
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
    return f"window.{VARIABLE}={text};\n"


def _places(known: dict[str, int], names: Iterable[str]) -> list[int]:
    """Where the names stand in their list; new ones are added."""
    return [known.setdefault(name.strip(), len(known)) for name in dict.fromkeys(names)]


def _sources(entry: Entry, views: Views) -> list[str]:
    """The titles of the sources it cites, as they stand beside its quotes."""
    documents = views.timeline.documents
    names = [c.source or entry.source for c in entry.event.citations if c.url is None]
    return [documents[name].source.title if name in documents else name for name in names]


def _words(entry: Entry, views: Views) -> str:
    """What a search for words finds beside title, date and names: summary and quotes."""
    said = [entry.event.summary or ""]
    for citation in entry.event.citations:
        document = views.timeline.documents.get(citation.source or entry.source)
        silent = citation.url is None and document and document.source.publish == "none"
        said += [] if silent else [citation.quote]
    return " ".join(text for text in said if text)
