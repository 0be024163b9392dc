""" "Two years ago", "in three days": the phrases of a locale around a number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from timeline.temporal.locales.data import Counted
from timeline.temporal.locales.names import SHORT, Names
from timeline.temporal.nodes import Unit
from timeline.temporal.pattern import Slot


@dataclass(frozen=True, slots=True)
class _Parts:
    """The words before and after the number of any phrase, as regular expressions."""

    head: str
    number: str
    tail: str
    number_may_lack: bool
    gap: str

    def regex(self, *, named: bool) -> str:
        """The whole phrase; `named` gives its parts names, else it has no groups."""
        head, number, tail = (
            f"(?P<{name}>{part})" if named else part
            for name, part in (("head", self.head), ("n", self.number), ("tail", self.tail))
        )
        count = f"(?:{number}{self.gap})" + ("?" if self.number_may_lack else "")
        if named:
            return f"(?:{head}{self.gap})?{count}(?:{tail})?"
        return f"(?:{head}{self.gap}{count}(?:{tail})?|{count}{tail})"


def counted(names: Names) -> Slot:
    """A slot of whole phrases, whose meaning is (unit, how many of them away)."""
    phrases = {
        (names.spelled(one.before), names.spelled(one.after)): one
        for one in _phrases(names)
        if not names.wrong & {*one.before.split(), *one.after.split()}
    }
    heads = {before for before, _ in phrases} - {""}
    tails = {after for _, after in phrases} - {""}
    parts = _Parts(
        names.either(heads),
        rf"(?:\d{{1,4}}(?!\d)|{names.either(names.numbers)})",
        names.either(tails),
        names.forms.unnumbered,
        r"(?:\s{1,3}|(?<=\d))" if names.spaced else r"\s{0,3}",
    )
    whole = re.compile(parts.regex(named=True), re.IGNORECASE)

    def parse(said: str) -> tuple[Unit, int] | None:
        found = whole.fullmatch(said)
        if found is None:
            return None
        head, number, tail = (
            " ".join((found[part] or "").lower().split()) for part in ("head", "n", "tail")
        )
        phrase = phrases.get((head, tail))
        if phrase is None or not (head or number or " " in tail):
            return None
        amount = int(number) if number.isdecimal() else names.numbers.get(number, 0)
        return phrase.unit, phrase.sign * (amount if number else 1)

    starts = ["1", *heads, *names.numbers, *(tails if parts.number_may_lack else ())]
    return names.slot(parts.regex(named=False) + names.edge, parse, *starts)


def length(names: Names) -> Slot:
    """A slot of a number with a unit alone, "three days"; its meaning is (unit, how many).

    Without spaces the same signs are a date ("3日"), so there is none.
    """
    units = {form: unit for form, unit in names.units.items() if len(form) >= SHORT}
    number = rf"(?:\d{{1,3}}(?!\d)|{names.either(names.numbers)})"  # four digits are a year
    regex = rf"{number}(?:\s{{1,3}}){names.either(units)}"
    if not names.spaced or not units:
        return names.slot("(?!)", lambda said: None)

    def parse(said: str) -> tuple[Unit, int] | None:
        words = said.lower().split()
        for size in range(1, len(words)):
            count, unit = " ".join(words[:size]), units.get(" ".join(words[size:]))
            amount = int(count) if count.isdecimal() else names.numbers.get(count)
            if unit is not None and amount:
                return unit, amount
        return None

    return names.slot(regex + names.edge, parse, "1", *names.numbers)


def _phrases(names: Names) -> Iterator[Counted]:
    """The data's phrases, and their like with every form of the same unit."""
    glue = " " if names.locale.spaced else ""
    around: set[tuple[str, str, int]] = set()
    for one in names.locale.counted:
        # "hace # d" and its like are too short to be told from other words
        if len(one.after) > len(glue) or (not one.after and " " in one.before):
            yield one
        around |= set(_around(one, names.named(one.unit), glue))
    for word in names.locale.ago:
        around |= {(word, "", -1), ("", glue + word, -1)}
    around |= {(word, "", 1) for word in names.forms.ahead}
    for before, after, sign in around:
        for form, unit in names.units.items():
            if (before or after) and len(form) > len(glue):
                yield Counted(before, form + after, unit, sign)


def _around(one: Counted, units: Iterable[str], glue: str) -> Iterator[tuple[str, str, int]]:
    """What a phrase has around its unit: "for # dagar sedan" -> ("for", " sedan")."""
    for form in sorted(units, key=len, reverse=True):
        if one.after == form or one.after.startswith(form + glue):
            yield one.before, one.after[len(form) :], one.sign
            return
