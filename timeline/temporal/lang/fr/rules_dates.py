"""French rules for dates: days, months, years, decades, seasons, quarters, figures, pairs."""

from __future__ import annotations

from timeline.temporal.lang import clocks, dates
from timeline.temporal.lang.fr import guards
from timeline.temporal.lang.guarding import both, either, free, not_joined, not_part_of_number
from timeline.temporal.nodes import At, Repeat
from timeline.temporal.rule import Groups, Pair, Rule

E = "(<edge>~)?"
MOIS = "((le )?mois (de |d'))?"
LE = "(le |les |la |l'|<this:near> )?"
RANK = "(le )?<ordinal> <weekday>"
DAY = "(<weekday>,? (le )?)?<day> <month>"


def time_then_day(g: Groups) -> Pair | None:
    """ "Vers 0 h 40, jeudi": the time and the day that it is on, told one after the other."""
    said = clocks.clock(g)
    day = clocks.day_of(g)
    return Pair(At(day, clock=said), day) if said is not None and day is not None else None


def weekdays(g: Groups) -> Pair:
    """ "Du lundi au vendredi": every week; "de lundi à vendredi" are two days."""
    return Pair(Repeat(f"XXXX-WXX-{g['first'] + 1}"), Repeat(f"XXXX-WXX-{g['last'] + 1}"))


RULES = (
    Rule("<day> <month> <year>", f"{LE}{E}{DAY}( de l'année)?,? <year>( <era>)?",
         dates.calendar_date),
    Rule("<day> <month> <yy>", f"{LE}{DAY} <yy>", dates.calendar_date),
    Rule("<day> <month> <year> BC", f"{LE}{DAY} <anyyear> <era>", dates.calendar_date),
    Rule("<day> <month>", f"{LE}{DAY}", dates.calendar_date, guards.day_of_month),
    Rule("<weekday> <day>", "(le )?<weekday> <day>", dates.day_alone,
         lambda v: not v.after[:1].islower() or v.after in guards.AFTER_YEAR),
    Rule("<day> courant", "(le )?<day> <thismonth:near>", dates.ranked_day,
         lambda v: v.said.lower().startswith("le ") or v.before in ("du", "au")),
    Rule("<day> <month> dernier", f"{LE}{DAY} <near>", dates.calendar_date),
    Rule("<day> <month> de l'année dernière",
         f"{LE}{DAY} (de )?(l'année <near>|l'an <near>|<this:near> année)", dates.beside_year),
    Rule("<month> <year>", f"{E}{MOIS}<month>( de l'année| de|,)? <year>",
         dates.calendar_date),
    Rule("<month> <year> BC", f"{E}<month> <anyyear> <era>", dates.calendar_date),
    Rule("<month> <yy>", f"{E}<month> <yy>", dates.calendar_date),
    Rule("<month> il y a <n> ans", f"{E}{MOIS}<month>,? il y a <number> (an|ans)",
         dates.years_ago),
    Rule("<month> dernier", f"{E}{MOIS}<month> <near>", dates.calendar_date),
    Rule("<month> de l'année dernière",
         f"{E}{MOIS}<month> (de )?(l'année <near>|l'an <near>|<this:near> année)",
         dates.beside_year),
    Rule("ce mois de <month>", "<this:near> mois (de |d')<month>", dates.calendar_date),
    Rule("<month>", f"{E}{MOIS}<month>", dates.calendar_date, guards.month_name),
    Rule("un <weekday>", "un <weekday>", dates.open_weekday, not_joined),
    Rule("<weekday>", "<weekday>", dates.weekday, guards.weekday),
    Rule("ce <weekday>", "<this:near> <weekday>", dates.weekday, not_joined),
    Rule("le <ordinal> <weekday> de <month>", f"{RANK} (de |d'){MOIS}<month>"
         "( (<year>|de l'année <near>|de l'an <near>))?", dates.ranked_weekday),
    Rule("le <ordinal> <weekday>", RANK, dates.ranked_weekday, not_joined),
    Rule("<weekday> dernier", "(le )?<weekday> <near>", dates.weekday),
    Rule("<weekday> de la semaine dernière", "(le )?<weekday> de (la semaine <near>|"
         "<this:near> semaine)", dates.weekday_of_week),
    Rule("hier <weekday>", "<relday>,? <weekday>", dates.day_away),
    Rule("hier <weekday> <day> <month>", f"<relday>,? {DAY}( <year>)?", dates.calendar_date),
    Rule("<year>", f"{E}<year>", dates.calendar_date,
         either(guards.plain_year, guards.year_of_event)),
    Rule("en <yy>", "<yy>", dates.calendar_date, guards.short_year),
    Rule("l'année <year>", f"{E}(l'an|l'an de grâce|l'année|an|année) <year>", dates.calendar_date),
    Rule("<edge> <year>", "<edge>~(l'an |l'année )?<year>", dates.calendar_date,
         not_part_of_number),
    Rule("<year> BC", f"(l'an |l'année )?{E}<anyyear> <era>", dates.calendar_date),
    Rule("l'an <year>", "l'an <anyyear>( <era>)?", dates.calendar_date),
    Rule("les années <decade>", "(le |la )?(<edge>~)?(les |des )?années <decade>", dates.decade),
    Rule("les années <yy>", "(le |la )?(<edge>~)?(les |des )?années <shortdecade>", dates.decade),
    Rule("les années <word>", "(le |la )?(<edge>~)?(les |des )?années <decadename>", dates.decade),
    Rule("le <ordinal> siècle", f"(le )?{E}(le )?<ordinal>~siècle( <era>)?", dates.century),
    Rule("<ordinal> trimestre", f"(le )?{E}(le )?<ordinal>~<span>", dates.part_of_year, not_joined),
    Rule("<ordinal> trimestre <year>",
         f"(le )?{E}(le )?<ordinal>~<span>( de l'année| de l'an| de|,)? <year>",
         dates.part_of_year),
    Rule("<ordinal> trimestre dernier", "(le )?<ordinal>~<span> (de )?"
         "(l'année <near>|l'an <near>|<this:near> année)", dates.beside_year),
    Rule("t<n> <year>", "<tn:ordinal>( |-|_)<year>", dates.quarter_of_year),
    Rule("<season> <year>", f"(le |l')?{E}(l')?<season>( de l'année| de)? <year>",
         dates.calendar_date, guards.season_of_year),
    Rule("<season> <year>-<year>",
         f"(le |l')?{E}(l')?<season>( de)? <year>(-|/)(<year:year2>|<short>)",
         dates.season_over, guards.season_of_year),
    Rule("<season> dernier", f"(le |l')?{E}(l')?<season> <near>", dates.calendar_date),
    Rule("ce <season>", "<this:near> <season>", dates.calendar_date),
    Rule("<season>", f"(le |l')?{E}(l')?<season>", dates.calendar_date, guards.season),
    Rule("<holiday>", "<holiday>( de)?( <year>)?", dates.feast),
    Rule("<holiday> dernier", "<holiday> <near>", dates.feast),
    Rule("<year>-<month>-<day>", "<year>-<two:one>(-<two>)?", dates.year_month_day, free),
    Rule("<day>/<month>/<year>", "(le )?<num:one>(/|.|-)<num:two>(/|.|-)(<year>|<short:yy>)",
         dates.day_month_year, both(free, lambda v: v.said.count(".") in (0, 2))),
)  # fmt: skip

