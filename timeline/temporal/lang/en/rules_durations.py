"""English rules for lengths of time: "three years", "a five-day trip", "the past two weeks"."""

from __future__ import annotations

from timeline.temporal.lang.en import guards
from timeline.temporal.lang.en.rules_relative import counted, so_many
from timeline.temporal.nodes import Direction, Duration, Node, Reference, Unit
from timeline.temporal.rule import Groups, Production, Rule

APPROX = "(<approx> )?"
HOW = "( more| full| long| whole| consecutive| straight| additional| short| solid)?"
COUNT = f"(<number>|<vague>){HOW}"


def length(g: Groups) -> Node:
    """A counted unit, or one with no count anybody could give."""
    amount, unit = counted(g)
    return Duration(amount, unit, mod=g["approx"] or "")


def one(g: Groups) -> Node:
    """ "a year", "an entire week"."""
    return Duration(*so_many(1, g["unit"]), mod=g["approx"] or "")


def bounded(direction: Direction) -> Production:
    """A length that ends or begins at publication."""

    def produce(g: Groups) -> Node:
        amount, unit = counted(g)
        return Duration(amount, unit, direction, g["approx"] or "")

    return produce


def part_of(amount: float) -> Production:
    """So many of one unit: "half an hour", "a year and a half"."""
    return lambda g: Duration(*so_many(amount, g["unit"]), mod=g["approx"] or "")


def twenty_five_years(g: Groups) -> Node:
    return Duration(25, "year")


def either(g: Groups) -> Node:
    """ "two to three weeks", "two or three weeks": annotators keep the smaller, as an estimate."""
    return Duration(*so_many(g["number"], g["units"]), mod="APPROX")


def two_units(g: Groups) -> Node | None:
    """ "two years and six months", "1 hour 30 minutes": the smaller unit second."""
    amount, unit = counted(g)
    less, smaller = so_many(g["number2"], g["unit2"])
    if (
        less is None
        or unit not in SIZES
        or smaller not in SIZES
        or SIZES.index(unit) <= SIZES.index(smaller)
    ):
        return None
    return Duration(amount, unit, mod=g["approx"] or "", also=(less, smaller))


SIZES: tuple[Unit, ...] = ("second", "minute", "hour", "day", "week", "month", "year")

RULES = (
    Rule(
        "<n> <units> and <n> <units>",
        f"{APPROX}<number> <anyunit>(,? and | |, )<number:number2> <anyunit:unit2>",
        two_units,
        guards.not_money,
    ),
    Rule("one day", "one day", lambda g: Reference("FUTURE_REF"), guards.willing),
    Rule("<n> <units>", f"{APPROX}{COUNT}~<anyunit>", length, guards.counted_time),
    Rule(
        "a <unit>", f"{APPROX}(a|an|one) (full |whole |entire |single )?<unit>", one, guards.whole
    ),
    Rule(
        "the past <unit> and a half",
        "the (last|past) <unit> and (a|one)~half",
        lambda g: Duration(*so_many(1.5, g["unit"]), "past"),
    ),
    Rule("a quarter-century", "(a |the )?(last |past )?quarter~century", twenty_five_years),
    Rule("yearlong", "<long:unit>", one),
    Rule("half a <unit>", f"{APPROX}half (a|an) <unit>", part_of(0.5)),
    Rule("a <unit> and a half", f"{APPROX}(a|an|one) <unit> and (a|one)~half", part_of(1.5)),
    Rule(
        "a <n>-<unit> period",
        "(a|an|the|that) (same )?(<number>|<vague>)~<anyunit>~(long )?period",
        length,
        guards.counted_time,
    ),
    Rule(
        "<n> to <n> <units>",
        f"{APPROX}<number>(-| to | or )<number:number2>~<units>",
        either,
        guards.not_money,
    ),
    Rule(
        "the past <n> <units>",
        f"(at least |nearly |almost )?(the )?(last|past) {COUNT} <units>",
        bounded("past"),
        guards.bounded,
    ),
    Rule(
        "the next <n> <units>",
        f"(at least |nearly |almost )?(the )?(next|coming) {COUNT} <units>",
        bounded("future"),
        guards.bounded,
    ),
    Rule("the last <n> <units> of", f"(the )?(last|next) {COUNT} <units>", length, guards.of),
    Rule(
        "the <n> previous <units>",
        f"(the )?({COUNT} )?(following|previous|preceding|succeeding|intervening|ensuing) "
        f"({COUNT} )?<units>",
        length,
    ),
    Rule(
        "the first <n> <units>",
        f"(the|its|his|her|their) (first |final |last |early )?{COUNT}~<units>",
        length,
        guards.counted_time,
    ),
    Rule("the first <units>", "the (first|final|last|early|closing|opening) <units>", length),
    Rule("the first <unit> of", "the (first|final|last|opening|closing) <unit>", one, guards.of),
    Rule("recent <units>", "(the )?(more |most )?recent <units>", length),
    Rule("<unit>-long", "<unit>-long", one),
    Rule("<units>-long", "<units>-long", length),
    Rule("<units>", "<units>", length, guards.bare_units),
)
