"""What every format says of an event: its date in words, its title with its marks, its evidence.

An export may be published, so it shows what the site may show: no proposals, no notes, and no
words of a source that says `publish: none`.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote as percent

from timeline.errors import WhenError
from timeline.exports.model import ExportOptions
from timeline.model import PUBLISHED_STATUSES, Citation, Entry, Event, Source, Timeline
from timeline.site.labels import capitalised, labels
from timeline.site.markup import web_url
from timeline.when import Moment, When

# What no text format can hold: XML refuses most of them, UTF-8 the halves of a pair.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")
NEVER = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
"""The time written where a format wants one and none is known."""
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Evidence:
    """One citation as it may be shown: `source` is None for evidence outside `sources/`.

    `quote` is empty where the source's words are not to be shown.
    """

    citation: Citation
    source: Source | None
    quote: str
    said: str

    @property
    def url(self) -> str | None:
        """Where it can be read, if that address is safe to link to."""
        if self.source is None:
            return web_url(self.citation.url)
        return web_url(self.source.url) or web_url(self.source.original)

    @property
    def title(self) -> str:
        """The source's title, or the address of what stands outside."""
        if self.source is None:
            return clean(self.citation.url or self.citation.source or "")
        return clean(self.source.title)


def publishable(timeline: Timeline) -> Timeline:
    """The timeline without proposals, which a preview has among its entries."""
    entries = tuple(e for e in timeline if e.event.status in PUBLISHED_STATUSES)
    return dataclasses.replace(timeline, entries=entries)


def clean(text: str) -> str:
    """The text on one line, without characters that no format can hold."""
    return _SPACE.sub(" ", _CONTROL.sub("", text)).strip()


def when_of(event: Event) -> When | None:
    """The event's date; None where it needs one."""
    return When.parse(event.when) if event.when else None


def date_words(event: Event, language: str, *, weekday: bool = False) -> str:
    """The date as the site says it, at the beginning of a line: "About 1860"."""
    if not event.when:
        return labels(language)["undated"]
    return capitalised(_display(event.when, language, weekday))


def published_when(source: Source) -> When | None:
    """When a source was published, if its front matter says so in EDTF."""
    try:
        return When.parse(source.published) if source.published else None
    except WhenError:
        return None


def published_time(entry: Entry, timeline: Timeline) -> dt.datetime:
    """The day that the entry's source was published, as a time; NEVER where it isn't known."""
    document = timeline.documents.get(entry.source)
    when = published_when(document.source) if document else None
    if when is None or when.day is None:
        return NEVER
    return dt.datetime(when.day.year, when.day.month, when.day.day, tzinfo=dt.UTC)


def words_of(text: str | None, language: str) -> str:
    """A source's date in words; text that is no date as it stands, none as nothing."""
    if not text:
        return ""
    try:
        return _display(text, language, False)
    except WhenError:
        return clean(text)


@lru_cache(maxsize=32768)
def _display(text: str, language: str, weekday: bool) -> str:
    """A date in words; every format says the same ones again."""
    return When.parse(text).display(language, weekday=weekday)


def marks(event: Event, language: str) -> tuple[str, ...]:
    """What a reader has to know beside the title: that it was only planned, alleged, disputed."""
    kind: tuple[str, ...] = () if event.kind == "happened" else (event.kind,)
    status = ("disputed",) if event.status == "disputed" else ()
    return tuple(labels(language)[name] for name in (*kind, *status))


def told(event: Event, language: str) -> str:
    """The title with its marks, for formats in which it stands alone."""
    said = marks(event, language)
    comma = labels(language)["comma"]
    return f"{clean(event.title)} ({comma.join(said)})" if said else clean(event.title)


def evidence(entry: Entry, timeline: Timeline) -> Iterator[Evidence]:
    """The citations of an entry, each with its source, as far as they may be shown."""
    for citation in dict.fromkeys(entry.event.citations):
        outside = citation.source is None and citation.url is not None
        document = timeline.documents.get(citation.source or entry.source)
        source = None if outside or document is None else document.source
        silent = source is not None and source.publish == "none"
        shown = ("", "") if silent else (citation.quote, citation.said)
        yield Evidence(citation, source, *shown)


def cited_sources(timeline: Timeline) -> tuple[Source, ...]:
    """The sources that the entries cite, by day of publication and title."""
    found = {
        e.source.name: e.source for entry in timeline for e in evidence(entry, timeline) if e.source
    }
    return tuple(
        sorted(found.values(), key=lambda s: (s.published is None, s.published or "", s.title))
    )


def place(one: Evidence, language: str) -> str:
    """Title, publisher, date, page and paragraph of a piece of evidence: what a footnote says."""
    parts = [one.title]
    if one.source is not None:
        parts += [clean(one.source.publisher or ""), words_of(one.source.published, language)]
        if page := one.source.page_of(one.citation.paragraph):
            parts.append(labels(language)["page"].format(number=page))
        if one.citation.paragraph:
            parts.append(labels(language)["paragraph"].format(number=one.citation.paragraph))
    return labels(language)["comma"].join(part for part in parts if part)


def permalink(entry: Entry, options: ExportOptions) -> str | None:
    """The absolute address of the event on the site, where that is known."""
    return f"{options.url}#{percent(entry.anchor, safe='')}" if options.url else None


def day_text(moment: Moment) -> str:
    """A moment's day as EDTF writes it: 2014-03-16, -0043-03-15."""
    year, month, day = moment[:3]
    if abs(year) > 9999:
        return f"Y{year}"
    return f"{'-' if year < 0 else ''}{abs(year):04}-{month:02}-{day:02}"
