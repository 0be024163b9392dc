"""What a date that isn't EDTF was likely meant to be, for the hint of an error message.

Only dates that can be read in one way are suggested; 3/4/2014 is answered with the form alone.
"""

from __future__ import annotations

import datetime as dt
import re

from timeline.errors import WhenError
from timeline.when import MONTHS, read

FORMS = "2014, 2014-03, 2014-03-16, 2014-03-16/2014-03-18, 2014~ (about), ../2014 (before)"

_MONTHS = {month[:3].lower(): number for number, month in enumerate(MONTHS, start=1)}
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_MONTH = r"(?P<m>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY = r"(?P<d>[0-9]{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<y>[0-9]{1,4})"
_ABOUT = re.compile(r"(?:about|around|circa|ca?\.?|approx\.?|approximately)\s*(?=[0-9a-z])")

# Each is tried on the whole lower-case text; the named groups say what was written.
_SPELLINGS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<y>[0-9]{4})[-/. ](?P<m>[0-9]{1,2})(?:[-/. ](?P<d>[0-9]{1,2}))?",
        rf"{_DAY} (?:of )?{_MONTH},? {_YEAR}",
        rf"{_MONTH} {_DAY},? {_YEAR}",
        rf"{_MONTH},? (?:of )?{_YEAR}",
        r"(?P<m>[0-9]{1,2})/(?P<y>[0-9]{4})",
        r"(?P<d>[0-9]{1,2})\.(?P<m>[0-9]{1,2})\.(?P<y>[0-9]{4})",
        r"(?P<y>[0-9]{4})(?P<m>[0-9]{2})(?P<d>[0-9]{2})",
        rf"(?P<season>spring|summer|autumn|fall|winter),? (?:of )?{_YEAR}",
        rf"q(?P<quarter>[1-4]),? {_YEAR}|(?P<y2>[0-9]{{4}})-?q(?P<q2>[1-4])",
        rf"ad ?{_YEAR}|(?P<y2>[0-9]{{1,4}}) ?(?:ad|ce)",
        r"(?P<decade>[0-9]{3})0'?s",
        r"(?P<century>[0-9]{1,2})(?:st|nd|rd|th)[ -]century",
        r"y(?P<y>[0-9]{4})|(?P<long>-?[0-9]{5,12})",
        r"(?P<y>[0-9]{4})-?w(?P<week>[0-9]{2})",
    )
)


def suggest(text: str) -> str:
    """A hint: the EDTF this text was likely meant to be, else the forms there are."""
    found = _read(" ".join(text[:80].lower().split()))
    return f"write {found}" if found else FORMS


def _read(text: str) -> str | None:
    if not text:
        return None
    for word, form in (("before ", "../{}"), ("until ", "../{}"), ("since ", "{}/..")):
        if text.startswith(word):
            inner = _read(text.removeprefix(word))
            return _valid(form.format(inner)) if inner else None
    about = _ABOUT.match(text)
    if about:
        inner = _read(text[about.end() :])
        return _valid(f"{inner}~") if inner else None
    for pattern in _SPELLINGS:
        match = pattern.fullmatch(text)
        if match:
            found = _valid(_edtf({k: v for k, v in match.groupdict().items() if v}))
            if found:
                return found
    return _before_christ(text) or _range(text) or _known(text)


def _edtf(said: dict[str, str]) -> str:
    year = said.get("y") or said.get("y2") or "0"
    if "season" in said:
        return f"{int(year):04}-{_SEASONS[said['season']]}"
    if "quarter" in said or "q2" in said:
        return f"{int(year):04}-{32 + int(said.get('quarter') or said['q2'])}"
    if "decade" in said:
        return f"{said['decade']}X"
    if "century" in said:
        return f"{int(said['century']) - 1:02}XX"
    if "week" in said:
        return _week(int(year), int(said["week"]))
    if "long" in said:
        return f"Y{said['long']}"
    month = said.get("m", "")
    number = _MONTHS.get(month) or int(month or 0)
    parts = [f"{int(year):04}"]
    parts += [f"{number:02}"] if month else []
    parts += [f"{int(said['d']):02}"] if "d" in said else []
    return "-".join(parts)


def _week(year: int, week: int) -> str:
    """An ISO week as the interval from Monday to Sunday; empty where the year has no such week."""
    try:
        days = [dt.date.fromisocalendar(year, week, day) for day in (1, 7)]
    except ValueError:
        return ""
    return "/".join(day.isoformat() for day in days)


def _before_christ(text: str) -> str | None:
    """Years before 1 are astronomical: one less than the year BC, with a minus."""
    head, sep, _ = re.sub(r"\b(b\.? ?c\.?(?: ?e\.?)?)$", "|", text).rpartition("|")
    head = head.strip()
    if not sep or not head:
        return None
    found = f"{int(head):04}" if re.fullmatch(r"[0-9]{1,4}", head) else _read(head)
    if not found or not re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", found):
        return None
    year = 1 - int(found[:4])
    return _valid((f"{year:04}" if year >= 0 else f"-{-year:04}") + found[4:])


def _range(text: str) -> str | None:
    start, dash, end = re.sub(
        r" ?(?:–|—| - |(?<=[0-9]{4})-(?=[0-9]{4}$)| to |/) ?", "|", text
    ).partition("|")
    if not dash or "|" in end:
        return None
    first, last = _read(start), _read(end)
    if first and len(first) > 4 and re.fullmatch(r"[0-9]{1,2}", end):
        last = f"{first[:-2]}{int(end):02}"  # 2014-03-16/18
    elif last and len(last) == 10 and re.fullmatch(r"[0-9]{1,2}", start):
        first = f"{last[:-2]}{int(start):02}"  # 16-18 March 2014
    return _valid(f"{first}/{last}") if first and last else None


def _known(text: str) -> str | None:
    """Capitals and spaces aside, it may be EDTF already: 199x, 2014-03-16 14:30."""
    return _valid(re.sub(r"(?<=[0-9]) (?=[0-9]{2}:)", "T", text.upper()))


def _valid(text: str) -> str | None:
    try:
        return read(text).text
    except WhenError:
        return None
