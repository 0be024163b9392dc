"""Entries and documents -> what the templates print: words and addresses, nothing to decide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from itertools import pairwise
from types import MappingProxyType
from urllib.parse import urlsplit

from markupsafe import Markup

from timeline.errors import WhenError
from timeline.history import Decided
from timeline.model import Citation, Document, Entry, Event, Paragraph, Timeline
from timeline.site.elsewhere import places
from timeline.site.labels import capitalised, counted, labels, weekday_name
from timeline.site.markup import at_quote, web_url
from timeline.site.names import FACETS, Names, values
from timeline.site.options import SiteOptions, card_name
from timeline.site.overview import Picture, drawn, picture
from timeline.site.passages import Passage, cited, passage
from timeline.site.parts import parts
from timeline.site.shown import (
    CardView,
    CitationView,
    EventLink,
    EventView,
    Fact,
    Gap,
    ParagraphView,
    SourceView,
    Stretch,
    WhenView,
)
from timeline.when import When

Reviewed = Mapping[tuple[str, str], Decided]
"""Who decided on an event and when, by its source and id; see `timeline.history.known`."""

_NOTHING_KNOWN: Reviewed = MappingProxyType({})


class Views:
    """Makes the views of one timeline for one site."""

    def __init__(
        self,
        timeline: Timeline,
        options: SiteOptions,
        reviewed: Reviewed = _NOTHING_KNOWN,
        names: Names | None = None,
    ) -> None:
        self.timeline, self.options, self.names = timeline, options, names
        self._reviewed = reviewed
        self.parts = parts(timeline)
        self._homes = {
            entry.anchor: options.part_page(part.name)
            for part in self.parts
            for year in part.years
            for month in year.months
            for entry in month.entries
        }
        self.words = labels(options.language)
        self._by_source = _by_source(timeline)
        self._aliases = _aliases(timeline)

    @cached_property
    def picture(self) -> Picture | None:
        """The overview of all events, which stands on the page of each part."""
        return picture(self.timeline, language=self.options.language)

    @cached_property
    def drawn(self) -> Markup:
        """The overview as it stands on the timeline's own page."""
        return self.drawn_for(self.options.timeline_page)

    def drawn_for(self, page: str) -> Markup:
        """The overview with links from this page; where `drawn` is the same, so is this."""
        found = self.picture
        return drawn(found, href=lambda entry: self.link(page, entry)) if found else Markup("")

    def made_of(self, entry: Entry) -> object:
        """All that `event` reads, but for the page and the settings: the same gives the same."""
        documents = [
            self.timeline.documents.get(citation.source or entry.source)
            for citation in entry.event.citations
        ]
        beside = [
            (self.names.path(facet, text), *map(self._place, self.names.beside(facet, text, entry)))
            for facet in FACETS
            for text in values(entry.event, facet)
            if self.names
        ]
        return entry, documents, beside, self.anchors(entry), self._when_reviewed(entry)

    def _place(self, entry: Entry | None) -> tuple[str, str] | None:
        return (self.home(entry), entry.anchor) if entry else None

    def event(self, entry: Entry, page: str) -> EventView:
        """The event as it stands on this page; it has its anchors on the timeline's page only."""
        event, home = entry.event, page == self.home(entry)
        open_, more = self._citations(entry, page)
        return EventView(
            anchor=entry.anchor if home else None,
            aliases=self._aliases.get(entry.anchor, ()) if home else (),
            href=self.link(page, entry),
            when=self._event_when(event, weekday=True),
            title=event.title,
            kind=event.kind,
            marks=_marks(event),
            years=years_of(event),
            who=self._facts(entry, "who", page),
            where=self._facts(entry, "where", page),
            tags=self._facts(entry, "tags", page),
            summary=event.summary,
            citations=open_,
            more=more,
            more_count=counted(len(more), "more_citation", self.options.language),
            reviewed=self._when_reviewed(entry),
            card=_card(entry),
        )

    def card(self, entry: Entry, page: str) -> CardView:
        """The event as it stands on its card."""
        event = entry.event
        open_, _ = self._citations(entry, page)
        return CardView(
            href=self.link(page, entry),
            when=self._event_when(event, weekday=True),
            title=event.title,
            marks=_marks(event),
            citations=open_ if event.status == "disputed" else open_[:1],
        )

    def link(self, page: str, entry: Entry) -> str:
        """The address of the event on the timeline, from this page."""
        return self.options.link(page, self.home(entry), entry.anchor)

    def home(self, entry: Entry) -> str:
        """The path of the timeline's page on which the event stands."""
        return self._homes.get(entry.anchor) or self.options.timeline_page

    def anchors(self, entry: Entry) -> tuple[str, ...]:
        """All anchors that lead to the event."""
        return (entry.anchor, *self._aliases.get(entry.anchor, ()))

    def brief(self, entry: Entry, page: str) -> EventLink:
        """The event as one line of a list."""
        return self._event_link(entry, entry.source, page)

    def _citations(self, entry: Entry, page: str) -> tuple[tuple[CitationView, ...], ...]:
        """Those to show at once, and those to fold away."""
        event = entry.event
        found = [self._citation(one, entry.source, page) for one in dict.fromkeys(event.citations)]
        return _folded(found, disputed=event.status == "disputed")

    def _facts(self, entry: Entry, facet: str, page: str) -> tuple[Fact, ...]:
        names, texts = self.names, values(entry.event, facet)
        if names is None:
            return tuple(Fact(text, None) for text in texts)
        found = []
        for text in texts:
            path = names.path(facet, text)
            href = self.options.link(page, path) if path else None
            before, after = (
                self.link(page, other) if other else None
                for other in names.beside(facet, text, entry)
            )
            found.append(Fact(text, href, before, after))
        return tuple(found)

    def source(self, document: Document, page: str) -> SourceView:
        """The facts about a source, linked from this page."""
        source = document.source
        return SourceView(
            name=source.name,
            title=source.title,
            href=self.options.link(page, self.options.source_page(source.name)),
            publisher=source.publisher,
            author=source.author,
            published=self.when(source.published),
            retrieved=self.when(source.retrieved),
            licence=source.licence,
            original=web_url(source.url) or web_url(source.original),
            language=_other(source.language, self.options.language),
            count=counted(
                len(self._by_source.get(source.name, ())), "event", self.options.language
            ),
            also=places(source, self.when),
        )

    def cites(self, source: str) -> bool:
        """Whether an event of the timeline cites this source."""
        return source in self._by_source

    def entries_of(self, source: str) -> tuple[Entry, ...]:
        """The entries that cite this source, in order of time."""
        return tuple(self._by_source.get(source, ()))

    def events_of(self, source: str, page: str) -> tuple[EventLink, ...]:
        """The events that cite this source, in order of time."""
        return tuple(self._event_link(entry, source, page) for entry in self.entries_of(source))

    def body(self, document: Document, page: str) -> tuple[ParagraphView | Gap, ...]:
        """The paragraphs that may be shown, and the gaps between them."""
        shown: list[ParagraphView | Gap] = []
        hidden: list[int] = []
        quotes = self._quotes(document.source.name)
        following = dict(pairwise(sorted(number for number in quotes if number)))
        last: int | None = None
        for paragraph in document.paragraphs:
            mine = quotes.get(paragraph.number, ())
            if document.source.publish != "full" and not mine:
                hidden.append(paragraph.number)
                continue
            shown += _gap(hidden)
            hidden = []
            one = self._paragraph(paragraph, document.source.name, mine, page)
            page_of = document.source.page_of(paragraph.number)
            begins = page_of if page_of != last else None
            last = page_of
            shown.append(replace(one, following=following.get(paragraph.number), page=begins))
        return (*shown, *_gap(hidden))

    def when(self, text: str | None) -> WhenView | None:
        """A date of a source in words; text that is no date is shown as it stands."""
        if not text:
            return None
        try:
            when = When.parse(text)
        except WhenError:
            return WhenView(text)
        return WhenView(when.display(self.options.language), when.datetime)

    def _when_reviewed(self, entry: Entry) -> str | None:
        """The day of the decision in words, with its author's name where the site wants it."""
        decided = self._reviewed.get((entry.source, entry.event.id))
        if decided is None or decided.day is None or decided.status != entry.event.status:
            return None
        words = self.words["reviewed_by" if self.options.reviewers else "reviewed"]
        day = decided.day.display(self.options.language)
        return words.format(day=day, name=decided.who)

    def _event_when(self, event: Event, *, weekday: bool) -> WhenView:
        if not event.when:
            return WhenView(self.words["undated"])
        return _said(event.when, self.options.language, weekday)

    def _event_link(self, entry: Entry, source: str, page: str) -> EventLink:
        numbers = {
            citation.paragraph
            for citation in entry.event.citations
            if (citation.source or entry.source) == source and citation.paragraph is not None
        }
        return EventLink(
            href=self.link(page, entry),
            when=self._event_when(entry.event, weekday=False),
            title=entry.event.title,
            marks=_marks(entry.event),
            paragraphs=tuple(sorted(numbers)),
        )

    def _paragraph(
        self, paragraph: Paragraph, source: str, quotes: Sequence[tuple[Entry, str]], page: str
    ) -> ParagraphView:
        links = {entry.anchor: self._event_link(entry, source, page) for entry, _ in quotes}
        stretches = cited(paragraph.text, ((entry.anchor, quote) for entry, quote in quotes))
        return ParagraphView(
            number=paragraph.number,
            stretches=tuple(
                Stretch(piece.text, links[piece.keys[0]] if piece.keys else None)
                for piece in stretches
            ),
            events=tuple(links.values()),
            heading=paragraph.heading,
        )

    def _citation(self, citation: Citation, own_source: str, page: str) -> CitationView:
        if citation.url is not None:
            return self._outside(citation, citation.url)
        name = citation.source or own_source
        document = self.timeline.documents.get(name)
        if document is None:
            return CitationView(name, None, passage(citation.quote, citation.said, None))
        source, paragraph = document.source, document.paragraph(citation.paragraph)
        silent = source.publish == "none"
        anchor = f"p{citation.paragraph}" if paragraph and not silent else ""
        return CitationView(
            title=source.title,
            href=self.options.link(page, self.options.source_page(name), anchor),
            passage=None if silent else _passage(citation, paragraph.text if paragraph else None),
            publisher=source.publisher,
            published=self.when(source.published),
            paragraph=citation.paragraph,
            page=source.page_of(citation.paragraph),
            language=_other(source.language, self.options.language),
            original=at_quote(web_url(source.url) or web_url(source.original), citation.quote),
            also=places(source, self.when),
        )

    def _outside(self, citation: Citation, url: str) -> CitationView:
        href = web_url(url)
        return CitationView(
            title=urlsplit(href).netloc.removeprefix("www.") or href if href else url,
            href=at_quote(href, citation.quote),
            passage=_passage(citation, None),
            external=True,
        )

    def _quotes(self, source: str) -> dict[int, list[tuple[Entry, str]]]:
        found: dict[int, list[tuple[Entry, str]]] = {}
        for entry in self.entries_of(source):
            for citation in dict.fromkeys(entry.event.citations):
                if citation.url is None and (citation.source or entry.source) == source:
                    found.setdefault(citation.paragraph or 0, []).append((entry, citation.quote))
        return found


