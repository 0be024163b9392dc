"""French rules for clock times and parts of days, alone or on a day."""

from __future__ import annotations

from timeline.temporal.lang import clocks
from timeline.temporal.lang.fr import guards
from timeline.temporal.lang.guarding import both, free
from timeline.temporal.nodes import At, Node, Offset, Repeat
from timeline.temporal.rule import Groups, Rule

DAY = (
    "(<relday>|(le )?(<weekday> )?<day> <month>( <year>)?|(ce |le )?<weekday>( <near>)?|<textday>)"
)
HM = "(<hour>_(h|heures|heure)(_<minute>)?|<named>|<hourword> (heures|heure)( <beyond>)?)"


def all_day(g: Groups) -> Node | None:
    """ "Mardi dans la journée"."""
    on = clocks.day_of(g)
    return None if on is None else At(on, "DT")


def habitual_part(g: Groups) -> Node:
    """ "Le dimanche matin"."""
    return Repeat(f"XXXX-WXX-{g['weekday'] + 1}T{g['part']}")


def habitual_time(g: Groups) -> Node | None:
    """ "Le dimanche à 15 h"."""
    said = clocks.clock(g)
    return None if said is None else Repeat(f"XXXX-WXX-{g['weekday'] + 1}{said}")


RULES = (
    Rule("le <weekday> à <time>", f"le <weekday> à {HM}", habitual_time),
    Rule("le <weekday> <part>", "le <weekday> <part>", habitual_part, guards.habit),
    Rule("<time>", "(<hour>_h_(<minute>)?|<hour>_(heures|heure)(_<minute>)?)( <zone>)?",
         clocks.time_of_day, guards.clock),
    Rule("<hour>:<minute>", "<hour>:<minute>( <zone>)?", clocks.time_of_day,
         both(free, guards.bare_clock)),
    Rule("<time> du matin", "(<hour>|<hourword>)_(h|heures|heure)(_<minute>)?( <beyond>)? "
         "(du |de l')<part>", clocks.time_of_day),
    Rule("<word> heures", "<hourword> (heures|heure)( <beyond>)?",
         clocks.time_of_day, guards.clock),
    Rule("midi", "<named>", clocks.time_of_day, guards.noon),
    Rule("<day> à <time>", f"{DAY} à {HM}", clocks.time_of_day),
    Rule("<day> <part>",
         f"{DAY}( au| dans la| en| à la|,)? (<partedge:edge> |(en )?<elided:edge2>)?<part>",
         clocks.part_of_day),
    Rule("<day> dans la journée", f"{DAY},? dans la journée", all_day),
    Rule("la journée de <weekday>", "(la )?journée (de |du )(<weekday>( <near>)?|(<weekday> )?"
         "<day> <month>( <year>)?)", all_day),
    Rule("<day> midi", f"{DAY}( à)? <named>", clocks.time_of_day),
    Rule("ce <part>", "(ce|cet|cette) <part>", clocks.part_today),
    Rule("le <part> même", "(le |la |l')<part> même", clocks.bare_part),
    Rule("ce <part>-là", "(ce|cet|cette) <part>-là", clocks.bare_part),
    Rule("la nuit dernière", "la nuit dernière", clocks.last_night),
    Rule("la <part> de <weekday>", "(la |le |l')?<part> (de |du )<weekday>( <near>)?",
         clocks.part_of_day),
    Rule("le <part> de <date>", "(la |le |l')<part> du <day> <month>( <year>)?",
         clocks.part_of_day),
    Rule("la nuit de <weekday> à <weekday>",
         "(la )?nuit (de |du )<weekday>( <day> <month>)?( à | au )<weekday:weekday2>"
         "( <day:day2> <month:month2>)?", clocks.night_before),
    Rule("la nuit du <day> au <day> <month>", "(la )?nuit du (<weekday> )?<day>( <month>)? au "
         "(<weekday:weekday2> )?<day:day2> <month:month2>( <year>)?", clocks.night_of_days),
    Rule("<part>", "(<partedge:edge> |<elided:edge2>)?(la |le |l')?<part>", clocks.bare_part,
         guards.part),
    Rule("la journée", "la journée", lambda g: At(Offset("day", 0, "discourse"), "DT"),
         lambda v: v.before == "dans"),
)  # fmt: skip
