"""German rules for dates: days, months, years, decades, seasons, quarters, figures, pairs."""

from __future__ import annotations

from timeline.temporal.lang import productions as say
from timeline.temporal.lang.de import guards
from timeline.temporal.lang.guarding import free, not_joined, not_part_of_number
from timeline.temporal.rule import Rule

ART = "(der |die |das |dem |den |des )?"
E = "(<edge> (der |des |dieses )?|<forward:edge> )?"
DAY = f"((<weekday>|<shortday:weekday>),? )?{ART}(<near> )?<day>._<month>"
YEAR = "(der |des |dem |im )?<near> (jahr|jahres|jahrs)"

RULES = (
    Rule("<day>. <month> <year>", f"{DAY},? (des jahres )?<year>( <era>)?", say.calendar_date),
    Rule("<day>. <month> <year> BC", f"{DAY} <anyyear> <era>", say.calendar_date),
    Rule("<day>. <month>", f"{DAY}", say.calendar_date),
    Rule("<day>. <month> vergangenen Jahres", f"{DAY} {YEAR}", say.beside_year),
    Rule("<month> <year>", f"{E}<month> ((des jahres|im jahr) )?<year>( <era>)?",
         say.calendar_date),
    Rule("<month> <year> BC", f"{E}<month> <anyyear> <era>", say.calendar_date),
    Rule("<month> '<yy>", f"{E}<month> <yy>", say.calendar_date),
    Rule("<month> vergangenen Jahres", f"{E}<month> {YEAR}", say.beside_year),
    Rule("letzten <month>", f"{ART}{E}<near> <month>", say.calendar_date),
    Rule("<month>", f"{E}(monats? )?<month>", say.calendar_date, guards.month_name),
    Rule("<weekday>", "<weekday>", say.weekday, guards.weekday),
    Rule("letzten <weekday>", f"{ART}<near> <weekday>", say.weekday),
    Rule("<weekday> letzter Woche", "<weekday> (der )?<near> woche", say.weekday_of_week),
    Rule("heute <weekday>", "<relday>,? <weekday>(,? (den |dem )?<day>._<month>( <year>)?)?",
         say.day_away),
    Rule("<year>", "<year>", say.calendar_date, guards.plain_year),
    Rule("das Jahr <year>", f"{ART}(<edge> (der |des )?)?(jahr|jahre|jahres) <anyyear:year>"
         "( <era>)?", say.calendar_date),
    Rule("<edge> <year>", "<edge> (von )?<year>", say.calendar_date, not_part_of_number),
    Rule("<year> BC", f"({ART}(jahr|jahre|jahres) )?<anyyear> <era>", say.calendar_date),
    Rule("die 1980er Jahre", f"{E}{ART}{E}<decade>((~jahren|~jahre))?", say.decade),
    Rule("die 80er Jahre", f"{E}{ART}{E}<shortdecade>((~jahren|~jahre))?", say.decade,
         guards.decade),
    Rule("die achtziger Jahre", f"{E}{ART}{E}<decadename>((~jahren|~jahre))?", say.decade,
         guards.decade),
    Rule("das <ordinal> Jahrhundert",
         f"{E}{ART}{E}<ordinal>_(jahrhundert|jahrhunderts|jh.)( <era>)?", say.century),
    Rule("<ordinal> Quartal", f"{ART}{E}<ordinal>_<span>", say.part_of_year, not_joined),
    Rule("<ordinal> Quartal <year>", f"{ART}{E}<ordinal>_<span>,? ((des jahres|des|von|im jahr) )?"
         "<year>", say.part_of_year),
    Rule("<ordinal> Quartal vergangenen Jahres", f"{ART}<ordinal>_<span> {YEAR}",
         say.beside_year),
    Rule("Q<n> <year>", "<qn:ordinal>( |-|/)<year>", say.quarter_of_year),
    Rule("<season> <year>", f"{ART}{E}<season> ((des jahres|im jahr) )?<year>",
         say.calendar_date),
    Rule("<season> vergangenen Jahres", f"{ART}{E}<season> {YEAR}", say.beside_year),
    Rule("letzten <season>", f"{ART}{E}<near> <season>", say.calendar_date),
    Rule("<season>", f"{E}<season>", say.calendar_date, guards.season),
    Rule("<holiday>", "<holiday>( <year>)?", say.feast, not_joined),
    Rule("letzte <holiday>", "<near> <holiday>", say.feast),
    Rule("<year>-<month>-<day>", "<year>-<two:one>(-<two>)?", say.year_month_day, free),
    Rule("<day>.<month>.<year>", "<num:one>._<num:two>._(<year>|<short:yy>)",
         say.day_month_year, free),
    Rule("<day>/<month>/<year>", "<num:one>/<num:two>/<year>", say.day_month_year, free),
    Rule("<day>.<month>.", "<num:one>._<num:two>.", say.day_month_year, guards.day_and_month),
    Rule("am <day>.", "<day>.", say.day_alone, guards.day_alone),
)  # fmt: skip

PAIRS = (
    Rule("<day>. bis <day>. <month>",
         f"(<weekday>,? )?{ART}<day:first>._<to>_(<weekday:weekday2>,? )?{ART}<day:last>._<month>"
         "( <year>)?", say.days_of_month),
    Rule("<month> bis <month> <year>", "<month:first>_<to>_<month:last> <year>",
         say.months_of_year),
    Rule("<day>. <month> bis <day>. <month> <year>",
         "<day>._<month:first>_<to>_<day:day2>._<month:last> <year>", say.months_of_year),
    Rule("<year>-<year>", "<year>_<slash:to>_(<year:last>|<short>)", say.years_pair,
         guards.year_range),
)  # fmt: skip