@lru_cache(maxsize=32768)  # an event stands on the pages of its source, people, places and tags
def _said(text: str, language: str, weekday: bool) -> WhenView:
    """An event's date in words, with its day of the week where that is asked for and known."""
    when = When.parse(text)
    day = weekday_name(when.day, language) if weekday and when.day else None
    return WhenView(capitalised(when.display(language)), when.datetime, day)


def _other(language: str, site_language: str) -> str | None:
    """The value of a `lang` attribute: the source's language where it is not the site's."""
    return None if language.partition("-")[0] == site_language.partition("-")[0] else language


def _passage(citation: Citation, text: str | None) -> Passage | None:
    return passage(citation.quote, citation.said, text) if citation.quote else None


def _folded(
    citations: Sequence[CitationView], *, disputed: bool
) -> tuple[tuple[CitationView, ...], tuple[CitationView, ...]]:
    """The citations to show at once, and those to fold away: an entry shall not fill a screen.

    One is shown, of a disputed event one of each source, so that all sides are heard.
    """
    first: dict[str, CitationView] = {}
    for citation in citations:
        first.setdefault(citation.title if disputed else "", citation)
    if len(citations) <= 2:
        return tuple(citations), ()
    shown = tuple(first.values())
    return shown, tuple(one for one in citations if not any(one is other for other in shown))


