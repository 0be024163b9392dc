"""How a date is said to readers, in the language of the page.

Months, weekdays, eras, the order of the parts and the short form of ranges are CLDR's, through
babel. What CLDR lacks (about, before, since, seasons, centuries ...) stands in
`locale/<language>.toml`, beside the words of the interface (`timeline.site.labels`); a language
without such a file takes the English words. A new language is one new file; `locale/en.toml`
explains the keys.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from babel import Locale, UnknownLocaleError

from timeline.when import Moment, When

_FIELD = re.compile(r"'([^']*)'|([yMLdEHhKkmsa])\2*")
_ROMAN = {100: "C", 90: "XC", 50: "L", 40: "XL", 10: "X", 9: "IX", 5: "V", 4: "IV", 1: "I"}
_NOON = 12
_OWN = ("language", "cldr", "weekday", "hour")  # of a file itself: English has none for others


@dataclass(frozen=True, slots=True)
class Words:
    """CLDR's data for a language, and our own words for what CLDR does not say."""

    locale: Locale
    table: Mapping[str, Any]

    def get(self, key: str, precision: str, *, inflected: bool = False) -> str:
        """A pattern, the inflected one where asked for and there; may differ by precision."""
        if inflected and key in self.table.get("inflected", ()):
            found = self.table["inflected"][key]
        else:
            found = self.table.get(key, "{}")
        if isinstance(found, str):
            return found
        return str(found.get(precision, found["default"]))


@lru_cache(maxsize=64)
def word_file(language: str) -> Mapping[str, Any] | None:
    """What stands in the language's file, that of the region ("pt-BR") first; None without one."""
    tag = language.replace("_", "-").lower()
    for code in (tag, tag.partition("-")[0]):
        # The code becomes part of a file name, so it must be no more than letters.
        if not re.fullmatch(r"[a-z]{2,3}(-[a-z]{2,4})?", code):
            continue
        file = resources.files("timeline") / "locale" / f"{code}.toml"
        if file.is_file():
            return tomllib.loads(file.read_text("utf-8"))
    return None


@lru_cache(maxsize=64)
def words(language: str) -> Words:
    """The words for a language tag ("en", "en-US", "pt_BR"); English where it is not known."""
    tag = language.replace("-", "_")
    table = dict(word_file(language) or word_file("en") or {})
    for key, said in (word_file("en") or {}).items():
        if isinstance(said, str) and key not in _OWN:
            table.setdefault(key, said)
    if tag.lower() == table["language"]:
        tag = table["cldr"]
    try:
        locale = Locale.parse(tag)
    except (UnknownLocaleError, ValueError):
        locale = Locale.parse(table["cldr"])
    return Words(locale, table)


@lru_cache(maxsize=32768)  # a site says the same dates on many pages and in every export
def display(when: When, language: str = "en", *, weekday: bool = False) -> str:
    """The date in words; `weekday` names the day of the week where a single day is known."""
    said = words(language)
    text = _phrase(when, said, weekday=weekday, inflected=False)
    return " ".join(re.split("[\u2009\u202f ]", text))  # CLDR's thin spaces are lost in feeds


def _phrase(when: When, said: Words, *, weekday: bool, inflected: bool) -> str:
    if when.precision == "interval":
        return _interval(when, said)
    plain = _plain(when, said, weekday=weekday, inflected=inflected)
    forms = plain if inflected else _plain(when, said, weekday=False, inflected=True)
    return _qualified(when, said, plain, forms)


def _qualified(when: When, said: Words, plain: str, inflected: str) -> str:
    if not (when.approximate or when.uncertain):
        return plain
    key = "both" if when.approximate and when.uncertain else "about"
    pattern = said.get(key if when.approximate else "possibly", when.precision)
    return _fill(pattern, said, plain, inflected)


def _fill(pattern: str, said: Words, plain: str, inflected: str) -> str:
    text = pattern.replace("{inflected}", inflected).replace("{date}", plain)
    for apart, joined in said.table.get("contract", {}).items():
        text = text.replace(apart, joined)
    return text


