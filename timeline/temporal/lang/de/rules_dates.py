"""German rules for dates: days, months, years, decades, seasons, quarters, figures, pairs."""

from __future__ import annotations

from timeline.temporal.lang import clocks, dates
from timeline.temporal.lang.de import guards
from timeline.temporal.lang.guarding import free, not_joined, not_part_of_number
from timeline.temporal.rule import Rule

ART = "(der |die |das |dem |den |des )?"
E = "(<edge> (der |des |dieses )?|<forward:edge> )?"
DAY = f"((<near> )?(<weekday>|<shortday:weekday>),? )?{ART}(<near> )?<day>._<month>"
RANK = "<ordinal>_<weekday>"
ONE = "(ein|einem|einen|eines)"
YEAR = "((der |des |dem |im )?<near> (jahr|jahres|jahrs)|(des )?<otheryear:near>)"

RULES = (
    Rule("<day>. <month> <year>", f"{DAY},? (des jahres )?<year>( <era>)?", dates.calendar_date),
    Rule("<day>. <month> <year> BC", f"{DAY} <anyyear> <era>", dates.calendar_date),
    Rule("<day>. <month>", f"{DAY}", dates.calendar_date, guards.day_of_month),
    Rule("<day>. dieses Monats", f"{ART}<day>. (<near> (monats|monates)|<thismonth:near>)",
         dates.ranked_day),
    Rule("<day>. <month> vergangenen Jahres", f"{DAY} {YEAR}", dates.beside_year),
    Rule("<month> <year>", f"{E}<month> ((des jahres|im jahr) )?<year>( <era>)?",
         dates.calendar_date),
    Rule("<month> <year> BC", f"{E}<month> <anyyear> <era>", dates.calendar_date),
    Rule("<month> '<yy>", f"{E}<month> <yy>", dates.calendar_date),
    Rule("<month> vergangenen Jahres", f"{E}<month> {YEAR}", dates.beside_year),
    Rule("<month> vor <n> Jahren", f"{E}<month> vor <number> (jahr|jahren)", dates.years_ago),
    Rule("letzten <month>", f"{ART}{E}<near> <month>", dates.calendar_date),
    Rule("<month>", f"{E}(monats? )?<month>", dates.calendar_date, guards.month_name),
    Rule("<weekday>", "<weekday>", dates.weekday, guards.weekday),
    Rule("ein <weekday>", f"{ONE} <weekday>", dates.open_weekday, not_joined),
    Rule("<weekday>, den <day>.", "<weekday>,? (den|dem) <day>.", dates.day_alone,
         lambda v: not v.after[:1].isupper()),
    Rule("letzten <weekday>", f"{ART}<near> <weekday>", dates.weekday),
    Rule("<ordinal> <weekday> im <month>", f"{ART}{RANK} (im|des|in) (monat |monats )?<month>"
         "( (des jahres )?<year>)?", dates.ranked_weekday),
    Rule("<ordinal> <weekday> im <month> vergangenen Jahres",
         f"{ART}{RANK} (im|des) <month> {YEAR}", dates.ranked_weekday),
    Rule("<ordinal> <weekday>", f"{ART}{RANK}", dates.ranked_weekday, not_joined),
    Rule("<weekday> letzter Woche", "<weekday> (der )?<near> woche", dates.weekday_of_week),
    Rule("heute <weekday>", "<relday>,? <weekday>(,? (den |dem )?<day>._<month>( <year>)?)?",
         dates.day_away),
    Rule("<year>", "<year>", dates.calendar_date, guards.year),
    Rule("das Jahr <year>", f"{ART}(<edge> (der |des )?)?(jahr|jahre|jahres) <anyyear:year>"
         "( <era>)?", dates.calendar_date),
    Rule("<edge> <year>", "<edge> (von )?<year>", dates.calendar_date, not_part_of_number),
    Rule("<year> BC", f"({ART}(jahr|jahre|jahres) )?<anyyear> <era>", dates.calendar_date),
    Rule("die 1980er Jahre", f"{E}{ART}{E}<decade>((~jahren|~jahre))?", dates.decade,
         guards.decade),
    Rule("die 80er Jahre", f"{E}{ART}{E}<shortdecade>((~jahren|~jahre))?", dates.decade,
         guards.decade),
    Rule("die achtziger Jahre", f"{E}{ART}{E}<decadename>((~jahren|~jahre))?", dates.decade,
         guards.decade),
    Rule("das <ordinal> Jahrhundert",
         f"{E}{ART}{E}<ordinal>_(jahrhundert|jahrhunderts|jh.)( <era>)?", dates.century),
    Rule("<ordinal> Quartal", f"{ART}{E}<ordinal>_<span>", dates.part_of_year, not_joined),
    Rule("<ordinal> Quartal <year>", f"{ART}{E}<ordinal>_<span>,? ((des jahres|des|von|im jahr) )?"
         "<year>", dates.part_of_year),
    Rule("<ordinal> Quartal vergangenen Jahres", f"{ART}<ordinal>_<span> {YEAR}",
         dates.beside_year),
    Rule("Q<n> <year>", "<qn:ordinal>( |-|/)<year>", dates.quarter_of_year),
    Rule("<season> <year>", f"{ART}{E}<season> ((des jahres|im jahr) )?(<year>|<yy>)",
         dates.calendar_date),
    Rule("<season> <year>/<yy>", f"{ART}{E}<season> <year>(/|-)(<year:year2>|<short>)",
         dates.season_over),
    Rule("<season> vergangenen Jahres", f"{ART}{E}<season> {YEAR}", dates.beside_year),
    Rule("letzten <season>", f"{ART}{E}<near> <season>", dates.calendar_date),
    Rule("<season>", f"{E}<season>", dates.calendar_date, guards.season),
    Rule("<holiday>", "<holiday>( <year>)?", dates.feast, not_joined),
    Rule("letzte <holiday>", "<near> <holiday>", dates.feast),
    Rule("<year>-<month>-<day>", "<year>-<two:one>(-<two>)?", dates.year_month_day, free),
    Rule("<day>.<month>.<year>", "<num:one>._<num:two>._(<year>|<short:yy>)",
         dates.day_month_year, free),
    Rule("<day>/<month>/<year>", "<num:one>/<num:two>/<year>", dates.day_month_year, free),
    Rule("<day>.<month>.", "<num:one>._<num:two>.", dates.day_month_year, guards.day_and_month),
    Rule("am <day>.", "<day>.", dates.day_alone, guards.day_alone),
)  # fmt: skip

PAIRS = (
    Rule("<ordinal> und <ordinal> Jahrhundert", f"{ART}<ordinal:one>_<to>_{ART}<ordinal:two>_"
         "(jahrhundert|jahrhunderts|jahrhunderten|jh.)", dates.centuries),
    Rule("<hour> bis <hour> Uhr", "<hour:first>(.<minute>)?_<to>_<hour:last>(.<minute:minute2>)? "
         "uhr", clocks.clock_pair, guards.year_range),
    Rule("<day>. bis <day>. <month>",
         f"(<weekday>,? )?{ART}<day:first>._<to>_(<weekday:weekday2>,? )?{ART}<day:last>._<month>"
         "( <year>)?", dates.days_of_month),
    Rule("<month> bis <month> <year>", "<month:first>_<to>_<month:last> <year>",
         dates.months_of_year),
    Rule("<day>. <month> bis <day>. <month> <year>",
         "<day>._<month:first>_<to>_<day:day2>._<month:last> <year>", dates.months_of_year),
    Rule("<year>-<year>", "<year>_<slash:to>_(<year:last>|<short>)", dates.years_pair,
         guards.year_range),
)  # fmt: skip
