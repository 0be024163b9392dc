"""happened, planned, alleged or denied: from the words around the verb, and from the date."""

from __future__ import annotations

import re

from timeline.errors import WhenError
from timeline.events.english import (
    ACCUSING,
    ALLEGED_WORDS,
    CLAIMS,
    DENIED_WORDS,
    PLANNED_WORDS,
    REJECTING,
)
from timeline.model import Kind
from timeline.when import When

_WORD = re.compile(r"[\w’']+")
_AHEAD = re.compile(
    r"\b(?:will|shall|wo(?=\s?n[’']t)|would|could|may|might|should|[\w]+[’']ll|going to"
    r"|(?:is|are|was|were) to)\b",
    re.I,
)
_HEARSAY = frozenset({"said", "believed", "thought", "reported", "rumoured", "rumored"})
_MAYBE = re.compile(r"\b(?:may|might|could)\b.*\bhave\b", re.I)


def is_ahead(when: str | None, published: str | None) -> bool | None:
    """Whether a date (EDTF) begins after the day of publication; None where that is open."""
    if not when or not published:
        return None
    try:
        date, day = When.parse(when), When.parse(published)
    except WhenError:
        return None
    if date.earliest and day.latest and date.earliest[:3] > day.latest[:3]:
        return True
    if date.latest and day.earliest and date.latest[:3] < day.earliest[:3]:
        return False
    return None


def kind_of(
    clause: str, *, above: str = "", head: str = "", accusers: str = "", ahead: bool | None = None
) -> Kind:
    """The status of the event whose verb group and modifiers are `clause`.

    `above` are the words of the verbs that the clause is a complement of ("denied that"),
    `accusers` those it hangs from by a preposition ("accused of"), `head` the word that is dated:
    who "denied it on Friday" did deny. `ahead` says whether the date lies after publication, None
    where either isn't known. What a date to come is said of is planned, whoever says it; "would"
    about a past date is not, but what "was expected to" happen isn't told to have.
    """
    words = set(_WORD.findall(clause.lower()))
    over = set(_WORD.findall(above.lower()))
    if (over | words - {head.lower()}) & DENIED_WORDS or (over & REJECTING and over & CLAIMS):
        return "denied"
    if ahead:
        return "planned"
    accused = set(_WORD.findall(accusers.lower())) & ACCUSING
    hearsay = {"to", "have"} <= words and words & _HEARSAY
    if accused or hearsay or (words | over) & ALLEGED_WORDS or _MAYBE.search(clause):
        return "alleged"
    awaited = words & PLANNED_WORDS
    if ahead is None and (_AHEAD.search(clause) or awaited):
        return "planned"
    if awaited - {head.lower()} and "to" in words:
        return "planned"
    return "happened"
