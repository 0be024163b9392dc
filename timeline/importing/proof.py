"""An event that was given -> a proposal whose every quote stands in its source, or a refusal."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from timeline import quotes
from timeline.check import Folder
from timeline.errors import WhenError
from timeline.events.identity import identify
from timeline.importing.given import GivenCitation, GivenEvent, RefusedError
from timeline.merge import stamp
from timeline.model import Citation, Document, Event
from timeline.when import When

_OURS = re.compile(r"[0-9a-f]{8}")
_ELLIPSIS = re.compile(r"^\s*(?:\.{3}|…)\s*|\s*(?:\.{3}|…)\s*$")


Dates = Mapping[int, tuple[tuple[str, str | None], ...]]
"""The dated words of a document by paragraph, each with its date."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """An event ready to be written into the event file of `source`.

    `remarks` say where the words given were not quite those of the source.
    """

    source: str
    event: Event
    remarks: tuple[str, ...] = ()


class Proof:
    """Holds what is given against the documents of one folder."""

    def __init__(self, folder: Folder, *, source: str | None, by: str) -> None:
        self._documents = folder.documents
        self._unreadable = folder.paths.keys() - folder.documents.keys()
        self._source, self._by = source, by
        self._by_url = _by_url(folder.documents)
        self._dates: dict[str, Dates] = {}

    def proposal(self, given: GivenEvent, candidates: Sequence[str] = ()) -> Proposal:
        """The proposal. Raises RefusedError for a wrong date, and for words that stand nowhere."""
        if given.citations and given.quote:
            raise RefusedError("has both a quote and citations", "give one of the two")
        owner = self._owner(given)
        _must_be_a_date(given.when)
        remarks: list[str] = []
        notes: list[str] = []
        cited = given.citations or (self._single(given, candidates, owner),)
        citations = [self._citation(one, owner, given.when, remarks, notes) for one in cited]
        if all(c.url is not None and c.source is None for c in citations):
            raise RefusedError(
                "its only evidence is an address, and nothing in sources/ can be held against it",
                "bring the article in with `timeline add`, and import again",
            )
        event = Event(
            id=_identity(given, cited),
            when=given.when,
            title=given.title,
            kind=given.kind,
            who=given.who,
            where=given.where,
            tags=given.tags,
            citations=tuple(citations),
            date_from=given.date_from,
            summary=given.summary,
            note="; ".join(notes) or None,
            order=given.order,
            slug=given.slug,
            calendar=given.calendar,
            image=given.image,
            proposed_by=given.proposed_by or self._by,
        )
        return Proposal(owner, stamp(event), (*notes, *remarks))

    def _owner(self, given: GivenEvent) -> str:
        """The source whose event file it belongs to."""
        first = next((c.source for c in given.citations if c.source), None)
        url = given.url or next((c.url for c in given.citations if c.url), None)
        name = given.source or self._source or first or self._by_url.get(_bare(url))
        if name is None and url:
            raise RefusedError(
                f"no source in sources/ has the address {url}",
                "bring the article in with `timeline add`, with --url, and import again",
            )
        if name is None:
            raise RefusedError("names no source", "add a field source, or give --source")
        name = name if name in self._documents else Path(name).stem
        self._document(name)
        return name

    def _document(self, name: str) -> Document:
        if name in self._unreadable:
            raise RefusedError(f"the source {name} can't be read", "`timeline check` says why")
        if name not in self._documents:
            known = ", ".join(sorted(self._documents)[:8]) or "none yet"
            raise RefusedError(f"there is no source {name}", f"the sources are {known}")
        return self._documents[name]

    def _single(self, given: GivenEvent, candidates: Sequence[str], owner: str) -> GivenCitation:
        """The one citation that the event's own fields make; a candidate that stands there."""
        quote = given.quote
        if not quote and candidates:
            document = self._document(owner)
            standing = (one for one in candidates if quotes.find(one, document))
            quote = next(standing, "")
            if not quote:
                raise RefusedError(
                    f"none of its words stand in {owner}",
                    "give it a quote, as a table or JSON Lines",
                )
        here = given.url is None or self._by_url.get(_bare(given.url)) == owner
        here = here or given.source is not None or self._source is not None
        url = None if here else given.url
        return GivenCitation(
            source=None, url=url, paragraph=given.paragraph, quote=quote, said=given.said
        )

    def _citation(
        self, given: GivenCitation, owner: str, when: str, remarks: list[str], notes: list[str]
    ) -> Citation:
        if given.url is not None and given.source is None:
            return Citation(
                None, quotes.squash(given.quote), quotes.squash(given.said), None, given.url
            )
        name = given.source or owner
        document = self._document(name)
        found = _stands(given, document)
        if quotes.squash(given.quote) != quotes.squash(found.quote):
            notes.append(f"the quote given was: {quotes.squash(given.quote)}")
        if given.paragraph and given.paragraph != found.paragraph:
            remarks.append(f"the paragraph given was {given.paragraph}")
        said = found.said or self._said(found, when, document)
        source = None if name == owner else name
        return dataclasses.replace(found, said=said, source=source, url=given.url)

    def _said(self, citation: Citation, when: str, document: Document) -> str:
        """The words of the quote that mean this date, where the tagger reads some so."""
        if not when:
            return ""
        name = document.source.name
        if name not in self._dates:
            self._dates[name] = _dates(document)
        for text, meant in self._dates[name].get(citation.paragraph or 0, ()):
            if meant == when and quotes.span(text, citation.quote):
                return text
        return ""


