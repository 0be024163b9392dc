"""What a page writes for a day -> EDTF. The local day stays as it is written, whatever its zone."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from timeline.intake.article import DateFound

EITHER = "day and month could be the other way round"
_ISO = re.compile(
    r"([12]\d{3})-?([01]\d)-?([0-3]\d)(?:[T ]+\d{1,2}:?\d{2}.{0,30})?", re.ASCII | re.DOTALL
)
_YEAR_FIRST = re.compile(r"([12]\d{3})[/.]([01]?\d)[/.]([0-3]?\d)(?:\D.{0,30})?", re.ASCII)
# 03/04/2015, and with hyphens or a short year; dots stand between day and month everywhere.
_NUMERIC = re.compile(
    r"(?<![\d/.:-])([0-3]?\d)([/-])([0-3]?\d)\2((?:[12]\d)?\d\d)(?![\d/-])", re.ASCII
)
_MONTH = re.compile(r"([12]\d{3})[-/.]([01]\d)", re.ASCII)
# "Tue Mar  4 09:12:33 CET 2008", as mail archives and system logs have it.
_CTIME = re.compile(
    r"(?:[a-z]{3},? )?([a-z]{3}) ([0-3]?\d) [\d:]{5,8} (?:[a-z+\d:-]{1,6} )?([12]\d{3})",
    re.ASCII | re.IGNORECASE,
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_UNIX = re.compile(r"1?\d{9}(?:\d{3}|\.\d+)?", re.ASCII)
_LONG = 120  # characters; longer ones are text, and no day
_FIRST = "1600"  # printed news begins about then; a page that says earlier gives no day of its own
_EMPTY = ("1970-01-01", "1969-12-31", "1899-12-30", "1900-01-01")  # what programs write for none


def found(
    text: str | None, basis: str, *, language: str = "en", latest: str | None = None
) -> tuple[DateFound, ...]:
    """The day that a value names; both, unsure and the likelier first, where it could be two."""
    if one := day(text, language=language, latest=latest):
        return (DateFound(one, basis),)
    both = either(text, language=language, latest=latest)
    unsure = f"{basis}; {EITHER}" if len(both) == 2 else f"{basis}, in short figures"
    return tuple(DateFound(one, unsure, False) for one in both)


def day(text: str | None, *, language: str = "en", latest: str | None = None) -> str | None:
    """The day (or month) that a value names, as EDTF; None where that is none, or is ambiguous.

    `latest` is the day of retrieval: what is given as later is no day of this page.
    """
    written = " ".join((text or "").split())
    if not written or len(written) > _LONG:
        return None
    numeric = _NUMERIC.search(written)
    named = _digits(written) or _unix(written)
    if named is None and numeric:
        both = either(written, language=language, latest=latest)
        named = both[0] if len(both) == 1 and len(numeric[4]) == 4 else None
    elif named is None:
        named = _words(written, language)
    if named is None or named < _FIRST or named in _EMPTY:
        return None
    return None if latest and named[: len(latest)] > latest else named


def either(text: str | None, *, language: str = "en", latest: str | None = None) -> tuple[str, ...]:
    """The days that the figures in a text can name, the likelier first.

    A weekday beside them, and the day of retrieval, may leave one. 03/04/2015 is the third of
    April but for those who write the month first, as the language's country does.
    """
    written = " ".join((text or "").split())[:_LONG]
    dated = _NUMERIC.search(written)
    if dated is None:
        return ()
    year = dated[4] if len(dated[4]) == 4 else f"{'19' if dated[4] > '69' else '20'}{dated[4]}"
    both = [_valid(year, dated[3], dated[1]), _valid(year, dated[1], dated[3])]
    if _is_month_first(language):
        both.reverse()
    possible = [one for one in dict.fromkeys(both) if one and not (latest and one > latest)]
    weekdays = _weekdays(language)
    said = {weekdays[word] for word in re.findall(r"[^\W\d_]+", written.casefold())
            if word in weekdays}  # fmt: skip
    fitting = [one for one in possible if dt.date.fromisoformat(one).weekday() in said]
    return tuple(fitting if len(fitting) == 1 and len(said) == 1 else possible)


def readings(text: str, value: str, *, language: str, latest: str | None) -> tuple[str, ...]:
    """Both days of the first figures in a long text that can mean `value` and another day."""
    for dated in _NUMERIC.finditer(text):
        both = either(dated[0], language=language, latest=latest)
        if value in both and len(both) == 2:
            return both
    return ()


def swapped(value: str) -> str:
    """A day with its figures of month and day in each other's place."""
    return f"{value[:5]}{value[8:10]}-{value[5:7]}"


def _digits(text: str) -> str | None:
    for pattern in (_ISO, _YEAR_FIRST):
        if found := pattern.fullmatch(text):
            return _valid(*found.groups())
    if found := _MONTH.fullmatch(text):
        return f"{found[1]}-{found[2]}" if 1 <= int(found[2]) <= 12 else None
    if (found := _CTIME.fullmatch(text)) and found[1].lower() in _MONTHS:
        return _valid(found[3], str(_MONTHS.index(found[1].lower()) + 1), found[2])
    return None


@lru_cache(maxsize=64)
def _is_month_first(language: str) -> bool:
    """By the short dates of the language and its country ("en-GB"); English alone is American."""
    from babel import Locale, UnknownLocaleError

    for tag in (language.replace("-", "_"), re.split("[-_]", language)[0]):
        try:
            return str(Locale.parse(tag).date_formats["short"].pattern).startswith("M")
        except (UnknownLocaleError, ValueError, TypeError):
            continue
    return False


@lru_cache(maxsize=64)
def _weekdays(language: str) -> dict[str, int]:
    from timeline.temporal.locales.data import locale

    known = locale(language)
    names = known.weekdays.items() if known else ()
    # "we" and "do" are words before they are weekdays.
    return {name.casefold(): n for name, n in names if len(name) > 2 or not name.isascii()}


def _unix(text: str) -> str | None:
    """Seconds or milliseconds since 1970, which programs count in UTC."""
    if not _UNIX.fullmatch(text):
        return None
    seconds = float(text)
    seconds = seconds / 1000 if seconds > 1e11 else seconds
    return dt.datetime.fromtimestamp(seconds, dt.UTC).date().isoformat()


def _words(text: str, language: str) -> str | None:
    """A day in the words of the page's language; one alone, since two would be a range."""
    from timeline.temporal import tag  # the grammar of a language, only where a day is in words

    found = {
        mention.when.split("T")[0]
        for mention in tag(text, published=None, language=language)
        if mention.when and re.match(r"\d{4}-\d{2}-\d{2}(?:T|$)", mention.when)
    }
    return found.pop() if len(found) == 1 else None


def _valid(year: str, month: str, day: str) -> str | None:
    try:
        return dt.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
