"""When a French word that can be a time is one. Each guard looks at the neighbours only."""

from __future__ import annotations

import re

from timeline.temporal.lang.guarding import (
    Years,
    before,
    following,
    not_a_place,
    not_joined,
    not_part_of_number,
)
from timeline.temporal.lang.guarding import (
    bare_clock as shown_clock,
)
from timeline.temporal.rule import View, words

_MONTH_BEFORE = words("en de depuis dès fin début mi courant avant après jusqu'en d'ici entre et")
_DETERMINERS = words("le la les un une du des ce cet cette son sa leur au aux notre mon d'un l'")
_HAVE = words(
    "a ont ai as avons avez avait avaient ayant avoir aura auront aurait auraient eût ait aient "
    "eu pas jamais déjà toujours également aussi"
)
_TIME_BEFORE = words("à vers dès avant après entre et de depuis jusqu'à heures aux")
_LENGTH_BEFORE = words("pendant durant en dans sur par d' de les ces des plus moins chaque après")

AFTER_YEAR = words("et ou la le les il elle un une à par pour avec dans sur que qui où")
_SOME_BEFORE = words("depuis pendant durant après dans a duré pris mis faut faudra sur avec")

plain_year = Years(
    before=words(
        "en depuis dès avant après fin début mi été printemps automne hiver an année années "
        "jusqu'en vers d'ici courant millésime promotion saison"
    ),
    numbered=words(
        "compte postale pièce pièces cote alinéa lot "
        "page p pp pages n no numéro nº n° salle article art chambre route vol bp tél"
    ),
    counted=words(
        "euros euro francs franc dollars dollar personnes habitants hommes femmes enfants "
        "soldats morts blessés emplois postes salariés mètres m km kilomètres hectares tonnes "
        "kg kilos litres points voix voitures logements places exemplaires millions milliards "
        "ans heures jours fois pages élèves étudiants adhérents entreprises cas spectateurs "
        "visiteurs participants manifestants coureurs signatures pour cent % f € chevaux watts "
        "militaires policiers réfugiés familles maisons foyers véhicules m2 degrés mots volts"
    ),
    bare=(1900, 2029),
)

_TITLED = re.compile(r"\b(?:[A-Z]|Mme|Mlle|Dr|Me)\.?\s$")
_AGED = re.compile(r"(?:âgée?s?\s+d[e'’]|[,(]|\bde|\b[Aa])\s*$")
_LASTS = re.compile(
    r"(?:près|plus|moins|loin|cours|bout|fin|début|lieu|dizaine|terme|durée|période|délai|peine|"
    r"sursis|an|ferme|prison|retard|mandats?|plan|guerre|contrat|bail|absence|moyenne|attente|"
    r"est|était|sera|prescription|emprisonnement|réclusion|détention|concession|prêt|engagement|formation|congé|"
    r"suspension|sûreté|interdiction|fermeture|carrière|activité|service|pause|procédure|stage|"
    r"règne|vie|années|recul|travail|expérience|âge)\s+de\s*$"
)

_SENTENCED = re.compile(
    r"condamn|réclusion|prison|port|ramen|prolong|limit|pass|jusqu|fix|rédui|d[’']ici|écop|peine"
)


def month_name(view: View) -> bool:
    """ "mars" is a month, "Mars" a planet or a firm, "M. Janvier" a person."""
    if not not_joined(view):
        return False
    name = re.split(r"[\s-]", view.said)[-1]
    if name.endswith(".") or name.lower() in ("sept", "oct", "nov", "avr", "fév", "déc", "janv"):
        return False
    if re.search(r"\d(?:er)?\s$", view.text[max(0, view.start - 4) : view.start]):
        return False
    if name[0].islower():
        return True
    if view.after[:1].isupper() or _TITLED.search(view.text[max(0, view.start - 5) : view.start]):
        return False
    return view.before in _MONTH_BEFORE - {"de", "et"} or (view.opens and name != "Mars")


