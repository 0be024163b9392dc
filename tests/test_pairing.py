"""Rules and sources that change at once: which event found now is which one decided on."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.merge import merge, stamp
from timeline.model import Citation, Document, Event, Paragraph, Record, Source
from timeline.pairing import pairs

CLOSED = "The old lighthouse was closed in 2011 after a storm had broken its lamp."
SOLD = "The council bought the empty mill in 2009 and sold it to a baker in 2010."
MET = "In March 2014 the ministers met in Geneva and the unions called a strike."


def document(*texts: str) -> Document:
    paragraphs = tuple(Paragraph(i + 1, text) for i, text in enumerate(texts))
    return Document(Source("talks", "Talks", published="2015-09-25"), paragraphs)


def found(event_id: str, quote: str, said: str, *, when: str = "", paragraph: int = 1) -> Event:
    cited = (Citation(paragraph, quote, said),)
    return Event(event_id, when or said, quote[:20], citations=cited)


def rejected(event: Event) -> Event:
    return dataclasses.replace(stamp(event), status="rejected")


def added(stored: Event, doc: Document, *fresh: Event) -> tuple[str, ...]:
    """Ids of what is proposed beside an event that a person has decided on, which must stand."""
    merged, report = merge(Record("talks", "v1", (stored,)), Record("talks", "v2", fresh), doc)
    (now,) = (event for event in merged.events if event.id == stored.id)
    assert now.status == stored.status
    return report.added


def test_a_word_corrected_and_a_quote_cut_shorter() -> None:
    """Version 1 quotes the sentence; one word changes; version 2 quotes it up to the date."""
    doc = document(CLOSED.replace("old", "reportedly"))
    now = found("new", "The reportedly lighthouse was closed in 2011", "2011")

    assert added(rejected(found("aa", CLOSED, "2011")), doc, now) == ()


@pytest.mark.parametrize(("said", "end"), [("2009", 41), ("2010", len(SOLD) - 1)])
def test_a_quote_too_short_to_be_followed(said: str, end: int) -> None:
    """The words about its date tell which of the two events of a sentence it is."""
    text = SOLD.replace("council", "reportedly")
    fresh = [found(f"new {date}", text, date) for date in ("2009", "2010")]
    (other,) = {"new 2009", "new 2010"} - {f"new {said}"}

    assert added(rejected(found("aa", SOLD[:end], said)), document(text), *fresh) == (other,)


def test_a_paragraph_put_before_the_corrected_one() -> None:
    """The number is stale and the quote can't be followed; the words are like enough."""
    text = SOLD.replace("council", "reportedly")
    doc = document("A storm broke the lamp in 2009, too, the keeper said.", text)
    fresh = found("new 1", doc.paragraphs[0].text, "2009"), found("new 2", text, "2009")
    fresh = fresh[0], dataclasses.replace(fresh[1], citations=(Citation(2, text, "2009"),))

    assert added(rejected(found("aa", SOLD[:41], "2009")), doc, *fresh) == ("new 1",)


def test_another_date_of_the_sentence_is_another_event() -> None:
    """Date words that are alike but stand elsewhere don't inherit a rejection."""
    text = "Farmers blocked the road in March 2013 and blocked it again in March 2014."
    old = rejected(found("aa", text, "March 2013", when="2013-03"))

    assert added(old, document(text), found("new", text, "March 2014", when="2014-03")) == ("new",)


def test_two_events_of_one_date_keep_their_clauses() -> None:
    """A clause found before it takes the rejected one's id; the place of the words decides."""
    old = rejected(found("aa", "March 2014 the ministers met in Geneva", "March 2014"))
    doc = document(f"After long talks {MET[0].lower()}{MET[1:]}")
    before = found("aa", "After long talks in March 2014", "March 2014")
    same = found("bb", "in March 2014 the ministers met", "March 2014")

    assert added(old, doc, before, same) == ("aab",)


def test_events_of_the_same_words_go_in_order() -> None:
    """One clause, two events: the rejection isn't handed from the first to the second."""
    first, second = (found(i, MET, "March 2014") for i in ("aa", "bb"))
    second = stamp(dataclasses.replace(second, title="The unions called a strike"))
    fresh = [dataclasses.replace(e, id=f"{e.id}2", who=("Anna Lind",)) for e in (first, second)]
    stored = Record("talks", "v1", (rejected(first), second))
    merged, report = merge(stored, Record("talks", "v2", tuple(fresh)), document(MET))

    assert report.added == ()
    assert [(e.id, e.title, e.who) for e in merged.events] == [
        ("aa", first.title, ()),
        ("bb", second.title, ("Anna Lind",)),
    ]


def test_the_same_day_said_elsewhere_is_the_same_event() -> None:
    """A rule that takes the date from other words of the sentence: a rejection holds."""
    text = "They met on Saturday, 15 March, and signed it on the 15th, she said."
    old = rejected(found("aa", text, "15 March", when="2014-03-15"))

    assert added(old, document(text), found("new", text, "the 15th", when="2014-03-15")) == ()


def test_few_words_beside_a_date_prove_nothing() -> None:
    """A rejected fragment that is gone doesn't claim what else happened in its year."""
    doc = document("A lead.", CLOSED.replace("closed in 2011", "shut. In 2011"))
    now = found("new", "In 2011 after a storm had broken its lamp", "2011", paragraph=2)

    assert added(rejected(found("aa", "In 2011 they", "2011")), doc, now) == ("new",)


YEARS = range(2013, 2019)
CHRONICLE = " ".join(f"The council met in March {year} and sold a mill." for year in YEARS)


@st.composite
def cuts(draw: st.DrawFn, name: str) -> list[Event]:
    """What some rules find of the chronicle: some of its dates, each with its words cut anyhow."""
    events = []
    for year in sorted(draw(st.sets(st.sampled_from(YEARS)))):
        at = CHRONICLE.index(f"March {year}")
        start, end = at - draw(st.integers(0, 19)), at + 10 + draw(st.integers(0, 16))
        said = draw(st.sampled_from([f"March {year}", f"{year}"]))
        when = f"{year}-03"
        events.append(found(f"{name}{year}", CHRONICLE[start:end], said, when=when))
    return events


@given(cuts("old "), cuts("new "))
def test_no_event_is_taken_for_that_of_another_date(old: list[Event], fresh: list[Event]) -> None:
    """Sentences that differ by a digit, and two sets of rules: each date keeps its own event."""
    together = pairs(old, fresh, document(CHRONICLE))

    assert all(event_id[-4:] == fresh[i].id[-4:] for event_id, i in together.items())


@given(cuts("old "))
def test_every_event_is_found_again_in_its_whole_sentence(old: list[Event]) -> None:
    """However the words were cut before."""
    sentences = [f"The council met in March {year} and sold a mill." for year in YEARS]
    fresh = [found(f"new {y}", s, f"{y}") for y, s in zip(YEARS, sentences, strict=True)]
    together = pairs(old, fresh, document(CHRONICLE))

    assert {e.id[-4:] for e in old} == {fresh[i].id[-4:] for i in together.values()}
