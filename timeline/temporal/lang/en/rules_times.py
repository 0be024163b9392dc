"""English rules for clock times and parts of days, alone or on a day."""

from __future__ import annotations

from timeline.temporal.calendar import valid
from timeline.temporal.lang.en import guards
from timeline.temporal.lang.en.rules_dates import DIRECTIONS, calendar_date
from timeline.temporal.nodes import At, Calendar, Node, Offset
from timeline.temporal.rule import Groups, Rule


def clock(g: Groups) -> str | None:
    """ "T14:30" from whatever slots hold hour, minute and half of day; None where impossible."""
    hour = g["hour"] if g["hour"] is not None else g["hour24"]
    if hour is None:
        hour = g["hourword"]
    if g["named"] is not None:
        return str(g["named"])
    if hour is None:
        return None
    late = g["part"] in ("AF", "EV") or (g["part"] == "NI" and hour >= 6)
    if g["ampm"] == "p" or (late and hour < 12 and not g["ampm"]):
        hour = hour % 12 + 12
    elif g["ampm"] == "a":
        hour %= 12
    minute = g["minute"] or 0
    if hour == 24 and (minute or g["second"]):
        return None
    seconds = f":{g['second']:02d}" if g["second"] is not None else ""
    return f"T{hour:02d}:{minute:02d}{seconds}"


def day_of(g: Groups) -> Calendar | Offset | None:
    """The day a time is on, None where the words name none."""
    if g["month"] is not None:
        date = calendar_date(g)
        return date if isinstance(date, Calendar) else None
    if g["relday"] is not None:
        return Offset("day", g["relday"])
    if g["weekday"] is not None:
        step = g["deictic"]
        return Calendar(weekday=g["weekday"],
                        direction="" if step is None else DIRECTIONS[step + 1])  # fmt: skip
    return None


def time_of_day(g: Groups) -> Node | None:
    said = clock(g)
    if said is None or (g["month"] is not None and day_of(g) is None):
        return None
    told = g["ampm"] or g["part"] or g["named"] or g["hour24"] is not None
    return At(day_of(g), clock=said, mod=g["near"] or "", zone=g["zone"] or "", halfless=not told)


def stamp(g: Groups) -> Node | None:
    """ "2014-03-16T14:30:00Z"."""
    if not valid(g["year"], g["one"], g["two"]):
        return None
    said = clock(g)
    if said is None:
        return None
    return At(Calendar(g["year"], g["one"], g["two"]), clock=said, zone=g["zed"] or "")


def part_of_day(g: Groups) -> Node | None:
    if g["month"] is not None and day_of(g) is None:
        return None
    mod = g["edge"] or ""
    if g["part"] == "MI" and not mod:
        return At(day_of(g), clock="T12:00")
    return At(day_of(g), g["part"], mod=mod)


def tonight(g: Groups) -> Node:
    return At(Offset("day", 0), "NI")


def last_night(g: Groups) -> Node:
    return At(Offset("day", -1), g["part"] or "NI", mod=g["edge"] or "")


def past_the_hour(g: Groups) -> Node | None:
    """ "Half past six", "quarter to nine", "ten minutes to midnight"."""
    hour = 24 if g["named"] == "T24:00" else 12 if g["named"] else g["hour"] or g["hourword"]
    minutes = g["minutes"] if g["minutes"] is not None else g["number"]
    if minutes is None or not 0 < minutes < 60 or minutes != int(minutes):
        return None
    at = (hour % 24) * 60 + (int(minutes) if g["toward"] == "past" else -int(minutes))
    named = g["named"] is not None
    return At(None, clock=f"T{at // 60 % 24:02d}:{at % 60:02d}", halfless=not named)


def hour_in_part(g: Groups) -> Node:
    """ "4 in the morning", "eight at night"."""
    hour = (g["hour"] or g["hourword"]) % 12 + (0 if g["part"] == "MO" else 12)
    return At(None, clock=f"T{hour:02d}:00")


