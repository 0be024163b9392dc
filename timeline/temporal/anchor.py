"""What a relative expression is relative to: publication date, discourse, tense.

One `Reader` goes through the mentions of a text in order. It keeps the point of time the text
is at (`focus`), which is what "the following day" and, in narrative, a bare "17 July" need.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Literal

from timeline.model import TimexType
from timeline.temporal import calendar as cal
from timeline.temporal.away import away
from timeline.temporal.calendar import Point
from timeline.temporal.feasts import feast_day
from timeline.temporal.meaning import (
    DAYS_IN,
    Meaning,
    about,
    date,
    duration,
    era,
    overnight,
    partial,
    unknown,
)
from timeline.temporal.nearest import (
    Side,
    dated_weekday,
    feast_meant,
    months_of,
    nearest_year,
    strict_year,
)
from timeline.temporal.nodes import (
    At,
    Calendar,
    Duration,
    Era,
    Feast,
    FromDay,
    Holding,
    Node,
    Offset,
    Period,
    Ranked,
    Reference,
    Repeat,
    Same,
    Unread,
)
from timeline.temporal.resolve import resolve
from timeline.temporal.within import by_day, ranked

Genre = Literal["auto", "news", "narrative"]
LONG_AGO_YEARS = 3


@dataclass(frozen=True, slots=True)
class Place:
    """Where a node stands: its words, and which way their clause looks.

    `ahead` marks "in" before a length of time; `background` words like "since" before it: the
    text isn't there, it looks there. `opening`: a sentence began since a day was last named.
    `onward`: after "since then". `loose` is the TIMEX3 modifier of a word before a clock time that
    leaves it open ("shortly before" noon); `around`: after a word that does so to dates ("um").
    `linked`: right after a day and "to", so the range ends after that day.
    """

    said: str
    side: Side = ""
    background: bool = False
    ahead: bool = False
    opening: bool = True
    onward: bool = False
    loose: str = ""
    around: bool = False
    linked: bool = False


@dataclass(slots=True)
class Reader:
    """Resolves nodes in the order of the text."""

    published: dt.date | None
    narrative: bool
    focus: Point | None = None
    day: Point | None = None  # the last day that the text was at, until a sentence opens elsewhere
    day_about: bool = False  # whether that day is approximate
    place: Place = Place("")
    reported: tuple[int, int] | None = None  # year and quarter that the accounts are about

    def read(self, node: Node, place: Place) -> Meaning | None:
        """The meaning of one node, and the focus moved; None where it can't be a time."""
        self.place = place
        if isinstance(node, Unread):
            meaning = self._unread(node, place.said)
        else:
            meaning = self._meaning(node, place.side)
        if meaning is None:
            return None
        if place.around and isinstance(node, (Calendar, Feast)) and not meaning.mod:
            meaning = replace(meaning, mod="APPROX")
        if meaning.mod == "APPROX" and meaning.type == "DATE":
            meaning = about(meaning)
        if meaning.focus is not None and self._moves(node, meaning, place.background):
            near = (meaning.when or "").endswith("~")
            self._move(meaning.focus, "W" not in meaning.value, near)
        return meaning

    def _move(self, to: Point, whole_day: bool, about_day: bool) -> None:
        """Be at this time now; the day stays until another sentence names a time without it."""
        self.focus = to
        if to.day is not None and whole_day:
            self.day, self.day_about = to, about_day
        elif self.day is not None and self.place.opening and not _holds(to, self.day):
            self.day = None

    def _unread(self, node: Unread, said: str) -> Meaning | None:
        """What dateparser makes of the words."""
        found = resolve(said, language=node.language, published=self.published, order=node.order)
        return None if found is None else date(found)

    def _moves(self, node: Node, meaning: Meaning, background: bool) -> bool:
        """Whether the text is at this time now; a story doesn't stop for a look elsewhere."""
        if not self.narrative or meaning.focus is None:
            return True
        back = isinstance(node, Offset) and (node.amount or 0) < 0
        if meaning.anchor == "published" or back or (isinstance(node, Duration) and node.away < 0):
            return False
        return self.focus is None or meaning.focus.month is not None or not background

    def _meaning(self, node: Node, side: Side) -> Meaning | None:
        match node:
            case Calendar():
                return self._calendar(node, side)
            case Offset() | Same():
                return self._offset(node)
            case Ranked():
                return ranked(node, self._meaning(node.of, side) if node.of else None)
            case Holding() | FromDay():
                return by_day(node, self._meaning(node.day, node.side or side))
            case At():
                return self._at(node, side)
            case Era():
                return era(node)
            case Duration() if node.away and node.base == "discourse":
                return self._along(node)
            case Duration():
                ahead = self.place.ahead and not self.narrative and side == "future"
                ahead = ahead and not node.bound
                return duration(node, self.published, ahead=ahead)
            case Repeat() | Reference():
                kind: TimexType = "SET" if isinstance(node, Repeat) else "DATE"
                return Meaning(kind, node.value, None, "", node.mod)
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

    def _along(self, node: Duration) -> Meaning:
        """A length from where the text is to a time that it leads to."""
        base, anchor = self.here
        meaning = duration(replace(node, away=0), None)
        if node.amount is None or base is None:
            return replace(meaning, anchor="" if base else "missing")
        found = away(Offset(node.unit, node.away * node.amount, "discourse", True), base, anchor)
        if found is None or found.when is None:
            return meaning
        return replace(meaning, when=found.when, anchor=anchor, focus=found.focus)

    # -- points of the calendar

    def _calendar(self, node: Calendar, side: Side) -> Meaning | None:
        if node.weekday is not None and node.day is None:
            return self._weekday(node, side)
        if node.year is not None:
            return self._named(node, node.year, "")
        base, anchor = self.base(
            node.base or ("discourse" if node.day and node.month is None else None)
        )
        if base is None and self.place.onward and node.month is not None:
            return self._onward(node)
        if base is None:
            return unknown(partial(node), mod=node.mod)
        if node.day is not None and node.month is None and node.weekday is not None:
            day = dated_weekday(node.day, node.weekday, self._no_home()[0] or base)
            return date(day, anchor) if day else unknown(partial(node))
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

    def _onward(self, node: Calendar) -> Meaning | None:
        """A month after "since then": the first such one after the time the text is at."""
        here = self.focus
        if here is None or here.month is None or node.month is None:
            return unknown(partial(node), mod=node.mod)
        later = (node.month, node.day or 0) > (here.month, here.day or 0 if node.day else 32)
        return self._named(node, here.year + (0 if later else 1), "discourse")

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
        base, anchor = self.home
        if (node.base == "discourse" or self.place.linked) and self.day is not None:
            base, anchor = self.day, "discourse"
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
        elif (
            (self.place.linked and base is self.day)
            or side == "future"
            or (self.narrative and anchor == "discourse")
        ):
            found = cal.moved(day, (7 - back) % 7)
        else:
            found = cal.moved(day, -back)
        if found is not None and node.weeks:
            found = cal.moved(found, 7 * node.weeks)
        if found is None:
            return None
        return date(cal.point(found), anchor, "" if node.mod == "week" else node.mod)

    # -- offsets

    def _offset(self, node: Offset | Same) -> Meaning | None:
        if isinstance(node, Same):
            node = Offset(node.unit, 0, "discourse", mod=node.mod)
        base, anchor = self.base(node.base)
        near = node.unit in DAYS_IN or node.unit in ("hour", "minute")
        if node.base == "discourse" and near and self.day is not None:
            base, anchor = self.day, "discourse"
        elif node.base == "discourse" and node.unit == "day" and base and anchor == "discourse":
            base = Point(base.year, base.month)  # the focus of a week has a day that nobody named
        if node.about and node.unit == "year" and node.amount == -1 and self.reported:
            return self._period(Period(-1, mod=node.mod))
        found = away(node, base, anchor)
        return about(found) if found and self.day_about and base is self.day else found

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
        if node.night and day.focus.year > 0:
            return overnight(day, node.night, node.mod)
        value, when = cal.spellings(day.focus)
        mod = node.mod or (self.place.loose if node.clock else "")
        exact = node.clock and node.clock != "T24:00" and not node.halfless
        if exact and day.focus.year > 0 and not mod:
            when += node.clock
        return Meaning("TIME", value + tail, when, day.anchor, mod, day.focus)


def _holds(month: Point, day: Point) -> bool:
    """Whether a month or year is that of the day."""
    return month.year == day.year and month.month in (None, day.month)
