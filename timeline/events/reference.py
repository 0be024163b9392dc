"""Which name a pronoun stands for, where that is certain; a guess is worse than none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.events.gazetteer import is_organisation, is_place
from timeline.events.names import NAME, Names
from timeline.events.words import words

_PERSON = frozenset({"he", "she", "his", "her", "him"})
_PLURAL = frozenset({"they", "their", "them"})
_NO_MODIFIER = words(
    """
    of in to for on at by with from and or as was were is are be been had has have that which who
    new other first second third last next same such more most many several few own further
    the a an this these those only it he she they not will would
    """
)
_PAIR = re.compile(rf"^(?:{NAME.pattern}) and (?:{NAME.pattern})(?= \w)")


class Introductions:
    """How a document introduces its things: "a two-year ban" before "the ban"."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._text = "\n".join(texts)
        self._known: dict[str, str | None] = {}

    def of(self, noun: str) -> str | None:
        """The one fuller name of a noun, or None where there is none or are several."""
        if noun not in self._known:
            self._known[noun] = self._find(noun)
        return self._known[noun]

    def _find(self, noun: str) -> str | None:
        named = re.compile(
            rf"\b(?:(?:[Aa]n?|its|their)\s(?P<plain>(?:[\w’'-]+\s){{1,3}})"
            rf"|the\s(?P<proper>(?:[A-Z][\w’-]*\s){{1,3}})){re.escape(noun)}\b",
        )
        found = {}
        for match in named.finditer(self._text):
            modifiers = (match["plain"] or match["proper"]).split()
            if not any(w.lower() in _NO_MODIFIER or w.isdigit() for w in modifiers):
                found[" ".join(modifiers).lower()] = f"{' '.join(modifiers)} {noun}"
        return found.popitem()[1] if len(found) == 1 else None


class Resolver:
    """Pronouns and bare nouns of one sentence, read with the text before it."""

    def __init__(
        self,
        names: Names,
        before: Sequence[str],
        sentence: str,
        introductions: Introductions | None = None,
    ) -> None:
        self._names, self._sentence, self._before = names, sentence, before
        self._introductions = introductions

    def resolve(self, said: str) -> str | None:
        """The full name for "he", the fuller one for "the ban"; None where it isn't certain."""
        lower = said.lower()
        if lower.startswith("the ") and self._introductions is not None:
            return self._introductions.of(lower.removeprefix("the "))
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
