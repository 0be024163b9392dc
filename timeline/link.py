"""Events of different articles that may tell the same happening: suggestions, never joins.

A pair needs dates that share a moment. Its score is the likeness of titles and quotes, less where
the dates are vague, the articles tell different stories, or the figures in the texts differ.
An article tells a happening once, so each event gets at most one partner in each other article.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from timeline.errors import WhenError
from timeline.likeness import Vector, Weights, features, likeness
from timeline.model import PUBLISHED_STATUSES, Document, Event
from timeline.when import Moment, When

Key = tuple[str, str]
"""An event's source name and its id."""

LEAST = 0.14
"""The score from which a pair is suggested; see docs/evaluation.md for what it finds."""
TITLES = 0.6
"""The share of the titles in the likeness of two events; the rest is the quotes'."""
UNEQUAL = 0.9
"""What is left of a score where one date is exacter than the other."""
STORY = 0.25
"""The likeness from which two articles tell one story; below it, scores fall in proportion."""
RIVAL = 0.03
"""The score from which a pair counts when partners are chosen, suggested or not."""
OTHER_FIGURES = 0.4
"""What is left of a score where both texts give figures and share none: other sums, other tolls."""


@dataclass(frozen=True, slots=True)
class Telling:
    """An event, its source, and the event at the end of its chain of `same_as` (else itself).

    `apart` are events that a person said it does not repeat.
    """

    source: str
    event: Event
    root: Key
    apart: frozenset[Key] = frozenset()

    @property
    def key(self) -> Key:
        """The source's name and the event's id."""
        return self.source, self.event.id


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two events that may be one: `repeat` would get the line `same_as`, `kept` is shown.

    `score` is from 0 to 1; `why` says what speaks for it, the dates first.
    """

    repeat: Telling
    kept: Telling
    score: float
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Side:
    """A telling with what is compared: its days, counted from year 0, and its vectors.

    `away` is how many days lie between it and its article's publication.
    """

    telling: Telling
    when: When
    first: float
    last: float
    title: Vector
    quote: Vector
    rare: frozenset[str]
    figures: frozenset[str]
    away: float = 0.0


_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_Pair = tuple[float, _Side, _Side]


def suggest(
    tellings: Sequence[Telling], documents: Mapping[str, Document], *, least: float = LEAST
) -> tuple[Suggestion, ...]:
    """Pairs that may tell the same happening, the likeliest first.

    Of a happening that n events tell there are n - 1 pairs, enough to join all. Rejected and
    undated events are left out, and so are pairs in one file, joined already, or kept apart.
    """
    weights = Weights.of(map(features, _texts(tellings, documents)))
    between: dict[tuple[str, str], list[_Pair]] = defaultdict(list)
    for one, other in _meeting(_sides(tellings, documents, weights)):
        score = _score(one, other)
        if score >= RIVAL:
            sources = sorted((one.telling.source, other.telling.source))
            between[sources[0], sources[1]].append((score, one, other))
    likely = {names: p for names, p in between.items() if any(s >= least for s, _, _ in p)}
    articles = {
        name: weights.vector(_all_features(document))
        for name, document in documents.items()
        if any(name in names for names in likely)
    }
    best = []
    for (first, second), pairs in likely.items():
        story = _story(articles.get(first), articles.get(second))
        best += [(s * story, a, b) for s, a, b in _one_to_one(pairs) if s * story >= least]
    best.sort(key=lambda pair: (-pair[0], pair[1].telling.key, pair[2].telling.key))
    chosen = _without_rings(best, tellings)
    return tuple(_suggestion(*pair) for pair in chosen)


def clash(one: Event, other: Event) -> bool:
    """Whether the dates of two events can't both be true of one happening."""
    try:
        return not When.parse(one.when).overlaps(When.parse(other.when))
    except WhenError:
        return False  # none, or no date at all: told elsewhere