def _plain(when: When, said: Words, *, weekday: bool, inflected: bool) -> str:
    first = when.earliest
    if first is None:
        return _without_year(when, said)
    match when.precision:
        case "season" | "quarter" | "quadrimester" | "half":
            part = when.part or 0
            part = 21 + (part - 21) % 4 if part <= 32 else part  # spring is spring, south or north
            return _with_year(str(part), first, said, inflected=inflected)
        case "decade" | "century" | "millennium":
            return _age(when, first, said, inflected=inflected)
        case "year":
            return _with_year("year", first, said, inflected=inflected)
        case "month":
            text = _month(first, said, inflected=inflected)
        case _:
            text = _day(first, said, weekday=weekday and not inflected)
    if when.precision in ("day", "month"):
        return said.get(when.precision, "", inflected=inflected).replace("{}", text)
    joined = str(said.locale.datetime_formats["medium"])
    return joined.replace("{1}", text).replace("{0}", _clock(when, said))


def _without_year(when: When, said: Words) -> str:
    """XXXX-12-25 is a day of every year, as far as it is known."""
    found = re.fullmatch(r"XXXX-([0-9]{2})(?:-([0-9]{2}))?", when.text)
    if found is None:
        return str(said.table["unknown"])
    day = found[2] or ""
    moment = (2000, int(found[1]), int(day or 1), 0, 0, 0)
    pattern = str(said.locale.datetime_skeletons["MMMMd"]) if day else "LLLL"
    return _format(pattern, moment, said)


def _with_year(key: str, moment: Moment, said: Words, *, inflected: bool) -> str:
    """Our own pattern around the year as CLDR writes it."""
    year = _format(str(said.locale.datetime_skeletons["y"]), moment, said)
    return _era(said.get(key, "", inflected=inflected).replace("{}", year), moment, said)


def _era(text: str, moment: Moment, said: Words) -> str:
    """Add BC, or AD to years of one or two digits, on the side where the language has it."""
    if moment[0] >= 100:
        return text
    return _with_era(text, said.locale.eras["abbreviated"][int(moment[0] > 0)], said)


def _with_era(text: str, era: str, said: Words) -> str:
    """ "44 BC", "公元前44年": CLDR knows the side, and whether a space stands between."""
    pattern = str(said.locale.datetime_skeletons["Gy"])
    if pattern.startswith("G"):
        return f"{era} {text}" if pattern.startswith("G ") else f"{era}{text}"
    return f"{text} {era}"