PAIRS = (
    Rule("<ordinal> et <ordinal> siècles", "(les )?<ordinal:one>_<to>_(le )?<ordinal:two> "
         "(siècles|siècle)", dates.centuries),
    Rule("les <weekday> et <weekday>", "les <weekday:first>_<to>_<weekday:last>", weekdays,
         lambda v: not v.after[:1].isdigit()),
    Rule("du <weekday> au <weekday>", "<weekday:first>_<to>_<weekday:last>", weekdays,
         lambda v: v.before == "du" and v.after not in ("de", "prochain", "dernier")),
    Rule("les années <decade> et <decade>", "(les |des )?années (<decade:one>|"
         "<shortdecade:one>)_<to>_(<decade:two>|<shortdecade:two>)", dates.decades),
    Rule("<hour> à <hour> heures", "<hour:first>_<to>_<hour:last>_(h|heures)(_<minute:minute2>)?",
         clocks.clock_pair, lambda v: v.before in ("de", "entre")),
    Rule("<day> et <day> <month>",
         "(le |les )?(<weekday> )?<day:first>_<to>_(le )?(<weekday:weekday2> )?<day:last> <month>"
         "( (<nears:near>|<near>))?( <year>)?", dates.days_of_month),
    Rule("<month> à <month> <year>", "<month:first>_<to>_<month:last>( de)? <year>",
         dates.months_of_year),
    Rule("<day> <month> au <day> <month> <year>",
         "(le )?<day> <month:first>_<to>_(le )?<day:day2> <month:last> <year>",
         dates.months_of_year),
    Rule("de <year> à <year>", "<year>_<to>_<year:last>", dates.years_pair,
         guards.years_from_to),
    Rule("<year>-<year>", "<year>_<slash:to>_(<year:last>|<short>)", dates.years_pair,
         guards.year_range),
    Rule("<time>, <weekday>", "<hour>_h_(<minute>)?<comma:to> (<weekday>|<relday>)",
         time_then_day, guards.clock),
)  # fmt: skip
