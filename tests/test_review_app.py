"""Every page and every form of the review, asked as a browser without scripts would."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.review_client import EVENTS, Client, plain, project


@pytest.fixture
def client(tmp_path: Path) -> Client:
    """A project with four proposals in two sources."""
    return project(tmp_path)


def show(client: Client, event_id: str, name: str = "bridge") -> str:
    """What an event's page says."""
    return plain(client.get("event", source=name, id=event_id).text)


def test_all_sources_are_listed_with_what_is_left(client: Client) -> None:
    """And where to begin."""
    page = plain(client.get("").text)

    assert "4 to decide" in page
    assert "Bridge over the Aller closed 3 of 3 left" in page


def test_it_starts_at_the_first_proposal(client: Client) -> None:
    """With the date in words, the quote, and the text beside it."""
    page = plain(client.follow(client.get("start")).text)

    assert "1 of 4" in page
    assert "Thursday 24 September 2015" in page
    assert "paragraph 3 The ferry will run again" in page


def test_every_date_expression_is_marked(client: Client) -> None:
    """Those of an event lead to it, others to a new event; the current quote is lit."""
    html = client.get("event", source="bridge", id="aaaa0001").text

    assert '<mark class="lit">The old bridge was closed on <a class="date said"' in html
    assert 'href="event?source=bridge&amp;id=aaaa0002">March 2014</a>' in html
    assert 'title="No event yet: make one">2 April 2014</a>' in html


@pytest.mark.parametrize("status", ["accepted", "rejected", "disputed"])
def test_a_decision_changes_one_word_and_goes_on(client: Client, status: str) -> None:
    """Every other byte of the file stays, and the next event is shown."""
    answer = client.post("status", **client.seen("aaaa0001"), status=status)

    assert "id=aaaa0002" in answer.location
    assert client.events() == EVENTS.replace("proposed", status, 1)
    assert "The old bridge was closed" in plain(client.follow(answer).text)[:80]


def test_a_decision_can_be_opened_again(client: Client) -> None:
    """The file is what it was."""
    for status in ("rejected", "proposed"):
        client.post("status", **client.seen("aaaa0001"), status=status)

    assert client.events() == EVENTS


def test_what_needs_a_date_is_not_accepted(client: Client) -> None:
    """The page says what to do; the file stays."""
    answer = client.post("status", **client.seen("aaaa0003"), status="accepted")

    assert answer.status == 422
    assert "it needs a date first edit it (e), or reject it (r)" in plain(answer.text)
    assert client.events() == EVENTS


def test_what_check_would_keep_back_is_not_accepted(client: Client) -> None:
    """Here the quote stands nowhere any more."""
    article = client.root / "sources" / "bridge.md"
    article.write_text(article.read_text("utf-8").replace("The old bridge", "A bridge"), "utf-8")
    answer = client.post("status", **client.seen("aaaa0001"), status="accepted")

    assert "the quote does not stand in paragraph 1" in plain(answer.text)
    assert client.events() == EVENTS


def test_an_edit_changes_its_event_and_keeps_comments(client: Client) -> None:
    """Nothing else in the file moves, and the event stays on the page."""
    answer = client.post("edit", **client.seen("aaaa0002"), title="Divers found cracks", who="")

    assert "id=aaaa0002" in answer.location
    title = "Divers found cracks, and the council voted for repairs"
    expected = EVENTS.replace(title, "Divers found cracks").replace("[the council]", "[]")
    assert client.events() == expected


def test_a_date_more_exact_than_its_words_is_questioned(client: Client) -> None:
    """It is the person's to decide; the page asks."""
    answer = client.post("edit", **client.seen("aaaa0002"), when="2014-03-16")

    page = plain(client.follow(answer).text)
    assert "2014-03-16 is more exact than the words “March 2014”" in page


