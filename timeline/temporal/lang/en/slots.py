"""English slots: the vocabulary's tables and the shapes of numbers, years and clock times."""

from __future__ import annotations

import re
from fractions import Fraction

from timeline.temporal.lang.en.vocabulary import (
    APPROXIMATES,
    CALENDAR_UNITS,
    DECADES,
    DEICTICS,
    EDGES,
    MONTHS,
    NARRATIVES,
    NEARLY,
    ONES,
    ORDINALS,
    PARTS,
    PLURAL_UNITS,
    PLURAL_WEEKDAYS,
    SEASONS,
    SHORT_WEEKDAYS,
    TEENS,
    TENS,
    UNITS,
    VAGUE,
    WEEKDAYS,
    ZONES,
)
from timeline.temporal.lang.numerals import leading, short_year
from timeline.temporal.pattern import DIGIT, Slot, shape, table

_ONES, _TEENS, _TENS = "|".join(ONES), "|".join(TEENS), "|".join(TENS)
_UNDER_100 = rf"(?:(?:{_TENS})(?:[\s-]{{1,2}}(?:{_ONES}))?|{_TEENS}|{_ONES})"
_WORDS = (
    rf"(?:(?:{_UNDER_100}|a)[\s-]{{1,2}}(?:hundred|thousand)"
    rf"(?:(?:[\s-]{{1,2}}and)?[\s-]{{1,2}}{_UNDER_100})?|{_UNDER_100})"
)
_NUMBER = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,7}})(?:\.\d{{1,3}})?(?:[\s-]\d/\d|½)?|{_WORDS}"
    r"(?:\s{1,3}and\s{1,3}(?:a|one)[\s-]half)?"
)
_WORD_NUMBERS = ONES | TEENS | TENS | {"a": 1}


def word_number(text: str) -> int:
    """ "twenty-four" -> 24, "two hundred and ten" -> 210; KeyError for other words."""
    total = 0
    for word in re.findall(r"[a-z]+", text.lower()):
        if word == "and":
            continue
        if word in ("hundred", "thousand"):
            total *= 100 if word == "hundred" else 1000
        else:
            total += _WORD_NUMBERS[word]
    return total


def number(text: str) -> float:
    """The value of a number in digits or words: "2 1/2" -> 2.5, "1,500" -> 1500."""
    half = re.search(r"\s+and\s+(?:a|one)[\s-]half$", text, re.IGNORECASE)
    if half:
        return word_number(text[: half.start()]) + 0.5
    if not text[0].isdigit():
        return word_number(text)
    whole, _, fraction = text.replace(",", "").replace("-", " ").replace("½", " 1/2").partition(" ")
    extra = 0.0
    if fraction.strip():
        over, under = fraction.split("/")
        extra = float(Fraction(int(over), int(under))) if int(under) else 0.0
    return float(whole) + extra


def spelled_year(text: str) -> int:
    """ "nineteen ninety-six" -> 1996, "two thousand" -> 2000."""
    words = re.findall(r"[a-z]+", text.lower())
    if "thousand" in words:
        return word_number(text)
    return 100 * _WORD_NUMBERS[words[0]] + word_number(" ".join(words[1:]))


_ENDS = ("st", "nd", "rd", "th")
_HALVES = ("a", "p", "am", "pm")
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_NUMBER_STARTS = (*_WORD_NUMBERS, DIGIT)
_CENTURIES = "eighteen|nineteen|twenty"

_ORDINAL_FORMS = {form: n for key, n in ORDINALS.items() for form in key.split("|")}
_ORDINALS = "|".join(sorted(_ORDINAL_FORMS, key=len, reverse=True))
_ORDINAL_STARTS = (DIGIT, *(re.split("[ -]", form)[0] for form in _ORDINAL_FORMS))


def ordinal(text: str) -> int:
    """ "third" -> 3, "21st" -> 21."""
    if text[0].isdecimal():
        return leading(text)
    return _ORDINAL_FORMS[re.sub(r"\s+", "-", text.lower())]


