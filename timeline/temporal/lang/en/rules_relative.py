"""English rules for what is told from another time: "last week", "two years ago", "now"."""

from __future__ import annotations

from timeline.temporal.lang.en import guards
from timeline.temporal.nodes import Base, Calendar, Duration, Node, Offset, Reference, Same
from timeline.temporal.rule import Groups, Rule


def day_away(days: int) -> object:
    """A production: so many days from publication, with the edge the words give."""
    return lambda g: Offset("day", days, mod=g.get("edge") or "")


def this_unit(g: Groups) -> Node | None:
    """ "last week", "this year", "the following month": whole units of the calendar."""
    step, base = g.get("deictic"), "published"
    if step is None:
        step, base = g["narrative"], "discourse"
    unit = g["calunit"]
    if base == "discourse" and step == 0:
        return Same(unit, mod=g.get("edge") or "")
    return Offset(unit, step, base, mod=g.get("edge") or "")  # type: ignore[arg-type]


def ago(g: Groups) -> Node:
    """ "two years ago", "a week earlier": a count of units from publication or from the text."""
    amount, unit = counted(g)
    sign, base = g["away"]
    mod = g.get("approx") or ""
    return Offset(unit, None if amount is None else sign * amount, base, about=True, mod=mod)


def counted(g: Groups) -> tuple[float | None, object]:
    """(amount, unit) of a counted unit; "fortnight" is two weeks, a night is a day."""
    amount = g.get("number") if g.get("number") is not None else g.get("vague")
    unit = g.get("unit") or g.get("units") or g.get("anyunit")
    if unit == "fortnight":
        return (None if amount is None else amount * 2), "week"
    return amount, "day" if unit == "night" else unit


def reference(value: str) -> object:
    """A production for one of the three references."""
    return lambda g: Reference(value, mod="")


def the_unit(unit: str) -> object:
    """A production: the running unit, "the year", with the edge the words give."""
    return lambda g: Offset(unit, 0, "discourse", mod=g.get("edge") or "")  # type: ignore[arg-type]


def period_of_last_year(g: Groups) -> Node:
    """ "the year-ago quarter", "the year-earlier period"."""
    return Offset("quarter", -4, "published")


E = "(<edge>~)?"
COUNT = "(<number>|<vague>)( more| other| full| long| short| consecutive)?"

