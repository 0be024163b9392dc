"""English words of time, as tables: form -> meaning. `a|b` are two forms, `sept.` may lack its dot."""

from __future__ import annotations

import re
from fractions import Fraction

from timeline.temporal.pattern import DIGIT, Slot, table

MONTHS = {
    "january|jan.": 1, "february|feb.": 2, "march|mar.": 3, "april|apr.": 4, "may": 5,
    "june|jun.": 6, "july|jul.": 7, "august|aug.": 8, "september|sept.|sep.": 9,
    "october|oct.": 10, "november|nov.": 11, "december|dec.": 12,
}  # fmt: skip
WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5,
    "sunday": 6,
}  # fmt: skip
SHORT_WEEKDAYS = {
    "monday|mon.": 0, "tuesday|tues.|tue.": 1, "wednesday|wed.|weds.": 2,
    "thursday|thurs.|thur.|thu.": 3, "friday|fri.": 4, "saturday|sat.": 5, "sunday|sun.": 6,
}  # fmt: skip
PLURAL_WEEKDAYS = {f"{name}s": number for name, number in WEEKDAYS.items()}
SEASONS = {"spring|springtime": 1, "summer|summertime": 2, "fall|autumn": 3, "winter|wintertime": 4}
UNITS = {
    "second|sec": "second", "minute|min": "minute", "hour": "hour", "day": "day",
    "night": "night", "weekend": "weekend", "week": "week", "fortnight": "fortnight",
    "month": "month", "quarter": "quarter", "year": "year", "decade": "decade",
    "century": "century", "millennium": "millennium", "trading day|business day": "day",
    "fiscal year|calendar year|school year": "year",
}  # fmt: skip
PLURAL_UNITS = {
    "seconds|secs": "second", "minutes|mins": "minute", "hours|hrs": "hour", "days": "day",
    "nights": "night", "weekends": "weekend", "weeks": "week", "fortnights": "fortnight",
    "months": "month", "quarters": "quarter", "years|yrs": "year", "decades": "decade",
    "centuries": "century", "millennia|millenniums": "millennium",
    "trading days|business days|working days|calendar days": "day", "fiscal years": "year",
}  # fmt: skip
CALENDAR_UNITS = {
    key: value
    for key, value in UNITS.items()
    if value in ("day", "weekend", "week", "month", "quarter", "year", "decade", "century")
}
ONES = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9,
}  # fmt: skip
TEENS = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "twenty-first|twenty first": 21, "twenty-second": 22,
    "twenty-third": 23, "twenty-fourth": 24, "twenty-fifth": 25, "twenty-sixth": 26,
    "twenty-seventh": 27, "twenty-eighth": 28, "twenty-ninth": 29, "thirtieth": 30,
    "thirty-first": 31,
}  # fmt: skip
DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60,
    "seventies": 70, "eighties": 80, "nineties": 90,
}  # fmt: skip
EDGES = {
    "early|early in|early on|the early part of|the beginning of|the start of|the opening of": "START",
    "late|late in|the end of|the close of|the latter part of|the late part of|as late as": "END",
    "mid|middle of|the middle of|mid-to-late": "MID",
    "earlier|earlier in": "BEFORE", "later|later in": "AFTER",
    "sometime|sometime in|some time in|around|about|circa|ca.|approximately|roughly": "APPROX",
    "the rest of|the remainder of|most of|much of|all of|the balance of": "",

}  # fmt: skip
DEICTICS = {
    "last|this past": -1, "past": -1,
    "this|the current|the present": 0,
    "next|the coming|this coming|the upcoming": 1,
}  # fmt: skip
NARRATIVES = {
    "the previous|the preceding|the prior|the preceeding": -1,
    "the next|the following|the succeeding|the ensuing": 1,
    "that same|the same|that": 0,
}  # fmt: skip
APPROXIMATES = {
    "about|around|approximately|roughly|some|an estimated|close to": "APPROX",
    "more than|over|at least|no less than|longer than|a minimum of|well over|just over": "MORE_THAN",
    "less than|under|up to|no more than|fewer than|at most|a maximum of": "LESS_THAN",
    "nearly|almost|just under|not quite|as little as": "LESS_THAN",
    "a full|exactly": "",
}  # fmt: skip
VAGUE = {
    "a few|few|several|some|many|a number of|various|numerous|countless": None,
    "a couple of|a couple|couple of": 2,
    "half a|half an|a half": 0.5, "a|an": 1, "a dozen|dozen": 12, "dozens of|scores of": None,
    "hundreds of|thousands of|tens of|millions of": None, "a hundred": 100, "a thousand": 1000,
    "a million": 1_000_000, "a quarter of a": 0.25,
}  # fmt: skip
PARTS = {
    "morning|mornings|dawn|daybreak|sunrise": "MO", "noon|midday|noontime": "MI",
    "afternoon": "AF", "evening|dusk|sunset|nightfall": "EV",
    "night|nighttime|overnight|late-night": "NI",
}  # fmt: skip
ZONES = {
    zone: zone.upper()
    for zone in [
        "est",
        "edt",
        "cst",
        "cdt",
        "mst",
        "mdt",
        "pst",
        "pdt",
        "gmt",
        "utc",
        "bst",
        "cet",
        "cest",
        "msk",
        "ist",
        "jst",
        "et",
    ]
}
ZONES |= {"eastern time|eastern standard time|eastern daylight time|local time": ""}

