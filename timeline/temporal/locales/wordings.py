"""The rules that the wordings of `phrases` make, the same for all languages.

A gap belongs to the slots that stand before or after something (see `wordslots`), so "<nearb>"
and what follows it stand side by side. `spaced_for` writes them for scripts without spaces.
"""

from __future__ import annotations

from timeline.temporal.lang import clocks, dates, lengths
from timeline.temporal.lang.guarding import free, not_joined, not_part_of_number
from timeline.temporal.locales import produced
from timeline.temporal.locales.company import Company
from timeline.temporal.rule import Rule

ART, OF = "(<art>)?", "(<of>)?"
E = f"(<edge>{OF}{ART})?"
DAY = "(<weekday><wd>)?<day><dm><longmonth:month>"
DATE = f"(<art>)?{DAY}(<my><year>)?"
COUNT = "(<number>(<half>)?~|<vague>|<some>)"
AP = "(<approx>)?"
UNIT = "<calunit:unit>"


def near(thing: str) -> str:
    """Something with the adjective of direction before or after it."""
    return f"(<nearb:near>{thing}|{thing}<neara:near>)"


YEAR_NEAR = f"{ART}({near('<yearunit>')}|<thatn:near><yearunit>)"


def month_rules(told: Company) -> list[Rule]:
    """Days and months with what stands around them."""
    month, of_year = "<longmonth:month>", f"(<my><year>|{OF}<yearword:year>)"
    return [
        Rule("<edge> <month>", f"{ART}<edge>{OF}{ART}(<monthword>)?{month}({of_year})?",
             dates.calendar_date),
        Rule("<month> <edge>", f"{month}({of_year})?<edgea:edge>", dates.calendar_date),
        Rule("<year> <month> <edge>", f"<year><ym>{month}<edgea:edge>", dates.calendar_date),
        Rule("<word> <month>", f"{ART}<monthword>{month}({of_year})?", dates.calendar_date),
        Rule("<month> <word> <year>", f"{E}{month} {OF}<yearword:year>", dates.calendar_date),
        Rule("<near> <month>", f"{ART}{near(f'(<monthword>)?{month}')}", dates.calendar_date),
        Rule("<near> <day> <month>", f"{ART}{near(f'(<dayhead>)?{DAY}')}(<my><year>)?",
             dates.calendar_date),
        Rule("<month> <near> <year>", f"{E}{month} {OF}{YEAR_NEAR}", dates.beside_year),
        Rule("<day> <month> <near> <year>", f"{DAY} {OF}{YEAR_NEAR}", dates.beside_year),
        Rule("<dayhead> <day> <month>", f"{ART}<dayhead>{DAY}(<my><year>)?", dates.calendar_date),
        Rule("<near> <dayhead> <day>", f"{ART}(<nearb:near>)?<dayhead><plainday:day>",
             produced.day_of_month, free),
        Rule("<day> <month> <year> BC", f"{DAY} {OF}<anyyear>(<yeara>)?<era>",
             dates.calendar_date, free),
        Rule("<relday>, <weekday>", "<relday>,? (<art>)?<longday:weekday>", dates.day_away),
        Rule("<relday>, <day> <month>", f"<relday>,? (<art>)?{DAY}(<my><year>)?",
             dates.calendar_date),
        Rule("<day> and <day> <month>",
             "(<weekday><wd>)?<day:first>_<to2:to>_(<art>)?(<weekday:other><wd>)?<day:last><dm>"
             "<longmonth:month>(<my><year>)?", dates.days_of_month, free),
    ]  # fmt: skip


def weekday_rules(told: Company) -> list[Rule]:
    """Weekdays with what stands around them."""
    day, lone = "<longday:weekday>", "<loneday:weekday>"
    return [
        Rule("<weekday> (short)", lone, dates.weekday, told.lone),
        Rule("<near> <weekday> (short)", f"{ART}<nearb:near>{lone}", dates.weekday, not_joined),
        Rule("<near> <weekday>", f"{ART}{near(day)}", dates.weekday, not_joined),
        Rule(
            "<weekday> of <near> week",
            f"{day} {OF}{ART}{near('<weekunit>')}",
            dates.weekday_of_week,
        ),
        Rule(
            "<near> week <weekday>", f"{near('<weekunit>')},? (<at>)?{day}", dates.weekday_of_week
        ),
        Rule("<weekdays>", "<weekdayset>", produced.weekday_set, not_joined),
        Rule("every <weekday>", f"<each>{day}", lengths.every_weekday, not_joined),
        Rule("every <month>", "<each>(<monthword>)?<longmonth:month>", lengths.every_month),
        Rule("every <season>", "<each><season>", lengths.every_season),
        Rule("every <part>", "<each><parts:part>", lengths.every_part),
    ]