_PLACES = re.compile(
    r"(?:rue|place|avenue|quai|boulevard|square|pont|station|collège|lycée|stade|allée)\s(?:du\s)?$"
)
_DATED = re.compile(
    r"(?:date|dates|datent|datant|datait|dataient|révolution|guerre|traité|constitution|lois?|édit|ordonnance|décret|paix|campagne|bataille|"
    r"crise|incendie|épidémie|peste|famine|élections?|charte|code|exposition|recensement|siège|"
    r"accords?|convention|carte|plan|défaite|insurrection|émeutes?|inondations?|crue|hiver)\s+de\s$",
    re.IGNORECASE,
)


def year_of_event(view: View) -> bool:
    """ "la révolution de 1848"; "une foule de 1848 personnes" is none."""
    left = view.text[max(0, view.start - 20) : view.start]
    return bool(_DATED.search(left)) and view.after.lower() not in plain_year.counted


def years_from_to(view: View) -> bool:
    """ "de 1612 à 1614", not "de 1612 à 1640 mètres"."""
    return view.before in ("de", "entre", "années") and view.after.lower() not in plain_year.counted


def day_of_month(view: View) -> bool:
    """ "le 4 septembre", not "la rue du 4 Septembre"."""
    return not_a_place(view, _PLACES)


def season(view: View) -> bool:
    """ "l'été", "au printemps"; not "a été", the Arab Spring or the shop."""
    said = view.said
    name = re.split(r"[\s'’-]", said)[-1]
    if name[:1].isupper() or view.after.lower() in ("arabe", "social", "érable", "indien"):
        return False
    if re.match(r"\sde\s[A-Z]", view.text[view.end : view.end + 6]):
        return False
    if name == "été":
        return len(said) > 3 or view.before in ("en", "d'été", "cet", "chaque")
    return len(said) > len(name) or view.before in ("au", "en", "du", "ce", "cet", "d'hiver", "de")


def season_of_year(view: View) -> bool:
    """ "été 2014" is a season unless an auxiliary makes "été" a participle."""
    return view.before not in _HAVE


def weekday(view: View) -> bool:
    """ "mardi", not "mardi gras", not "M. Mardi"."""
    titled = _TITLED.search(view.text[max(0, view.start - 5) : view.start])
    named = view.said[0].isupper() and view.before in _DETERMINERS
    return not_joined(view) and view.after != "gras" and not (titled or named)


def habit(view: View) -> bool:
    """ "le mercredi" as a habit: no number, no "suivant" after, not "le lundi de la semaine"."""
    if view.said.split()[-1][0].isupper() or view.after == "gras":
        return False
    if view.after == "de":
        return bool(re.match(r"\sde\s\d", view.text[view.end : view.end + 6]))
    return view.after not in ("du", "où", "qui", "des") and not view.after[:1].isdigit()


def adjective(view: View) -> bool:
    """ "le lot quotidien", not "le quotidien", a newspaper."""
    name = view.said.lower()
    ends = name.endswith("ment")
    noun = view.before in _DETERMINERS or view.left in "'’"
    return ends or ((not_joined(view) and not (noun and not view.after[:1].islower())) and not (
        noun and name.startswith(("quotidien", "hebdomadaire", "mensuel", "bimensuel"))
    ))  # fmt: skip


def counted_time(view: View) -> bool:
    """A length of time; no age, no "un jour" (once), not the number of a bus."""
    said = view.said.lower()
    if not not_part_of_number(view) or re.search(r"\s[A-Z]", view.said):
        return False
    if view.text[view.end : view.end + 8].lower().startswith(" d'âge"):
        return False
    if said in ("un jour", "une nuit", "une seconde", "un mois", "une heure"):
        return said in ("un mois", "une heure") or view.before in _LENGTH_BEFORE | {"depuis"}
    if said.startswith("des "):
        return view.before in _SOME_BEFORE
    return not (said.endswith(" ans") and _age(view))


