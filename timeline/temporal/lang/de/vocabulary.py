"""German words of time, as tables: form -> meaning.

`a|b` are two forms, `sept.` may lack its dot. Pairs are (units away, what from).
"""

from __future__ import annotations

from collections.abc import Mapping

_ENDINGS = ("e", "en", "er", "es", "em")


def inflected(stems: str, *, bare: bool = False) -> str:
    """The forms of adjectives by their stems: "letzt" -> "letzte|letzten|letzter|..."."""
    endings = ("", *_ENDINGS) if bare else _ENDINGS
    return "|".join(stem + ending for stem in stems.split() for ending in endings)


def _table(forms: Mapping[str, object]) -> dict[str, object]:
    """A table whose keys are stems of adjectives."""
    return {inflected(stems): meaning for stems, meaning in forms.items()}


MONTHS = {
    "januar|jänner|januars|jan.": 1, "februar|feber|februars|feb.|febr.": 2,
    "märz|mär.": 3, "april|aprils|apr.": 4, "mai|mais": 5, "juni|junis|jun.": 6,
    "juli|julis|jul.": 7, "august|augusts|aug.": 8, "september|septembers|sept.|sep.": 9,
    "oktober|oktobers|okt.": 10, "november|novembers|nov.": 11, "dezember|dezembers|dez.": 12,
}  # fmt: skip
WEEKDAYS = {
    "montag": 0, "dienstag": 1, "mittwoch": 2, "donnerstag": 3, "freitag": 4,
    "samstag|sonnabend": 5, "sonntag": 6,
}  # fmt: skip
SHORT_WEEKDAYS = {
    "montag|mo.": 0, "dienstag|di.": 1, "mittwoch|mi.": 2, "donnerstag|do.": 3, "freitag|fr.": 4,
    "samstag|sonnabend|sa.": 5, "sonntag|so.": 6,
}  # fmt: skip
SEASONS = {
    "frühling|frühlings|frühjahr|frühjahrs|vorfrühling|spätfrühling": 1,
    "sommer|sommers|frühsommer|hochsommer|spätsommer": 2,
    "herbst|herbstes|herbsts|frühherbst|spätherbst": 3, "winter|winters|hochwinter|spätwinter": 4,
}  # fmt: skip
CALENDAR_UNITS = {
    "tag|tags|tages": "day", "woche": "week", "wochenende|wochenendes|wochenendes": "weekend",
    "monat|monats|monates": "month", "quartal|quartals": "quarter",
    "halbjahr|halbjahres|halbjahrs": "half", "jahr|jahres|jahrs": "year",
    "jahrzehnt|jahrzehnts": "decade", "jahrhundert|jahrhunderts": "century",
}  # fmt: skip
PLURALS = {
    "sekunden": "second", "minuten": "minute", "stunden": "hour",
    "tage|tagen|nächte|nächten": "day", "wochen": "week", "wochenenden": "weekend",
    "monate|monaten": "month", "quartale|quartalen": "quarter", "halbjahre|halbjahren": "half",
    "jahre|jahren": "year", "jahrzehnte|jahrzehnten": "decade",
    "jahrhunderte|jahrhunderten": "century", "jahrtausende|jahrtausenden": "millennium",
}  # fmt: skip
UNITS = CALENDAR_UNITS | PLURALS | {
    "sekunde": "second", "minute": "minute", "stunde|std.": "hour", "nacht": "day",
    "jahrtausend|jahrtausends": "millennium",
}  # fmt: skip
ONES = "ein zwei drei vier fünf sechs sieben acht neun".split()
TEENS = (
    "zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn"
).split()  # fmt: skip
TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split()
ORDINALS = {
    "erst": 1, "zweit": 2, "dritt": 3, "viert": 4, "fünft": 5, "sechst": 6, "siebt siebent": 7,
    "acht": 8, "neunt": 9, "zehnt": 10, "elft": 11, "zwölft": 12, "dreizehnt": 13,
    "vierzehnt": 14, "fünfzehnt": 15, "sechzehnt": 16, "siebzehnt": 17, "achtzehnt": 18,
    "neunzehnt": 19, "zwanzigst": 20, "einundzwanzigst": 21, "letzt": -1,
}  # fmt: skip
DECADES = {
    "zwanziger": 20, "dreißiger|dreissiger": 30, "vierziger": 40, "fünfziger": 50,
    "sechziger": 60, "siebziger": 70, "achtziger": 80, "neunziger": 90,
}  # fmt: skip
EDGES = {
    "anfang|beginn|anfangs": "START", "ende|schluss": "END", "mitte": "MID",
    "erste hälfte|ersten hälfte": "START", "zweite hälfte|zweiten hälfte": "END",
}  # fmt: skip
FORWARD_EDGES = _table({"früh": "START", "spät ausgehend": "END"})
NEAR = _table({
    "letzt vergangen vorig verflossen vergangn": (-1, "published"),
    "vorletzt vorvergangen": (-2, "published"),
    "dies laufend aktuell heurig": (0, "published"),
    "nächst kommend": (1, "published"),
    "übernächst": (2, "published"),
    "folgend darauffolgend nachfolgend": (1, "discourse"),
    "vorhergehend vorangegangen vorangehend": (-1, "discourse"),
    "jen selb gleich desselb demselb": (0, "discourse"),
})  # fmt: skip
NEARS = _table({
    "letzt vergangen vorig": (-1, "published"), "nächst kommend": (1, "published"),
    "dies": (0, "published"), "folgend": (0, "discourse"),
})  # fmt: skip
RELATIVE_DAYS = {
    "gestern": -1, "vorgestern": -2, "heute": 0, "morgen": 1, "übermorgen": 2,
}  # fmt: skip
ADJECTIVE_DAYS = _table({"gestrig": -1, "vorgestrig": -2, "heutig": 0, "morgig": 1})
YEAR_ADJECTIVES = {
    inflected("diesjährig heurig"): (0, "published", "year"),
    inflected("letztjährig vorjährig"): (-1, "published", "year"),
    inflected("nächstjährig"): (1, "published", "year"),
}
OTHER_YEARS = {
    "vorjahres|vorjahrs": (-1, "published"), "folgejahres|folgejahrs": (1, "discourse"),
    "d. j.|d.j.": (0, "published"), "v. j.|v.j.": (-1, "published"),
}  # fmt: skip
LOOSELY = {
    "um|ab|punkt|pünktlich um": "", "gegen|etwa um|etwa gegen|um etwa|circa|ca.": "APPROX",
    "vor|kurz vor": "BEFORE", "nach|kurz nach": "AFTER",
}  # fmt: skip
UNIT_WORDS = {
    "heuer": (0, "published", "year"), "vorjahr|vorjahres|vorjahrs": (-1, "published", "year"),
    "vormonat|vormonats": (-1, "published", "month"), "vorwoche": (-1, "published", "week"),
    "vorquartal|vorquartals": (-1, "published", "quarter"),
    "folgejahr|folgejahres": (1, "discourse", "year"),
    "folgemonat|folgemonats": (1, "discourse", "month"),
}  # fmt: skip
EDGE_WORDS = {
    "jahresende": ("year", "END"), "jahresschluss": ("year", "END"),
    "jahresbeginn|jahresanfang": ("year", "START"), "jahresmitte": ("year", "MID"),
    "monatsende": ("month", "END"), "monatsbeginn|monatsanfang": ("month", "START"),
    "monatsmitte": ("month", "MID"), "wochenbeginn|wochenanfang": ("week", "START"),
    "wochenmitte": ("week", "MID"),
}  # fmt: skip
TEXT_DAYS = {
    "tags zuvor|vortag|vortags|tag zuvor|tag davor|vorherigen tag": -1,
    "tags darauf|nächsten tag|folgenden tag|tag darauf|tag danach|darauffolgenden tag": 1,
    "gleichen tag|selben tag|diesem tag|diesem tage|jenem tag": 0,
}  # fmt: skip
APPROXIMATES = {
    "rund|etwa|circa|ca.|ungefähr|zirka|schätzungsweise": "APPROX",
    "mehr als|über|mindestens|gut|länger als|wenigstens|weit über|deutlich mehr als": "MORE_THAN",
    "weniger als|knapp|fast|beinahe|höchstens|maximal|unter|nahezu|bis zu|kaum": "LESS_THAN",
    "genau|exakt|ganze|gerade mal|die ganzen": "",
}  # fmt: skip
VAGUE = {
    inflected("einig mehrer wenig viel etlich zahlreich manch unzählig"): None,
    "ein paar|einem paar|paar": None,
    "ein halbes|einem halben|eines halben|eine halbe|einer halben|halbe|halben": 0.5,
    "anderthalb|eineinhalb|einundeinhalb": 1.5, "zweieinhalb": 2.5, "dreieinhalb": 3.5,
    "viereinhalb": 4.5, "fünfeinhalb": 5.5, "dutzende|hunderte|tausende": None,
    "ein dutzend": 12, "eine dreiviertel": 0.75, "eine viertel": 0.25,
}  # fmt: skip
BETWEEN = inflected("ganz knapp gut voll lang weiter endlos kurz wertvoll einzig gesamt")
PRESENT = inflected("derzeitig gegenwärtig jetzig momentan")
LENGTH_WORDS = {
    "jahrelang": (None, "year"), "monatelang": (None, "month"), "wochenlang": (None, "week"),
    "tagelang": (None, "day"), "stundenlang": (None, "hour"), "minutenlang": (None, "minute"),
    "jahrzehntelang": (None, "decade"), "jahrhundertelang": (None, "century"),
    "vierteljahr": (3, "month"), "vierteljahrhundert": (25, "year"),
    "viertelstunde": (15, "minute"), "dreiviertelstunde": (45, "minute"),
    "dreivierteljahr": (9, "month"), "halbstunde": (30, "minute"),
}  # fmt: skip
LENGTH_ADJECTIVES = {
    "jährig": "year", "monatig": "month", "wöchig": "week", "tägig": "day", "stündig": "hour",
    "minütig": "minute",
}  # fmt: skip
PARTS = {
    "morgen|vormittag|morgens": "MO", "mittag": "MI", "nachmittag": "AF", "abend": "EV",
    "nacht": "NI",
}  # fmt: skip
PART_HOURS = {
    "morgenstunden|vormittagsstunden|früh": "MO", "mittagsstunden": "MI",
    "nachmittagsstunden": "AF", "abendstunden": "EV", "nachtstunden": "NI",
}  # fmt: skip
DAY_PARTS = PARTS | {"früh": "MO"}
HABITS = {
    "morgens|frühmorgens|vormittags": "MO", "mittags": "MI", "nachmittags": "AF",
    "abends": "EV", "nachts|nächtens": "NI",
}  # fmt: skip
ADVERBS = {
    inflected("täglich alltäglich tagtäglich", bare=True): "P1D",
    inflected("wöchentlich allwöchentlich", bare=True): "P1W",
    inflected("monatlich allmonatlich", bare=True): "P1M",
    inflected("vierteljährlich", bare=True): "P1Q",
    inflected("halbjährlich", bare=True): "P6M",
    inflected("jährlich alljährlich", bare=True): "P1Y",
    inflected("stündlich", bare=True): "PT1H",
    inflected("minütlich", bare=True): "PT1M",
    "jahr für jahr|jahr um jahr": "P1Y", "tag für tag|tag um tag": "P1D",
    "woche für woche": "P1W", "monat für monat": "P1M", "nacht für nacht": "P1D",
}  # fmt: skip
HOLIDAYS = {
    "weihnachten|weihnachtstag": "12-25", "heiligabend|heiligen abend|heilige abend": "12-24",
    "silvester|silvesterabend": "12-31", "neujahr|neujahrstag": "01-01",
    "valentinstag": "02-14", "ostern|ostersonntag": "easter", "karfreitag": "easter-2",
    "ostermontag": "easter+1", "gründonnerstag": "easter-3", "aschermittwoch": "easter-46",
    "rosenmontag": "easter-48", "palmsonntag": "easter-7", "christi himmelfahrt": "easter+39",
    "pfingsten|pfingstsonntag": "easter+49", "pfingstmontag": "easter+50",
    "fronleichnam": "easter+60", "allerheiligen": "11-01", "allerseelen": "11-02",
    "tag der deutschen einheit": "10-03", "tag der arbeit": "05-01", "mariä himmelfahrt": "08-15",
    "dreikönigstag": "01-06", "nikolaustag": "12-06", "martinstag": "11-11",
}  # fmt: skip
ERAS = {
    "v. chr.|v.chr.|vor christus|vor christi geburt|v. u. z.|vor unserer zeitrechnung": "bc",
    "n. chr.|n.chr.|nach christus|nach christi geburt|unserer zeitrechnung": "ad",
}  # fmt: skip
ZONES = {"mez|mesz|cet|cest|ortszeit": "", "utc|gmt|weltzeit": "Z"}
