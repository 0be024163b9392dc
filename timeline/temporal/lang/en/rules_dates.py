"""English rules for dates: days, months, years, decades, seasons, quarters, figures."""

from __future__ import annotations

from timeline.temporal.calendar import valid
from timeline.temporal.lang.en import guards
from timeline.temporal.nodes import Base, Calendar, Direction, Era, Holding, Node, Unread
from timeline.temporal.rule import Groups, Rule

DIRECTIONS: tuple[Direction, ...] = ("past", "this", "future")


def year_of(g: Groups) -> int | None:
    """The astronomical year a match names, from whichever of the year slots it has."""
    for slot in ("year", "anyyear", "yy", "spelledyear"):
        if g[slot] is not None:
            year = int(g[slot])
            return 1 - year if g["era"] == "bc" else year
    return None


def calendar_date(g: Groups) -> Node | None:
    """A day, month or year, as far as the match names them."""
    year, month, day = year_of(g), g["month"], g["day"]
    if not valid(year, month, day):
        return None
    return Calendar(year=year, month=month, day=day, mod=g["edge"] or "")


def same_year(g: Groups) -> Node | None:
    """A day or month "of that year"."""
    if not valid(None, g["month"], g["day"]):
        return None
    return Calendar(month=g["month"], day=g["day"], base="discourse", years=0,
                    mod=g["edge"] or "")  # fmt: skip


def beside_year(g: Groups) -> Node | None:
    """A month or day "of last year", "next year"."""
    if not valid(None, g["month"], g["day"]):
        return None
    base: Base = "published" if g["deictic"] is not None else "discourse"
    shift = g["deictic"] if base == "published" else g["narrative"]
    return Calendar(month=g["month"], day=g["day"], season=g["season"],
                    base=base, years=shift, mod=g["edge"] or "")  # fmt: skip


def directed(g: Groups) -> Node | None:
    """ "last Friday", "this June", "next summer"."""
    step = g["deictic"] if g["deictic"] is not None else g["narrative"]
    direction = DIRECTIONS[step + 1]
    base: Base = "discourse" if g["narrative"] is not None else "published"
    if not valid(None, g["month"], g["day"]):
        return None
    return Calendar(
        month=g["month"],
        day=g["day"],
        weekday=g["weekday"],
        season=g["season"],
        direction=direction,
        base=base,
        mod=g["edge"] or "",
    )


def weekday_of_week(g: Groups) -> Node:
    """ "Tuesday of last week": the weekday of that calendar week."""
    direction = DIRECTIONS[g["deictic"] + 1]
    return Calendar(weekday=g["weekday"], direction=direction, base="published", mod="week")


def year_of_our_lord(g: Groups) -> Node | None:
    """ "AD 79"; "BC 44" is not how it is written."""
    return calendar_date(g) if g["era"] == "ad" else None


def about_year(g: Groups) -> Node | None:
    """ "c. 1450": a year of three figures or four."""
    year = year_of(g)
    return None if year is None or 0 < year < 100 else Calendar(year, mod="APPROX")


def quarter_of_year(g: Groups) -> Node:
    return Calendar(year=g["year"], quarter=g["ordinal"])


def weekday(g: Groups) -> Node:
    return Calendar(weekday=g["weekday"], mod=g["edge"] or "")


def season(g: Groups) -> Node:
    return Calendar(season=g["season"], year=year_of(g), mod=g["edge"] or "")


def part_of_year(g: Groups) -> Node | None:
    """A quarter or half, with its year where it has one."""
    number = g["ordinal"] or g["which"]
    size = 4 if g["span"] == "quarter" else 2
    if number == -1:
        number = size
    if number is None or not 1 <= number <= size:
        return None
    base: Base | None = None
    years: int | None = None
    if g["deictic"] is not None:
        base, years = "published", g["deictic"]
    elif g["narrative"] is not None:
        base, years = "discourse", g["narrative"]
    return Calendar(
        year=year_of(g), quarter=number if size == 4 else None, half=number if size == 2 else None,
        base=base, years=years, mod=g["edge"] or "",
    )  # fmt: skip


def month_day_year(g: Groups) -> Node | None:
    """Figures in American order; day first where only that can be."""
    year = g["year"] if g["year"] is not None else g["yy"]
    first, second = g["one"], g["two"]
    for month, day in ((first, second), (second, first)):
        if valid(year, month, day):
            return Calendar(year, month, day)
    return None


def day_month_year(g: Groups) -> Node | None:
    """Figures with full stops: day first, as where such dates are written."""
    year = g["year"] if g["year"] is not None else g["yy"]
    return Calendar(year, g["two"], g["one"]) if valid(year, g["two"], g["one"]) else None


def year_month_day(g: Groups) -> Node | None:
    year, month, day = g["year"], g["one"], g["two"]
    return Calendar(year, month, day) if valid(year, month, day) else None


def decade(g: Groups) -> Node:
    mod = g["edge"] or ""
    if g["era"] == "bc":
        return Era("decade", -(g["bcdecade"] + 8), mod=mod)
    if g["decade"] is not None:
        whole = g["decade"] % 100 == 0 and g["decade"] < 2000  # "the 1800s" are a century
        return Era("century" if whole else "decade", g["decade"], mod=mod)
    short = g["shortdecade"] if g["shortdecade"] is not None else g["decadename"]
    return Era("decade", 1900 + short, mod=mod)


