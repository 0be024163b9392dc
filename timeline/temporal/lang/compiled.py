"""A language compiled from dateparser's locale data and our additions to it.

The forms of the data become slots, the rules of `shapes` put them together. Nothing here is about
one language; what a language needs beyond its data stands in its `forms.yml`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from timeline.temporal.fold import folding, marks
from timeline.temporal.lang import shapes
from timeline.temporal.lang.forms import Forms, forms
from timeline.temporal.locales import Counted, Locale, locale
from timeline.temporal.nodes import Unit
from timeline.temporal.pattern import ANY, DIGIT, Slot
from timeline.temporal.rule import Language, Tense

SHORT = 3  # a name of so few letters needs a number beside it
ABBREVIATED = 0.65  # the part of its longest form below which a form is an abbreviation
_LETTERS = re.compile(r"[^\W\d_]")
_DASHES = (("", "-"), ("", "–"), ("", "—"))
_ORDINAL = r"(?:\s?[.ºª°]|-[^\W\d_]{1,3}|(?:er|ter|re|th|st|nd|rd|ste|de|an?|e|[oa])(?=\s))?"


@lru_cache(maxsize=256)
def compiled(code: str) -> Language:
    """The language of a locale; without rules where there is no data for the code."""
    found = locale(code)
    if found is None:
        return Language(code, {}, ())
    return _Compiler(found, forms(found.code)).language()


def spelled(form: str, fold: Mapping[int, str]) -> str:
    """A form as texts have it after folding: letters folded, small, single spaces."""
    return " ".join(form.translate(fold).lower().split()).rstrip(".").lstrip("'")


@dataclass(frozen=True)
class _Compiler:
    """One locale on its way to a `Language`."""

    locale: Locale
    forms: Forms

    # -- letters and words

    @cached_property
    def fold(self) -> Mapping[int, str]:
        return folding(self.locale.code)

    @cached_property
    def word(self) -> re.Pattern[str]:
        """Runs of letters and marks; in scripts without spaces every letter for itself."""
        if self.locale.spaced:
            return re.compile(f"[^\\W_][\\w{marks()}]*")
        return re.compile(r"\d+|[^\W\d_]")

    @cached_property
    def edge(self) -> str:
        if self.locale.spaced and not self.forms.open_end:
            return f"(?![\\w{marks()}])"
        return r"(?!\d)"

    @property
    def end(self) -> str:
        """What must be true where a form ends inside a match."""
        return self.edge if self.locale.spaced and not self.forms.open_end else ""

    def key(self, form: str) -> str:
        """The word that the engine looks a form up by."""
        found = self.word.search(form)
        first = found[0] if found and found.start() == 0 else ""
        return DIGIT if first[:1].isdecimal() else first

    def clean(self, found: Mapping[str, int], more: Mapping[str, int]) -> dict[str, int]:
        """Forms as texts have them; letters alone are no names outside of ideographs."""
        told = {spelled(form, self.fold): n for form, n in found.items()}
        told |= {spelled(form, self.fold): n for form, n in more.items()}
        return {
            form: n
            for form, n in told.items()
            if self.key(form)
            and form not in self.wrong
            and _LETTERS.search(form)
            and (len(form) > 1 or not self.locale.spaced)
        }

    @cached_property
    def months(self) -> dict[str, int]:
        return self.clean(self.locale.months, self.forms.months)

    @cached_property
    def weekdays(self) -> dict[str, int]:
        return self.clean(self.locale.weekdays, self.forms.weekdays)

    @cached_property
    def before(self) -> frozenset[str]:
        return self.words(self.forms.before)

    def words(self, found: Iterable[str]) -> frozenset[str]:
        return frozenset(spelled(form, self.fold) for form in found)

    @cached_property
    def wrong(self) -> frozenset[str]:
        return self.words(self.forms.wrong)

    @cached_property
    def traps(self) -> frozenset[str]:
        return self.words(self.forms.traps)

    # -- which forms can stand alone

    def sure(self, found: Mapping[str, object]) -> frozenset[str]:
        """The forms that are dates by themselves: full names, long enough, in one table only."""
        plain = self.words(self.forms.plain)
        return frozenset(
            form
            for form, meaning in found.items()
            if form in plain
            or (
                form not in self.traps
                and not self.short(form)
                and not self.cut(form, meaning, found)
                and sum(form in t for t in (self.months, self.weekdays, self.relative)) < 2
            )
        )

    def short(self, form: str) -> bool:
        """Whether a form has too few letters; in other scripts than alphabets a letter is more."""
        letters = len(_LETTERS.findall(form))
        return letters <= SHORT if shapes.ALPHABETS.search(form) else letters < 2

    def joins_a_figure(self, form: str) -> bool:
        """Whether a month's form is one beside a day or a year alone: three letters and no trap,
        or the only name that the month has.
        """
        letters = len(_LETTERS.findall(form))
        if form in self.traps and letters <= SHORT:
            return False
        if not self.short(form) or not shapes.ALPHABETS.search(form) or letters == SHORT:
            return True
        table = self.months if form in self.months else self.weekdays
        return table is self.months and all(
            len(f) <= len(form) for f, n in table.items() if n == table[form]
        )

    def secure(self, form: str) -> bool:
        """Whether a month's name is so long that it needs no other word beside it."""
        return len(form) >= shapes.SECURE or not shapes.ALPHABETS.search(form)

    def cut(self, form: str, meaning: object, found: Mapping[str, object]) -> bool:
        """Whether a form is the beginning or last word of a longer form of the same meaning."""
        for other, same in found.items():
            if same == meaning and len(form) < len(other):
                alike = form.count(" ") == other.count(" ")
                if alike and other.startswith(form) and len(form) <= ABBREVIATED * len(other):
                    return True
                if other.endswith(" " + form) and len(other) - len(form) > SHORT:
                    return True
        return False

    # -- slots

    def body(self, form: str) -> str:
        """A form as a regular expression: white space as it comes, a figure may stand off."""
        text = re.escape(form).replace("\\ ", r"\s{1,3}").replace(" ", r"\s{1,3}")
        return re.sub(r"(?<=\d)(?=[^\W\d_])", r"\\s?", text) if not self.locale.spaced else text

    def either(self, found: Iterable[str]) -> str:
        """A choice of forms, the longest first; never matches where there are none."""
        ordered = sorted(set(found), key=lambda form: (-len(form), form))
        return "(?:" + "|".join(map(self.body, ordered)) + ")" if ordered else "(?!)"

    def table(
        self, found: Mapping[str, object], *, capitalised: bool = False, twice: bool = False
    ) -> Slot:
        """A slot of forms; what case or spacing keeps from its form means nothing.

        `twice`: the same thing may be said by two names with a slash, as Arabic months are.
        """
        meaning = {form.replace(" ", ""): value for form, value in found.items()}
        starts = frozenset((self.key(form), ANY) for form in found)
        regex = self.either(found) + self.end

        def parse(said: str) -> object:
            told = {meaning.get(part) for part in "".join(said.lower().split()).split("/")}
            return told.pop() if len(told) == 1 else None

        if twice:
            regex += rf"(?:\s?/\s?{regex})?"
        return Slot(regex, starts, parse, capitalised)

    def plain(self, regex: str, parse: Callable[[str], object], *starts: str) -> Slot:
        return Slot(regex, frozenset((start, ANY) for start in starts or (DIGIT,)), parse)

    @cached_property
    def relative(self) -> dict[str, tuple[str, int]]:
        """Phrases without the preposition that TimeML leaves out of them."""
        now = dict.fromkeys(self.locale.now, ("now", 0))
        told: dict[str, tuple[str, int]] = {**self.locale.relative, **now, **self.forms.relative}
        found: dict[str, tuple[str, int]] = {}
        for form, away in told.items():
            first, _, rest = spelled(form, self.fold).partition(" ")
            kept = rest if rest and first in self.before else f"{first} {rest}".strip()
            found[kept] = away
        return {f: away for f, away in found.items() if self.key(f) and f not in self.wrong}

    @cached_property
    def units(self) -> dict[str, Unit]:
        return {**self.locale.units, **self.forms.units}  # type: ignore[dict-item]

    @cached_property
    def numbers(self) -> dict[str, int]:
        told = {**self.locale.numbers, **self.forms.numbers}
        return {spelled(form, self.fold): n for form, n in told.items()}

    def counted(self) -> Slot:
        """ "N units ago", "in N units", whole: the sign, the number and the unit."""
        meaning = {
            (spelled(c.before, self.fold), spelled(c.after, self.fold)): (c.unit, c.sign)
            for c in self.templates()
            if not self.wrong & {*c.before.split(), *c.after.split()}
        }
        heads = sorted({before for before, _ in meaning if before}, key=len, reverse=True)
        tails = {after for _, after in meaning if after}
        number = rf"(?:\d{{1,4}}(?!\d){'|' + self.either(self.numbers) if self.numbers else ''})"
        gap = (
            r"\s{0,3}" if not self.locale.spaced or self.forms.open_end else r"(?:\s{1,3}|(?<=\d))"
        )
        count = f"(?:(?P<n>{number}){gap})" + ("?" if self.forms.unnumbered else "")
        head = f"(?:(?P<head>{self.either(heads)}){gap})?" if heads else ""
        tail = f"(?P<tail>{self.either(tails)})" if tails else "(?!)"
        if "" in {after for _, after in meaning}:
            tail = f"(?:{tail})?"
        regex = f"{head}{count}{tail}"

        whole = re.compile(regex, re.IGNORECASE)

        def parse(said: str) -> object:
            found = whole.fullmatch(said)
            if found is None:
                return None
            parts = found.groupdict()
            key = tuple(" ".join((parts.get(k) or "").lower().split()) for k in ("head", "tail"))
            away = meaning.get((key[0], key[1]))
            if away is None or (key[0] == "" and parts["n"] is None and len(key[1].split()) < 2):
                return None
            said_n = parts["n"]
            n = 1 if said_n is None else int(said_n) if said_n.isdecimal() else (
                self.numbers.get(" ".join(said_n.lower().split()), 0)
            )  # fmt: skip
            return (away[0], away[1] * n)

        starts = {DIGIT, *map(self.key, heads), *map(self.key, self.numbers)}
        if self.forms.unnumbered:
            starts |= set(map(self.key, tails))
        return self.plain(re.sub(r"\?P<\w+>", "?:", regex) + self.edge, parse, *starts - {""})

    def templates(self) -> Iterable[Counted]:
        """The data's phrases, and their like with every form of the same unit."""
        short = 1 if self.locale.spaced else 0
        units: dict[Unit, list[str]] = {}
        for form, kind in self.units.items():
            units.setdefault(kind, []).append(form)
        seen: set[tuple[str, str, int]] = set()
        for one in self.locale.counted:
            if len(one.after) > short or (len(one.before.split()) > 1 and not one.after):
                yield one
            for name in sorted(units.get(one.unit, ()), key=len, reverse=True):
                if one.after == name or one.after.startswith(name + " " * short):
                    seen.add((one.before, one.after[len(name) :], one.sign))
                    break
        for word in self.locale.ago:
            seen |= {(word, "", -1), ("", " " * short + word, -1)}
        seen |= {(word, "", 1) for word in self.forms.ahead}
        for before, after, sign in seen:
            for unit, names in units.items():
                if before or after:
                    yield from (
                        Counted(before, name + after, unit, sign)
                        for name in names
                        if len(name) > short
                    )

    # -- the whole

    def vocabulary(self) -> dict[str, Slot]:
        """The slots that the rules in `shapes` are written with."""
        relative_sure = self.sure(self.relative)
        return {
            "month": self.table(self.months, twice=True),
            "longmonth": self.table(_only(self.months, self.joins_a_figure), twice=True),
            "weekday": self.table(self.weekdays),
            "fullday": self.table(
                _only(self.weekdays, self.joins_a_figure), capitalised=self.forms.capitalised
            ),
            "longday": self.table(_only(self.weekdays, lambda f: not self.short(f))),
            "relative": self.table(_only(self.relative, relative_sure.__contains__)),
            "counted": self.counted(),
            "last": self.table({spelled(form, self.fold): -1 for form in self.forms.last}),
            "next": self.table({spelled(form, self.fold): 1 for form in self.forms.next}),
            "wafter": self.plain(rf"\s?\((?:{self.either(self.weekdays)})\)", lambda said: None),
            **shapes.figures(self.gaps(), self.forms),
        }

    def gaps(self) -> shapes.Gaps:
        """What may stand between the parts of a date."""
        spaced = self.locale.spaced and not self.forms.open_end
        space = r"\s{1,3}" if spaced else r"\s{0,3}"
        words = self.either(
            spelled(w, self.fold) for w in (*self.locale.joining, *self.forms.joining)
        )
        year_words = self.forms.year or tuple(
            form for form, unit in self.units.items() if unit == "year"
        )
        single = [spelled(w, self.fold) for w in year_words if len(w) == 1]
        longer = [spelled(w, self.fold) for w in year_words if len(w) > 1 or not spaced]
        after = self.either(longer)
        if spaced and single:
            after = f"(?:{after}|{self.either(single)}\\.)"
        before = self.either(
            spelled(w, self.fold) for w in (*self.forms.year_before, *self.forms.eras)
        )
        days = self.either(
            spelled(form, self.fold)
            for form, unit in self.units.items()
            if unit == "day" and (len(form) > 1 or not spaced or form == "d")
        )
        return shapes.Gaps(
            spaced, space, f"(?:{words}{space})?", after + self.end, before, days, _ORDINAL
        )

    def language(self) -> Language:
        guard = shapes.Guards(
            before=self.before,
            after=self.words(self.forms.after),
            not_after=self.words(self.forms.not_after),
            sure=self.sure(self.months) | self.sure(self.weekdays),
            long=frozenset(filter(self.joins_a_figure, (*self.months, *self.weekdays))),
            secure=frozenset(f for f in self.months if self.secure(f)) | {*self.weekdays},
            small=self.forms.small,
            spaced=self.locale.spaced,
            marks=marks(),
        )
        vocabulary = self.vocabulary()
        rules = shapes.rules(self.locale.order, guard, self.locale.spaced)
        usable = {slot for slot, found in vocabulary.items() if found.starts}
        return Language(
            self.locale.code,
            vocabulary,
            tuple(r for r in rules if set(re.findall(r"<(\w+)", r.pattern)) <= usable),
            tense=Tense(infinitive="-"),
            links=_DASHES,
            word=self.word,
            edge=self.edge,
            fold=self.fold,
        )


def _only(found: Mapping[str, object], keep: Callable[[str], bool]) -> dict[str, object]:
    return {form: value for form, value in found.items() if keep(form)}
