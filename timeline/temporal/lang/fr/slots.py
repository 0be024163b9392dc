"""French slots: the vocabulary's tables and the shapes of numbers, years and clock times."""

from __future__ import annotations

import re

from timeline.temporal.lang.figures import FIGURE, FIGURES, NO_MORE
from timeline.temporal.lang.fr import vocabulary as v
from timeline.temporal.lang.numerals import (
    DAY,
    decimal,
    leading,
    roman,
    romans,
    short_year,
)
from timeline.temporal.pattern import DIGIT, Slot, shape, table


def number_words() -> dict[str, int]:
    """ "deux" 2, "vingt et un" 21, "quatre-vingt-dix-sept" 97, "deux cents" 200."""
    words = {word: n for n, word in enumerate(v.ONES, 1)} | v.TENS
    for ten, tens in v.TENS.items():
        for n, one in enumerate(v.ONES[:19] if tens == 60 else v.ONES[:9], 1):
            words[f"{ten}-{one}"] = tens + n
            if n in (1, 11):
                words |= {f"{ten} et {one}": tens + n, f"{ten}-et-{one}": tens + n}
    words |= {f"quatre-vingt-{one}": 80 + n for n, one in enumerate(v.ONES, 1)}
    words |= {"quatre-vingts": 80, "quatre-vingt": 80, "septante": 70, "huitante": 80}
    words |= {"nonante": 90, "cent": 100, "mille": 1000}
    words |= {f"{one} cents": 100 * n for n, one in enumerate(v.ONES[1:9], 2)}
    words |= {f"{one} mille": 1000 * n for n, one in enumerate(v.ONES[1:], 2)}
    words |= {f"{word[:-2]}une": n for word, n in words.items() if word.endswith("un")}
    return words


NUMBER_WORDS = number_words()
_ALTERNATIVES = "|".join(
    re.escape(word).replace(r"\ ", r"\s").replace(r"\-", "[-–]")
    for word in sorted(NUMBER_WORDS, key=len, reverse=True)
)


def number(text: str) -> float:
    """Digits ("3.000", "1,5") or words."""
    if text[0].isdecimal():
        return decimal(text)
    return NUMBER_WORDS[" ".join(text.lower().replace("–", "-").split())]


_STARTS = (DIGIT, *{re.split("[ -]", word)[0] for word in NUMBER_WORDS})
_ORDINALS = {form: n for key, n in v.ORDINALS.items() for form in key.split("|")}
_ORDINAL_WORDS = "|".join(
    form.replace(" ", r"\s") for form in sorted(_ORDINALS, key=len, reverse=True)
)
_SUFFIX = "(?:er|ère|re|e|è|ème|eme|ième|nd|nde)"
_ROMAN_FORMS = tuple(f"{r}{s}" for r in romans(30) for s in ("e", "er", "è", "ème", "eme", "ième"))


def ordinal(text: str) -> int:
    """ "troisième" 3, "3e" 3, "XIXe" 19."""
    if text[0].isdecimal():
        return leading(text)
    known = _ORDINALS.get(" ".join(text.lower().split()))
    return known if known is not None else roman(re.sub(r"(?:er|i?[eè]me|e|è)$", "", text.lower()))


VOCABULARY: dict[str, Slot] = FIGURES | {
    "month": table(v.MONTHS),
    "weekday": table(v.WEEKDAYS),
    "weekdays": table({f"{name}s": n for name, n in v.WEEKDAYS.items()}),
    "season": table(v.SEASONS),
    "unit": table(v.UNITS),
    "calunit": table(v.CALENDAR_UNITS),
    "plural": table(v.PLURALS),
    "edge": table(v.EDGES),
    "partedge": table(v.PART_EDGES),
    "elided": shape(
        r"(?:la\s)?(?:début|fin|milieu)\sd['’]",
        lambda t: {"d": "START", "f": "END", "m": "MID"}[t.lower().removeprefix("la ")[0]],
        "début", "fin", "milieu", "la",
    ),
    "this": table(v.THIS),
    "lastnext": table(v.LAST_NEXT),
    "near": table(v.NEAR),
    "nears": table(v.NEARS),
    "relday": table(v.RELATIVE_DAYS | {"aujourd'hui": 0}),
    "textday": table(v.TEXT_DAYS),
    "approx": table(v.APPROXIMATES),
    "vague": table(v.VAGUE),
    "quantity": table(v.QUANTITIES),
    "part": table(v.PARTS),
    "adverb": table(v.ADVERBS),
    "holiday": table(v.HOLIDAYS),
    "era": table(v.ERAS),
    "zone": table(v.ZONES),
    "decadename": table(v.DECADES),
    "span": table({"trimestre": "quarter", "semestre": "half"}),
    "number": shape(
        rf"(?:{FIGURE}|{_ALTERNATIVES}){NO_MORE}",
        number, *_STARTS,
    ),
    "half": shape(
        r"et\s(?:demie?|quart)", lambda t: 0.25 if t.lower().endswith("quart") else 0.5, "et"
    ),
    "between": table({v.BETWEEN: ""}),
    "thismonth": table(v.THIS_MONTH),
    "parts": table({"matins": "MO", "après-midi": "AF", "soirs": "EV", "nuits": "NI"}),
    "ordinal": shape(
        rf"(?:\d{{1,2}}{_SUFFIX}|[ivx]{{1,6}}(?:er|e|è|ème|eme|ième)|{_ORDINAL_WORDS})(?!\w)",
        ordinal, DIGIT, *_ROMAN_FORMS, *{re.split("[ -]", form)[0] for form in _ORDINALS},
    ),
    "day": shape(
        rf"(?:1er|premier|{DAY})(?![\w%]|[.,]\d|:\d)",
        lambda t: 1 if t[0] in "pP" else leading(t), DIGIT, "premier", one_word=True,
    ),
    "yy": shape(r"(?:['’]\d{2}|[3-9]\d)(?![\w%]|[.,]\d)", short_year),
    "decade": shape(r"(?:1\d|20)\d0(?!\w)", int, one_word=True),
    "shortdecade": shape(r"[2-9]0(?!\w)", int, one_word=True),
    "hourword": table({word: n for n, word in enumerate(v.ONES, 1)} | {"une": 1, "vingt": 20}),
    "beyond": table({"et demie": 30, "et quart": 15, "moins le quart": -15, "moins vingt": -20,
                     "moins dix": -10, "moins cinq": -5}),
    "named": table({"midi": "T12:00", "minuit": "T24:00"}),
    "tn": shape(r"t[1-4](?!\w)", lambda t: int(t[1]), "t1", "t2", "t3", "t4", one_word=True),
    "comma": shape(",", lambda t: "", ","),
    "to": shape(
        r"(?:[-–—]|au|à|ou|et(?:\sle)?)(?!\w)",
        lambda t: "list" if t.lower()[:2] in ("et", "ou") else "range", "au", "à", "ou", "et",
    ),
}  # fmt: skip
