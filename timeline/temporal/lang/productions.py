"""What matches mean, for languages whose slots carry the names below.

`French <day> <month>` and `German <day>. <month>` say the same thing once their slots are read:
day 1 to 31, month 1 to 12, year, yy, anyyear, era ("bc", "ad"), weekday 0 to 6, season 1 to 4,
ordinal, unit, number, edge and approx (TIMEX3 modifiers), hour, minute, part (MO MI AF EV NI).
`near` is the adjective of direction: (units away, "published" or "discourse").
"""

from __future__ import annotations

from timeline.temporal.calendar import SEASONS, valid
from timeline.temporal.nodes import (
    At,
    Base,
    Calendar,
    Direction,
    Duration,
    Era,
    Feast,
    Node,
    Offset,
    Reference,
    Repeat,
    Same,
    Unit,
)
from timeline.temporal.rule import Groups, Pair, Production

PERIODS = {
    "second": "PT1S", "minute": "PT1M", "hour": "PT1H", "day": "P1D", "weekend": "P1WE",
    "week": "P1W", "month": "P1M", "quarter": "P1Q", "half": "P6M", "year": "P1Y",
    "decade": "P10Y", "century": "P100Y", "millennium": "P1000Y",
}  # fmt: skip
DIRECTIONS: tuple[Direction, ...] = ("past", "this", "future")
SIZES: tuple[Unit, ...] = ("second", "minute", "hour", "day", "week", "month", "year")


# -- dates


def year_of(g: Groups) -> int | None:
    """The astronomical year a match names, from whichever of the year slots it has."""
    for slot in ("year", "anyyear", "yy", "spelledyear"):
        if g[slot] is not None:
            year = int(g[slot])
            return 1 - year if g["era"] == "bc" else year
    return None


def _edge(g: Groups) -> str:
    return g["edge"] or g["edge2"] or ""


def _directed(g: Groups) -> tuple[Direction, Base | None]:
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
    direction, base = _directed(g)
    return Calendar(year, month, day, season=g["season"], direction=direction, base=base,
                    mod=_edge(g))  # fmt: skip


def weekday(g: Groups) -> Node:
    """ "Tuesday", "last Tuesday"."""
    direction, base = _directed(g)
    return Calendar(weekday=g["weekday"], direction=direction, base=base, mod=_edge(g))


def weekday_of_week(g: Groups) -> Node:
    """ "Tuesday of last week": the weekday of that calendar week."""
    direction, _ = _directed(g)
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
                    base=base, years=years, mod=_edge(g))  # fmt: skip


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
    direction, base = _directed(g)
    return Calendar(year_of(g), quarter=quarter, half=half, direction=direction, base=base,
                    mod=_edge(g))  # fmt: skip


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


def day_alone(g: Groups) -> Node:
    """ "On the 16th": of the month that the text is in."""
    return Calendar(day=g["day"], mod=_edge(g))


def decade(g: Groups) -> Node:
    """ "The 1980s", "the eighties"."""
    if g["decade"] is not None:
        return Era("decade", g["decade"], mod=_edge(g))
    short = g["shortdecade"] if g["shortdecade"] is not None else g["decadename"]
    return Era("decade", 1900 + short, mod=_edge(g))


def century(g: Groups) -> Node | None:
    """ "The 19th century", with its era."""
    number = g["ordinal"]
    if not 1 <= number <= 30:
        return None
    first = -100 * number + 1 if g["era"] == "bc" else 100 * (number - 1)
    return Era("century", first, mod=_edge(g))


def feast(g: Groups) -> Node:
    """A holiday that names a day."""
    direction, _ = _directed(g)
    return Feast(g["holiday"], year_of(g), direction, mod=_edge(g))


# -- pairs


def days_of_month(g: Groups) -> Pair | None:
    """Two days of one month."""
    year, (direction, _) = year_of(g), _directed(g)
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


# -- from another time


def day_away(g: Groups) -> Node:
    """ "Yesterday": so many days from publication."""
    return Offset("day", g["relday"], mod=_edge(g))


def today(g: Groups) -> Node:
    """The day of publication, by an adjective: "die heutige Sitzung"."""
    return Offset("day", 0, mod=_edge(g))


def day_from_text(g: Groups) -> Node:
    """ "The day before", "the following day": so many days from where the text is."""
    return Offset("day", g["textday"], "discourse")


def whole_unit(g: Groups) -> Node | None:
    """ "Last week", "this year", "the following month": whole units of the calendar."""
    step, base = g["near"]
    if base == "discourse" and step == 0:
        return Same(g["unit"], mod=_edge(g))
    return Offset(g["unit"], step, base, mod=_edge(g))


def same_unit(g: Groups) -> Node:
    """ "That week": the unit that the text is in."""
    return Same(g["unit"], mod=_edge(g))


