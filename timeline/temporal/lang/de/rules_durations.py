"""German rules for lengths of time and for what happens again and again."""

from __future__ import annotations

from timeline.temporal.lang import lengths
from timeline.temporal.lang.de import guards
from timeline.temporal.lang.guarding import after, both, not_joined, not_part_of_number
from timeline.temporal.nodes import Node, Repeat
from timeline.temporal.rule import Groups, Rule

APPROX = "(<approx> )?"
COUNT = "(<number>|<vague>)(~<between>)?~"
ART = "(der |die |das |dem |den |des )?"

DURATIONS = (
    Rule("vor <n> <units>", f"{APPROX}{COUNT}<unit>", lengths.length(away=-1),
         both(after("vor"), not_part_of_number)),
    Rule("<n> <units> später", f"{APPROX}{COUNT}<unit>", lengths.length(away=1, base="discourse"),
         both(guards.later, not_part_of_number)),
    Rule("<n> <units> zuvor", f"{APPROX}{COUNT}<unit>", lengths.length(away=-1, base="discourse"),
         both(guards.sooner, not_part_of_number)),
    Rule("<n> <units>", f"{APPROX}{COUNT}<unit>", lengths.length(), guards.counted_time),
    Rule("<n> <units> und <n> <units>",
         f"{APPROX}<number> <unit>(,? und | |, )<number:number2> <unit:unit2>", lengths.two_units,
         not_part_of_number),
    Rule("<n> bis <n> <units>", f"{APPROX}<number>( bis | oder |-|–)<number:number2> <unit>",
         lengths.either, not_part_of_number),
    Rule("die letzten <n> <units>",
         f"{ART}<nears:near> ((<number>|<vague>) )?<plural:unit>", lengths.bounded),
    Rule("der ganze <unit>", f"{ART}(ganze|ganzen|gesamte|gesamten|ganzes) <calunit:unit>",
         lengths.one),
    Rule("all die <units>", "(all )?(die|diese|dieser|der)( ganzen| vielen| langen) <plural:unit>|"
         "lange <plural:unit>|all diese <plural:unit>", lengths.unknown_many),
    Rule("vor <units>", "<plural:unit>", lengths.length(away=-1), after("vor")),
    Rule("<units>", "<plural:unit>", lengths.unknown_many, guards.bare_units),
    Rule("jahrelang", "(ein |einem |einer |eine )?(<lengthword>)", lengths.so_long, not_joined),
    Rule("dreitägig", "<longadjective:lengthword>|<figureadjective:lengthword>", lengths.so_long,
         guards.long_adjective),
)  # fmt: skip


def every_weekday_part(g: Groups) -> Node:
    """ "Jeden Donnerstagabend"."""
    weekday, part = g["dayparts"]
    return Repeat(f"XXXX-WXX-{weekday + 1}T{part}")


EVERY = "(jede|jeden|jedes|jedem|jeder)"
SETS = (
    Rule("jedes <unit>", f"{EVERY} (einzelnen |einzelne )?<calunit:unit>", lengths.every),
    Rule("jede Stunde", f"{EVERY} <unit>", lengths.every),
    Rule("alle <n> <units>", "alle (<number>|<few>) <unit>", lengths.every),
    Rule("pro <unit>", "(pro|je) <unit>", lengths.every),
    Rule("<n>mal im <unit>", "(einmal|zweimal|dreimal|viermal|mehrmals|mehrfach|oft) "
         "(im|am|pro|in der|die) <unit>", lengths.every),
    Rule("jeden <weekday>", f"{EVERY} <weekday>|<weekdays:weekday>", lengths.every_weekday),
    Rule("jeden <ordinal> <weekday>", f"({EVERY} )?<ordinal> <weekday> "
         "(im monat|des monats|jedes monats|eines monats)", lengths.every_weekday),
    Rule("jeden zweiten <weekday>", f"{EVERY} <ordinal> <weekday>", lengths.every_weekday),
    Rule("jeden <month>", f"{EVERY} <month>", lengths.every_month),
    Rule("jeden <season>", f"{EVERY} <season>", lengths.every_season),
    Rule("jeden <weekday><part>", f"{EVERY} <dayparts>", every_weekday_part),
    Rule("jeden <part>", f"{EVERY} <part>|<habit:part>", lengths.every_part),
    Rule("täglich", "<adverb>", lengths.adverb, not_joined),
)  # fmt: skip