def _dates(document: Document) -> Dates:
    from timeline.pipeline import mentions
    from timeline.temporal.lang import speaks

    if not speaks(document.source.language):
        return {}
    found = mentions(document)
    return {number: tuple((m.text, m.when) for m in some) for number, some in found.items()}


def _stands(given: GivenCitation, document: Document) -> Citation:
    """The citation with the words as they stand in the document. Raises RefusedError."""
    name, quote = document.source.name, _ELLIPSIS.sub("", given.quote)
    if not quote.strip():
        raise RefusedError("has no quote", f"copy the words that tell it from {name}")
    found = quotes.find(quote, document, near=given.paragraph)
    said = given.said.strip()
    there = quotes.follow(Citation(given.paragraph, quote, said), document)
    if found is None or there is None:
        hint = "copy the words as they stand in the text"
        if found is not None:
            hint = f"paragraph {found.paragraph} says: {found.quote}"
        raise RefusedError(f"its quote stands nowhere in {name}", hint)
    paragraph = document.paragraph(found.paragraph)
    place = quotes.span(there.said, paragraph.text) if paragraph and there.said else None
    if there.said and (place is None or paragraph is None):
        what = f"its date words “{there.said}” don't stand in paragraph {found.paragraph} of {name}"
        raise RefusedError(what, "copy them from the quote, or leave said out")
    said = paragraph.text[slice(*place)] if paragraph and place else ""
    return Citation(found.paragraph, found.quote, said)


def _must_be_a_date(when: str) -> None:
    try:
        if when:
            When.parse(when)
    except WhenError as error:
        raise RefusedError(error.what, error.hint or "write it in EDTF, such as 2014-03") from None


def _identity(given: GivenEvent, cited: Sequence[GivenCitation]) -> str:
    """From what was given, so that the same line has the same id whatever became of its event.

    The title stands for which event of those words it is.
    """
    if given.id and _OURS.fullmatch(given.id):
        return given.id
    return identify(cited[0].quote, given.title)


def _by_url(documents: Mapping[str, Document]) -> dict[str, str]:
    return {_bare(d.source.url): name for name, d in documents.items() if d.source.url}


def _bare(url: str | None) -> str:
    """An address without what makes no difference to where it leads."""
    return (
        (url or "").partition("#")[0].rstrip("/").removeprefix("http://").removeprefix("https://")
    )
