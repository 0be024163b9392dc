"""The wordings of a language beyond names and figures: more keys of `lang/<code>/forms.yml`.

Every key may be missing; a rule whose words are missing is left out. A form may begin with words
in brackets: "(en) la actualidad" is "la actualidad" with "en" before it, which is left out. A
final full stop may lack. Forms that end in an apostrophe are joined to the next word, those that
begin with a hyphen or apostrophe to the one before.

Tables, "meaning: form | form":

    plurals        units in the plural, by unit (units themselves: `units`)
    near           beside a unit, month, weekday, in either order, by distance: -1, 0, 1 from
                   publication, "-1 text" from where the text is ("anterior")
    near_before, near_after   the same in one order only ("este", "que viene")
    stretch, stretch_after    beside a counted unit, a length up to publication ("últimos")
    edges, edges_after        START, MID, END ("principios", "finales")
    approx         APPROX, MORE_THAN, LESS_THAN before a number
    vague          before a unit, by amount, X where nobody knows it ("varios", "medio" 0.5)
    lengthwords    a length in one word, "0.5 year: полгода"
    textdays       days from where the text is, by distance ("víspera")
    parts          MO MI AF EV NI DT
    lone_parts     the same where they stand by themselves, "(nella) notte"
    part_plurals   parts as habits have them ("todas las mañanas")
    dayparts       a part of a day in one word, "-1 NI: anoche"
    seasons        1 to 4 from spring
    spans          quarter, half
    ordinals       1 to 30, -1 for the last
    decade_names   20 to 90, beside `decade` or `decade_after`
    decade_words   20 to 90, the decades in one word
    century_names  by number ("Ottocento" 19)
    adverbs        repetitions by TIMEX3 value ("P1D: diariamente")
    lone_weekdays  short names of weekdays that are ordinals too ("segunda")
    weekday_sets   weekdays as habits, by number ("los lunes")
    references     PRESENT_REF, PAST_REF, FUTURE_REF
    adjectives     the same, words that want a noun beside them ("actual")
    holidays       by the name that `timeline.temporal.feasts` knows
    era            bc, ad
    clock_names    "T12:00: mediodía"
    loose          APPROX, BEFORE, AFTER: words before a clock time

Lists, separated by `|` or white space:

    articles, of, and   "el", "de", "y"
    half                after a unit ("y medio")
    ago, ago_after      before or after a counted unit; so `ahead` and `ahead_after`
    ago_led             before one that has `ago_after` behind it ("för två år sedan")
    number_of           between a number and its unit ("34 de ani")
    later_before, later, sooner      from where the text is ("después", "antes")
    that                "that" beside a unit ("ese", "aquel")
    each, per, times    "cada", "por", "veces"
    each_counted        "every" where it stands only before a number ("om de")
    whole               "todo el"
    during              before units that nobody counted ("durante" años)
    long                after a length, part of it ("enteros")
    decade, decade_after             beside 80 or 1980 ("años", "-е годы")
    century, century_after           beside a numeral ("siglo"; "век")
    month_word, day_word             "mes de", "día"
    part_joint, of_part joins a day and its part ("por la"); an hour and its part ("de la")
    at, oclock          before and after a clock time, part of it ("las", "horas")
    at_only             prepositions that stand before nothing but a clock time ("alle")
    atp                 other prepositions before a clock time, no part of it ("a", "um")
    or                  "o"
    until               between two ends of a stretch ("al")
    between             before two of them with `and` ("entre")
    today_part, last_part, last_part_after   "esta" mañana, "pasada" noche
    ranks, background, onward        see `rule.Language`
    length_before       words before "one day" that make it a length
    lasting             nouns before "of ten years" that last; after others it is an age
    aged, aged_after    words before and after a number of years that make it an age
    counted, numbered   what is counted by the thousand; what is numbered ("página")
    future, past, future_endings, past_endings, not_past, abbreviations   see `rule.Tense`
    lone_after          words before `lone_weekdays` ("na")
    not_followed        letters after a unit that make it another word ("年级")
    never_alone         months and weekdays that only a number makes one ("mai" in Romanian)
    nouns               adverbs that are nouns too: none after `determiners` ("el diario")
    since               before `ago`: a length up to now ("desde hace")
    than                after `later`: counted from what follows ("después de que")
    not_before          words after a season that make it a name

`compose` says how tens and ones make a number: "{tens} y {ones}". `compound` true: a weekday and
a part of the day are one word ("maandagavond"). `hundreds` true: "1800-talet" is a century.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

from timeline.temporal.feasts import feast_day
from timeline.temporal.nodes import Unit

Table = Mapping[str, Any]  # form -> meaning


def _unit(text: str) -> str:
    return _one_of(*get_args(Unit))(text)


def _near(text: str) -> tuple[int, str]:
    """ "-1" -> (-1, "published"), "1 text" -> (1, "discourse")."""
    step, _, base = text.partition(" ")
    return int(step), {"": "published", "text": "discourse"}[base]


def _amount(text: str) -> float | None:
    return None if text == "X" else float(text)


def _length(text: str) -> tuple[float | None, str]:
    amount, unit = text.split()
    return _amount(amount), _unit(unit)


def _daypart(text: str) -> tuple[int, str]:
    days, part = text.split()
    return int(days), _PART(part)


def _weekday(text: str) -> int:
    return _between(1, 7)(text) - 1


def _feast(text: str) -> str:
    if feast_day(text, 2015) is None:
        raise ValueError(text)
    return text


def _one_of(*known: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if text not in known:
            raise ValueError(text)
        return text

    return read


def _between(first: int, last: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        if not first <= int(text) <= last:
            raise ValueError(text)
        return int(text)

    return read


_PART = _one_of("MO", "MI", "AF", "EV", "NI", "DT")
_EDGE = _one_of("START", "MID", "END")
_REFERENCE = _one_of("PRESENT_REF", "PAST_REF", "FUTURE_REF")
TABLES: Mapping[str, Callable[[str], Any]] = {
    "plurals": _unit, "near": _near, "near_before": _near, "near_after": _near,
    "stretch": _near, "stretch_after": _near, "edges": _EDGE, "edges_after": _EDGE,
    "approx": _one_of("APPROX", "MORE_THAN", "LESS_THAN"), "vague": _amount,
    "lengthwords": _length, "textdays": int, "parts": _PART, "lone_parts": _PART,
    "part_plurals": _PART, "dayparts": _daypart,
    "seasons": _between(1, 4), "spans": _one_of("quarter", "half"), "ordinals": _between(-1, 30),
    "decade_names": _between(10, 90),
    "decade_words": _between(10, 90), "century_names": _between(1, 30), "adverbs": str,
    "lone_weekdays": _weekday,
    "weekday_sets": _weekday, "references": _REFERENCE, "adjectives": _REFERENCE,
    "holidays": _feast, "era": _one_of("bc", "ad"), "clock_names": str,
    "loose": _one_of("APPROX", "BEFORE", "AFTER"),
}  # fmt: skip
LISTS = frozenset(
    "articles of and between half ago ago_after ago_led number_of ahead_after later_before "
    "later sooner until that each each_counted per times whole during long decade decade_after "
    "century century_after month_word day_word part_joint of_part at atp at_only or today_part "
    "last_part last_part_after oclock ranks background onward length_before lasting aged "
    "aged_after counted numbered future past future_endings past_endings nouns not_followed "
    "never_alone lone_after determiners since than not_past abbreviations not_before".split()
)
SWITCHES = frozenset({"compose", "compound", "hundreds"})


@dataclass(frozen=True, slots=True)
class Phrases:
    """The wordings of one language; see the head of this module. Empty where nobody wrote any."""

    tables: Mapping[str, Table] = field(default_factory=dict)
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    compose: str = ""
    compound: bool = False
    hundreds: bool = False

    def __bool__(self) -> bool:
        return bool(self.tables)

    def table(self, *keys: str) -> dict[str, Any]:
        """The forms of these tables with their meanings."""
        return {form: what for key in keys for form, what in self.tables.get(key, {}).items()}

    def list(self, key: str) -> tuple[str, ...]:
        """The forms of a list."""
        return self.lists.get(key, ())


def phrases(found: Mapping[str, Any]) -> Phrases:
    """The wordings among the keys of a `forms.yml`.

    ValueError, with the key, where a meaning can't be.
    """
    tables = {key: dict(_meant(key, found[key])) for key in TABLES if key in found}
    lists = {key: split(found[key]) for key in LISTS if key in found}
    switches = {key: found[key] for key in SWITCHES if key in found}
    return Phrases(tables, lists, **switches)


def _meant(key: str, table: Mapping[Any, str]) -> Iterator[tuple[str, Any]]:
    for meaning, text in table.items():
        try:
            told = TABLES[key](str(meaning))
        except (ValueError, KeyError) as error:
            raise ValueError(f"{key}: {meaning} is no meaning there") from error
        yield from ((form.strip(), told) for form in text.split("|") if form.strip())


def split(text: str) -> tuple[str, ...]:
    """A list of forms: separated by `|`, or by white space where there is none."""
    if not isinstance(text, str):
        raise ValueError(f"{text!r} is no text: put it in quotes")
    parts = text.split("|") if "|" in text else text.split()
    return tuple(form.strip() for form in parts if form.strip())
