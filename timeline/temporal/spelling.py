"""Misspelt weekdays and months, "Thusday" and "Febuary", mended where nothing else fits.

A word is mended when it is capitalised, no word of the language, one slip away from one name
only (a letter missing, doubled, wrong, or two turned round), and in the company of a date.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from timeline.temporal.rule import Language, View

_NAMELIKE = re.compile(r"(?<![^\W_])[A-Z][a-z]{3,10}(?![^\W_]|['’][a-z])")
SHORT = 5  # names this short are only mended when two letters are turned round
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Mended:
    """A text with its slips mended, and the way back to the places in the original."""

    text: str
    places: tuple[int, ...] = ()  # where in the mended text a mended word ends ...
    shifts: tuple[int, ...] = ()  # ... and what to add after it to be in the original

    def original(self, offset: int) -> int:
        """The offset in the text as it was; `offset` must not lie inside a mended word."""
        at = bisect_right(self.places, offset)
        return offset + (self.shifts[at - 1] if at else 0)


def mended(text: str, language: Language) -> Mended:
    """The text with misspelt names put right; the same text where there are none."""
    slips = _slips(language.code, tuple(language.names.items()), language.real_words)
    if not slips.keys() & set(_NAMELIKE.findall(text)):
        return Mended(text)
    parts, places, shifts, done, length, shift = [], [], [], 0, 0, 0
    for match in _NAMELIKE.finditer(text):
        name = slips.get(match[0])
        if name is None or not _in_company(View(text, *match.span()), name, language):
            continue
        parts += [text[done : match.start()], name]
        length += match.start() - done + len(name)
        shift += len(match[0]) - len(name)
        done = match.end()
        places.append(length)
        shifts.append(shift)
    return Mended("".join([*parts, text[done:]]), tuple(places), tuple(shifts))


def _in_company(view: View, name: str, language: Language) -> bool:
    """Whether the words around make a date likely here."""
    before, after = view.before, view.after
    if before in language.company or before.isdigit() or after.isdigit():
        return True
    stands_alone = not after[:1].isupper() and not view.said[:1].islower()
    return language.names[name.lower()] == "weekday" and stands_alone and before.islower() and (
        view.said.endswith(name[-3:]) and view.text[max(0, view.start - 1)] == " "
        and not view.text[: view.start - 1].rstrip()[-12:].split(" ")[-1][:1].isupper()
    )  # fmt: skip


@cache
def _slips(
    code: str, names: tuple[tuple[str, str], ...], real: frozenset[str]
) -> Mapping[str, str]:
    """Misspelling -> name, both capitalised, for every slip that leads to one name only."""
    known = {name for name, _ in names}
    found: dict[str, str] = {}
    double: set[str] = set()
    for name in known:
        for slip in _one_off(name):
            if slip in known or slip in real or slip.rstrip("s") in known:
                continue
            if found.setdefault(slip, name) != name:
                double.add(slip)
    return {s.capitalize(): n.capitalize() for s, n in found.items() if s not in double}


def _one_off(name: str) -> set[str]:
    """All words one slip away: Damerau's four, only the turned letters for a short name."""
    if len(name) < 4:
        return set()
    halves = [(name[:i], name[i:]) for i in range(1, len(name) + 1)]
    turned = {a[:-1] + b[0] + a[-1] + b[1:] for a, b in halves if b} - {name}
    if len(name) <= SHORT:
        return {word for word in turned if word[0] == name[0]}
    missing = {a + b[1:] for a, b in halves if b}
    wrong = {a + c + b[1:] for a, b in halves if b for c in _LETTERS} - {name}
    extra = {a + c + b for a, b in halves for c in _LETTERS}
    return turned | missing | wrong | extra