def _texts(tellings: Sequence[Telling], documents: Mapping[str, Document]) -> Iterator[str]:
    """What tells rare words from common ones: the paragraphs, else the events themselves."""
    for document in documents.values():
        yield from (paragraph.text for paragraph in document.paragraphs)
    if not documents:
        yield from (f"{t.event.title} {_quoted(t.event)}" for t in tellings)


def _all_features(document: Document) -> Counter[str]:
    return features(" ".join(paragraph.text for paragraph in document.paragraphs))


def _story(one: Vector | None, other: Vector | None) -> float:
    """1 for two articles about one story, less for others; 1 where a text is missing."""
    return min(1.0, likeness(one, other) / STORY) if one and other else 1.0


def _sides(
    tellings: Sequence[Telling],
    documents: Mapping[str, Document],
    weights: Weights,
) -> tuple[_Side, ...]:
    """What can be compared, in order of time."""
    sides = []
    for telling in tellings:
        if telling.event.status == "rejected" or not telling.event.when:
            continue
        try:
            when = When.parse(telling.event.when)
        except WhenError:
            continue  # `timeline check` tells of it
        if when.open_end or when.open_start:  # "since 1 September" tells of that day
            when = when.start or when.end or when
        if when.earliest is None or when.latest is None:
            continue
        title, quote = telling.event.title, _quoted(telling.event)
        days = _day(when.earliest), _day(when.latest)
        vectors = weights.vector(features(title)), weights.vector(features(quote))
        rare = (vectors[0].keys() | vectors[1].keys()) - weights.common
        figures = frozenset(_FIGURE.findall(f"{title} {quote}"))
        away = _away(days[0], documents.get(telling.source))
        sides.append(_Side(telling, when, *days, *vectors, frozenset(rare), figures, away))
    return tuple(sorted(sides, key=lambda side: (side.first, side.telling.key)))


def _away(day: float, document: Document | None) -> float:
    try:
        published = When.parse(document.source.published or "") if document else None
    except WhenError:
        return math.inf
    return abs(_day(published.earliest) - day) if published and published.earliest else math.inf


def _quoted(event: Event) -> str:
    """The quotes without the words of the date, which was compared already."""
    return " ".join(c.quote.replace(c.said, " ") if c.said else c.quote for c in event.citations)


def _day(moment: Moment) -> float:
    """Days since the year 0, near enough to compare lengths; later moments give more."""
    year, month, day, hour, minute, _ = moment
    return 365.2425 * year + 30.44 * (month - 1) + day + (hour + minute / 60) / 24


def _meeting(sides: Sequence[_Side]) -> Iterator[tuple[_Side, _Side]]:
    """Pairs that may be joined at all: other articles, dates that share a moment."""
    current: list[_Side] = []
    for side in sides:
        current = [other for other in current if other.last >= side.first]
        for other in current:
            if other.rare.isdisjoint(side.rare) or not side.when.overlaps(other.when):
                continue
            if _comparable(side.telling, other.telling):
                yield other, side
        current.append(side)


def _comparable(one: Telling, other: Telling) -> bool:
    if one.source == other.source or one.root == other.root:
        return False
    if (one.event.kind == "denied") != (other.event.kind == "denied"):
        return False
    return other.key not in one.apart and one.key not in other.apart


def _score(one: _Side, other: _Side) -> float:
    return _alike(one, other) * _closeness(one, other) * _figures(one, other)


def _alike(one: _Side, other: _Side) -> float:
    """Titles say what happened; quotes say it among other things."""
    titles, quotes = likeness(one.title, other.title), likeness(one.quote, other.quote)
    return TITLES * titles + (1 - TITLES) * quotes


def _figures(one: _Side, other: _Side) -> float:
    """1 where either gives no figures, or both the same."""
    if not one.figures or not other.figures:
        return 1.0
    shared = 2 * len(one.figures & other.figures) / (len(one.figures) + len(other.figures))
    return OTHER_FIGURES + (1 - OTHER_FIGURES) * shared


