"""A document as the event rules read it: sentence by sentence, with what can date an event."""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from timeline.errors import WhenError
from timeline.events.sentences import split
from timeline.model import Document, Mention
from timeline.temporal import ranges
from timeline.when import When

_REACH = 4  # sentences back in which a pronoun finds its name
_VAGUE = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its dated expressions, their offsets moved to the sentence's own text.

    `index` counts the document's sentences from 0; `before` are the texts of the last few;
    `quoted` ones begin inside somebody's quotation.
    """

    index: int
    paragraph: int
    start: int
    text: str
    mentions: tuple[Mention, ...]
    before: tuple[str, ...]
    quoted: bool = False


def sentences(document: Document, mentions: Mapping[int, Sequence[Mention]]) -> Iterator[Sentence]:
    """The sentences of a document in text order, each with what can date an event in it."""
    index = 0
    before: deque[str] = deque(maxlen=_REACH)
    for paragraph in document.paragraphs:
        if paragraph.boilerplate:
            continue
        dating = _dating(paragraph.text, mentions.get(paragraph.number, ()), document)
        for start, end in split(paragraph.text):
            inside = tuple(
                replace(m, start=m.start - start, end=m.end - start)
                for m in dating
                if start <= m.start < end
            )
            text = paragraph.text[start:end]
            quoted = _in_quotation(paragraph.text, start)
            yield Sentence(index, paragraph.number, start, text, inside, tuple(before), quoted)
            index += 1
            before.append(text)


def _in_quotation(text: str, start: int) -> bool:
    before = text[:start]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def _dating(text: str, mentions: Sequence[Mention], document: Document) -> list[Mention]:
    """The expressions that can date an event, the two ends of a stretch of time made one."""
    ordered = sorted(mentions, key=lambda m: m.start)
    stretches: dict[Mention, Mention | None] = {}
    for found in ranges(text, ordered, language=document.source.language):
        stretches[found.last] = None
        stretches[found.first] = replace(
            found.first, end=found.end, text=found.text, when=found.when, rule="range"
        )
    for first, last in pairwise(ordered):
        between = text[first.end : last.start]
        if between == " of " and last.when:  # "the night of 3 May" is that day
            stretches[first] = None
        elif between in (" and ", "/") and (when := _neighbours(first, last)):
            stretches[last] = None
            stretches[first] = replace(
                first, end=last.end, text=text[first.start : last.end], when=when, rule="range"
            )
    joined = (stretches.get(m, m) for m in ordered)
    return [m for m in joined if m is not None and can_date(m)]


def _neighbours(first: Mention, last: Mention) -> str | None:
    """ "7 and 8 June", "1956 and 1957": what follows at once is one stretch of time."""
    if not first.when or not last.when:
        return None
    try:
        end, start = When.parse(first.when).latest, When.parse(last.when).earliest
        if end is None or start is None:
            return None
        next_day = dt.date(*end[:3]) + dt.timedelta(days=1)
    except (WhenError, ValueError, OverflowError):  # years that `datetime` can't hold
        return None
    adjoining = (next_day.year, next_day.month, next_day.day) == start[:3]
    plain = "/" not in first.when + last.when
    return f"{first.when}/{last.when}" if adjoining and plain else None


def can_date(mention: Mention) -> bool:
    """Whether an expression can date an event: it denotes a known time, or would if it were
    known when the source was published. Plain durations, sets and "now" don't."""
    if mention.value in _VAGUE:
        return False
    if mention.when:
        return True
    return mention.type != "SET" and mention.anchor == "missing"
