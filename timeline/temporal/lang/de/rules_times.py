"""German rules for clock times and parts of days, alone or on a day."""

from __future__ import annotations

from timeline.temporal.lang import clocks, dates
from timeline.temporal.lang.de import guards
from timeline.temporal.lang.guarding import both, free, not_joined
from timeline.temporal.nodes import At, Calendar, Direction, Node, Offset
from timeline.temporal.rule import Groups, Rule

HM = "(<hour>((.|:)<minute>)? uhr( <minute:minute2>)?|<hourword> uhr)( früh)?"
ON = "((<near> )?(<weekday>|<shortday:weekday>),? )?(den |dem )?<day>._<month>( <year>)?"
DAY = f"(<relday>|{ON}|(<near> )?<weekday>)"
NIGHT = "(der |die )?nacht"


def weekday_part(g: Groups) -> Node:
    """ "Montagabend", "nächsten Freitagnachmittag"."""
    number, part = g["dayparts"]
    direction: Direction = "" if g["near"] is None else dates.DIRECTIONS[g["near"][0] + 1]
    return At(Calendar(weekday=number, direction=direction), part, mod=dates.edge_of(g))


RULES = (
    Rule("<time> Uhr", f"{HM}( <zone>)?( (<habit:part>|am <part>|in der <part>))?",
         clocks.time_of_day,
         guards.time_of_day),
    Rule("<hour>:<minute>", "<hour>:<minute>", clocks.time_of_day,
         both(free, guards.bare_clock)),
    Rule("<day> um <time>", f"{DAY},? (<loosely> )?{HM}( <habit:part>)?", clocks.time_of_day),
    Rule("halb <hour>", "(halb <hourword:halfto>|<beyond> <hourword>)( uhr)?", clocks.time_of_day,
         guards.clock),
    Rule("Mitternacht", "<named>", clocks.time_of_day, lambda v: v.before in (
        "um", "nach", "vor", "gegen", "bis", "seit", "kurz", "zu", "ab")),
    Rule("heute <part>", "<relday> <daypart:part>", clocks.part_of_day),
    Rule("<weekday><part>", "(<near> |<forward:edge> )?<dayparts>", weekday_part),
    Rule("<weekday> <part>", "(<near> |<forward:edge> )?<weekday>~<daypart:part>",
         clocks.part_of_day, not_joined),
    Rule("<weekday> abends", "<weekday> <habit:part>", clocks.part_of_day),
    Rule("der <part> des <date>", "(dem |der |den )?(<forward:edge> )?<part> (des|vom|am) "
         "(<weekday>(s|,)? )?<day>._<month>( <year>)?", clocks.part_of_day),
    Rule("die Nacht zum <weekday>",
         f"{NIGHT} (zu|zum|auf|auf den) (heutigen |gestrigen )?<weekday>",
         clocks.night_before),
    Rule("die Nacht zum <date>", f"{NIGHT} (zum|auf) {ON}", clocks.night_before),
    Rule("die Nacht von <weekday> auf <weekday>",
         f"{NIGHT} (von|vom) <weekday> (auf|zu|zum|auf den) <weekday:weekday2>",
         clocks.night_before),
    Rule("die Nacht vom <day>. auf den <day>. <month>", f"{NIGHT} vom <day>.( <month>)? "
         "(auf den|zum|auf) <day:day2>._<month:month2>( <year>)?", clocks.night_of_days),
    Rule("letzte Nacht", "(der )?(letzte|letzten|vergangene|vergangenen|vorige|vorigen) nacht",
         clocks.last_night),
    Rule("den <part>stunden des <weekday>", "(der |den )(<forward:edge> )?<hours:part> des "
         "(<weekday>|<weekdays:weekday>)", clocks.part_of_day),
    Rule("den <part>stunden", "(der |den )(<forward:edge> )?<hours:part>", clocks.bare_part),
    Rule("gestrigen <part>", "(der |den |dem )?<adjectiveday:relday> <part>", clocks.part_of_day),
    Rule("am Vorabend", "vorabend", lambda g: At(Offset("day", -1, "discourse"), "EV"),
         lambda v: v.before == "am" and v.after not in ("des", "der", "von", "zu")),
    Rule("am nächsten <part>", "(nächsten|folgenden|darauffolgenden) <part>",
         clocks.part_away(1)),
    Rule("jenem <part>", "(jenem|jener|demselben|derselben|selben|gleichen) <part>",
         clocks.bare_part),
    Rule("diesen <part>", "(diesen|diesem|dieser|diese) <part>", clocks.part_today),
    Rule("<part>", "(der |die |den |dem )?(<forward:edge> )?<part>", clocks.bare_part, guards.part),
)  # fmt: skip
