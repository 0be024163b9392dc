"""Timeline -> the picture across its top: one mark an event, drawn as exactly as it is dated.

Places are per cent, so that the picture fits any width without a script, and zooming is no more
than making it wider.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from timeline.model import Entry
from timeline.site.labels import capitalised, counted, labels, sentence
from timeline.site.markup import render
from timeline.site.scale import PAD, WIDTH, Scale, Tick, day_of, scale, ticks, year_label
from timeline.when import When

HISTOGRAM_ABOVE = 2000
"""More marks than this are counted in bars."""

_MOST_LANES = 30
_BARS = 150
_BAR_HEIGHT = 90  # pixels of the highest bar
_CODES = {"planned": "p", "alleged": "a", "denied": "n"}
_DAY = frozenset({"day", "hour", "minute", "second"})


@dataclass(frozen=True, slots=True)
class Mark:
    """One event: where it begins and ends in per cent, and its lane, 0 lowest.

    `shape` is "day", "bar", "fade" (approximate ends), "since" or "until" (open on one side).
    `code` says kind and dispute, as the style sheet knows them.
    """

    entry: Entry
    left: float
    right: float
    shape: str
    code: str
    lane: int = 0


@dataclass(frozen=True, slots=True)
class Bar:
    """Events counted over a stretch of the axis, in per cent; `height` in pixels."""

    entries: tuple[Entry, ...]
    left: float
    width: float
    height: float
    count: str


@dataclass(frozen=True, slots=True)
class _Dated:
    entry: Entry
    when: When
    first: float
    last: float
    shape: str


@dataclass(frozen=True, slots=True)
class Picture:
    """All that the picture shows, before anybody knows on which page it stands."""

    axis: Scale
    ticks: tuple[Tick, ...]
    marks: tuple[Mark, ...]
    bars: tuple[Bar, ...]
    alternative: str
    language: str


def overview(
    entries: Iterable[Entry], *, href: Callable[[Entry], str], language: str = "en"
) -> Markup:
    """The picture as HTML, with its text alternative; empty for less than two dated events.

    `href` gives the address of an event. Events without a date are not in it.
    """
    found = picture(entries, language=language)
    return drawn(found, href=href) if found else Markup("")


def picture(entries: Iterable[Entry], *, language: str = "en") -> Picture | None:
    """Where everything stands; None for less than two dated events."""
    dated = [found for entry in entries if (found := _dated(entry))]
    if len(dated) < 2:
        return None
    axis = scale((one.first, one.last) for one in dated)
    placed = sorted(
        (_mark(one, axis) for one in dated), key=lambda mark: (_reach(mark)[0], -mark.right)
    )
    marks = None if len(placed) > HISTOGRAM_ABOVE else _in_lanes(placed)
    bars = _bars(placed, language) if marks is None else ()
    return Picture(
        axis, ticks(axis, language), marks or (), bars, _alternative(dated, language), language
    )


def drawn(picture: Picture, *, href: Callable[[Entry], str]) -> Markup:
    """The picture as HTML on a page from which `href` leads to an event."""
    lanes = 1 + max((mark.lane for mark in picture.marks), default=0)
    pitch = 10 if lanes <= 16 else 7
    text = render(
        "_overview.html",
        marks=picture.marks,
        bars=picture.bars,
        ticks=picture.ticks,
        cuts=picture.axis.cuts,
        top=_BAR_HEIGHT + 4 if picture.bars else lanes * pitch + 4,
        pitch=pitch,
        alternative=picture.alternative,
        href=href,
        words=labels(picture.language),
        pad=PAD,
    )
    return Markup(text)


def _alternative(dated: Sequence[_Dated], language: str) -> str:
    words = labels(language)
    years = Counter(one.when.earliest[0] for one in dated if one.when.earliest)
    year, most = years.most_common(1)[0] if years else (0, 0)
    return sentence(
        words["overview_text"],
        events=counted(len(dated), "event", language),
        first=capitalised(dated[0].when.display(language)),
        last=dated[-1].when.display(language),
        most=most,
        year=year_label(year, language),
    )


def _dated(entry: Entry) -> _Dated | None:
    extent = _extent(entry.event.when)
    return _Dated(entry, *extent) if extent else None


@lru_cache(maxsize=16384)  # an event stands in the pictures of its people, places and tags, too
def _extent(text: str) -> tuple[When, float, float, str] | None:
    """The date, its first day and the day after its last, and the shape of its mark."""
    if not text:
        return None
    when = When.parse(text)
    start, end = when.earliest or when.latest, when.latest or when.earliest
    if start is None or end is None:
        return None
    first, last = day_of(start), day_of(end) + 1
    if when.earliest is None:
        return when, last - 1, last, "until"
    if when.latest is None:
        return when, first, first + 1, "since"
    if when.approximate:
        around = (last - first) / 2
        return when, first - around, last + around, "fade"
    return when, first, last, "day" if when.precision in _DAY else "bar"


def _mark(one: _Dated, axis: Scale) -> Mark:
    event = one.entry.event
    code = "".join(
        (
            _CODES.get(event.kind, ""),
            "d" if event.status == "disputed" else "",
            "o" if event.status == "proposed" else "",
            "u" if one.when.uncertain else "",
        )
    )
    left, right = axis.x(one.first), axis.x(one.last)
    if one.shape not in ("bar", "fade"):
        left = right = (left + right) / 2
    return Mark(one.entry, left, right, one.shape, " ".join(code))


def _in_lanes(marks: Sequence[Mark]) -> tuple[Mark, ...] | None:
    """Each mark in the lowest lane in which it touches none before it; None for too many lanes.

    The marks are in the order in which they begin.
    """
    ends: list[float] = []
    placed = []
    for mark in marks:
        left, right = _reach(mark)
        for lane, end in enumerate(ends):
            if end <= left:
                ends[lane] = right
                break
        else:
            lane = len(ends)
            if lane == _MOST_LANES:
                return None
            ends.append(right)
        placed.append(Mark(mark.entry, mark.left, mark.right, mark.shape, mark.code, lane))
    return tuple(placed)


def _reach(mark: Mark) -> tuple[float, float]:
    """What the mark covers, in per cent of an axis of the assumed width."""
    pixel = 100 / WIDTH
    before = {"until": 15, "fade": 7}.get(mark.shape, 4.5)
    after = {"since": 15, "fade": 7}.get(mark.shape, 4.5)
    return mark.left - before * pixel, mark.right + after * pixel


def _bars(marks: Sequence[Mark], language: str) -> tuple[Bar, ...]:
    """Bars of equal width, each counting the marks whose middle lies in it, led by the first."""
    width = (100 - 2 * PAD) / _BARS
    groups: dict[int, list[Mark]] = {}
    for mark in sorted(marks, key=lambda mark: mark.left):
        place = int(((mark.left + mark.right) / 2 - PAD) / width)
        groups.setdefault(min(_BARS - 1, max(0, place)), []).append(mark)
    most = max(len(group) for group in groups.values())
    return tuple(
        Bar(
            entries=tuple(mark.entry for mark in group),
            left=PAD + place * width,
            width=width,
            height=max(2.0, len(group) / most * _BAR_HEIGHT),
            count=counted(len(group), "event", language),
        )
        for place, group in sorted(groups.items())
    )
