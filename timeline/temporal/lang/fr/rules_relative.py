"""French rules for what is told from another time: "hier", "la semaine dernière", "désormais"."""

from __future__ import annotations

from timeline.temporal.lang import dates
from timeline.temporal.lang.fr import guards
from timeline.temporal.lang.fr import vocabulary as v
from timeline.temporal.lang.fr.tense import TENSE
from timeline.temporal.lang.guarding import after, following, looks, not_after, not_joined
from timeline.temporal.nodes import Offset
from timeline.temporal.rule import Rule

E = "(<edge>~)?"
UNIT = "<calunit:unit>"
UNIT_WORDS = {form for forms in v.UNITS for form in forms.split("|")}
PAST, PRESENT, FUTURE = (dates.reference(f"{side}_REF") for side in ("PAST", "PRESENT", "FUTURE"))

RULES = (
    Rule("aujourd'hui (ces temps)", "aujourd'hui( encore)?", PRESENT, guards.present),
    Rule("hier", "<relday>", dates.day_away),
    Rule("la veille", "<textday>", dates.day_from_text),
    Rule("le lendemain <weekday>", "<textday>,? <weekday>", dates.day_from_text),
    Rule("ce jour", "ce jour", dates.reference("PRESENT_REF")),
    Rule("la semaine dernière", f"{E}(le |la |l'){UNIT} <near>", dates.whole_unit),
    Rule("au <unit> dernier", f"{UNIT} <near>", dates.whole_unit, after("au", "du")),
    Rule("<edge> de semaine dernière", f"<edge>~{UNIT} <near>", dates.whole_unit),
    Rule("la prochaine semaine", f"{E}<lastnext:near> {UNIT}", dates.whole_unit),
    Rule("cette semaine", f"{E}<this:near> {UNIT}(-ci)?", dates.whole_unit),
    Rule("cette semaine-là", f"<this> {UNIT}-là", dates.same_unit),
    Rule("fin d'année dernière", f"<elided:edge>{UNIT} <near>", dates.whole_unit),
    Rule("fin d'année", f"<elided:edge>{UNIT}", dates.running_unit),
    Rule("le week-end (prochain)", "le (week-end|weekend)", lambda g: Offset("weekend", 0),
         looks("future", TENSE)),
    Rule("le week-end", "le (week-end|weekend)", lambda g: Offset("weekend", -1),
         looks("past", TENSE)),
    Rule("début de l'année", f"<edge>~(l')?{UNIT}", dates.running_unit,
         lambda v: v.after not in ("de", "d", "du", "des")),
    Rule("maintenant", "pour l'instant|pour le moment|jusqu'ici|jusqu'à présent|ces jours-ci|"
         "maintenant|actuellement|présentement|en ce moment( même)?|"
         "à l'heure actuelle|de nos jours|à présent|ces temps-ci|à l'heure qu'il est|"
         "à ce jour|l'heure actuelle", PRESENT),
    Rule("désormais", "désormais|dorénavant", PRESENT),
    Rule("actuel", "actuel|actuelle|actuels|actuelles", PRESENT, not_joined),
    Rule("récemment", "l'autre jour|il y a peu|(tout |très |plus )?récemment|"
         "dernièrement|autrefois|jadis|naguère|nouvellement|ces derniers temps|"
         "ces temps derniers|à l'époque|cette époque|ce temps-là|par le passé", PAST),
    Rule("auparavant", "auparavant", PAST, not_after(*UNIT_WORDS)),
    Rule("récent", "récent|récente|récents|récentes", PAST, not_joined),
    Rule("il y a longtemps", "longtemps|belle lurette", PAST, following("il y a")),
    Rule("le passé", "(le )?(lointain )?passé", PAST, guards.past),
    Rule("l'avenir", "(l'|un )?(proche )?avenir( proche)?", FUTURE, guards.future),
    Rule("le futur", "(le |un )?(proche )?futur", FUTURE, guards.future),
    Rule("bientôt", "bientôt|prochainement|sous peu|tout à l'heure", FUTURE),
    Rule("futur <noun>", "futur|future|futurs|futures", FUTURE,
         lambda v: v.after.islower() and not_joined(v)),
    Rule("les prochains <noun>", "<nears:near>", FUTURE,
         lambda v: v.said.lower().startswith("prochain") and v.after.islower()),
)  # fmt: skip
