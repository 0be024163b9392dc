"""What a page writes for a day -> EDTF. The local day stays as it is written, whatever its zone."""

from __future__ import annotations

import datetime as dt
import re

_ISO = re.compile(
    r"([12]\d{3})-?([01]\d)-?([0-3]\d)(?:[T ]+\d{1,2}:?\d{2}.{0,30})?", re.ASCII | re.DOTALL
)
_YEAR_FIRST = re.compile(r"([12]\d{3})[/.]([01]?\d)[/.]([0-3]?\d)(?:\D.{0,30})?", re.ASCII)
_SLASHES = re.compile(r"([0-3]?\d)/([0-3]?\d)/([12]\d{3})(?:\D.{0,30})?", re.ASCII)
_MONTH = re.compile(r"([12]\d{3})[-/.]([01]\d)", re.ASCII)
_UNIX = re.compile(r"1?\d{9}(?:\d{3}|\.\d+)?", re.ASCII)
_LONG = 120  # characters; longer ones are text, and no day
_FIRST = "1600"  # printed news begins about then; a page that says earlier gives no day of its own
_EMPTY = ("1970-01-01", "1969-12-31", "1899-12-30", "1900-01-01")  # what programs write for none


def day(text: str | None, *, language: str = "en", latest: str | None = None) -> str | None:
    """The day (or month) that a value names, as EDTF; None where that is none, or is ambiguous.

    `latest` is the day of retrieval: what is given as later is no day of this page.
    """
    written = " ".join((text or "").split())
    if not written or len(written) > _LONG:
        return None
    found = _digits(written) or _unix(written) or _words(written, language)
    if found is None or found < _FIRST or found in _EMPTY:
        return None
    return None if latest and found[: len(latest)] > latest else found


def is_ambiguous(text: str) -> bool:
    """03/04/2015 is in March or in April."""
    return len(set(either(text))) == 2


def either(text: str) -> tuple[str, ...]:
    """Both days of an ambiguous one, the day before the month first."""
    found = _SLASHES.fullmatch(text.strip())
    if found is None:
        return ()
    both = (_valid(found[3], found[2], found[1]), _valid(found[3], found[1], found[2]))
    return tuple(one for one in both if one)


def _digits(text: str) -> str | None:
    for pattern in (_ISO, _YEAR_FIRST):
        if found := pattern.fullmatch(text):
            return _valid(*found.groups())
    if found := _SLASHES.fullmatch(text):
        both = either(text)
        return None if is_ambiguous(text) or not both else both[0]
    if found := _MONTH.fullmatch(text):
        return f"{found[1]}-{found[2]}" if 1 <= int(found[2]) <= 12 else None
    return None


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
