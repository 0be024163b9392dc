"""Stored events and fresh ones: what a person decided always stands."""

from __future__ import annotations

import dataclasses
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import strategies
from timeline.merge import Report, digest, is_persons, merge, stamp
from timeline.model import Citation, Document, Event, Paragraph, Record, Source

TEXT = (
    "Ministers met in Geneva in March 2014 and signed an accord.",
    "On Thusday, the envoy said that he had discussed two primary goals with them.",
)


def document(*texts: str) -> Document:
    paragraphs = tuple(Paragraph(i + 1, text) for i, text in enumerate(texts))
    return Document(Source("talks", "Talks", published="2015-09-25"), paragraphs)


def event(event_id: str = "aa", **fields: object) -> Event:
    base = Event(
        id=event_id,
        when="2014-03",
        title="Ministers met in Geneva",
        citations=(Citation(1, "Ministers met in Geneva in March 2014", "March 2014"),),
    )
    return dataclasses.replace(base, **fields)


def record(*events: Event) -> Record:
    return Record("talks", "cited-timeline 0.1", events)


class TestOwnership:
    def test_the_programs_event_is_its_own(self) -> None:
        """A proposal as it was written belongs to the program."""
        assert not is_persons(stamp(event()))

    @pytest.mark.parametrize(
        "change",
        [
            {"status": "accepted"},
            {"status": "rejected"},
            {"status": "disputed"},
            {"title": "Another title"},
            {"when": "2014"},
            {"who": ("Anna Lind",)},
            {"note": "ask the desk"},
            {"order": 1},
            {"salience": 0.1},
            {"digest": None},
        ],
    )
    def test_any_touch_makes_it_a_persons(self, change: dict[str, object]) -> None:
        """A decision, an edit of any field, or a missing digest makes an event a person's."""
        assert is_persons(dataclasses.replace(stamp(event()), **change))

    def test_an_event_that_another_names_is_a_persons(self) -> None:
        """`same_as` in another event leans on this one, so it stays."""
        assert is_persons(stamp(event("aa")), held={"aa"})

    def test_digest_knows_fields_apart(self) -> None:
        """Moving a name from `who` to `where` changes the digest."""
        assert digest(event(who=("A",))) != digest(event(where=("A",)))


