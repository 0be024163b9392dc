"""One locale on its way to a `Language`: slots from its names, rules from `shapes`."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.temporal.locales import spoken, wordings
from timeline.temporal.locales.company import Company
from timeline.temporal.locales.counting import counted, length
from timeline.temporal.locales.data import locale
from timeline.temporal.locales.figures import Gaps, between, figures, year_after_word, year_of
from timeline.temporal.locales.forms import forms
from timeline.temporal.locales.guards import Guards
from timeline.temporal.locales.names import Names, only
from timeline.temporal.locales.phrases import Phrases
from timeline.temporal.locales.shapes import rules
from timeline.temporal.pattern import Slot, alive
from timeline.temporal.rule import Language


@lru_cache(maxsize=256)
def compiled(code: str) -> Language:
    """The language of a locale; without rules where there is no data for the code."""
    found = locale(code)
    if found is None:
        return Language(code, {}, ())
    names = Names(found, forms(found.code))
    told = names.forms.phrases
    vocabulary = _vocabulary(names)
    usable = {slot for slot, form in vocabulary.items() if form.starts}
    made = tuple(
        rule
        for rule in rules(found.order, _guards(names), found.spaced)
        if set(re.findall(r"<(\w+)", rule.pattern)) <= usable
    )
    if told:
        vocabulary |= spoken.vocabulary(names, told)
        made = tuple(rule for rule in made if rule.name not in _replaced(told))
        made += tuple(
            r
            for r in wordings.rules(Company(names, told, spoken.tense(told)))
            if alive(r.pattern, vocabulary)
        )
    return Language(
        found.code,
        vocabulary,
        made,
        word=names.word,
        edge=names.edge,
        fold=names.fold,
        apart=names.spaced and bool(told),
        tense=spoken.tense(told),
        **spoken.order(names, told),
    )


def _replaced(told: Phrases) -> tuple[str, ...]:
    """The names of the plainer rules that wordings stand in for."""
    away = told.list("ago") or told.list("ago_after")
    return ("<n> <units>", "<n> <units> ago") if away else ("<n> <units>",)


def _vocabulary(names: Names) -> dict[str, Slot]:
    """The slots that the rules in `shapes` are written with."""
    more = names.forms
    gaps = _gaps(names)
    year_words = [names.spelled(word) for word in more.year_before]
    in_brackets = rf"\s?\((?:{names.either(names.weekdays)})\)"
    joining_days = only(names.weekdays, names.joins)
    return {
        "month": names.table(names.months, twice=True),
        "longmonth": names.table(only(names.months, names.joins), twice=True),
        "weekday": names.table(names.weekdays),
        "fullday": names.table(joining_days, capitalised=more.capitalised),
        "longday": names.table(only(names.weekdays, lambda form: not names.short(form))),
        "relative": names.table(only(names.relative, names.sure(names.relative).__contains__)),
        "counted": counted(names),
        "length": length(names),
        "last": names.table({names.spelled(form): -1 for form in more.last}),
        "next": names.table({names.spelled(form): 1 for form in more.next}),
        "wafter": names.slot(in_brackets, lambda said: None, "1"),
        "yearword": names.slot(
            year_after_word(names.either(year_words), gaps, more),
            lambda said: year_of(said, more),
            *year_words,
        ),
        **figures(gaps, more),
        **between(gaps),
    }


def _gaps(names: Names) -> Gaps:
    """What may stand between the parts of a date."""
    joining = names.either(names.words((*names.locale.joining, *names.forms.joining)))
    years = names.words(names.forms.year) or frozenset(names.named("year"))
    long = [form for form in years if len(form) > 1 or not names.spaced]
    after = names.either(long)
    if names.spaced and len(long) < len(years):
        # a single letter is a word for "year" only with its full stop: "2014 г."
        after = f"(?:{after}|{names.either(years - set(long))}\\.)"
    days = [form for form in names.named("day") if not names.spaced or form == "d" or form[1:]]
    return Gaps(
        names.spaced,
        names.space,
        f"(?:{joining}{names.space})?",
        after + names.end,
        names.either(names.words(names.forms.year_before)),
        names.either(days),
    )


def _guards(names: Names) -> Guards:
    more = names.forms.phrases
    sure_months = frozenset(filter(names.secure, names.sure(names.months)))
    named = {**names.months, **names.weekdays}
    return Guards(
        before=names.before,
        after=names.words(names.forms.after),
        not_after=names.words(names.forms.not_after),
        sure=sure_months | names.sure(names.weekdays),
        long=frozenset(filter(names.joins, named)) - names.words(more.list("never_alone")),
        small=names.forms.small,
        spaced=names.locale.spaced,
    )
