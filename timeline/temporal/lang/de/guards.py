"""When a German word that can be a time is one. Each guard looks at the neighbours only."""

from __future__ import annotations

import re

from timeline.temporal.lang.guarding import (
    Years,
    before,
    free,
    not_a_place,
    not_joined,
    not_part_of_number,
)
from timeline.temporal.lang.guarding import (
    bare_clock as shown_clock,
)
from timeline.temporal.rule import View, words

_TIME_BEFORE = words(
    "im vom zum am ab bis seit in von und oder anfang mitte ende beginn monat monats diesen "
    "diesem letzten vergangenen kommenden nächsten nach vor für frühen späten den des dem zwischen"
)
_TITLES = words("herr herrn frau dr prof familie minister präsident kanzler von")
_PERSONS = words(
    "sohn tochter kind junge mädchen mann frau bub knabe schüler schülerin student studentin "
    "kinder kindern jugendliche jugendlichen personen menschen frauen männer mädchen erwachsene "
    "schülern senioren rentner rentnerin fahrer fahrerin täter opfer bruder schwester mutter "
    "vater sportler patient"
)
_FIRST_NAMES = words(
    "alexander andrea andreas angela anja anna barbara bernd birgit christian christine claudia "
    "daniel dieter elisabeth emma erich ernst eva felix frank franz fritz georg gerhard günter "
    "günther hans heike heinrich heinz helga helmut herbert hermann ingrid jan johann johannes "
    "josef julia jürgen karin karl katharina klaus kurt lena leon lukas manfred maria markus "
    "martin martina matthias max michael monika nina otto paul peter petra rainer ralf renate "
    "robert rolf rudolf sabine sandra simon sophie stefan stephan susanne sven thomas tobias "
    "ulrich ursula uwe walter werner wilhelm willi wolfgang"
)
_ONE = words("ein einem einen eines kein keinem keinen")
_NAMING = words("schwarzer schwarze schwarzen black blutiger blutige blutigen")
_LASTING = re.compile(
    r"\w*(?:ung|ungen|zeit|frist|haft|strafe|keit|schaft|kriege?s?|streite?s?|arbeit|dauer|pause|"
    r"bestehens?|jubiläums?|studiums?|ehe|periode|phase|vertrage?s?|projekte?s?|programms?|dienste?s?|"
    r"verfahrens?|prozess|prozesses|reise|aufenthalte?s?|sperre|exils?|kampfe?s?|suche|geschichte|"
    r"baue?s?|abstand|turnus|rhythmus|abwesenheit|lehre|praxis|tradition|bürgerkriegs?|mandate?s?)$",
    re.IGNORECASE,
)
_STILL = words("noch nicht kein keine keinen immer einfach längst mehr wieder allerdings")

plain_year = Years(
    before=words(
        "in seit von bis ab um vor nach aus anno jahr jahre jahres jahrgang anfang ende mitte "
        "sommer winter herbst frühling frühjahr und zwischen saison weihnachten ostern januar "
        "februar märz april mai juni juli august september oktober november dezember schon "
        "bereits erst noch stand"
    ),
    numbered=words(
        "konto kontonummer hausnummer bvr lh az agenda modell los ice windows "
        "seite seiten s nr nummer artikel art paragraph paragraf § zimmer raum kapitel kap band "
        "bl rn rz tz anm ziff ziffer randnummer "
        "bd flug linie route tel telefon fax plz abs absatz postfach bus zug"
    ),
    counted=words(
        "euro mark dm dollar franken schilling menschen personen einwohner soldaten tote "
        "verletzte flüchtlinge mitarbeiter mitarbeiterinnen beschäftigte arbeitsplätze stellen "
        "meter metern m km kilometer kilometern hektar tonnen kilo kilogramm liter litern grad "
        "punkte punkten stimmen wohnungen plätze exemplare exemplaren millionen milliarden "
        "prozent stunden mal seiten schüler studenten besucher zuschauer teilnehmer firmen "
        "unternehmen betriebe fälle fällen watt ps kilowatt quadratmeter mann frauen kinder "
        "männer bürger stück höhenmeter höhenmetern unterschriften teilnehmern mitglieder "
        "mitgliedern leute demonstranten pfund zeichen gäste fans häuser autos bäume tiere "
    ),
    bare=(1500, 2029),
)

