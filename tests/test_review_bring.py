"""Articles handed to the review page, as a browser without scripts hands them."""

from __future__ import annotations

import hashlib
import os
import re
import sys

import pytest

from tests.review_client import Client, plain
from tests.review_handed import PAGE, TEXT, brought, form_of, sources, text_of
from tests.review_handed import before as before  # a fixture
from tests.review_handed import client as client  # a fixture


def test_a_pasted_text_becomes_a_source(client: Client) -> None:
    """Its first line gives the title; the text stays as it was pasted."""
    page = plain(client.follow(client.bring(words=TEXT.replace("\n", "\r\n"))).text)

    expected = f"---\ntitle: Dam at Orl opened\n---\n\n{TEXT}"
    assert text_of(client, "dam-at-orl-opened") == expected
    assert page.startswith('id="main" tabindex="-1"> Added. What was found Dam at Orl opened')
    assert "3 paragraphs, kept as dam-at-orl-opened" in page
    assert "No day is known. “Friday” or “last week” in the text will need a date" in page


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("# The talks\n\nThey met on 3 May 2014.", "the-talks"),
        ("---\ntitle: In Geneva\n---\n\nThey met.", "in-geneva"),
        ("They met on 3 May 2014 in a house by the old harbour.", "they-met-on-3-may-2014-in-a"),
    ],
)
def test_the_title_of_a_pasted_text(client: Client, words: str, name: str) -> None:
    """Its own where it has one; else its first words, which one can mend."""
    client.follow(client.bring(words=words))

    assert text_of(client, name).endswith(words)


def test_what_was_found_in_a_page(client: Client) -> None:
    """The facts, where the day stands, the doubts, and the first paragraphs as text."""
    html = client.follow(client.bring(("page.html", PAGE))).text

    form = form_of(html, "bridge-shut")
    assert (form["title"], form["publisher"]) == ("Bridge shut", "The Daily Example")
    assert (form["author"], form["published"]) == ("Ada Example", "2014-05-07")
    page = plain(html)
    assert "2014-05-07 from the page&#39;s meta tags (this one stands there)" in page
    assert "The text says “today is Tuesday”, but 2014-05-07" in page
    assert "paragraph 1 The bridge at Orl was shut on 3 May 2014" in page
    assert "takes 1 &lt;b&gt;old&lt;/b&gt; car" in page
    assert "onclick" not in html


def test_a_day_that_is_chosen_keeps_its_basis(client: Client) -> None:
    """The other days of the page are offered."""
    marks = b'<time datetime="2014-05-06">Tuesday</time></p>\n<p>The'
    page = PAGE.replace(b"</p>\n<p>The", marks, 1)
    html = client.follow(client.bring(("page.html", page))).text
    assert "<code>2014-05-06</code> from the time mark on the page" in html

    client.post("facts", **form_of(html, "bridge-shut") | {"published": "2014-05-06"})
    assert "published: 2014-05-06  # from the time mark on the page\n" in text_of(
        client, "bridge-shut"
    )


def test_facts_are_mended(client: Client) -> None:
    """Only their lines change; what is emptied goes; undo brings every byte back."""
    old = text_of(client, "bridge")
    form = form_of(client.get("found", source="bridge").text, "bridge")
    typed = {"title": "A: bridge", "published": "2015-09-24", "publisher": "", "author": "A. Lind"}
    answer = client.post("facts", **form | typed)

    assert "Facts saved: A: bridge" in plain(client.follow(answer).text)
    lines = ["---", "title: 'A: bridge'", "published: 2015-09-24", "author: A. Lind", "---"]
    assert text_of(client, "bridge") == "\n".join(lines) + old.partition("\n---")[2]
    client.post("undo")
    assert text_of(client, "bridge") == old


@pytest.mark.parametrize(
    ("field", "value", "what"),
    [
        ("published", "Friday", "Friday is no date in EDTF"),
        ("language", "English, mostly", "no language code"),
        ("url", "javascript:alert(1)", "is no web address"),
        ("title", " ", "an article needs a title. Try: its headline"),
    ],
)
def test_facts_that_cannot_be(client: Client, field: str, value: str, what: str) -> None:
    """What is wrong stands beside the field, what was typed in it, and nothing is written."""
    old = text_of(client, "bridge")
    form = form_of(client.get("found", source="bridge").text, "bridge")
    answer = client.post("facts", **form | {field: value, "author": "Mine"})

    assert answer.status == 422
    assert what in plain(answer.text)
    assert 'value="Mine"' in answer.text
    assert text_of(client, "bridge") == old


def test_facts_changed_meanwhile(client: Client) -> None:
    """Nothing is overwritten unseen; saved once more, they are."""
    form = form_of(client.get("found", source="bridge").text, "bridge") | {"author": "Mine"}
    path = client.root / "sources" / "bridge.md"
    path.write_text(path.read_text("utf-8").replace("title: Bridge", "title: A bridge"), "utf-8")
    answer = client.post("facts", **form)

    assert answer.status == 409
    assert "its facts were changed meanwhile" in plain(answer.text)
    assert "Mine" not in text_of(client, "bridge")
    client.post("facts", **form_of(answer.text, "bridge"))
    assert "author: Mine\n" in text_of(client, "bridge")


