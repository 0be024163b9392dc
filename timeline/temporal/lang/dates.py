"""What matches of dates mean, for languages whose slots carry the names below.

French "le 16 mars" and German "16. März" say the same thing once their slots are read:
day 1 to 31, month 1 to 12, year, yy, anyyear, era ("bc", "ad"), weekday 0 to 6, season 1 to 4,
ordinal, unit, number, edge and approx (TIMEX3 modifiers), hour, minute, part (MO MI AF EV NI).
`near` is the adjective of direction: (units away, "published" or "discourse").
"""

from __future__ import annotations

from timeline.temporal.calendar import valid
from timeline.temporal.nodes import (
    Base,
    Calendar,
    Direction,
    Era,
    Feast,
    Node,
    Offset,
    Ranked,
    Reference,
    Same,
)
from timeline.temporal.rule import Groups, Pair, Production

DIRECTIONS: tuple[Direction, ...] = ("past", "this", "future")


def year_of(g: Groups) -> int | None:
    """The astronomical year a match names, from whichever of the year slots it has."""
    for slot in ("year", "anyyear", "yy", "spelledyear"):
        if g[slot] is not None:
            year = int(g[slot])
            return 1 - year if g["era"] == "bc" else year
    return None


def edge_of(g: Groups) -> str:
    return g["edge"] or g["edge2"] or ""


def directed(g: Groups) -> tuple[Direction, Base | None]:
    """What "last", "this" or "the following" beside a day or month says."""
    if g["near"] is None:
        return "", None
    step, base = g["near"]
    return DIRECTIONS[max(-1, min(1, step)) + 1], "discourse" if base == "discourse" else None


def calendar_date(g: Groups) -> Node | None:
    """A day, month, season or year, as far as the match names them."""
    year, month, day = year_of(g), g["month"], g["day"]
    if not valid(year, month, day):
        return None
    direction, base = directed(g)
    return Calendar(year, month, day, season=g["season"], direction=direction, base=base,
                    mod=edge_of(g))  # fmt: skip


def weekday(g: Groups) -> Node:
    """ "Tuesday", "last Tuesday"."""
    direction, base = directed(g)
    return Calendar(weekday=g["weekday"], direction=direction, base=base, mod=edge_of(g))


def weekday_of_week(g: Groups) -> Node:
    """ "Tuesday of last week": the weekday of that calendar week."""
    direction, _ = directed(g)
    return Calendar(weekday=g["weekday"], direction=direction, base="published", mod="week")


def beside_year(g: Groups) -> Node | None:
    """A day, month, season, quarter or half "of last year"."""
    years, base = g["near"]
    if not valid(None, g["month"], g["day"]):
        return None
    quarter, half = _parts(g)
    if g["span"] is not None and quarter is None and half is None:
        return None
    return Calendar(month=g["month"], day=g["day"], season=g["season"], quarter=quarter, half=half,
                    base=base, years=years, mod=edge_of(g))  # fmt: skip


def _parts(g: Groups) -> tuple[int | None, int | None]:
    """(quarter, half) by `ordinal` and `span`, both None where there is no such part."""
    size = {"quarter": 4, "half": 2}.get(g["span"] or "", 0)
    number = size if g["ordinal"] == -1 else g["ordinal"]
    if number is None or not 1 <= number <= size:
        return None, None
    return (number, None) if size == 4 else (None, number)


def part_of_year(g: Groups) -> Node | None:
    """A quarter or half, with its year where it has one."""
    quarter, half = _parts(g)
    if quarter is None and half is None:
        return None
    direction, base = directed(g)
    return Calendar(year_of(g), quarter=quarter, half=half, direction=direction, base=base,
                    mod=edge_of(g))  # fmt: skip


def quarter_of_year(g: Groups) -> Node:
    """ "T3 2014", "Q3/2014"."""
    return Calendar(year_of(g), quarter=g["ordinal"])


def day_month_year(g: Groups) -> Node | None:
    """Figures, the day first."""
    year = year_of(g)
    return Calendar(year, g["two"], g["one"]) if valid(year, g["two"], g["one"]) else None


def year_month_day(g: Groups) -> Node | None:
    """Figures, the year first."""
    year, month, day = g["year"], g["one"], g["two"]
    return Calendar(year, month, day) if valid(year, month, day) else None


def years_ago(g: Groups) -> Node | None:
    """ "August two years ago"."""
    number = g["number"]
    if number != int(number) or not 1 <= number <= 200:
        return None
    return Calendar(month=g["month"], years=-int(number), base="published", mod=edge_of(g))


def ranked_weekday(g: Groups) -> Node | None:
    """ "The first Sunday in July" is that day; without a month the day is open."""
    month = None if g["month"] is None else Calendar(year_of(g), g["month"])
    if g["near"] is not None:
        month = Calendar(month=g["month"], years=g["near"][0], base=g["near"][1])
    return Ranked(g["ordinal"], g["weekday"], month) if -1 <= g["ordinal"] <= 5 else None


def open_weekday(g: Groups) -> Node:
    """ "A Tuesday": nobody says which."""
    return Ranked(1, g["weekday"])


