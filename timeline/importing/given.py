"""One event as another program, a spreadsheet or a person gives it, and why one is refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from timeline.model import DateFrom, Kind

# What `timeline export` writes and an import has no use for. A status is a person's to give.
NOT_READ = frozenset(
    {"status", "date", "earliest", "latest", "link", "repeats", "source_title", "source_published"}
)
_WHAT = {
    "missing": "is missing",
    "literal_error": "is none of the words that can stand there",
    "string_pattern_mismatch": "can't be that",
    "tuple_type": "is no list",
    "string_type": "is no text",
}


def _one_line(value: Any) -> Any:
    return " ".join(value.split()) if isinstance(value, str) else value


Text = Annotated[str, BeforeValidator(_one_line)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class GivenCitation(_Part):
    """Words that should stand in a source, or what stands elsewhere (`url`)."""

    source: Text | None = Field(None, description="Another source than the event's own.")
    url: Text | None = Field(None, description="Evidence that isn't in sources/.")
    paragraph: int | None = Field(None, ge=1, description="Where to look first.")
    quote: str = Field("", description="The words, as they stand there.")
    said: str = Field("", description="Those of them that carry the date.")


class GivenEvent(_Part):
    """One line of JSON Lines, one row of a table, one slide."""

    source: Text | None = Field(None, description="The source's name, without its ending.")
    title: Text = Field(min_length=1, description="What happened, in one clause.")
    when: Text = Field("", description="EDTF; left out where no date is known.")
    quote: str = Field("", description="The words of the source that tell it.")
    paragraph: int | None = Field(None, ge=1, description="Where they stand, if that is known.")
    said: str = Field("", description="Those of them that carry the date.")
    url: Text | None = Field(
        None, description="Where the source can be read, in place of its name."
    )
    kind: Kind = Field("happened", description="How the source tells it.")
    who: tuple[Text, ...] = Field((), description="People and organisations.")
    where: tuple[Text, ...] = Field((), description="Places.")
    tags: tuple[Text, ...] = Field((), description="Words to group events by.")
    date_from: DateFrom = Field("text", description="Where the date comes from.")
    citations: tuple[GivenCitation, ...] = Field(
        (), description="In place of quote, paragraph, said and url where there are several."
    )
    summary: Text | None = Field(None, description="A sentence or two.")
    order: int | None = Field(None, description="Order among events of the same day.")
    slug: str | None = Field(
        None, pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]*$", description="A permalink."
    )
    calendar: Text | None = Field(None, description="Calendar that the source used.")
    image: Text | None = Field(None, description="Path or address of a picture.")
    id: Text | None = Field(None, description="Kept where it is eight hex digits.")
    proposed_by: Text | None = Field(None, description="What found it, in place of --by.")


@dataclass(frozen=True, slots=True)
class Item:
    """What stands at one place of a file: an event's plain data, or what is wrong with it.

    `line` counts from 1. `candidates` are texts one of which may be the event's quote.
    """

    line: int
    data: Mapping[str, Any] | None = None
    wrong: str = ""
    candidates: tuple[str, ...] = ()


class RefusedError(Exception):
    """Why one event isn't taken, and what to try."""

    def __init__(self, why: str, hint: str = "") -> None:
        self.why, self.hint = why, hint
        super().__init__(why)


def read(data: Mapping[str, Any]) -> GivenEvent:
    """The event in plain data; null is as good as left out. Raises RefusedError."""
    try:
        return GivenEvent.model_validate(_known(data))
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        what = _WHAT.get(first["type"], first["msg"].lower())
        hint = "docs/importing.md has the fields"
        expected = first.get("ctx", {}).get("expected")
        raise RefusedError(f"{field} {what}", f"one of {expected}" if expected else hint) from None


def unread(data: Mapping[str, Any]) -> frozenset[str]:
    """Names of fields that an import doesn't know, so that a slip of the finger is told."""
    return frozenset(map(str, data)) - GivenEvent.model_fields.keys() - NOT_READ


def _known(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _known(one) for key, one in value.items() if one is not None}
    return [_known(one) for one in value] if isinstance(value, (list, tuple)) else value