def test_an_edit_that_changes_nothing_writes_nothing(client: Client) -> None:
    """The page says so."""
    answer = client.post("edit", **client.seen("aaaa0002"), when="2014-03")

    assert "Nothing changed" in plain(client.follow(answer).text)
    assert client.events() == EVENTS


def test_an_edit_can_decide_too(client: Client) -> None:
    """Save and accept: then the next event."""
    seen = client.seen("aaaa0003")
    answer = client.post("edit", **seen, when="2015-09-28/2015-10-04", status="accepted")

    assert client.event(2).when == "2015-09-28/2015-10-04"
    assert client.event(2).status == "accepted"
    assert "source=river" in answer.location


def test_a_wrong_date_is_refused_with_what_to_try(client: Client) -> None:
    """What was typed stays in the form."""
    answer = client.post("edit", **client.seen("aaaa0002"), when="March 2014", title="Mine")

    assert answer.status == 422
    assert "March 2014 is no date in EDTF. Try: write 2014-03." in plain(answer.text)
    assert 'value="March 2014"' in answer.text
    assert "Mine</textarea>" in answer.text
    assert client.events() == EVENTS


def test_a_quote_that_does_not_stand_there_is_refused(client: Client) -> None:
    """Where it stands elsewhere, the page says where."""
    answer = client.post("edit", **client.seen("aaaa0001"), quote0="The ferry will run again")

    assert "these words don’t stand in paragraph 1. Try: they stand in paragraph 3" in plain(
        answer.text
    )
    assert client.events() == EVENTS


def test_a_compound_is_split_into_two(client: Client) -> None:
    """Both keep a citation; the second is a person's and stands behind the first."""
    first = {"a.title": "Divers found cracks", "a.quote0": "Divers had found cracks in March 2014"}
    second = {"b.title": "The council voted for repairs", "b.when": "2014-04-02"}
    second["b.said0"] = "2 April 2014"
    client.post("split", **client.seen("aaaa0002"), **first, **second)

    one, two = client.event(1), client.event(2)
    assert (one.id, one.title, one.when) == ("aaaa0002", "Divers found cracks", "2014-03")
    assert one.citations[0].quote == "Divers had found cracks in March 2014"
    assert (two.title, two.when, two.digest) == (
        "The council voted for repairs",
        "2014-04-02",
        None,
    )
    assert (two.citations[0].said, two.salience) == ("2 April 2014", None)
    assert client.event(3).id == "aaaa0003"


def test_a_split_without_a_second_title_is_refused(client: Client) -> None:
    """Its field says what is missing."""
    answer = client.post("split", **client.seen("aaaa0002"), **{"b.title": " "})

    assert "a title is missing" in plain(answer.text)
    assert client.events() == EVENTS


def test_likely_twins_are_offered_and_found(client: Client) -> None:
    """By their titles and dates, or by words and a date typed."""
    seen = {"source": "bridge", "id": "aaaa0001"}

    assert "The bridge over the Aller was closed" in plain(client.get("same", **seen).text)
    assert "No event has all of these words" in plain(client.get("same", **seen, q="zebra").text)
    assert "Divers found cracks" in plain(client.get("same", **seen, q="council 2014").text)


def test_marking_as_the_same_writes_same_as(client: Client) -> None:
    """And parting takes it away again."""
    other = {"other_source": "river", "other_id": "bbbb0001"}
    client.post("same", **client.seen("aaaa0001"), **other)
    assert client.event(0).same_as == "bbbb0001"
    assert "Same as 24 September 2015 The bridge over the Aller" in show(client, "aaaa0001")
    assert "Told by 1 other event, too 24 September 2015 The old bridge" in show(
        client, "bbbb0001", "river"
    )

    client.post("same", **client.seen("aaaa0001"))
    assert client.events() == EVENTS


def test_a_circle_of_twins_is_refused(client: Client) -> None:
    """Two events that point at each other would tell of nothing."""
    other = {"other_source": "river", "other_id": "bbbb0001"}
    client.post("same", **client.seen("aaaa0001"), **other)
    back = {"other_source": "bridge", "other_id": "aaaa0001"}
    answer = client.post("same", **client.seen("bbbb0001", "river"), **back)

    assert "already points at this one" in plain(answer.text)
    assert client.event(0, "river").same_as is None


