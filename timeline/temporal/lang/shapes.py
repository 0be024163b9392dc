"""The rules that all compiled languages share: how names and figures make dates.

The slots come from `compiled`; the gaps between the parts are slots too, because what may stand
there ("16 de marzo", "16-го марта", "3月16日") differs by language.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from timeline.temporal.calendar import valid
from timeline.temporal.lang.forms import Forms
from timeline.temporal.nodes import Calendar, Node, Offset, Reference
from timeline.temporal.pattern import ANY, DIGIT, Slot
from timeline.temporal.rule import Groups, Pair, Production, Rule, View

ALPHABETS = re.compile("[A-Za-z\u00c0-\u02af\u0370-\u058f\u10a0-\u10ff\u1e00-\u1fff]")
SECURE = 5  # letters from which a month's name is a date without further words
_NUMERALS = {c: n for n, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}
_YEAR = r"(?:1\d{3}|20\d{2})"
_NO_FIGURE = r"(?!\d|[.,:]\d|\s?%)"


@dataclass(frozen=True, slots=True)
class Gaps:
    """What may stand between the parts of a date, as regular expressions."""

    spaced: bool
    space: str
    joining: str
    year_after: str
    year_before: str
    days: str
    ordinal: str


@dataclass(frozen=True, slots=True)
class Guards:
    """When a match is a date, from the words of the language that stand beside it."""

    before: frozenset[str]
    after: frozenset[str]
    not_after: frozenset[str]
    sure: frozenset[str]  # names that need no other word ...
    secure: frozenset[str]  # ... if they are as long as these
    long: frozenset[str]  # names that need one
    small: bool
    spaced: bool
    marks: str

    def previous(self, view: View) -> str:
        """The word before with its marks, in lower case; empty where punctuation lies between."""
        stretch = view.text[max(0, view.start - 40) : view.start]
        found = re.search(rf"([\w{self.marks}'-]{{1,30}})\s{{0,3}}\Z", stretch)
        return found[1].lower() if found else ""

    def following(self, view: View) -> str:
        """The word after with its marks as written; empty where punctuation lies between."""
        found = re.match(
            rf"\s{{1,3}}([\w{self.marks}]{{1,30}})", view.text[view.end : view.end + 34]
        )
        return found[1] if found else ""

    def figures(self, view: View) -> bool:
        """A date that begins with a figure: no price, no longer figure before it."""
        left = view.left
        if left in "$£€¥₽₹₴₺₩+=#@_":
            return False
        inside = left in ".,:/-–" and view.start > 1 and view.text[view.start - 2].isdecimal()
        return not inside

    def numeric(self, view: View) -> bool:
        """A date in figures only stands free."""
        if view.left in "$£€¥/.-–:@#_+,=" or view.left.isdecimal():
            return False
        return not re.match(r"[/\-–:@]\w|[.,]\d", view.text[view.end : view.end + 2])

    def name(self, view: View) -> bool:
        """A month or weekday by its name alone: a long one, or beside a word that makes it one."""
        if view.left in "-@/#_." or view.right in "-@_":
            return False
        if self.small and view.said[0].isupper() and not view.opens:
            return False
        said = " ".join(view.said.lower().split()).split("/")[0].strip()
        if self.beside(view) or view.right == "'":
            return said in self.long
        return said in self.sure and said in self.secure

    def beside(self, view: View) -> bool:
        """Whether a word stands beside that makes a name or figures a date."""
        return self.previous(view) in self.before or self.following(view) in self.after

    def relative(self, view: View) -> bool:
        """A relative word that isn't another after the word before it."""
        return self.previous(view) not in self.not_after

    def year(self, view: View) -> bool:
        """Four figures alone: after a word that makes them a year, or in brackets."""
        if view.left in "$£€¥₽₹.,-/–:@#_+=%" or re.match(
            r"[%$£€\-–/@&:]|[.,]\d", view.text[view.end : view.end + 2]
        ):
            return False
        if not 1900 <= int(view.said[:4]) <= 2029:
            return False
        if view.left == "(" and view.right in "),;":
            return True
        if int(view.said[:4]) % 100 == 0 and self.following(view).islower():
            return False
        if self.before or self.after or not self.spaced:
            return self.beside(view)
        previous = self.previous(view)
        ended = view.end >= len(view.text) or view.right in ".,;:!?)।。،"
        return ended and previous.isalpha()


