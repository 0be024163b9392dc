"""The small language that rules are written in, compiled to regular expressions.

    word          that word, in any case; an apostrophe is straight or curly
    <slot>        a form of the slot's vocabulary, kept under its name
    <slot:name>   the same under another name
    (a|b)  x?     choice; the item before the question mark may be missing
    space         white space, at least one
    ~             a hyphen or white space
    _             white space or nothing

From the same text come the first two words that a match may begin with, and words of which one is
in every match; they let the engine look at a rule only where it can match. Nothing repeats without
a bound, so a match costs no more than the pattern is long.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

DIGIT = "0"  # stands for any word that begins with a digit
ANY = "*"  # stands for any word, or none
GAP = r"(?!\s?\n\s?\n)\s{1,5}"  # a line may end in it, a paragraph can't
WORD_END = r"(?!\w)"
_BREAK = " "  # in a start: where one word ends and another may begin
_TOKENS = re.compile(r"<(\w+)(?::(\w+))?>|([^\W\d_]+)|(\s+)|(.)", re.DOTALL)
_WORDS = re.compile(r"[^\W_]+|[\W_]+")
LETTERS = re.compile(r"[^\W\d_]+")
_COMMON = 3  # letters of words that stand everywhere
_LITERAL = {"'": "['’]", "-": "[-–‑]"}

Start = tuple[str, ...]  # up to three of: a word, _BREAK, ANY
Starts = frozenset[Start]
Needs = frozenset[str] | None  # one of these words is in every match; None where none must be


@dataclass(frozen=True, slots=True)
class Slot:
    """A vocabulary: `regex` (no groups), how its forms begin, and their meaning."""

    regex: str
    starts: Starts
    parse: Callable[[str], object]
    capitalised: bool = False
    needs: Needs = None


@dataclass(frozen=True, slots=True)
class Compiled:
    """A pattern ready to run. `slots` has (group number, name, slot) of each slot in it.

    `starts` are the first two words of a match, the second ANY where it can't be told. `needs`
    holds where the words of the language stand apart ("9pm" has "pm", but no word in "Vorjahr").
    """

    regex: re.Pattern[str]
    starts: frozenset[tuple[str, str]]
    slots: tuple[tuple[int, str, Slot], ...]
    needs: Needs = None


def table(forms: Mapping[str, object], *, capitalised: bool = False) -> Slot:
    """A slot from a table: forms separated by `|` in the key -> their meaning.

    A form may hold spaces and a final optional full stop, written "sept.".
    """
    meaning = {form.rstrip("."): value for key, value in forms.items() for form in key.split("|")}
    dotted = {form.rstrip(".") for key in forms for form in key.split("|") if form.endswith(".")}
    parts = []
    for form in sorted(meaning, key=lambda f: (-len(f), f)):
        body = "".join(_literal(c) for c in form)
        parts.append(
            body + (r"\.?" if form in dotted else "") + ("" if form[-1] == "'" else WORD_END)
        )

    def parse(text: str) -> object:
        key = " ".join(text.lower().replace("’", "'").replace("–", "-").split())
        return meaning[key] if key in meaning else meaning[key.rstrip(".")]

    starts = frozenset(_form_start(form) for form in meaning)
    regex = "(?:" + "|".join(parts) + ")"
    return Slot(regex, starts, parse, capitalised, _any_of([_longest(form) for form in meaning]))


def _longest(form: str) -> Needs:
    found = LETTERS.findall(form.lower())
    return frozenset({max(found, key=len)}) if found else None


def _any_of(needs: Iterable[Needs]) -> Needs:
    """What a choice needs: a word of one of its branches, if each needs one."""
    found: frozenset[str] = frozenset()
    for one in needs:
        if one is None:
            return None
        found |= one
    return found


def _rarer(one: Needs, other: Needs) -> Needs:
    """Of two needs that a match has both, the one that fewer places of a text meet."""
    if one is None or other is None:
        return other if one is None else one
    return min(one, other, key=lambda n: (any(len(w) <= _COMMON for w in n), len(n)))


def shape(
    regex: str,
    parse: Callable[[str], object],
    *starts: str,
    one_word: bool = False,
    needs: Iterable[str] = (),
) -> Slot:
    """A slot by its form. `starts`: the words it begins with, a digit where none is named.

    `one_word` promises that every form is one run of letters and digits, `needs` that each has one
    of these runs of letters.
    """
    after: Start = () if one_word else (ANY,)
    begins = frozenset((word, *after) for word in starts or (DIGIT,))
    return Slot(regex, begins, parse, needs=frozenset(needs) or None)


def _form_start(form: str) -> Start:
    """ "mid-to-late" -> ("mid", _BREAK, "to")."""
    parts = [p if p[0].isalnum() else _BREAK for p in _WORDS.findall(form.lower())]
    parts = [DIGIT if p[0].isdigit() else p for p in parts]
    return _cut(parts)


def _cut(symbols: Iterable[str]) -> Start:
    """The first three symbols that tell, without a break before them or two in a row."""
    kept: list[str] = []
    for symbol in symbols:
        if symbol != _BREAK or (kept and kept[-1] != _BREAK):
            kept.append(symbol)
        if symbol == ANY or len(kept) == 3:
            break
    return tuple(kept)


def _joined(heads: Starts, tails: Starts) -> Starts:
    """How a match of one thing and then another may begin."""
    open_heads = {head for head in heads if len(head) < 3 and head[-1:] != (ANY,)}
    whole = heads - open_heads
    return whole | frozenset(_cut((*head, *tail)) for head in open_heads for tail in tails)


def _pair(start: Start) -> tuple[str, str]:
    """The first two words of a match; the second ANY where no break comes between."""
    first = start[0]
    return (first, start[2]) if len(start) == 3 and start[1] == _BREAK else (first, ANY)


def _literal(character: str) -> str:
    if character == " ":
        return GAP
    return _LITERAL.get(character) or re.escape(character)


_NOTHING: Starts = frozenset({()})
_GAP_STARTS: Starts = frozenset({(_BREAK,)})


class _Reader:
    """A recursive descent over one pattern: regex text and starts together."""

    def __init__(self, pattern: str, vocabulary: Mapping[str, Slot]) -> None:
        self.tokens = list(_TOKENS.finditer(pattern))
        self.at = 0
        self.vocabulary = vocabulary
        self.slots: list[tuple[int, str, Slot]] = []

    def peek(self) -> str:
        return self.tokens[self.at][0] if self.at < len(self.tokens) else ""

    def choice(self) -> tuple[str, Starts, Needs]:
        """Branches: their regex, how they may begin, what they need."""
        branches = [self.sequence()]
        while self.peek() == "|":
            self.at += 1
            branches.append(self.sequence())
        starts: Starts = frozenset().union(*(b[1] for b in branches))
        return "|".join(b[0] for b in branches), starts, _any_of(b[2] for b in branches)

    def sequence(self) -> tuple[str, Starts, Needs]:
        regex, starts = "", _NOTHING
        needs: Needs = None
        while self.peek() not in ("", "|", ")"):
            item, first, needed = self.item()
            if self.peek() == "?":
                self.at += 1
                item, first, needed = f"(?:{item})?", first | _NOTHING, None
            regex += item
            starts, needs = _joined(starts, first), _rarer(needs, needed)
        return regex, starts, needs

    def item(self) -> tuple[str, Starts, Needs]:
        token = self.tokens[self.at]
        self.at += 1
        slot, name, word, space, other = token.groups()
        if slot:
            found = self.vocabulary[slot]
            self.slots.append((len(self.slots) + 1, name or slot, found))
            return f"({found.regex})", found.starts, found.needs
        if word:
            return word, frozenset({(word.lower(),)}), frozenset({word.lower()})
        if space:
            return GAP, _GAP_STARTS, None
        if other == "(":
            return self.group()
        if other == "~":
            return rf"(?:[-–‑]\s?|{GAP})", _GAP_STARTS, None
        if other == "_":
            return r"\s{0,5}", _GAP_STARTS | _NOTHING, None
        return _literal(other), frozenset({(DIGIT,)}) if other.isdigit() else _GAP_STARTS, None

    def group(self) -> tuple[str, Starts, Needs]:
        regex, starts, needs = self.choice()
        if self.peek() != ")":
            raise ValueError("a bracket is not closed")
        self.at += 1
        return f"(?:{regex})", starts, needs


def compiled(pattern: str, vocabulary: Mapping[str, Slot], *, edge: str = WORD_END) -> Compiled:
    """Compile a pattern. ValueError where a bracket is left open, KeyError for an unknown slot.

    `edge` is a regular expression for what must be true where a match ends.
    """
    reader = _Reader(pattern, vocabulary)
    regex, starts, needs = reader.choice()
    if () in starts or reader.at != len(reader.tokens):
        raise ValueError(f"a pattern that can match nothing, or with a stray bracket: {pattern}")
    pairs = frozenset(_pair(start) for start in starts)
    ready = re.compile(f"(?:{regex}){edge}", re.IGNORECASE)
    return Compiled(ready, pairs, tuple(reader.slots), needs)


def alive(pattern: str, vocabulary: Mapping[str, Slot]) -> bool:
    """Whether a pattern can match: no slot that it can't do without is empty of forms."""
    tokens = re.findall(r"<\w+(?::\w+)?>|[()|?]|[^<()|?]+", pattern)
    stack: list[list[bool]] = [[True]]  # for each open bracket the branches, live or not
    last = True
    for token, after in zip(tokens, [*tokens[1:], ""], strict=True):
        if token == "(":
            stack.append([True])
            continue
        if token == "|":
            stack[-1].append(True)
            continue
        last = True
        if token == ")":
            last = any(stack.pop())
        elif token[0] == "<":
            last = bool(vocabulary[re.split("[<:>]", token)[1]].starts)
        stack[-1][-1] &= last or after == "?"
    return any(stack[0])
