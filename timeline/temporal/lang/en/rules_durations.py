"""English rules for lengths of time: "three years", "a five-day trip", "the past two weeks"."""

from __future__ import annotations

from timeline.temporal.lang.en import guards
from timeline.temporal.lang.en.rules_relative import counted
from timeline.temporal.nodes import Direction, Duration, Node
from timeline.temporal.rule import Groups, Rule, View


def length(g: Groups) -> Node | None:
    """A counted unit, or one with no count anybody could give."""
    amount, unit = counted(g)
    if unit is None:
        return None
    return Duration(amount, unit, mod=g.get("approx") or "")  # type: ignore[arg-type]


def bounded(direction: Direction) -> object:
    """A production: a length that ends or begins at publication."""

    def produce(g: Groups) -> Node | None:
        amount, unit = counted(g)
        return Duration(amount, unit, direction, g.get("approx") or "")  # type: ignore[arg-type]

    return produce


def and_a_half(g: Groups) -> Node:
    return Duration(1.5, g["unit"])


def either(g: Groups) -> Node:
    """ "two to three weeks", "two or three weeks": the later bound is what annotators keep."""
    return Duration(g["number2"], g["units"], mod="APPROX")


def not_a_rate(view: View) -> bool:
    """ "a year" after a price or "times" is a rate, which is a SET."""
    return guards.not_money(view)


def whole_unit(view: View) -> bool:
    """ "a day" and "a second", but not "a second chance", "a minute detail"."""
    said = view.said.lower()
    if said.endswith(("second", "minute", "quarter")):
        return not view.after.islower() or view.after in ("and", "or", "to", "after", "before")
    return True


def bare_units(view: View) -> bool:
    """ "years" alone: after for, in, of, took and such; not in "years-long"."""
    return guards.free_standing(view) and view.before not in ("the", "these", "those", "his", "her")


APPROX = "(<approx> )?"
COUNT = (
    "(<number>|<vague>)( more| full| long| whole| consecutive| straight| additional| short| solid)?"
)

RULES = (
    Rule("<n> <units>", f"{APPROX}(the )?(next |last |past |first |final )?{COUNT}~<anyunit>".replace("(the )?(next |last |past |first |final )?", ""), length, guards.not_money),
    Rule("a <unit>", f"{APPROX}(a|an|one) (full |whole |entire |single )?<unit>", lambda g: Duration(1, g["unit"] if g["unit"] not in ("night", "fortnight") else "day", mod=g["approx"] or ""), whole_unit),
    Rule("half a <unit>", f"{APPROX}half (a|an) <unit>", lambda g: Duration(0.5, g["unit"])),
    Rule("a <unit> and a half", f"{APPROX}(a|an|one) <unit> and (a|one)~half", and_a_half),
    Rule("<n> to <n> <units>", f"{APPROX}<number>(-| to | or )<number:number2>~<units>", either, guards.not_money),
    Rule("the past <n> <units>", f"{APPROX}(the )?(last|past|previous|preceding) ({COUNT} )?<units>", bounded("past"), lambda v: v.said.lower() not in ("past years", "last years") and (v.said.lower().startswith(("the", "past")) or v.said.split()[-2].lower() not in ("last",))),
    Rule("the next <n> <units>", f"{APPROX}(the )?(next|coming|following) {COUNT}~<units>", bounded("future")),
    Rule("the <n> <units>", f"{APPROX}(the|those|these|its|his|their|her) (first |final |last |early |full )?{COUNT}~<units>", length),
    Rule("the first <units>", "the (first|final|last|early|closing|opening) <units>", length),
    Rule("<n> <units> old", f"{APPROX}<number>~<anyunit>~old", length, guards.not_money),
    Rule("<unit>-long", "<unit>-long", lambda g: Duration(1, g["unit"])),
    Rule("<units>-long", "<units>-long", length),
    Rule("<units>", "<units>", length, bare_units),
    Rule("a while", "(a|some) (while|long time|short time)", lambda g: Duration(None, "second", mod="X"), lambda v: False),
    Rule("the last few <units>", "(the )?(last|past) (few|several|couple of|many) <units>", lambda g: Duration(None, g["units"], "past")),
    Rule("the next few <units>", "(the )?(next|coming) (few|several|couple of) <units>", lambda g: Duration(None, g["units"], "future")),
    Rule("the last <n> hours", "the last <number> hours", lambda g: Duration(g["number"], "hour", "past")),
)  # fmt: skip
