"""English rules for what is told from another time: "last week", "two years ago", "now"."""

from __future__ import annotations

from typing import cast

from timeline.temporal.lang.en import guards
from timeline.temporal.lang.en.tense import TENSE
from timeline.temporal.lang.guarding import both, looks
from timeline.temporal.nodes import (
    Base,
    Beside,
    Calendar,
    Duration,
    Node,
    Offset,
    Period,
    Reference,
    Same,
    Unit,
)
from timeline.temporal.rule import Groups, Production, Rule

EDGE = "(<edge>~)?"
COUNT = "(<number>|<vague>)( more| other| full| long| short| consecutive)?"


def day_away(days: int) -> Production:
    """So many days from publication, with the edge the words give."""
    return lambda g: Offset("day", days, mod=g["edge"] or "")


def reference(value: str) -> Production:
    """One of the three references to a time nobody can name."""
    return lambda g: Reference(value)


def running(unit: Unit) -> Production:
    """The unit that the text is in, "the year": in news that of publication."""
    return lambda g: Offset(unit, 0, "home", mod=g["edge"] or "")


def reported(years: int) -> Production:
    """The quarter that a report is about, so many years away."""
    return lambda g: Period(years, g["ordinal"], year=g["year"])


def whole_unit(g: Groups) -> Node | None:
    """ "last week", "this year", "the following month": whole units of the calendar."""
    base: Base = "published" if g["deictic"] is not None else "discourse"
    step = g["deictic"] if base == "published" else g["narrative"]
    if base == "discourse" and step == 0:
        return Same(g["calunit"], mod=g["edge"] or "")
    return Offset(g["calunit"], step, base, mod=g["edge"] or "")


def counted(g: Groups) -> tuple[float | None, Unit]:
    """(amount, unit) of a counted unit."""
    amount = g["number"] if g["number"] is not None else g["vague"]
    unit = g["unit"] or g["units"] or g["anyunit"]
    return so_many(amount, unit)


def so_many(amount: float | None, unit: str) -> tuple[float | None, Unit]:
    """(amount, unit) with fortnights told in weeks."""
    if unit == "fortnight":
        return (None if amount is None else amount * 2), "week"
    return amount, cast(Unit, unit)


def away(g: Groups) -> Node:
    """ "two years ago", "a week earlier": a count of units from publication or from the text."""
    amount, unit = counted(g)
    sign, base = g["away"]
    if amount is None:
        return Offset(unit, None, base, mod="AFTER" if sign > 0 else "BEFORE")
    return Offset(unit, sign * amount, base, about=True, mod=g["approx"] or "")


def years_ago_today(g: Groups) -> Node | None:
    """ "Fifty years ago today", "a month from today": to the day."""
    amount, unit = counted(g)
    sign, base = g["away"]
    if amount is None or amount != int(amount) or base != "published":
        return None
    if unit in ("day", "week"):
        return Offset("day", sign * amount * (7 if unit == "week" else 1))
    return Offset(unit, sign * amount, to_the_day=True) if unit in ("month", "year") else None


def one_away(g: Groups) -> Node:
    """ "a week or so ago"."""
    sign, base = g["away"]
    amount, unit = so_many(sign, g["unit"])
    return Offset(unit, amount, base, about=True, mod="APPROX")


def beside(g: Groups) -> Node:
    """ "the day after" something that may have a date."""
    return Beside(g["unit"], g["beside"])


def half_more(g: Groups) -> Node:
    """ "a year and a half later"."""
    sign, base = g["away"]
    amount, unit = so_many(1.5 * sign, g["unit"])
    return Offset(unit, amount, base, about=True)


def last_unit(g: Groups) -> Node:
    """ "the last week": a length that ends at publication."""
    return Duration(*so_many(1, g["unit"]), "past")


def week_before(g: Groups) -> Node:
    """ "a week ago Friday", "a week from today"."""
    sign = g["away"][0]
    if g["weekday"] is None:
        return Offset("day", 7 * sign + g["relday"])
    return Calendar(weekday=g["weekday"], direction="past" if sign < 0 else "future")