def test_a_new_event_knows_its_date_from_the_words(client: Client) -> None:
    """Words selected in the text, or a date expression that no event has yet."""
    page = client.get("new", source="bridge", paragraph="3", quote="the council meets on Monday")
    assert 'value="2015-09-28"' in page.text
    assert 'value="Monday"' in page.text

    page = client.get("new", source="bridge", paragraph="2", at="75")
    assert "voted for repairs on 2 April 2014.</textarea>" in page.text


def test_a_new_event_stands_behind_those_before_it(client: Client) -> None:
    """It is a person's, and has no digest."""
    form = {"title": "The council voted", "when": "2014-04-02", "paragraph0": "2"}
    form |= {"quote0": "the council voted for repairs", "kind": "happened", "status": "accepted"}
    client.post("new", source="bridge", **form)

    new = client.event(2)
    assert (new.title, new.status, new.digest) == ("The council voted", "accepted", None)
    assert client.event(3).id == "aaaa0003"
    assert client.events().startswith(EVENTS.partition("- id: aaaa0003")[0])


@pytest.mark.parametrize("quote", ["", "the council danced"])
def test_a_new_event_needs_words_that_stand_there(client: Client, quote: str) -> None:
    """Without them nothing is written, and the form keeps what was typed."""
    form = {"title": "Mine", "when": "2014", "paragraph0": "2", "quote0": quote}
    answer = client.post("new", source="bridge", **form)

    assert answer.status == 422
    assert "Mine</textarea>" in answer.text
    assert client.events() == EVENTS


def test_many_are_shown_before_they_are_accepted(client: Client) -> None:
    """With those that will be left alone, and why."""
    page = plain(client.get("many").text)

    assert "Accept 3 of 3" in page
    assert "The ferry will run again Bridge over the Aller closed it needs a date" in page


def test_many_are_accepted_and_what_changed_meanwhile_is_left(client: Client) -> None:
    """Each pick carries what was seen of it."""
    seen = [client.seen("aaaa0001"), client.seen("aaaa0002"), client.seen("bbbb0001", "river")]
    picks = {f"pick.{i}": "\t".join(one.values()) for i, one in enumerate(seen)}
    client.path().write_text(EVENTS.replace("'2014-03'", "'2014-04'"), "utf-8")
    page = plain(client.follow(client.post("many", **picks)).text)

    assert "Accepted: 2 events 1 left alone (aaaa0002: it has been changed" in page
    assert [client.event(i).status for i in range(3)] == ["accepted", "proposed", "proposed"]
    assert client.event(0, "river").status == "accepted"


@pytest.mark.parametrize(
    ("filters", "first", "total"),
    [
        ({"in": "river"}, "bbbb0001", "1 of 1"),
        ({"dateless": "1"}, "aaaa0003", "1 of 1"),
        ({"show": "all"}, "aaaa0001", "1 of 4"),
        ({"show": "nonsense", "in": "../etc"}, "aaaa0001", "1 of 4"),
    ],
)
def test_filters(client: Client, filters: dict[str, str], first: str, total: str) -> None:
    """They go along from page to page."""
    answer = client.get("start", **filters)

    assert f"id={first}" in answer.location
    assert total in plain(client.follow(answer).text)


def test_nothing_left_says_what_comes_next(client: Client) -> None:
    """The source's text stays in view."""
    client.post("status", **client.seen("bbbb0001", "river"), status="rejected")
    page = plain(client.follow(client.get("start", **{"in": "river"})).text)

    assert "Nothing left here" in page
    assert "The bridge over the Aller was closed" in page