_UNDER_100 = rf"(?:(?:{'|'.join(TENS)})(?:[\s-]{{1,2}}(?:{'|'.join(ONES)}))?|{'|'.join(TEENS)}|{'|'.join(ONES)})"
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


def _shape(regex: str, parse: object, *starts: str) -> Slot:
    return Slot(regex, frozenset(starts or (DIGIT,)), parse)  # type: ignore[arg-type]


def short_year(text: str) -> int:
    """Two digits as people use them in dates: 00 to 49 are 20xx, 50 to 99 are 19xx."""
    two = int(text[-2:])
    return 2000 + two if two < 50 else 1900 + two


_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_NUMBER_STARTS = (*_WORD_NUMBERS, DIGIT)
_CENTURIES = "eighteen|nineteen|twenty"

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
    "ordinal": _shape(
        rf"(?:\d{{1,3}}(?:st|nd|rd|th)|{'|'.join(sorted('|'.join(ORDINALS).split('|'), key=len, reverse=True))})(?!\w)",
        lambda t: int(re.match(r"\d+", t)[0]) if t[0].isdigit() else _ordinal(t),  # type: ignore[index]
        DIGIT,
        *(re.split(r"[ -]", o)[0] for o in "|".join(ORDINALS).split("|")),
    ),  # fmt: skip
    "edge": table(EDGES),
    "deictic": table(DEICTICS),
    "narrative": table(NARRATIVES),
    "approx": table(APPROXIMATES),
    "vague": table(VAGUE),
    "number": _shape(rf"(?:{_NUMBER})(?![\w%]|[.,]\d)", number, *_NUMBER_STARTS),
    "part": table(PARTS),
    "zone": table(ZONES),
    "decadename": table(DECADES),
    "era": table({"b.c.|bc|bce|b.c.e.": "bc", "a.d.|ad|ce": "ad"}),
    "day": _shape(
        rf"{_DAY}(?:st|nd|rd|th)?(?![\w%]|[.,]\d|:\d)", lambda t: int(re.match(r"\d+", t)[0])
    ),  # type: ignore[index]
    "year": _shape(r"(?:1\d{3}|20\d{2})(?![\w%]|[.,]\d)", int),
    "anyyear": _shape(r"[1-9]\d{0,3}(?![\w%]|[.,]\d)", int),
    "yy": _shape(r"['’]?\d{2}(?![\w%]|[.,]\d)", short_year),
    "spelledyear": _shape(
        rf"(?:(?:{_CENTURIES})[\s-]{{1,2}}(?:{'|'.join(TENS)}|{'|'.join(TEENS)})"
        rf"(?:[\s-]{{1,2}}(?:{'|'.join(ONES)}))?|two[\s-]thousand(?:[\s-](?:and[\s-])?(?:{_UNDER_100}))?)(?!\w)",
        spelled_year,
        *_CENTURIES.split("|"),
        "two",
    ),  # fmt: skip
    "decade": _shape(r"(?:1\d|20)\d0['’]?s(?!\w)", lambda t: int(t[:4])),
    "bcdecade": _shape(r"[1-9]\d{0,2}0['’]?s(?!\w)", lambda t: int(re.match(r"\d+", t)[0])),  # type: ignore[index]
    "shortdecade": _shape(r"['’]?[2-9]0['’]?s(?!\w)", lambda t: int(t.strip("'’")[:2])),
    "two": _shape(r"(?:0[1-9]|[12]\d|3[01])(?!\d)", int),
    "num": _shape(r"(?:0?[1-9]|[12]\d|3[01])(?!\d)", int),
    "hour": _shape(r"(?:1[0-2]|0?[1-9])(?!\d)", int),
    "hour24": _shape(r"(?:2[0-4]|1\d|0?\d)(?!\d)", int),
    "minute": _shape(r"[0-5]\d(?!\d)", int),
    "second": _shape(r"[0-5]\d(?!\d)", int),
    "fraction": table({"quarter": 15, "half": 30, "five": 5, "ten": 10, "twenty": 20}),
    "away": table(
        {
            "ago": (-1, "published"),
            "earlier|before|previously|beforehand": (-1, "discourse"),
            "later|after|afterward|afterwards|thereafter": (1, "discourse"),
            "from now|hence|from today": (1, "published"),
        }
    ),
    "relday": table({"yesterday": -1, "today": 0, "tomorrow": 1}),
    "named": table({"noon|midday": "T12:00", "midnight": "T24:00"}),
    "nights": table({"night|evening": "NI"}),
    "hourword": table(ONES | {"ten": 10, "eleven": 11, "twelve": 12}),
    "ampm": _shape(r"[ap]\.?\s?m(?:\.|(?!\w))", lambda t: t[0].lower(), "a", "p", "am", "pm"),
    "span": table({"quarter|quarters": "quarter", "half": "half"}),
    "which": table({"last|final|latter|closing": -1, "opening|former": 1}),
    "qn": _shape(r"q[1-4](?!\w)", lambda t: int(t[1]), "q1", "q2", "q3", "q4"),
    "apostropheyear": _shape(r"['’]\d{2}(?!\w)", short_year),
    "to": _shape(
        r"(?:[-–—]|to|and|or|through|until|&)",
        lambda t: "list" if t.lower() in ("and", "or", "&") else "range",
        "to",
    ),  # fmt: skip
}


def _ordinal(text: str) -> int:
    key = "-".join(re.split(r"[\s-]+", text.lower()))
    flat = {f: n for k, n in ORDINALS.items() for f in k.split("|")}
    return flat[key] if key in flat else flat[key.replace("-", " ")]