RULES = (
    Rule("today", f"{E}today", day_away(0)),
    Rule("yesterday", f"{E}yesterday", day_away(-1)),
    Rule("tomorrow", f"{E}tomorrow", day_away(1)),
    Rule("the day before yesterday", "the day before yesterday", day_away(-2)),
    Rule("the day after tomorrow", "the day after tomorrow", day_away(2)),
    Rule("a week ago <weekday>", "a week (ago|from) (<weekday>|today|yesterday)", lambda g: Calendar(weekday=g["weekday"], direction="past") if g["weekday"] is not None else Offset("day", -7)),
    Rule("last <unit>", f"{E}(the )?(<deictic>|<narrative>)( fiscal| calendar| full| whole| entire)? <calunit>", this_unit, lambda v: not v.said.lower().startswith("past ")),
    Rule("the last <unit>", "the (last|past) <unit>", lambda g: Duration(1, g["unit"], "past")),
    Rule("last <unit>'s period", "(the )?(corresponding|comparable|same) (period|quarter)( of| in|,)? (last year|a year (ago|earlier))", period_of_last_year),
    Rule("the year-ago quarter", "(the )?(comparable |corresponding |same )?year~(ago|earlier)( (fiscal )?<ordinal>)?~(quarter|period)", lambda g: Calendar(quarter=g["ordinal"], years=-1, base="published") if g["ordinal"] else period_of_last_year(g)),
    Rule("year-ago", "year-(ago|earlier)", lambda g: Offset("year", -1, "published")),
    Rule("<n> <units> ago", f"(<approx> )?{COUNT}~<anyunit> <away>", ago, guards.not_money),
    Rule("a <unit> or so ago", "(a|an) <unit> or (so|two|more) <away>", lambda g: Offset(g["unit"], g["away"][0], g["away"][1], about=True, mod="APPROX")),
    Rule("<units> ago", "<units> <away>", lambda g: Offset(g["units"], None, g["away"][1])),
    Rule("long ago", "(long|not long|some time|a while|sometime|a long time|a short time) ago", reference("PAST_REF")),
    Rule("the latest quarter", "the (latest|most recent) (fiscal )?(quarter|period)", lambda g: Offset("quarter", -1)),
    Rule("the quarter", "the (quarter|fiscal quarter)", lambda g: Offset("quarter", -1)),
    Rule("the year", "(<edge> )?the( full| fiscal| calendar| whole| entire)? year", the_unit("year"), lambda v: v.after not in ("of", "ago", "when") or "full" in v.said),
    Rule("the month", "(<edge> )?the( full| whole| entire)? month", the_unit("month"), lambda v: v.after != "of"),
    Rule("the week", "(<edge> )?the( full| whole| entire)? week", the_unit("week"), lambda v: v.after != "of"),
    Rule("the weekend", f"{E}(over )?the( long)? weekend".replace("(over )?", ""), lambda g: Offset("weekend", -1)),
    Rule("the day", "(<edge> )?(the|one) (same )?day (before|earlier|after|later)", lambda g: None),
    Rule("the day before", "the (day|night) (before|earlier)", lambda g: Offset("day", -1, "discourse"), lambda v: v.after[:1].islower() is False or v.after in ("and", "that", "the", "when", "by", "in", "to", "but")),
    Rule("the day after", "the (day|night) (after|later)", lambda g: Offset("day", 1, "discourse"), lambda v: not v.after),
    Rule("year-end", "(the )?(<edge> )?(year~end|year's end|end of the year)", the_unit("year")),
    Rule("month-end", "(the )?(month~end|month's end)", the_unit("month")),
    Rule("now", "(right |just |until |by )?now".replace("(right |just |until |by )?", "(right )?"), reference("PRESENT_REF"), guards.since_present),
    Rule("currently", "currently|nowadays|presently|at present|these days|the present( time| day)?|present day|the current (time|moment|period)|the time being|this time|this moment|at the moment|at this (time|point|moment)", reference("PRESENT_REF"), lambda v: not v.said.lower().startswith("at ") and v.said.lower() != "this time"),
    Rule("current", "current", reference("PRESENT_REF"), lambda v: v.before not in ("electric", "alternating", "direct")),
    Rule("recently", "(more |most )?(recently|lately)", reference("PAST_REF"), guards.not_after_as),
    Rule("recent <units>", "(the )?(more |most )?recent <units>", reference("PAST_REF")),
    Rule("recent", "recent( time| times| past| history)", reference("PAST_REF")),
    Rule("the past", "(the )?(recent |distant )?past", reference("PAST_REF"), lambda v: v.said.lower().startswith("the") and v.before in ("in", "of", "from", "to", "than", "with", "about") and not v.after[:1].islower() | (v.after in ("and", "that", "to", "as", "by", "was", "is", "has", "have", "but"))),
    Rule("past <units>", "past (years|months|weeks|decades|centuries)", reference("PAST_REF")),
    Rule("previously", "previously|formerly", reference("PAST_REF"), lambda v: not v.opens and False),
    Rule("the future", "(the )?(near |immediate |foreseeable |distant |not-too-distant |very near )?future", reference("FUTURE_REF"), lambda v: v.said.lower() != "future" or v.before in ("in", "for")),
    Rule("coming <units>", "(the )?coming <units>", reference("FUTURE_REF")),
    Rule("soon", "soon", reference("FUTURE_REF"), lambda v: guards.not_after_as(v) and v.after not in ("after", "afterwards", "afterward", "enough", "as", "before", "became", "began")),
)  # fmt: skip

BASES: dict[str, tuple[int, Base]] = {}
