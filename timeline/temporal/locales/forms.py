"""What we add to dateparser's data for a language: `lang/<code>/forms.yml`.

Every key may be missing. Forms are separated by `|`; lists of single words by white space. These
are the keys for names and figures; `phrases` has those for wordings.

    months, weekdays   more forms by number, January and Monday 1
    relative           more forms by distance ("-2 day: anteayer | antes de ayer")
    units, numbers     more forms by unit ("week: semana") and by value
    joining            words that join the parts of a date ("de" in "16 de marzo de 2014")
    before, after      words beside a month, weekday or year that make it one ("in 1984")
    year, year_before  words after and before the figures of a year ("2014 року", "año 2014")
    traps              forms that are common words too: they need a number or a word of `before`
    plain              short forms that are no common words: they need nothing
    wrong              forms of the data that are left out
    not_after          words after which a relative word is another ("la mañana")
    ahead              words before a number of units that are still to come ("fra tre giorni")
    last, next         words beside a weekday ("pasado", "próximo")
    unnumbered         true: a unit alone counts as one ("неделю назад")
    small              true: a month or weekday with a capital letter is a name
    capitalised        true: weekdays begin with a capital letter, else they are ordinals
    open_end           true: endings may follow a form ("16일에")
    eras               names before a year and what to add to it
    buddhist           true: years from 2400 on are 543 ahead
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from timeline.temporal.locales.phrases import LISTS, SWITCHES, TABLES, Phrases, phrases, split

FOLDER = Path(__file__).parents[1] / "lang"


@dataclass(frozen=True, slots=True)
class Forms:
    """The additions of one language; see the head of this module."""

    months: Mapping[str, int] = field(default_factory=dict)
    weekdays: Mapping[str, int] = field(default_factory=dict)
    relative: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    numbers: Mapping[str, int] = field(default_factory=dict)
    joining: tuple[str, ...] = ()
    before: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    year: tuple[str, ...] = ()
    year_before: tuple[str, ...] = ()
    traps: frozenset[str] = frozenset()
    plain: frozenset[str] = frozenset()
    wrong: frozenset[str] = frozenset()
    not_after: frozenset[str] = frozenset()
    ahead: tuple[str, ...] = ()
    last: tuple[str, ...] = ()
    next: tuple[str, ...] = ()
    unnumbered: bool = False
    small: bool = False
    capitalised: bool = False
    open_end: bool = False
    eras: Mapping[str, int] = field(default_factory=dict)
    buddhist: bool = False
    phrases: Phrases = field(default_factory=Phrases)


@cache
def forms(name: str) -> Forms:
    """The additions for a language by dateparser's name, else those of its first part."""
    for code in (name, name.split("-")[0]):
        path = FOLDER / code / "forms.yml"
        if path.is_file():
            return _read(path)
    return Forms()


def _read(path: Path) -> Forms:
    """ValueError, with file and key, where a key or a meaning can't be."""
    import yaml  # only languages with additions need it

    found: dict[str, Any] = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader) or {}
    told: dict[str, Any] = {}
    try:
        told["phrases"] = phrases(found)
        for key, value in found.items():
            if key not in {*TABLES, *LISTS, *SWITCHES}:
                told[key] = _told(key, value)
    except ValueError as error:
        raise ValueError(f"{path}: {error}; see locales/forms.py and phrases.py") from error
    return Forms(**told)


def _told(key: str, value: Any) -> Any:
    """The meaning of one key."""
    if key not in Forms.__dataclass_fields__:
        raise ValueError(f"{key} is no key")
    if key in ("months", "weekdays"):
        first = 0 if key == "months" else 1
        return {form: int(n) - first for n, form in _forms(value)}
    if key == "relative":
        return {form: _away(away) for away, form in _forms(value)}
    if key in ("numbers", "units"):
        return {form: what for what, form in _forms(value)}
    if key in ("before", "after", "traps", "plain", "wrong", "not_after"):
        return frozenset(split(value))
    return split(value) if isinstance(value, str) else value


def _forms(table: Mapping[Any, str]) -> Iterator[tuple[Any, str]]:
    """(meaning, form) of a table "meaning: form | form"."""
    for meaning, text in table.items():
        yield from ((meaning, form.strip()) for form in text.split("|") if form.strip())


def _away(text: str) -> tuple[str, int]:
    amount, unit = text.split()
    return unit, int(amount)
