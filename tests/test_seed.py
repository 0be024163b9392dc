"""The wire report everything started from: what an editor takes from it, and nothing it isn't."""

from __future__ import annotations

from pathlib import Path

import pytest

import timeline
from tests.corpora import outside
from timeline import pipeline
from timeline.intake import Original, articles
from timeline.intake.add import add
from timeline.model import Event

TITLE = "Obama and Putin to meet in New York"

# Paragraph, date words, EDTF, a word of the clause they date, kind: an editor's list.
WANTED = {
    (1, "next week", "2015-09-28/2015-10-04", "meet", "planned"),
    (1, "Friday", "2015-09-25", "announced", "happened"),
    (2, "Monday", "2015-09-28", "take place", "planned"),
    (2, "1991", "1991", "collapse", "happened"),
    (8, "the past two weeks", "2015-09-11/2015-09-25", "overshadowed", "happened"),
    (9, "Monday", "2015-09-28", "detail", "planned"),
    (15, "last week", "2015-09-14/2015-09-20", "discussion", "happened"),
    (16, "Thusday", "2015-09-24", "said", "happened"),
    (17, "next week", "2015-09-28/2015-10-04", "meeting", "planned"),
    (19, "November 2014", "2014-11", "met", "happened"),
    (19, "June", "2015-06", "last", "happened"),
    (20, "March 2014", "2014-03", "annexed", "happened"),
    (20, "July 2014", "2014-07", "shot down", "alleged"),
}
MUST_NOT = ("nearly a year", "four-year-old", "60 nations", "298", "11 million", "202-383")


@pytest.fixture(params=["model", "plain"])
def with_model(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """With the language model, and without it."""
    if request.param == "plain":
        monkeypatch.setattr(pipeline, "_parser", lambda language: None)
    else:
        pytest.importorskip("spacy", reason="the english extra is not installed")
    return request.param == "model"


def extracted(folder: Path, **facts: str) -> tuple[Event, ...]:
    original = Original.of(outside("seed", "article.txt"))
    added = add(*articles(original), original, folder, title=TITLE, **facts)
    return timeline.extract(added.path).events


def cited(event: Event) -> tuple[int | None, str, str]:
    citation = event.citations[0]
    return citation.paragraph, citation.said, event.when


def test_all_thirteen_events(tmp_path: Path, with_model: bool) -> None:
    """Each is found with its date and, in its quote, the word it happens in; two extra at most."""
    events = extracted(tmp_path, published="2015-09-25")
    found = {cited(event): event for event in events}

    for paragraph, said, when, word, kind in WANTED:
        event = found.get((paragraph, said, when))
        assert event is not None, (paragraph, said, when)
        assert word in event.citations[0].quote
        if with_model:
            assert event.kind == kind
    assert len(events) <= len(WANTED) + 2


def test_nothing_that_is_no_date(tmp_path: Path, with_model: bool) -> None:
    """Durations, ages, amounts and telephone numbers give no events; nor do trim marks."""
    del with_model
    events = extracted(tmp_path, published="2015-09-25")

    assert not [e for e in events if any(no in e.citations[0].said for no in MUST_NOT)]
    assert {e.citations[0].paragraph for e in events} <= set(range(1, 21)) - {11, 18}


def test_two_events_of_one_sentence_have_a_clause_each(tmp_path: Path, with_model: bool) -> None:
    """The annexation and the downing: neither quote holds the other's date."""
    del with_model
    events = extracted(tmp_path, published="2015-09-25")
    one, other = (e.citations[0].quote for e in events if e.citations[0].paragraph == 20)

    assert "July 2014" not in one
    assert "March 2014" not in other


def test_without_a_publication_date(tmp_path: Path, with_model: bool) -> None:
    """Five dates stand, one by the text before it; the other eight are kept, in need of one."""
    del with_model
    events = extracted(tmp_path)
    dated = {e.citations[0].said: e.when for e in events if e.when}

    assert dated == {
        "1991": "1991",
        "November 2014": "2014-11",
        "June": "2015-06",
        "March 2014": "2014-03",
        "July 2014": "2014-07",
    }
    assert len([e for e in events if not e.when]) == 8
