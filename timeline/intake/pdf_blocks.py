"""Lines in reading order -> blocks: paragraphs over columns and pages, headings, notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from timeline.intake.article import Block
from timeline.intake.hyphens import SOFT, Hyphens
from timeline.intake.pdf_page import Line

_BULLET = re.compile(r"[•‣▪●◦·∙■□–*-] +(?=\S)")
_COUNTED = re.compile(r"(?:\(?\d{1,2}[.)]|\(?[a-z]\)) +(?=\S)")
_NOTE = re.compile(r"\[[\d*†‡]+\]|\d{1,3} (?=[^\W\d])|[*†‡]+ ?(?=\w)")
_ENDS = re.compile(r"[.!?…:;][\"”’»')\]]*(?:\[[\d*†‡]+\])*\Z")
_SMALL = 0.93  # of the text's size: a note's
_LARGE = 1.12
_SHORT = 120  # characters of a bold line that may be a heading

Region = list[Line]


@dataclass(frozen=True, slots=True)
class _Look:
    """What is usual in a document."""

    size: float
    leading: float
    indented: bool

    def gap(self, line: Line) -> float:
        return 1.35 * self.leading * max(line.size / self.size, 1.0)

    def is_heading(self, lines: Sequence[Line]) -> bool:
        if any(line.cells > 1 for line in lines):
            return False
        if min(line.size for line in lines) >= _LARGE * self.size:
            return True
        text = " ".join(line.text for line in lines)
        bold = all(line.bold for line in lines) and lines[0].size >= self.size * 0.97
        return bold and len(text) <= _SHORT and not text.endswith((".", ",", ";"))


def blocks(pages: Sequence[Sequence[Region]]) -> list[tuple[Block, float]]:
    """Blocks with the size of their letters. Notes stand after the text of their page."""
    everything = [line for page in pages for region in page for line in region]
    if not everything:
        return []
    look = _look(pages, everything)
    hyphens = Hyphens(line.text for line in everything)
    groups: list[list[Line]] = []
    running: list[Line] = []  # the group that the next line may belong to
    for page in pages:
        notes: list[Line] = []
        for region in page:
            text, below = _without_notes(_without_lone_rows(region), look)
            notes += below
            for n, line in enumerate(text):
                if not running or _parts(running, line, look, beside=n == 0):
                    running = []
                    groups.append(running)
                running.append(line)
        groups += _notes(notes)
    return [_made(group, look, hyphens) for group in groups]


def _look(pages: Sequence[Sequence[Region]], everything: Sequence[Line]) -> _Look:
    sizes: Counter[float] = Counter()
    for line in everything:
        sizes[round(line.size * 2) / 2] += len(line.text)
    size = sizes.most_common(1)[0][0] or 1.0
    pairs = [
        (one, other)
        for page in pages
        for region in page
        for one, other in pairwise(region)
        if abs(one.size - size) < 0.6 and abs(other.size - size) < 0.6
    ]
    steps = Counter(
        round((other.y - one.y) * 2) / 2 for one, other in pairs if 0 < other.y - one.y < 3 * size
    )
    most = max(steps.values(), default=0)  # short paragraphs have as many steps between them
    leading = min((step for step in steps if steps[step] * 3 >= most), default=1.2 * size)
    ended = [(one, other) for one, other in pairs if _ENDS.search(one.text)]
    inward = [1 for one, other in ended if _indent(other) and not _indent(one)]
    return _Look(size, leading, len(inward) >= 2)


def _without_lone_rows(region: Region) -> Region:
    """A line with wide gaps is a table's row only beside another; else it is set wide."""
    rows = [line.cells > 1 for line in region]
    beside = [a or b for a, b in zip([False, *rows], [*rows[1:], False], strict=False)]
    return [
        line if near or line.cells == 1 else replace(line, text=line.plain, cells=1)
        for line, near in zip(region, beside, strict=True)
    ]


def _without_notes(region: Region, look: _Look) -> tuple[Region, Region]:
    """A column without its footnotes, and those."""
    small = len(region)
    while small and region[small - 1].size <= _SMALL * look.size:
        small -= 1
    starts = [n for n in range(small, len(region)) if _NOTE.match(region[n].text)]
    if not starts or not any(line.size > _SMALL * look.size for line in region):
        return region, []
    return region[: starts[0]], region[starts[0] :]


def _notes(lines: Iterable[Line]) -> list[list[Line]]:
    groups: list[list[Line]] = []
    for line in lines:
        if _NOTE.match(line.text) or not groups:
            groups.append([])
        groups[-1].append(line)
    return groups


def _parts(running: Sequence[Line], line: Line, look: _Look, *, beside: bool) -> bool:
    """Whether a new paragraph begins; `beside` at the top of the next column or page."""
    last = running[-1]
    if line.cells > 1 or last.cells > 1 or abs(line.size - last.size) > 0.08 * last.size:
        return True
    headings = look.is_heading(running), look.is_heading([line])
    if headings[0] != headings[1] or (headings[0] and line.bold != last.bold):
        return True
    if last.text.endswith((SOFT, "-", "\u2010")) and not last.text.endswith(" -"):
        return False
    ended = bool(_ENDS.search(last.text))
    if (ended or _fits(last, line, slack=2.0)) and _is_item(line.text):
        return True
    if beside and not (line.page == last.page and line.y > last.y):
        return headings[0] or _parts_beside(last, line, look, ended=ended)
    if line.y - last.y > look.gap(line):
        return True
    if headings[0]:
        return False
    inward = line.x0 - last.x0 > 0.7 * line.size and not _is_item(last.text)
    if inward and (ended or _fits(last, line, slack=1.0)):
        return True
    return (ended or not line.text[:1].islower()) and _fits(last, line, slack=0.3 if ended else 2.0)


def _parts_beside(last: Line, line: Line, look: _Look, *, ended: bool) -> bool:
    if line.text[:1].islower():
        return False
    if not ended:
        return _fits(last, line, slack=2.0)
    return not look.indented or _indent(line) or _fits(last, line, slack=0.3)


def _fits(last: Line, line: Line, *, slack: float) -> bool:
    """Whether the next line's first word had had room: then the line was ended on purpose."""
    return last.right - last.x1 > line.first + (0.25 + slack) * line.size


def _indent(line: Line) -> bool:
    return 0.7 * line.size < line.x0 - line.left < 5 * line.size


def _is_item(text: str) -> bool:
    return bool(_BULLET.match(text) or _COUNTED.match(text))


def _made(group: Sequence[Line], look: _Look, hyphens: Hyphens) -> tuple[Block, float]:
    text = group[0].text
    for line in group[1:]:
        text = hyphens.join(text, line.text)
    text = text.replace(SOFT, "")
    page, size = group[0].page, group[0].size
    if group[0].cells > 1:
        return Block(text, "row", page=page), size
    if look.is_heading(group):
        return Block(text, "heading", level=2 if size >= 1.3 * look.size else 3, page=page), size
    bullet = _BULLET.match(text)
    dash = bullet and text[0] in "-–—*" and not text[bullet.end() :][:1].isalpha()
    if bullet and not dash:
        return Block(text[bullet.end() :], "item", page=page), size
    return Block(text, page=page), size
