"""Which of the events found now is which of the stored ones.

The evidence, the surest first: the same words in the same place, date words that stand in one
place of the text, an id, and like words where a correction went further than a quote is followed.
An event is paired once, and what stands apart in the text is never paired for its likeness.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from timeline import quotes
from timeline.model import Citation, Document, Event

ALIKE = 80.0
"""Least similarity (0 to 100) of two quotes that tell the same event after a correction."""

_SHARED = 0.5  # of the shorter quote, date words aside: rules cut clauses here and there
_FEW = 4  # words beside a date; fewer say nothing about which event it is
_NEAREST = 8  # events on either side to look among for one whose paragraph is unknown

_Span = tuple[int, int]
_Free = dict[int, Event]
_Options = Iterable[tuple[str, int]]


def pairs(old: Sequence[Event], fresh: Sequence[Event], document: Document) -> Mapping[str, int]:
    """Stored id -> index of the fresh event that is the same; the stored ones are followed.

    Ids of sentences that stand twice are told apart by their order alone, and those of events
    with one date by theirs, so a place in the text counts for more than an id.
    """
    found: dict[str, int] = {}
    taken: set[int] = set()
    stages: tuple[Callable[[list[Event], _Free, Document], _Options], ...] = (
        partial(_by_key, lambda event: (event.id, event.citations[:1])),
        partial(_by_key, lambda event: event.citations and (event.citations[0], event.title)),
        partial(_by_key, lambda event: event.citations[:1]),
        _by_place,
        partial(_by_key, lambda event: event.id),
        _by_likeness,
    )
    for stage in stages:
        waiting = [event for event in old if event.id not in found]
        free = {i: event for i, event in enumerate(fresh) if i not in taken}
        if not waiting or not free:
            break
        for event_id, i in stage(waiting, free, document):
            if event_id not in found and i not in taken:
                found[event_id] = i
                taken.add(i)
    return found


def _by_key(
    key: Callable[[Event], Hashable], waiting: list[Event], free: _Free, _: Document
) -> Iterator[tuple[str, int]]:
    """Those whose keys are equal and not empty, the first with the first."""
    index: dict[Hashable, list[int]] = defaultdict(list)
    for i, event in reversed(free.items()):
        index[key(event)].append(i)
    for event in waiting:
        if key(event) and index.get(key(event)):
            yield event.id, index[key(event)].pop()


def _by_place(waiting: list[Event], free: _Free, document: Document) -> _Options:
    """Those whose date words stand in one place of the text and whose quotes share most words."""
    there = {i: _places(event, document) for i, event in free.items()}
    at: dict[tuple[int | None, int], set[int]] = defaultdict(set)
    for i, event in free.items():
        for letter in _letters(there[i]):
            at[_paragraph(event), letter].add(i)
    options = []
    for order, event in enumerate(waiting):
        here = _places(event, document)
        meeting = (at.get((_paragraph(event), letter), ()) for letter in _letters(here))
        for i in set().union(*meeting):
            share, both = max(_shared(a, b) for a in here for b in there[i])
            if share >= _SHARED:
                other_words = free[i].citations[0].said != event.citations[0].said
                options.append((other_words, -both, event.id != free[i].id, order, i, event.id))
    return [(event_id, i) for *_, i, event_id in sorted(options)]


def _letters(places: list[_Place]) -> set[int]:
    """Offsets of all date words; -1 stands for a quote without any."""
    return {at for place in places for at in range(*place.said) or (-1,)}


def _by_likeness(waiting: list[Event], free: _Free, document: Document) -> _Options:
    """Those of one paragraph with like words, or of any where the words about the date stand."""
    there = _places_by_paragraph(free, document)
    said = _Said(free)
    options = []
    for order, event in enumerate(waiting):
        here = _places(event, document)
        for i, places in there[_paragraph(event)]:
            if not _apart(here, places) or (event.when and event.when == free[i].when):
                date, quote = _likeness(event, free[i])
                quote = max(quote, _around(event, free[i], places, document))
                options.append((-date, -quote, 0, order, i, event.id))
        for i in said.near(event) if event.citations and not here else ():
            quote = _around(event, free[i], _places(free[i], document), document)
            distance = abs((_paragraph(event) or 0) - (_paragraph(free[i]) or 0))
            options.append((-100.0, -quote, distance, order, i, event.id))
    alike = (option for option in options if max(option[:2]) <= -ALIKE)
    return [(event_id, i) for *_, i, event_id in sorted(alike)]


class _Said:
    """Events by their date words, in the order of the text."""

    def __init__(self, free: _Free) -> None:
        self._events: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for i, event in free.items():
            if event.citations and event.citations[0].said:
                self._events[event.citations[0].said].append((_paragraph(event) or 0, i))
        for events in self._events.values():
            events.sort()

    def near(self, event: Event) -> list[int]:
        """The nearest ones that have the date words of this one."""
        events = self._events.get(event.citations[0].said, [])
        at = bisect_left(events, (_paragraph(event) or 0, 0))
        return [i for _, i in events[max(0, at - _NEAREST) : at + _NEAREST]]


def _paragraph(event: Event) -> int | None:
    return event.citations[0].paragraph if event.citations else None


@dataclass(frozen=True, slots=True)
class _Place:
    """Spans of a quote and its date words in a paragraph; an empty span where it has none."""

    quote: _Span
    said: _Span


def _places_by_paragraph(
    free: _Free, document: Document
) -> Mapping[int | None, list[tuple[int, list[_Place]]]]:
    there: dict[int | None, list[tuple[int, list[_Place]]]] = defaultdict(list)
    for i, event in free.items():
        if event.citations:
            there[_paragraph(event)].append((i, _places(event, document)))
    return there


def _places(event: Event, document: Document) -> list[_Place]:
    """Where the words of an event could stand in its paragraph; none where they don't."""
    cited = event.citations[0] if event.citations else Citation()
    paragraph = document.paragraph(cited.paragraph)
    if paragraph is None or not quotes.is_own(cited, document):
        return []
    text = paragraph.text
    return [
        _Place((start, end), (start + a, start + b))
        for start, end in _spans(cited.quote, text)
        for a, b in (_spans(cited.said, text[start:end]) if cited.said else [(0, 0)])
    ]


