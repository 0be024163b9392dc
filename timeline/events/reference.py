"""Which name a pronoun stands for, where that is certain; a guess is worse than none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.events.gazetteer import is_organisation, is_place
from timeline.events.names import NAME, Names

_PERSON = frozenset({"he", "she", "his", "her", "him"})
_PLURAL = frozenset({"they", "their", "them"})
_PAIR = re.compile(rf"^(?:{NAME.pattern}) and (?:{NAME.pattern})(?= \w)")


class Resolver:
    """Pronouns of one sentence, read with the text before it."""

    def __init__(self, names: Names, before: Sequence[str], sentence: str) -> None:
        self._names, self._sentence, self._before = names, sentence, before

    def resolve(self, pronoun: str) -> str | None:
        """The full name, or None where more than one could be meant."""
        lower = pronoun.lower()
        if lower in _PERSON:
            return self._person()
        if lower in _PLURAL:
            return self._pair()
        return None

    def _person(self) -> str | None:
        """The one person of the nearest sentence, this one included, that names any."""
        for text in (self._sentence, *reversed(self._before)):
            people = self._people(text)
            if people:
                known = {p for p in people if self._names.is_person(p)}
                return known.pop() if len(people) == 1 and known else None
        return None

    def _people(self, text: str) -> set[str]:
        """Everyone a sentence names, and every name that could be somebody's."""
        found = {self._names.full(m.group()) for m in NAME.finditer(text)}
        return {
            n
            for n in found
            if self._names.is_person(n)
            or (" " in n and not is_place(n) and not is_organisation(n) and " of " not in n)
        }

    def _pair(self) -> str | None:
        """ "They" after a sentence that opens with "Orr and Lund"."""
        pair = _PAIR.match(self._before[-1]) if self._before else None
        return pair.group() if pair else None
