"""From event files to a timeline: accepted, joined, in order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import timeline
from timeline.errors import WhenError
from timeline.model import Entry, Event, Timeline
from timeline.selection import load, select

Write = Callable[..., Path]

TEXT = "---\ntitle: {0}\npublished: 2015-09-25\n---\n\nThe talks began.\n\nThe talks ended.\n"


def event(event_id: str, when: str, status: str = "accepted", **fields: object) -> str:
    more = "".join(f"  {key}: {value}\n" for key, value in fields.items())
    return (
        f"- id: {event_id}\n  when: '{when}'\n  title: Title {event_id}\n  status: {status}\n{more}"
        "  citations:\n  - paragraph: 1\n    quote: The talks began.\n"
    )


@pytest.fixture
def put(write: Write) -> Callable[..., None]:
    def put(name: str, *events: str) -> None:
        write(f"{name}.md", TEXT.format(name))
        write(f"{name}.events.yml", f"source: {name}\nevents:\n" + "".join(events))

    return put


Put = Callable[..., None]


def ids(found: Timeline) -> list[str]:
    return [entry.event.id for entry in found]


def test_only_accepted_and_disputed(project: Path, put: Put) -> None:
    """Proposals and rejections are not published; the proposals are counted."""
    put(
        "a",
        event("aaaa", "2014"),
        event("bbbb", "2013", "disputed"),
        event("cccc", "2012", "proposed"),
        event("dddd", "2011", "rejected"),
    )
    found = timeline.load(project / "sources")

    assert ids(found) == ["bbbb", "aaaa"]
    assert found.waiting == 1
    assert ids(load(project / "sources", proposed=True)) == ["cccc", "bbbb", "aaaa"]


def test_order_is_time_then_given_order_then_text(project: Path, put: Put) -> None:
    """A year before its months, `order` within a day, else the source's own order."""
    put(
        "a",
        event("day2", "2014-03-16", order=2),
        event("day1", "2014-03-16", order=1),
        event("noord", "2014-03-16"),
        event("month", "2014-03"),
        event("year", "2014"),
        event("bc", "-0043-03-15"),
    )

    assert ids(load(project / "sources")) == ["bc", "year", "month", "day1", "day2", "noord"]


def test_same_as_joins_citations(project: Path, put: Put) -> None:
    """An event told by two sources is one entry that cites both, own source first."""
    put("a", event("aaaa", "2014", same_as="bbbb"))
    put("b", event("bbbb", "2014"))
    (entry,) = load(project / "sources")

    assert entry.event.id == "bbbb"
    assert [c.source for c in entry.event.citations] == ["b", "a"]
    assert [e.id for e in entry.repeats] == ["aaaa"]


def test_a_repeat_of_something_unpublished_stands_alone(project: Path, put: Put) -> None:
    """A rejected target takes nothing away with it."""
    put("a", event("aaaa", "2014", same_as="bbbb"))
    put("b", event("bbbb", "2014", "rejected"))

    assert ids(load(project / "sources")) == ["aaaa"]


def test_faulty_events_are_left_out_and_told(project: Path, put: Put) -> None:
    """A date that is none, or a quote that isn't there, keeps an event back."""
    put("a", event("aaaa", "2014-13"), event("bbbb", "2014").replace("began", "begin"))
    found = load(project / "sources")

    assert ids(found) == []
    assert [p.event for p in found.problems] == ["aaaa", "bbbb"]


def test_one_sentence_in_two_sources_keeps_two_permalinks(project: Path, put: Put) -> None:
    """Ids come from the sentence, so two papers may share one; their anchors differ."""
    put("a", event("aaaa", "2014"))
    put("b", event("aaaa", "2015"))

    assert [entry.anchor for entry in load(project / "sources")] == ["aaaa", "aaaa-b"]


class TestSelect:
    @pytest.fixture
    def loaded(self, project: Path, put: Put) -> Timeline:
        put(
            "a",
            event("aaaa", "2013-11", who="[Anna Lind]", tags="[minsk, talks]"),
            event("bbbb", "2014-03-16/2014-03-18", where="[Geneva]", kind="planned"),
        )
        put("b", event("cccc", "2014", "disputed", tags="[Minsk]"))
        return load(project / "sources")

    @pytest.mark.parametrize(
        ("criteria", "expected"),
        [
            ({}, ["aaaa", "cccc", "bbbb"]),
            ({"tags": ["minsk"]}, ["aaaa", "cccc"]),
            ({"tags": ["minsk", "none"], "who": ["anna lind"]}, ["aaaa"]),
            ({"where": ["Geneva"]}, ["bbbb"]),
            ({"sources": ["b"]}, ["cccc"]),
            ({"kinds": ["planned"]}, ["bbbb"]),
            ({"statuses": ["disputed"]}, ["cccc"]),
            ({"start": "2014-03-18"}, ["cccc", "bbbb"]),
            ({"end": "2013"}, ["aaaa"]),
            ({"start": "2013-12", "end": "2014-02"}, ["cccc"]),
            ({"limit": 1}, ["aaaa"]),
        ],
    )
    def test_by(
        self,
        loaded: Timeline,
        criteria: dict[str, object],
        expected: list[str],
    ) -> None:
        """Each criterion alone and together; case does not matter; possible days count."""
        assert ids(select(loaded, **criteria)) == expected

    def test_bad_dates_are_told(self, loaded: Timeline) -> None:
        """A bound that is no date, or the wrong way round, is an error."""
        with pytest.raises(WhenError):
            select(loaded, start="spring")
        with pytest.raises(WhenError, match="2015 is after 2014"):
            select(loaded, start="2015", end="2014")


@pytest.mark.parametrize(
    ("scores", "highest"), [((0.4, 0.7), 0.7), ((None, 0.2), 0.2), ((None, None), None)]
)
def test_an_entry_is_as_salient_as_its_best_telling(
    scores: tuple[float | None, float | None], highest: float | None
) -> None:
    """What leads one article leads the timeline, whoever told it by the way."""
    first, second = (Event("a", "2014", "T", salience=score) for score in scores)
    assert Entry(first, "talks", (second,)).salience == highest
