"""A page of a PDF -> words with their places -> columns -> lines, in reading order."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import Any

_GUTTER = 0.8  # widths of an "m" that two columns are apart, at least
_LINES = 5  # lines on both sides before a gap counts as one between columns
_AGAIN = 2  # where another page has shown it
_FULL = 0.5  # a column's lines fill this much of it, a table's cells less
_CELL = 1.8  # widths of an "m" between two cells of a table
_RAISED = 0.8  # of the size before it; a smaller sign at its foot or head is a note's mark


@dataclass(frozen=True, slots=True)
class Word:
    """Signs without a space between. Places are in points from the page's upper left corner."""

    text: str
    x0: float
    x1: float
    y: float  # of the line it stands on
    size: float
    bold: bool = False
    mark: bool = False  # a note's, raised


@dataclass(frozen=True, slots=True)
class Line:
    """A line of one column. `left` and `right` are the column's edges; `first` is a width."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    first: float
    left: float = 0.0
    right: float = 0.0
    page: int = 1
    cells: int = 1

    @property
    def plain(self) -> str:
        """Its text without marks between cells."""
        return self.text.replace(" | ", " ")


Row = tuple[Word, ...]


def words(page: Any) -> tuple[Word, ...]:
    """Every upright word of a page of pdfium's, in the order of the file."""
    import pypdfium2.raw as raw

    text = page.get_textpage()
    try:
        turn = _turn(raw, text.raw)
        width, height = _upright(page, turn)
        return tuple(_words(_signs(raw, text.raw, turn, width, height)))
    finally:
        text.close()


def rows(found: Iterable[Word]) -> list[Row]:
    """Words side by side, from top to bottom; each row from left to right."""
    groups: list[list[Word]] = []
    for word in sorted(found, key=lambda w: w.y):
        last = groups[-1][-1] if groups else None
        if last and abs(word.y - last.y) <= 0.3 * max(word.size, last.size):
            groups[-1].append(word)
        else:
            groups.append([word])
    return [tuple(sorted(group, key=lambda w: w.x0)) for group in groups]


def columns(found: Sequence[Word], known: Sequence[float] = ()) -> list[list[Row]]:
    """Rows of one column after another, as they are read; `known` are gutters of other pages."""
    here = rows(found)
    cut = _cut(here, known)
    if cut is None:
        return [here] if here else []
    x, start, end = cut
    inside = [word for row in here[start:end] for word in row]
    left = [word for word in inside if word.x1 <= x]
    right = [word for word in inside if word.x1 > x]
    parts = (_flat(here[:start]), left, right, _flat(here[end:]))
    return [region for part in parts for region in columns(part, known)]


def gutters(found: Sequence[Word]) -> list[float]:
    """Where this page's columns part; empty for one column."""
    cut = _cut(rows(found), ())
    return [cut[0]] if cut else []


