"""Where an article's page, its address and its own words disagree about the day: in sentences."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from timeline.intake import address, days
from timeline.intake.article import Article
from timeline.temporal import tag
from timeline.temporal.locales.data import locale

_NAMES = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_LOOKED_AT = 40  # blocks from the top
_LONG = 2_000  # characters of a block
_MADE = "date of creation"  # of a file; it says nothing against the day of publication
_DATELINES = (
    # "MOSCOW, 23 September (Agency) -"
    re.compile(
        r"[^\W\da-z_][^\Wa-z\d_. ,'’/-]*[^a-z\d()–—]{2,50}?[ ,]\s*(?P<day>[^()–—]{3,25}?)\s*"
        r"(?:\([^()]{2,30}\)\s*)?(?:[–—]|\s-{1,2}\s)"
    ),
    # "MOSCOW (Agency, Sept 23)"
    re.compile(r"[^()]{0,60}\((?P<who>[^\W\d_][\w .]{1,25}),\s*(?P<day>[^()]{3,25})\)"),
)


def with_doubts(article: Article) -> Article:
    """The article with a sentence for each disagreement, what is against what, after its own."""
    found = [*article.doubts, *_of_facts(article)]
    day = _day(article.day.value) if article.day else None
    if day is not None:
        found += _of_words(article, day)
    return replace(article, doubts=tuple(dict.fromkeys(found)))


def _of_facts(article: Article) -> Iterator[str]:
    first = article.day
    if first is None:
        if article.updated:
            yield (
                f"there is a day of the last change ({article.updated[0].value},"
                f" {article.updated[0].basis}), but none of publication"
            )
        return
    for other in article.published:
        if other.basis.endswith(_MADE):
            continue
        if other != first and first.basis == other.basis and first.basis.endswith(days.EITHER):
            yield f"published on {first.value} or on {other.value} ({first.basis})"
        if other.basis != first.basis and _are_apart(first.value, other.value):
            yield (f"published on {first.value} ({first.basis}), but {other.value} ({other.basis})")
    for changed in article.updated[:1]:
        if changed.value < first.value and _are_apart(first.value, changed.value):
            yield (
                f"changed last on {changed.value} ({changed.basis}), before it was"
                f" published on {first.value} ({first.basis})"
            )
    copy = address.copy_of(article.archived)
    if copy and copy.taken and copy.taken < first.value and _are_apart(copy.taken, first.value):
        yield f"the archived copy is of {copy.taken}, before {first.value} ({first.basis})"


def _of_words(article: Article, day: dt.date) -> Iterator[str]:
    """What the text itself calls today, and its dateline."""
    basis = article.day.basis if article.day else ""
    language = article.language or "en"
    texts = _texts(article)
    for text in texts:
        for words, weekday in _todays(text, language):
            if weekday != day.weekday():
                yield f"the text says “{words}”, but {day} ({basis}) is a {_NAMES[day.weekday()]}"
    for text in texts[:3]:
        for words, said in _datelines(text, day, language):
            if abs(said - day) > dt.timedelta(days=1):
                yield f"the text begins with “{words}”, but was published on {day} ({basis})"


def _texts(article: Article) -> list[str]:
    if article.content is not None:
        body = re.sub(r"\A---\n.*?\n---\n", "", article.content[:100_000], flags=re.DOTALL)
        return [" ".join(part.split())[:_LONG] for part in body.split("\n\n")[:_LOOKED_AT] if part]
    blocks = article.blocks[:_LOOKED_AT]
    return [block.text[:_LONG] for block in blocks if block.role != "heading"]


def _todays(text: str, language: str) -> Iterator[tuple[str, int]]:
    """("today is Tuesday", 1) for each weekday that stands beside the word for today."""
    pattern, weekdays = _pattern(language)
    if pattern is None:
        return
    for found in pattern.finditer(text):
        yield found[0], weekdays[(found["a"] or found["b"]).casefold()]


@lru_cache(maxsize=32)
def _pattern(language: str) -> tuple[re.Pattern[str] | None, dict[str, int]]:
    known = locale(language)
    if known is None:
        return None, {}
    weekdays = {name.casefold(): number for name, number in known.weekdays.items() if len(name) > 3}
    todays = [word for word, unit in known.relative.items() if unit == ("day", 0)]
    if not weekdays or not todays:
        return None, {}
    days = "|".join(map(re.escape, sorted(weekdays, key=len, reverse=True)))
    today = "|".join(map(re.escape, sorted(todays, key=len, reverse=True)))
    between = r"(?:,?\s*\(?|\s+(?:is|ist|es|è|est)\s+)"
    return (
        re.compile(
            rf"\b(?:(?:{today}){between}(?P<a>{days})|(?P<b>{days}),?\s*\(?(?:{today}))\b",
            re.IGNORECASE,
        ),
        weekdays,
    )


def _datelines(text: str, day: dt.date, language: str) -> Iterator[tuple[str, dt.date]]:
    for pattern in _DATELINES:
        if found := pattern.match(text[:200]):
            for mention in tag(found["day"], published=day, language=language):
                said = _day((mention.when or "").split("T")[0])
                if said is not None and re.search(r"\d", mention.text):
                    yield found[0].rstrip(" –—-"), said


def _are_apart(one: str, other: str) -> bool:
    """More than a day, which a time zone can't explain; a month isn't apart from its days."""
    if one.startswith(other) or other.startswith(one):
        return False
    first, second = _day(one), _day(other)
    return first is None or second is None or abs(first - second) > dt.timedelta(days=1)


def _day(value: str) -> dt.date | None:
    """An EDTF day; None for anything vaguer."""
    try:
        return dt.date.fromisoformat(value) if re.fullmatch(r"\d{4}-\d\d-\d\d", value) else None
    except ValueError:
        return None