def test_dates_are_explained_as_one_types(client: Client) -> None:
    """In words, or with what to try."""
    assert json.loads(client.get("when", text="2014-03~").text) == {
        "ok": True,
        "what": "",
        "hint": "about March 2014",
    }
    assert json.loads(client.get("when", text="3 May 2014").text)["hint"] == "write 2014-05-03"


def test_the_page_learns_that_the_disk_changed(client: Client) -> None:
    """The event, or the article."""
    seen = client.seen("aaaa0001")
    before = client.get("event", source="bridge", id="aaaa0001").text
    doc = before.partition('data-doc="')[2].partition('"')[0]
    assert json.loads(client.get("changes", **seen, doc=doc).text) == {
        "event": "same",
        "text": True,
    }

    client.path().write_text(EVENTS.replace("bridge was", "bridge got"), "utf-8")
    (client.root / "sources" / "bridge.md").touch()
    now = json.loads(client.get("changes", **seen, doc=doc).text)
    assert now == {"event": "changed", "text": False}


def test_a_stale_edit_shows_both_and_asks(client: Client) -> None:
    """Nothing is written; then field by field what was chosen."""
    seen = client.seen("aaaa0002")
    client.path().write_text(EVENTS.replace("'2014-03'", "'2014-03~'"), "utf-8")
    mine = {"title": "Divers found cracks", "when": "2014-03"}
    answer = client.post("edit", **seen, **mine)
    assert answer.status == 409
    assert "when 2014-03~ 2014-03" in plain(answer.text)
    assert client.event(1).when == "2014-03~"

    client.post("edit", **client.seen("aaaa0002"), **mine, **{"take.when": "file"})
    assert (client.event(1).when, client.event(1).title) == ("2014-03~", "Divers found cracks")


def test_a_stale_decision_asks(client: Client) -> None:
    """The page shows what stands there now, and carries on with that."""
    seen = client.seen("aaaa0001")
    client.path().write_text(EVENTS.replace("The old bridge was closed\n", "Other\n", 1), "utf-8")
    answer = client.post("status", **seen, status="accepted")

    assert answer.status == 409
    assert client.seen("aaaa0001")["print"] in answer.text
    assert client.event(0).status == "proposed"


def test_an_event_that_is_gone_is_told(client: Client) -> None:
    """Both on its page and when a form is sent."""
    seen = client.seen("aaaa0001")
    client.path().write_text("source: bridge\nextractor: x\nevents: []\n", "utf-8")

    assert client.get("event", source="bridge", id="aaaa0001").status == 404
    assert "not in its file any more" in plain(
        client.post("status", **seen, status="rejected").text
    )


def test_texts_of_others_are_no_markup(client: Client) -> None:
    """In titles, quotes, articles and what is typed."""
    evil = "<img src=x onerror=alert(1)>"
    client.path().write_text(EVENTS.replace("The ferry will run again\n", f"'{evil}'\n"), "utf-8")
    for page in ("event", "edit", "split", "same", "many"):
        text = client.get(page, source="bridge", id="aaaa0003", q=evil).text
        assert "<img" not in text
        assert "&lt;img" in text


def test_who_decided_and_when(client: Client) -> None:
    """From git, where there is one; a decision that isn't committed yet is told as that."""
    client.post("status", **client.seen("aaaa0001"), status="accepted")
    assert "not committed" not in show(client, "aaaa0001")
    for command in (["init", "-q"], ["add", "sources"]):
        subprocess.run(["git", *command], cwd=client.root, check=True)
    client.restart()
    assert "accepted not committed yet" in show(client, "aaaa0001")

    who = ["-c", "user.name=Anna Lind", "-c", "user.email=a@example.org"]
    when = {**os.environ, "GIT_AUTHOR_DATE": "2026-10-03T09:00:00+02:00"}
    commit = ["git", *who, "commit", "-qm", "Review"]
    subprocess.run(commit, cwd=client.root, check=True, env=when)
    assert "accepted by Anna Lind, 3 October 2026" in show(client, "aaaa0001")
