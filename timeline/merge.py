"""Stored events and freshly found ones become one list; what a person decided always stands.

Pure: values in, values out. The rules, in the order they are applied:

1. An event is a person's once it is not `proposed`, or its fields differ from its digest, or
   it has none, or it is `held` (another event's `same_as` names it, or its block has a comment).
2. A stored event and a fresh one are the same when they quote the same words of the same place,
   or else when their date words stand in one place and they share most words beside them, or
   else when their ids are equal, or else when they quote like words with like date words (the
   source was corrected): see `timeline.pairing`. The stored id stays.
3. A person's event is never changed, but that its citations follow the text they quote.
4. The program's own event takes the fresh one's fields, or goes when there is none.
5. An event that the text tells again is joined to the first, unless a person has decided on one
   of them.
6. What was imported (`proposed_by`) was not found here in the first place, and is kept as a
   person's is.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from timeline import pairing, quotes
from timeline.events.repeats import join
from timeline.model import Document, Event, Record

_Place = tuple[str, int]
"""A quote and the paragraph it stood in."""

_Search = tuple[int | None, frozenset[int]]
"""The paragraph to look from, and paragraphs whose words are another citation's."""

_VISIBLE = 0.1  # of salience: smaller moves change no order that a reader would miss

_NOT_IN_DIGEST = frozenset({"id", "status", "digest"})


@dataclass(frozen=True, slots=True)
class Report:
    """What a merge did, as ids. `lost`: proposals that people kept and it finds no more.

    `moved`: events whose quote stands elsewhere or slightly changed now and was followed.
    `adrift`: events with a quote that stands nowhere in the source any more.
    """

    added: tuple[str, ...] = ()
    refreshed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    adrift: tuple[str, ...] = ()


