"""happened, planned, alleged or denied: from the words around the verb, and from the date."""

from __future__ import annotations

import re

from timeline.events.english import ALLEGED_WORDS, DENIED_WORDS, PLANNED_WORDS
from timeline.model import Kind

_WORD = re.compile(r"[\w’']+")
_AHEAD = re.compile(
    r"\b(?:will|shall|wo(?=n[’']t)|would|could|may|might|should|[\w]+[’']ll|going to"
    r"|(?:is|are|was|were) to)\b",
    re.I,
)


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
