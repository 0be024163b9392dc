"""What a language is made of: vocabulary, rules, and the words that tell tense."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from timeline.temporal.nodes import Node
from timeline.temporal.pattern import WORD_END, Slot

Groups = Mapping[str, Any]  # slot name -> meaning, None where the slot is not in this match
WORD = re.compile(r"[^\W_]+")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_CUT_SHORT = re.compile(r"(?<![^\W_])([^\W_]{1,5})\.\s?$")
_REACH = 40  # characters looked at for a neighbouring word


@dataclass(frozen=True, slots=True)
class View:
    """A match in its text, for guards: what stands before and after it."""

    text: str
    start: int
    end: int

    @property
    def said(self) -> str:
        return self.text[self.start : self.end]

    @property
    def left(self) -> str:
        """The character before, or a space at the start of the text."""
        return self.text[self.start - 1] if self.start else " "

    @property
    def right(self) -> str:
        """The character after, or a space at the end of the text."""
        return self.text[self.end] if self.end < len(self.text) else " "

    @property
    def before(self) -> str:
        """The word before, in lower case; empty where punctuation lies between."""
        stretch = self.text[max(0, self.start - _REACH) : self.start].rstrip()
        at = len(stretch)
        while at and (stretch[at - 1].isalnum() or (at < len(stretch) and stretch[at - 1] in "'’")):
            at -= 1
        return stretch[at:].lstrip("'’").lower()

    @property
    def abbreviated(self) -> str:
        """The word before, in lower case, where a full stop cuts it short: "ca." 1900."""
        match = _CUT_SHORT.search(self.text[max(0, self.start - _REACH) : self.start])
        return match[1].lower() if match else ""

    def near_start(self, reach: int) -> bool:
        """Whether a sentence or line begins at most `reach` characters before."""
        stretch = self.text[max(0, self.start - reach - 2) : self.start]
        return len(stretch) < reach or bool(re.search(r"[.!?:]\s|\n", stretch))

    def preceded(self, words: frozenset[str]) -> bool:
        """Whether one of these words stands shortly before."""
        stretch = self.text[max(0, self.start - _REACH) : self.start]
        return any(word.lower() in words for word in _WORD.findall(stretch))

    @property
    def after(self) -> str:
        """The word after as written; empty where punctuation lies between."""
        at = self.end
        while at < len(self.text) and at < self.end + 6 and self.text[at].isspace():
            at += 1
        match = _WORD.match(self.text, at, at + _REACH)
        return match[0] if match else ""

    @property
    def opens(self) -> bool:
        """Whether the match begins a sentence, as far as the characters before it show."""
        stretch = self.text[max(0, self.start - 6) : self.start].rstrip(" \t\r\"'“‘(")
        return not stretch or stretch[-1] in ".!?:\n"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two mentions in one match: its start to slot `first`, and slot `last` to its end."""

    one: Node
    two: Node


def words(text: str) -> frozenset[str]:
    """The words of a text as a set; word lists read best as prose."""
    return frozenset(text.split())


Production = Callable[[Groups], Node | Pair | None]
Guard = Callable[[View], bool]


@dataclass(frozen=True, slots=True)
class Rule:
    """A name (its surface form), a pattern (see `pattern`), what it means, and when it may hold."""

    name: str
    pattern: str
    production: Production
    guard: Guard | None = None
    genre: Literal["", "news", "narrative"] = ""  # only in texts of this genre