def day_of_running_month(g: Groups) -> Node | None:
    """ "on the 16th": of the month that the text is in."""
    return Calendar(day=g["ordinal"]) if 1 <= g["ordinal"] <= 31 else None


def edge_of_month(g: Groups) -> Node | None:
    """ "The last week of March" is late March; "the second day of March" is that day."""
    year, number = year_of(g), g["which"] or g["ordinal"]
    if g["calunit"] == "week" and -1 <= number <= 4:
        edge = {1: "START", 4: "END", -1: "END"}.get(number, "MID")
        return Calendar(year, g["month"], mod=edge)
    if g["calunit"] != "day":
        return Calendar(year, g["month"], mod="END" if number == -1 else "START") if (
            number in (1, -1)
        ) else None  # fmt: skip
    last = max(d for d in range(28, 32) if valid(year or 2001, g["month"], d))
    day = last if number == -1 else number
    return Calendar(year, g["month"], day) if 1 <= day <= last else None


def _edge(number: int, size: int) -> str:
    """The TIMEX3 modifier of one of two halves or four quarters; -1 is the last."""
    return {1: "START", size: "END", -1: "END"}.get(number, "MID")


def part_of_month(g: Groups) -> Node | None:
    """ "The second half of October" is late October."""
    if g["span"] != "half":
        return None
    return Calendar(year_of(g), g["month"], mod=_edge(g["ordinal"] or g["which"], 2))


def part_of_era(g: Groups) -> Node:
    """ "The first half of the 1990s", "the last quarter of the 19th century"."""
    mod = _edge(g["ordinal"] or g["which"], 2 if g["span"] == "half" else 4)
    if g["century"] is not None:
        return Era("century", 100 * (g["century"] - 1), mod=mod)
    if g["decade"] is not None:
        return Era("decade", g["decade"], mod=mod)
    return Era("decade", 1900 + g["shortdecade"], mod=mod)


def unit_of_day(g: Groups) -> Node | None:
    """ "The week of 8 October"."""
    if g["calunit"] not in ("week", "weekend") or not valid(year_of(g), g["month"], g["day"]):
        return None
    return Holding(g["calunit"], Calendar(year_of(g), g["month"], g["day"]))


def century(g: Groups) -> Node | None:
    number = g["ordinal"]
    if not 1 <= number <= 30:
        return None
    first = -100 * number + 1 if g["era"] == "bc" else 100 * (number - 1)
    return Era("century", first, mod=g["edge"] or "")


E = "(<about:edge>~)?"
THE = "(the )?(<about:edge>~)?(the )?"

