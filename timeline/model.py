"""The values that flow through the program: frozen, compared by content, no I/O.

    bytes -> Document(Source, Paragraph*) -> Mention* -> Event* -> Record -> Timeline

Text is stored once, in a paragraph; mentions and citations are offsets and quotes into it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

Publish = Literal["full", "cited", "none"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Kind = Literal["happened", "planned", "alleged", "denied"]
Status = Literal["proposed", "accepted", "rejected", "disputed"]
DateFrom = Literal["text", "context", "published"]

PUBLISHED_STATUSES: frozenset[str] = frozenset({"accepted", "disputed"})


@dataclass(frozen=True, slots=True)
class AlsoAt:
    """Another place an article was published at: its address, its publisher, or both.

    `published` is EDTF, the day it stood there.
    """

    url: str | None = None
    publisher: str | None = None
    published: str | None = None

    @property
    def words(self) -> str:
        """A line for people: "The Evening Mail, 2015-09-26, https://mail.example/talks"."""
        return ", ".join(filter(None, (self.publisher, self.published, self.url)))


@dataclass(frozen=True, slots=True)
class Source:
    """The facts about one article, from its front matter.

    `name` is the file's stem and names the source everywhere. `published` is EDTF text or
    None; relative dates are resolved against it. `publish` says how much of the text the site
    may show: all of it, the paragraphs that are cited, or none. `archived` is the address of an
    archived copy, `also_at` the other places the same article was published at, `sha256` that of
    the original kept under the name `original`, and `pages` the first paragraph that begins on
    each page of it ("1 5 9").
    """

    name: str
    title: str
    published: str | None = None
    author: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str = "en"
    licence: str | None = None
    retrieved: str | None = None
    original: str | None = None
    publish: Publish = "cited"
    updated: str | None = None
    archived: str | None = None
    also_at: tuple[AlsoAt, ...] = ()
    sha256: str | None = None
    pages: str | None = None

    def page_of(self, paragraph: int | None) -> int | None:
        """The page of the original on which a paragraph begins, from 1; None if unknown."""
        starts = [int(start) for start in (self.pages or "").split()]
        if paragraph is None or not starts or paragraph < starts[0]:
            return None
        return sum(start <= paragraph for start in starts)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of a source's body. `number` counts from 1 and never skips.

    `text` is the block with its line breaks turned into single spaces; quotes and offsets
    refer to it. Boilerplate (trim marks, contributor lines, photo credits) keeps its number
    and gives no events.
    """

    number: int
    text: str
    boilerplate: bool = False
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A source and its paragraphs, `paragraphs[n - 1].number == n`."""

    source: Source
    paragraphs: tuple[Paragraph, ...] = ()

    def paragraph(self, number: int | None) -> Paragraph | None:
        """The paragraph with this number, or None where there is none."""
        if number is None or not 1 <= number <= len(self.paragraphs):
            return None
        return self.paragraphs[number - 1]


@dataclass(frozen=True, slots=True)
class Mention:
    """A temporal expression: `text == whole_text[start:end]`, as TimeML's TIMEX3 has it.

    `value` is the TIMEX3 value ("2014-03", "P2W", "PRESENT_REF", "XXXX-WXX-5" ...); `when` is
    EDTF where the expression denotes a time that is known, else None. `rule` names the rule
    that found it and `anchor` what a relative expression was resolved against: "published",
    "discourse", "" (absolute) or "missing" (relative, and nothing to resolve it against).
    """

    start: int
    end: int
    text: str
    type: TimexType
    value: str
    when: str | None
    rule: str
    anchor: str = ""
    mod: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """Words that stand in a source. `said` is the part of them that carries the date.

    `source` is None for the event file's own source; `url` names evidence outside `sources/`.
    """

    paragraph: int | None = None
    quote: str = ""
    said: str = ""
    source: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One event of an event file. `when` is EDTF text; empty means it needs a date.

    `salience` is 0 to 1, two decimals: how near the event is to what the article is about (see
    `timeline.events.salience`); None in files older than the field and in events people wrote.
    `digest` is the fingerprint of the fields as the program last wrote them (see
    `timeline.merge`). The fields after it are only ever written by people, but for `proposed_by`:
    what found an imported event, where that isn't this program.
    """

    id: str
    when: str
    title: str
    kind: Kind = "happened"
    status: Status = "proposed"
    who: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    date_from: DateFrom = "text"
    salience: float | None = None
    digest: str | None = None
    summary: str | None = None
    note: str | None = None
    order: int | None = None
    same_as: str | None = None
    slug: str | None = None
    calendar: str | None = None
    image: str | None = None
    not_same_as: tuple[str, ...] | None = None
    proposed_by: str | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """An event file: the source it belongs to, what proposed its events, and the events."""

    source: str
    extractor: str
    events: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a timeline: an event, and the events of other places that tell the same.

    `event.citations` holds the citations of all of them, own first, each with its `source`
    filled in. `repeats` are the joined events as they stand in their files.
    """

    event: Event
    source: str
    repeats: tuple[Event, ...] = ()

    @property
    def anchor(self) -> str:
        """The permalink: the slug a person gave, else the id."""
        return self.event.slug or self.event.id

    @property
    def salience(self) -> float | None:
        """The highest score of the joined events: what leads one article leads the timeline."""
        scores = (e.salience for e in (self.event, *self.repeats) if e.salience is not None)
        return max(scores, default=None)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that keeps a file or an event from being used: where, what, what to try.

    `line` counts from 1. `event` is the id of the event concerned, where it is one event.
    A `warning` is worth a look and keeps nothing from being used.
    `rule` names the kind of problem, for programs (see `timeline.reports`).
    """

    path: str
    line: int
    what: str
    hint: str = ""
    event: str | None = None
    warning: bool = False
    rule: str = "unreadable"

    def __str__(self) -> str:
        mark = "warning: " if self.warning else ""
        text = f"{self.path}:{self.line}: {mark}{self.what}"
        return f"{text}\n    Try: {self.hint}" if self.hint else text


@dataclass(frozen=True, slots=True)
class Timeline:
    """What a site shows: entries in order of time, and the documents that they cite.

    Entries without a date stand last. `documents` holds every source of the folder by name.
    `waiting` counts the proposals that nobody has decided on, over all event files. `problems`
    are those that kept an accepted event or a whole file out of the timeline.
    """

    entries: tuple[Entry, ...] = ()
    documents: Mapping[str, Document] = field(default_factory=dict)
    waiting: int = 0
    problems: tuple[Problem, ...] = ()

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)
