"""The wordings of one locale as slots, and what its language knows of tense and order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from timeline.temporal.locales import wordslots
from timeline.temporal.locales.names import SHORT, Names
from timeline.temporal.locales.phrases import Phrases
from timeline.temporal.locales.wordslots import listed, spelled, words
from timeline.temporal.pattern import Slot
from timeline.temporal.rule import Tense

_CALENDAR = ("day", "weekend", "week", "month", "quarter", "half", "year", "decade", "century")
_DASHES = (("", "-"), ("", "–"), ("", "—"))
_RUNNING = _CALENDAR[2:]
_BEFORE = {  # slot -> lists of words that stand before something
    "art": "articles", "of": "of", "and": "and", "or": "or", "agob": "ago",
    "agoled": "ago_led", "laterb": "later_before", "that": "that", "each": "each",
    "eachn": "each_counted", "per": "per", "whole": "whole", "decadeb": "decade",
    "centuryb": "century", "monthword": "month_word", "dayhead": "day_word", "at": "at",
    "partjoint": "part_joint", "ofpart": "of_part", "atp": "atp", "this": "today_part",
    "lastb": "last_part", "atonly": "at_only",
}  # fmt: skip
_AFTER = {
    "half": "half", "agoa": "ago_after", "aheada": "ahead_after", "latera": "later",
    "soonera": "sooner", "long": "long", "decadea": "decade_after",
    "centurya": "century_after", "lasta": "last_part_after",
}  # fmt: skip
_TABLES = {
    "textday": "textdays", "reference": "references", "adjective": "adjectives",
    "adverb": "adverbs", "lengthword": "lengthwords", "season": "seasons", "span": "spans",
    "part": "parts", "lonepart": "lone_parts", "holiday": "holidays", "daypart": "dayparts",
    "weekdayset": "weekday_sets", "loneday": "lone_weekdays", "decadeword": "decade_words",
    "clockname": "clock_names", "decadename": "decade_names", "centuryname": "century_names",
}  # fmt: skip


def vocabulary(names: Names, told: Phrases) -> dict[str, Slot]:
    """The slots that `wordings` is written with, beside those of `language`."""
    found = {slot: listed(names, told.list(key), "before") for slot, key in _BEFORE.items()}
    found |= {slot: listed(names, told.list(key), "after") for slot, key in _AFTER.items()}
    found |= {slot: words(names, told.table(key)) for slot, key in _TABLES.items()}
    vague = told.table("vague")
    return {
        **found,
        **_units(names, told),
        **wordslots.numbers(names, told),
        **wordslots.ordinals(names, told),
        **wordslots.figures(),
        "aheadb": listed(names, names.forms.ahead, "before"),
        "edge": words(names, told.table("edges"), "before"),
        "edgea": words(names, told.table("edges_after"), "after"),
        "nearb": words(names, told.table("near", "near_before"), "before"),
        "neara": words(names, told.table("near", "near_after"), "after"),
        "parts": words(names, told.table("parts", "part_plurals")),
        "thatn": words(names, dict.fromkeys(told.list("that"), (0, "discourse")), "before"),
        "stretch": words(names, told.table("stretch"), "before"),
        "stretcha": words(names, told.table("stretch_after"), "after"),
        "approx": words(names, told.table("approx"), "before"),
        "some": listed(names, (f for f, n in vague.items() if n is None), "before"),
        "vague": words(names, {f: n for f, n in vague.items() if n is not None}, "before"),
        "era": words(names, told.table("era"), "after"),
        "timesword": listed(names, told.list("times"), "before"),
        "oclock": wordslots.unbounded(names, told.list("oclock")),
        "relday": words(names, _relative_days(names)),
        "weekdaypart": words(names, _compounds(names, told)),
        "to2": wordslots.joint(names, told),
    }


def _units(names: Names, told: Phrases) -> dict[str, Slot]:
    """Units alone, counted, of the calendar."""
    many = {spelled(names, form): unit for form, unit in told.table("plurals").items()}
    single = {
        form: unit
        for form, unit in names.units.items()
        if form not in many and (len(form) >= SHORT or form in names.forms.units)
    }
    if not names.spaced and many:
        single = {}  # "3月" is a month, no number of them
    calendar = {form: unit for form, unit in single.items() if unit in _CALENDAR}
    named = {
        unit: {f: u for f, u in single.items() if u == unit}
        for unit in ("week", "weekend", "year", "century")
    }
    ends = (*named["year"], *names.forms.year) if names.forms.year else ()
    dotted = [f"{form}." for form in ends]  # "44 r. p.n.e."
    return {
        "unit": words(names, {**single, **many}),
        "many": words(names, {f: (u, True) for f, u in many.items()}),
        "units": words(names, {f: (u, False) for f, u in single.items()}
                       | {f: (u, True) for f, u in many.items()}),
        "calunit": words(names, calendar),
        "rununit": words(names, {f: u for f, u in calendar.items() if u in _RUNNING}),
        "yearunit": words(names, named["year"]),
        "yearwd": words(names, named["year"], "before"),
        "yeara": words(names, dict.fromkeys(dotted, True), "after"),
        "centuryunit": words(names, named["century"]),
        "weekendunit": words(names, named["weekend"]),
        "weekunit": words(names, named["week"]),
    }  # fmt: skip


def _relative_days(names: Names) -> dict[str, int]:
    sure = names.sure(names.relative)
    return {f: away for f, (unit, away) in names.relative.items() if unit == "day" and f in sure}


def _compounds(names: Names, told: Phrases) -> dict[str, tuple[int, str]]:
    """ "maandagavond": a weekday and a part of the day in one word."""
    if not told.compound:
        return {}
    return {
        day + joint + spelled(names, part): (number, kind)
        for day, number in names.weekdays.items()
        for part, kind in told.table("parts").items()
        for joint in ("", "s")
        if not names.short(day) and part.isalpha()
    }


def tense(told: Phrases) -> Tense:
    """The words that tell the time of a clause."""
    return Tense(
        future=frozenset(told.list("future")),
        past=frozenset(told.list("past")),
        future_endings=told.list("future_endings"),
        past_endings=told.list("past_endings"),
        not_past=frozenset(told.list("not_past")),
        abbreviations=frozenset(told.list("abbreviations")),
    )


def order(names: Names, told: Phrases) -> Mapping[str, Any]:
    """What `rule.Language` wants to know besides: what begins, joins and modifies."""
    lone = told.list("and")
    pairs = [(opener, link) for opener in told.list("between") for link in lone]
    return {
        "links": (*_DASHES, *(("", link) for link in told.list("until")), *pairs),
        "background": frozenset(told.list("background")),
        "ranks": frozenset(told.list("ranks")),
        "onward": told.list("onward"),
        "lists": frozenset({*lone, *told.list("or"), ""} if lone else ()),
        "loose": dict(told.table("loose")),
        "articles": frozenset(told.list("articles")),
        "ahead": frozenset(names.forms.ahead),
    }