RULES = (
    Rule(
        "<month> <day>, <year>",
        f"{E}(<shortday:weekday>,? )?<month> (the )?<day>(,_| |, of | of )<year>( <era>)?",
        calendar_date,
    ),
    Rule(
        "<day> <month> <year>",
        f"{E}(<shortday:weekday>,? (the )?)?<day>( of | |-)<month>(,_| | of |-)<year>( <era>)?",
        calendar_date,
    ),
    Rule("<month> <day>", f"{E}(<shortday:weekday>,? )?<month> (the )?<day>", calendar_date),
    Rule(
        "<day> <month>", f"{E}(<shortday:weekday>,? (the )?)?<day>( of | |-)<month>", calendar_date
    ),
    Rule(
        "<month> <day> of that year",
        f"{E}<month>( <day>)?(,| of|, of) (that|the same|that same) year",
        same_year,
    ),
    Rule(
        "<day> <month> of that year",
        f"{E}<day>( of)? <month>(,| of|, of) (that|the same|that same) year",
        same_year,
    ),
    Rule(
        "<month> of last year",
        f"{THE}<month>( <day>)?( of|,)? (<deictic>|<narrative>) year",
        beside_year,
    ),
    Rule(
        "<season> of last year", f"{THE}<season>( of|,) (<deictic>|<narrative>) year", beside_year
    ),
    Rule(
        "<month> <year>",
        f"{E}<month>(,_| | of |, of |-)(<year>|<spelledyear>)( <era>)?",
        calendar_date,
    ),
    Rule("<month> <year> BC", f"{E}(<day> )?<month>,? (of )?<anyyear> <era>", calendar_date),
    Rule("<month> '<yy>", f"{E}<month> <apostropheyear:yy>", calendar_date),
    Rule("<month>", f"{E}<month>", calendar_date, guards.month_name),
    Rule("last <month>", f"{E}(<deictic>|<narrative>) <month>( <day>)?", directed),
    Rule("<weekday>", "(<edge>~)?<weekday>", weekday, guards.not_name),
    Rule("last <weekday>", "(<edge>~)?(<deictic>|<narrative>) <weekday>", directed),
    Rule("<weekday> of last week", "<weekday>( of)? <deictic> week", weekday_of_week),
    Rule("<year>", f"{E}<year>", calendar_date, guards.plain_year),
    Rule("the year <year>", f"{THE}year <year>", calendar_date),
    Rule("<edge> <year>", "<edge>~(the year )?<year>", calendar_date, guards.not_money),
    Rule("<year> BC", f"{E}<anyyear> <era>", calendar_date),
    Rule("AD <year>", f"{E}<era>_<anyyear>", year_of_our_lord),
    Rule(
        "fiscal <year>",
        f"{THE}(fiscal|calendar|financial)( year)? (<year>|<spelledyear>)",
        calendar_date,
    ),
    Rule("FY<year>", "<fyear:year>|fy_<year>", calendar_date),
    Rule(
        "<year> fiscal year",
        f"{THE}<year> (fiscal|calendar|financial|tax|school|academic) year",
        calendar_date,
    ),
    Rule("<spelled year>", f"{THE}(year )?<spelledyear>", calendar_date, guards.spelled_year),
    Rule("<season> <year>", f"{THE}<season>( of|,)? <year>( <era>)?", season),
    Rule("<season> of '<yy>", f"{THE}<season>( of|,)? <apostropheyear:yy>", season),
    Rule("'<yy>", "<apostropheyear:yy>", calendar_date, guards.short_year),
    Rule("c. <year>", "c._<anyyear>( <era>)?", about_year),
    Rule("<season> <year> BC", f"{THE}<season>( of|,)? <anyyear> <era>", season),
    Rule("last <season>", f"{E}(<deictic>|<narrative>) <season>", directed),
    Rule("<season>", f"{THE}<season>", season, guards.season_in_time),
    Rule("the 1980s", f"{THE}<decade>", decade),
    Rule("the 470s BC", f"{THE}<bcdecade> <era>", decade),
    Rule("the nineteen-sixties", f"{THE}nineteen~<decadename>", decade),
    Rule("the '80s", f"{THE}<shortdecade>", decade, guards.decade_company),
    Rule("the eighties", "(the )?(<edge>~(the )?)?<decadename>", decade, guards.not_age),
    Rule("the <ordinal> century", f"{THE}<ordinal>~century( <era>)?", century),
    Rule(
        "the <ordinal> quarter",
        f"{THE}(fiscal )?(<ordinal>|<which>)~(fiscal )?<span>"
        "( of (the|its|this|their)( fiscal| financial| calendar)? year)?",
        part_of_year,
        guards.of_the_year,
    ),
    Rule(
        "the first half of <month>",
        "(the )?(<ordinal>|<which>) <span> of (the (month of )?)?<month>(,? <year>)?",
        part_of_month,
    ),
    Rule(
        "the first half of the 1990s",
        "(the )?(<ordinal>|<which>) <span> of the "
        "(<decade>|<shortdecade>|<ordinal:century>~century)",
        part_of_era,
    ),
    Rule(
        "the <ordinal> quarter of <year>",
        f"{THE}(fiscal )?(<ordinal>|<which>)~(fiscal )?<span>( of| in|,)? "
        "(the year |fiscal |calendar |the )?<year>( fiscal year)?",
        part_of_year,
    ),
    Rule(
        "the <ordinal> quarter of last year",
        f"{THE}(fiscal )?(<ordinal>|<which>)~<span>( of| in|,)? (<deictic>|<narrative>)"
        "( fiscal)? year",
        part_of_year,
    ),
    Rule(
        "last year's <ordinal> quarter",
        "(<deictic>|<narrative>) year's (fiscal )?(<ordinal>|<which>)~<span>",
        part_of_year,
    ),
    Rule(
        "the <year> <ordinal> quarter", f"{THE}<year>('s)? (fiscal )?<ordinal>~<span>", part_of_year
    ),
    Rule(
        "the first <unit> of <month>",
        "the (<ordinal>|<which>) <calunit> (of|in) <month>(,? <year>)?",
        edge_of_month,
    ),
    Rule(
        "the week of <day>",
        "(the )?<calunit> of (<month> (the )?<day>|<day>( of)? <month>)(,? <year>)?",
        unit_of_day,
    ),
    Rule("the 16th", "(the )<nth:ordinal>", day_of_running_month, guards.day_alone),
    Rule("Q<n> <year>", "<qn:ordinal>( of |,? |'|_)<year>", quarter_of_year),
    Rule(
        "<year>-<month>-<day>",
        "<year>-<two:one>(-<two>)?|<year>/<two:one>/<two>",
        year_month_day,
        guards.numeric,
    ),
    Rule(
        "<month>/<day>/<year>", "<num:one>/<num:two>/(<year>|<yy>)", month_day_year, guards.numeric
    ),
    Rule(
        "<month>-<day>-<year>", "<num:one>-<num:two>-(<year>|<yy>)", month_day_year, guards.numeric
    ),
    Rule("<day>.<month>.<year>", "<num:one>.<num:two>.<year>", day_month_year, guards.numeric),
    Rule(
        "<year> <month> <day>",
        "<year>(,? |-|/|.)<month>( |-|/|.)<day>|<day>(/|.|-)<month>(/|.|-)<year>",
        lambda g: Unread("en"),
        guards.one_line,
    ),
)
