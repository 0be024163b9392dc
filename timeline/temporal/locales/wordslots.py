"""Slots of the wordings in `phrases`: their forms as regular expressions, with the gaps they need.

A slot that stands before something holds the white space after its form, one that stands after
something the white space before it, because an apostrophe or hyphen takes that place in some
languages: "l'anno", "1980-talet".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Literal

from timeline.temporal.lang.numerals import DAY, decimal, leading, roman, romans, short_year
from timeline.temporal.locales.fold import marks
from timeline.temporal.locales.names import Names
from timeline.temporal.locales.phrases import Phrases
from timeline.temporal.pattern import ANY, DIGIT, LETTERS, Slot, Starts, shape, table
from timeline.temporal.pattern import _any_of as any_of

Where = Literal["before", "free", "after"]
NO_MORE = r"(?![\w%]|[.,]\d)"
FEW = 12  # forms of a slot up to which two words are looked up together
_BRACKETS = re.compile(r"\((.+?)\)\s?(.+)")
_JOINED = "'-’–. "
_ROMANS = {form: roman(form) for form in romans(30)}


def words(names: Names, found: Mapping[str, object], where: Where = "free") -> Slot:
    """A slot of forms -> meanings."""
    meaning: dict[str, object] = {}
    bodies: dict[str, str] = {}
    for written, value in found.items():
        led, form = _parts(written)
        form = spelled(names, form)
        if not names.key(form.lstrip(_JOINED)):
            continue
        meaning[_key(form)] = value
        bodies[f"{led}\0{form}"] = _regex(names, led, form, where)
    ordered = sorted(bodies, key=lambda one: (-len(one.partition("\0")[2]), one))
    ending = "" if where == "before" else names.end
    regex = f"(?:{'|'.join(bodies[one] for one in ordered)}){ending}" if ordered else "(?!)"
    forms = [one.partition("\0")[2] for one in ordered]
    starts = frozenset({(ANY,)}) if where == "after" and forms else _starts(names, forms)
    return Slot(regex, starts, lambda said: meaning.get(_key(said)), needs=_needs(forms))


def listed(names: Names, found: Iterable[str], where: Where = "free") -> Slot:
    """A slot of forms that mean nothing but themselves."""
    return words(names, dict.fromkeys(found, True), where)


def _starts(names: Names, forms: list[str]) -> Starts:
    """How forms begin: by two words where there are few, else by one."""
    plain = all(LETTERS.fullmatch(part) for form in forms for part in form.split())
    if names.spaced and plain and len(forms) <= FEW:
        return table(dict.fromkeys(forms)).starts
    return frozenset((names.key(form.lstrip(_JOINED)), ANY) for form in forms)


def _needs(forms: Iterable[str]) -> frozenset[str] | None:
    found = [LETTERS.findall(form) for form in forms]
    return any_of([frozenset({max(one, key=len)}) if one else None for one in found])


def _parts(written: str) -> tuple[str, str]:
    """ "(en) la actualidad" -> ("en", "la actualidad")."""
    match = _BRACKETS.fullmatch(written)
    return (match[1], match[2]) if match else ("", written)


def spelled(names: Names, form: str) -> str:
    """A form as texts have it; its full stop stays."""
    return " ".join(form.translate(names.fold).lower().split())


def _key(said: str) -> str:
    return re.sub(r"[\s.]", "", said.lower().replace("–", "-").replace("‑", "-"))


def _regex(names: Names, led: str, form: str, where: Where) -> str:
    body = _body(names, form.rstrip(".")) + (r"\.?" if form.endswith(".") else "")
    gap = r"\s{1,5}" if names.spaced else r"\s{0,5}"
    if led:
        body = rf"(?<=\b{_lead(spelled(names, led))}){body}"
    closed = not form.endswith("'")
    if where == "before":
        return body + (gap if closed and form[-1] != "-" else "")
    return gap + body if where == "after" and form[0] not in _JOINED else body


def _lead(led: str) -> str:
    tail = "" if led.endswith("'") else r"\s"
    return re.escape(led).replace(r"\ ", r"\s") + tail


def _body(names: Names, form: str) -> str:
    gap = r"\s{1,5}" if names.locale.spaced else r"\s{0,5}"
    literal = {" ": gap, "'": "['’]", "-": "[-–‑]"}
    parts = re.sub(r"\. ", ".", form)
    return "".join(r"\.\s{0,3}" if c == "." else literal.get(c) or re.escape(c) for c in parts)


def numbers(names: Names, told: Phrases) -> dict[str, Slot]:
    """Numbers in words and figures: `number` any, `hourword` up to 24 in words."""
    known = {spelled(names, form): float(n) for form, n in names.forms.numbers.items()}
    if not told.compose:  # else they are complete
        known |= {form: float(n) for form, n in names.numbers.items() if form not in known}
    ones = {form: n for form, n in known.items() if 1 <= n <= 9 and n == int(n)}
    tens = {form: n for form, n in known.items() if 20 <= n <= 90 and n % 10 == 0}
    made = dict(known)
    if told.compose:
        for ten, more in tens.items():
            for unit, less in ones.items():
                both = spelled(names, told.compose.format(tens=ten, ones=unit))
                made.setdefault(both, more + less)
    most = 7 if names.spaced else 3  # where "2014年" is a year
    figure = rf"\d{{1,3}}(?:[.\s]\d{{3}})+|\d{{1,{most}}}(?:,\d{{1,3}})?(?!\d|[.,]\d|\s?[%°])"
    joining = names.either(spelled(names, form) for form in told.list("number_of"))

    def parse(said: str) -> float | None:
        key = re.sub(rf"\s{joining}$", "", " ".join(said.lower().split()))
        return decimal(key) if key[0].isdecimal() else made.get(key)

    tail = rf"(?:\s{joining}(?=\s))?"
    regex = f"(?:{figure}|{_worded(names, known, tens, ones, told)}{names.end}){tail}"
    starts = frozenset((names.key(form), ANY) for form in (*made, "1"))
    hours = {form: int(n) for form, n in made.items() if 1 <= n <= 24 and n == int(n)}
    return {"number": Slot(regex, starts, parse), "hourword": words(names, hours)}


def _worded(
    names: Names, known: Mapping[str, float], tens: Iterable[str], ones: Iterable[str],
    told: Phrases,
) -> str:  # fmt: skip
    """Number words as a regular expression, tens and ones put together as `compose` says."""
    made = ""
    if told.compose:
        parts = {"tens": names.either(tens), "ones": names.either(ones)}
        middle = _body(names, spelled(names, re.sub(r"{\w+}", "\0", told.compose)))
        order = re.findall(r"{(\w+)}", told.compose)
        first, _, rest = middle.partition(re.escape("\0"))
        between, _, last = rest.partition(re.escape("\0"))
        made = first + parts[order[0]] + between + parts[order[1]] + last + "|"
    return f"(?:{made}{names.either(known)})"


def ordinals(names: Names, told: Phrases) -> dict[str, Slot]:
    """Ordinals in words and figures, and numerals beside a word for "century"."""
    spoken: dict[str, int] = {spelled(names, form): n for form, n in told.table("ordinals").items()}
    suffix = rf"(?:\.(?=\s)|[ºª°]|-?[^\W\d_][\w{marks()}]{{0,3}})" if names.spaced else "(?!)"

    def parse(said: str) -> int | None:
        key = " ".join(said.lower().split()).rstrip(".")
        if key[0].isdecimal():
            return leading(key)
        if key in spoken:
            return spoken[key]
        found = re.match(r"[ivxіх]+", key.removeprefix("al "))
        return _ROMANS.get(found[0].translate(_CYRILLIC)) if found else None

    numeral = r"[ivxіх]{1,6}(?:-[^\W\d_]{1,4}|e|è|º)?"
    spoken_slot = words(names, spoken)
    roman_starts = {*_ROMANS, *(form.translate(_TO_CYRILLIC) for form in _ROMANS)}
    roman_starts |= {f"{form}{s}" for form in _ROMANS for s in ("e", "è")}
    begins = shape("", parse, DIGIT, *roman_starts).starts | spoken_slot.starts
    worded = f"{numeral}|{spoken_slot.regex}"
    after = rf"(?:al\s)?(?:\d{{1,2}}[ºª°]?|{worded}){names.edge}"
    return {
        "ordinal": Slot(rf"(?:\d{{1,2}}{suffix}?|{worded}){names.end}", begins, parse),
        "numeral": Slot(after, begins | {("al", ANY)}, parse),
    }


_CYRILLIC = str.maketrans("іх", "ix")
_TO_CYRILLIC = str.maketrans("ix", "іх")


def figures() -> dict[str, Slot]:
    """Figures beside the wordings: hours, minutes, decades, years of any length."""
    return {
        "anyyear": shape(rf"[1-9]\d{{0,3}}{NO_MORE}", int, one_word=True),
        "shortyear": shape(rf"['’]\d{{2}}{NO_MORE}", short_year),
        "plainday": shape(rf"{DAY}(?!\d|[.,]\d)", int),
        "fullyear": shape(rf"(?:1\d{{3}}|20\d{{2}}){NO_MORE}", int, one_word=True),
        "short": shape(rf"\d{{2}}{NO_MORE}", short_year, one_word=True),
        "decade": shape(r"(?:1\d|20)\d0(?!\d)", int),
        "shortdecade": shape(r"['’]?[1-9]0(?!\d)", lambda t: int(t.strip("'’"))),
        "hour": shape(r"(?:2[0-4]|1\d|0?\d)(?!\d)(?:-[^\W\d_]{1,2}(?=\s))?", leading),
        "minute": shape(r"[0-5]\d(?!\d)", int),
        "slash": shape("[-–/]", lambda t: "range", "/"),
        "colon": shape(":", lambda t: True, ":"),
        "mark": shape("[:.h]", lambda t: True, ":"),
    }


def unbounded(names: Names, found: Iterable[str]) -> Slot:
    """Words that a figure may follow at once: "20h30"."""
    forms = sorted((spelled(names, form) for form in found), key=len, reverse=True)
    bodies = (_body(names, f.rstrip(".")) + r"\.?" * f.endswith(".") for f in forms)
    regex = rf"(?:{'|'.join(bodies)})(?![^\W\d])" if forms else "(?!)"
    return Slot(regex, frozenset({(ANY,)} if forms else ()), lambda said: True, needs=None)


def joint(names: Names, told: Phrases) -> Slot:
    """What joins two ends: a dash, the words for "and" and "until"."""
    lists = {spelled(names, form): "list" for form in told.list("and")}
    found = {**{spelled(names, form): "range" for form in told.list("until")}, **lists}
    regex = rf"(?:[-–—]|(?<=\s){names.either(found)}(?=\s))"
    return shape(regex, lambda said: found.get(_spaced(said), "range"), *map(names.key, found), "-")


def _spaced(said: str) -> str:
    return " ".join(said.lower().split())