@dataclass(frozen=True, slots=True)
class Tense:
    """Words from which the time of a clause can be told without a parser."""

    future: frozenset[str] = frozenset()
    future_to: frozenset[str] = frozenset()  # "is", "expected": future with "to" after them
    ahead: frozenset[str] = frozenset()  # the three words before a date that is still to come
    infinitive: str = "to"
    determiners: frozenset[str] = frozenset()  # after these "to" is a preposition
    until: frozenset[str] = frozenset()  # right before a date these look ahead
    since: frozenset[str] = frozenset()  # right before a date these look back
    abbreviations: frozenset[str] = frozenset()  # a full stop after these ends no sentence
    been: str = "been"  # "had been due" looks back
    past: frozenset[str] = frozenset()
    past_endings: tuple[str, ...] = ()
    future_endings: tuple[str, ...] = ()  # "ouvrira", where the verb itself says it
    after_auxiliary: frozenset[str] = frozenset()  # "be": the participle after it is not past
    not_past: frozenset[str] = frozenset()  # "need": ends as a past form does, and is none
    articles: frozenset[str] = frozenset()  # right after these a participle is an adjective
    modals: frozenset[str] = frozenset()  # right after these a verb is no past form ("will put")
    agenda: frozenset[str] = frozenset()  # present forms that announce: "meets", "takes-effect"
    should: frozenset[str] = frozenset()  # "may resign": ahead, but "may have resigned" isn't
    should_have: frozenset[str] = frozenset()  # after those: "have", "not"
    plans: frozenset[str] = frozenset()  # whoever "planned" a march on Sunday looks ahead
    no_plans: frozenset[str] = frozenset()  # not right after these: "as planned", "had planned"
    done: frozenset[str] = frozenset()  # "as planned in May": what was planned came about
    perfect: frozenset[str] = frozenset()  # "est": past right after one of `selves` ("s'est tenu")
    selves: frozenset[str] = frozenset()
    going: frozenset[str] = frozenset()  # "va": future before a word that ends as infinitives do
    infinitives: tuple[str, ...] = ()
    second: str = ""  # present forms of verbs, where they stand second; a regular expression
    weak: frozenset[str] = frozenset()  # "ist": past where a `participle` follows
    participle: str = ""  # a regular expression
    pending: frozenset[str] = frozenset()  # "angesetzt": participles after which it isn't
    planned: frozenset[str] = frozenset()  # "planned" by them "for" June looks ahead
    purpose: frozenset[str] = frozenset()  # that "for", right before the date
    expected: frozenset[str] = frozenset()  # "expected in": ahead with `soon_in` right after them
    soon_in: frozenset[str] = frozenset()
    were: frozenset[str] = frozenset()  # "was planned for": then the clause doesn't tell


@dataclass(frozen=True, slots=True)
class Language:
    """One language's folder, loaded. `names` are the words whose misspellings are understood."""

    code: str
    vocabulary: Mapping[str, Slot]
    rules: tuple[Rule, ...]
    tense: Tense = Tense()
    names: Mapping[str, str] = field(default_factory=dict)  # right spelling -> slot
    real_words: frozenset[str] = frozenset()  # never taken for a misspelling
    company: frozenset[str] = frozenset()  # words before a name that make a misspelling likely
    background: frozenset[str] = frozenset()  # before a year that the text only looks at
    ahead: frozenset[str] = frozenset()  # "in" two weeks: as far ahead, where the clause is
    ranks: frozenset[str] = frozenset()  # "the first time in" a year looks back instead
    links: tuple[tuple[str, str], ...] = ()  # ("between", "and"): what joins two ends of a range
    lists: frozenset[str] = frozenset()  # "and": between two dates of one kind
    onward: tuple[str, ...] = ()  # "since then": a month after these is the next such one
    loose: Mapping[str, str] = field(default_factory=dict)  # word before a clock time -> modifier
    saying: frozenset[str] = frozenset()  # "said": verbs that a quotation hangs on
    around: frozenset[str] = frozenset()  # "um" 1900: words that leave a date open by a little
    counted_from: Mapping[str, int] = field(default_factory=dict)  # two days "after" 1, "before" -1
    articles: frozenset[str] = frozenset()  # and pronouns: the words that begin a noun
    apart: bool = False  # no rule joins two of its words to one: see `Compiled.needs`
    word: re.Pattern[str] = WORD  # what the engine takes for a word
    edge: str = WORD_END  # what must be true where a match ends
    fold: Mapping[int, str] = field(default_factory=dict)  # characters read as others, one for one
