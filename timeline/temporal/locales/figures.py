"""Figures and gaps of compiled languages: days, years by several counts, what joins them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from timeline.temporal.locales.forms import Forms
from timeline.temporal.pattern import ANY, DIGIT, Slot

BUDDHIST = 543  # years that the Buddhist era is ahead
_NUMERALS = {c: n for n, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}
_TENS = "一二三四五六七八九十廿"
_NO_MORE = r"(?!\d|[.,]\d|\s?%)"
_ORDINAL = r"(?:\s?[.ºª°]|-[^\W\d_]{1,3}|(?:er|ter|re|th|st|nd|rd|ste|de|an?|e|[oa])(?=\s))?"


@dataclass(frozen=True, slots=True)
class Gaps:
    """What may stand between the parts of a date, as regular expressions.

    `space` stands between two words, `joining` is a word like "de" and may lack; `year_after`
    and `year_before` are words for "year", `days` for "day". `spaced`: see `Names.spaced`.
    """

    spaced: bool
    space: str
    joining: str
    year_after: str
    year_before: str
    days: str

    @property
    def ideographs(self) -> bool:
        """Whether a date may be written in Chinese numerals."""
        return "日" in self.days


def figures(gaps: Gaps, forms: Forms) -> dict[str, Slot]:
    """The slots of figures."""
    year, day = _year(gaps, forms), r"\d{1,2}"
    day_starts, year_starts = [DIGIT], [DIGIT, *(era[0] for era in forms.eras)]
    if gaps.ideographs:
        day += rf"|[{_TENS}]{{1,3}}(?=[日号號])"
        day_starts += _TENS
        year_starts += "一二"
    eras = rf"|(?:{'|'.join(map(re.escape, forms.eras))})\s?(?:元|\d{{1,3}})年" * bool(forms.eras)
    after = rf"(?:\.?{gaps.space}{gaps.year_after})"
    worded = forms.year or not gaps.spaced

    def said_year(said: str) -> int | None:
        return year_of(said, forms)

    return {
        "day": _slot(rf"(?:{day})(?!:\d){_NO_MORE}{_ORDINAL * gaps.spaced}", _day, *day_starts),
        "dayword": _slot(_day_with_word(gaps, day), _day, *day_starts),
        "year": _slot(f"(?:{year}{_NO_MORE}{after}?{eras})", said_year, *year_starts),
        "wordyear": _slot(f"(?:{year}{after}{eras})", said_year, *(year_starts if worded else ())),
        "fouryear": _slot(r"(?:1\d{3}|20\d{2})(?!\d)", int, DIGIT),
        "to": _slot(r"\s?[-–—]\s?", lambda said: "range", DIGIT),
        "n": _slot(r"\d{1,2}(?!\d)", int, DIGIT),
        "two": _slot(r"\d{2}(?!\d)", int, DIGIT),
        "four": _slot(r"\d{4}(?!\d)", int, DIGIT),
        "yy": _slot(r"\d{2}(?!\d)", _short_year, DIGIT),
    }


def between(gaps: Gaps) -> dict[str, Slot]:
    """The slots of gaps: after a day, a month, a year and a weekday; what follows a day."""
    stop = r"\.?\s{1,3}|[-/.]\s?" if gaps.spaced else r"[.\s]{0,3}"
    comma = r"\.?,?\s{1,3}|[-/.,]\s?" if gaps.spaced else r"[.,\s]{0,3}"
    before_year = rf"(?:{gaps.year_before}\.?{gaps.space})?"
    regexes = {
        "dm": f"(?:{stop}){gaps.joining}'?",
        "md": f"(?:{stop}){gaps.joining}",
        "my": f"(?:{comma}){gaps.joining}{before_year}",
        "ym": f"(?:{comma}){gaps.joining}",
        "wd": rf"\.?[,،、]?{gaps.space}{gaps.joining}",
        "dafter": rf"{gaps.space}{gaps.days}\.?",
    }
    return {name: _slot(regex, lambda said: None, ANY) for name, regex in regexes.items()}


def year_after_word(words: str, gaps: Gaps, forms: Forms) -> str:
    """The regular expression of a year after a word for "year", with what joins them."""
    return rf"{words}\.?{gaps.space}{gaps.joining}{_year(gaps, forms)}{_NO_MORE}"


def year_of(said: str, forms: Forms) -> int | None:
    """The year in "2014年", "2557" of the Buddhist era, "平成26年", "二〇一四年", "año 2014"."""
    digits = re.search(r"\d+", said)
    for era, first in forms.eras.items():
        if said.startswith(era):
            return int(first) + (int(digits[0]) if digits else 1)
    if digits is None:
        return int("".join(str(_NUMERALS[c]) for c in said[:4]))
    year = int(digits[0])
    return year - BUDDHIST if forms.buddhist and year >= 2400 else year


def _year(gaps: Gaps, forms: Forms) -> str:
    buddhist = r"|2[45]\d{2}" * forms.buddhist
    chinese = "|[一二][〇零○一二三四五六七八九]{3}" * gaps.ideographs
    return rf"(?:1\d{{3}}|20\d{{2}}{buddhist}{chinese})"


def _day_with_word(gaps: Gaps, day: str) -> str:
    """A day of the running month, "16日"; not a number of days, "3日間"."""
    if gaps.ideographs:
        return rf"(?:{day})\s?[日号號](?![間间內内前後后以目本元])"
    if "일" in gaps.days:
        return r"\d{1,2}일(?!간|동안|만|째|전|후|본|정|부|상|\s?[전후])"
    return "(?!)"


def _slot(regex: str, parse: Callable[[str], object], *starts: str) -> Slot:
    return Slot(regex, frozenset((start, ANY) for start in starts), parse)


def _short_year(said: str) -> int:
    """Two digits: 00 to 49 are 20xx, 50 to 99 are 19xx."""
    return int(said) + (2000 if int(said) < 50 else 1900)


def _day(said: str) -> int:
    """The day in "16", "16th", "16日", "十六日"."""
    digits = re.match(r"\d{1,2}", said)
    if digits:
        return int(digits[0])
    tens, ten, ones = said.rstrip("日号號 ").replace("廿", "二十").partition("十")
    if not ten:
        return _NUMERALS.get(tens[:1], 0)
    return 10 * _NUMERALS.get(tens, 1) + _NUMERALS.get(ones, 0)
