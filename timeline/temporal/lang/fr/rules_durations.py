"""French rules for lengths of time and for what happens again and again."""

from __future__ import annotations

from timeline.temporal.lang import lengths
from timeline.temporal.lang.fr import guards
from timeline.temporal.lang.guarding import after, both, not_joined, not_part_of_number
from timeline.temporal.rule import Rule

APPROX = "(<approx>_)?"
COUNT = "(<number>~(<between> )?|<vague>~|<quantity:vague>( de | d'))"
LONG = "( entiers| entières| consécutifs| consécutives| pleines| complètes)?"


DURATIONS = (
    Rule("il y a <n> <units>", f"{APPROX}{COUNT}<unit>( <half>)?", lengths.length(away=-1),
         both(guards.ago, not_part_of_number)),
    Rule("<n> <units> plus tard", f"{APPROX}{COUNT}<unit>( <half>)?",
         lengths.length(away=1, base="discourse"), both(guards.later, not_part_of_number)),
    Rule("<n> <units> plus tôt", f"{APPROX}{COUNT}<unit>( <half>)?",
         lengths.length(away=-1, base="discourse"), both(guards.sooner, not_part_of_number)),
    Rule("<n> <units>", f"{APPROX}{COUNT}<unit>( <half>)?{LONG}", lengths.length(),
         guards.counted_time),
    Rule("<n> <units> et <n> <units>",
         f"{APPROX}<number> <unit>(,? et |, | )<number:number2> <unit:unit2>", lengths.two_units,
         not_part_of_number),
    Rule("<n> à <n> <units>", f"{APPROX}<number>( à | ou |-)<number:number2> <unit>",
         lengths.either,
         guards.counted_time),
    Rule("les <n> derniers <units>",
         "((les |ces )((<number>|<vague>) )?|<number> )<nears:near> <plural:unit>",
         lengths.bounded),
    Rule("les <n> <units> à venir", "(les |ces )(<number> )?<plural:unit> <near>", lengths.bounded),
    Rule("les <units> derniers", "(les |ces )((<number>|<vague>) )?<plural:unit> <nears:near>",
         lengths.bounded),
    Rule("toute la journée", "(toute la |toute une |tout le |tout un |toute l'|tout l')<unit>",
         lengths.one),
    Rule("des <units> durant", "(de |d')?(longues |longs )?<plural:unit>", lengths.unknown_many,
         lambda v: v.before in ("depuis", "pendant", "durant") and not_joined(v)),
)  # fmt: skip

SETS = (
    Rule("chaque <unit>", "chaque <unit>", lengths.every),
    Rule("tous les <units>", "(tous|toutes) les (<number> )?<unit>", lengths.every),
    Rule("par <unit>", "par <unit>", lengths.every, lambda v: v.said.lower() != "par seconde"),
    Rule("<n> fois par <unit>", "(<number:times>|plusieurs) fois (par|chaque) <unit>",
         lengths.every),
    Rule("chaque <weekday>", "chaque <weekday>|(tous )?les <weekdays:weekday>",
         lengths.every_weekday),
    Rule("le <ordinal> <weekday> du mois", "(le |les |chaque |tous les )<ordinal>( et "
         "<ordinal:ordinal2>)? (<weekday>|<weekdays:weekday>) (du mois|de chaque mois)",
         lengths.every_weekday),
    Rule("les <ordinal> <weekdays>", "(les |tous les )<ordinal>( et <ordinal:ordinal2>)? "
         "<weekdays:weekday>", lengths.every_weekday),
    Rule("le <weekday>", "le <weekday>", lengths.every_weekday, guards.habit),
    Rule("chaque <month>", "chaque (mois de )?<month>", lengths.every_month),
    Rule("chaque <season>", "chaque <season>", lengths.every_season),
    Rule("<weekdays> et <weekdays>", "<weekdays:weekday>", lengths.every_weekday,
         after("et", "ou")),
    Rule("chaque <part>", "chaque <part>|(tous|toutes) les (<part>|<parts:part>)",
         lengths.every_part),
    Rule("quotidien", "<adverb>", lengths.adverb, guards.adjective),
)  # fmt: skip
