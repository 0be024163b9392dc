"""What a relative expression is relative to: publication date, discourse, tense.

One `Reader` goes through the mentions of a text in order. It keeps the point of time the text
is at (`focus`), which is what "the following day" and, in narrative, a bare "17 July" need.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Literal

from timeline.temporal import calendar as cal
from timeline.temporal.calendar import Point
from timeline.temporal.feasts import feast_day
from timeline.temporal.meaning import (
    DAYS_IN,
    MONTHS_IN,
    UNKNOWN,
    Meaning,
    covering,
    date,
    duration,
    era,
    unknown,
)
from timeline.temporal.nearest import Side, feast_meant, months_of, nearest_year, strict_year
from timeline.temporal.nodes import (
    At,
    Calendar,
    Duration,
    Era,
    Feast,
    Node,
    Offset,
    Period,
    Reference,
    Repeat,
    Same,
    Unread,
)
from timeline.temporal.resolve import resolve

Genre = Literal["auto", "news", "narrative"]
LONG_AGO_YEARS = 3


@dataclass(frozen=True, slots=True)
class Place:
    """Where a node stands: its words, and which way their clause looks.

    `ahead` marks "in" before a length of time; `background` words like "since" before it: the
    text isn't there, it looks there.
    """

    said: str
    side: Side = ""
    background: bool = False
    ahead: bool = False


@dataclass(slots=True)
class Reader:
    """Resolves nodes in the order of the text."""

    published: dt.date | None
    narrative: bool
    focus: Point | None = None
    day: Point | None = None  # the last day that the text was at
    ahead: bool = False
    reported: tuple[int, int] | None = None  # year and quarter that the accounts are about

    def read(self, node: Node, place: Place) -> Meaning | None:
        """The meaning of one node, and the focus moved; None where it can't be a time."""
        if isinstance(node, Unread):
            meaning = self._unread(node, place.said)
        else:
            self.ahead = place.ahead and not self.narrative
            meaning = self._meaning(node, place.side)
        if meaning is None or meaning.focus is None:
            return meaning
        if self._moves(node, meaning, place.background):
            self.focus = meaning.focus
            self.day = meaning.focus if meaning.focus.day is not None else self.day
        return meaning

    def _unread(self, node: Unread, said: str) -> Meaning | None:
        """What dateparser makes of the words."""
        found = resolve(said, language=node.language, published=self.published, order=node.order)
        return None if found is None else date(found)

    def _moves(self, node: Node, meaning: Meaning, background: bool) -> bool:
        """Whether the text is at this time now; a story doesn't stop for a look elsewhere."""
        if not self.narrative or meaning.focus is None:
            return True
        if meaning.anchor == "published" or (isinstance(node, Offset) and (node.amount or 0) < 0):
            return False
        return self.focus is None or meaning.focus.month is not None or not background

    def _meaning(self, node: Node, side: Side) -> Meaning | None:
        match node:
            case Calendar():
                return self._calendar(node, side)
            case Offset():
                return self._offset(node)
            case At():
                return self._at(node, side)
            case Same():
                return self._offset(Offset(node.unit, 0, "discourse", mod=node.mod))
            case Era():
                return era(node)
            case Duration():
                return duration(node, self.published, ahead=self.ahead and side == "future")
            case Repeat():
                return Meaning("SET", node.value, None, "", node.mod)
            case Reference():
                return Meaning("DATE", node.value, None, "", node.mod)
            case Period():
                return self._period(node)
            case Feast():
                return self._feast(node, side)
        return None

    # -- anchors

    @property
    def here(self) -> tuple[Point | None, str]:
        """The point the text is at, and what that rests on."""
        if self.focus is not None:
            return self.focus, "discourse"
        if self.published is not None:
            return cal.point(self.published), "published"
        return None, "missing"

    @property
    def home(self) -> tuple[Point | None, str]:
        """The point a date without its own anchor is near: publication, or the running text."""
        if self.narrative or self.published is None:
            return (self.focus, "discourse") if self.focus and self.narrative else self._no_home()
        return cal.point(self.published), "published"

    def _no_home(self) -> tuple[Point | None, str]:
        if self.published is None:
            return None, "missing"
        return cal.point(self.published), "published"

    def _long_ago(self) -> bool:
        """Whether a story is at a time from which "two years ago" can't mean publication."""
        if not self.narrative or self.focus is None or self.published is None:
            return False
        return abs(self.focus.year - self.published.year) > LONG_AGO_YEARS

    def base(self, name: str | None) -> tuple[Point | None, str]:
        if name == "published":
            return self.here if self._long_ago() else self._no_home()
        return self.here if name == "discourse" else self.home

    # -- points of the calendar

    def _calendar(self, node: Calendar, side: Side) -> Meaning | None:
        if node.weekday is not None and node.day is None:
            return self._weekday(node, side)
        if node.year is not None:
            return self._named(node, node.year, "")
        base, anchor = self.base("discourse" if node.day and node.month is None else node.base)
        if base is None:
            return unknown(_partial(node), mod=node.mod)
        if node.day is not None and node.month is None:
            if base.month is None:
                base, anchor = self._no_home()
            return self._day_alone(node.day, base, anchor, side)
        if node.years is not None:
            return self._named(node, base.year + node.years, anchor)
        meaning = self._named(node, self._year(node, base, side), anchor)
        if node.loose and meaning is not None and meaning.when:
            return replace(meaning, when=meaning.when[:-3])
        return meaning

    def _named(self, node: Calendar, year: int, anchor: str) -> Meaning | None:
        """A calendar node whose year is known."""
        if not cal.MIN_YEAR <= year <= cal.MAX_YEAR:
            return None
        if node.season is not None:
            spelled = cal.season(year, node.season)
        elif node.quarter is not None:
            spelled = cal.quarter(year, node.quarter)
            self.reported = (year, node.quarter)
        elif node.half is not None:
            spelled = cal.half(year, node.half)
        elif node.day is not None and not cal.valid(year, node.month, node.day):
            return None
        else:
            return date(Point(year, node.month, node.day), anchor, node.mod)
        return Meaning("DATE", *spelled, anchor, node.mod, Point(year))

    def _year(self, node: Calendar, base: Point, side: Side) -> int:
        """The year of a month, day, season or quarter that the words leave out."""
        first, last = months_of(node)
        if node.direction == "this":
            return base.year
        if node.direction == "past" or node.direction == "future":
            return strict_year(node.direction, first, last, base, node.day)
        if self.narrative:
            rolled = base.month is not None and base.month >= 11 and last <= 2
            return base.year + (1 if rolled else 0)
        return nearest_year(node, base, side, first, last)

    def _day_alone(self, day: int, base: Point | None, anchor: str, side: Side) -> Meaning | None:
        """ "The 16th": of the running month, or of the one before or after publication's."""
        if base is None or base.month is None or (self.narrative and anchor == "published"):
            return unknown(f"XXXX-XX-{day:02d}")
        step = 0
        if anchor == "published" and base.day is not None:
            step = 1 if side == "future" and day < base.day else 0
            step = -1 if side != "future" and day > base.day else step
        month = cal.shifted(base, step)
        if not cal.valid(month.year, month.month, day):
            return None
        return date(Point(month.year, month.month, day), anchor)

    def _weekday(self, node: Calendar, side: Side) -> Meaning | None:
        assert node.weekday is not None
        if node.base == "discourse" and self.focus is not None and self.focus.day is not None:
            base, anchor = self.here
        else:
            base, anchor = self.home
        day = base.date() if base is not None and base.day is not None else None
        if day is None:
            return unknown(f"XXXX-WXX-{node.weekday + 1}", mod=node.mod)
        back = (day.weekday() - node.weekday) % 7
        if node.mod == "week":
            step = {"past": -7, "this": 0, "future": 7, "": 0}[node.direction]
            found = cal.moved(day, step - day.weekday() + node.weekday)
        elif node.direction == "past":
            found = cal.moved(day, -(back or 7))
        elif node.direction == "future":
            found = cal.moved(day, 7 - back)
        elif side == "future" or (self.narrative and anchor == "discourse"):
            found = cal.moved(day, (7 - back) % 7)
        else:
            found = cal.moved(day, -back)
        if found is None:
            return None
        return date(cal.point(found), anchor, "" if node.mod == "week" else node.mod)

    # -- offsets

    def _offset(self, node: Offset) -> Meaning | None:
        base, anchor = self.base(node.base)
        if node.amount is None:
            return self._some_away(node, base, anchor)
        if base is None:
            return unknown(UNKNOWN[node.unit], mod=node.mod)
        if node.unit in ("day", "week", "weekend"):
            return self._days_away(node, base, anchor)
        if node.unit in MONTHS_IN:
            return self._months_away(node, base, anchor)
        day = base.date() if base.day is not None else None
        if day is None:
            return unknown(UNKNOWN[node.unit], mod=node.mod)
        return replace(date(cal.point(day), anchor, node.mod), when=f"{day.isoformat()}~")

    def _some_away(self, node: Offset, base: Point | None, anchor: str) -> Meaning:
        """ "Days later": about the month that the text is in; "years ago": nobody knows."""
        value = "FUTURE_REF" if node.mod == "AFTER" else "PAST_REF"
        near = node.unit in ("hour", "day", "week") and node.base == "discourse"
        if not near or base is None or base.month is None:
            return Meaning("DATE", value, None, "", node.mod)
        when = cal.spellings(Point(base.year, base.month))[1]
        return Meaning("DATE", value, f"{when}~", anchor, node.mod)

    def _days_away(self, node: Offset, base: Point, anchor: str) -> Meaning | None:
        assert node.amount is not None
        start = base.date() if base.day is not None else None
        if start is None:
            if base.month is not None and node.unit == "day" and node.base == "discourse":
                value = cal.spellings(base)[0] + "-XX"
                return Meaning("DATE", value, cal.spellings(base)[1], anchor, node.mod)
            return unknown(UNKNOWN[node.unit], mod=node.mod)
        found = cal.moved(start, round(node.amount * DAYS_IN[node.unit])) if (
            abs(node.amount) < 1e6) else None  # fmt: skip
        if found is None:
            return None
        if node.unit == "day":
            return date(cal.point(found), anchor, node.mod)
        if node.about and node.base == "discourse":
            return date(cal.point(found), anchor, node.mod)
        return covering(node.unit, found, anchor, node.mod)

    def _months_away(self, node: Offset, base: Point, anchor: str) -> Meaning | None:
        assert node.amount is not None
        if abs(node.amount) > 10_000:
            return None
        if node.about and node.unit == "year" and node.amount == -1 and self.reported:
            return self._period(Period(-1, mod=node.mod))
        if base.month is None and node.unit in ("month", "quarter", "half"):
            return unknown(UNKNOWN[node.unit], mod=node.mod)
        found = cal.shifted(base, round(node.amount * MONTHS_IN[node.unit]))
        if not cal.MIN_YEAR <= found.year <= cal.MAX_YEAR:
            return None
        day = found.date()
        if day is None:
            month = found.month if node.unit == "month" else None
            return date(Point(found.year, month), anchor, node.mod)
        unit = node.unit
        if node.unit == "decade" and not node.about:
            return era(Era("decade", cal.decade_of(found.year), mod=node.mod))
        if node.about and unit in ("decade", "century", "millennium"):
            unit = "year"
        meaning = covering(unit, day, anchor, node.mod)
        if node.rolling:
            return replace(meaning, when=f"{found.year:04d}/{base.year:04d}")
        if node.about and node.base == "published" and meaning.when and "/" not in meaning.when:
            return replace(meaning, when=f"{meaning.when}~")
        return meaning

    def _period(self, node: Period) -> Meaning:
        """The quarter in the accounts: the last one spoken of, else the last one completed."""
        if self.reported is not None:
            year, number = self.reported
            anchor = "discourse"
        elif self.published is not None:
            before = cal.shifted(cal.point(self.published), -3)
            year, number = before.year, ((before.month or 1) + 2) // 3
            anchor = "published"
        else:
            return unknown(f"XXXX-Q{node.quarter or 'X'}", mod=node.mod)
        if node.year is not None:
            year, anchor = node.year, anchor if node.quarter is None else ""
        value, when = cal.quarter(year + node.years, node.quarter or number)
        return Meaning("DATE", value, when, anchor, node.mod)

    def _feast(self, node: Feast, side: Side) -> Meaning | None:
        base, anchor = self.home
        if node.year is not None:
            years, anchor = [node.year], ""
        elif base is None:
            return unknown("XXXX-XX-XX", mod=node.mod)
        else:
            years = [base.year - 1, base.year, base.year + 1]
        days = [day for year in years if (day := feast_day(node.name, year)) is not None]
        if not days:
            return None
        here = None if base is None or node.year is not None else base.date()
        day = days[0] if here is None else feast_meant(days, here, side, node.direction)
        return date(cal.point(day), anchor, node.mod)

    # -- times of day

    def _at(self, node: At, side: Side) -> Meaning | None:
        tail = node.clock + node.zone if node.clock else f"T{node.part}"
        if node.on is None:
            base, anchor = (self.day, "discourse") if self.day else self.here
            day = Meaning("DATE", "", anchor=anchor, focus=base)
        else:
            found = self._meaning(node.on, side)
            if found is None:
                return None
            day = found
        if day.focus is None or day.focus.day is None:
            value = day.value if day.value[:4] == "XXXX" and "W" in day.value else "XXXX-XX-XX"
            return unknown(value + tail, "TIME", node.mod)
        value, when = cal.spellings(day.focus)
        if node.clock and day.focus.year > 0 and node.clock != "T24:00":
            when += node.clock
        return Meaning("TIME", value + tail, when, day.anchor, node.mod, day.focus)


def _partial(node: Calendar) -> str:
    if node.season is not None:
        return f"XXXX-{cal.SEASONS[node.season - 1]}"
    if node.quarter is not None:
        return f"XXXX-Q{node.quarter}"
    if node.half is not None:
        return f"XXXX-H{node.half}"
    value = "XXXX" if node.month is not None or node.day is None else "XXXX-XX"
    if node.month is not None:
        value += f"-{node.month:02d}"
    return value if node.day is None else f"{value}-{node.day:02d}"
