"""The marks that a merge leaves in a file where two versions disagree: written, and found again.

    <<<<<<< main
      when: '2014-03-16'
    =======
      when: '2014-03-17'
    >>>>>>> anna

These are git's own, so that editors know them. Keep one of the two, delete the three marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

HINT = "keep the right lines of the two versions, and delete the lines <<<<<<<, ======= and >>>>>>>"
_WIDTH = 7
_MARK = re.compile(r"^(<{7}|\|{7}|={7}|>{7})(?: .*)?\r?$")


@dataclass(frozen=True, slots=True)
class Left:
    """A conflict that still stands in a text, its first line and its last (from 1)."""

    line: int
    end: int

    @property
    def what(self) -> str:
        """What is wrong, in words."""
        lines = f"line {self.line}" if self.line == self.end else f"lines {self.line}–{self.end}"
        return f"unresolved merge conflict at {lines}"


@dataclass(frozen=True, slots=True)
class Names:
    """What the two versions are called beside their marks."""

    ours: str = "ours"
    theirs: str = "theirs"


def marked(ours: str, theirs: str, names: Names) -> str:
    """Two versions of some whole lines, the marks around them; either may be empty."""
    begin, middle, end = "<" * _WIDTH, "=" * _WIDTH, ">" * _WIDTH
    return f"{begin} {names.ours}\n{ours}{middle}\n{theirs}{end} {names.theirs}\n"


def left_in(text: str, *, markdown: bool = False) -> Iterator[Left]:
    """The conflicts of a text, single marks that were forgotten included.

    In Markdown a line of `=` underlines a title, so there only whole conflicts count.
    """
    if "<" * _WIDTH not in text and (markdown or not _forgotten(text)):
        return
    begun: int | None = None
    for number, row in enumerate(text.split("\n"), 1):
        found = _MARK.match(row)
        if found is None:
            continue
        sign = found[1][0]
        if sign == "<":
            if begun is not None and not markdown:
                yield Left(begun, begun)
            begun = number
        elif sign == ">" and begun is not None:
            yield Left(begun, number)
            begun = None
        elif begun is None and not markdown:
            yield Left(number, number)
    if begun is not None and not markdown:
        yield Left(begun, begun)


def _forgotten(text: str) -> bool:
    return "=" * _WIDTH in text or ">" * _WIDTH in text or "|" * _WIDTH in text
