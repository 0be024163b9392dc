"""French rules for lengths of time and for what happens again and again."""

from __future__ import annotations

from timeline.temporal.lang import productions as say
from timeline.temporal.lang.fr import guards
from timeline.temporal.lang.guarding import both, not_joined, not_part_of_number
from timeline.temporal.rule import Rule

APPROX = "(<approx>_)?"
COUNT = "(<number>~|<vague>~|<quantity:vague>( de | d'))"
LONG = "( entiers| entières| consécutifs| consécutives| pleines| complètes)?"


DURATIONS = (
    Rule("il y a <n> <units>", f"{APPROX}{COUNT}<unit>( <half>)?", say.length(away=-1),
         both(guards.ago, not_part_of_number)),
    Rule("<n> <units>", f"{APPROX}{COUNT}<unit>( <half>)?{LONG}", say.length(),
         guards.counted_time),
    Rule("<n> <units> et <n> <units>",
         f"{APPROX}<number> <unit>(,? et |, | )<number:number2> <unit:unit2>", say.two_units,
         not_part_of_number),
    Rule("<n> à <n> <units>", f"{APPROX}<number>( à | ou |-)<number:number2> <unit>", say.either,
         guards.counted_time),
    Rule("les <n> derniers <units>",
         "(les |ces |des )((<number>|<vague>) )?<nears:near> <plural:unit>", say.bounded),
    Rule("les <n> <units> à venir", "(les |ces )(<number> )?<plural:unit> <near>", say.bounded),
    Rule("les <units> derniers", "(les |ces )((<number>|<vague>) )?<plural:unit> <nears:near>",
         say.bounded),
    Rule("toute la journée", "(toute la |toute une |tout le |tout un |toute l'|tout l')<unit>",
         say.one),
    Rule("des <units> durant", "(de |d')?(longues |longs )?<plural:unit>", say.unknown_many,
         lambda v: v.before in ("depuis", "pendant", "durant") and not_joined(v)),
)  # fmt: skip

SETS = (
    Rule("chaque <unit>", "chaque <unit>", say.every),
    Rule("tous les <units>", "(tous|toutes) les (<number> )?<unit>", say.every),
    Rule("par <unit>", "par <unit>", say.every, lambda v: v.said.lower() != "par seconde"),
    Rule("<n> fois par <unit>", "(<number:times>|plusieurs) fois (par|chaque) <unit>", say.every),
    Rule("chaque <weekday>", "chaque <weekday>|(tous )?les <weekdays:weekday>",
         say.every_weekday),
    Rule("le <weekday>", "le <weekday>", say.every_weekday, guards.habit),
    Rule("chaque <month>", "chaque (mois de )?<month>", say.every_month),
    Rule("chaque <season>", "chaque <season>", say.every_season),
    Rule("chaque <part>", "(chaque|tous les|toutes les) <part>", say.every_part),
    Rule("quotidien", "<adverb>", say.adverb, guards.adjective),
)  # fmt: skip