class TestMerge:
    def test_new_events_come_stamped(self) -> None:
        """What is found for the first time is added, with its digest."""
        merged, report = merge(None, record(event()), document(*TEXT))

        assert merged.events == (stamp(event()),)
        assert report.added == ("aa",)

    def test_untouched_events_are_refreshed(self) -> None:
        """A better rule changes the program's own event and keeps its id."""
        better = event(title="Ministers met in Geneva and signed an accord")
        merged, report = merge(record(stamp(event())), record(better), document(*TEXT))

        assert merged.events == (stamp(better),)
        assert report.refreshed == ("aa",)

    @pytest.mark.parametrize(
        ("stored", "found", "kept"), [(0.5, 0.55, 0.5), (0.5, 0.7, 0.7), (None, 0.3, 0.3)]
    )
    def test_a_score_is_written_when_it_moves_visibly(
        self, stored: float | None, found: float, kept: float
    ) -> None:
        """A word changed elsewhere in the article doesn't touch every event of its file."""
        old = stamp(event(salience=stored))
        merged, _ = merge(record(old), record(event(salience=found)), document(*TEXT))

        assert merged.events == (stamp(event(salience=kept)),)
        assert not is_persons(merged.events[0])

    def test_a_decided_event_gets_no_score(self) -> None:
        """A person's file of before the field stays as it is, to the byte."""
        accepted = dataclasses.replace(stamp(event()), status="accepted")
        merged, _ = merge(record(accepted), record(event(salience=0.9)), document(*TEXT))

        assert merged.events == (accepted,)

    def test_a_rejected_event_is_never_proposed_again(self) -> None:
        """It stays as it is although the program would word it otherwise now."""
        rejected = dataclasses.replace(stamp(event()), status="rejected")
        merged, report = merge(record(rejected), record(event(title="New")), document(*TEXT))

        assert merged.events == (rejected,)
        assert report.added == ()

    def test_untouched_and_no_longer_found_goes(self) -> None:
        """The program takes its own back when it no longer finds it."""
        merged, report = merge(record(stamp(event())), record(), document(*TEXT))

        assert merged.events == ()
        assert report.removed == ("aa",)

    def test_touched_and_no_longer_found_is_kept_and_reported(self) -> None:
        """A person's event survives the rule that found it."""
        mine = dataclasses.replace(stamp(event()), title="My title")
        merged, report = merge(record(mine), record(), document(*TEXT))

        assert merged.events == (mine,)
        assert report.lost == ("aa",)

    @pytest.mark.parametrize(
        "persons",
        [
            pytest.param(event(status="accepted"), id="written by a person"),
            pytest.param(dataclasses.replace(stamp(event()), status="rejected"), id="rejected"),
        ],
    )
    def test_what_nobody_looks_for_is_kept_without_a_word(self, persons: Event) -> None:
        """An event the program never found, or that nobody wanted, isn't reported as lost."""
        merged, report = merge(record(persons), record(), document(*TEXT))

        assert merged.events == (persons,)
        assert report.lost == ()

    def test_named_by_same_as_is_kept(self) -> None:
        """An untouched event that another one repeats is not taken away."""
        first = stamp(event("aa"))
        second = dataclasses.replace(stamp(event("bb")), same_as="aa")
        merged, _ = merge(record(first, second), record(), document(*TEXT))

        assert merged.events == (first, second)

    def test_new_events_stand_where_the_text_has_them(self) -> None:
        """A new event goes behind the one before it in the text, not to the end."""
        stored = record(*(dataclasses.replace(stamp(event(i)), status="accepted") for i in "ac"))
        fresh = record(event("a"), event("b", title="Second"), event("c"))
        merged, _ = merge(stored, fresh, document(*TEXT))

        assert [e.id for e in merged.events] == ["a", "b", "c"]

    @pytest.mark.parametrize("said", ["March", "early March 2014", "March 2014 and signed"])
    def test_a_rejection_outlives_other_date_words(self, said: str) -> None:
        """A rule that takes more or fewer words gives another id, and the same event."""
        rejected = dataclasses.replace(stamp(event()), status="rejected")
        quote = event().citations[0].quote
        again = event("new", when="2014", citations=(Citation(1, quote, said),))
        merged, report = merge(record(rejected), record(again), document(*TEXT))

        assert merged.events == (rejected,)
        assert report.added == ()


class TestCorrectedSource:
    said = event(
        "bb",
        when="2015-09-24",
        citations=(Citation(2, "On Thusday, the envoy said that he had discussed", "Thusday"),),
    )

    def corrected(self, old: str, new: str) -> Document:
        return document("A new lead.", *(text.replace(old, new) for text in TEXT))

    def test_a_decision_follows_its_corrected_quote(self) -> None:
        """A typo mended in the text moves quote and number; no second proposal appears."""
        stored = record(dataclasses.replace(stamp(self.said), status="accepted"))
        quote = "On Thursday, the envoy said that he had discussed"
        fresh = event("new", when="2015-09-24", citations=(Citation(3, quote, "Thursday"),))
        merged, report = merge(stored, record(fresh), self.corrected("Thusday", "Thursday"))

        assert [(e.id, e.status) for e in merged.events] == [("bb", "accepted")]
        assert merged.events[0].citations == (Citation(3, quote, "Thursday"),)
        assert report.moved == ("bb",)

    def test_a_changed_fact_is_not_followed(self) -> None:
        """Another year in the source leaves the citation adrift, for a person to look at."""
        stored = record(dataclasses.replace(stamp(event()), status="accepted"))
        merged, report = merge(stored, record(), self.corrected("March 2014", "March 2013"))

        assert merged.events == stored.events
        assert report.adrift == ("aa",)

    def test_following_the_text_is_no_edit(self) -> None:
        """A kept but untouched event stays the program's after its number moved."""
        stored = record(stamp(event()), event("cc", same_as="aa", citations=()))
        merged, _ = merge(stored, record(), document("A new lead.", *TEXT))

        assert merged.events[0].citations[0].paragraph == 2
        assert not is_persons(merged.events[0])