def lines(region: Sequence[Row], page: int) -> list[Line]:
    """A column's rows as text."""
    if not region:
        return []
    left = min(row[0].x0 for row in region)
    ends = sorted(row[-1].x1 for row in region)
    right = ends[(len(ends) - 1) * 17 // 20]  # a title or an overlong line reaches further
    return [replace(_line(row), left=left, right=right, page=page) for row in region]


def _line(row: Row) -> Line:
    text, cells = "", 1
    for before, word in zip((None, *row), row, strict=False):
        if word.mark:
            text += f"[{word.text}]"
        elif before is None:
            text = word.text
        elif word.x0 - before.x1 >= _CELL * word.size:
            text, cells = f"{text} | {word.text}", cells + 1
        else:
            text += " " + word.text
    if row[0].mark:
        text = text.replace("]", "] ", 1)
    plain = [word for word in row if not word.mark] or list(row)
    size = max(plain, key=lambda w: w.x1 - w.x0).size
    bold = all(word.bold for word in plain)
    first = row[0].x1 - row[0].x0
    return Line(" ".join(text.split()), row[0].x0, row[-1].x1, median(w.y for w in plain), size,
                bold, first, cells=cells)  # fmt: skip


def _flat(some: Iterable[Row]) -> list[Word]:
    return [word for row in some for word in row]


def _cut(here: Sequence[Row], known: Sequence[float]) -> tuple[float, int, int] | None:
    """The gutter with the most rows beside it: x, first row, row after the last."""
    best: tuple[float, int, int] | None = None
    for x, half in _candidates(here):
        again = any(abs(x - other) < 12 for other in known)
        for start, end in _open(here, x, half):
            start, end = _trimmed(here, x, start, end)
            if best and end - start <= best[2] - best[1]:
                continue
            if _are_columns(here[start:end], x, _AGAIN if again else _LINES):
                best = (x, start, end)
    return best


def _candidates(here: Sequence[Row]) -> list[tuple[float, float]]:
    """Middles of wide gaps, and half of what has to be empty there."""
    found: dict[int, tuple[float, float]] = {}
    for row in here:
        for one, other in pairwise(row):
            need = _GUTTER * max(one.size, other.size)
            if other.x0 - one.x1 >= need:
                for x in (one.x1 + need / 2, (one.x1 + other.x0) / 2, other.x0 - need / 2):
                    found.setdefault(round(x / 2), (x, need / 2 - 0.01))
    return list(found.values())


def _open(here: Sequence[Row], x: float, half: float) -> Iterator[tuple[int, int]]:
    """Stretches of rows with nothing at x."""
    start = None
    for n, row in enumerate(here):
        if any(word.x0 < x + half and word.x1 > x - half for word in row):
            if start is not None:
                yield start, n
            start = None
        elif start is None:
            start = n
    if start is not None:
        yield start, len(here)


def _trimmed(here: Sequence[Row], x: float, start: int, end: int) -> tuple[int, int]:
    """Without one-sided rows at its ends that stand apart: a heading above, a note below."""

    def sides(n: int) -> int:
        return (here[n][0].x0 < x) + (here[n][-1].x1 > x)

    def apart(n: int, other: int) -> bool:
        return abs(here[n][0].y - here[other][0].y) > 1.7 * here[other][0].size

    while end - start > 1 and sides(start) == 1 and apart(start, start + 1):
        start += 1
    while end - start > 1 and sides(end - 1) == 1 and apart(end - 1, end - 2):
        end -= 1
    return start, end


def _are_columns(part: Sequence[Row], x: float, least: int) -> bool:
    """Whether running text stands on both sides, not the cells of a table."""
    counts: list[int] = []
    for side in (
        [[w for w in row if w.x1 <= x] for row in part],
        [[w for w in row if w.x1 > x] for row in part],
    ):
        filled = [row for row in side if row]
        counts.append(len(filled))
        if not filled:
            return False
        width = max(r[-1].x1 for r in filled) - min(r[0].x0 for r in filled)
        if median(r[-1].x1 - r[0].x0 for r in filled) < _FULL * width:
            return False
        if median(len(row) for row in filled) < 3:
            return False
    ends_early = min(counts) >= _AGAIN and max(counts) >= min(counts) + 4  # a table's don't
    return min(counts) >= least or ends_early


@dataclass(frozen=True, slots=True)
class _Sign:
    char: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool


def _signs(raw: Any, text: Any, turn: int, width: float, height: float) -> Iterator[_Sign | None]:
    """Signs in the order of the file; None for a space."""
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    fonts: dict[int, bool] = {}
    for n in range(raw.FPDFText_CountChars(text)):
        code = raw.FPDFText_GetUnicode(text, n)
        char = "-" if code in (2, 0x2010) else chr(code) if 0 < code < 0x110000 else ""
        space = not char.strip() or 0xD800 <= code < 0xE000
        if code != 2 and (space or raw.FPDFText_IsGenerated(text, n) == 1):
            yield None
            continue
        raw.FPDFText_GetLooseCharBox(text, n, box)
        raw.FPDFText_GetCharOrigin(text, n, x, y)
        if _angle(raw, text, n) != turn:
            yield None
            continue
        corners = [_turned(cx, cy, turn, width, height) for cx, cy in
                   ((box.left, box.bottom), (box.right, box.top))]  # fmt: skip
        base = _turned(x.value, y.value, turn, width, height)[1]
        x0, x1 = sorted(corner[0] for corner in corners)
        size = _size(raw, text, n) or abs(corners[0][1] - corners[1][1])
        yield _Sign(char, x0, x1, base, size, _is_bold(raw, text, n, fonts))


def _words(signs: Iterable[_Sign | None]) -> Iterator[Word]:
    held: list[_Sign] = []
    before: Word | None = None
    for sign in (*signs, None):
        if sign and held and _joined(held[-1], sign):
            held.append(sign)
            continue
        if held:
            before = _word(held, before)
            yield before
        held = [sign] if sign else []


def _joined(one: _Sign, other: _Sign) -> bool:
    # Both letters of a ligature stand in one place.
    close = other.x0 > one.x0 - 0.1 * one.size and other.x0 - one.x1 < 0.25 * one.size
    same = abs(one.y - other.y) < 0.1 * one.size and abs(one.size - other.size) < 0.15 * one.size
    return close and same


def _word(held: Sequence[_Sign], before: Word | None) -> Word:
    first = held[0]
    text = "".join(sign.char for sign in held)
    size, y = round(first.size, 1), first.y
    word = Word(text, first.x0, held[-1].x1, y, size, first.bold)
    beside = before is not None and (
        abs(first.x0 - before.x1) < 0.4 * before.size and 0 < before.y - y < before.size
    )
    if before and beside and size < _RAISED * before.size and not before.mark:
        if text.isdigit() or text in "*†‡":
            return replace(word, y=before.y, mark=True)
        return replace(word, y=before.y)
    return word


def _size(raw: Any, text: Any, n: int) -> float:
    matrix = raw.FS_MATRIX()
    if not raw.FPDFText_GetMatrix(text, n, matrix):
        return 0.0
    return float(raw.FPDFText_GetFontSize(text, n) * math.hypot(matrix.c, matrix.d))


def _is_bold(raw: Any, text: Any, n: int, known: dict[int, bool]) -> bool:
    """By the font's name, since few files give a weight; asked once a text object."""
    handle = ctypes.cast(raw.FPDFText_GetTextObject(text, n), ctypes.c_void_p).value or 0
    if handle not in known:
        name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
        raw.FPDFText_GetFontInfo(text, n, name, 128, flags)
        heavy = raw.FPDFText_GetFontWeight(text, n) >= 600
        known[handle] = heavy or any(w in name.value.lower() for w in (b"bold", b"black", b"heavy"))
    return known[handle]


def _angle(raw: Any, text: Any, n: int) -> int:
    """Quarters of a full turn; -1 for a slanted sign, such as a watermark's."""
    quarters = raw.FPDFText_GetCharAngle(text, n) / (math.pi / 2)
    return round(quarters) % 4 if abs(quarters - round(quarters)) < 0.05 else -1


def _turn(raw: Any, text: Any) -> int:
    """How most of the page is turned."""
    count = raw.FPDFText_CountChars(text)
    angles = [_angle(raw, text, n) for n in range(0, count, max(1, count // 200))]
    upright = [angle for angle in angles if angle >= 0]
    return max(set(upright), key=upright.count) if upright else 0


def _upright(page: Any, turn: int) -> tuple[float, float]:
    left, bottom, right, top = page.get_cropbox()
    return (right - left, top - bottom) if turn % 2 == 0 else (top - bottom, right - left)


def _turned(x: float, y: float, turn: int, width: float, height: float) -> tuple[float, float]:
    """A place of the file's (upwards, perhaps turned) counted from the upper left corner."""
    if turn == 3:  # pdfium counts the quarters clockwise
        return y, x
    if turn == 2:
        return width - x, y
    if turn == 1:
        return width - y, height - x
    return x, height - y