def running_unit(g: Groups) -> Node:
    """ "The beginning of the year": of the one the text is in, in news that of publication."""
    return Offset(g["unit"], 0, "home", mod=_edge(g))


def reference(value: str) -> Production:
    """One of the three references to a time nobody can name."""
    return lambda g: Reference(value)


# -- lengths


def counted(g: Groups) -> tuple[float | None, Unit]:
    """(amount, unit): "two years", "several days", "a quarter of a century"."""
    amount = g["number"] if g["number"] is not None else g["vague"]
    return (1 if amount is None and g["one"] else amount), g["unit"]


def length(*, bound: Direction = "", away: int = 0) -> Production:
    """A counted unit, placed against publication where the words around do."""

    def produce(g: Groups) -> Node:
        amount, unit = counted(g)
        if g["half"] is not None and amount is not None:
            amount += 0.5
        return Duration(amount, unit, bound, g["approx"] or "", away=away)

    return produce


def so_long(g: Groups) -> Node:
    """A word that is a length by itself: "jahrzehntelang", "dreitägig"."""
    amount, unit = g["lengthword"]
    return Duration(amount, unit, mod=g["approx"] or "")


def one(g: Groups) -> Node:
    """ "The whole day": one of the unit."""
    return Duration(1, g["unit"], mod=g["approx"] or "")


def unknown_many(g: Groups) -> Node:
    """ "Years": nobody says how many."""
    return Duration(None, g["unit"], mod=g["approx"] or "")


def bounded(g: Groups) -> Node:
    """ "The last three years", "the coming weeks": a length that ends or begins at publication."""
    amount = g["number"] if g["number"] is not None else g["vague"]
    direction: Direction = "past" if g["near"][0] < 0 else "future" if g["near"][0] > 0 else ""
    return Duration(amount, g["unit"], direction, g["approx"] or "")


def either(g: Groups) -> Node:
    """ "Two or three weeks": annotators keep the smaller, as an estimate."""
    return Duration(g["number"], g["unit"], mod="APPROX")


def two_units(g: Groups) -> Node | None:
    """ "Two years and six months": the smaller unit second."""
    unit, smaller = g["unit"], g["unit2"]
    if unit not in SIZES or smaller not in SIZES or SIZES.index(unit) <= SIZES.index(smaller):
        return None
    amount = 1 if g["number"] is None else g["number"]
    less = 1 if g["number2"] is None else g["number2"]
    return Duration(amount, unit, mod=g["approx"] or "", also=(less, smaller))


# -- sets


def every(g: Groups) -> Node:
    """ "Every day", "every two years", "per hour"."""
    amount = g["number"]
    period = PERIODS[g["unit"]]
    return Repeat(period if amount is None else period.replace("1", f"{amount:g}", 1))


def every_weekday(g: Groups) -> Node:
    """ "Every Monday"."""
    return Repeat(f"XXXX-WXX-{g['weekday'] + 1}")


def every_month(g: Groups) -> Node:
    """ "Every March"."""
    return Repeat(f"XXXX-{g['month']:02d}")


def every_season(g: Groups) -> Node:
    """ "Every summer"."""
    return Repeat(f"XXXX-{SEASONS[g['season'] - 1]}")


def every_part(g: Groups) -> Node:
    """ "Every evening", "at night"."""
    return Repeat(f"XXXX-XX-XXT{g['part']}")


def adverb(g: Groups) -> Node:
    """ "Daily": the period that the word itself says."""
    return Repeat(g["adverb"])


# -- times of day


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
        direction, base = _directed(g)
        return Calendar(weekday=g["weekday"], direction=direction, base=base)
    return None


def time_of_day(g: Groups) -> Node | None:
    """A clock time, on its day where one is named."""
    said = clock(g)
    if said is None or (g["month"] is not None and day_of(g) is None):
        return None
    return At(day_of(g), clock=said, mod=g["edge"] or "", zone=g["zone"] or "")


def part_of_day(g: Groups) -> Node | None:
    """ "Tuesday evening", "yesterday morning"."""
    if g["month"] is not None and day_of(g) is None:
        return None
    return At(day_of(g), g["part"], mod=_edge(g))


def part_today(g: Groups) -> Node:
    """ "This morning": on the day of publication."""
    return At(Offset("day", 0), g["part"], mod=_edge(g))


def part_away(days: int, base: Base = "published") -> Production:
    """ "Last night", "that evening": so many days from publication or from the text."""
    return lambda g: At(Offset("day", days, base), g["part"], mod=_edge(g))


def bare_part(g: Groups) -> Node:
    """ "In the morning": on the day that the text is at."""
    return At(Offset("day", 0, "discourse"), g["part"], mod=_edge(g))
