"""Text -> mentions: the expressions of time in a text, with what they mean."""

from __future__ import annotations

import datetime as dt

from timeline.model import Mention
from timeline.temporal import engine
from timeline.temporal.anchor import Genre, Reader
from timeline.temporal.genre import is_narrative
from timeline.temporal.tense import side

__all__ = ["Genre", "tag"]


def tag(
    text: str, *, published: dt.date | None, language: str = "en", genre: Genre = "auto"
) -> tuple[Mention, ...]:
    """The mentions of a text, in order, not overlapping, `text[m.start:m.end] == m.text`.

    Relative expressions are resolved against `published`; without it they keep an open value
    ("XXXX-WXX-5"), `when=None` and `anchor="missing"`. `genre="narrative"` takes the year of a
    bare "17 July" from the text before it; "auto" tells by the text.
    """
    rules = engine.grammar(language)
    found = list(engine.candidates(text, rules))
    narrative = genre == "narrative" or (genre == "auto" and is_narrative(found, published))
    reader = Reader(published, narrative)
    mentions = []
    for one in found:
        meaning = reader.read(one.node, side(text, one.start, one.end, rules.language.tense))
        if meaning is not None:
            said = text[one.start : one.end]
            mentions.append(Mention(one.start, one.end, said, meaning.type, meaning.value,
                                    meaning.when, one.rule, meaning.anchor, meaning.mod))  # fmt: skip
    return tuple(mentions)
