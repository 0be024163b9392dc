"""The event file's schema: one definition that checks files and makes the JSON Schema."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from timeline.model import Citation, DateFrom, Event, Kind, Record, Status

SCHEMA_NAME = "events.schema.json"


def _list_of_names(value: Any) -> Any:
    return () if value is None else value


Names = Annotated[tuple[str, ...], BeforeValidator(_list_of_names)]
Score = Annotated[float, Field(ge=0, le=1), AfterValidator(lambda value: round(value, 2))]
Text = Annotated[str, BeforeValidator(lambda value: "" if value is None else value)]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class CitationEntry(_Entry):
    """Words that stand in a source, and the part of them that carries the date."""

    source: str | None = Field(None, description="Another source's name; left out for this one.")
    url: str | None = Field(None, description="Evidence outside the sources folder.")
    paragraph: int | None = Field(None, ge=1, description="Counted from 1 over the source's body.")
    quote: Text = Field("", description="Verbatim words of that paragraph.")
    said: Text = Field("", description="The words that carry the date.")


class EventEntry(_Entry):
    """One event. Written by the program, decided on by people."""

    id: str = Field(min_length=1, description="From the evidence; never changes.")
    when: Text = Field("", description="EDTF, quoted: '2014-03'. Empty: needs a date.")
    title: str = Field(min_length=1, description="What happened, in one clause.")
    kind: Kind = Field("happened", description="How the source tells it.")
    status: Status = Field("proposed", description="accepted and disputed events are published.")
    who: Names = Field((), description="People and organisations.")
    where: Names = Field((), description="Places.")
    tags: Names = Field((), description="Your own words to group events by.")
    summary: str | None = Field(None, description="A sentence or two shown under the title.")
    note: str | None = Field(None, description="For reviewers; never published.")
    order: int | None = Field(None, description="Order among events of the same day.")
    same_as: str | None = Field(None, description="Id of the event that this one repeats.")
    not_same_as: Names | None = Field(None, description="Ids of events that it does not repeat.")
    slug: str | None = Field(
        None, pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]*$", description="Permalink instead of the id."
    )
    calendar: str | None = Field(None, description="Calendar the source used, e.g. julian.")
    image: str | None = Field(None, description="Path or address of a picture.")
    citations: Annotated[tuple[CitationEntry, ...], BeforeValidator(_list_of_names)] = Field(
        (), description="Where it is told."
    )
    date_from: DateFrom = Field("text", description="Where the date comes from.")
    salience: Score | None = Field(
        None, description="How near it is to what the article is about, 0 to 1."
    )
    proposed_by: str | None = Field(None, description="What found it, if it was imported.")
    digest: str | None = Field(None, description="What the program last wrote. Don't edit.")


class EventFile(_Entry):
    """The events found in one source, beside it as `<name>.events.yml`."""

    source: str = Field(description="The source's file name without its ending.")
    extractor: Text = Field("", description="What proposed these events.")
    events: Annotated[tuple[EventEntry, ...], BeforeValidator(_list_of_names)] = ()


def to_record(data: Mapping[str, Any]) -> Record:
    """The record in plain data as read from YAML; raises pydantic.ValidationError."""
    file = EventFile.model_validate(data)
    events = tuple(
        Event(**{**dict(entry), "citations": tuple(Citation(**dict(c)) for c in entry.citations)})
        for entry in file.events
    )
    return Record(source=file.source, extractor=file.extractor, events=events)


@cache
def json_schema() -> str:
    """The JSON Schema (2020-12) that editors use, as text with a newline at its end."""
    schema = EventFile.model_json_schema()
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Timeline events"}
    return json.dumps({**schema, **head}, indent=2, ensure_ascii=False) + "\n"
