"""English rules for two ends told in one: "16-18 March", "1914-1918", "from 6 to 8 p.m."."""

from __future__ import annotations

from timeline.temporal.calendar import valid
from timeline.temporal.lang.en import guards
from timeline.temporal.lang.en.rules_dates import year_of
from timeline.temporal.lang.en.rules_times import DAY, day_of
from timeline.temporal.nodes import At, Base, Calendar, Era
from timeline.temporal.rule import Groups, Pair, Rule


def days_of_month(g: Groups) -> Pair | None:
    """ "March 16-18, 2014": two days of one month."""
    year = year_of(g)
    first, last = g["first"], g["last"]
    if first >= last or not (valid(year, g["month"], first) and valid(year, g["month"], last)):
        return None
    return Pair(Calendar(year, g["month"], first), Calendar(year, g["month"], last))


def months_of_year(g: Groups) -> Pair | None:
    """ "March and June 2014": the year belongs to both, unless the order would be turned."""
    year = year_of(g)
    first, last = g["first"], g["last"]
    if year is None or not (valid(year, first, g["day"]) and valid(year, last, g["day2"])):
        return None
    earlier = year - 1 if (first, g["day"] or 0) > (last, g["day2"] or 32) else year
    return Pair(Calendar(earlier, first, g["day"]), Calendar(year, last, g["day2"]))


def months_beside_year(g: Groups) -> Pair | None:
    """ "May and July last year"."""
    if g["first"] >= g["last"]:
        return None
    base: Base = "published" if g["deictic"] is not None else "discourse"
    years = g["deictic"] if g["deictic"] is not None else g["narrative"]
    return Pair(
        Calendar(month=g["first"], base=base, years=years),
        Calendar(month=g["last"], base=base, years=years),
    )


def seasons_of_year(g: Groups) -> Pair | None:
    """ "The spring and summer of 1940"; a winter comes last."""
    if g["first"] >= g["last"]:
        return None
    return Pair(Calendar(g["year"], season=g["first"]), Calendar(g["year"], season=g["last"]))


def years_pair(g: Groups) -> Pair | None:
    """ "1914-1918", "1998-99"; "2001-09" is a month, but "2007-08" two years."""
    if g["era"] == "bc":
        one, two = 1 - g["anyyear"], 1 - g["bclast"]
        return Pair(Calendar(one), Calendar(two)) if 0 < two - one < 1000 else None
    first = g["year"]
    short = g["short"] % 100 if g["short"] is not None else None
    if short is not None and short <= 12 and short != (first + 1) % 100:
        return None
    last = g["last"] if g["last"] is not None else first // 100 * 100 + (short or 0)
    return Pair(Calendar(first), Calendar(last)) if 0 < last - first < 500 else None


def split_year(g: Groups) -> Pair | None:
    """ "2014/15", the year of a season or a budget: only where the second follows the first."""
    if g["short"] % 100 != (g["year"] + 1) % 100:
        return None
    return Pair(Calendar(g["year"]), Calendar(g["year"] + 1))


def nights(g: Groups) -> Pair | None:
    """ "The night of 21-22 February": one night, told by the days that it joins."""
    days = days_of_month(g)
    if days is None or not isinstance(days.one, Calendar):
        return None
    return Pair(At(days.one, g["nights"]), days.two)


def decades(g: Groups) -> Pair | None:
    """ "The 1960s and 70s": the second as short as it is said."""
    first = g["decade"] if g["decade"] is not None else 1900 + g["first"]
    last = g["last"] if g["last"] is not None else first // 100 * 100 + g["shortdecade"]
    return Pair(Era("decade", first), Era("decade", last)) if first < last else None


def centuries(g: Groups) -> Pair | None:
    """ "The late 19th and early 20th centuries"."""
    first, last = g["first"], g["last"]
    if not 1 <= first < last <= 30:
        return None
    return Pair(
        Era("century", 100 * (first - 1), mod=g["edge"] or ""),
        Era("century", 100 * (last - 1), mod=g["edge2"] or ""),
    )


