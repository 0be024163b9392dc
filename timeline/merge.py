"""Stored events and freshly found ones become one list; what a person decided always stands.

Pure: values in, values out. The rules, in the order they are applied:

1. An event is a person's once it is not `proposed`, or its fields differ from its digest, or
   it has none, or it is `held` (another event's `same_as` names it, or its block has a comment).
2. A stored event and a fresh one are the same when their ids are equal, or else when they quote
   the same words of the same paragraph with the same date words (the source was corrected).
   The stored id stays.
3. A person's event is never changed, but that its citations follow the text they quote.
4. The program's own event takes the fresh one's fields, or goes when there is none.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from timeline import quotes
from timeline.model import Document, Event, Record

ALIKE = 80.0
"""Least similarity (0 to 100) of two quotes that tell the same event after a correction."""

_NOT_IN_DIGEST = frozenset({"id", "status", "digest"})


@dataclass(frozen=True, slots=True)
class Report:
    """What a merge did, as ids. `lost`: a person's events that are no longer found.

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
    stored: Record | None, fresh: Record, document: Document, *, held: Collection[str] = ()
) -> tuple[Record, Report]:
    """The record to keep and what changed; `held` are ids that are a person's for other reasons.

    `fresh.events` stand in text order and need no digest. Merging the result with the same
    fresh record again changes nothing.
    """
    old = stored.events if stored else ()
    held = {*held, *(event.same_as for event in old if event.same_as)}
    followed = {event.id: _followed(event, document) for event in old}
    pairs = _pairs([followed[event.id][0] for event in old], fresh.events)
    results: list[Event] = []
    notes: dict[str, list[str]] = {f.name: [] for f in dataclasses.fields(Report)}
    for event in old:
        now = fresh.events[pairs[event.id]] if event.id in pairs else None
        if is_persons(event, held=held):
            moved, adrift = followed[event.id]
            results.append(moved)
            notes["kept"].append(event.id)
            notes["moved"] += [event.id] if moved != event else []
            notes["adrift"] += [event.id] if adrift else []
            notes["lost"] += [event.id] if now is None and event.citations else []
        elif now is None:
            notes["removed"].append(event.id)
        else:
            renewed = stamp(dataclasses.replace(now, id=event.id))
            results.append(renewed)
            notes["refreshed"] += [event.id] if renewed != event else []
    events, added = _insert(results, fresh.events, pairs)
    notes["added"] = added
    record = Record(fresh.source, fresh.extractor, tuple(events))
    return record, Report(**{name: tuple(ids) for name, ids in notes.items()})


def _followed(event: Event, document: Document) -> tuple[Event, bool]:
    """The event with its citations where their words stand now, and whether one is adrift."""
    citations, adrift = [], False
    for citation in event.citations:
        elsewhere = citation.url or citation.source not in (None, document.source.name)
        if elsewhere or not citation.quote:
            citations.append(citation)
            continue
        there = quotes.follow(citation, document)
        adrift = adrift or there is None
        citations.append(there or citation)
    if tuple(citations) == event.citations:
        return event, adrift
    moved = dataclasses.replace(event, citations=tuple(citations))
    if event.digest == digest(event):
        moved = stamp(moved)  # following the text is no edit
    return moved, adrift


def _pairs(old: Sequence[Event], fresh: Sequence[Event]) -> Mapping[str, int]:
    """Stored id -> index of the fresh event that is the same."""
    index = {event.id: i for i, event in enumerate(fresh)}
    pairs = {event.id: index[event.id] for event in old if event.id in index}
    free = [i for i in range(len(fresh)) if i not in set(pairs.values())]
    options = []
    for order, event in enumerate(old):
        if event.id in pairs:
            continue
        for i in free:
            likeness = _likeness(event, fresh[i])
            if likeness >= ALIKE:
                options.append((-likeness, order, i, event.id))
    taken: set[int] = set()
    for _, _, i, event_id in sorted(options):
        if event_id not in pairs and i not in taken:
            pairs[event_id] = i
            taken.add(i)
    return pairs


def _likeness(one: Event, other: Event) -> float:
    if not (one.citations and other.citations):
        return 0.0
    a, b = one.citations[0], other.citations[0]
    if a.paragraph != b.paragraph or fuzz.ratio(a.said.lower(), b.said.lower()) < ALIKE:
        return 0.0
    return max(fuzz.ratio(a.quote, b.quote), fuzz.partial_ratio(a.quote, b.quote) - 5.0)


def _insert(
    results: list[Event], fresh: Sequence[Event], pairs: Mapping[str, int]
) -> tuple[list[Event], list[str]]:
    """New events put behind the one that comes before them in the text."""
    stored_id = {i: event_id for event_id, i in pairs.items()}
    present = {event.id for event in results}
    events, added = list(results), []
    before: str | None = None
    for i, event in enumerate(fresh):
        if i in stored_id:
            before = stored_id[i] if stored_id[i] in present else before
            continue
        new = stamp(dataclasses.replace(event, id=_free(event.id, present)))
        at = next((k for k, e in enumerate(events) if e.id == before), -1) + 1
        events.insert(at, new)
        present.add(new.id)
        added.append(new.id)
        before = new.id
    return events, added


def _free(event_id: str, taken: Collection[str]) -> str:
    """The id, or with a letter behind it where two events of one file hash alike."""
    candidates = (event_id, *(f"{event_id}{letter}" for letter in "bcdefghijklmnopqrstuvwxyz"))
    return next(c for c in candidates if c not in taken)
