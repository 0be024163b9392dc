"""French rules for dates: days, months, years, decades, seasons, quarters, figures, pairs."""

from __future__ import annotations

from timeline.temporal.lang import productions as say
from timeline.temporal.lang.fr import guards
from timeline.temporal.lang.guarding import both, free, not_joined, not_part_of_number
from timeline.temporal.nodes import At
from timeline.temporal.rule import Groups, Pair, Rule

E = "(<edge>~)?"
LE = "(le |les |la |l'|<this:near> )?"
DAY = "(<weekday>,? (le )?)?<day> <month>"


def time_then_day(g: Groups) -> Pair | None:
    """ "Vers 0 h 40, jeudi": the time and the day that it is on, told one after the other."""
    said = say.clock(g)
    day = say.day_of(g)
    return Pair(At(day, clock=said), day) if said is not None and day is not None else None


RULES = (
    Rule("<day> <month> <year>", f"{LE}{E}{DAY}( de l'année)?,? <year>( <era>)?",
         say.calendar_date),
    Rule("<day> <month> <yy>", f"{LE}{DAY} <yy>", say.calendar_date),
    Rule("<day> <month> <year> BC", f"{LE}{DAY} <anyyear> <era>", say.calendar_date),
    Rule("<day> <month>", f"{LE}{DAY}", say.calendar_date),
    Rule("<day> <month> dernier", f"{LE}{DAY} <near>", say.calendar_date),
    Rule("<day> <month> de l'année dernière",
         f"{LE}{DAY} (de )?(l'année <near>|l'an <near>|<this:near> année)", say.beside_year),
    Rule("<month> <year>", f"(le mois de )?{E}(mois de )?<month>( de l'année| de|,)? <year>",
         say.calendar_date),
    Rule("<month> <year> BC", f"{E}<month> <anyyear> <era>", say.calendar_date),
    Rule("<month> <yy>", f"{E}<month> <yy>", say.calendar_date),
    Rule("<month> dernier", f"(le mois de )?{E}<month> <near>", say.calendar_date),
    Rule("<month> de l'année dernière",
         f"(le mois de )?{E}<month> (de )?(l'année <near>|l'an <near>|<this:near> année)",
         say.beside_year),
    Rule("ce mois de <month>", "<this:near> mois de <month>", say.calendar_date),
    Rule("<month>", f"(le mois de )?{E}<month>", say.calendar_date, guards.month_name),
    Rule("<weekday>", "<weekday>", say.weekday, not_joined),
    Rule("ce <weekday>", "<this:near> <weekday>", say.weekday, not_joined),
    Rule("<weekday> dernier", "(le )?<weekday> <near>", say.weekday),
    Rule("<weekday> de la semaine dernière", "(le )?<weekday> de (la semaine <near>|"
         "<this:near> semaine)", say.weekday_of_week),
    Rule("hier <weekday>", "<relday>,? <weekday>", say.day_away),
    Rule("hier <weekday> <day> <month>", f"<relday>,? {DAY}( <year>)?", say.calendar_date),
    Rule("<year>", f"{E}<year>", say.calendar_date, guards.plain_year),
    Rule("l'année <year>", f"{E}(l'an|l'année|an|année) <year>", say.calendar_date),
    Rule("<edge> <year>", "<edge>~(l'an(née)? )?<year>", say.calendar_date, not_part_of_number),
    Rule("<year> BC", f"(l'an |l'année )?{E}<anyyear> <era>", say.calendar_date),
    Rule("l'an <year>", "l'an <anyyear>( <era>)?", say.calendar_date),
    Rule("les années <decade>", "(le |la )?(<edge>~)?(les |des )?années <decade>", say.decade),
    Rule("les années <yy>", "(le |la )?(<edge>~)?(les |des )?années <shortdecade>", say.decade),
    Rule("les années <word>", "(le |la )?(<edge>~)?(les |des )?années <decadename>", say.decade),
    Rule("le <ordinal> siècle", f"(le )?{E}(le )?<ordinal>~siècle( <era>)?", say.century),
    Rule("<ordinal> trimestre", f"(le )?{E}(le )?<ordinal>~<span>", say.part_of_year, not_joined),
    Rule("<ordinal> trimestre <year>",
         f"(le )?{E}(le )?<ordinal>~<span>( de l'année| de l'an| de|,)? <year>",
         say.part_of_year),
    Rule("<ordinal> trimestre dernier", "(le )?<ordinal>~<span> (de )?"
         "(l'année <near>|l'an <near>|<this:near> année)", say.beside_year),
    Rule("t<n> <year>", "<tn:ordinal>( |-|_)<year>", say.quarter_of_year),
    Rule("<season> <year>", f"(le |l')?{E}(l')?<season>( de l'année| de)? <year>",
         say.calendar_date, guards.season_of_year),
    Rule("<season> dernier", f"(le |l')?{E}(l')?<season> <near>", say.calendar_date),
    Rule("ce <season>", "<this:near> <season>", say.calendar_date),
    Rule("<season>", f"(le |l')?{E}(l')?<season>", say.calendar_date, guards.season),
    Rule("<holiday>", "<holiday>( de)?( <year>)?", say.feast),
    Rule("<holiday> dernier", "<holiday> <near>", say.feast),
    Rule("<year>-<month>-<day>", "<year>-<two:one>(-<two>)?", say.year_month_day, free),
    Rule("<day>/<month>/<year>", "(le )?<num:one>(/|.|-)<num:two>(/|.|-)(<year>|<short:yy>)",
         say.day_month_year, both(free, lambda v: v.said.count(".") in (0, 2))),
)  # fmt: skip

PAIRS = (
    Rule("<day> et <day> <month>",
         "(le |les )?(<weekday> )?<day:first>_<to>_(le )?(<weekday:weekday2> )?<day:last> <month>"
         "( (<nears:near>|<near>))?( <year>)?", say.days_of_month),
    Rule("<month> à <month> <year>", "<month:first>_<to>_<month:last>( de)? <year>",
         say.months_of_year),
    Rule("<day> <month> au <day> <month> <year>",
         "(le )?<day> <month:first>_<to>_(le )?<day:day2> <month:last> <year>",
         say.months_of_year),
    Rule("<year>-<year>", "<year>_<slash:to>_(<year:last>|<short>)", say.years_pair,
         guards.year_range),
    Rule("<time>, <weekday>", "<hour>_h_(<minute>)?<comma:to> (<weekday>|<relday>)",
         time_then_day, guards.clock),
)  # fmt: skip