class TestSentencesThatStandTwice:
    """Their ids differ by order alone, so a correction renames them; decisions keep their place."""

    again = "The ministers met in Geneva in March 2014."

    def found(self, *places: tuple[str, int, str]) -> list[Event]:
        quote = self.again.rstrip(".")
        cited = [(i, Citation(n, quote.replace("met", v), "March 2014")) for i, n, v in places]
        return [event(i, citations=(citation,)) for i, citation in cited]

    def decided(self) -> Record:
        first, second = map(stamp, self.found(("aa", 1, "met"), ("bb", 2, "met")))
        return record(
            dataclasses.replace(first, status="rejected"),
            dataclasses.replace(second, status="accepted"),
        )

    @pytest.mark.parametrize(
        ("texts", "fresh"),
        [
            (("meet", "met"), (("new", 1, "meet"), ("aa", 2, "met"))),
            (("met", "meet"), (("aa", 1, "met"), ("new", 2, "meet"))),
        ],
    )
    def test_one_of_them_corrected(
        self, texts: tuple[str, ...], fresh: tuple[tuple[str, int, str], ...]
    ) -> None:
        """The rejection stays with the first, the acceptance with the second, nothing is new."""
        doc = document(*(self.again.replace("met", verb) for verb in texts))
        merged, report = merge(self.decided(), record(*self.found(*fresh)), doc)
        cited = [(e.status, *dataclasses.astuple(e.citations[0])[:2]) for e in merged.events]

        assert report.added == ()
        assert cited == [
            ("rejected", 1, f"The ministers {texts[0]} in Geneva in March 2014"),
            ("accepted", 2, f"The ministers {texts[1]} in Geneva in March 2014"),
        ]
        assert merge(merged, record(*self.found(*fresh)), doc)[0] == merged

    def test_moved_down_together(self) -> None:
        """A new first paragraph: each stays with its own."""
        doc = document("A new lead.", self.again, self.again)
        fresh = record(*self.found(("aa", 2, "met"), ("bb", 3, "met")))
        merged, _ = merge(self.decided(), fresh, doc)

        assert [(e.id, e.citations[0].paragraph) for e in merged.events] == [("aa", 2), ("bb", 3)]

    def test_one_of_them_deleted(self) -> None:
        """Both decisions stay, on the words that are left."""
        merged, report = merge(
            self.decided(), record(*self.found(("aa", 1, "met"))), document(self.again)
        )

        assert [(e.id, e.citations[0].paragraph) for e in merged.events] == [("aa", 1), ("bb", 1)]
        assert report.lost == ("bb",)

    def test_two_events_of_one_sentence_share_their_words(self) -> None:
        """One quote for two dates of a sentence is no twin: both go where it goes."""
        both = Citation(1, "They met in May 2013 and in June 2014", "May 2013")
        stored = record(
            event("aa", citations=(both,), digest=None),
            event("bb", citations=(dataclasses.replace(both, said="June 2014"),), digest=None),
        )
        like = "They met in May 2013 and in June 2014"
        merged, _ = merge(stored, record(), document("They sat in May 2013 and in June 2014", like))

        assert [e.citations[0].paragraph for e in merged.events] == [2, 2]


class TestRepeats:
    """An event told twice: "bb" tells "aa" again."""

    AGAIN = event("bb", citations=(Citation(2, "he had discussed two primary goals", "Thusday"),))
    ALONE = record(event("aa"), AGAIN)
    TWICE: ClassVar = {"bb": "aa"}

    def merged(self, *stored: Event) -> tuple[Event, ...]:
        found, _ = merge(record(*stored), self.ALONE, document(*TEXT), repeats=self.TWICE)
        again, report = merge(found, self.ALONE, document(*TEXT), repeats=self.TWICE)
        assert (again, report.added, report.removed) == (found, (), ())
        return found.events

    def test_they_are_one_proposal_with_two_citations(self) -> None:
        """Whatever the program had proposed before."""
        for stored in ((), (stamp(event("aa")), stamp(self.AGAIN))):
            (one,) = self.merged(*stored)
            assert one.id == "aa"
            assert one.citations == event().citations + self.AGAIN.citations

    @pytest.mark.parametrize("status", ["accepted", "rejected"])
    def test_a_decision_on_either_keeps_them_apart(self, status: str) -> None:
        """Who rejected the first to keep the second, or the other way, loses neither."""
        for decided, other in ((event("aa"), self.AGAIN), (self.AGAIN, event("aa"))):
            mine = dataclasses.replace(stamp(decided), status=status)
            events = self.merged(mine, stamp(other))
            assert mine in events
            assert stamp(other) in events

    @pytest.mark.parametrize("status", ["accepted", "rejected"])
    def test_a_decision_on_both_together_stands(self, status: str) -> None:
        """The second telling isn't proposed again beside what was decided of both."""
        (one,) = self.merged()
        mine = dataclasses.replace(one, status=status)
        assert self.merged(mine) == (mine,)

    def test_one_that_is_held_stands_alone(self) -> None:
        """An event with a comment or a `same_as` on it isn't taken into another."""
        stored = record(stamp(event("aa")), stamp(self.AGAIN))
        found, _ = merge(stored, self.ALONE, document(*TEXT), held={"bb"}, repeats=self.TWICE)
        assert [e.id for e in found.events] == ["aa", "bb"]