def year_rules(told: Company) -> list[Rule]:
    """Years, decades, centuries."""
    a_century = f"(<ordinal><centurya>|<centuryb><numeral:ordinal>|{near('<centuryunit>')})"
    decade = produced.decade(hundreds=told.told.hundreds)
    short, era = "(<decade>|<shortdecade>|<decadename>)", "(<era>)?"
    return [
        Rule("<year> (in company)", "<fullyear:year>", dates.calendar_date, told.year),
        Rule("'<yy>", "<shortyear:yy>", dates.calendar_date, told.short_year),
        Rule("<word> <year>", f"{ART}<yearword:year>", dates.calendar_date),
        Rule("<edge> <year>", f"{ART}<edge>{OF}{ART}(<yearword:year>|<year>)",
             dates.calendar_date),
        Rule("<year> <edge>", "<year><edgea:edge>", dates.calendar_date, free),
        Rule("<year> BC", f"({ART}<edge>{OF})?(<yearwd>)?<anyyear>(<yeara>)?<era>",
             dates.calendar_date, free),
        Rule("<year>-<year>", "<fullyear:year>_<slash:to>_(<fullyear:last>|<short>)",
             dates.years_pair, told.year_pair),
        Rule("the <decade>", f"{ART}(<edge>{OF}{ART})?<decadeb>{short}", decade),
        Rule("<decade>s", f"{ART}(<edge>{OF}{ART})?{short}<decadea>", decade, free),
        Rule("the <decade> and <decade>",
             f"{ART}<decadeb>(<decade:one>|<shortdecade:one>(.)?)_"
             "<to2:to>_(<decade:two>|<shortdecade:two>)", dates.decades),
        Rule("the <decade> of century <n>",
             f"{ART}(<edge>{OF}{ART})?(<decadeb>{short}(.)?|{short}<decadea>) {OF}{ART}{a_century}",
             produced.decade_of_century, free),
        Rule("century <n>, the <decade>", f"<ordinal><centurya>{OF}{short}<decadea>",
             produced.decade_of_century, free),
        Rule("<decade> (one word)", f"({ART}<edge>{OF}{ART})?<decadeword:decadename>", decade),
        Rule("<decade> of century <n> (one word)", f"<decadeword:decadename> {OF}{ART}{a_century}",
             produced.decade_of_century),
        Rule("century <n>", f"{ART}(<edge>{OF}{ART})?<centuryb><numeral:ordinal>{era}",
             produced.century),
        Rule("<ordinal> century", f"{ART}(<edge>{OF}{ART})?<ordinal><centurya>{era}",
             produced.century, not_part_of_number),
        Rule("<century>", f"{ART}(<edge>{OF}{ART})?<centuryname>", produced.century_named,
             told.century_name),
    ]  # fmt: skip


def part_rules(told: Company) -> list[Rule]:
    """Seasons, quarters, halves and holidays."""
    season = "<season>"
    return [
        Rule("<season> <year>", f"{ART}{E}{season}( {OF}|<my>)(<year>|<yearword:year>)",
             dates.calendar_date, told.season_of_year),
        Rule("<year> <season>", f"<year>_{OF}{season}", dates.calendar_date, free),
        Rule("<near> <season>", f"{ART}{E}{near(season)}", dates.calendar_date),
        Rule("<season> <near> <year>", f"{ART}{season} {OF}{YEAR_NEAR}", dates.beside_year),
        Rule("<season>", f"{ART}{E}{season}", dates.calendar_date, told.season),
        Rule("<ordinal> quarter", f"{ART}<ordinal>~<span>", produced.part_of_year, not_joined),
        Rule("<ordinal> quarter <year>",
             f"{ART}<ordinal>~<span>( {OF}|<my>)(<year>|<yearword:year>)",
             produced.part_of_year, free),
        Rule("<year> <ordinal> quarter", f"<year>_{OF}<ordinal>_<span>",
             produced.part_of_year, free),
        Rule("<ordinal> quarter <near>", f"{ART}<ordinal>~<span> {OF}{YEAR_NEAR}",
             produced.part_beside_year),
        Rule("<holiday>", f"<holiday>( {OF}(<year>|<yearword:year>))?", dates.feast, told.holiday),
        Rule("<holiday> <near>", near("<holiday>"), dates.feast),
    ]  # fmt: skip


