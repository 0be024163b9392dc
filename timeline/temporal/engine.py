"""Finds candidates: the rules that may begin at a word are tried there, the longest match wins.

Every word of the text is looked up once in a table of words that a rule may begin with; only at
those do patterns run, of those rules whose other words stand within reach, and no pattern repeats
without a bound. So the cost is linear in the text, whatever the text is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from timeline.temporal.lang import load
from timeline.temporal.nodes import Node
from timeline.temporal.pattern import ANY, DIGIT, LETTERS, Compiled, compiled
from timeline.temporal.rule import Language, Pair, Rule, View

REACH = 120  # no expression is longer
LONGEST_WORD = 32


@dataclass(frozen=True, slots=True)
class Candidate:
    """A match that stands: where, what it says, and by which rule. `joined`: see `ranges`."""

    start: int
    end: int
    node: Node
    rule: str
    joined: str = ""
    genre: str = ""


@dataclass(frozen=True, slots=True)
class Lost:
    """A match that doesn't stand, and why."""

    start: int
    end: int
    rule: str
    why: str


ReadyRule = tuple[Rule, Compiled, int]  # the last: the number of what the rule needs
Ready = tuple[ReadyRule, ...]


@dataclass(frozen=True, slots=True)
class Grammar:
    """A language compiled: which rules may match at a word, by that word and the next.

    `needs` has for a word the numbers of the needs that it meets; need 0 is always met.
    """

    language: Language
    starts: dict[str, dict[str, Ready]]
    needs: dict[str, tuple[int, ...]]


class _Within:
    """The words within reach of a place, told by the place of the last that met each need."""

    def __init__(self, text: str, rules: Grammar) -> None:
        self.words = LETTERS.finditer(text) if rules.needs else iter(())
        self.needs = rules.needs
        self.next = next(self.words, None)
        count = max((n for ns in rules.needs.values() for n in ns), default=0)
        self.last = [len(text), *([-1] * count)]

    def ready(self, start: int, rules: Ready) -> list[ReadyRule]:
        """Those rules whose needs are met between `start` and as far as a match reaches."""
        last, needs, word = self.last, self.needs, self.next
        while word is not None and word.start() <= start + REACH:
            for need in needs.get(word[0].lower(), ()):
                last[need] = word.start()
            word = next(self.words, None)
        self.next = word
        return [one for one in rules if last[one[2]] >= start]


@lru_cache(maxsize=256)
def grammar(code: str) -> Grammar:
    """The compiled rules of the language with this code, built on first use."""
    return built(load(code))


def built(language: Language) -> Grammar:
    """The rules of a language, compiled."""
    ready = []
    numbers: dict[frozenset[str], int] = {}
    for rule in language.rules:
        pattern = compiled(rule.pattern, language.vocabulary, edge=language.edge)
        needs = pattern.needs if language.apart else None
        number = 0 if needs is None else numbers.setdefault(needs, len(numbers) + 1)
        ready.append((rule, pattern, number))
    met: dict[str, tuple[int, ...]] = {}
    for needs, number in numbers.items():
        met |= {word: (*met.get(word, ()), number) for word in needs}
    return Grammar(language, _starts(ready), met)


def _starts(ready: list[tuple[Rule, Compiled, int]]) -> dict[str, dict[str, Ready]]:
    at: dict[str, dict[str, list[int]]] = {}
    for number, (_, pattern, _) in enumerate(ready):
        for first, second in pattern.starts:
            at.setdefault(first, {ANY: []}).setdefault(second, []).append(number)
    return {
        first: {
            second: tuple(ready[n] for n in sorted({*numbers, *by_second[ANY]}))
            for second, numbers in by_second.items()
        }
        for first, by_second in at.items()
    }


def _key(word: str) -> str:
    return DIGIT if word[0].isdecimal() else word.lower()


def candidates(text: str, rules: Grammar, lost: list[Lost] | None = None) -> Iterator[Candidate]:
    """The candidates of a text in order, none overlapping; `lost` collects what didn't stand."""
    position = 0
    starts, words, within = rules.starts, rules.language.word, _Within(text, rules)
    for match in words.finditer(text):
        start, end = match.span()
        if start < position or end - start > LONGEST_WORD:
            continue
        word = match[0]
        key = DIGIT if word[0].isdecimal() else word.lower()
        by_second = starts.get(key)
        if by_second is None:
            continue
        following = words.search(text, end, end + REACH)
        second = _key(following[0]) if following is not None else ANY
        ready = within.ready(start, by_second.get(second) or by_second[ANY])
        if not ready:
            continue
        if key is DIGIT and start > position and text[start - 1] in "'’":
            start -= 1
        for found in _best(text, start, ready, lost):
            position = found.end
            yield found


def _best(
    text: str, start: int, ready: Sequence[ReadyRule], lost: list[Lost] | None
) -> tuple[Candidate, ...]:
    """The longest match here whose guard and production agree; two for a pair of dates."""
    matches = []
    for rule, pattern, _ in ready:
        match = pattern.regex.match(text, start, start + REACH)
        if match is not None:
            matches.append((match.end(), rule, pattern, match))
    matches.sort(key=lambda m: -m[0])
    winner: tuple[Candidate, ...] = ()
    for end, rule, pattern, match in matches:
        why = ""
        if winner:
            why = f"shorter than or after <{winner[0].rule}>"
        elif rule.guard is not None and not rule.guard(View(text, start, end)):
            why = "its guard: the words around it don't let it be a time"
        else:
            winner = _made(rule, pattern, match)
            why = "" if winner else "no such date, or not one"
        if winner and lost is None:
            return winner
        if why and lost is not None:
            lost.append(Lost(start, end, rule.name, why))
    closes = start and text[start - 1].isalpha()  # "l'16 marzo", not "'16"
    if not winner and text[start] in "'’" and (closes or not matches):
        return _best(text, start + 1, ready, lost)
    return winner


def _made(rule: Rule, pattern: Compiled, match: re.Match[str]) -> tuple[Candidate, ...]:
    groups: dict[str, Any] = defaultdict(lambda: None)
    joint = 0
    for number, name, slot in pattern.slots:
        said = match[number]
        if said is None:
            continue
        if slot.capitalised and not said[0].isupper():
            return ()
        groups[name] = slot.parse(said)
        joint = number if name == "to" else joint
    node = rule.production(groups)
    if node is None:
        return ()
    if not isinstance(node, Pair):
        end = match.end()
        return (Candidate(match.start(), end, node, rule.name, "", rule.genre),)
    first, last = match.span(joint)
    said = match.string
    while said[first - 1].isspace():
        first -= 1
    while said[last].isspace():
        last += 1
    return (
        Candidate(match.start(), first, node.one, rule.name, groups["to"]),
        Candidate(last, match.end(), node.two, rule.name),
    )
