"""The same event told twice in one article: found where the article's own words leave no doubt.

Precision first: two proposals are one event where what happens, who takes part, the date and the
kind agree, and nothing in their titles speaks against it. Where one is in doubt they stay two.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from timeline.errors import WhenError
from timeline.events.english import is_event_noun
from timeline.events.verb_kinds import base_forms, kind_of_verb, main_verb
from timeline.events.words import words
from timeline.model import Event
from timeline.when import When

_WORD = re.compile(r"\d[\d.,]*|[^\W\d_][\w’'-]+[^\W_]")
_STEM = 5  # letters: "annexed" and "annexation" meet
_ENOUGH = 0.6  # of the other words of the shorter title stand in the longer one
_EMPTY = words("the and for with from that this has have had was were been are its his her their")


def find(events: Sequence[Event]) -> dict[str, str]:
    """Id of a repeat -> id of the event that it tells again, the first in the text."""
    found: dict[str, str] = {}
    for k, event in enumerate(events):
        for first in events[:k]:
            if first.id not in found and is_same(first, event):
                found[event.id] = first.id
                break
    return found


def is_same(one: Event, other: Event) -> bool:
    """Whether two events of one article are the same, told in two places."""
    if one.kind != other.kind or one.kind == "planned":
        return False  # plans change: what is told of a day to come again may be another plan
    if not _apart(one, other) or not _meet(one.when, other.when):
        return False
    who, others = set(one.who), set(other.who)
    if not who & others or not (who <= others or others <= who):
        return False
    if one.where and other.where and not set(one.where) & set(other.where):
        return False
    happening = _happening(one.title) & _happening(other.title)
    return bool(happening) and _alike(one, other, happening)


def join(first: Event, repeat: Event) -> Event:
    """The first event with the citation of its repeat, and the finer of their dates."""
    finer = _is_finer(repeat.when, first.when)
    scores = [e.salience for e in (first, repeat) if e.salience is not None]
    return replace(
        first,
        when=repeat.when if finer else first.when,
        date_from=repeat.date_from if finer else first.date_from,
        who=tuple(dict.fromkeys(first.who + repeat.who)),
        where=tuple(dict.fromkeys(first.where + repeat.where)),
        citations=(*first.citations, *(c for c in repeat.citations if c not in first.citations)),
        salience=max(scores, default=None),
    )


def joined(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events with their repeats joined to them, in text order."""
    repeats: Mapping[str, str] = find(events)
    first = {event.id: event for event in events if event.id not in repeats}
    for event in events:
        if event.id in repeats:
            first[repeats[event.id]] = join(first[repeats[event.id]], event)
    return tuple(first.values())


def _apart(one: Event, other: Event) -> bool:
    """Whether they are told in two places: two clauses of one sentence are two events."""
    a, b = one.citations[0], other.citations[0]
    return a.paragraph != b.paragraph or not (a.quote in b.quote or b.quote in a.quote)


def _meet(one: str, other: str) -> bool:
    """Whether one date lies within the other."""
    try:
        a, b = When.parse(one), When.parse(other)
    except WhenError:
        return False
    return a.contains(b) or b.contains(a)


def _is_finer(one: str, other: str) -> bool:
    return one != other and When.parse(other).contains(When.parse(one))


def _happening(title: str) -> set[str]:
    """The stems of the verb and the nouns that say what happens; being and saying say nothing."""
    verb = main_verb(title)
    found = {verb} if verb and kind_of_verb(verb) in ("change", "act") else set()
    found |= {w for w in _WORD.findall(title) if w[0].islower() and is_event_noun(w)}
    return {form[:_STEM] for w in found for form in base_forms(w.lower())}


def _alike(one: Event, other: Event, happening: Collection[str]) -> bool:
    """Whether the titles agree beyond who did it and what was done, and no number contradicts."""
    known = _bag(" ".join(one.who + other.who)) | set(happening)
    a, b = _bag(one.title) - known, _bag(other.title) - known
    figures = [{w for w in bag if w[0].isdigit()} for bag in (a, b)]
    if all(figures) and figures[0] != figures[1]:
        return False
    if not a or not b:
        return one.when == other.when
    return len(a & b) >= _ENOUGH * min(len(a), len(b))


def _bag(title: str) -> set[str]:
    return {w.lower()[:_STEM] for w in _WORD.findall(title) if w.lower() not in _EMPTY}