def _age(view: View) -> bool:
    """ "une fillette de 6 ans", "Paul D., 40 ans,", "les plus de 60 ans", "les 6-16 ans"."""
    left = view.text[max(0, view.start - 30) : view.start].lower()
    if re.match(r"(?:plus|moins) d", view.said.lower()):
        return view.before in ("les", "des", "aux", "de")
    if re.search(r"[,(]\s*$", left):
        return bool(
            re.match(r"\s?[,.);]|\s(?:et|est|a|avait|était|qui)\b", view.text[view.end :][:8])
        )
    if re.search(r"\d(?:-|\sà\s)\d", view.said) and view.before in ("les", "des", "de", "aux"):
        return True
    if view.before in ("ses", "mes", "tes", "leurs") or re.search(r"\b(?:plus|moins) de $", left):
        return True
    if view.before in ("avait", "ayant", "avaient") and view.right in ".,;)":
        return True
    if view.before == "à":
        return not _SENTENCED.search(left)
    return bool(_AGED.search(left)) and not _LASTS.search(left)


bare_clock = shown_clock(_TIME_BEFORE)


def clock(view: View) -> bool:
    """ "18 h" on a clock, not a length of time, a motorway or a figure."""
    if view.left in "$£€.,-–:@#_+=/":
        return False
    if re.match(
        r"\s(?:de|d['’])\s?(?:travail|vol|route|cours|grève|retard|marche|train|voiture|"
        r"débat|garde|discussion|conduite|bus)",
        view.text[view.end : view.end + 16],
    ):
        return False  # fmt: skip
    if re.search(r"heures?(?:\set\s(?:demie|quart))?$", view.said):
        hour = re.match(r"1[3-9]|2[0-3]", view.said)
        if view.before == "après" and hour and view.after not in ("de", "d"):
            return True
        return view.before in _TIME_BEFORE - {"de", "après", "depuis", "et"} or _from_to(view)
    return view.before not in ("pendant", "durant", "en", "sur", "les", "des", "par", "plus")


def _from_to(view: View) -> bool:
    """ "de 14 heures à 16 heures", "entre 9 et 10 heures"."""
    right = view.text[view.end : view.end + 14].lower()
    return view.before in ("de", "et") and bool(re.match(r"\s(?:à|et)\s\d", right))


def noon(view: View) -> bool:
    """ "à midi", not "le Midi"."""
    before = view.before in _TIME_BEFORE or view.before in ("ce", "hier", "demain", "midi")
    return view.said[0].islower() and before


def part(view: View) -> bool:
    """ "dans la nuit"; not "la nuit" of a proverb or a title."""
    return view.before in ("dans", "pendant", "durant", "de", "en", "début", "fin", "toute") or (
        view.said.lower().startswith(("l'après", "l’après", "cours"))
    )


def present(view: View) -> bool:
    """ "aujourd'hui" as these days: "encore aujourd'hui", "Aujourd'hui, la ville a changé"."""
    if view.before in ("encore", "d'", "jusqu'", "jusqu'à", "même", "toujours", "et", "ou"):
        return True
    if view.left in "'’":
        return True
    after = view.text[view.end : view.end + 2]
    return (view.opens and after[:1] == ",") or view.after in ("encore", "plus", "comme")


def not_noun_now(view: View) -> bool:
    """ "actuel" beside a noun; not "actuellement" cut short."""
    return not_joined(view)


def past(view: View) -> bool:
    """ "le passé" as a noun: not "il est passé", not "le passé simple"."""
    return view.before in ("dans", "par", "de", "que", "sur", "avec", "tout") and (
        view.after not in ("simple", "composé")
    )


def future(view: View) -> bool:
    """ "à l'avenir"; not "l'avenir de la ville" as a subject."""
    return view.before in ("à", "dans", "pour", "de", "sur", "que", "vers")


later = before(r"plus tard|après(?=\s*[,.;:]|\s(?:il|elle|ils|elles|on|le|la|les|l['’]))")
sooner = before(r"plus tôt|auparavant|avant(?=\s*[,.;:])")
ago = following(
    r"\b(?:il y (?:a|avait|aura)|voil[àa]|voici)"
    r"(?:\s(?:déjà|environ|à peine|maintenant|tout juste))?"
)


def short_year(view: View) -> bool:
    """ "en 98", "depuis 95", not "en 98 minutes"."""
    bare = not view.after or view.after in AFTER_YEAR
    return view.before in ("en", "depuis", "dès") and bare and view.right not in "%€$-"


def year_range(view: View) -> bool:
    """Two years joined are years, unless a number or a price ends there."""
    return view.left not in "$£€¥#@/.-–+*%&_=:," and view.before not in plain_year.numbered
