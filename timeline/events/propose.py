"""The pass over a document: which expressions can date an event, sentence by sentence."""

from __future__ import annotations

import datetime as dt
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from timeline.errors import WhenError
from timeline.events import plain
from timeline.events.draft import Context, Draft, draft_events
from timeline.events.identity import identify
from timeline.events.leads import lead_length
from timeline.events.names import Names
from timeline.events.parser import Parser
from timeline.events.reference import Introductions
from timeline.events.sentences import split
from timeline.model import Citation, Document, Event, Mention, Source
from timeline.temporal import ranges
from timeline.when import When

_REACH = 4  # sentences back in which a pronoun finds its name
_VAGUE = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})


@dataclass(frozen=True, slots=True)
class Dated:
    """A sentence with its dated expressions, their offsets moved to the sentence's own text."""

    paragraph: int
    start: int
    text: str
    mentions: tuple[Mention, ...]
    before: tuple[str, ...]


Read = tuple[Document, Mapping[int, Sequence[Mention]]]


def propose_many(documents: Iterable[Read], *, parser: Parser | None) -> list[tuple[Event, ...]]:
    """The events of several documents, each with its mentions; see `timeline.events.propose`.

    All their sentences are parsed in one batch. A document's events don't depend on the others.
    """
    prepared = [_prepare(document, mentions) for document, mentions in documents]
    if parser is None:
        return [_finish(p, [plain.draft_events(c) for _, c in p]) for p in prepared]
    trees = iter(parser.parse([context.text for p in prepared for _, context in p]))
    return [_finish(p, [draft_events(context, next(trees)) for _, context in p]) for p in prepared]


def _prepare(
    document: Document, mentions: Mapping[int, Sequence[Mention]]
) -> list[tuple[Dated, Context]]:
    """The dated sentences of a document, each with what it is read with."""
    sentences = list(dated_sentences(document, mentions))
    if not sentences:
        return []
    told = [p.text for p in document.paragraphs if not p.boilerplate]
    names, introductions = Names(told), Introductions(told)
    return [(s, _context(s, names, introductions, document.source)) for s in sentences]


def _finish(
    prepared: Sequence[tuple[Dated, Context]], drafts: Sequence[Sequence[Draft]]
) -> tuple[Event, ...]:
    seen: Counter[tuple[str, str]] = Counter()
    return tuple(
        event
        for (sentence, context), found in zip(prepared, drafts, strict=True)
        for event in _events(sentence, context.skip, found, seen)
    )


def dated_sentences(
    document: Document, mentions: Mapping[int, Sequence[Mention]]
) -> Iterator[Dated]:
    """The sentences that hold an expression which can date an event, in text order."""
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
            if inside:
                yield Dated(paragraph.number, start, text, inside, tuple(before))
            before.append(text)


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


def _context(
    sentence: Dated, names: Names, introductions: Introductions, source: Source
) -> Context:
    """A sentence without its dateline, offsets moved; a date in that goes along as `leading`."""
    skip = lead_length(sentence.text, sentence.mentions)
    inside = tuple(
        replace(m, start=m.start - skip, end=m.end - skip)
        for m in sentence.mentions
        if m.start >= skip
    )
    leading = next((m for m in sentence.mentions if m.start < skip), None)
    if leading is not None:
        leading = replace(leading, start=leading.start - skip, end=leading.end - skip)
    text = sentence.text[skip:]
    return Context(
        text,
        inside,
        sentence.before,
        names,
        source.published,
        skip=skip,
        leading=leading,
        introductions=introductions,
        language=source.language.lower().split("-")[0],
    )


def _events(
    sentence: Dated, skip: int, drafts: Sequence[Draft], seen: Counter[tuple[str, str]]
) -> Iterator[Event]:
    squashed = " ".join(sentence.text.split())
    ordinals: Counter[int] = Counter()
    repeats: dict[int, int] = {}
    for draft in drafts:
        said = draft.mention.text
        place = draft.mention.start
        if place not in repeats:
            repeats[place] = seen[squashed, said]
            seen[squashed, said] += 1
        ordinal = ordinals[place]
        ordinals[place] += 1
        quote = sentence.text[draft.start + skip : draft.end + skip]
        yield Event(
            id=identify(sentence.text, said, repeat=repeats[place], ordinal=ordinal),
            when=draft.mention.when or "",
            title=draft.title,
            kind=draft.kind,
            who=draft.who,
            where=draft.where,
            citations=(Citation(paragraph=sentence.paragraph, quote=quote, said=said),),
        )
