"""What matches of lengths and repetitions mean; for the names of slots see `dates`."""

from __future__ import annotations

from timeline.temporal.calendar import SEASONS
from timeline.temporal.nodes import Base, Direction, Duration, Node, Repeat, Unit
from timeline.temporal.rule import Groups, Production

PERIODS = {
    "second": "PT1S", "minute": "PT1M", "hour": "PT1H", "day": "P1D", "weekend": "P1WE",
    "week": "P1W", "month": "P1M", "quarter": "P1Q", "half": "P6M", "year": "P1Y",
    "decade": "P10Y", "century": "P100Y", "millennium": "P1000Y",
}  # fmt: skip
SIZES: tuple[Unit, ...] = ("second", "minute", "hour", "day", "week", "month", "year")


def counted(g: Groups) -> tuple[float | None, Unit]:
    """(amount, unit): "two years", "several days", "a quarter of a century"."""
    amount = g["number"] if g["number"] is not None else g["vague"]
    return (1 if amount is None and g["one"] else amount), g["unit"]


def length(*, bound: Direction = "", away: int = 0, base: Base = "published") -> Production:
    """A counted unit, placed against publication or the text where the words around do."""

    def produce(g: Groups) -> Node:
        amount, unit = counted(g)
        if g["half"] is not None and amount is not None:
            amount += g["half"]
        return Duration(amount, unit, bound, g["approx"] or "", away=away, base=base)

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


def every(g: Groups) -> Node:
    """ "Every day", "every two years", "per hour"."""
    amount = "X" if g["few"] else g["number"]
    period = PERIODS[g["unit"]]
    said = amount if isinstance(amount, str) else f"{amount or 1:g}"
    return Repeat(period.replace("1", said, 1))


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
