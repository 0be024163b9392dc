"""The rules that all compiled languages share: how names and figures make dates.

The gaps between the parts are slots too ("<dm>" between day and month), because what may stand
there ("16 de marzo", "16-го марта", "3月16日") differs by language.
"""

from __future__ import annotations

from timeline.temporal.calendar import valid
from timeline.temporal.locales.guards import Guards, free, numeric
from timeline.temporal.nodes import Calendar, Direction, Duration, Node, Offset, Reference
from timeline.temporal.rule import Groups, Pair, Production, Rule


def calendar_date(g: Groups) -> Node | None:
    """A day or month, as far as the match names them."""
    year, month, day = g["year"], g["month"] or g["longmonth"], g["day"]
    if month is None or not valid(year, month, day):
        return None
    return Calendar(year, month, day)


def pair_of_days(g: Groups) -> Pair | None:
    """ "16-18 марта 2014": both days are of that month."""
    year, month, first, last = g["year"], g["month"], g["day"], g["day2"]
    if month is None or not first < last or not valid(year, month, last):
        return None
    return Pair(Calendar(year, month, first), Calendar(year, month, last))


def year_alone(g: Groups) -> Node | None:
    year = g["wordyear"] or g["yearword"] or g["fouryear"]
    return None if year is None else Calendar(year)


def day_alone(g: Groups) -> Node | None:
    """ "16日": in news a day near publication, wherever the text has been before."""
    return Calendar(day=g["dayword"], base="home") if 1 <= (g["dayword"] or 0) <= 31 else None


def weekday(g: Groups) -> Node | None:
    """A weekday, with what is said to be last or next."""
    number = g["fullday"] if g["fullday"] is not None else g["longday"]
    if number is None:
        return None
    direction: Direction = "past" if g["last"] else "future" if g["next"] else ""
    return Calendar(weekday=number, direction=direction)


def relative(g: Groups) -> Node | None:
    """ "Yesterday", "last year", "now"."""
    if g["relative"] is None:
        return None
    unit, away = g["relative"]
    if unit == "now":
        return Reference("PRESENT_REF")
    return Offset(unit, away, "published", about=unit in ("hour", "minute"))


def of_year_told(g: Groups) -> Node | None:
    """ "去年3月": a month, or a day of it, in the year that another word tells."""
    if g["relative"] is None or g["relative"][0] != "year":
        return None
    if not valid(None, g["longmonth"], g["day"]):
        return None
    return Calendar(month=g["longmonth"], day=g["day"], base="published", years=g["relative"][1])


def counted(g: Groups) -> Node | None:
    """ "Two years ago", "in three days"."""
    if g["counted"] is None or not g["counted"][1]:
        return None
    unit, away = g["counted"]
    return Offset(unit, away, "published", about=True)


def stretch(g: Groups) -> Node | None:
    """ "Three days", a length of time."""
    return None if g["length"] is None else Duration(g["length"][1], g["length"][0])


def in_figures(order: str) -> Production:
    """Figures in the order of the locale; the other one where only that can be."""

    def production(g: Groups) -> Node | None:
        year = g["four"] if g["four"] is not None else g["yy"]
        day_month = [(g["b"], g["a"]), (g["a"], g["b"])]
        for month, day in day_month if order != "MDY" else day_month[::-1]:
            if valid(year, month, day):
                return Calendar(year, month, day)
        return None

    return production


def year_first(g: Groups) -> Node | None:
    """ISO and its like; never year, day, month."""
    year, month, day = g["four"], g["a"], g["b"]
    if not 1000 <= year <= 2999 or not valid(year, month, day):
        return None
    return Calendar(year, month, day)


def rules(order: str, guards: Guards, spaced: bool) -> tuple[Rule, ...]:
    """The rules for a locale whose figures stand in this order."""
    day = "(<weekday><wd>)?" if spaced else "(<longday><wd>)?"
    made = [
        Rule("<day> <month> <year>", f"{day}<day><dm><month><my><year>", calendar_date, free),
        Rule("<day> <month>", f"{day}<day><dm><longmonth>", calendar_date, free),
        Rule("<month> <year>", "<longmonth><my><year>", calendar_date),
        Rule("<month>", "<longmonth>", calendar_date, guards.name),
        Rule("<weekday>", "<fullday>", weekday, guards.name),
        Rule("last <weekday>", "<last>_<longday>|<longday>_<last>", weekday),
        Rule("next <weekday>", "<next>_<longday>|<longday>_<next>", weekday),
        Rule("<relative>", "<relative>", relative, guards.relative),
        Rule("<year> <month> told", "<relative>_<longmonth>", of_year_told),
        Rule("<year> <month> <day> told", "<relative>_<longmonth>_<day>(<dafter>)?", of_year_told),
        Rule("<n> <units> ago", "<counted>", counted, free),
        Rule("<n> <units>", "<length>", stretch, free),
        Rule("<year>", "<fouryear>", year_alone, guards.year),
        Rule("<word> <year>", "<yearword>", year_alone),
        Rule("<year> <word>", "<wordyear>", year_alone, free),
        *_figures(order),
    ]
    month_first = f"{day}<month><md><day><my><year>"
    if spaced:
        made.append(Rule("<month> <day> <year>", month_first, calendar_date))
        day_last = "<year><ym><day><dm><month>"
        made.append(Rule("<year> <day> <month>", day_last, calendar_date, free))
        pair = "<day><to><day:day2><dm><month>(<my><year>)?"
        made.append(Rule("<day>-<day> <month>", pair, pair_of_days, free))
    made.append(Rule("<day>", "<dayword>(<wafter>)?", day_alone, free))
    tail = "(<dafter>)?(<wafter>)?"
    if order != "DMY":
        made.append(Rule("<month> <day>", f"{day}<longmonth><md><day>{tail}", calendar_date))
    if order == "YMD" or not spaced:
        whole = f"<year><ym><month><md><day>{tail}"
        made.append(Rule("<year> <month> <day>", whole, calendar_date, free))
        made.append(Rule("<year> <month>", "<year><ym><longmonth>", calendar_date, free))
    return tuple(made)


def _figures(order: str) -> list[Rule]:
    """Dates in figures, a rule for each sign between them."""
    found = []
    for sign in "./-":
        loose = f"{sign}_" if sign == "." else sign
        first = f"<four>{loose}<n:a>{loose}<n:b>"
        last = f"<n:a>{loose}<n:b>{loose}<four>|<two:a>{sign}<two:b>{sign}<yy>"
        found.append(Rule(f"<y>{sign}<m>{sign}<d>", first, year_first, numeric))
        found.append(Rule(f"<d>{sign}<m>{sign}<y>", last, in_figures(order), numeric))
    return found
