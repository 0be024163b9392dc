"""German slots: the vocabulary's tables and the shapes of numbers, years and clock times."""

from __future__ import annotations

import re

from timeline.temporal.lang.de import vocabulary as v
from timeline.temporal.lang.figures import FIGURE, FIGURES, NO_MORE
from timeline.temporal.lang.numerals import DAY, decimal, leading, short_year
from timeline.temporal.pattern import DIGIT, Slot, shape, table


def number_words() -> dict[str, int]:
    """ "zwei" 2, "einundzwanzig" 21, "hundertfünfzig" 150, "zweitausend" 2000."""
    words = {word: n for n, word in enumerate(v.ONES, 1)}
    words |= {word: n for n, word in enumerate(v.TEENS, 10)}
    for n, ten in enumerate(v.TENS, 2):
        words[ten] = 10 * n
        words |= {f"{one}und{ten}": 10 * n + m for m, one in enumerate(v.ONES, 1)}
    words |= {f"hundert{word}": 100 + n for word, n in words.items()}
    words |= {"hundert": 100, "tausend": 1000, "eintausend": 1000, "einhundert": 100}
    for n, one in enumerate(v.ONES[1:], 2):
        words |= {f"{one}hundert": 100 * n, f"{one}tausend": 1000 * n}
    words |= {f"ein{ending}": 1 for ending in ("e", "en", "em", "er", "es")}
    words |= {"zweier": 2, "dreier": 3, "zehntausend": 10_000, "hunderttausend": 100_000}
    return words | {w.replace("ß", "ss"): n for w, n in words.items() if "ß" in w}


NUMBER_WORDS = number_words()
_ALTERNATIVES = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
_ORDINALS = {form: n for stems, n in v.ORDINALS.items() for form in v.inflected(stems).split("|")}
_ORDINAL_WORDS = "|".join(sorted(_ORDINALS, key=len, reverse=True))
_PREFIXES = {"ein": 1.0, "mehr": None} | {
    word: float(n) for word, n in NUMBER_WORDS.items() if 1 < n <= 100
}


def number(text: str) -> float:
    """Digits ("3.000", "1,5") or words."""
    return decimal(text) if text[0].isdecimal() else NUMBER_WORDS[text.lower()]


def ordinal(text: str) -> int:
    """ "dritten" 3, "19." 19."""
    return leading(text) if text[0].isdecimal() else _ORDINALS[text.lower()]


def _long_adjectives() -> dict[str, object]:
    """ "dreitägige" (3, "day"), with all endings."""
    return {
        v.inflected(word + stem, bare=True): (amount, unit)
        for stem, unit in v.LENGTH_ADJECTIVES.items()
        for word, amount in _PREFIXES.items()
    }


def figure_adjective(text: str) -> tuple[int, str]:
    """ "20-jähriger" (20, "year")."""
    stem = re.sub(r"e[nrsm]?$", "", re.sub(r"^\d+-?", "", text.lower()))
    return leading(text), v.LENGTH_ADJECTIVES[stem]


def _weekday_parts() -> dict[str, object]:
    """ "Montagabend" (0, "EV")."""
    return {
        f"{day}{part}": (number, meaning)
        for days, number in v.WEEKDAYS.items()
        for day in days.split("|")
        for parts, meaning in v.PARTS.items()
        for part in parts.split("|")
    }


_DECADES = {
    "|".join(f"{word}{end}" for word in key.split("|") for end in ("", "n", "jahre", "jahren")): n
    for key, n in v.DECADES.items()
}

