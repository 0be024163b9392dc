"""Hypothesis strategies for the values of `timeline.model`."""

from __future__ import annotations

import dataclasses
from zlib import crc32

from hypothesis import strategies as st

from timeline.merge import stamp
from timeline.model import Citation, Document, Event, Paragraph, Record, Source

WORDS = (
    *("Ministers", "met", "in", "Geneva", "on", "Friday", "and", "signed", "the", "accord"),
    *("“We", "agreed”,", "she", "said", "—", "after", "March", "2014", "talks:", "#1", "it's"),
)

# Text of every kind that YAML can hold: no lone surrogates, no control characters but breaks.
texts = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), include_characters="\n\t"),
    min_size=1,
    max_size=40,
)
names = st.one_of(st.sampled_from(["Geneva", "yes", "2014", "null", "a, b", "x: y", "#1"]), texts)
ids = st.text("0123456789abcdef", min_size=8, max_size=8)
dates = st.sampled_from(["", "2014", "2014-03", "2014-03-16", "2014-03-16/2014-03-18", "199X"])
sentences = st.lists(st.sampled_from(WORDS), min_size=4, max_size=14).map(" ".join)

citations = st.builds(
    Citation,
    paragraph=st.integers(1, 9),
    quote=texts,
    said=st.one_of(st.just(""), texts),
    source=st.none(),
    url=st.one_of(st.none(), st.just("https://example.org/a")),
)
optional = st.one_of(st.none(), texts)
events = st.builds(
    Event,
    id=ids,
    when=dates,
    title=texts,
    kind=st.sampled_from(["happened", "planned", "alleged", "denied"]),
    status=st.sampled_from(["proposed", "accepted", "rejected", "disputed"]),
    who=st.lists(names, max_size=3).map(tuple),
    where=st.lists(names, max_size=2).map(tuple),
    tags=st.lists(names, max_size=2).map(tuple),
    citations=st.lists(citations, max_size=2).map(tuple),
    date_from=st.sampled_from(["text", "context", "published"]),
    digest=st.one_of(st.none(), ids),
    summary=optional,
    note=optional,
    order=st.one_of(st.none(), st.integers(-5, 50)),
    salience=st.one_of(st.none(), st.integers(0, 100).map(lambda n: n / 100)),
    same_as=st.one_of(st.none(), ids),
    not_same_as=st.one_of(st.none(), st.lists(ids, max_size=2).map(tuple)),
    slug=st.one_of(st.none(), st.from_regex(r"[a-z0-9][a-z0-9-]{0,12}", fullmatch=True)),
)
records = st.builds(
    Record,
    source=st.just("talks"),
    extractor=st.sampled_from(["cited-timeline 0.1", "cited-timeline 0.1, en_core_web_sm 3.8.0"]),
    events=st.lists(events, max_size=5, unique_by=lambda event: event.id).map(tuple),
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A document of one to five paragraphs."""
    told = draw(st.lists(sentences, min_size=1, max_size=5))
    paragraphs = tuple(Paragraph(i + 1, text) for i, text in enumerate(told))
    return Document(Source("talks", "Talks", published="2015-09-25"), paragraphs)


@st.composite
def fresh_records(draw: st.DrawFn, document: Document) -> Record:
    """What an extractor could find in a document: quotes that stand there, ids from them."""
    found = []
    for paragraph in document.paragraphs:
        for k in range(draw(st.integers(0, 2))):
            words = paragraph.text.split()
            start = draw(st.integers(0, len(words) - 1))
            end = draw(st.integers(start + 1, len(words)))
            quote = " ".join(words[start:end])
            found.append(
                Event(
                    id=f"{paragraph.number}{k}{crc32(paragraph.text.encode()) & 0xFFFF:04x}",
                    when=draw(dates),
                    title=draw(sentences),
                    citations=(Citation(paragraph.number, quote, words[start]),),
                )
            )
    return Record("talks", "cited-timeline 0.1", tuple(found))


@st.composite
def worked_on(draw: st.DrawFn, record: Record) -> Record:
    """A record after a person has been through it: decisions, edits, events of their own."""
    done = []
    for event in map(stamp, record.events):
        act = draw(st.sampled_from(["leave", "accept", "reject", "dispute", "retitle", "redate"]))
        change = {
            "accept": {"status": "accepted"},
            "reject": {"status": "rejected"},
            "dispute": {"status": "disputed"},
            "retitle": {"title": f"{event.title}, as edited"},
            "redate": {"when": "2013-05"},
        }.get(act, {})
        done.append(dataclasses.replace(event, **change))
    for k in range(draw(st.integers(0, 2))):
        done.append(Event(id=f"own{k}", when="2012", title=draw(sentences)))
    return Record(record.source, record.extractor, tuple(done))
