"""French words of time, as tables: form -> meaning.

`a|b` are two forms, `sept.` may lack its dot. Pairs are (units away, what from).
"""

from __future__ import annotations

MONTHS = {
    "janvier|janv.": 1, "février|févr.|fév.": 2, "mars": 3, "avril|avr.": 4, "mai": 5,
    "juin": 6, "juillet|juil.": 7, "août|aout": 8, "septembre|sept.": 9, "octobre|oct.": 10,
    "novembre|nov.": 11, "décembre|déc.": 12,
}  # fmt: skip
WEEKDAYS = {
    "lundi": 0, "mardi": 1, "mercredi": 2, "jeudi": 3, "vendredi": 4, "samedi": 5, "dimanche": 6,
}  # fmt: skip
SEASONS = {"printemps": 1, "été": 2, "automne": 3, "hiver": 4}
CALENDAR_UNITS = {
    "jour|journée": "day", "semaine": "week", "week-end|weekend|fin de semaine": "weekend",
    "mois": "month", "trimestre": "quarter", "semestre": "half", "an|année": "year",
    "décennie": "decade", "siècle": "century",
}  # fmt: skip
UNITS = CALENDAR_UNITS | {
    "seconde|secondes": "second", "minute|minutes|min": "minute", "heure|heures": "hour",
    "jours|journées|nuit|nuits": "day", "semaines": "week", "week-ends|weekends": "weekend",
    "trimestres": "quarter", "semestres": "half", "ans|années": "year", "décennies": "decade",
    "siècles": "century", "millénaire|millénaires": "millennium",
}  # fmt: skip
PLURALS = {
    "secondes": "second", "minutes": "minute", "heures": "hour", "jours|journées": "day",
    "semaines": "week", "mois": "month", "années": "year", "décennies": "decade",
    "siècles": "century", "millénaires": "millennium", "trimestres": "quarter",
}  # fmt: skip
ONES = (
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
    "dix-sept dix-huit dix-neuf"
).split()  # fmt: skip
TENS = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}
ORDINALS = {
    "premier|première": 1, "deuxième|second|seconde": 2, "troisième": 3, "quatrième": 4,
    "cinquième": 5, "sixième": 6, "septième": 7, "huitième": 8, "neuvième": 9, "dixième": 10,
    "onzième": 11, "douzième": 12, "treizième": 13, "quatorzième": 14, "quinzième": 15,
    "seizième": 16, "dix-septième": 17, "dix-huitième": 18, "dix-neuvième": 19, "vingtième": 20,
    "vingt et unième|vingt-et-unième": 21, "dernier|dernière": -1,
}  # fmt: skip
DECADES = {
    "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60,
    "soixante-dix|septante": 70, "quatre-vingt|quatre-vingts": 80,
    "quatre-vingt-dix|nonante": 90,
}  # fmt: skip
EDGES = {
    "début|le début|début de|début du|début des|le début de|le début du|le début des": "START",
    "début du mois de|le début du mois de|les débuts du|les débuts des": "START",
    "le commencement de|le commencement du": "START",
    "fin|la fin|fin de|fin du|fin des|la fin de|la fin du|la fin des": "END",
    "fin du mois de|la fin du mois de|la toute fin du|la toute fin de": "END",
    "mi|la mi|le milieu de|le milieu du|le milieu des|milieu de|milieu du|milieu des": "MID",
    "première moitié du|la première moitié du|première moitié de": "START",
    "seconde moitié du|la seconde moitié du|deuxième moitié du|la deuxième moitié du": "END",
    "courant": "",
}  # fmt: skip
PART_EDGES = {
    "début de|le début de|début d'|le début d'": "START", "fin de|la fin de": "END",
    "le milieu de|milieu de": "MID", "tard dans": "END", "tôt dans": "START",
}  # fmt: skip
THIS = {
    "ce|cet|cette|ce même|cette même|le présent|la présente": (0, "published"),
    "le même|la même": (0, "discourse"),
}
LAST_NEXT = {
    "le dernier|la dernière|l'ancien": (-1, "published"),
    "le prochain|la prochaine": (1, "published"),
}
NEAR = {
    "dernier|dernière|passé|passée|écoulé|écoulée": (-1, "published"),
    "prochain|prochaine|à venir|qui vient": (1, "published"),
    "en cours|courant|courante|actuel|actuelle": (0, "published"),
    "suivant|suivante|d'après": (1, "discourse"),
    "précédent|précédente|d'avant": (-1, "discourse"),
}  # fmt: skip
THIS_MONTH = {
    "courant|du mois courant|de ce mois|du mois en cours": (0, "published"),
    "du mois dernier|du mois passé": (-1, "published"), "du mois prochain": (1, "published"),
    "du mois suivant": (1, "discourse"), "du même mois": (0, "discourse"),
}  # fmt: skip
NEARS = {
    "derniers|dernières": (-1, "published"), "prochains|prochaines": (1, "published"),
    "suivants|suivantes|précédents|précédentes": (0, "discourse"),
}  # fmt: skip
RELATIVE_DAYS = {
    "hier": -1, "avant-hier": -2, "demain": 1, "après-demain": 2,
}  # fmt: skip
TEXT_DAYS = {
    "la veille|le jour précédent|le jour d'avant": -1, "l'avant-veille": -2,
    "le lendemain|le jour suivant|le jour d'après": 1, "le surlendemain": 2,
    "le jour même|le même jour|même jour|ce jour-là": 0,
}  # fmt: skip
APPROXIMATES = {
    "environ|à peu près|quelque|presque autour de": "APPROX",
    "un peu plus de|un peu plus d'": "MORE_THAN", "un peu moins de|un peu moins d'": "LESS_THAN",
    "plus de|plus d'|au moins|au minimum|bien plus de": "MORE_THAN",
    "moins de|moins d'|près de|près d'|presque|à peine|au plus|au maximum": "LESS_THAN",
    "exactement": "",
}  # fmt: skip
VAGUE = {
    "quelques|plusieurs|de nombreux|de nombreuses|de longs|de longues|des|maints|maintes"
    "|bien des": None,
    "une demi|un demi": 0.5, "trois quarts": 0.75,
}  # fmt: skip
BETWEEN = "premiers|premières|longs|longues|bons|bonnes|grosses|petites|autres"
QUANTITIES = {
    "une dizaine": 10, "une douzaine": 12, "une quinzaine": 15, "une vingtaine": 20,
    "une trentaine": 30, "une quarantaine": 40, "une cinquantaine": 50, "une soixantaine": 60,
    "une centaine": 100, "un millier": 1000, "une demi-douzaine": 6, "un quart": 0.25,
    "trois quarts": 0.75, "un demi": 0.5, "beaucoup|bon nombre|nombre": None,
    "des dizaines|des centaines|des milliers": None,
}  # fmt: skip
PARTS = {
    "matin|matinée|aube": "MO", "mi-journée": "MI",
    "après-midi": "AF", "soir|soirée": "EV", "nuit": "NI",
}  # fmt: skip
ADVERBS = {
    "quotidiennement|quotidien|quotidienne|quotidiens|quotidiennes|journalier|journalière": "P1D",
    "hebdomadaire|hebdomadaires|hebdomadairement": "P1W", "bimensuel|bimensuelle": "P15D",
    "mensuel|mensuelle|mensuels|mensuelles|mensuellement": "P1M",
    "trimestriel|trimestrielle|trimestriels|trimestrielles|trimestriellement": "P1Q",
    "semestriel|semestrielle|semestriels|semestrielles": "P6M",
    "annuel|annuelle|annuels|annuelles|annuellement": "P1Y",
    "biennal|biennale|bisannuel|bisannuelle": "P2Y",
}  # fmt: skip
HOLIDAYS = {
    "noël|le jour de noël": "12-25", "la veille de noël": "12-24",
    "la saint-sylvestre": "12-31", "le jour de l'an|le nouvel an|nouvel an": "01-01",
    "la saint-valentin": "02-14", "pâques|le dimanche de pâques": "easter",
    "le vendredi saint|vendredi saint": "easter-2",
    "le lundi de pâques|lundi de pâques": "easter+1",
    "l'ascension|le jeudi de l'ascension": "easter+39",
    "la pentecôte|le dimanche de pentecôte": "easter+49",
    "le lundi de pentecôte|lundi de pentecôte": "easter+50",
    "la toussaint": "11-01", "le 14-juillet": "07-14", "le 1er-mai": "05-01",
    "le 11-novembre": "11-11", "le 8-mai": "05-08",
    "le mercredi des cendres|mercredi des cendres": "easter-46",
}  # fmt: skip
ERAS = {
    "av. j.-c.|av. j.c.|av. j-c|avant j.-c.|avant j.c.|avant j-c|avant jésus-christ"
    "|avant notre ère": "bc",
    "apr. j.-c.|ap. j.-c.|ap. j.c.|ap. j-c": "ad",
    "après j.-c.|après j.c.|après jésus-christ|de notre ère": "ad",
}  # fmt: skip
ZONES = {"gmt|tu|utc": "Z", "heure locale|heures locales|locales|heure de paris": ""}
