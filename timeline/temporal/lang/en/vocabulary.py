"""English words of time, as tables: form -> meaning.

`a|b` are two forms, `sept.` may lack its dot.
"""

from __future__ import annotations

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
    "night": "day", "weekend": "weekend", "week": "week", "fortnight": "fortnight",
    "month": "month", "quarter": "quarter", "year": "year", "decade": "decade",
    "century": "century", "millennium": "millennium", "trading day|business day": "day",
    "fiscal year|calendar year|school year": "year",
}  # fmt: skip
PLURAL_UNITS = {
    "seconds|secs": "second", "minutes|mins": "minute", "hours|hrs": "hour", "days": "day",
    "nights": "day", "weekends": "weekend", "weeks": "week", "fortnights": "fortnight",
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
    "nineteenth": 19, "twentieth": 20, "twenty-first": 21, "twenty-second": 22,
    "twenty-third": 23, "twenty-fourth": 24, "twenty-fifth": 25, "twenty-sixth": 26,
    "twenty-seventh": 27, "twenty-eighth": 28, "twenty-ninth": 29, "thirtieth": 30,
    "thirty-first": 31,
}  # fmt: skip
DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60,
    "seventies": 70, "eighties": 80, "nineties": 90,
}  # fmt: skip
EDGES = {
    "early|early in|early on|the early part of|the beginning of|the start of": "START",
    "the opening of": "START",
    "late|late in|the end of|the close of|the latter part of|the late part of|as late as": "END",
    "mid|middle of|the middle of|mid-to-late": "MID",
    "earlier|earlier in": "BEFORE", "later|later in": "AFTER",
    "the rest of|the remainder of|most of|much of|all of|the balance of": "",

}  # fmt: skip
NEARLY = {
    "around|about|circa|ca.|approximately|roughly": "APPROX",
    "sometime|sometime in|some time in": "",
}
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
    "more than|over|at least|no less than|longer than|a minimum of": "MORE_THAN",
    "well over|just over": "MORE_THAN",
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
    "morning|mornings|dawn|daybreak|sunrise|early hours|small hours|wee hours": "MO",
    "noon|midday|noontime": "MI",
    "afternoon": "AF", "evening|dusk|sunset|nightfall": "EV",
    "night|nighttime|overnight|late-night": "NI",
}  # fmt: skip
ZONES = {
    "est|edt|et|cst|cdt|mst|mdt|pst|pdt|bst|cet|cest|msk|ist|jst": "",
    "gmt|utc": "Z",
    "eastern time|eastern standard time|eastern daylight time|local time": "",
}