def digest(event: Event) -> str:
    """Fingerprint (8 hex digits) of all fields but id, status and the digest itself."""
    fields = {}
    for field in dataclasses.fields(event):
        value = getattr(event, field.name)
        if field.name in _NOT_IN_DIGEST or value is None:
            continue
        if field.name == "citations":
            value = [dataclasses.asdict(citation) for citation in value]
        fields[field.name] = value
    text = json.dumps(fields, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def stamp(event: Event) -> Event:
    """The event with the digest of its fields: from now on a change to it shows."""
    return dataclasses.replace(event, digest=digest(event))


def is_persons(event: Event, *, held: Collection[str] = ()) -> bool:
    """Whether a person has decided on the event, changed it, wrote it, or leans on it."""
    return event.status != "proposed" or event.digest != digest(event) or event.id in held


def merge(
    stored: Record | None,
    fresh: Record,
    document: Document,
    *,
    held: Collection[str] = (),
    repeats: Mapping[str, str] | None = None,
) -> tuple[Record, Report]:
    """The record to keep and what changed; `held` are ids that are a person's for other reasons.

    `fresh.events` stand in text order and need no digest. `repeats` are those of them that tell
    another one again (id -> id of the first); they are joined where no person has decided on
    either. Merging the result with the same fresh record again changes nothing.
    """
    old = stored.events if stored else ()
    held = {*held, *(event.same_as for event in old if event.same_as)}
    held |= {event.id for event in old if event.proposed_by}
    twins = _twins(old, document)
    followed = {event.id: _followed(event, document, twins) for event in old}
    current = [followed[event.id][0] for event in old]
    pairs = pairing.pairs(current, fresh.events, document)
    persons = {e.id: followed[e.id][0] for e in old if is_persons(e, held=held)}
    if repeats:
        fresh = _with_repeats(fresh, repeats, pairs, persons)
        pairs = pairing.pairs(current, fresh.events, document)
    results: list[Event] = []
    notes: dict[str, list[str]] = {f.name: [] for f in dataclasses.fields(Report)}
    for event in old:
        now = fresh.events[pairs[event.id]] if event.id in pairs else None
        if event.id in persons:
            moved, adrift = followed[event.id]
            results.append(moved)
            notes["kept"].append(event.id)
            notes["moved"] += [event.id] if moved != event else []
            notes["adrift"] += [event.id] if adrift else []
            notes["lost"] += [event.id] if now is None and _worth_finding(event) else []
        elif now is None:
            notes["removed"].append(event.id)
        else:
            renewed = _renewed(event, now)
            results.append(renewed)
            notes["refreshed"] += [event.id] if renewed != event else []
    events, added = _insert(results, fresh.events, pairs)
    notes["added"] = added
    record = Record(fresh.source, fresh.extractor, tuple(events))
    return record, Report(**{name: tuple(ids) for name, ids in notes.items()})


def _renewed(event: Event, now: Event) -> Event:
    """The stored event with what is found now. A score moves with every word of the article, so
    it is only written again when it has moved visibly."""
    score = now.salience
    if event.salience is not None and score is not None:
        score = event.salience if abs(event.salience - score) < _VISIBLE else score
    return stamp(dataclasses.replace(now, id=event.id, salience=score))


def _with_repeats(
    fresh: Record,
    repeats: Mapping[str, str],
    pairs: Mapping[str, int],
    persons: Mapping[str, Event],
) -> Record:
    """The fresh record with repeats joined to the event they tell again.

    What a person has decided on stands alone, as it did. Where a person's event holds the repeat's
    words already, the repeat was decided on with it and isn't proposed.
    """
    decided = {i: persons[event_id] for event_id, i in pairs.items() if event_id in persons}
    places = {event.id: i for i, event in enumerate(fresh.events)}
    events: dict[int, Event] = dict(enumerate(fresh.events))
    for repeat, first in repeats.items():
        i, k = places[repeat], places[first]
        if i in decided:
            continue
        if k not in decided:
            events[k] = join(events[k], events.pop(i))
        elif _holds(decided[k], events[i]):
            del events[i]
    return dataclasses.replace(fresh, events=tuple(events[i] for i in sorted(events)))


def _holds(event: Event, repeat: Event) -> bool:
    """Whether a further citation of an event has the words of another."""
    words = repeat.citations[0]
    return any(
        c.paragraph == words.paragraph and fuzz.partial_ratio(c.quote, words.quote) >= pairing.ALIKE
        for c in event.citations[1:]
    )


def _worth_finding(event: Event) -> bool:
    """Whether it is news when an event isn’t found: we once did, and nobody rejected it."""
    found = event.digest is not None and event.proposed_by is None
    return found and event.status != "rejected"


def _followed(
    event: Event, document: Document, twins: Mapping[_Place, _Search]
) -> tuple[Event, bool]:
    """The event with its citations where their words stand now, and whether one is adrift."""
    citations, adrift = [], False
    for citation in event.citations:
        if not quotes.is_own(citation, document):
            citations.append(citation)
            continue
        place = citation.quote, citation.paragraph or 0
        near, taken = twins.get(place, (citation.paragraph, frozenset()))
        there = quotes.follow(citation, document, near=near, taken=taken)
        adrift = adrift or there is None
        citations.append(there or citation)
    if tuple(citations) == event.citations:
        return event, adrift
    moved = dataclasses.replace(event, citations=tuple(citations))
    if event.digest == digest(event):
        moved = stamp(moved)  # following the text is no edit
    return moved, adrift


def _twins(old: Sequence[Event], document: Document) -> Mapping[_Place, _Search]:
    """Where to look for words that were quoted from several paragraphs.

    As many paragraphs have them now: each place takes one, in order. Fewer: the nearest place
    takes each, and the others' words are looked for, corrected, elsewhere.
    """
    groups: dict[str, set[int]] = defaultdict(set)
    for event in old:
        for citation in event.citations:
            if quotes.is_own(citation, document) and citation.paragraph:
                groups[citation.quote].add(citation.paragraph)
    found: dict[_Place, _Search] = {}
    for quote, before in groups.items():
        if len(before) == 1:
            continue
        now = [p.number for p in document.paragraphs if quote in p.text]
        if len(now) <= len(before):
            left = {at: (at, frozenset(now)) for at in before}
            found |= {(quote, at): search for at, search in (left | _nearest(before, now)).items()}
    return found


def _nearest(before: Collection[int], now: Sequence[int]) -> dict[int, _Search]:
    """The paragraphs of before that have one of now each: in order, or the nearest ones."""
    if len(before) == len(now):
        return {at: (place, frozenset()) for at, place in zip(sorted(before), now, strict=True)}
    found: dict[int, int] = {}
    free = set(now)
    for _, at, place in sorted((abs(at - place), at, place) for at in before for place in now):
        if at not in found and place in free:
            found[at] = place
            free.remove(place)
    return {at: (place, frozenset()) for at, place in found.items()}


def _insert(
    results: list[Event], fresh: Sequence[Event], pairs: Mapping[str, int]
) -> tuple[list[Event], list[str]]:
    """New events put behind the one that comes before them in the text."""
    stored_id = {i: event_id for event_id, i in pairs.items()}
    present = {event.id for event in results}
    behind: dict[str | None, list[Event]] = defaultdict(list)
    before: str | None = None
    for i, event in enumerate(fresh):
        if i in stored_id:
            before = stored_id[i]
            continue
        new = stamp(dataclasses.replace(event, id=_free(event.id, present)))
        present.add(new.id)
        behind[before].append(new)
    events = list(behind[None])
    for event in results:
        events += [event, *behind[event.id]]
    return events, [event.id for news in behind.values() for event in news]


def _free(event_id: str, taken: Collection[str]) -> str:
    """The id, or with a letter behind it where two events of one file hash alike."""
    candidates = (event_id, *(f"{event_id}{letter}" for letter in "bcdefghijklmnopqrstuvwxyz"))
    return next(c for c in candidates if c not in taken)
