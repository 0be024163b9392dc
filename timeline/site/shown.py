"""What the templates print: words and addresses, nothing to decide. Made by `views`."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.site.passages import Passage


@dataclass(frozen=True, slots=True)
class WhenView:
    """A date in words, and as HTML's `datetime` and a day of the week where it has them."""

    text: str
    datetime: str | None = None
    weekday: str | None = None


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A paper or a site where a source stands as well, linked where it has an address."""

    text: str
    href: str | None
    published: WhenView | None = None


@dataclass(frozen=True, slots=True)
class CitationView:
    """One piece of evidence. `href` leads to the paragraph, or outside where `external`.

    `passage` is None where the source's text is not to be shown. `original` is the address of
    the publisher's page, at the quote where the browser finds it. `also` are the other
    places where the source stands.
    """

    title: str
    href: str | None
    passage: Passage | None
    publisher: str | None = None
    published: WhenView | None = None
    paragraph: int | None = None
    page: int | None = None
    language: str | None = None
    external: bool = False
    original: str | None = None
    also: tuple[PlaceView, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A person, place or tag of an event, its page where it has one, and the events beside."""

    text: str
    href: str | None
    before: str | None = None
    after: str | None = None


@dataclass(frozen=True, slots=True)
class EventView:
    """One event. `anchor` is None on pages other than the timeline's own.

    `years` are the years it can have been in, "2014" or "2014/2016", an open end empty. `card` is
    the name of its card's file where that isn't its anchor.
    """

    anchor: str | None
    aliases: tuple[str, ...]
    href: str
    when: WhenView
    title: str
    kind: str
    marks: tuple[str, ...]
    years: str
    who: tuple[Fact, ...]
    where: tuple[Fact, ...]
    tags: tuple[Fact, ...]
    summary: str | None
    citations: tuple[CitationView, ...]
    more: tuple[CitationView, ...]
    more_count: str
    reviewed: str | None = None
    card: str | None = None


@dataclass(frozen=True, slots=True)
class CardView:
    """One event on its own: what it says, and the evidence, of a disputed event all sides."""

    href: str
    when: WhenView
    title: str
    marks: tuple[str, ...]
    citations: tuple[CitationView, ...]


@dataclass(frozen=True, slots=True)
class EventLink:
    """An event named on a source's page, with the paragraphs that it cites there."""

    href: str
    when: WhenView
    title: str
    marks: tuple[str, ...]
    paragraphs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some words of a paragraph, and the event that they are cited for."""

    text: str
    event: EventLink | None = None


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """A paragraph in stretches, the events it gave, and the next paragraph that gave any.

    `page` is that of the original, where it is the first paragraph shown of it.
    """

    number: int
    stretches: tuple[Stretch, ...]
    events: tuple[EventLink, ...]
    heading: bool
    following: int | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """Paragraphs that are not shown, both ends included."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class SourceView:
    """The facts about one source, in words."""

    name: str
    title: str
    href: str
    publisher: str | None
    author: str | None
    published: WhenView | None
    retrieved: WhenView | None
    licence: str | None
    original: str | None
    language: str | None
    count: str
    also: tuple[PlaceView, ...] = ()
