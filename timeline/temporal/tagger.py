"""One text through all stages: mend, find, tell the genre, resolve in order."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from timeline.model import Mention
from timeline.temporal import engine
from timeline.temporal.anchor import Genre, Place, Reader
from timeline.temporal.engine import Lost
from timeline.temporal.genre import is_narrative
from timeline.temporal.nearest import Side
from timeline.temporal.rule import View
from timeline.temporal.spelling import mended
from timeline.temporal.tense import side

EARLY = 80  # a story goes to a year where a sentence begins; further in it only looks there

__all__ = ["Found", "Genre", "read", "tag"]


@dataclass(frozen=True, slots=True)
class Found:
    """The mentions of a text, each with the way its clause looks, and the genre it was read in."""

    genre: Genre
    mentions: tuple[tuple[Mention, Side], ...]


def read(
    text: str,
    published: dt.date | None,
    language: str,
    genre: Genre,
    lost: list[Lost] | None = None,
) -> Found:
    """What `tag` gives, with what `explain` wants to know; `lost` collects the losers."""
    rules = engine.grammar(language)
    mend = mended(text, rules.language)
    if rules.language.fold:
        mend = replace(mend, text=mend.text.translate(rules.language.fold))
    found = list(engine.candidates(mend.text, rules, lost))
    narrative = genre == "narrative" or (genre == "auto" and is_narrative(found, published))
    told: Genre = "narrative" if narrative else "news"
    reader = Reader(published, narrative)
    mentions = []
    for one in found:
        if one.genre not in ("", told):
            continue
        looks = side(mend.text, one.start, one.end, rules.language.tense)
        view = View(mend.text, one.start, one.end)
        away = narrative and (
            view.before in rules.language.background or not view.near_start(EARLY)
        )
        ahead = view.before in rules.language.ahead and not view.preceded(rules.language.ranks)
        meaning = reader.read(one.node, Place(view.said, looks, away, ahead))
        if meaning is None:
            continue
        start, end = mend.original(one.start), mend.original(one.end)
        mention = Mention(
            start,
            end,
            text[start:end],
            meaning.type,
            meaning.value,
            meaning.when,
            one.rule,
            meaning.anchor,
            meaning.mod,
        )
        mentions.append((mention, looks))
    if lost is not None:
        lost[:] = [replace(x, start=mend.original(x.start), end=mend.original(x.end)) for x in lost]
    return Found(told, tuple(mentions))


def tag(
    text: str, *, published: dt.date | None, language: str = "en", genre: Genre = "auto"
) -> tuple[Mention, ...]:
    """The mentions of a text, in order, not overlapping, `text[m.start:m.end] == m.text`.

    Relative expressions are resolved against `published`; without it they keep an open value
    ("XXXX-WXX-5"), `when=None` and `anchor="missing"`. `genre="narrative"` takes the year of a
    bare "17 July" from the text before it; "auto" tells by the text. A language without
    rules (see `lang.speaks`) finds nothing.
    """
    return tuple(mention for mention, _ in read(text, published, language, genre).mentions)
