"""Names and phrases of one locale as slots, and which of them are dates by themselves."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import cast

from timeline.temporal.locales.data import Locale
from timeline.temporal.locales.fold import folding, marks
from timeline.temporal.locales.forms import Forms
from timeline.temporal.nodes import Unit
from timeline.temporal.pattern import ANY, DIGIT, Slot

SHORT = 3  # a name of so few letters needs a number beside it
SECURE = 5  # letters from which a month's name is a date without further words
ABBREVIATED = 0.65  # the part of its longest form below which a form is an abbreviation
_LETTERS = re.compile(r"[^\W\d_]")
_ALPHABETS = re.compile("[A-Za-z\u00c0-\u02af\u0370-\u058f\u10a0-\u10ff\u1e00-\u1fff]")


def only(found: Mapping[str, object], keep: Callable[[str], bool]) -> dict[str, object]:
    """The entries whose form is to be kept."""
    return {form: value for form, value in found.items() if keep(form)}


@dataclass(frozen=True)
class Names:
    """The forms of one locale, as texts have them after folding: small letters, single spaces."""

    locale: Locale
    forms: Forms

    # -- letters and words

    @cached_property
    def fold(self) -> Mapping[int, str]:
        """See `fold.folding`."""
        return folding(self.locale.code)

    def spelled(self, form: str) -> str:
        """A form as texts have it."""
        return " ".join(form.translate(self.fold).lower().split()).rstrip(".").lstrip("'")

    def words(self, found: Iterable[str]) -> frozenset[str]:
        """A list of our additions, as texts have it."""
        return frozenset(map(self.spelled, found))

    @property
    def spaced(self) -> bool:
        """Whether a form stands between spaces, with no ending after it."""
        return self.locale.spaced and not self.forms.open_end

    @cached_property
    def word(self) -> re.Pattern[str]:
        """What the engine looks up: runs of letters and marks; in scripts without spaces every
        letter for itself, where endings may follow a form the first of a run.
        """
        if self.spaced:
            return re.compile(f"[^\\W_][\\w{marks()}]*")
        return re.compile(r"\d+|(?<![^\W\d_])[^\W\d_]" if self.locale.spaced else r"\d+|[^\W\d_]")

    @cached_property
    def edge(self) -> str:
        """What must be true where a match ends."""
        return f"(?![\\w{marks()}])" if self.spaced else r"(?!\d)"

    @property
    def end(self) -> str:
        """What must be true where a form ends inside a match."""
        return self.edge if self.spaced else ""

    @property
    def space(self) -> str:
        """What stands between two words."""
        return r"\s{1,3}" if self.spaced else r"\s{0,3}"

    def key(self, form: str) -> str:
        """The word that the engine looks a form up by; empty where it can't."""
        found = self.word.match(form)
        first = found[0] if found else ""
        return DIGIT if first[:1].isdecimal() else first

    # -- tables

    @cached_property
    def months(self) -> dict[str, int]:
        return self._clean({**self.locale.months, **self.forms.months})

    @cached_property
    def weekdays(self) -> dict[str, int]:
        return self._clean({**self.locale.weekdays, **self.forms.weekdays})

    def _clean(self, found: Mapping[str, int]) -> dict[str, int]:
        """Without forms that are wrong, or single letters (CLDR's narrow names)."""
        told = {self.spelled(form): n for form, n in found.items()}
        return {
            form: n
            for form, n in told.items()
            if self.key(form)
            and form not in self.wrong
            and _LETTERS.search(form)
            and (len(form) > 1 or not self.spaced)
        }

    @cached_property
    def relative(self) -> dict[str, tuple[str, int]]:
        """Phrases without the preposition that TimeML leaves out of them."""
        now = dict.fromkeys(self.locale.now, ("now", 0))
        told: dict[str, tuple[str, int]] = {**self.locale.relative, **now, **self.forms.relative}
        found: dict[str, tuple[str, int]] = {}
        for form, away in told.items():
            first, _, rest = self.spelled(form).partition(" ")
            kept = rest if " " in rest and first in self.before else f"{first} {rest}".strip()
            found[kept] = away
        return {f: away for f, away in found.items() if self.key(f) and f not in self.wrong}

    @cached_property
    def units(self) -> dict[str, Unit]:
        more = {form: cast(Unit, unit) for form, unit in self.forms.units.items()}
        return {self.spelled(form): unit for form, unit in {**self.locale.units, **more}.items()}

    def named(self, unit: Unit) -> list[str]:
        """The forms of one unit."""
        return [form for form, kind in self.units.items() if kind == unit]

    @cached_property
    def numbers(self) -> dict[str, int]:
        told = {**self.locale.numbers, **self.forms.numbers}
        return {self.spelled(form): n for form, n in told.items() if n == int(n)}

    @cached_property
    def before(self) -> frozenset[str]:
        return self.words(self.forms.before)

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
        tables = (self.months, self.weekdays, self.relative)
        return frozenset(
            form
            for form, meaning in found.items()
            if form in plain
            or not (
                form in self.traps
                or self.short(form)
                or self._cut(form, meaning, found)
                or sum(form in table for table in tables) > 1
            )
        )

    def short(self, form: str) -> bool:
        """Whether a form has too few letters; in other scripts than alphabets a letter is more."""
        if _ALPHABETS.search(form):
            return len(_LETTERS.findall(form)) <= SHORT
        return len(form) < 2

    def secure(self, form: str) -> bool:
        """Whether a month's name is so long that it needs no other word beside it."""
        return len(form) >= SECURE or not _ALPHABETS.search(form)

    def joins(self, form: str) -> bool:
        """Whether a form is a month or weekday beside a figure or a word that makes it one: three
        letters and no trap, or the only name that the month has.
        """
        letters = len(_LETTERS.findall(form))
        if form in self.traps and letters <= SHORT:
            return False
        if not self.short(form) or letters == SHORT:
            return True
        month = self.months.get(form)
        same = (f for f, n in self.months.items() if n == month)
        return month is not None and all(len(f) <= len(form) for f in same)

    def _cut(self, form: str, meaning: object, found: Mapping[str, object]) -> bool:
        """Whether a word is the beginning or last word of a longer form of the same meaning."""
        if " " in form:
            return False
        glue = " " if self.locale.spaced else ""
        for other, same in found.items():
            if same != meaning or len(form) >= len(other):
                continue
            if (
                " " not in other
                and other.startswith(form)
                and len(form) <= ABBREVIATED * len(other)
            ):
                return True
            if other.endswith(glue + form) and len(other) - len(form) >= SHORT:
                return True
        return False

    # -- slots

    def either(self, found: Iterable[str]) -> str:
        """A choice of forms as a regular expression, the longest first; none never matches."""
        ordered = sorted(set(found), key=lambda form: (-len(form), form))
        return "(?:" + "|".join(map(self._body, ordered)) + ")" if ordered else "(?!)"

    def _body(self, form: str) -> str:
        """White space as it comes; in scripts without spaces a figure may stand off ("3 月")."""
        text = re.escape(form).replace("\\ ", r"\s{1,3}")
        return text if self.locale.spaced else re.sub(r"(?<=\d)(?=[^\W\d_])", r"\\s?", text)

    def slot(self, regex: str, parse: Callable[[str], object], *forms: str) -> Slot:
        """A slot by its regular expression, looked up by the first words of these forms."""
        keys = {self.key(form) for form in forms} - {""}
        return Slot(regex, frozenset((key, ANY) for key in keys), parse)

    def table(
        self, found: Mapping[str, object], *, capitalised: bool = False, twice: bool = False
    ) -> Slot:
        """A slot of forms; what only case folding leads to a form means nothing.

        `twice`: the same may be said by two names with a slash between, as Arabic months are.
        """
        meaning = {form.replace(" ", ""): value for form, value in found.items()}
        regex = self.either(found) + self.end

        def parse(said: str) -> object:
            told = {meaning.get(part) for part in "".join(said.lower().split()).split("/")}
            return told.pop() if len(told) == 1 else None

        starts = self.slot("", parse, *found).starts
        return Slot(regex + (rf"(?:\s?/\s?{regex})?" if twice else ""), starts, parse, capitalised)
