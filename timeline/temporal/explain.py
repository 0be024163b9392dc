"""Why a text was tagged as it was: which rules fired, what they rest on, and which lost."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from timeline.model import Mention
from timeline.temporal import engine
from timeline.temporal.engine import Lost
from timeline.temporal.tagger import Genre, read


@dataclass(frozen=True, slots=True)
class Reading:
    """One mention, which way its clause looks ("past", "future", ""), and what lost to it."""

    mention: Mention
    side: str
    pattern: str
    lost: tuple[Lost, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """The whole text: its genre, each mention, and the matches that led to none."""

    genre: Genre
    readings: tuple[Reading, ...]
    rejected: tuple[Lost, ...]


def explain(
    text: str, *, published: dt.date | None, language: str = "en", genre: Genre = "auto"
) -> Explanation:
    """The same reading as `tag` gives, with the reasons. Offsets are those of `text`."""
    lost: list[Lost] = []
    found = read(text, published, language, genre, lost)
    patterns = {rule.name: rule.pattern for rule in engine.grammar(language).language.rules}
    readings: list[Reading] = []
    used: set[int] = set()
    for mention, looks in found.mentions:
        beaten = [x for x in lost if x.start < mention.end and x.end > mention.start]
        used.update(id(x) for x in beaten)
        readings.append(Reading(mention, looks, patterns.get(mention.rule, ""), tuple(beaten)))
    rejected = tuple(x for x in lost if id(x) not in used)
    return Explanation(found.genre, tuple(readings), rejected)