def unit_rules(told: Company) -> list[Rule]:
    """Whole units told from publication or the text, and references."""
    return [
        Rule("<textday>", "<textday>", dates.day_from_text, not_joined),
        Rule("<near> <unit>", f"{ART}{near(UNIT)}", dates.whole_unit, not_joined),
        Rule(
            "<edge> <near> <unit>",
            f"{ART}<edge>{OF}{ART}{near(UNIT)}",
            dates.whole_unit,
            not_joined,
        ),
        Rule("the <weekend>", f"{ART}<weekendunit>", produced.weekend(-1), told.weekend_past),
        Rule("the <weekend> (to come)", f"{ART}<weekendunit>", produced.weekend(0), not_joined),
        Rule("that <unit>", f"{ART}<that>{UNIT}", dates.same_unit, not_joined),
        Rule("<reference>", "<reference>", produced.referred("reference"), told.reference),
        Rule("<adjective>", "<adjective>", produced.referred("adjective"), told.adjective),
    ]


def running_rules(told: Company) -> list[Rule]:
    """The edges of the running month or year."""
    return [
        Rule("<edge> <unit>", f"{ART}<edge>{OF}{ART}<rununit:unit>", dates.running_unit,
             told.running),
        Rule("<unit> <edge>", "<rununit:unit><edgea:edge>", dates.running_unit, told.running),
    ]  # fmt: skip


def length_rules(told: Company) -> list[Rule]:
    """Lengths of time, alone or counted from publication or the text."""
    some = f"{AP}{COUNT}<units>(<half>)?"
    loose = f"({some}|<units><half>)"
    bare = "<units>" if told.names.forms.unnumbered else "<many:units>"
    one = f"({loose}|{bare})" if told.names.spaced else loose
    ago, later = told.not_since, told.free_later
    return [
        Rule("ago <n> <units>", f"<agob>({AP}{COUNT})?<units>(<half>)?", produced.away(-1), ago),
        Rule("<n> <units> ago", f"(<agoled>)?{one}<agoa>", produced.away(-1), ago),
        Rule("in <n> <units>", f"<aheadb>{one}", produced.away(1), ago),
        Rule("<n> <units> ahead", f"{one}<aheada>", produced.away(1), ago),
        Rule("<length> ago", "<lengthword><agoa>|<agob><lengthword>", produced.word_away(-1)),
        Rule("in <length>", "<aheadb><lengthword>|<lengthword><aheada>", produced.word_away(1)),
        Rule("<n> <units> later", f"{one}<latera>|<laterb>{one}", produced.away(1, "discourse"),
             later),
        Rule("<n> <units> sooner", f"{one}<soonera>", produced.away(-1, "discourse"), later),
        Rule("<n> <units>", f"({some}(<long>)?|<units><half>)", produced.length, told.length),
        Rule("<length>", f"{AP}<lengthword>", lengths.so_long, not_joined),
        Rule("<n> <units> and <n> <units>",
             f"{AP}<number>~<unit>(,)? <and><number:number2>~<unit:unit2>", lengths.two_units,
             not_part_of_number),
        Rule("<n> or <n> <units>", f"{AP}<number>(-| <or>| <and>)<number:number2>~<unit>",
             lengths.either, told.length),
        Rule("last <n> <units>", f"{ART}(<number>~)?<stretch:near>{COUNT}?<units>",
             produced.stretch, not_joined),
        Rule("<n> <units> last", f"{ART}{COUNT}?<units>( <number>)?<stretcha:near>",
             produced.stretch, not_joined),
        Rule("<units> (some)", "<many:units>", produced.length, told.during),
        Rule("whole <unit>", "<whole><units>", produced.whole, not_joined),
        Rule("every <unit>", "<each>(<number>~)?<units>|<eachn><number>~<units>",
             produced.every_length, not_joined),
        Rule("<n> times per <unit>", "(<number:times>~|<some>)?<timesword><per><units>",
             produced.every_length, not_joined),
        Rule("<adverb>", "<adverb>", lengths.adverb, told.adverb),
    ]  # fmt: skip


