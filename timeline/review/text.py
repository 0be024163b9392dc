"""A source's text in pieces: its date expressions marked, the words of one event lit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from timeline.events.sentences import split
from timeline.model import Document, Event, Mention, Paragraph
from timeline.quotes import span
from timeline.review.state import Marks, Owners


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text. `date`: the date expression it is part of, and whose event it dates."""

    text: str
    date: Mention | None = None
    event: str = ""
    said: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """Pieces that are, or are not, words the event quotes."""

    quoted: bool
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph as it is shown."""

    number: int
    stretches: tuple[Stretch, ...]
    heading: bool
    quiet: bool
    lit: bool


def lines(
    document: Document, marks: Marks, owners: Owners, event: Event | None
) -> tuple[Line, ...]:
    """All paragraphs of a document; what `event` cites of them is lit."""
    lit: dict[int, list[tuple[str, str]]] = {}
    for citation in event.citations if event else ():
        if citation.source in (None, document.source.name) and citation.paragraph:
            lit.setdefault(citation.paragraph, []).append((citation.quote, citation.said))
    own = event.id if event else ""
    return tuple(
        _line(p, marks.get(p.number, ()), owners, lit.get(p.number, []), own)
        for p in document.paragraphs
    )


def sentence_around(paragraph: Paragraph, start: int) -> str:
    """The sentence of a paragraph that stands around a place in it."""
    for first, last in split(paragraph.text):
        if first <= start < last:
            return paragraph.text[first:last]
    return paragraph.text


def _line(
    paragraph: Paragraph,
    dates: tuple[Mention, ...],
    owners: Owners,
    cited: list[tuple[str, str]],
    own: str,
) -> Line:
    text = paragraph.text
    quoted = [place for quote, _ in cited if (place := span(quote, text))]
    said = list(_said(cited, text))
    ends = {end for m in dates for end in (m.start, m.end)}
    ends |= {end for place in (*quoted, *said) for end in place}
    pieces = []
    for start, end in pairwise(sorted({0, len(text), *ends})):
        date = next((m for m in dates if m.start <= start and end <= m.end), None)
        ids = owners.get((paragraph.number, date.start), ()) if date else ()
        whose = own if own in ids else next(iter(ids), "")
        piece = Piece(text[start:end], date, whose, _in(start, end, said))
        pieces.append((_in(start, end, quoted), piece))
    stretches = tuple(
        Stretch(key, tuple(piece for _, piece in group))
        for key, group in groupby(pieces, key=lambda pair: pair[0])
    )
    return Line(paragraph.number, stretches, paragraph.heading, paragraph.boilerplate, bool(quoted))


def _in(start: int, end: int, places: list[tuple[int, int]]) -> bool:
    return any(a <= start and end <= b for a, b in places)


def _said(cited: list[tuple[str, str]], text: str) -> Iterator[tuple[int, int]]:
    """Where the date words stand: within their quote."""
    for quote, words in cited:
        place = span(quote, text)
        inner = span(words, text[slice(*place)]) if place else None
        if place and inner:
            yield place[0] + inner[0], place[0] + inner[1]


def date_in(quote: str, paragraph: Paragraph, marks: Marks) -> Mention | None:
    """The first date expression among quoted words."""
    place = span(quote, paragraph.text)
    if place is None:
        return None
    inside = (m for m in marks.get(paragraph.number, ()) if place[0] <= m.start < m.end <= place[1])
    dated = sorted(inside, key=lambda m: (m.when is None, m.start))
    return next(iter(dated), None)
