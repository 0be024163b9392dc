"""Why each event of a document has the date it has, and what its salience is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timeline.events.reading import sentences
from timeline.events.salience import Part, Salience
from timeline.model import Document, Event, Mention


@dataclass(frozen=True, slots=True)
class Reason:
    """An event as the program finds it, its date's origin in words, and the parts of its score."""

    event: Event
    date: str
    parts: Mapping[Part, float]


def reasons(
    document: Document, mentions: Mapping[int, Sequence[Mention]], events: Sequence[Event]
) -> tuple[Reason, ...]:
    """One reason an event, in the order given; `events` are those that this document gives."""
    salience = Salience(document, list(sentences(document, mentions)))
    return tuple(Reason(e, _why(e), salience.of(e)) for e in events)


def _why(event: Event) -> str:
    first, last = event.citations[0], event.citations[-1]
    if not event.when:
        return f"“{first.said}” needs a publication date, and the source gives none"
    if event.date_from == "published":
        return "no date in its sentence or the two before; the day of publication, whose news it is"
    if event.date_from == "context":
        where = f"“{last.said}” in paragraph {last.paragraph}"
        return f"no date in its sentence; the nearest of the two before is {where}"
    return f"“{first.said}” in its own sentence"
