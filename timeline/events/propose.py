"""The pass over documents: sentences chosen, parsed in one batch, and made into events."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from timeline.events import plain, undated
from timeline.events.dating import Origin, Story, Told, main_date, one_time
from timeline.events.draft import Context, Draft, draft_clause, draft_events
from timeline.events.identity import identify
from timeline.events.kind import is_ahead
from timeline.events.leads import lead_length
from timeline.events.names import Names
from timeline.events.parser import Parser, Tree
from timeline.events.reading import Sentence, sentences
from timeline.events.reference import Introductions
from timeline.events.salience import Salience, score
from timeline.events.verb_kinds import main_verb
from timeline.model import Citation, Document, Event, Mention, Source

Read = tuple[Document, Mapping[int, Sequence[Mention]]]
Found = tuple[Draft, Origin | None]
"""A draft, and where its date stands when that isn't its own sentence."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document cut into the sentences worth a look, each with what it is read with.

    `first` is the paragraph that opens the text, `lead` are its dates (EDTF).
    """

    source: Source
    salience: Salience
    first: int
    lead: tuple[str, ...]
    chosen: tuple[tuple[Sentence, Context], ...]


def propose_many(documents: Iterable[Read], *, parser: Parser | None) -> list[tuple[Event, ...]]:
    """The events of several documents, each with its mentions; see `timeline.events.propose`.

    All their sentences are parsed in one batch. A document's events don't depend on the others.
    """
    prepared = [_prepare(document, mentions) for document, mentions in documents]
    if parser is None:
        return [_finish(p, [None] * len(p.chosen)) for p in prepared]
    trees = iter(parser.parse([context.text for p in prepared for _, context in p.chosen]))
    return [_finish(p, [next(trees) for _ in p.chosen]) for p in prepared]


def _prepare(document: Document, mentions: Mapping[int, Sequence[Mention]]) -> Prepared:
    """The dated sentences of a document, and the few without a date that are about its news."""
    every = list(sentences(document, mentions))
    salience = Salience(document, every)
    english = document.source.language.lower().split("-")[0] == "en"
    also = undated.choose(every, salience) if english else frozenset()
    some = [s for s in every if s.mentions or s.index in also]
    if not some:
        return Prepared(document.source, salience, 1, (), ())
    told = [p.text for p in document.paragraphs if not p.boilerplate]
    names, introductions = Names(told), Introductions(told)
    chosen = tuple((s, _context(s, names, introductions, document.source)) for s in some)
    first = every[0].paragraph
    lead = tuple(m.when for s in every if s.paragraph == first for m in s.mentions if m.when)
    return Prepared(document.source, salience, first, lead, chosen)


def _finish(prepared: Prepared, trees: Sequence[Tree | None]) -> tuple[Event, ...]:
    seen: Counter[tuple[str, str]] = Counter()
    story = Story(prepared.source.published, lead=prepared.lead, first=prepared.first)
    events: list[Event] = []
    for (sentence, context), tree in zip(prepared.chosen, trees, strict=True):
        found = _drafts(sentence, context, tree, story)
        drafted = _events(sentence, context.skip, found, seen, prepared.salience)
        events += filter(undated.is_worth_it, drafted)
    return tuple(events)


def _drafts(sentence: Sentence, context: Context, tree: Tree | None, story: Story) -> list[Found]:
    """The events of a sentence; its date is noted for the sentences behind it."""
    if tree is None:
        return _plain_drafts(sentence, context, story)
    dated = draft_events(context, tree)
    found: list[Found] = [(draft, None) for draft in dated]
    for clause, how in undated.clauses(tree) if undated.is_narrated(sentence) else ():
        where = undated.origin(story, sentence, how, context.published)
        at = tree.tokens[clause.head].start
        if where is not None and not any(d.start <= at < d.end for d in dated):
            place = Mention(clause.start, clause.start, "", "DATE", "", where.when, "elsewhere")
            draft = draft_clause(context, tree, clause, place)
            verb, subject = tree.tokens[clause.head].text, undated.subject_of(tree, clause.head)
            if undated.reads_alone(draft.title, verb, subject):
                found.append((draft, where))
    lead = story.is_lead(sentence.paragraph)
    date = main_date(tree, context.mentions, context.published, lead=lead)
    if context.mentions:
        story.tell(_told(sentence, context, date, dated))
    return found


def _plain_drafts(sentence: Sentence, context: Context, story: Story) -> list[Found]:
    """The same without a tree: a sentence holds a date for others where it has but one."""
    drafts = plain.draft_events(context)
    known = [m for m in context.mentions if m.when and not is_ahead(m.when, context.published)]
    if sentence.mentions:
        only = known[0] if known and one_time(known) else None
        story.tell(_told(sentence, context, only, drafts))
        return [(draft, None) for draft in drafts]
    where = undated.origin(story, sentence, undated.plain_aspect(context.text), context.published)
    if where is None:
        return []
    place = Mention(0, 0, "", "DATE", "", where.when, "elsewhere")
    told = plain.draft_events(replace(context, leading=place))
    return [(d, where) for d in told if undated.reads_alone(d.title, main_verb(d.title))]


def _told(
    sentence: Sentence, context: Context, date: Mention | None, drafts: Sequence[Draft]
) -> Told:
    """What the sentences behind know of the date of this one, with the clause as evidence."""
    if date is None:
        return Told(sentence.index, sentence.paragraph, "")
    draft = next((d for d in drafts if d.mention == date), None)
    quote = context.text[draft.start : draft.end] if draft and draft.start >= 0 else date.text
    return Told(sentence.index, sentence.paragraph, date.when or "", date.text, quote)


def _context(
    sentence: Sentence, names: Names, introductions: Introductions, source: Source
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
    sentence: Sentence,
    skip: int,
    found: Sequence[Found],
    seen: Counter[tuple[str, str]],
    salience: Salience,
) -> Iterator[Event]:
    squashed = " ".join(sentence.text.split())
    ordinals: Counter[int] = Counter()
    repeats: dict[int, int] = {}
    for draft, origin in found:
        said = draft.mention.text
        place = draft.mention.start if said else -1
        if place not in repeats:
            repeats[place] = seen[squashed, said]
            seen[squashed, said] += 1
        ordinal = ordinals[place]
        ordinals[place] += 1
        quote = sentence.text[draft.start + skip : draft.end + skip]
        own = Citation(paragraph=sentence.paragraph, quote=quote, said=said)
        event = Event(
            id=identify(sentence.text, said, repeat=repeats[place], ordinal=ordinal),
            when=draft.mention.when or "",
            title=draft.title,
            kind=draft.kind,
            who=draft.who,
            where=draft.where,
            citations=(own, *_evidence(origin)),
            date_from=origin.date_from if origin else "text",
        )
        yield replace(event, salience=score(salience.of(event)))


def _evidence(origin: Origin | None) -> Iterator[Citation]:
    """The words of another sentence that carry the date."""
    if origin is not None and origin.quote:
        yield Citation(paragraph=origin.paragraph, quote=origin.quote, said=origin.said)
