"""Words parted at the end of a line, put together; the hyphens that belong to a word stay."""

from __future__ import annotations

import re
from collections.abc import Iterable

SOFT = "\u00ad"
_PARTED = re.compile(r"(\S*?)([^\W\d_]+)[-\u2010]\Z")
_BEGINS = re.compile(r"([^\W\d_]+)(\S*)")
_WORD = re.compile(r"[^\W_]+(?:[-\u2010][^\W_]+)*")
# What English puts before a hyphen of its own, where the text itself doesn't show the word again.
_FIRST = frozenset(
    "self well ill long short half ex non all high low mid full part left right north south east"
    " west near far hard soft free fast slow new old first second third two three four five six"
    " seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety"
    " eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    " great grand cross".split()
)


class Hyphens:
    """Knows the words that stand whole somewhere in a text."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._words: set[str] = set()
        parted = False
        for line in lines:
            inner = line.partition(" ")[2] if parted else line
            parted = line.endswith(("-", "\u2010", SOFT))
            inner = inner.rpartition(" ")[0] if parted else inner
            self._words.update(_WORD.findall(inner.casefold()))

    def join(self, one: str, other: str) -> str:
        """Two lines of a paragraph as one text."""
        if one.endswith(SOFT):
            return one[:-1] + other
        before, after = _PARTED.search(one.rsplit(None, 1)[-1] if one else ""), _BEGINS.match(other)
        if not before:
            return one + other if re.search(r"\d[-\u2010]\Z", one) else f"{one} {other}".strip()
        if after is None or before[1].endswith(("-", "\u2010")):
            return one + other
        return one + other if self._keeps(before[2], after[1], after[2]) else one[:-1] + other

    def _keeps(self, first: str, second: str, rest: str) -> bool:
        """Whether the hyphen between them belongs to the word."""
        if not second[0].islower() or first.isupper():
            return True
        one, two = first.casefold(), second.casefold()
        if one + two in self._words:
            return False
        if f"{one}-{two}" in self._words or rest.startswith(("-", "\u2010")):
            return True
        whole = len(one) > 2 and len(two) > 3 and {one, two} <= self._words
        return whole or (one in _FIRST and len(two) > 2 and not two.startswith("teen"))
