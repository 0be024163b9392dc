"""timeline.json: everything that is published, as data; and the schema it keeps to."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from timeline import __version__
from timeline.exports.facts import (
    cited_sources,
    date_words,
    day_text,
    evidence,
    permalink,
    when_of,
)
from timeline.exports.model import Export, ExportOptions
from timeline.model import DateFrom, Entry, Kind, Publish, Source, Timeline

SCHEMA_FILE = "timeline.schema.json"
GENERATOR = f"cited-timeline {__version__}"


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ExportedCitation(_Part):
    """Words that stand in a source. Empty where the source's text is not published."""

    source: str | None = Field(None, description="Name of an entry of `sources`.")
    url: str | None = Field(None, description="Evidence outside the sources.")
    paragraph: int | None = Field(None, ge=1, description="Counted from 1 over the source.")
    page: int | None = Field(None, ge=1, description="Of the original, where it has pages.")
    quote: str = Field("", description="Verbatim words of that paragraph.")
    said: str = Field("", description="The words that carry the date.")


class ExportedEvent(_Part):
    """One event that a person has accepted, or marked as disputed."""

    id: str = Field(description="Stays when title or date are corrected.")
    source: str = Field(description="The source whose event file it stands in.")
    link: str | None = Field(None, description="Its address on the site.")
    when: str = Field(description="EDTF (ISO 8601-2), no more precise than the source.")
    date: str = Field(description="The date in words.")
    earliest: str | None = Field(None, description="First day it can mean; none: open, unknown.")
    latest: str | None = Field(None, description="Last day it can mean; none: open, unknown.")
    title: str = Field(description="What happened, in one clause.")
    kind: Kind = Field(description="How the source tells it.")
    status: str = Field(pattern="^(accepted|disputed)$", description="What a person decided.")
    who: tuple[str, ...] = Field((), description="People and organisations.")
    where: tuple[str, ...] = Field((), description="Places.")
    tags: tuple[str, ...] = Field((), description="The editors' own words.")
    summary: str | None = Field(None, description="A sentence or two.")
    order: int | None = Field(None, description="Order among events of the same day.")
    slug: str | None = Field(None, description="The permalink, where it is not the id.")
    calendar: str | None = Field(None, description="Calendar that the source used.")
    image: str | None = Field(None, description="Path or address of a picture.")
    date_from: DateFrom = Field("text", description="Where the date comes from.")
    repeats: tuple[str, ...] = Field((), description="Ids of events joined to this one.")
    citations: tuple[ExportedCitation, ...] = Field((), description="Where it is told.")


class ExportedSource(_Part):
    """The facts about one source that is cited."""

    name: str = Field(description="What citations call it.")
    title: str
    published: str | None = Field(None, description="EDTF.")
    author: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str
    licence: str | None = None
    retrieved: str | None = Field(None, description="EDTF.")
    original: str | None = None
    publish: Publish = Field(description="How much of its text may be shown.")


class ExportedTimeline(_Part):
    """A timeline in which every event is quoted from its source."""

    json_schema: str = Field(default=SCHEMA_FILE, serialization_alias="$schema")
    generator: str = GENERATOR
    title: str
    language: str = Field(description="Of the title and of dates in words.")
    link: str | None = Field(None, description="The timeline's page.")
    events: tuple[ExportedEvent, ...] = Field(description="In order of time.")
    sources: tuple[ExportedSource, ...] = Field(description="Every source that is cited.")


def as_json(timeline: Timeline, options: ExportOptions) -> Export:
    """timeline.json, with its schema beside it."""
    whole = ExportedTimeline(
        title=options.title,
        language=options.language,
        link=options.url,
        events=tuple(exported(entry, timeline, options) for entry in timeline),
        sources=tuple(_source(source) for source in cited_sources(timeline)),
    )
    return Export(dump(whole), beside={SCHEMA_FILE: schema()})


def as_schema(timeline: Timeline, options: ExportOptions) -> Export:
    """The schema alone."""
    del timeline, options
    return Export(schema())


def exported(entry: Entry, timeline: Timeline, options: ExportOptions) -> ExportedEvent:
    """One entry as data."""
    event, when = entry.event, when_of(entry.event)
    return ExportedEvent(
        id=event.id,
        source=entry.source,
        link=permalink(entry, options),
        when=event.when,
        date=date_words(event, options.language),
        earliest=day_text(when.earliest) if when and when.earliest else None,
        latest=day_text(when.latest) if when and when.latest else None,
        title=event.title,
        kind=event.kind,
        status=event.status,
        who=event.who,
        where=event.where,
        tags=event.tags,
        summary=event.summary,
        order=event.order,
        slug=event.slug,
        calendar=event.calendar,
        image=event.image,
        date_from=event.date_from,
        repeats=tuple(repeat.id for repeat in entry.repeats),
        citations=tuple(
            ExportedCitation(
                source=one.citation.source or (one.source.name if one.source else None),
                url=one.citation.url,
                paragraph=one.citation.paragraph,
                page=one.source.page_of(one.citation.paragraph) if one.source else None,
                quote=one.quote,
                said=one.said,
            )
            for one in evidence(entry, timeline)
        ),
    )


def dump(whole: BaseModel) -> str:
    """A model as readable JSON; what is not known is left out."""
    plain: dict[str, Any] = whole.model_dump(by_alias=True, exclude_none=True)
    return as_text(plain)


def as_text(plain: Any) -> str:
    """JSON as people read it, with a newline at its end."""
    text = json.dumps(plain, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "replace").decode("utf-8") + "\n"


def schema() -> str:
    """The JSON Schema (2020-12) of timeline.json."""
    plain = ExportedTimeline.model_json_schema(by_alias=True, mode="serialization")
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Timeline"}
    return as_text({**plain, **head})


def _source(source: Source) -> ExportedSource:
    return ExportedSource(**{name: getattr(source, name) for name in ExportedSource.model_fields})
