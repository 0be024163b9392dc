"""chronology.html: the table a court is given, to read on a screen, print, or save as a PDF.

Number, date, event, source with paragraph and quote. One file: no script, nothing loaded.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

import jinja2
from markupsafe import Markup

from timeline.exports.facts import (
    cited_sources,
    clean,
    date_words,
    evidence,
    place,
    told,
    when_of,
)
from timeline.exports.model import Export, ExportOptions
from timeline.model import Timeline
from timeline.site.labels import counted, labels, locale_of


@dataclass(frozen=True, slots=True)
class Footnote:
    """A quote, and where it stands."""

    quote: str
    place: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Row:
    """One event of the table."""

    anchor: str
    date: str
    datetime: str | None
    title: str
    summary: str | None
    evidence: tuple[Footnote, ...]


def as_chronology(timeline: Timeline, options: ExportOptions) -> Export:
    """The whole page; rows are not cut at the end of a sheet, and the head is repeated."""
    words, language = labels(options.language), options.language
    lead = words["chronology_lead"].format(
        events=counted(len(timeline), "event", language),
        sources=counted(len(cited_sources(timeline)), "from_source", language),
    )
    text = _template().render(
        title=clean(options.title),
        lead=lead,
        language=language,
        direction=locale_of(language).text_direction,
        words=words,
        rows=list(_rows(timeline, options)),
        style=Markup(_style()),
    )
    return Export(text + "\n")


def _rows(timeline: Timeline, options: ExportOptions) -> Iterator[Row]:
    language = options.language
    for entry in timeline:
        event, when = entry.event, when_of(entry.event)
        yield Row(
            anchor=entry.anchor,
            date=date_words(event, language, weekday=True),
            datetime=when.datetime if when else None,
            title=told(event, language),
            summary=clean(event.summary) if event.summary else None,
            evidence=tuple(
                Footnote(clean(one.quote), place(one, language), one.url)
                for one in evidence(entry, timeline)
            ),
        )


@cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("timeline.exports", "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("chronology.html")


@cache
def _style() -> str:
    folder = resources.files("timeline.exports") / "templates"
    return (folder / "chronology.css").read_text("utf-8")
