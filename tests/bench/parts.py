"""What each part of our tagger adds: our spans with dateparser's values, then ours bit by bit.

Same signature as `adapters`; these are for the figures, not for the clock.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from tests.bench.adapters import Found, Tagger, dateparser_values
from timeline.model import Mention
from timeline.temporal import tag

AROUND = 200  # characters on either side that a mention is read with, for tense


def ours(language: str) -> Tagger:
    """The whole of it. LookupError for a language without rules."""
    tag("", published=None, language=language)
    return lambda text, published: [_found(m, m) for m in _tag(text, published, language)]


def spans_as_days(language: str) -> Tagger:
    """Recognition ours, the value dateparser's, every datetime taken for a day."""
    return _dateparser(language, 0)


def spans_cut(language: str) -> Tagger:
    """Recognition ours, the value dateparser's, cut to its period."""
    return _dateparser(language, 1)


def words_alone(language: str) -> Tagger:
    """Ours, each mention read without the text around it: our values, no tense, no discourse."""
    return _alone(language, 0)


def clause_alone(language: str) -> Tagger:
    """Ours, each mention read with its clause but without the other mentions: no discourse."""
    return _alone(language, AROUND)


def _tag(text: str, published: dt.date, language: str) -> tuple[Mention, ...]:
    return tag(text, published=published, language=language)


def _found(where: Mention, what: Mention | None) -> Found:
    """A mention's place with the value of another; no value where there is none."""
    return where.start, where.end, what.type if what else "", what.value if what else ""


def _dateparser(language: str, number: int) -> Tagger:
    values = dateparser_values(language)

    def tagger(text: str, published: dt.date) -> list[Found]:
        mentions = _tag(text, published, language)
        read = [values(m.text, published)[number] for m in mentions]
        return [(m.start, m.end, "DATE", v) for m, v in zip(mentions, read, strict=True)]

    return tagger


def _alone(language: str, around: int) -> Tagger:
    def tagger(text: str, published: dt.date) -> list[Found]:
        mentions = _tag(text, published, language)
        blank = [*text]
        for m in mentions:
            blank[m.start : m.end] = "_" * (m.end - m.start)
        blanked = "".join(blank)
        return [_found(m, _again(m, blanked, published, language, around)) for m in mentions]

    return tagger


def _again(
    one: Mention, blanked: str, published: dt.date, language: str, around: int
) -> Mention | None:
    """The same mention found in a text where it stands alone."""
    before = blanked[max(0, one.start - around) : one.start]
    after = blanked[one.end : one.end + around]
    for m in tag(before + one.text + after, published=published, language=language, genre="news"):
        if m.start < len(before) + len(one.text) and m.end > len(before):
            return m
    return None


PARTS: dict[str, Callable[[str], Tagger]] = {
    "our spans, dateparser's value as a day": spans_as_days,
    "our spans, dateparser's value cut to its period": spans_cut,
    "ours, each mention by its words alone": words_alone,
    "ours, each mention by its clause alone": clause_alone,
}