def test_the_events_of_a_new_article(client: Client) -> None:
    """The facts count: with its day, the Friday has a date. The queue is that article's."""
    form = brought(client) | {"published": "2014-05-04", "then": "extract"}
    answer = client.post("facts", **form)

    assert "in=dam-at-orl-opened" in answer.location
    page = plain(client.follow(client.follow(answer)).text)
    assert "2 events found." in page
    assert "1 of 2" in page
    whens = [client.event(n, "dam-at-orl-opened").when for n in (0, 1)]
    assert whens == ["2014-05-03", "2014-05-09"]


def test_an_article_without_events(client: Client) -> None:
    """The page says so, and stays."""
    words = "A quiet place\n\nNobody has ever heard of it.\n"
    form = form_of(client.follow(client.bring(words=words)).text, "a-quiet-place")
    answer = client.post("facts", **form, then="extract")

    assert "No dated event found." in plain(client.follow(answer).text)


def test_the_events_of_several_articles(client: Client) -> None:
    """One button for all."""
    files = [
        (f"dam-{n}.md", f"# Dam {n}\n\nIt was opened on {n} May 2014.".encode()) for n in (3, 4)
    ]
    answer = client.bring(*files)
    page = client.follow(answer).text
    step = re.findall(r'name="step" value="(\d+)"', page)[0]
    answer = client.post("extract", step=step)

    assert "Find the events of all 2" in plain(page)
    assert answer.location.startswith("start?told=")
    assert client.event(0, "dam-4").when == "2014-05-04"


def test_an_article_is_taken_out_again(client: Client, before: set[str]) -> None:
    """With its proposals; undo brings both back, to the byte."""
    form = brought(client)
    client.post("facts", **form, then="extract")
    old = text_of(client, "dam-at-orl-opened"), client.events("dam-at-orl-opened")
    answer = client.post("out", source="dam-at-orl-opened")

    assert "Taken out: Dam at Orl opened" in plain(client.follow(answer).text)
    assert sources(client) == before
    client.restart()
    assert "Undone. It was: Taken out" in plain(client.follow(client.post("undo")).text)
    assert (text_of(client, "dam-at-orl-opened"), client.events("dam-at-orl-opened")) == old


def test_undo_takes_back_what_was_added(client: Client, before: set[str]) -> None:
    """All of one form, in one step."""
    client.bring(("a.txt", b"One."), ("b.txt", b"Two."))
    assert sources(client) - before == {"a.md", "b.md"}

    assert "Undone. It was: Added: 2 articles" in plain(client.follow(client.post("undo")).text)
    assert sources(client) == before


def test_what_is_decided_stays(client: Client) -> None:
    """Its article can't be taken out, by the button or by undo."""
    client.post("facts", **brought(client), then="extract")
    event = client.event(0, "dam-at-orl-opened")
    client.post("status", **client.seen(event.id, "dam-at-orl-opened"), status="accepted")
    client.post("undo")
    client.post("status", **client.seen(event.id, "dam-at-orl-opened"), status="rejected")
    answer = client.post("out", source="dam-at-orl-opened")

    assert answer.status == 422
    assert "dam-at-orl-opened stays: one of its events is a person’s by now" in plain(answer.text)
    assert text_of(client, "dam-at-orl-opened").endswith(TEXT)
    page = plain(client.get("found", source="dam-at-orl-opened").text)
    assert "It can’t be taken out again: one of its events is a person’s" in page


def test_what_another_event_leans_on_stays(client: Client) -> None:
    """An event of the river says that it repeats one of the new article."""
    client.post("facts", **brought(client), then="extract")
    event = client.event(0, "dam-at-orl-opened")
    other = {"other_source": "dam-at-orl-opened", "other_id": event.id}
    client.post("same", **client.seen("bbbb0001", "river"), **other)
    answer = client.post("out", source="dam-at-orl-opened")

    assert "an event of river leans on it" in plain(answer.text)
    assert text_of(client, "dam-at-orl-opened").endswith(TEXT)


def test_only_what_came_in_here_goes_out(client: Client, before: set[str]) -> None:
    """Not the articles that were there."""
    answer = client.post("out", source="river")

    assert answer.status == 422
    assert "river was not added on this page" in plain(answer.text)
    assert "Take it out" not in client.get("found", source="river").text
    assert sources(client) == before


def test_the_original_is_kept(client: Client, before: set[str]) -> None:
    """Where one asks for it; it goes out and comes back with its article."""
    client.bring(("page.html", PAGE), keep="1")
    kept = client.root / "sources" / "originals" / "bridge-shut.html"
    assert kept.read_bytes() == PAGE
    client.post("out", source="bridge-shut")
    assert not kept.exists()
    assert sources(client) - before == {"originals"}
    client.post("undo")
    assert kept.read_bytes() == PAGE
    assert f"sha256: {hashlib.sha256(PAGE).hexdigest()}" in text_of(client, "bridge-shut")


def test_a_library_that_is_missing(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page says which extra to install."""
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    answer = client.bring(("page.html", PAGE))

    assert answer.status == 422
    assert "pip install &#39;cited-timeline[web]&#39;" in plain(answer.text)


def test_a_full_disk(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is half there, be it added or taken out."""
    form = brought(client)
    there = sources(client)

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    for answer in (
        client.bring(words="# Two\n\nTwo."),
        client.post("out", source="dam-at-orl-opened"),
        client.post("facts", **form | {"author": "Mine"}),
    ):
        assert "could not be written: no space left on device" in plain(answer.text)
    assert sources(client) == there
    assert text_of(client, "dam-at-orl-opened").endswith(f"opened\n---\n\n{TEXT}")
