"""The locale data that dateparser ships, read without importing dateparser.

dateparser keeps one file of plain data a language: names of months and weekdays, units, relative
phrases, the order of figures. Importing any module of it runs the whole package (a third of a
second); its data files import nothing, so they are loaded by themselves.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, cast

from timeline.temporal.nodes import Unit

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
UNITS: tuple[Unit, ...] = ("minute", "hour", "day", "week", "month", "year", "decade")
UNSPACED = frozenset({"th", "lo", "km", "my", "bo", "dz"})  # besides those that the data marks
_TOLD = re.compile(r"(in )?(\d+) (\w+)( ago)?")
_COUNT = r"(\d++[.,]?\d*+)"
_RENAMED = {
    "no": "nb", "iw": "he", "in": "id", "ji": "yi", "mo": "ro", "sh": "sr-Latn", "cmn": "zh",
    "zh-tw": "zh-Hant", "zh-hk": "zh-Hant", "zh-mo": "zh-Hant",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Counted:
    """Words around a number: "for {n} dagar sedan". `sign` is -1 for ago, 1 for to come."""

    before: str
    after: str
    unit: Unit
    sign: int


@dataclass(frozen=True, slots=True)
class Locale:
    """One locale: form -> meaning, in the spelling of the data.

    Months count from 1, weekdays from 0 (Monday). `relative` has the unit and how many of them
    away, `now` the words for this moment, `numbers` the number words, `ago` further words for
    -1 beside those in `counted`.
    """

    code: str
    order: str
    spaced: bool
    months: Mapping[str, int] = field(default_factory=dict)
    weekdays: Mapping[str, int] = field(default_factory=dict)
    units: Mapping[str, Unit] = field(default_factory=dict)
    relative: Mapping[str, tuple[Unit, int]] = field(default_factory=dict)
    now: frozenset[str] = frozenset()
    counted: tuple[Counted, ...] = ()
    numbers: Mapping[str, int] = field(default_factory=dict)
    ago: tuple[str, ...] = ()
    joining: tuple[str, ...] = ()


@cache
def codes() -> Mapping[str, str]:
    """Lower-case code -> code as dateparser spells it, of every language with data."""
    return {path.stem.lower(): path.stem for path in _folder().glob("[a-z]*.py")}


def name_of(code: str) -> str:
    """dateparser's name for a language code, "pt-BR" -> "pt"; empty where it has no data."""
    parts = code.lower().replace("_", "-").split("-")
    for size in range(len(parts), 0, -1):
        short = "-".join(parts[:size])
        found = codes().get(_RENAMED.get(short, short).lower())
        if found:
            return found
    return ""


@lru_cache(maxsize=256)
def locale(code: str) -> Locale | None:
    """The data of a language, with the changes of its region ("en-ZA"); None where it has none."""
    name = name_of(code)
    if not name:
        return None
    info = dict(_info(name))
    info.update(_regional(info, code))
    return _read(name, info)


def _folder() -> Path:
    """Where the data lies. find_spec doesn't run a top-level package."""
    spec = importlib.util.find_spec("dateparser")
    if spec is None or spec.origin is None:
        return Path("/nonexistent")
    return Path(spec.origin).parent / "data" / "date_translation_data"


@cache
def _info(name: str) -> Mapping[str, Any]:
    spec = importlib.util.spec_from_file_location(f"_locale_{name}", _folder() / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return cast(Mapping[str, Any], module.info)


def _regional(info: Mapping[str, Any], code: str) -> Mapping[str, Any]:
    """What the region of a code changes: order of figures, more forms."""
    wanted = code.lower().replace("_", "-")
    for name, changes in info.get("locale_specific", {}).items():
        if name.lower() == wanted:
            return {k: _merged(info.get(k), v) for k, v in changes.items()}
    return {}


def _merged(old: Any, new: Any) -> Any:
    if isinstance(old, list) and isinstance(new, list):
        return [*new, *old]
    if isinstance(old, dict) and isinstance(new, dict):
        return old | {k: _merged(old.get(k), v) for k, v in new.items()}
    return new


def _read(name: str, info: Mapping[str, Any]) -> Locale:
    english = frozenset() if name == "en" else _english()
    relative: dict[str, set[tuple[Unit, int]]] = {}
    now: set[str] = set()
    for key, forms in info.get("relative-type", {}).items():
        told = _TOLD.fullmatch(key)
        if told is None or bool(told[1]) == bool(told[4]):
            continue
        own = [form for form in forms if form not in english]
        if told[3] == "second" and told[2] == "0":
            now.update(own)
        elif told[3] in UNITS and (told[2] != "0" or told[3] not in ("hour", "minute")):
            away = int(told[2]) * (-1 if told[4] else 1)
            for form in own:
                relative.setdefault(form, set()).add((cast(Unit, told[3]), away))
    return Locale(
        name,
        info.get("date_order", "DMY"),
        not info.get("no_word_spacing") and name not in UNSPACED,
        _names(info, MONTHS, 1),
        _names(info, WEEKDAYS, 0),
        {form: unit for unit in reversed(UNITS) for form in info.get(unit, ())},
        # a form with two meanings ("कल": yesterday or tomorrow) can't be dated
        {form: next(iter(said)) for form, said in relative.items() if len(said) == 1},
        frozenset(now),
        tuple(_counted(info.get("relative-type-regex", {}))),
        dict(_numbers(info.get("simplifications", ()))),
        tuple(info.get("ago", ())),
        tuple(info.get("pertain", ())),
    )


def _english() -> frozenset[str]:
    """The English phrases that stand in for missing ones in a hundred locales."""
    return frozenset(f for forms in _info("en")["relative-type"].values() for f in forms)


def _names(info: Mapping[str, Any], keys: tuple[str, ...], first: int) -> dict[str, int]:
    return {form: n for n, key in enumerate(keys, first) for form in info.get(key, ())}


def _counted(patterns: Mapping[str, Iterable[str]]) -> Iterable[Counted]:
    for key, forms in patterns.items():
        words = key.replace("in ", "").replace(" ago", "").split()
        if len(words) != 2 or words[1] not in UNITS:
            continue
        sign = -1 if key.endswith(" ago") else 1
        for form in forms:
            before, count, after = form.partition(_COUNT)
            if count and not re.search(r"[\\()\[\]?*+|−-]", before + after):
                yield Counted(before.strip(), after.strip(), words[1], sign)


def _numbers(simplifications: Iterable[Mapping[str, str]]) -> Iterable[tuple[str, int]]:
    """Number words: the data spells their inflections as alternatives, "дв(а|е|ух)"."""
    for one in simplifications:
        for pattern, value in one.items():
            if value.isdigit() and not re.search(r"[\\\[\]*+^$.{}<=]|\d", pattern):
                yield from ((word, int(value)) for word in _spelled(pattern.replace("?:", "")))


def _spelled(pattern: str) -> list[str]:
    """Every string that letters, (a|b) and (a)? can spell."""
    found = [""]
    for part in re.findall(r"\([^()]*\)\??|[^()|]\??|\|", pattern):
        if part == "|":
            rest = pattern[pattern.index("|") + 1 :]
            return [*found, *_spelled(rest)]
        optional, part = part.endswith("?"), part.removesuffix("?")
        choices = part[1:-1].split("|") if part.startswith("(") else [part]
        found = [head + tail for head in found for tail in choices + [""] * optional]
    return found
