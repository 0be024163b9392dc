"""Two versions of a text -> what changed between them, by paragraph and in words. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from rapidfuzz import fuzz

ALIKE = 50.0  # of 100: two paragraphs less alike than this are not one that was changed
_MOST = 10_000  # pairs of paragraphs that are compared; beyond, they count as gone and added
_MOST_WORDS = 25_000_000  # pairs of words that are compared; beyond, the whole is shown
_WORD = re.compile(r"\w+(?:['’.,-]\w+)*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Reworded:
    """A paragraph that was added, is gone or was changed.

    `number` is its number now, for one that is gone what it was. `words` are (before, after)
    for each change in a changed paragraph, either may be empty; else the text on its side.
    """

    what: Literal["added", "gone", "changed"]
    number: int
    words: tuple[tuple[str, str], ...]


def compare(before: Sequence[str], after: Sequence[str]) -> tuple[Reworded, ...]:
    """What changed from the paragraphs `before` to those `after`, in their order."""
    found: list[Reworded] = []
    steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for _, a, b, c, d in (step for step in steps if step[0] != "equal"):
        pairs = _pairs(before[a:b], after[c:d])
        old, new = dict(pairs), {j: i for i, j in pairs}
        for i in (i for i in range(b - a) if i not in old):
            found.append(Reworded("gone", a + i + 1, ((before[a + i], ""),)))
        for j in range(d - c):
            text = after[c + j]
            if j in new:
                changed = tuple(_words(before[a + new[j]], text))
                found.append(Reworded("changed", c + j + 1, changed))
            else:
                found.append(Reworded("added", c + j + 1, (("", text),)))
    return tuple(found)


def _pairs(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int]]:
    """Which paragraphs are the same ones changed, in order: the most likeness in sum."""
    rows, columns = len(before), len(after)
    if not rows or not columns or rows * columns > _MOST:
        return []
    like = [[fuzz.ratio(one, other, score_cutoff=ALIKE) for other in after] for one in before]
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in reversed(range(rows)):
        for j in reversed(range(columns)):
            paired = like[i][j] + best[i + 1][j + 1] if like[i][j] else 0.0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    found, i, j = [], 0, 0
    while i < rows and j < columns:
        if like[i][j] and best[i][j] == like[i][j] + best[i + 1][j + 1]:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found


def _words(before: str, after: str) -> Iterator[tuple[str, str]]:
    """(words before, words after) of each stretch that differs."""
    old, new = list(_WORD.finditer(before)), list(_WORD.finditer(after))
    if len(old) * len(new) > _MOST_WORDS:
        yield before, after
        return
    matcher = SequenceMatcher(None, [m[0] for m in old], [m[0] for m in new], autojunk=False)
    changed = False
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            changed = True
            yield _stretch(before, old[a:b]), _stretch(after, new[c:d])
    if not changed:  # white space alone
        yield before, after


def _stretch(text: str, found: Sequence[re.Match[str]]) -> str:
    return text[found[0].start() : found[-1].end()] if found else ""