RULES = (
    Rule("today's <noun>", "today", reference("PRESENT_REF"), guards.nowadays),
    Rule("today", f"{EDGE}today", day_away(0), guards.common),
    Rule("yesterday", f"{EDGE}yesterday", day_away(-1)),
    Rule("tomorrow", f"{EDGE}tomorrow", day_away(1), guards.common),
    Rule("the day before yesterday", "the day before yesterday", day_away(-2)),
    Rule("the day after tomorrow", "the day after tomorrow", day_away(2)),
    Rule(
        "<n> <weekdays> ago",
        "<number> <weekdays> ago",
        lambda g: Calendar(weekday=g["weekdays"], direction="past", weeks=1 - int(g["number"])),
    ),
    Rule("<n> years ago today", f"{COUNT}~<anyunit> <away> today", years_ago_today),
    Rule("a week ago <weekday>", "a week <away> (<weekday>|<relday>)", week_before),
    Rule(
        "a week from <weekday>",
        "(a|<number>) (week|weeks) from <weekday>",
        lambda g: Calendar(weekday=g["weekday"], direction="future", weeks=int(g["number"] or 1)),
    ),
    Rule(
        "last <unit>",
        "(<about:edge>~)?(<deictic>|<narrative>)( fiscal| calendar| full| whole| entire)? "
        "<calunit>",
        whole_unit,
        guards.running_unit,
    ),
    Rule("the past year", "(the |this )?past year", lambda g: Offset("year", -1, rolling=True)),
    Rule("the last <unit>", "the (last|past) <unit>", last_unit),
    Rule(
        "the same period last year",
        "(the )?(corresponding|comparable|same) (period|quarter)( of| in|,)? "
        "(last year|a year (ago|earlier))",
        reported(-1),
    ),
    Rule("last year's quarter", "last year's (quarter|period)", reported(-1)),
    Rule(
        "the year-ago quarter",
        "(the )?(comparable |corresponding |same )?year~(ago|earlier)"
        "( (fiscal )?<ordinal>)?~(quarter|period)",
        reported(-1),
    ),
    Rule("year-earlier", "year-(ago|earlier)", reported(-1), guards.reported_figure),
    Rule(
        "the quarter",
        "the (latest |most recent )?(fiscal )?quarter",
        reported(0),
        guards.free_standing,
    ),
    Rule(
        "a quarter-century ago",
        "(a |the )?quarter~century <away>",
        lambda g: Offset("year", 25 * g["away"][0], g["away"][1], about=True),
    ),
    Rule("the latest period", "the (latest|most recent) period", reported(0)),
    Rule("<n> <units> ago", f"(<approx> )?{COUNT}~<anyunit> <away>", away, guards.ago),
    Rule("a <unit> or so ago", "(a|an) <unit> or (so|two|more) <away>", one_away),
    Rule("a <unit> and a half ago", "(a|an|one) <unit> and (a|one)~half <away>", half_more),
    Rule("<units> ago", "<units> <away>", away, guards.ago),
    Rule(
        "long ago",
        "(long|not long|some time|a while|sometime|a long time|a short time) ago",
        reference("PAST_REF"),
    ),
    Rule("the year ended", "the( fiscal)? year", lambda g: Duration(1, "year"), guards.ending),
    Rule("the <year> quarter", "the <year> (quarter|period)", reported(0)),
    Rule("recent", "recent", reference("PAST_REF")),
    Rule("former", "former", reference("PAST_REF"), genre="narrative"),
    Rule("future <noun>", "future", reference("FUTURE_REF"), genre="narrative"),
    Rule(
        "the year",
        "(<edge> )?the( full| fiscal| calendar| whole| entire)? year",
        running("year"),
        guards.not_of,
    ),
    Rule("the month", "(<edge> )?the( full| entire)? month", running("month"), guards.not_of),
    Rule("the week", "(<edge> )?the( full| entire)? week", running("week"), guards.not_of),
    Rule(
        "the weekend ahead",
        f"{EDGE}the( long)? weekend",
        lambda g: Offset("weekend", 0),
        both(guards.not_of, looks("future", TENSE)),
    ),
    Rule(
        "the weekend",
        f"{EDGE}the( long)? weekend",
        lambda g: Offset("weekend", -1),
        guards.not_of,
    ),
    Rule(
        "later in the day",
        "(<edge> )the day",
        lambda g: Offset("day", 0, "discourse", mod=g["edge"] or ""),
        guards.not_of,
    ),
    Rule(
        "the day before",
        "the (day|night) (before|earlier)",
        lambda g: Offset("day", -1, "discourse"),
        guards.adverb_end,
    ),
    Rule(
        "the day after",
        "the (day|night) (after|later)",
        lambda g: Offset("day", 1, "discourse"),
        guards.adverb_end,
    ),
    Rule("the <unit> after <event>", "the <besides:unit> <beside>", beside),
    Rule(
        "year-end", "(the )?(year~end|year's end)", lambda g: Calendar(month=12, day=31, loose=True)
    ),
    Rule("month-end", "(the )?(month~end|month's end)", running("month")),
    Rule("now", "(right )?now", reference("PRESENT_REF"), guards.not_conjunction),
    Rule(
        "currently",
        "currently|nowadays|presently|these days|present day|the time being|"
        "(the )?present( time| day)|the current (time|moment)|this moment",
        reference("PRESENT_REF"),
    ),
    Rule("current", "current", reference("PRESENT_REF"), guards.not_electric),
    Rule("recently", "(more |most )?(recently|lately)", reference("PAST_REF"), guards.not_after_as),
    Rule("recent times", "recent (times|history)", reference("PAST_REF")),
    Rule("the past", "the (recent |distant )?past", reference("PAST_REF"), guards.noun_past),
    Rule("past <units>", "past (years|months|weeks|decades|centuries)", reference("PAST_REF")),
    Rule(
        "the future",
        "(the )?(near |immediate |foreseeable |distant |not-too-distant |very near )?future",
        reference("FUTURE_REF"),
        guards.noun_future,
    ),
    Rule("coming <units>", "(the )?coming <units>", reference("FUTURE_REF")),
    Rule("soon", "soon", reference("FUTURE_REF"), guards.soon_ahead, genre="news"),
)