_AFTER_YEAR = words(
    "wurde wurden war waren entstand entstanden lebte lebten gab kam begann erbaut gegründet "
    "errichtet gebaut geboren und in im bei als"
)


def year_around(view: View) -> bool:
    """ "gegen 1480", "ca. 1480 erbaut", not "etwa 1480 Menschen"."""
    if (view.before or view.abbreviated) not in ("um", "gegen", "etwa", "circa", "ca"):
        return False
    return view.right not in "-–%€" and (not view.after or view.after in _AFTER_YEAR)


def year(view: View) -> bool:
    """A year told by itself or by "ca."; a round figure before a noun counts it."""
    if view.said.endswith("00") and view.after[:1].isupper() and view.right == " ":
        return False
    return plain_year(view) or year_around(view)


_AGED = re.compile(r"\b(?:[Aa]lter von|[Mm]it)\s$")


def month_name(view: View) -> bool:
    """ "im März", not "Herr März", not "August Bebel"."""
    if not not_joined(view):
        return False
    name = view.said.split()[-1].rstrip(".").lower()
    if re.search(r"\d\.\s?$", view.text[max(0, view.start - 3) : view.start]):
        return False
    if name in ("jan", "feb", "febr", "mär", "apr", "jun", "jul", "aug", "sep", "okt", "dez"):
        return False
    if view.before in _TITLES - {"von"} | _FIRST_NAMES:
        return False
    if name in ("märz", "mai", "august", "april", "juli", "juni"):
        if view.before in _TIME_BEFORE or " " in view.said:
            return view.before not in ("von", "und", "oder") or not view.after[:1].isupper()
        return not view.after[:1].isupper() and not view.before and name not in ("august", "märz")
    return True


_PLACES = re.compile(r"(?:[Ss]tra(?:ß|ss)e|[Pp]latz|[Aa]llee|[Bb]rücke|Via|Piazza)\s(?:des\s)?$")


def day_of_month(view: View) -> bool:
    """ "am 17. Juni", not "Straße des 17. Juni", not "1.-Mai-Platz"."""
    start = view.start + (4 if view.said.lower().startswith("des ") else 0)
    return not_a_place(View(view.text, start, view.end), _PLACES)


def season(view: View) -> bool:
    """ "im Sommer", not "Herr Sommer"."""
    return not_joined(view) and view.before in (_TIME_BEFORE - {"von", "und", "oder"}) | {"der"}


def weekday(view: View) -> bool:
    """ "am Freitag", not the newspaper "der Freitag", not "Sonntag-Abend"."""
    named = view.before in _FIRST_NAMES or bool(
        re.search(r"\b(?:Welt|Bild) am $", view.text[max(0, view.start - 9) : view.start])
    )
    return not named and not_joined(view) and view.before not in _TITLES - {"von"} | _NAMING | _ONE


def today_now(view: View) -> bool:
    """ "heute" as these days: "bis heute noch", "der Starke von heute"."""
    if view.before in ("von", "noch", "und", "oder", "ist", "sind", "bin", "wie", "auch"):
        return True
    return view.after in _STILL or view.right == ":"


def weekend(view: View) -> bool:
    """ "am Wochenende", "das Wochenende", not "ein langes Wochenende"."""
    return not_joined(view) and (" " in view.said or view.before in ("am", "vom", "zum", "übers"))


def tomorrow(view: View) -> bool:
    """ "morgen", and "Morgen" only where a sentence begins."""
    said = view.said
    if said.lower() != "morgen":
        return not_joined(view)
    return not_joined(view) and (said[0].islower() or (view.opens and view.after.islower()))


def counted_time(view: View) -> bool:
    """A length of time; no age ("40 Jahre alt"), no rank ("eine Stunde null")."""
    said = view.said.lower()
    aged = "jahr" in said and _AGED.search(view.text[max(0, view.start - 12) : view.start])
    if aged or not not_part_of_number(view):
        return False
    if re.match(r"\s(?:alte?[nrs]?\b|jung\b|altem\b|Null\b)", view.text[view.end : view.end + 8]):
        return False
    if re.match(r"(?:ein|eine[srmn]?) (?:tages|tags|nachts|jahres)$", said):
        return view.before in ("innerhalb", "binnen", "während")
    limit = said.split()[0] if said.startswith(("unter", "über")) else view.before
    if limit in ("ab", "bis", "unter", "über") and view.preceded(_PERSONS):
        return False
    return said not in ("ein tag", "eines tages", "eine nacht", "eine minute", "eine sekunde") or (
        view.before in ("vor", "nach", "seit", "für", "in", "nur", "dauert", "dauerte")
    )