def ranked_day(g: Groups) -> Node | None:
    """ "The 15th of this month"."""
    step, base = g["near"]
    return Ranked(g["day"], None, Offset("month", step, base))


def day_alone(g: Groups) -> Node:
    """ "On the 16th": of the month that the text is in."""
    return Calendar(day=g["day"], weekday=g["weekday"], mod=edge_of(g))


def season_over(g: Groups) -> Node | None:
    """ "The winter of 1946/47": named by the year that it begins in."""
    last = g["year2"] if g["year2"] is not None else g["short"]
    return Calendar(g["year"], season=g["season"], mod=edge_of(g)) if (
        (g["year"] + 1 - last) % 100 == 0) else None  # fmt: skip


def decade(g: Groups) -> Node:
    """ "The 1980s", "the eighties"."""
    if g["decade"] is not None:
        return Era("decade", g["decade"], mod=edge_of(g))
    short = g["shortdecade"] if g["shortdecade"] is not None else g["decadename"]
    return Era("decade", 1900 + short, mod=edge_of(g))


def decades(g: Groups) -> Pair | None:
    """ "The 1950s and 60s": two decades, the short ones of the last century."""
    first, last = (n + 1900 if n < 100 else n for n in (g["one"], g["two"]))
    return Pair(Era("decade", first), Era("decade", last)) if first < last else None


def century(g: Groups) -> Node | None:
    """ "The 19th century", with its era."""
    number = g["ordinal"]
    if not 1 <= number <= 30:
        return None
    first = -100 * number + 1 if g["era"] == "bc" else 100 * (number - 1)
    return Era("century", first, mod=edge_of(g))


def centuries(g: Groups) -> Pair | None:
    """ "The 16th and 17th centuries"."""
    first, last = g["one"], g["two"]
    if not 1 <= first < last <= 30:
        return None
    return Pair(Era("century", 100 * first - 100), Era("century", 100 * last - 100))


def feast(g: Groups) -> Node:
    """A holiday that names a day."""
    direction, _ = directed(g)
    return Feast(g["holiday"], year_of(g), direction, mod=edge_of(g))


def days_of_month(g: Groups) -> Pair | None:
    """Two days of one month."""
    year, (direction, _) = year_of(g), directed(g)
    first, last = g["first"], g["last"]
    if first >= last or not (valid(year, g["month"], first) and valid(year, g["month"], last)):
        return None
    return Pair(Calendar(year, g["month"], first, direction=direction),
                Calendar(year, g["month"], last, direction=direction))  # fmt: skip


def months_of_year(g: Groups) -> Pair | None:
    """Two months, or days of two months, of one year, unless the order would be turned."""
    year = year_of(g)
    first, last = g["first"], g["last"]
    if year is None or not (valid(year, first, g["day"]) and valid(year, last, g["day2"])):
        return None
    earlier = year - 1 if (first, g["day"] or 0) > (last, g["day2"] or 32) else year
    return Pair(Calendar(earlier, first, g["day"]), Calendar(year, last, g["day2"]))


def years_pair(g: Groups) -> Pair | None:
    """ "1914-1918", "1998/99"; "2001-09" may be a month and is no pair."""
    first = g["year"]
    short = g["short"] % 100 if g["short"] is not None else None
    if short is not None and short <= 12 and short != (first + 1) % 100:
        return None
    last = g["last"] if g["last"] is not None else first // 100 * 100 + (short or 0)
    last += 100 if first % 100 == 99 and short == 0 else 0
    return Pair(Calendar(first), Calendar(last)) if 0 < last - first < 500 else None


def day_away(g: Groups) -> Node:
    """ "Yesterday": so many days from publication."""
    return Offset("day", g["relday"], mod=edge_of(g))


def unit_word(g: Groups) -> Node:
    """A unit away in one word: "Vorjahr"."""
    step, base, unit = g["unitword"]
    return Offset(unit, step, base, mod=edge_of(g))


def edge_word(g: Groups) -> Node:
    """The edge of a running unit in one word: "Jahresende"."""
    unit, mod = g["edgeword"]
    return Offset(unit, 0, "home", mod=mod)


def day_from_text(g: Groups) -> Node:
    """ "The day before", "the following day": so many days from where the text is."""
    return Offset("day", g["textday"], "discourse")


def whole_unit(g: Groups) -> Node | None:
    """ "Last week", "this year", "the following month": whole units of the calendar."""
    step, base = g["near"]
    if base == "discourse" and step == 0:
        return Same(g["unit"], mod=edge_of(g))
    return Offset(g["unit"], step, base, mod=edge_of(g))


def same_unit(g: Groups) -> Node:
    """ "That week": the unit that the text is in."""
    return Same(g["unit"], mod=edge_of(g))


def running_unit(g: Groups) -> Node:
    """ "The beginning of the year": of the one the text is in, in news that of publication."""
    return Offset(g["unit"], 0, "home", mod=edge_of(g))


def reference(value: str) -> Production:
    """One of the three references to a time nobody can name."""
    return lambda g: Reference(value)
