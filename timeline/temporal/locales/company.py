"""When words of the wordings in `phrases` are a time, from what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from timeline.temporal.lang.guarding import free, looks, not_joined, not_part_of_number
from timeline.temporal.locales.guards import following, previous
from timeline.temporal.locales.names import Names
from timeline.temporal.locales.phrases import Phrases
from timeline.temporal.locales.wordslots import spelled
from timeline.temporal.rule import Tense, View

AGES = 5  # years from which "of six years" after a noun that doesn't last is an age
_MARKS = "$£€¥#@/.-–+*%&_=:,"
_YEARS_LISTED = re.compile(r"\b(?:1\d{3}|20\d\d)(?:,\s|\s[^\W\d]{1,3}\s|,\s[^\W\d]{1,3}\s)\Z")
_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
_PRICED = re.compile(r"\s?[%€$£°]|-\d{3}|[.,]\d|[/\-–:@&]\w")


@dataclass(frozen=True)
class Company:
    """The guards of one language's wordings, made from its words."""

    names: Names
    told: Phrases
    tense: Tense
    known: dict[tuple[str, ...], frozenset[str]] = field(default_factory=dict)

    def _words(self, *keys: str) -> frozenset[str]:
        """The words of these lists, as texts have them."""
        if keys not in self.known:
            self.known[keys] = frozenset(
                spelled(self.names, form) for key in keys for form in self.told.list(key)
            )
        return self.known[keys]

    @cached_property
    def counted_nouns(self) -> frozenset[str]:
        units = {form.split()[0] for form in self.told.table("plurals")}
        return self._words("counted") | units

    @cached_property
    def parts(self) -> frozenset[str]:
        """Parts of the day: after hours these are a clock time ("десяти часов вечера")."""
        return frozenset(spelled(self.names, form) for form in self.told.table("parts"))

    @cached_property
    def hours(self) -> frozenset[str]:
        """The words for hours."""
        many = (f for f, unit in self.told.table("plurals").items() if unit == "hour")
        return frozenset(spelled(self.names, f) for f in (*self.names.named("hour"), *many))

    @cached_property
    def numbered(self) -> frozenset[str]:
        return self._words("numbered")

    @cached_property
    def one(self) -> tuple[str, ...]:
        """The words for one, with a space after them."""
        return tuple(f"{form} " for form, n in self.names.numbers.items() if n == 1)

    @cached_property
    def determiners(self) -> frozenset[str]:
        """The words that begin a noun."""
        return self._words("articles", "of", "that", "determiners") | {
            form for form, n in self.names.numbers.items() if n == 1
        }

    @cached_property
    def lasting(self) -> re.Pattern[str]:
        """A noun that lasts, and "of", at the end of a text."""
        return _ending(self._words("lasting"), self._words("of"))

    @cached_property
    def aged(self) -> re.Pattern[str]:
        """A word that makes years an age, at the end of a text."""
        words = sorted(self._words("aged"), key=len, reverse=True)
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\s*\Z" if words else r"(?!)")

    def year(self, view: View) -> bool:
        """Four figures alone: beside a word that makes them a year, in brackets, in a list."""
        if view.left in _MARKS or _PRICED.match(view.text, view.end, view.end + 4):
            return False
        before, after = previous(view), following(view).lower()
        if after in self.counted_nouns or before in self.numbered or after[:1].isdigit():
            return False
        if view.left == "(" and view.right in "),;":
            return True
        if before in self.names.before:
            return True
        return bool(_YEARS_LISTED.search(view.text[max(0, view.start - 14) : view.start]))

    def year_pair(self, view: View) -> bool:
        """Two years joined, no number of something."""
        return free(view) and previous(view) not in self.numbered

    def length(self, view: View) -> bool:
        """A length of time: no age, no "un día" (once), not part of a longer figure."""
        if not not_part_of_number(view) or view.left in "-@_/" or view.left in self.numbered:
            return False
        if view.right in self._words("not_followed") or self._named_year(view):
            return False
        said = view.said.lower()
        if following(view).lower() in self.parts and said.split()[-1] in self.hours:
            return False
        if said.startswith(self.one) and self._just_one(said):
            return previous(view) in self._words("length_before")
        return not self._age(view, said)

    def _just_one(self, said: str) -> bool:
        """Whether one day is meant, or "one day"."""
        unit = self.names.units.get(said.split(" ", 1)[1].strip())
        return unit in ("day", "second", "minute")

    def _age(self, view: View, said: str) -> bool:
        """ "a man of 30 years", "is 30 years old", "Ana, 30 years,"."""
        left = view.text[max(0, view.start - 40) : view.start].lower()
        right = view.text[view.end : view.end + 16].lower()
        if any(right.startswith(f" {word}") for word in self._words("aged_after")):
            return True
        if self.aged.search(left):
            return True
        unit = self.names.units.get(said.rpartition(" ")[2])
        if unit != "year" or not said[0].isdecimal():
            return False
        if re.search(r"[^\W\d_],\s$", left) and re.match(r",|\s?\)", right):
            return True
        if previous(view) not in self._words("of"):
            return False
        digits = re.match(r"\d+", said)
        return bool(digits and int(digits[0]) > AGES) and not self.lasting.search(left)

    def bare_hour(self, view: View) -> bool:
        """An hour by its figure alone, after "at", with no noun that it counts."""
        after = following(view)
        joined = after.lower() in self._words("and", "of", "part_joint", "of_part", "at_only")
        return self.clock(view) and (not after or after[0].isupper() or joined)

    def lone(self, view: View) -> bool:
        """ "na segunda", with no noun after that it would be the ordinal of."""
        after = following(view)
        clear = not after.islower() or after in self._words("and", "part_joint", "of_part")
        return clear and not_joined(view) and previous(view) in self._words("lone_after")

    def short_year(self, view: View) -> bool:
        """ "nel '68"."""
        return previous(view) in self.names.before and not_joined(view)

    def century_name(self, view: View) -> bool:
        """ "l'Ottocento", "nel Seicento"; no car of that name."""
        name = re.split(r"[\s']", view.said)[-1]
        led = name != view.said or previous(view) in self.names.before
        return led and name[0].isupper()

    def during(self, view: View) -> bool:
        """ "durante años"."""
        return previous(view) in self._words("during") and not_joined(view)

    def weekend_past(self, view: View) -> bool:
        """A weekend in a clause that looks back."""
        return not_joined(view) and looks("past", self.tense)(view)

    def hour_of_day(self, view: View) -> bool:
        """ "alle 8 di lunedì"."""
        return previous(view) in self._words("at_only") and self.clock(view)

    def only_at(self, view: View) -> bool:
        """An hour by its figure after a preposition that stands only before clock times."""
        return previous(view) in self._words("at_only") and self.bare_hour(view)

    def clock(self, view: View) -> bool:
        """A clock time that stands free."""
        return free(view) and view.left != "," and view.right not in "%°€$"

    def oclock(self, view: View) -> bool:
        """ "20 uur": a clock time, no number of hours."""
        if not self.clock(view):
            return False
        if re.search(r"\d[:h]\d\d", view.said) or self._begins_at(view.said):
            return True
        return previous(view) in self._words("atp", "at_only")

    def _begins_at(self, said: str) -> bool:
        return said.lower().startswith(tuple(f"{word} " for word in self._words("at")))

    def named_clock(self, view: View) -> bool:
        """ "a mediodía"; not the Mediodía."""
        return not view.said[:1].isupper() and previous(view) in self._words("atp", "at_only")

    def season(self, view: View) -> bool:
        """ "el verano", "en verano"; not the Spring of a name or the Arab Spring."""
        name = view.said.rpartition(" ")[2]
        if name[:1].isupper() and self.names.forms.small:
            return False
        if following(view).lower() in self._words("not_before"):
            return False
        led = previous(view) in self.names.before or len(view.said.split()) > 1
        return led and not_joined(view)

    def season_of_year(self, view: View) -> bool:
        return not_joined(view)

    def adjective(self, view: View) -> bool:
        """ "actual" beside a noun."""
        return not_joined(view) and not view.said[:1].isupper()

    def adverb(self, view: View) -> bool:
        """ "anual", no name and no part of one."""
        if not not_joined(view) or not (not view.said[:1].isupper() or view.opens):
            return False
        noun = spelled(self.names, view.said) in self._words("nouns")
        return not (noun and (view.opens or previous(view) in self.determiners))

    def holiday(self, view: View) -> bool:
        """ "Natale", no first name: "Natale Rossi"."""
        return not_joined(view) and not following(view)[:1].isupper()

    def reference(self, view: View) -> bool:
        """ "ahora"; no word that is another after the word before it ("un'ora")."""
        alone = " " not in view.said and previous(view) in self.names.forms.not_after
        return not_joined(view) and not alone

    def running(self, view: View) -> bool:
        """ "principios de año"; not of a year that is named."""
        after = following(view).lower()
        return not_joined(view) and after not in self._words("of") and not after[:1].isdigit()

    def free_later(self, view: View) -> bool:
        """ "dos días después", with nothing that it counts from."""
        after = following(view).lower()
        counted = after in self._words("of", "than") or self._named_year(view)
        return not_part_of_number(view) and not counted

    def _named_year(self, view: View) -> bool:
        """ "2003 roku" is a year where the word for it follows, no number of years."""
        return bool(self.names.forms.year and _YEAR.search(view.said))

    def not_since(self, view: View) -> bool:
        """ "hace tres meses", no length "desde hace tres meses"."""
        if self._named_year(view) or following(view).lower() in self._words("than"):
            return False
        if previous(view) in self._words("since"):
            return False
        return not_part_of_number(view) and view.left not in "-@_/"


def _ending(nouns: Iterable[str], joining: Iterable[str]) -> re.Pattern[str]:
    nouns, joining = sorted(nouns, key=len, reverse=True), sorted(joining, key=len, reverse=True)
    if not nouns or not joining:
        return re.compile(r"(?!)")
    of = "|".join(map(re.escape, joining))
    return re.compile(rf"(?:{'|'.join(map(re.escape, nouns))})\s+(?:{of})\s*\Z")
