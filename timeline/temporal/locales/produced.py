"""What matches of the wordings mean, beside the productions of `lang.dates` and its like.

The slot `units` means (unit, whether it is a plural).
"""

from __future__ import annotations

from collections import defaultdict

from timeline.temporal.lang import dates, lengths
from timeline.temporal.nodes import At, Base, Calendar, Direction, Duration, Era, Node, Offset
from timeline.temporal.rule import Groups, Production


def _amount(g: Groups) -> float | None:
    """How many units are said: one where no number is, None where nobody knows."""
    said = g["number"] if g["number"] is not None else g["vague"]
    if g["some"] or (said is None and g["units"][1]):
        return None
    return (1 if said is None else float(said)) + (0.5 if g["half"] else 0)


def away(sign: int, base: Base = "published") -> Production:
    """ "Two years ago", "three days later": so many units from publication or the text."""

    def produce(g: Groups) -> Node:
        amount, unit = _amount(g), g["units"][0]
        if amount is None:
            return Offset(unit, None, base, mod="AFTER" if sign > 0 else "BEFORE")
        if unit == "year" and amount < 1:
            amount, unit = amount * 12, "month"
        return Offset(unit, sign * amount, base, about=True, mod=g["approx"] or "")

    return produce


def word_away(sign: int) -> Production:
    """ "Полгода назад": a length in one word, counted from publication."""

    def produce(g: Groups) -> Node:
        amount, unit = g["lengthword"]
        if unit == "year" and amount is not None and amount < 1:
            amount, unit = amount * 12, "month"
        return Offset(unit, None if amount is None else sign * amount, about=True)

    return produce


def length(g: Groups) -> Node:
    """A counted unit."""
    return Duration(_amount(g), g["units"][0], mod=g["approx"] or "")


def stretch(g: Groups) -> Node:
    """ "The last five years", "the last year", "the coming days"."""
    direction: Direction = "past" if g["near"][0] < 0 else "future" if g["near"][0] > 0 else ""
    return Duration(_amount(g), g["units"][0], direction, g["approx"] or "")


def daypart(g: Groups) -> Node:
    """ "Anoche": a part of a day in one word."""
    days, part = g["daypart"]
    return At(Offset("day", days), part)


def near_part(g: Groups) -> Node:
    """ "La mañana siguiente", "la pasada noche"."""
    step, base = g["near"]
    return At(Offset("day", step, base), g["part"])


def weekend(step: int) -> Production:
    """ "The weekend": the one before or after publication."""
    return lambda g: Offset("weekend", step)


def weekday_part(g: Groups) -> Node:
    """ "Maandagavond"."""
    weekday, part = g["weekdaypart"]
    return At(Calendar(weekday=weekday), part)


def decade(*, hundreds: bool) -> Production:
    """ "The 1980s"; where `hundreds` is true, "the 1800s" are a century."""

    def produce(g: Groups) -> Node:
        if hundreds and g["decade"] is not None and g["decade"] % 100 == 0:
            return Era("century", g["decade"], mod=dates.edge_of(g))
        return dates.decade(g)

    return produce


def decade_of_century(g: Groups) -> Node | None:
    """ "The sixties of the last century": the running one is the 21st."""
    short = g["shortdecade"] if g["shortdecade"] is not None else g["decadename"]
    number = g["ordinal"] if g["ordinal"] is not None else None
    if number is None and g["near"] is not None:
        number = 21 + g["near"][0]
    if short is None or number is None or not 1 <= number <= 21:
        return None
    return Era("decade", 100 * (number - 1) + short, mod=dates.edge_of(g))


def century(g: Groups) -> Node | None:
    """A numeral or ordinal beside "century"; none where it is no numeral."""
    return None if g["ordinal"] is None else dates.century(g)


def century_named(g: Groups) -> Node:
    """ "Ottocento"."""
    return Era("century", 100 * (g["centuryname"] - 1), mod=dates.edge_of(g))


def part_of_year(g: Groups) -> Node | None:
    """A quarter or half; none where its ordinal is none."""
    return None if g["ordinal"] is None else dates.part_of_year(g)


def part_beside_year(g: Groups) -> Node | None:
    """A quarter or half "of last year"."""
    return None if g["ordinal"] is None else dates.beside_year(g)


def _told(**found: object) -> Groups:
    """Groups with these slots alone."""
    return defaultdict(lambda: None, found)


def weekday_set(g: Groups) -> Node:
    """ "Los lunes"."""
    return lengths.every_weekday(_told(weekday=g["weekdayset"]))


def every_length(g: Groups) -> Node:
    """ "Cada dos años", "dos veces por semana"."""
    return lengths.every(_told(number=g["number"], unit=g["units"][0]))


def whole(g: Groups) -> Node:
    """ "Toda la semana"."""
    return Duration(1, g["units"][0])


def referred(slot: str) -> Production:
    """One of the three references, as the slot's table has it."""
    return lambda g: dates.reference(g[slot])(g)


def day_of_month(g: Groups) -> Node:
    """ "El día 12": of the month that publication is in or next to."""
    return Calendar(day=g["day"], base="home")
