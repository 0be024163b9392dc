"""Searching all events by words and date, for the one that tells the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from timeline.check import Folder
from timeline.errors import WhenError
from timeline.model import Event
from timeline.review.queue import Key, events
from timeline.when import When

LIKE = 55.0
"""Least similarity (0 to 100) of two titles to be offered unasked."""
MOST = 25


@dataclass(frozen=True, slots=True)
class Hit:
    """An event that was found; `apart` says that its date and the other's can't both be true.

    `joined` says that a person joined the two before.
    """

    source: str
    event: Event
    apart: bool
    joined: bool
    score: float


def search(folder: Folder, query: str, *, like: Event, but: Key) -> list[Hit]:
    """The events that have all words and dates of a query, those most like `like` first.

    Without a query: those that could be the same, by their titles and dates. Rejected ones are
    left out, and so is `but`. At most MOST.
    """
    words, dates = _terms(query)
    group = folder.joined.get(but, ())
    hits = []
    for name, event in events(folder):
        if event.status == "rejected" or (name, event.id) == but:
            continue
        when = _when(event.when)
        if query.strip():
            if not (_has(event, name, words) and all(when and when.overlaps(d) for d in dates)):
                continue
        elif not _may_be_same(like, event):
            continue
        hits.append(
            Hit(name, event, _apart(like, event), (name, event.id) in group, _score(like, event))
        )
    hits.sort(key=lambda hit: (-hit.score, hit.source, hit.event.id))
    return hits[:MOST]


def _terms(query: str) -> tuple[list[str], list[When]]:
    words, dates = [], []
    for term in query.casefold().split():
        when = _when(term.upper()) if term[:1].isdigit() or term[:1] in "-." else None
        if when:
            dates.append(when)
        else:
            words.append(term)
    return words, dates


def _has(event: Event, name: str, words: list[str]) -> bool:
    text = " ".join(_texts(event, name)).casefold()
    return all(word in text for word in words)


def _texts(event: Event, name: str) -> Iterator[str]:
    yield from (event.id, name, event.title, event.summary or "")
    yield from (*event.who, *event.where, *event.tags)
    for citation in event.citations:
        yield citation.quote


def _may_be_same(one: Event, other: Event) -> bool:
    return not _apart(one, other) and _likeness(one, other) >= LIKE


def _apart(one: Event, other: Event) -> bool:
    a, b = _when(one.when), _when(other.when)
    return bool(a and b and not a.overlaps(b))


def _score(one: Event, other: Event) -> float:
    same_day = 20.0 if one.when and one.when == other.when else 0.0
    return _likeness(one, other) + same_day - 50.0 * _apart(one, other)


def _likeness(one: Event, other: Event) -> float:
    return fuzz.token_set_ratio(one.title.casefold(), other.title.casefold())


def _when(text: str) -> When | None:
    try:
        return When.parse(text) if text else None
    except WhenError:
        return None
