"""The small language that rules are written in, compiled to regular expressions.

    word          that word, in any case; an apostrophe is straight or curly
    <slot>        a form of the slot's vocabulary, kept under its name
    <slot:name>   the same under another name
    (a|b)  x?     choice; the item before the question mark may be missing
    space         white space, at least one
    ~             a hyphen or white space
    _             white space or nothing

From the same text comes the set of words a match may begin with, which is what lets the engine
look at a rule only where it can match. Nothing repeats without a bound, so a match costs no more
than the pattern is long.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

DIGIT = "0"  # stands for any token that begins with a digit
GAP = r"\s{1,5}"
_TOKENS = re.compile(r"<(\w+)(?::(\w+))?>|([^\W\d_]+)|(\s+)|(.)", re.DOTALL)
_LITERAL = {"'": "['’]", "-": "[-–‑]"}


@dataclass(frozen=True, slots=True)
class Slot:
    """A vocabulary: `regex` (no groups), the words its forms begin with, and their meaning."""

    regex: str
    starts: frozenset[str]
    parse: Callable[[str], object]
    capitalised: bool = False


@dataclass(frozen=True, slots=True)
class Compiled:
    """A pattern ready to run. `slots` has (group number, name, slot) of each slot in it."""

    regex: re.Pattern[str]
    starts: frozenset[str]
    slots: tuple[tuple[int, str, Slot], ...]


def table(forms: Mapping[str, object], *, capitalised: bool = False) -> Slot:
    """A slot from a table: forms separated by `|` in the key -> their meaning.

    A form may hold spaces and a final optional full stop, written "sept.".
    """
    meaning = {form.rstrip("."): value for key, value in forms.items() for form in key.split("|")}
    dotted = {form.rstrip(".") for key in forms for form in key.split("|") if form.endswith(".")}
    parts = []
    for form in sorted(meaning, key=lambda f: (-len(f), f)):
        body = "".join(_literal(c) for c in form)
        parts.append(body + (r"\.?" if form in dotted else ""))

    def parse(text: str) -> object:
        key = " ".join(text.lower().replace("’", "'").replace("–", "-").split())
        return meaning[key] if key in meaning else meaning[key.rstrip(".")]

    starts = frozenset(first_word(form) for form in meaning)
    return Slot("(?:" + "|".join(parts) + r")(?!\w)", starts, parse, capitalised)


def first_word(form: str) -> str:
    """The token that the engine will see at the start of this form."""
    match = re.match(r"\w+", form)
    word = match[0] if match else form
    return DIGIT if word[:1].isdigit() else word.lower()


def _literal(character: str) -> str:
    if character == " ":
        return GAP
    return _LITERAL.get(character) or re.escape(character)


class _Reader:
    """A recursive descent over one pattern: regex text and first words together."""

    def __init__(self, pattern: str, vocabulary: Mapping[str, Slot]) -> None:
        self.tokens = list(_TOKENS.finditer(pattern))
        self.at = 0
        self.vocabulary = vocabulary
        self.slots: list[tuple[int, str, Slot]] = []

    def peek(self) -> str:
        return self.tokens[self.at][0] if self.at < len(self.tokens) else ""

    def choice(self) -> tuple[str, frozenset[str], bool]:
        """regex, words it may begin with, and whether it may match nothing"""
        branches = [self.sequence()]
        while self.peek() == "|":
            self.at += 1
            branches.append(self.sequence())
        starts = frozenset().union(*(b[1] for b in branches))
        regex = "|".join(b[0] for b in branches)
        return regex, starts, any(b[2] for b in branches)

    def sequence(self) -> tuple[str, frozenset[str], bool]:
        regex, starts, empty = "", frozenset[str](), True
        while self.peek() not in ("", "|", ")"):
            item, first, may_skip = self.item()
            if self.peek() == "?":
                self.at += 1
                item, may_skip = f"(?:{item})?", True
            regex += item
            if empty:
                starts |= first
                empty = may_skip
        return regex, starts, empty

    def item(self) -> tuple[str, frozenset[str], bool]:
        token = self.tokens[self.at]
        self.at += 1
        slot, name, word, space, other = token.groups()
        if slot:
            return self.slot(slot, name or slot)
        if word:
            return word, frozenset({word.lower()}), False
        if space:
            return GAP, frozenset(), True
        if other == "(":
            regex, starts, empty = self.choice()
            if self.peek() != ")":
                raise ValueError("a bracket is not closed")
            self.at += 1
            return f"(?:{regex})", starts, empty
        if other == "~":
            return rf"(?:[-–‑]\s?|{GAP})", frozenset(), True
        if other == "_":
            return r"\s{0,5}", frozenset(), True
        starts = frozenset({DIGIT}) if other.isdigit() else frozenset()
        return _literal(other), starts, not other.isdigit()

    def slot(self, slot: str, name: str) -> tuple[str, frozenset[str], bool]:
        found = self.vocabulary[slot]
        self.slots.append((len(self.slots) + 1, name, found))
        return f"({found.regex})", found.starts, False


def compiled(pattern: str, vocabulary: Mapping[str, Slot]) -> Compiled:
    """Compile a pattern. ValueError where a bracket is left open, KeyError for an unknown slot."""
    reader = _Reader(pattern, vocabulary)
    regex, starts, empty = reader.choice()
    if empty or reader.at != len(reader.tokens):
        raise ValueError(f"a pattern that can match nothing, or with a stray bracket: {pattern}")
    return Compiled(re.compile(f"(?:{regex})(?!\\w)", re.IGNORECASE), starts, tuple(reader.slots))