VOCABULARY: dict[str, Slot] = {
    "month": table(MONTHS, capitalised=True),
    "weekday": table(WEEKDAYS, capitalised=True),
    "shortday": table(SHORT_WEEKDAYS, capitalised=True),
    "weekdays": table(PLURAL_WEEKDAYS, capitalised=True),
    "season": table(SEASONS),
    "unit": table(UNITS),
    "units": table(PLURAL_UNITS),
    "anyunit": table(UNITS | PLURAL_UNITS),
    "calunit": table(CALENDAR_UNITS),
    "ordinal": shape(rf"(?:\d{{1,3}}(?:st|nd|rd|th)|{_ORDINALS})(?!\w)", ordinal, *_ORDINAL_STARTS),
    "edge": table(EDGES),
    "about": table(EDGES | NEARLY),
    "deictic": table(DEICTICS),
    "narrative": table(NARRATIVES),
    "approx": table(APPROXIMATES),
    "vague": table(VAGUE),
    "number": shape(rf"(?:{_NUMBER})(?![\w%]|[.,]\d)", number, *_NUMBER_STARTS),
    "part": table(PARTS),
    "zone": table(ZONES),
    "decadename": table(DECADES),
    "era": table({"b.c.|bc|bce|b.c.e.": "bc", "a.d.|ad|ce": "ad"}),
    "day": shape(rf"{_DAY}(?:st|nd|rd|th)?(?![\w%]|[.,]\d|:\d)", leading, one_word=True),
    "year": shape(r"(?:1\d{3}|20\d{2})(?![\w%]|[.,]\d)", int, one_word=True),
    "anyyear": shape(r"[1-9]\d{0,3}(?![\w%]|[.,]\d)", int, one_word=True),
    "yy": shape(r"['’]?\d{2}(?![\w%]|[.,]\d)", short_year),
    "spelledyear": shape(
        rf"(?:(?:{_CENTURIES})[\s-]{{1,2}}(?:{'|'.join(TENS)}|{'|'.join(TEENS)})"
        rf"(?:[\s-]{{1,2}}(?:{'|'.join(ONES)}))?|two[\s-]thousand(?:[\s-](?:and[\s-])?(?:{_UNDER_100}))?)(?!\w)",
        spelled_year,
        *_CENTURIES.split("|"),
        "two",
        needs=(*_CENTURIES.split("|"), "two"),
    ),
    "decade": shape(r"(?:1\d|20)\d0['’]?s(?!\w)", leading, needs="s"),
    "bcdecade": shape(r"[1-9]\d{0,2}0['’]?s(?!\w)", leading, needs="s"),
    "shortdecade": shape(r"['’]?[2-9]0['’]?s(?!\w)", leading, needs="s"),
    "two": shape(r"(?:0[1-9]|[12]\d|3[01])(?!\d)", int, one_word=True),
    "num": shape(r"(?:0?[1-9]|[12]\d|3[01])(?!\d)", int, one_word=True),
    "hour": shape(r"(?:1[0-2]|0?[1-9])(?!\d)", int, one_word=True),
    "hour24": shape(r"(?:2[0-4]|1\d|0?\d)(?!\d)", int, one_word=True),
    "minute": shape(r"[0-5]\d(?!\d)", int, one_word=True),
    "second": shape(r"[0-5]\d(?!\d)", int, one_word=True),
    "away": table(
        {
            "ago": (-1, "published"),
            "earlier|before|previously|beforehand": (-1, "discourse"),
            "later|after|afterward|afterwards|thereafter": (1, "discourse"),
            "from now|hence|from today": (1, "published"),
        }
    ),
    "besides": table({"day": "day", "week": "week", "month": "month", "year": "year"}),
    "beside": table({"after|following": 1, "before": -1}),
    "hhmm": shape(r"(?:[01]\d|2[0-3])[0-5]\d(?!\d)", lambda t: f"T{t[:2]}:{t[2:]}", one_word=True),
    "near": table({"around|about|approximately|roughly|circa": "APPROX"}),
    "relday": table({"yesterday": -1, "today": 0, "tomorrow": 1}),
    "named": table({"noon|midday": "T12:00", "midnight": "T24:00"}),
    "minutes": table({"half": 30, "a quarter|quarter": 15}),
    "toward": table({"past": "past", "to|before": "to"}),
    "nights": table({"night|evening": "NI"}),
    "hourword": table(ONES | {"ten": 10, "eleven": 11, "twelve": 12}),
    "ampm": shape(
        r"(?:[ap]\.\s?m\.?|[ap]m)(?!\w)", lambda t: t[0].lower(), *_HALVES, needs=_HALVES
    ),
    "long": table(
        {
            "hourlong": "hour",
            "daylong": "day",
            "weeklong": "week",
            "monthlong": "month",
            "yearlong": "year",
            "decadelong": "decade",
        }
    ),
    "fyear": shape(
        r"fy['’]?(?:(?:19|20)\d\d|\d\d)(?!\w)",
        lambda t: short_year(t[-2:]) if len(t) < 6 else int(t[-4:]),
        *(f"fy{n}" for n in range(1980, 2050)),
        *(f"fy{n:02d}" for n in range(100)),
        one_word=True,
    ),
    "span": table({"quarter|quarters": "quarter", "half": "half"}),
    "which": table({"last|final|latter|closing": -1, "opening|former": 1}),
    "qn": shape(r"q[1-4](?!\w)", lambda t: int(t[1]), "q1", "q2", "q3", "q4", one_word=True),
    "apostropheyear": shape(r"['’]\d{2}(?!\w)", short_year),
    "zed": shape("z", str.upper, "z"),
    "slash": shape("/", lambda t: "range", "/"),
    "nth": shape(r"\d{1,2}(?:st|nd|rd|th)(?!\w)", leading, one_word=True, needs=_ENDS),
    "to": shape(
        r"(?:[-–—]|to|and|or|through|until|&)",
        lambda t: "list" if t.lower() in ("and", "or", "&") else "range",
        "to",
    ),
}