VOCABULARY: dict[str, Slot] = FIGURES | {
    "month": table(v.MONTHS, capitalised=True),
    "weekday": table(v.WEEKDAYS, capitalised=True),
    "shortday": table(v.SHORT_WEEKDAYS, capitalised=True),
    "weekdays": table({"|".join(f"{d}s" for d in days.split("|")): n
                       for days, n in v.WEEKDAYS.items()}),
    "dayparts": table(_weekday_parts(), capitalised=True),
    "season": table(v.SEASONS, capitalised=True),
    "unit": table(v.UNITS, capitalised=True),
    "calunit": table(v.CALENDAR_UNITS, capitalised=True),
    "plural": table(v.PLURALS, capitalised=True),
    "edge": table(v.EDGES),
    "forward": table(v.FORWARD_EDGES),
    "near": table(v.NEAR),
    "nears": table(v.NEARS),
    "aside": table({"darauf|danach": (1, "discourse"), "zuvor|davor": (-1, "discourse")}),
    "relday": table(v.RELATIVE_DAYS),
    "textday": table(v.TEXT_DAYS),
    "approx": table(v.APPROXIMATES),
    "vague": table(v.VAGUE),
    "between": table({v.BETWEEN: ""}),
    "lengthword": table(v.LENGTH_WORDS),
    "longadjective": table(_long_adjectives()),
    "figureadjective": shape(
        rf"\d{{1,3}}-?(?:{'|'.join(v.LENGTH_ADJECTIVES)})(?:e[nrsm]?)?(?!\w)", figure_adjective),
    "otheryear": table(v.OTHER_YEARS),
    "thismonth": table({"d. m.|d.m.": (0, "published"), "v. m.|v.m.": (-1, "published")}),
    "yearadjective": table(v.YEAR_ADJECTIVES),
    "loosely": table(v.LOOSELY),
    "few": table({"paar": True}),
    "presentadjective": table({v.PRESENT: ""}),
    "part": table(v.PARTS, capitalised=True),
    "hours": table(v.PART_HOURS, capitalised=True),
    "unitword": table(v.UNIT_WORDS),
    "edgeword": table(v.EDGE_WORDS, capitalised=True),
    "adjectiveday": table(v.ADJECTIVE_DAYS),
    "daypart": table(v.DAY_PARTS),
    "habit": table(v.HABITS),
    "adverb": table(v.ADVERBS),
    "holiday": table(v.HOLIDAYS, capitalised=True),
    "era": table(v.ERAS),
    "zone": table(v.ZONES),
    "span": table({"quartal|quartals": "quarter", "halbjahr|halbjahres|halbjahrs": "half"}),
    "decade": shape(r"(?:1\d|20)\d0ern?(?!\w)", leading, one_word=True),
    "shortdecade": shape(r"[2-9]0ern?(?!\w)", leading, one_word=True),
    "decadename": table(_DECADES),
    "number": shape(
        rf"(?:{FIGURE}|{_ALTERNATIVES}){NO_MORE}",
        number, DIGIT, *NUMBER_WORDS,
    ),
    "ordinal": shape(rf"(?:\d{{1,2}}\.|(?:{_ORDINAL_WORDS})(?!\w))", ordinal, DIGIT, *_ORDINALS),
    "day": shape(rf"{DAY}(?!\w)", int, one_word=True),
    "yy": shape(r"['’]\d{2}(?![\w%]|[.,]\d)", short_year),
    "hourword": table({word: n for n, word in enumerate([*v.ONES, *v.TEENS[:3]], 1)}
                      | {"eins": 1}),
    "beyond": table({"viertel nach": 15, "viertel vor": -15, "kurz vor|kurz nach": 0,
                     "fünf vor": -5, "fünf nach": 5, "zehn vor": -10, "zehn nach": 10}),
    "named": table({"mitternacht": "T24:00"}, capitalised=True),
    "qn": shape(r"q[1-4](?!\w)", lambda t: int(t[1]), "q1", "q2", "q3", "q4", one_word=True),
    "to": shape(
        r"(?:[-–—/]|bis(?:\szum)?|und|oder|zum|auf)",
        lambda t: "list" if t.lower() in ("und", "oder") else "range", "bis", "und", "oder",
        "zum", "auf",
    ),
}  # fmt: skip