def this_part(g: Groups) -> Node:
    return At(Offset("day", 0), g["part"], mod=g["edge"] or "")


def running_part(g: Groups) -> Node:
    """ "that night", "the next morning": on the day the text is at, or one from it."""
    return At(Offset("day", g["narrative"], "discourse"), g["part"], mod=g["edge"] or "")


def bare_part(g: Groups) -> Node:
    return At(Offset("day", 0, "discourse"), g["part"], mod=g["edge"] or "")


HM = (
    "(<hour>(:<minute>(:<second>)?|.<minute>)?_<ampm>|<hour24>:<minute>(:<second>)?|"
    "<hour> o'clock|<hourword> o'clock|<named>|<hourword> <ampm>)"
)
ZONE = "(_<zone>)?"
NEAR = "(<near> )?"
DAY = (
    "(<shortday:weekday>(,? (the )?(<month> <day>|<day>( of)? <month>)(,? <year>)?)?|"
    "<month> <day>(,? <year>)?|<day>( of)? <month>(,? <year>)?|<relday>)"
)

RULES = (
    Rule(
        "<year>-<month>-<day>T<time>",
        "<year>-<two:one>-<two>(t|_)<hour24>:<minute>(:<second>)?<zed>?",
        stamp,
        guards.numeric,
    ),
    Rule(
        "<time>",
        f"{NEAR}{HM}{ZONE}( (in the|at) <part>)?",
        time_of_day,
        guards.by_name,
    ),
    Rule(
        "<time> on <day>",
        f"{NEAR}{HM}{ZONE}(,| on|, on)? (the )?{DAY}( <part>)?",
        time_of_day,
        guards.numeric,
    ),
    Rule(
        "<hhmm> GMT",
        f"<hhmm:named>( <zone>| hours)(,| on|, on)? (the )?{DAY}|<hhmm:named>( <zone>| hours)",
        time_of_day,
        guards.by_the_clock,
    ),
    Rule("<day> at <time>", f"{DAY}(,| at|, at)? {NEAR}{HM}{ZONE}", time_of_day),
    Rule(
        "half past <hour>",
        "(<minutes>|<number>( minutes)?) <toward> (<hour>|<hourword>|<named>)( o'clock)?",
        past_the_hour,
        guards.clock_words,
    ),
    Rule(
        "<hour> in the morning", "(<hour>|<hourword>)( o'clock)? (in the|at) <part>", hour_in_part
    ),
    Rule("<weekday> <part>", "(<edge>~)?(<deictic> )?<shortday:weekday>,? <part>", part_of_day),
    Rule(
        "<part> <day>",
        "(<edge>~)?<part> (on )?(<relday>|<weekday>)|(<edge>~)?<part> on (the )?(<month> <day>|"
        "<day>( of)? <month>)(,? <year>)?",
        part_of_day,
    ),
    Rule("tomorrow <part>", "(<edge>~)?<relday> <part>", part_of_day),
    Rule(
        "the <part> of <date>",
        "(<edge>~)?(the )?(<edge:edge2>~)?<part>( hours)? of (the )?(<month> <day>(,? "
        "<year>)?|<day>( of)? <month>(,? <year>)?|<weekday>( <part:again>)?)",
        part_of_day,
    ),
    Rule("<date> <part>", "(<month> <day>|<day> <month>) <part>", part_of_day),
    Rule("tonight", "(<edge> )?tonight", tonight),
    Rule("last night", "(<edge> )?last (<nights:part>|evening|night)", last_night),
    Rule("this <part>", "(<edge> )?this <part>", this_part),
    Rule("overnight", "overnight", lambda g: At(Offset("day", 0), "NI"), guards.free_standing),
    Rule("that <part>", "(<edge> )?<narrative> <part>", running_part),
    Rule("the <part>", "(<edge>~)?(the )?<part>", bare_part, guards.part_company),
)
