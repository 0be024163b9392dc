"""When a match of a compiled language is a date, from what stands beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline.temporal.locales.fold import marks
from timeline.temporal.rule import View

_MONEY = "$£€¥₽₹₴₺₩"
PREPOSITION = 4  # letters that a word before a year has at most, where we know none
INFLECTED = 4  # letters that a name before an apostrophe has at least
_REACH = 40  # characters looked at for a neighbouring word
_WORD_BEFORE = re.compile(rf"([\w{marks()}'-]{{1,30}})\s{{0,3}}\Z")
_WORD_AFTER = re.compile(rf"\s{{1,3}}([\w{marks()}]{{1,30}})")
_TIED = re.compile(r"[/\-–:@]\w|[.,]\d")  # a longer figure, a path or an address goes on
_COUNTS = re.compile(r"[%$£€\-–/@&:]|[.,]\d")


def previous(view: View) -> str:
    """The word before with its marks, in lower case; empty where punctuation lies between."""
    found = _WORD_BEFORE.search(view.text[max(0, view.start - _REACH) : view.start])
    return found[1].lower() if found else ""


def following(view: View) -> str:
    """The word after with its marks, as written; empty where punctuation lies between."""
    found = _WORD_AFTER.match(view.text, view.end, view.end + _REACH)
    return found[1] if found else ""


def free(view: View) -> bool:
    """A date that begins with a figure: no price, no longer figure before it."""
    if view.left in _MONEY or view.left in "+=#@_":
        return False
    return not (view.left in ".,:/-–" and view.text[view.start - 2 : view.start - 1].isdecimal())


def numeric(view: View) -> bool:
    """A date in figures only stands free on both sides."""
    if view.left in _MONEY or view.left in "/.-–:@#_+,=" or view.left.isdecimal():
        return False
    return not _TIED.match(view.text, view.end, view.end + 2)


@dataclass(frozen=True, slots=True)
class Guards:
    """The guards that need the words of a language.

    `before` and `after` make the name beside them a date, `not_after` keep a relative word from
    being one. `sure` are the names that need no such word, `long` those that do. `small`: a
    capital letter makes a name of a month or weekday. `spaced`: the script has spaces.
    """

    before: frozenset[str]
    after: frozenset[str]
    not_after: frozenset[str]
    sure: frozenset[str]
    long: frozenset[str]
    small: bool
    spaced: bool

    def name(self, view: View) -> bool:
        """A month or weekday by its name alone: a long one, or beside a word that makes it one.

        An apostrophe after a name parts it from its ending, as Turkish does with names only.
        """
        if view.left in "-@/#_." or view.right in "-@_":
            return False
        if self.small and view.said[0].isupper() and not view.opens:
            return False
        if self.small and view.said[0].isupper() and following(view)[:1].isupper():
            return False  # a person: "Julio Ruiz"
        said = " ".join(view.said.lower().split("/")[0].split())
        ending = view.right == "'" and len(said) >= INFLECTED
        return said in (self.long if ending or self._beside(view) else self.sure)

    def relative(self, view: View) -> bool:
        """A relative word that isn't another after the word before it ("la mañana")."""
        return not self.not_after or previous(view) not in self.not_after

    def year(self, view: View) -> bool:
        """Four figures alone: beside a word that makes them a year, or in brackets.

        Where we have no such words for a language, a year ends a clause or follows a word as
        short as prepositions are.
        """
        year = int(view.said)
        if view.left in _MONEY or view.left in ".,-/–:@#_+=%" or not 1900 <= year <= 2029:
            return False
        if _COUNTS.match(view.text, view.end, view.end + 2):
            return False
        if view.left == "(" and view.right in "),;":
            return True
        if year % 100 == 0 and following(view).islower():
            return False
        if self.before or self.after or not self.spaced:
            return self._beside(view)
        word = _WORD_BEFORE.search(view.text[max(0, view.start - _REACH) : view.start])
        if word is None or not word[1].isalpha():
            return False
        return not following(view) or (word[1].islower() and len(word[1]) <= PREPOSITION)

    def _beside(self, view: View) -> bool:
        if self.before and previous(view) in self.before:
            return True
        return bool(self.after) and following(view) in self.after
