"""A time axis: days -> places from 0 to 100 per cent, long empty stretches cut short and marked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from statistics import median

from babel.dates import get_month_names

from timeline.site.labels import locale_of
from timeline.when import Moment, When

PAD = 2.5
"""Per cent left empty at either end, so that no mark or label is cut off."""

WIDTH = 860
"""Pixels that the axis is assumed to be wide where labels and marks must not collide."""

ZOOMS = (1, 4, 16)
"""The zooms from which on the ticks of level 0, 1 and 2 are shown."""

_CUT = 3.0  # per cent that a cut takes
_LEAST = 1.5  # per cent that a piece between cuts takes, however short
_MOST_CUTS = 8
_LONG_SHARE = 0.12  # of what is left of the axis: a gap longer than this is cut,
_LONG_TIMES = 5  # if it is also this many times longer than gaps usually are here
_YEAR = 365.2425
_UNITS = (1000, 500, 200, 100, 50, 20, 10, 5, 2, 1)
_MONTH_UNITS = (6, 3, 1)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the axis without a cut: days (the last exclusive), and per cent."""

    first: float
    last: float
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A label on the axis, at per cent `x`; shown from zoom `ZOOMS[level]` on."""

    x: float
    label: str
    level: int


@dataclass(frozen=True, slots=True)
class Scale:
    """Pieces in order of time, with a cut between each two."""

    pieces: tuple[Piece, ...]

    def x(self, day: float) -> float:
        """Where a day stands, in per cent; days in a cut stand between its two ends."""
        after = bisect_right(self.pieces, day, key=_first)
        piece = self.pieces[max(0, after - 1)]
        if day <= piece.last or after == len(self.pieces):
            return _between(day, piece.first, piece.last, piece.left, piece.right)
        following = self.pieces[after]
        return _between(day, piece.last, following.first, piece.right, following.left)

    @property
    def cuts(self) -> tuple[float, ...]:
        """The middles of the cuts, in per cent."""
        return tuple((one.right + two.left) / 2 for one, two in pairwise(self.pieces))


def _first(piece: Piece) -> float:
    return piece.first


def day_number(year: int, month: int, day: int) -> int:
    """Days since 1 March of year 0, for any year, astronomical and proleptic Gregorian."""
    year -= month <= 2
    era = year // 400
    of_era = year - era * 400
    of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year


def day_of(moment: Moment) -> int:
    """The number of the moment's day."""
    return day_number(*moment[:3])


def scale(extents: Iterable[tuple[float, float]]) -> Scale:
    """The axis that shows all these extents: pairs of first day and the day after the last."""
    runs = _merged(sorted(extents)) or [(0, 1)]
    gaps = [two[0] - one[1] for one, two in pairwise(runs)]
    cut = _long(gaps, runs[-1][1] - runs[0][0])
    pieces: list[tuple[float, float]] = [runs[0]]
    for i, run in enumerate(runs[1:]):
        if i in cut:
            pieces.append(run)
        else:
            pieces[-1] = (pieces[-1][0], run[1])
    return Scale(_placed(pieces))


def ticks(axis: Scale, language: str) -> tuple[Tick, ...]:
    """Labels that do not collide at their zoom, coarse ones first shown, in order of place."""
    months = get_month_names("abbreviated", context="stand-alone", locale=locale_of(language))
    shown: list[Tick] = []
    for level, zoom in enumerate(ZOOMS):
        for piece in axis.pieces:
            for day, label in _labels(piece, zoom, language, months):
                x = axis.x(day)
                place = bisect_right(shown, x, key=lambda tick: tick.x)
                beside = shown[max(0, place - 1) : place + 1]
                if all(_apart(x, label, tick, zoom) for tick in beside):
                    shown.insert(place, Tick(x, label, level))
    return tuple(shown)


def _apart(x: float, label: str, tick: Tick, zoom: int) -> bool:
    pixels = abs(x - tick.x) / 100 * WIDTH * zoom
    return pixels >= 3.6 * (len(label) + len(tick.label)) + 10


def _labels(piece: Piece, zoom: int, language: str, months: object) -> list[tuple[float, str]]:
    """Days of the piece and their labels, as fine as fits; at least the year it begins in."""
    a_year = (piece.right - piece.left) / 100 * WIDTH * zoom / (piece.last - piece.first) * _YEAR
    first, last = _year_of(piece.first), _year_of(piece.last - 1)
    found: list[tuple[float, str]] = []
    unit = next((unit for unit in reversed(_UNITS) if unit * a_year >= 56), _UNITS[0])
    for year in range(first - first % unit, last + 1, unit):
        found.append((day_number(year, 1, 1), year_label(year, language)))
    step = next((step for step in reversed(_MONTH_UNITS) if step * a_year / 12 >= 40), 0)
    if step and last - first < 400:
        for year in range(first, last + 1):
            for month in range(1 + step, 13, step):
                found.append((day_number(year, month, 1), months[month]))  # type: ignore[index]
    inside = [(day, label) for day, label in found if piece.first <= day < piece.last]
    begins = year_label(first, language)
    return inside if begins in (label for _, label in inside) else [(piece.first, begins), *inside]


@lru_cache(maxsize=8192)  # every picture of a site has much the same years
def year_label(year: int, language: str) -> str:
    """The year as the site's language writes it: "2014", "44 BC"."""
    if not -9999 <= year <= 9999:
        return str(year)
    return When.parse(f"{'-' if year < 0 else ''}{abs(year):04}").display(language)


def _year_of(day: float) -> int:
    year = int(day // _YEAR)
    while day_number(year + 1, 1, 1) <= day:
        year += 1
    while day_number(year, 1, 1) > day:
        year -= 1
    return year


def _merged(extents: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    runs: list[tuple[float, float]] = []
    for first, last in extents:
        if runs and first <= runs[-1][1]:
            runs[-1] = (runs[-1][0], max(last, runs[-1][1]))
        else:
            runs.append((first, last))
    return runs


def _long(gaps: Sequence[float], length: float) -> set[int]:
    """Which gaps to cut: the longest first, as long as it takes much of what is left."""
    usual = median(gaps) if gaps else 0
    cut: set[int] = set()
    for i in sorted(range(len(gaps)), key=lambda i: -gaps[i])[:_MOST_CUTS]:
        if gaps[i] <= _LONG_SHARE * length or gaps[i] <= _LONG_TIMES * usual:
            break
        cut.add(i)
        length -= gaps[i]
    return cut


def _placed(pieces: Sequence[tuple[float, float]]) -> tuple[Piece, ...]:
    free = 100 - 2 * PAD - _CUT * (len(pieces) - 1) - _LEAST * len(pieces)
    total = sum(last - first for first, last in pieces)
    placed, left = [], PAD
    for first, last in pieces:
        right = left + _LEAST + free * (last - first) / total
        placed.append(Piece(first, last, left, right))
        left = right + _CUT
    return tuple(placed)


def _between(day: float, first: float, last: float, left: float, right: float) -> float:
    share = (day - first) / (last - first) if last > first else 0.0
    return left + min(1.0, max(0.0, share)) * (right - left)