def _card(entry: Entry) -> str | None:
    name = card_name(entry.anchor)
    return None if name == entry.anchor else name


def years_of(event: Event) -> str:
    """The years it can have been in, as the filters read them; "" where it has no date."""
    if not event.when:
        return ""
    when = When.parse(event.when)
    first, last = (str(end[0]) if end else "" for end in (when.earliest, when.latest))
    return first if first == last else f"{first}/{last}"


def _marks(event: Event) -> tuple[str, ...]:
    kind = () if event.kind == "happened" else (event.kind,)
    status = (event.status,) if event.status in ("disputed", "proposed") else ()
    return (*kind, *status)


def _aliases(timeline: Timeline) -> dict[str, tuple[str, ...]]:
    """Other anchors that lead to an event: its id under a slug, and those of the joined events.

    By the event's anchor. Nothing is an alias of two events, or of one when it names another.
    """
    taken = {entry.anchor for entry in timeline}
    found = {}
    for entry in timeline:
        names = [entry.event.id]
        for event in entry.repeats:
            names += [event.id, event.slug or event.id]
        found[entry.anchor] = tuple(name for name in dict.fromkeys(names) if name not in taken)
        taken.update(found[entry.anchor])
    return found


def _gap(numbers: list[int]) -> list[Gap]:
    return [Gap(numbers[0], numbers[-1])] if numbers else []


def _by_source(timeline: Timeline) -> Mapping[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for entry in timeline:
        names = [
            citation.source or entry.source
            for citation in entry.event.citations
            if citation.url is None
        ]
        for name in dict.fromkeys(names or [entry.source]):
            found.setdefault(name, []).append(entry)
    return found