def time_rules(told: Company) -> list[Rule]:
    """Clock times, on their day where one is named."""
    clock = "(<hour>(<mark><minute>)?(_<oclock>)?|<hourword>(_<oclock>)?|<clockname:named>)"
    hour = "(<hour>(<mark><minute>)?|<hourword>)"
    sure = "(<hour><mark><minute>(_<oclock>)?|<hour>_<oclock>(_<minute>)?|<hourword>_<oclock>)"
    day = f"(<relday>|(<art>)?(<nearb:near>)?<longday:weekday>|{DATE}|<textday>)"
    to_hour = f"(<atp>|<atonly>)?(<at>)?({sure}|<at>{clock}|(<partjoint>)?<clockname:named>)"
    of_part = "_(<ofpart>)?<part>"
    return [
        Rule(
            "<hour>:<minute>",
            f"<hour><colon><minute>(_<oclock>)?({of_part})?",
            clocks.time_of_day,
            told.clock,
        ),
        Rule("<hour> o'clock", f"(<at>)?{sure}({of_part})?", clocks.time_of_day, told.oclock),
        Rule("at <hour>", f"<at>{clock}({of_part})?", clocks.time_of_day, told.bare_hour),
        Rule('<hour> (after "at")', clock, clocks.time_of_day, told.only_at),
        Rule(
            "<hour> of <day>",
            f"{hour} {OF}{day}(_(<partjoint>)?<part>)?",
            clocks.time_of_day,
            told.hour_of_day,
        ),
        Rule("<hour> of <part>", f"(<at>)?{clock}{of_part}", clocks.time_of_day, told.clock),
        Rule("<part> <hour>", f"<part>_{sure}", clocks.time_of_day, told.clock),
        Rule("<clock>", "<clockname:named>", clocks.time_of_day, told.named_clock),
        Rule("<day>, at <time>", f"{day},? {to_hour}({of_part})?", clocks.time_of_day),
        Rule(
            "<time> of <day>",
            f"((<at>)?{sure}|<at>{clock})(,)? {OF}{day}",
            clocks.time_of_day,
            told.oclock,
        ),
        Rule(
            "<time> of <part> of <day>",
            f"(<at>)?{clock}{of_part} {OF}{day}",
            clocks.time_of_day,
            told.clock,
        ),
    ]  # fmt: skip


def day_part_rules(told: Company) -> list[Rule]:
    """Parts of days, on their day where one is named."""
    day = f"(<relday>|(<art>)?(<nearb:near>)?<longday:weekday>|{DATE}|<textday>)"
    return [
        Rule("<day> <part>", f"{day}_(<partjoint>)?<part>", clocks.part_of_day),
        Rule("<part> of <day>", f"{ART}(<edge>{OF})?<part> {OF}{day}", clocks.part_of_day),
        Rule("this <part>", "<this><part>", clocks.part_today),
        Rule("<near> <part>", f"{ART}{near('<part>')}", produced.near_part, not_joined),
        Rule("<part> (by itself)", "<lonepart:part>", clocks.bare_part, not_joined),
        Rule("that <part>", "<that><part>", clocks.bare_part),
        Rule("last <part>", f"{ART}<lastb><part>|{ART}<part><lasta>", clocks.part_away(-1)),
        Rule("<daypart>", "<daypart>", produced.daypart, not_joined),
        Rule("<weekdaypart>", "<weekdaypart>", produced.weekday_part, not_joined),
    ]


def rules(told: Company) -> tuple[Rule, ...]:
    """All of them."""
    kinds = (month_rules, weekday_rules, year_rules, part_rules, time_rules, day_part_rules,
             unit_rules, length_rules, running_rules)  # fmt: skip
    made = [rule for kind in kinds for rule in kind(told)]
    if told.names.spaced:
        return tuple(made)
    return tuple(
        Rule(r.name, r.pattern.replace(" ", "_").replace("~", "_"), r.production, r.guard)
        for r in made
    )