def _closeness(one: _Side, other: _Side) -> float:
    """1 for one day, .8 for a week, .66 for a month, .41 for a year: of all days they may mean."""
    days = max(one.last, other.last) - min(one.first, other.first)
    same = (one.first, one.last) == (other.first, other.last)
    return max(0.1, 1 - 0.1 * math.log(max(1.0, days))) * (1 if same else UNEQUAL)


def _one_to_one(pairs: list[_Pair]) -> list[_Pair]:
    """Of the pairs between two articles, those that together fit best, each event in one.

    The best pair first; then two pairs change partners where both together are better for it.
    """
    score = {frozenset((a.telling.key, b.telling.key)): s for s, a, b in pairs}
    taken: set[Key] = set()
    chosen: list[tuple[_Side, _Side]] = []
    for _, one, other in sorted(pairs, key=lambda p: (-p[0], p[1].telling.key, p[2].telling.key)):
        if taken.isdisjoint((one.telling.key, other.telling.key)):
            taken |= {one.telling.key, other.telling.key}
            chosen.append(
                (one, other) if one.telling.source < other.telling.source else (other, one)
            )

    def of(one: _Side, other: _Side) -> float:
        return score.get(frozenset((one.telling.key, other.telling.key)), 0.0)

    for i, k in combinations(range(len(chosen)), 2):
        (a, b), (c, d) = chosen[i], chosen[k]
        if of(a, d) + of(c, b) > of(a, b) + of(c, d):
            chosen[i], chosen[k] = (a, d), (c, b)
    return [(of(one, other), one, other) for one, other in chosen if of(one, other)]


def _without_rings(pairs: Sequence[_Pair], tellings: Sequence[Telling]) -> Iterator[_Pair]:
    """The pairs that bring two groups together, unless those can't be one happening.

    They can't where one article tells both, where their dates clash, or a person kept them apart.
    """
    groups: dict[Key, list[Telling]] = defaultdict(list)
    for telling in tellings:
        if telling.event.status != "rejected":
            groups[telling.root].append(telling)
    at = {telling.key: telling.root for telling in tellings}
    for score, one, other in pairs:
        here, there = at[one.telling.key], at[other.telling.key]
        if here == there or not _one_happening(groups[here], groups[there]):
            continue
        yield score, one, other
        for telling in groups[there]:
            at[telling.key] = here
        groups[here] += groups.pop(there)


def _one_happening(some: Sequence[Telling], others: Sequence[Telling]) -> bool:
    if not {t.source for t in some}.isdisjoint(t.source for t in others):
        return False
    pairs = [(a, b) for a in some for b in others]
    return not any(
        clash(a.event, b.event) or b.key in a.apart or a.key in b.apart for a, b in pairs
    )


def _suggestion(score: float, one: _Side, other: _Side) -> Suggestion:
    kept, repeat = sorted((one, other), key=_standing)
    why = [_dates(repeat, kept)]
    names = _shared_names(repeat.telling.event, kept.telling.event)
    if names:
        why.append(f"both name {', '.join(names)}")
    titles = likeness(one.title, other.title)
    quotes = likeness(one.quote, other.quote)
    why.append(f"titles {titles:.0%} alike, quotes {quotes:.0%}")
    return Suggestion(repeat.telling, kept.telling, round(score, 3), tuple(why))


def _standing(side: _Side) -> tuple[object, ...]:
    """What makes an event the one to show: the exacter date, not the plan, the news of the time."""
    event = side.telling.event
    decided = event.status in PUBLISHED_STATUSES
    days = side.last - side.first
    return (days, event.kind == "planned", not decided, side.away, side.telling.key)


def _dates(one: _Side, other: _Side) -> str:
    a, b = one.telling.event.when, other.telling.event.when
    if a == b:
        return f"both on {a}"
    if other.when.contains(one.when):
        return f"{a} lies in {b}"
    return f"{b} lies in {a}" if one.when.contains(other.when) else f"{a} and {b} overlap"


def _shared_names(one: Event, other: Event) -> list[str]:
    theirs = {name.casefold() for name in (*other.who, *other.where)}
    return [name for name in (*one.who, *one.where) if name.casefold() in theirs]