def _spans(words: str, text: str) -> list[_Span]:
    exact = []
    at = text.find(words)
    while at >= 0:
        exact.append((at, at + len(words)))
        at = text.find(words, at + len(words))
    spaced = None if exact else quotes.span(words, text)
    return [spaced] if spaced else exact


def _shared(one: _Place, other: _Place) -> tuple[float, float]:
    """How much (0 to 1) of the shorter quote, and of both, is shared, date words aside.

    Nothing where the date words stand apart, or only one of the two has any.
    """
    if (one.said[0] == one.said[1]) != (other.said[0] == other.said[1]):
        return 0.0, 0.0
    dated = one.said[0] < one.said[1]
    if dated and not _meet(one.said, other.said):
        return 0.0, 0.0
    said = min(one.said[0], other.said[0]), max(one.said[1], other.said[1])
    beside = [_common(q, q) - (_common(q, said) if dated else 0) for q in (one.quote, other.quote)]
    quote = max(one.quote[0], other.quote[0]), min(one.quote[1], other.quote[1])
    shared = max(0, quote[1] - quote[0]) - (_common(quote, said) if dated else 0)
    if not min(beside):
        return 1.0, 1.0 if not max(beside) else 0.0
    return shared / min(beside), shared / (sum(beside) - shared)


def _common(one: _Span, other: _Span) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _meet(one: _Span, other: _Span) -> bool:
    return _common(one, other) > 0


def _apart(one: list[_Place], other: list[_Place]) -> bool:
    """Whether it is known of both where their date words stand, and that is not one place."""
    dated = all(place.said[0] < place.said[1] for place in (*one, *other))
    known = bool(one) and bool(other) and dated
    return known and not any(_meet(a.said, b.said) for a in one for b in other)


def _likeness(one: Event, other: Event) -> tuple[float, float]:
    """How like (0 to 100) the date words and the quotes of two events are."""
    a, b = one.citations[0], other.citations[0]
    said = fuzz.ratio(a.said.lower(), b.said.lower())
    if one.when and one.when == other.when:
        said = max(said, ALIKE)  # the same day in other words: 14 March, March 14
    if a.said and b.said and (a.said in b.said or b.said in a.said):
        said = max(said, ALIKE)  # a rule now takes more words, or fewer: October [and November]
    return said, max(fuzz.ratio(a.quote, b.quote), fuzz.partial_ratio(a.quote, b.quote) - 5.0)


def _around(one: Event, other: Event, places: list[_Place], document: Document) -> float:
    """How like (0 to 100) the words about a date are to those about it in the text now.

    The other quote may be cut short of what was quoted; its paragraph isn't.
    """
    cited = one.citations[0]
    paragraph = document.paragraph(other.citations[0].paragraph)
    if paragraph is None or not cited.said or cited.said != other.citations[0].said:
        return 0.0
    before, _, behind = cited.quote.partition(cited.said)
    first, last = before.split(), behind.split()
    if len(first) + len(last) < _FEW:
        return 0.0
    best = 0.0
    for start, end in {place.said for place in places}:
        words = paragraph.text[:start].split(), paragraph.text[end:].split()
        there = [*words[0][max(0, len(words[0]) - len(first)) :], *words[1][: len(last)]]
        best = max(best, 100.0 * Indel.normalized_similarity([*first, *last], there))
    return best
