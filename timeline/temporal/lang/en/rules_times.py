"""English rules for clock times and parts of days, alone or on a day."""

from __future__ import annotations

from timeline.temporal.lang.en import guards
from timeline.temporal.lang.en.rules_dates import calendar_date
from timeline.temporal.nodes import At, Calendar, Node, Offset
from timeline.temporal.rule import Groups, Rule


def clock(g: Groups) -> str | None:
    """ "T14:30" from whatever slots hold hour, minute and half of day; None where impossible."""
    hour = g.get("hour") if g.get("hour") is not None else g.get("hour24")
    if hour is None:
        hour = g.get("hourword")
    if g.get("named") is not None:
        return str(g["named"])
    if hour is None:
        return None
    if g.get("ampm") == "p":
        hour = hour % 12 + 12
    elif g.get("ampm") == "a":
        hour %= 12
    minute = g.get("minute") or 0
    seconds = f":{g['second']:02d}" if g.get("second") is not None else ""
    return f"T{hour:02d}:{minute:02d}{seconds}"


def day_of(g: Groups) -> Calendar | Offset | None:
    """The day a time is on, None where the words name none."""
    if g.get("month") is not None:
        date = calendar_date(g)
        return date if isinstance(date, Calendar) else None
    if g.get("relday") is not None:
        return Offset("day", g["relday"])
    if g.get("weekday") is not None:
        step = g.get("deictic")
        return Calendar(weekday=g["weekday"],
                        direction="" if step is None else ("past", "this", "future")[step + 1])  # fmt: skip
    return None


def time_of_day(g: Groups) -> Node | None:
    said = clock(g)
    if said is None or (g.get("month") is not None and day_of(g) is None):
        return None
    return At(day_of(g), clock=said)


def part_of_day(g: Groups) -> Node | None:
    if g.get("month") is not None and day_of(g) is None:
        return None
    mod = g.get("edge") or ""
    if g["part"] == "MI" and not mod:
        return At(day_of(g), clock="T12:00")
    return At(day_of(g), g["part"], mod=mod)


def tonight(g: Groups) -> Node:
    return At(Offset("day", 0), "NI")


def last_night(g: Groups) -> Node:
    return At(Offset("day", -1), g["part"])


def this_part(g: Groups) -> Node:
    return At(Offset("day", 0), g["part"], mod=g.get("edge") or "")


def running_part(g: Groups) -> Node:
    """ "that night", "the next morning": on the day the text is at, or one from it."""
    return At(Offset("day", g["narrative"], "discourse"), g["part"], mod=g.get("edge") or "")


def bare_part(g: Groups) -> Node:
    return At(Offset("day", 0, "discourse"), g["part"], mod=g.get("edge") or "")


HM = "(<hour>(:<minute>(:<second>)?|.<minute>)?_<ampm>|<hour24>:<minute>(:<second>)?|<hour> o'clock|<hourword> o'clock|<named>|<hourword> <ampm>)"
ZONE = "( <zone>|_(_<zone>_))?".replace("_(_<zone>_)", "_<zone>")
DAY = "(<shortday:weekday>(,? <month> <day>(,? <year>)?)?|<month> <day>(,? <year>)?|<day> <month>(,? <year>)?|<relday>)"
ABOUT = "(around |about |approximately |shortly (after|before) |just (after|before) )?"

RULES = (
    Rule("<time>", f"{HM}{ZONE}( (in the|at) (morning|afternoon|evening|night))?", time_of_day, guards.numeric),
    Rule("<time> on <day>", f"{HM}{ZONE}(,| on|, on)? (the )?{DAY}", time_of_day, guards.numeric),
    Rule("<day> at <time>", f"{DAY}(,| at|, at)? {HM}{ZONE}", time_of_day),
    Rule("<hour> in the morning", "(<hour>|<hourword>)( o'clock)? (in the|at) <part>", lambda g: At(None, clock=f"T{((g['hour'] or g['hourword']) % 12) + (0 if g['part'] == 'MO' else 12):02d}:00")),
    Rule("<weekday> <part>", "(<edge>~)?(<deictic> )?<shortday:weekday>,? <part>", part_of_day),
    Rule("tomorrow <part>", "(<edge>~)?<relday> <part>", part_of_day),
    Rule("the <part> of <date>", "(<edge>~)?(the )?(<edge:edge2>~)?<part>( hours)? of (the )?(<month> <day>(,? <year>)?|<day>( of)? <month>(,? <year>)?|<weekday>)", part_of_day),
    Rule("<date> <part>", "(<month> <day>|<day> <month>) <part>", part_of_day),
    Rule("tonight", "(<edge> )?tonight", tonight),
    Rule("last night", "(<edge> )?last (<nights:part>|evening|night)", lambda g: At(Offset("day", -1), g["part"] or "NI", mod=g["edge"] or "")),
    Rule("this <part>", "(<edge> )?this <part>", this_part),
    Rule("overnight", "overnight", lambda g: At(Offset("day", 0), "NI"), guards.free_standing),
    Rule("that <part>", "(<edge> )?<narrative> <part>", running_part),
    Rule("the <part>", "(<edge>~)?(the )?<part>", bare_part, lambda v: v.before in ("in", "at", "during", "by", "that", "late", "early", "mid") or v.said.lower().startswith(("mid", "early", "late"))),
)  # fmt: skip
