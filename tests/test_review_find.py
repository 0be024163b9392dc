"""Finding the event that tells the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.review_client import OTHER_EVENTS, Client, project
from timeline.check import read_folder
from timeline.review.find import Hit, search


@pytest.fixture
def client(tmp_path: Path) -> Client:
    """Three events of bridge, one of river."""
    return project(tmp_path)


def look(client: Client, query: str) -> list[Hit]:
    """What is found for the first event of bridge."""
    folder = read_folder(client.root / "sources")
    like = folder.files["bridge"].by_id["aaaa0001"]
    return search(folder, query, like=like, but=("bridge", "aaaa0001"))


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("", ["bbbb0001"]),
        ("RIVER", ["bbbb0001"]),
        ("2014-03", ["aaaa0002"]),
        ("2015-09 closed", ["bbbb0001"]),
        ("council 2015", []),
        ("aaaa0003", ["aaaa0003"]),
        ("199X", []),
    ],
)
def test_words_and_dates(client: Client, query: str, ids: list[str]) -> None:
    """All of a query's words, wherever they stand; dates that can be the same."""
    assert [hit.event.id for hit in look(client, query)] == ids


def test_the_likeliest_comes_first_and_other_days_are_told(client: Client) -> None:
    """Of all that have the word."""
    hits = look(client, "the")

    assert hits[0].event.id == "bbbb0001"
    assert [hit.apart for hit in hits if hit.event.id == "aaaa0002"] == [True]


def test_those_joined_already_are_told(client: Client) -> None:
    """So that nobody joins them twice."""
    joined = OTHER_EVENTS.replace("  citations", "  same_as: aaaa0001\n  citations")
    client.path("river").write_text(joined, "utf-8")

    assert [hit.joined for hit in look(client, "the") if hit.source == "river"] == [True]
    assert [hit.joined for hit in look(client, "ferry")] == [False]


def test_rejected_events_are_no_twins(client: Client) -> None:
    """Joining one would hide this one, too."""
    client.path("river").write_text(OTHER_EVENTS.replace("proposed", "rejected"), "utf-8")

    assert look(client, "") == []