def _age(when: When, first: Moment, said: Words, *, inflected: bool) -> str:
    """A decade, century or millennium. BC, the nth century is the years n00 to (n-1)01."""
    year, precision = first[0], when.precision
    era = said.locale.eras["abbreviated"][0]
    if precision == "decade":
        start = year // 10 * 10
        if year < 0:  # "the 40s BC" would be 49 to 40, and -004X is 50 to 41
            last = when.latest[0] if when.latest else year
            return _with_era(f"{1 - year}–{1 - last}", era, said)
        pattern = said.get("decade", "", inflected=inflected)
        return pattern.replace("{}", str(start)).replace("{last}", str(start + 9))
    size = 100 if precision == "century" else 1000
    number = year // size + 1 if year >= 0 else -((year - 1) // size)
    shown = _roman(number) if said.table.get("numerals") == "roman" else str(number)
    ordinals = {"other": "{}", **said.table.get("ordinal", {})}
    ordinal = ordinals.get(said.locale.ordinal_form(number), ordinals["other"]).replace("{}", shown)
    text = said.get(precision, "", inflected=inflected).replace("{}", ordinal)
    return text if year >= 0 else _with_era(text, era, said)


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN.items():
        text += letters * (number // value)
        number %= value
    return text


def _month(moment: Moment, said: Words, *, inflected: bool) -> str:
    pattern = str(said.locale.datetime_skeletons["yMMMM"])
    if inflected and said.table.get("months_inflect"):
        pattern = pattern.replace("LLLL", "MMMM")
    return _era(_format(pattern, moment, said), moment, said)


def _day(moment: Moment, said: Words, *, weekday: bool) -> str:
    named = weekday and 1 <= moment[0] <= 9999
    pattern = said.locale.date_formats["full" if named else "long"].pattern
    if named and str(said.locale) == said.table["cldr"]:
        pattern = said.table.get("weekday", pattern)
    return _era(_format(pattern, moment, said), moment, said)


def _clock(when: When, said: Words) -> str:
    if when.precision == "hour":
        pattern = said.table.get("hour", "HH:mm")
    else:
        name = "medium" if when.precision == "second" else "short"
        pattern = said.locale.time_formats[name].pattern
    zone = "" if not when.offset else " UTC" + when.offset.strip("Z").replace("-", "−")
    return _format(pattern, when.earliest or (0, 1, 1, 0, 0, 0), said) + zone


def _interval(when: When, said: Words) -> str:
    start, end = when.start, when.end
    if start is None or end is None:
        known = start or end
        assert known is not None  # an interval without any end does not parse
        unknown = not when.text.endswith("..") if start else not when.text.startswith("..")
        key = ("from" if unknown else "since") if start else ("until" if unknown else "before")
        form = _phrase(known, said, weekday=False, inflected=True)
        plain = _phrase(known, said, weekday=False, inflected=False)
        return _fill(said.get(key, known.precision), said, plain, form)
    alike = (start.approximate, start.uncertain) == (end.approximate, end.uncertain)
    text = _range(start, end, said) if alike else None
    if text is not None:
        return _qualified(when, said, text, text)
    ends = (_phrase(one, said, weekday=False, inflected=False) for one in (start, end))
    return " – ".join(ends)


def _range(start: When, end: When, said: Words) -> str | None:
    """Two ends said together ("16–18 March 2014"), or None where they can't be."""
    first, last = start.earliest, end.earliest
    if first is None or last is None or start.precision != end.precision:
        return None
    if start.text == end.text:
        return _plain(start, said, weekday=False, inflected=False)
    if start.precision in ("hour", "minute", "second") and start.day == end.day:
        said_first = _plain(start, said, weekday=False, inflected=False)
        return f"{said_first}–{_clock(end, said)}" if start.offset == end.offset else None
    if start.precision not in ("day", "month", "year") or first[0] < 100:
        return None
    if _is_week(start, end):
        day = _day(first, said, weekday=False)
        return str(said.table["week"]).replace("{}", day)
    differs = "yMd"[next(n for n in range(3) if first[n] != last[n])]
    for name in {"day": ("yMMMMd", "yMMMd"), "month": ("yMMMM",), "year": ("y",)}[start.precision]:
        found = said.locale.interval_formats.get(name, {}).get(differs)
        if found:
            left, right = (re.sub("M{3,4}", "MMMM", part.replace("dd", "d")) for part in found)
            text = _format(left, first, said) + _format(right, last, said)
            if differs == "d":  # two days of a month stand close: 16–18
                text = re.sub(r"\s*–\s*", "–", text)
            return said.get("years", "").replace("{}", text) if name == "y" else text
    return None


def _is_week(start: When, end: When) -> bool:
    monday, sunday = start.day, end.day
    if monday is None or sunday is None or start.precision != "day":
        return False
    return monday.weekday() == 0 and sunday - monday == dt.timedelta(days=6)


def _format(pattern: str, moment: Moment, said: Words) -> str:
    """Fill a CLDR pattern; babel's own formatter stops at the years 1 and 9999."""
    return _FIELD.sub(lambda found: _field(found, moment, said), pattern)


def _field(found: re.Match[str], moment: Moment, said: Words) -> str:
    if found[1] is not None:
        return found[1]
    year, month, day, hour, minute, second = moment
    locale, letters = said.locale, found[0]
    match letters[0]:
        case "y":
            return str(year if year > 0 else 1 - year)
        case "M" | "L" if len(letters) > 2:
            use = "stand-alone" if letters[0] == "L" else "format"
            return str(locale.months[use]["wide"][month])
        case "E":
            return str(locale.days["format"]["wide"][dt.date(year, month, day).weekday()])
        case "a":
            return str(locale.day_periods["format"]["abbreviated"]["pm" if hour >= 12 else "am"])
        case "d" if day == 1 and "first_day" in said.table:
            return str(said.table["first_day"])
    numbers = {"M": month, "L": month, "d": day, "H": hour, "m": minute, "s": second}
    numbers |= {"h": hour % _NOON or _NOON, "K": hour % _NOON, "k": hour or 24}
    return f"{numbers[letters[0]]:0{len(letters)}}"
