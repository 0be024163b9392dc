"""Guards that hold in more than one language, made from its words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline.temporal.nearest import Side
from timeline.temporal.rule import Guard, Tense, View
from timeline.temporal.tense import side

_NO_DATE_LEFT = "$£€¥#@/.-–+*%&_=:,"
_NUMBERED = re.compile(r"[§№#°]\s?$")
_PRICED = re.compile(r"\s?[€$£%°]")
_TIED = re.compile(r"[/\-–:@]\w|[.,]\d")


@dataclass(frozen=True, slots=True)
class Years:
    """When four digits are a year. `before` are the words that lead to a time, `numbered` those
    that number something, `counted` what is counted by the thousand; `bare` are the first and
    last years that need no word before them.
    """

    before: frozenset[str]
    numbered: frozenset[str]
    counted: frozenset[str]
    bare: tuple[int, int]

    def __call__(self, view: View) -> bool:
        if view.left in _NO_DATE_LEFT and not _second_of_two(view):
            return False
        if view.right in "$£€%@&/_" or re.match(r"-\d{3}", view.text[view.end : view.end + 4]):
            return False
        before = re.split("['’]", view.before)[-1] or view.abbreviated
        if _NUMBERED.search(view.text[max(0, view.start - 2) : view.start]):
            return False
        if before in self.numbered or before.isdigit() or view.after[:1].isdigit():
            return False
        if view.after.lower() in self.counted or _PRICED.match(view.text, view.end):
            return False
        if before in self.before or (view.left == "(" and view.right in "),-–"):
            return True
        found = re.search(r"\d{4}", view.said)
        year = int(found[0]) if found else 0
        return self.bare[0] <= year <= self.bare[1] and year % 100 != 0


def _second_of_two(view: View) -> bool:
    """ "1914-1918", "2002/2003"."""
    return view.left in "-–/" and view.text[max(0, view.start - 5) : view.start - 1].isdigit()


def free(view: View) -> bool:
    """Figures that stand free: no longer figure, path or price around them."""
    return view.left not in "$£€/.-–:@#_+,=" and not _TIED.match(
        view.text, view.end, min(len(view.text), view.end + 2)
    )


def not_joined(view: View) -> bool:
    """No hyphen, slash or at sign ties it to another word."""
    return view.left not in "-–@/#_" and view.right not in "-–@_"


def not_a_place(view: View, places: re.Pattern[str]) -> bool:
    """ "the rue du 4 Septembre", "1. Mai-Platz": a day that only names a place."""
    tied = re.match(r"-[^\W\d]", view.text[view.end : view.end + 2])
    return not tied and not places.search(view.text[max(0, view.start - 30) : view.start])


def not_part_of_number(view: View) -> bool:
    """ "3 ans", not the end of "1,3 ans", "$3 ans" or "dix-huit ans"."""
    if view.left in "-–" and view.start > 1 and view.text[view.start - 2].isalpha():
        return False
    return view.left not in "$£€¥.,-–#" or view.said[0].isalpha()


def bare_clock(lead: frozenset[str]) -> Guard:
    """ "14:30" by itself; "3:16" may be a verse or a ratio, unless a word leads to a time."""
    return lambda view: view.said[1] != ":" or view.before in lead


def after(*before: str, joined: bool = True) -> Guard:
    """Only right after one of these words."""
    wanted = frozenset(before)
    return lambda view: view.before in wanted and (joined or not_joined(view))


def not_after(*before: str) -> Guard:
    """Anywhere but right after one of these words."""
    unwanted = frozenset(before)
    return lambda view: view.before not in unwanted and not_joined(view)


def following(pattern: str, reach: int = 30) -> Guard:
    """Only where the text before the match ends in this."""
    compiled = re.compile(rf"(?:{pattern})\s*$", re.IGNORECASE)
    return lambda view: bool(compiled.search(view.text[max(0, view.start - reach) : view.start]))


def before(pattern: str, reach: int = 16) -> Guard:
    """Only where the text after the match begins with this."""
    compiled = re.compile(rf"\s{{0,2}}(?:{pattern})(?!\w)", re.IGNORECASE)
    return lambda view: bool(compiled.match(view.text, view.end, view.end + reach))


def looks(wanted: Side, tense: Tense) -> Guard:
    """Only in a clause that looks this way."""
    return lambda view: side(view.text, view.start, view.end, tense) == wanted


def both(*guards: Guard) -> Guard:
    """All of these."""
    return lambda view: all(guard(view) for guard in guards)


def either(*guards: Guard) -> Guard:
    """Any of these."""
    return lambda view: any(guard(view) for guard in guards)