def _clock(hour: int, minute: int | None, half: str) -> str:
    return f"T{hour % 12 + (12 if half == 'p' else 0):02d}:{minute or 0:02d}"


def clock_pair(g: Groups) -> Pair | None:
    """ "6-8 p.m.", "between 2pm and 4pm on Monday": half and day of the last belong to both."""
    if g["month"] is not None and day_of(g) is None:
        return None
    last = g["ampm"]
    first = g["ampm1"] or ("a" if last == "p" and g["last"] % 12 < g["first"] % 12 else last)
    return Pair(
        At(day_of(g), clock=_clock(g["first"], g["minute"], first)),
        At(day_of(g), clock=_clock(g["last"], g["minute2"], last)),
    )


CLOCKS = "<hour:first>(:<minute>)?(_<ampm:ampm1>)?"
FISCAL = "((the )?(fiscal|financial|tax|school|academic)( year)? )?"

RULES = (
    Rule(
        "the 1960s and 70s",
        "(the )?(<decade>|<shortdecade:first>)_<to>_(the )?(<decade:last>|<shortdecade>)",
        decades,
    ),
    Rule(
        "the <ordinal> and <ordinal> centuries",
        "(the )?(<edge>~)?<ordinal:first>(~century)?_<to>_(the )?(<edge:edge2>~)?"
        "<ordinal:last>~(century|centuries)",
        centuries,
    ),
    Rule(
        "<month> <day>-<day>, <year>",
        "<month> (the )?<day:first>_<to>_(the )?<day:last>(,? <year>)?",
        days_of_month,
    ),
    Rule(
        "<day>-<day> <month> <year>",
        "<day:first>_<to>_(the )?<day:last>( of)? <month>(,? <year>)?",
        days_of_month,
    ),
    Rule(
        "the night of <day>-<day> <month>",
        "(the )?<nights> (of |from )?(the )?<day:first>_<to>_(the )?<day:last>( of)? <month>"
        "(,? <year>)?",
        nights,
    ),
    Rule(
        "the night of <month> <day>-<day>",
        "(the )?<nights> of <month> <day:first>_<to>_<day:last>(,? <year>)?",
        nights,
    ),
    Rule(
        "<month>-<month> <year>",
        "<month:first>_<to>_<month:last>(,| of)? <year>",
        months_of_year,
    ),
    Rule(
        "<month> <day>-<month> <day>, <year>",
        "<month:first> <day>_<to>_<month:last> <day:day2>,? <year>",
        months_of_year,
    ),
    Rule(
        "<day> <month>-<day> <month> <year>",
        "<day> <month:first>_<to>_<day:day2> <month:last>,? <year>",
        months_of_year,
    ),
    Rule(
        "<month>-<month> last year",
        "<month:first>_<to>_<month:last>( of|,)? (<deictic>|<narrative>) year",
        months_beside_year,
    ),
    Rule(
        "<season>-<season> <year>",
        "(the )?<season:first>_<to>_(the )?<season:last>( of|,)? <year>",
        seasons_of_year,
    ),
    Rule(
        "<year>-<year> BC",
        "<anyyear>_<to>_<anyyear:bclast> <era>",
        years_pair,
        guards.year_range,
    ),
    Rule(
        "<year>-<year>",
        f"{FISCAL}<year>_<to>_(<year:last>|<yy:short>)",
        years_pair,
        guards.year_range,
    ),
    Rule("<year>/<yy>", f"{FISCAL}<year><slash:to><yy:short>", split_year, guards.year_range),
    Rule(
        "<hour>-<hour> p.m.",
        f"{CLOCKS}_<to>_<hour:last>(:<minute:minute2>)?_<ampm>((,| on|, on)? (the )?{DAY})?",
        clock_pair,
        guards.numeric,
    ),
)