def bare_units(view: View) -> bool:
    """ "seit Jahren", "vor Wochen", "nach Stunden"."""
    return not_joined(view) and view.before in (
        "seit", "nach", "über", "binnen", "für", "innerhalb", "während", "dauerte", "dauert", "um"
    )  # fmt: skip


def long_adjective(view: View) -> bool:
    """ "ein dreitägiger Streik", not "eine zehnjährige Schülerin", not "ein 20-Jähriger"."""
    said, after = view.said, view.after.lower()
    if said[0].isupper() or "J" in said or after in _PERSONS or not not_joined(view):
        return False
    if "jährig" in said and not after:
        return False
    return "jährig" not in said or not said[0].isdigit() or bool(_LASTING.match(after))


def day_alone(view: View) -> bool:
    """ "am 3. trafen sie sich", not "am 3. Spieltag"."""
    if view.before not in ("am", "vom", "zum", "seit", "ab", "den", "dem"):
        return False
    return not view.after[:1].isupper() and free(view) and not view.after[:1].isdigit()


def day_and_month(view: View) -> bool:
    """ "am 16.3.", figures without a year."""
    return free(view) and view.before in (
        "am", "vom", "zum", "bis", "ab", "seit", "den", "dem", "der", "montag", "dienstag",
        "mittwoch", "donnerstag", "freitag", "samstag", "sonntag",
    )  # fmt: skip


def decade(view: View) -> bool:
    """ "die Achtziger", "den 80er Jahren"; not "in den Achtzigern" of a life, not a bus line."""
    said = view.said.lower()
    if "jahr" in said:
        return True
    named = re.search(r"\b(?:die|der|den) ", said) is not None
    owned = view.before in ("seinen", "ihren", "meinen", "unseren")
    return named and not owned and not view.after[:1].isupper()


def part(view: View) -> bool:
    """ "am Abend", "in der Nacht"; not "der Abend" as a subject."""
    said = view.said.lower()
    if said.startswith(("der ", "die ", "den ", "dem ")):
        return view.before in ("in", "während", "seit", "durch", "bis", "über", "an")
    return view.before in (
        "am", "gegen", "zum", "vom", "jeden", "späten", "frühen", "diesem", "an", "spät", "bis"
    ) or " " in said  # fmt: skip


def clock(view: View) -> bool:
    """ "halb neun" and "Viertel nach acht" after a word that leads to a time."""
    return view.before in ("um", "gegen", "ab", "bis", "vor", "nach", "seit", "von", "etwa", "kurz")


bare_clock = shown_clock(words("um gegen ab bis vor nach seit von etwa und zwischen"))


def time_of_day(view: View) -> bool:
    """ "14.30 Uhr" stands free; the word makes it a time."""
    return view.left not in "$£€.,:#_+=/"


def earlier(view: View) -> bool:
    """ "früher" as a time gone by, not "zwei Jahre früher", not "früher als"."""
    if view.after in ("als", "oder", "am", "aufstehen", "beginnen", "kommen") or (
        view.said[0].isupper() and not view.opens
    ):
        return False
    return view.before not in words(
        "jahr jahre jahren tag tage tagen woche wochen monat monate minuten stunde stunden viel "
        "noch etwas nicht deutlich je der ein in mit zu"
    )


def past(view: View) -> bool:
    """ "die Vergangenheit", with or without its article."""
    return not_joined(view)


def soon(view: View) -> bool:
    """ "bald", not "so bald wie", "bald darauf"."""
    return view.before not in ("so", "wie") and view.after not in ("darauf", "danach", "wie", "ein")


def present(view: View) -> bool:
    """ "aktuell" and its like, free-standing and not in a name."""
    return not_joined(view) and not (view.said[0].isupper() and not view.opens)


later = before("später|danach|darauf")
sooner = before("zuvor|davor|früher|vorher")


def year_range(view: View) -> bool:
    """Two years joined are years, unless a number or a price ends there."""
    return view.left not in "$£€¥#@/.-–+*%&_=:," and view.before not in plain_year.numbered
