"""German rules for what is told from another time: "gestern", "letzte Woche", "derzeit"."""

from __future__ import annotations

from timeline.temporal.lang import dates
from timeline.temporal.lang.de import guards
from timeline.temporal.lang.de.tense import TENSE
from timeline.temporal.lang.guarding import both, looks, not_joined
from timeline.temporal.nodes import Offset
from timeline.temporal.rule import Rule

ART = "(der |die |das |dem |den |des )?"
E = "(<edge> (der |des )?)?"
PAST, PRESENT, FUTURE = (dates.reference(f"{side}_REF") for side in ("PAST", "PRESENT", "FUTURE"))

RULES = (
    Rule("heute (diese Zeit)", "heute", PRESENT, guards.today_now),
    Rule("von morgen", "morgen", FUTURE, lambda v: v.before == "von"),
    Rule("gestern", "<relday>", dates.day_away, guards.tomorrow),
    Rule("heutig", f"{ART}<adjectiveday:relday>( tag| tage| tages)?", dates.day_away, not_joined),
    Rule("gestrigen <weekday>", f"{ART}<adjectiveday:relday> <weekday>", dates.day_away),
    Rule("Vorjahr", f"{ART}{E}<unitword>", dates.unit_word, not_joined),
    Rule("diesjährig", "<yearadjective:unitword>", dates.unit_word),
    Rule("Jahr darauf", f"{ART}<calunit:unit> <aside:near>", dates.whole_unit),
    Rule("Jahresende", "<edgeword>", dates.edge_word, not_joined),
    Rule("am Wochenende (kommend)", f"{ART}wochenende", lambda g: Offset("weekend", 0),
         both(guards.weekend, looks("future", TENSE))),
    Rule("am Wochenende", f"{ART}wochenende", lambda g: Offset("weekend", -1),
         guards.weekend),
    Rule("am Vortag", "<textday>", dates.day_from_text),
    Rule("kommendes Wochenende", f"{ART}(kommende|kommenden|kommendes) wochenende",
         lambda g: Offset("weekend", 2 / 7)),  # the one that the day after tomorrow is in
    Rule("letzte Woche", f"{ART}{E}<near> <calunit:unit>", dates.whole_unit),
    Rule("Anfang der Woche", "<edge> (der |des )<calunit:unit>", dates.running_unit,
         lambda v: v.after not in ("der", "des") and not v.after[:1].isdigit()),
    Rule("jetzt", "jetzt|derzeit|zurzeit|zur zeit|momentan|im moment|im augenblick|zur stunde|"
         "heutzutage|gegenwärtig|augenblicklich", PRESENT, not_joined),
    Rule("derzeitig", "<presentadjective>", PRESENT, guards.present),
    Rule("damals", "damals|einst|einstmals|ehemals|seinerzeit|kürzlich|jüngst|neulich|unlängst|"
         "vor kurzem|vor kurzer zeit|vor langer zeit|vor einiger zeit|dereinst", PAST,
         not_joined),
    Rule("früher", "früher", PAST, guards.earlier),
    Rule("letzter Zeit", "(der )?(letzten|letzter|jüngster|jüngsten|vergangenen|dieser|jener|"
         "jüngerer) zeit", PAST),
    Rule("die Vergangenheit", "(der |die )?(jüngsten |jüngeren |jüngere |jüngste )?vergangenheit",
         PAST, not_joined),
    Rule("die Zukunft", "(der |die )?(naher |nahe |nahen |ferner |fernen )?zukunft", FUTURE,
         not_joined),
    Rule("demnächst", "demnächst|in kürze|absehbarer zeit|in bälde", FUTURE,
         not_joined),
    Rule("bald", "bald", FUTURE, guards.soon),
)  # fmt: skip
