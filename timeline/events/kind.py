"""happened, planned, alleged or denied: from the words around the verb, and from the date."""

from __future__ import annotations

import re

from timeline.errors import WhenError
from timeline.events.english import ALLEGED_WORDS, DENIED_WORDS, PLANNED_WORDS
from timeline.model import Kind
from timeline.when import When

_WORD = re.compile(r"[\w’']+")
_AHEAD = re.compile(
    r"\b(?:will|shall|wo(?=\s?n[’']t)|would|could|may|might|should|[\w]+[’']ll|going to"
    r"|(?:is|are|was|were) to)\b",
    re.I,
)


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


def kind_of(clause: str, *, above: str = "", ahead: bool | None = None) -> Kind:
    """The status of the event whose verb group and modifiers are `clause`.

    `above` are the words of the verbs that the clause is a complement of ("denied that");
    `ahead` says whether the date lies after publication, None where either isn't known. What
    a date to come is said of is planned, whoever says it; "would" about a past date is not.
    """
    words = set(_WORD.findall(clause.lower()))
    over = set(_WORD.findall(above.lower()))
    if over & DENIED_WORDS:
        return "denied"
    if ahead:
        return "planned"
    if (words | over) & ALLEGED_WORDS:
        return "alleged"
    if ahead is None and (_AHEAD.search(clause) or words & PLANNED_WORDS):
        return "planned"
    return "happened"
