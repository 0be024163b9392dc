"""Undo: any number of steps, across restarts, and never over what others wrote since."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.review_client import EVENTS, OTHER_EVENTS, Client, plain, project

JOURNAL = Path(".cache") / "timeline-review" / "journal.jsonl"


@pytest.fixture
def client(tmp_path: Path) -> Client:
    """A project with four proposals in two sources."""
    return project(tmp_path)


def undo(client: Client) -> str:
    """What the page says once the last step is taken back."""
    return plain(client.follow(client.post("undo")).text)


def review(client: Client) -> list[str]:
    """One step of each kind; returns the text of the file before each."""
    texts = [client.events()]
    second = {"b.title": "The council voted", "b.when": "2014-04-02", "b.said0": "2 April 2014"}
    new = {"source": "bridge", "title": "N", "when": "2015", "paragraph0": "3", "quote0": "ferry"}
    for page, form in (
        ("status", {**client.seen("aaaa0001"), "status": "accepted"}),
        ("edit", {**client.seen("aaaa0003"), "when": "2015-10", "status": "disputed"}),
        ("split", {**client.seen("aaaa0002"), **second}),
        ("new", new),
    ):
        client.follow(client.post(page, **form))
        texts.append(client.events())
    return texts


def test_each_step_is_taken_back_to_the_byte(client: Client) -> None:
    """The newest first, until there is none; the same after a restart."""
    texts = review(client)
    assert len(set(texts)) == 5
    for text in reversed(texts[:-1]):
        client.restart()
        undo(client)
        assert client.events() == text

    assert "There is nothing to undo." in undo(client)
    assert client.events() == EVENTS


def test_a_step_after_an_undo_is_the_next_to_be_undone(client: Client) -> None:
    """What was undone before stays undone."""
    client.post("status", **client.seen("aaaa0001"), status="accepted")
    undo(client)
    client.post("status", **client.seen("aaaa0001"), status="rejected")

    assert "It was: Rejected: The old bridge was closed" in undo(client)
    assert "There is nothing to undo." in undo(client)


def test_many_are_taken_back_in_one_step(client: Client) -> None:
    """In all their files; one that was edited since is left, and told."""
    seen = [client.seen("aaaa0001"), client.seen("aaaa0002"), client.seen("bbbb0001", "river")]
    client.post("many", **{f"pick.{i}": "\t".join(one.values()) for i, one in enumerate(seen)})
    edited = client.events().replace("'2014-03'", "'2014-03~'")
    client.path().write_text(edited, "utf-8")

    assert "1 left alone: it has been changed since" in undo(client)
    assert client.events("river") == OTHER_EVENTS
    assert client.events() == edited.replace("accepted", "proposed", 1)


def test_an_event_edited_since_is_left(client: Client) -> None:
    """The page says so, and goes on to the step before."""
    client.post("status", **client.seen("aaaa0002"), status="rejected")
    client.post("status", **client.seen("aaaa0001"), status="accepted")
    edited = client.events().replace("The old bridge was closed\n", "Closed\n", 1)
    client.path().write_text(edited, "utf-8")

    assert "Not undone: Accepted" in undo(client)
    assert client.events() == edited
    undo(client)
    assert client.events() == edited.replace("rejected", "proposed")


def test_a_split_that_was_touched_is_not_half_undone(client: Client) -> None:
    """Both halves go, or neither."""
    form = {"b.title": "The council voted", "b.when": "2014-04-02"}
    client.post("split", **client.seen("aaaa0002"), **form)
    edited = client.events().replace("The council voted", "The council had voted")
    client.path().write_text(edited, "utf-8")

    assert "Not undone: Split" in undo(client)
    assert client.events() == edited


def test_an_event_that_others_point_at_stays(client: Client) -> None:
    """Taking it away would leave a same_as that leads nowhere."""
    form = {"title": "N", "when": "2015", "paragraph0": "3", "quote0": "ferry"}
    client.post("new", source="bridge", **form)
    named = OTHER_EVENTS.replace("  citations", f"  same_as: {client.event(3).id}\n  citations")
    client.path("river").write_text(named, "utf-8")

    assert "another event says that it is the same" in undo(client)
    assert client.event(3).title == "N"


def test_an_undo_from_the_list_of_sources(client: Client) -> None:
    """It leads to the event; where that is gone with the step, to what is left."""
    form = {"title": "N", "when": "2015", "paragraph0": "3", "quote0": "ferry"}
    client.post("new", source="bridge", **form)

    assert client.post("undo").location.startswith("rest?told=")
    assert client.events() == EVENTS


def test_losing_the_journal_loses_no_decision(client: Client) -> None:
    """Only the way back."""
    client.post("status", **client.seen("aaaa0001"), status="accepted")
    (client.root / JOURNAL).unlink()

    assert "There is nothing to undo." in undo(client)
    assert client.event(0).status == "accepted"


def test_a_damaged_journal_is_read_as_far_as_it_goes(client: Client) -> None:
    """A crash cut its last line; the steps before and after it count."""
    client.post("status", **client.seen("aaaa0001"), status="accepted")
    with (client.root / JOURNAL).open("a") as file:
        file.write('{"number": 2, "done": "Rej')
    client.restart()
    client.post("status", **client.seen("aaaa0002"), status="accepted")
    for _ in range(2):
        undo(client)

    assert client.events() == EVENTS


def test_the_journal_is_kept_from_git(client: Client) -> None:
    """It holds words of the articles, and is nobody's but this machine's."""
    client.post("status", **client.seen("aaaa0001"), status="accepted")

    assert (client.root / JOURNAL).with_name(".gitignore").read_text("utf-8") == "*\n"


def test_a_journal_that_cannot_be_written_stops_no_decision(client: Client) -> None:
    """The page says that there is no way back."""
    (client.root / ".cache").write_text("a file in the way", "utf-8")
    answer = client.post("status", **client.seen("aaaa0001"), status="accepted")

    assert "can't be undone here" in plain(client.follow(answer).text).replace("&#39;", "'")
    assert client.event(0).status == "accepted"


def test_two_reviewers_at_once_lose_nothing(client: Client) -> None:
    """Two pages of one project, each with its own memory of the files: both decisions stand."""
    other = Client(client.root)
    for one in (client, other):
        one.get("start")
    client.post("status", **client.seen("aaaa0001"), status="accepted")
    other.post("status", **other.seen("aaaa0002"), status="rejected")
    client.post("status", **client.seen("aaaa0003"), status="rejected")

    assert [client.event(i).status for i in range(3)] == ["accepted", "rejected", "rejected"]
    for _ in range(3):
        undo(other)
    assert client.events() == EVENTS
