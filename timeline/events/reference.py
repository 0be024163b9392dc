"""Which name a pronoun stands for, where that is certain; a guess is worse than none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from timeline.events.english import SUBJECT_PRONOUNS, TITLES
from timeline.events.gazetteer import is_organisation, is_place
from timeline.events.introductions import Introductions
from timeline.events.names import NAME, Names, is_name
from timeline.events.words import words

__all__ = ["Introductions", "Resolver"]

_PERSON = frozenset({"he", "she", "his", "her", "him"})
_PLURAL = frozenset({"they", "their", "them"})
_FIRMS = words("company firm corporation automaker carmaker manufacturer airline retailer")
_OPENERS = SUBJECT_PRONOUNS | words("the a an in on at for and but there then when as while")
_TWO = re.compile(r"(?:the two|both) (?:men|women|leaders|presidents|ministers|politicians)$")
_LOOKS_AHEAD = re.compile(
    r"(?:when|while|as|after|before|although|though|because|since|once|until) (?:he|she|his|her)\b",
    re.I,
)
_PAIR = re.compile(rf"^(?:{NAME.pattern}) and (?:{NAME.pattern})(?= \w)")


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
        """The full name for "he", "the two men" or "the president", the fuller one for "the ban"
        (with its article where it takes one); None where it isn't certain."""
        lower = said.lower()
        if _TWO.match(lower):
            return self._two_people()
        if lower.startswith("the "):
            return self._noun(lower.removeprefix("the "))
        if lower in _PERSON:
            return self._person(lower)
        if lower in _PLURAL:
            return self._pair()
        return self._organisation(lower) if lower == "it" else None

    def _noun(self, noun: str) -> str | None:
        if self._introductions is None:
            return None
        holder = self._introductions.holder(noun, self._names.full)
        if holder is not None or noun in TITLES:
            return holder  # "the chairman" isn't the vice chairman the text names
        if noun in _FIRMS:
            return self._organisation(f"the {noun}")
        known = self._introductions.of(noun)
        return f"the {known}" if known else None

    def _told_before(self, said: str) -> Iterator[str]:
        """The sentence as far as these words, then the ones before it, nearest first."""
        found = re.search(rf"\b{re.escape(said)}\b", self._sentence, re.I)
        yield self._sentence[: found.start()] if found else ""
        yield from reversed(self._before)

    def _person(self, said: str) -> str | None:
        """The one person of the nearest text before the pronoun that names any.

        Who is named behind it is somebody else, but for "when she left, Orr ...".
        """
        before, *earlier = self._told_before(said)
        behind = self._people(self._sentence[len(before) :])
        if _LOOKS_AHEAD.match(self._sentence):
            return self._one(behind)
        for text in (before, *earlier):
            people = self._people(text)
            if people:
                return None if people & behind else self._one(people)
        return None

    def _one(self, people: set[str]) -> str | None:
        known = {p for p in people if self._names.is_person(p) and not is_organisation(p)}
        return known.pop() if len(people) == 1 and known else None

    def _organisation(self, said: str) -> str | None:
        """The one organisation of the nearest sentence with any name; "it" may be a place too."""
        for text in self._told_before(said):
            found = {self._names.full(m.group()) for m in NAME.finditer(text)}
            named = {
                n for n in found if n.lower() not in _OPENERS and is_name(n) and not is_place(n)
            }
            if named:
                alone = len(named) == 1 and is_organisation(next(iter(named)))
                alone = alone and (said != "it" or self._opens(text, next(iter(named))))
                return named.pop() if alone else None
        return None

    def _opens(self, text: str, name: str) -> bool:
        """Whether a sentence is about what it begins with; "it" may be any thing named later."""
        first = NAME.search(text.removeprefix("The "))
        return first is not None and first.start() == 0 and self._names.full(first.group()) == name

    def _two_people(self) -> str | None:
        """ "The two men" where the sentences before name two people and nobody else."""
        found: dict[str, None] = {}
        for text in self._before:
            people = self._people(text)
            names = (self._names.full(m.group()) for m in NAME.finditer(text))
            found |= dict.fromkeys(n for n in names if n in people)
        known = all(map(self._names.is_person, found))
        return " and ".join(found) if len(found) == 2 and known else None

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