def test_the_same_day_in_other_words_is_not_proposed_again() -> None:
    """`14 March 2014` rewritten as `March 14, 2014`: a rejection holds."""
    before, now = (
        event(
            event_id,
            when="2014-03-14",
            citations=(Citation(1, f"Ministers met in Geneva on {said} to discuss trade", said),),
        )
        for event_id, said in (("aa", "14 March 2014"), ("bb", "March 14, 2014"))
    )
    stored = record(dataclasses.replace(stamp(before), status="rejected"))
    merged, _ = merge(stored, record(now), document(now.citations[0].quote))

    assert merged == stored


def test_a_new_date_beside_a_rejected_one_does_not_take_its_place() -> None:
    """After a correction the rejected 15 March is the 15th, not a 14th found for the first time."""
    cited = Citation(1, "they met on 15 March 2014", "15 March 2014")
    old = event("aa", when="2014-03-15", citations=(cited,))
    text = "They met on 14 March 2014 and they meet on 15 March 2014"
    fresh = record(
        event("x", when="2014-03-14", citations=(Citation(1, text, "14 March 2014"),)),
        event("y", when="2014-03-15", citations=(Citation(1, text[30:], "15 March 2014"),)),
    )
    stored = record(dataclasses.replace(stamp(old), status="rejected"))
    merged, report = merge(stored, fresh, document(text))

    assert report.added == ("x",)
    assert [e.when for e in merged.events] == ["2014-03-14", "2014-03-15"]


@given(st.data())
def test_merging_twice_changes_nothing(data: st.DataObject) -> None:
    """merge(merge(stored, fresh), fresh) is merge(stored, fresh)."""
    doc = data.draw(strategies.documents())
    stored = data.draw(strategies.worked_on(data.draw(strategies.fresh_records(doc))))
    fresh = data.draw(strategies.fresh_records(doc))
    once, _ = merge(stored, fresh, doc)
    twice, report = merge(once, fresh, doc)

    assert twice == once
    assert report == Report(kept=report.kept, lost=report.lost, adrift=report.adrift)


@given(st.data())
def test_every_persons_event_survives(data: st.DataObject) -> None:
    """Whatever is found, a person's event stands; only its citations follow their words."""
    doc = data.draw(strategies.documents())
    stored = data.draw(strategies.worked_on(data.draw(strategies.fresh_records(doc))))
    other = data.draw(strategies.documents())
    merged, _ = merge(stored, data.draw(strategies.fresh_records(other)), other)
    after = {event.id: event for event in merged.events}

    for before in stored.events:
        if is_persons(before):
            now = after[before.id]
            back = dataclasses.replace(now, citations=before.citations, digest=before.digest)

            assert back == before


@given(st.data())
def test_ids_stay_unique_and_in_order(data: st.DataObject) -> None:
    """No merge gives one id to two events, and a person's events keep their order."""
    doc = data.draw(strategies.documents())
    stored = data.draw(strategies.worked_on(data.draw(strategies.fresh_records(doc))))
    merged, _ = merge(stored, data.draw(strategies.fresh_records(doc)), doc)
    ids = [event.id for event in merged.events]
    own = [event.id for event in stored.events if is_persons(event)]

    assert len(ids) == len(set(ids))
    assert [i for i in ids if i in own] == own