def figures(gaps: Gaps, forms: Forms) -> dict[str, Slot]:
    """The slots of figures and gaps."""
    ideographs = "日" in gaps.days
    stop = r"\.?\s{1,3}|[-/.]\s?" if gaps.spaced else r"[.\s]{0,3}"
    comma = r"\.?,?\s{1,3}|[-/.,]\s?" if gaps.spaced else r"[.,\s]{0,3}"
    before = f"(?:(?:{gaps.year_before}){gaps.space})?"
    year = f"{_YEAR[:-1]}|2[45]\\d{{2}})" if forms.buddhist else _YEAR
    if ideographs:
        year = f"(?:{year}|[一二][〇零○一二三四五六七八九]{{3}})"
    eras = "|".join(map(re.escape, forms.eras))
    after = f"(?:{gaps.space}{gaps.year_after})"
    told = rf"{year}(?!\d|[.,]\d|\s?%){after}?"
    if eras:
        told = rf"(?:{told}|(?:{eras})\s?(?:元|\d{{1,3}})年)"
    starts = (*(e[0] for e in forms.eras), *("一二" if ideographs else ""), DIGIT)
    day = r"\d{1,2}" + ("|[一二三四五六七八九十廿]{1,3}(?=[日号號])" if ideographs else "")
    ordinal = gaps.ordinal if gaps.spaced else ""
    alone = "(?!)"
    if ideographs:
        alone = rf"(?:{day})\s?[日号號](?![間间內内前後后以目本元])"
    elif "일" in gaps.days:
        alone = r"\d{1,2}일(?!간|동안|만|째|전|후|본|정|부|상|\s?[전후])"
    day_starts = (DIGIT, *("一二三四五六七八九十廿" if ideographs else ""))

    def year_of(said: str) -> int | None:
        return _year(said, forms)

    return {
        "day": _slot(f"(?:{day}){_NO_FIGURE}{ordinal}", _day, *day_starts),
        "dm": _slot(f"(?:{stop}){gaps.joining}'?", _nothing),
        "md": _slot(f"(?:{stop}){gaps.joining}", _nothing),
        "my": _slot(f"(?:{comma}){gaps.joining}{before}", _nothing),
        "ym": _slot(f"(?:{comma}){gaps.joining}", _nothing),
        "wd": _slot(rf"\.?[,،、]?{gaps.space}{gaps.joining}", _nothing),
        "dafter": _slot(rf"{gaps.space}{gaps.days}\.?", _nothing),
        "year": _slot(told, year_of, *starts),
        "wordyear": _slot(
            rf"(?:{year}{after}" + (rf"|(?:{eras})\s?(?:元|\d{{1,3}})年)" if eras else ")"),
            year_of,
            *starts,
        ),
        "fouryear": _slot(rf"{_YEAR}(?!\d)", int),
        "dayword": _slot(alone, _day, *day_starts),
        "to": _slot(r"\s?[-–—]\s?", lambda said: "range"),
        "n": _slot(r"\d{1,2}(?!\d)", int),
        "two": _slot(r"\d{2}(?!\d)", int),
        "four": _slot(r"\d{4}(?!\d)", int),
        "yy": _slot(r"\d{2}(?!\d)", lambda said: int(said) + (2000 if int(said) < 50 else 1900)),
    }


def _slot(regex: str, parse: Callable[[str], object], *starts: str) -> Slot:
    return Slot(regex, frozenset((start, ANY) for start in starts or (DIGIT,)), parse)


def _nothing(said: str) -> None:
    """A gap means nothing."""


def _year(said: str, forms: Forms) -> int | None:
    """ "2014年", "2557" of the Buddhist era, "平成26年", "二〇一四年"."""
    digits = re.search(r"\d+", said)
    for era, first in forms.eras.items():
        if said.startswith(era):
            return int(first) + (int(digits[0]) if digits else 1)
    if digits is None:
        return int("".join(str(_NUMERALS[c]) for c in said[:4]))
    year = int(digits[0])
    return year - 543 if forms.buddhist and year >= 2400 else year


def _day(said: str) -> int:
    """ "16", "16th", "十六"."""
    digits = re.match(r"\d{1,2}", said)
    if digits:
        return int(digits[0])
    tens, ten, ones = said.rstrip("日号號 ").replace("廿", "二十").partition("十")
    if not ten:
        return _NUMERALS.get(tens[:1], 0)
    return 10 * _NUMERALS.get(tens, 1) + _NUMERALS.get(ones, 0)


# -- productions


def calendar_date(g: Groups) -> Node | None:
    """A day, month or year, as far as the match names them."""
    year, month, day = g["year"], g["month"] or g["longmonth"], g["day"]
    if (month is None and day is not None) or not valid(year, month, day):
        return None
    return None if year is None and month is None else Calendar(year, month, day)


def pair_of_days(g: Groups) -> Pair | None:
    """ "16-18 марта 2014": both days are of that month."""
    year, month, first, last = g["year"], g["month"], g["day"], g["day2"]
    if month is None or not first < last or not valid(year, month, last):
        return None
    return Pair(Calendar(year, month, first), Calendar(year, month, last))


def year_alone(g: Groups) -> Node | None:
    year = g["wordyear"] or g["fouryear"]
    return None if year is None else Calendar(year)


def day_alone(g: Groups) -> Node | None:
    return Calendar(day=g["dayword"]) if 1 <= (g["dayword"] or 0) <= 31 else None


