"""What matches of clock times and parts of days mean; for the names of slots see `dates`."""

from __future__ import annotations

from timeline.temporal.calendar import valid
from timeline.temporal.lang.dates import calendar_date, directed, edge_of, year_of
from timeline.temporal.nodes import At, Calendar, Node, Offset
from timeline.temporal.rule import Groups, Pair, Production


def clock(g: Groups) -> str | None:
    """ "T14:30" from the slots that hold hour and minute; None where no clock shows it."""
    if g["named"] is not None:
        return str(g["named"])
    hour = g["hour"] if g["hour"] is not None else g["hourword"]
    minute = (g["minute"] or g["minute2"] or 0) + (g["beyond"] or 0)
    if g["halfto"] is not None:
        hour, minute = g["halfto"] - 1, 30
    if hour is None:
        return None
    if minute < 0:
        hour, minute = hour - 1, minute + 60
    if (g["part"] in ("AF", "EV") and hour < 12) or (g["part"] == "NI" and 6 < hour < 12):
        hour += 12
    return None if hour > 24 or hour < 0 or (hour == 24 and minute) else f"T{hour:02d}:{minute:02d}"


def clock_pair(g: Groups) -> Pair | None:
    """ "From 10 to 12 o'clock"."""
    if not g["first"] < g["last"] <= 24:
        return None
    one = f"T{g['first']:02d}:{g['minute'] or 0:02d}"
    two = f"T{g['last']:02d}:{g['minute2'] or 0:02d}"
    return Pair(At(None, clock=one), At(None, clock=two))


def day_of(g: Groups) -> Calendar | Offset | None:
    """The day a time is on, None where the words name none."""
    if g["month"] is not None:
        date = calendar_date(g)
        return date if isinstance(date, Calendar) else None
    if g["relday"] is not None:
        return Offset("day", g["relday"])
    if g["textday"] is not None:
        return Offset("day", g["textday"], "discourse")
    if g["weekday"] is not None:
        direction, base = directed(g)
        return Calendar(weekday=g["weekday"], direction=direction, base=base)
    return None


def time_of_day(g: Groups) -> Node | None:
    """A clock time, on its day where one is named."""
    said = clock(g)
    if said is None or (g["month"] is not None and day_of(g) is None):
        return None
    mod = g["edge"] or g["loosely"] or ""
    return At(day_of(g), clock=said, mod=mod, zone=g["zone"] or "")


def part_of_day(g: Groups) -> Node | None:
    """ "Tuesday evening", "yesterday morning"."""
    if g["month"] is not None and day_of(g) is None:
        return None
    return At(day_of(g), g["part"], mod=edge_of(g))


def night_before(g: Groups) -> Node | None:
    """ "The night to Friday", "from Thursday to Friday": it leads to the day named last."""
    on = Calendar(weekday=g["weekday2"]) if g["weekday2"] is not None else day_of(g)
    return None if on is None else At(on, "NI", night=-1)


def night_of_days(g: Groups) -> Node | None:
    """ "The night of 9 to 10 November 1938": the month may change in between."""
    year, day, month = year_of(g), g["day"], g["month"] or g["month2"]
    if not (valid(year, month, day) and valid(year, g["month2"] or month, g["day2"])):
        return None
    if year is not None and (month, g["month2"]) == (12, 1):
        year -= 1
    return At(Calendar(year, month, day), "NI", night=1)


def part_today(g: Groups) -> Node:
    """ "This morning": on the day of publication."""
    return At(Offset("day", 0), g["part"], mod=edge_of(g))


def part_away(days: int) -> Production:
    """ "The next morning": so many days from where the text is."""
    return lambda g: At(Offset("day", days, "discourse"), g["part"], mod=edge_of(g))


def last_night(g: Groups) -> Node:
    """The night to the day of publication."""
    return At(Offset("day", -1), "NI", night=1)


def bare_part(g: Groups) -> Node:
    """ "In the morning": on the day that the text is at."""
    return At(Offset("day", 0, "discourse"), g["part"], mod=edge_of(g))