def weekday(g: Groups) -> Node | None:
    """A weekday, with what is said to be last or next."""
    number = g["fullday"] if g["fullday"] is not None else g["longday"]
    if number is None:
        return None
    direction = "past" if g["last"] else "future" if g["next"] else ""
    return Calendar(weekday=number, direction=direction)  # type: ignore[arg-type]


def relative(g: Groups) -> Node | None:
    """ "Yesterday", "last year", "now"."""
    if g["relative"] is None:
        return None
    unit, away = g["relative"]
    if unit == "now":
        return Reference("PRESENT_REF")
    return Offset(unit, away, "published", about=unit in ("hour", "minute"))


def of_year_told(g: Groups) -> Node | None:
    """ "去年3月": a month, or a day of it, in the year that another word tells."""
    if g["relative"] is None or g["relative"][0] != "year":
        return None
    if not valid(None, g["longmonth"], g["day"]):
        return None
    return Calendar(month=g["longmonth"], day=g["day"], base="published", years=g["relative"][1])


def counted(g: Groups) -> Node | None:
    """ "Two years ago", "in three days"."""
    if g["counted"] is None or not g["counted"][1]:
        return None
    unit, away = g["counted"]
    return Offset(unit, away, "published", about=True)


def in_figures(order: str) -> Production:
    """Figures in the order of the locale; the other one where only that can be."""

    def production(g: Groups) -> Node | None:
        year = g["four"] if g["four"] is not None else g["yy"]
        day_month = [(g["b"], g["a"]), (g["a"], g["b"])]
        for month, day in day_month if order != "MDY" else day_month[::-1]:
            if valid(year, month, day):
                return Calendar(year, month, day)
        return None

    return production


def year_first(g: Groups) -> Node | None:
    """ISO and its like; never year, day, month."""
    year, month, day = g["four"], g["a"], g["b"]
    if not 1000 <= year <= 2999 or not valid(year, month, day):
        return None
    return Calendar(year, month, day)


def rules(order: str, guards: Guards, spaced: bool) -> tuple[Rule, ...]:
    """The rules for a locale whose figures stand in this order."""
    free = guards.figures
    day = "(<weekday><wd>)?" if spaced else "(<longday><wd>)?"
    made = [
        Rule("<day> <month> <year>", f"{day}<day><dm><month><my><year>", calendar_date, free),
        Rule("<day> <month>", f"{day}<day><dm><longmonth>", calendar_date, free),
        Rule("<month> <year>", "<longmonth><my><year>", calendar_date),
        Rule("<month>", "<longmonth>", calendar_date, guards.name),
        Rule("<weekday>", "<fullday>", weekday, guards.name),
        Rule("last <weekday>", "<last>_<longday>|<longday>_<last>", weekday),
        Rule("next <weekday>", "<next>_<longday>|<longday>_<next>", weekday),
        Rule("<relative>", "<relative>", relative, guards.relative),
        Rule("<year> <month> told", "<relative>_<longmonth>", of_year_told),
        Rule("<year> <month> <day> told", "<relative>_<longmonth>_<day>(<dafter>)?", of_year_told),
        Rule("<n> <units> ago", "<counted>", counted, free),
        Rule("<year>", "<fouryear>", year_alone, guards.year),
        Rule("<year> <word>", "<wordyear>", year_alone, guards.figures),
        *_figures(order, guards),
    ]
    month_first = f"{day}<month><md><day><my><year>"
    if spaced:
        made.append(Rule("<month> <day> <year>", month_first, calendar_date))
        pair = "<day><to><day:day2><dm><month>(<my><year>)?"
        made.append(Rule("<day>-<day> <month>", pair, pair_of_days, free))
    made.append(Rule("<day>", "<dayword>(<wafter>)?", day_alone, free))
    tail = "(<dafter>)?(<wafter>)?"
    if order != "DMY":
        made.append(Rule("<month> <day>", f"{day}<longmonth><md><day>{tail}", calendar_date))
    if order == "YMD" or not spaced:
        whole = f"<year><ym><month><md><day>{tail}"
        made.append(Rule("<year> <month> <day>", whole, calendar_date, free))
        made.append(Rule("<year> <month>", "<year><ym><longmonth>", calendar_date, free))
    return tuple(made)


def _figures(order: str, guards: Guards) -> list[Rule]:
    """Dates in figures, a rule for each sign between them."""
    found = []
    for sign in "./-":
        loose = f"{sign}_" if sign == "." else sign
        first = f"<four>{loose}<n:a>{loose}<n:b>"
        last = f"<n:a>{loose}<n:b>{loose}<four>|<two:a>{sign}<two:b>{sign}<yy>"
        found.append(Rule(f"<y>{sign}<m>{sign}<d>", first, year_first, guards.numeric))
        found.append(Rule(f"<d>{sign}<m>{sign}<y>", last, in_figures(order), guards.numeric))
    return found
