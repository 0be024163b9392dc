"""`timeline add --again`: a source refreshed from its original, and its events after it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.shell import Run
from tests.web_articles import FIRST, SECOND, Typing, page
from tests.web_articles import unhurried as unhurried  # a fixture
from tests.web_server import Reply, Server, serving
from timeline import store
from timeline.readers import read

pytest.importorskip("urllib3")
pytest.importorskip("trafilatura")

NAME = "bridge-at-orl-closed"
SHUT = FIRST.replace("closed", "shut")
NEW = "A ferry has crossed the river at Orl since June 2014."
AGAIN = ("add", "--again", NAME, "--private")


@pytest.fixture
def replies() -> dict[str, Reply]:
    """What the paper's server answers; a test changes it."""
    return {"/one": Reply(page(author={"name": "Anna Lind"}))}


@pytest.fixture
def server(replies: dict[str, Reply]) -> Iterator[Server]:
    with serving(replies) as started:
        yield started


@pytest.fixture
def source(project: Path, unhurried: None, run: Run, server: Server) -> Path:
    """A fetched article, its events proposed and the first accepted."""
    del unhurried
    run("add", f"{server.url}/one", "--private", "--keep-original")
    run("extract")
    path = project / "sources" / f"{NAME}.md"
    run("accept", store.load(store.path_for(path)).record.events[0].id)
    return path


def events(source: Path) -> list[tuple[str, str, int | None]]:
    """Status, quote and paragraph of each event."""
    record = store.load(store.path_for(source)).record
    return [(e.status, e.citations[0].quote, e.citations[0].paragraph) for e in record.events]


def test_what_changed_is_told_in_words_and_taken_in(
    source: Path, replies: dict[str, Reply], run: Run
) -> None:
    """The accepted event's quote follows its text to its new place; the new one is proposed."""
    replies["/one"] = Reply(page(NEW, SHUT, SECOND, author={"name": "Anna Lind"}))
    said = run(*AGAIN, "--yes")
    assert said.code == 0
    assert "1 paragraph changed, 1 paragraph added" in said.out
    assert f"paragraph 1 is new: {NEW}" in said.out
    assert "paragraph 2: closed → shut" in said.out
    assert [p.text for p in read(source).paragraphs] == [NEW, SHUT, SECOND]
    accepted = [(quote, number) for status, quote, number in events(source) if status == "accepted"]
    ((quote, number),) = accepted
    assert ("shut the bridge on 3 May 2014" in quote, number) == (True, 2)
    assert "nothing wrong" in run("check").out


def test_a_changed_fact_is_not_followed(source: Path, replies: dict[str, Reply], run: Run) -> None:
    """The event stays as it was decided, and is told of."""
    before = events(source)
    replies["/one"] = Reply(page(FIRST.replace("3 May", "4 May"), SECOND))
    said = run(*AGAIN, "--yes")
    assert "quotes words that stand nowhere in the source now" in said.out
    assert [e for e in events(source) if e[0] == "accepted"] == before[:1]


def test_nothing_is_written_without_a_word(
    source: Path, replies: dict[str, Reply], run: Run
) -> None:
    """No terminal, no --yes: what would change is shown, and how to take it in."""
    before = source.read_bytes()
    replies["/one"] = Reply(page(SHUT, SECOND))
    said = run(*AGAIN)
    assert said.code == 1
    assert "closed → shut" in said.out
    assert "--yes takes the changes in" in said.out
    assert source.read_bytes() == before


@pytest.mark.parametrize(("typed", "taken"), [("y", True), ("n", False), ("", False)])
def test_a_question_on_a_terminal(
    source: Path,
    replies: dict[str, Reply],
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    typed: str,
    taken: bool,
) -> None:
    """Only a yes is one."""
    replies["/one"] = Reply(page(SHUT, SECOND))
    monkeypatch.setattr(sys, "stdin", Typing([typed]))
    assert "Take this in? [y/N]" in run(*AGAIN).err
    assert ("shut" in source.read_text()) == taken


def test_the_same_original_changes_nothing(source: Path, run: Run) -> None:
    """Not a byte."""
    before = source.read_bytes(), store.path_for(source).read_bytes()
    said = run(*AGAIN)
    assert (said.code, "as its original is" in said.out) == (0, True)
    assert (source.read_bytes(), store.path_for(source).read_bytes()) == before


def test_facts_of_a_person_stay(source: Path, replies: dict[str, Reply], run: Run) -> None:
    """Comments, too; what the original says now is told."""
    text = source.read_text().replace("author: Anna Lind", "author: Jane Roe  # she wrote")
    source.write_text(text.replace("2015-09-25  # from JSON-LD", "2015-09-24"))
    replies["/one"] = Reply(page(SHUT, SECOND, author={"name": "Anna Lind"}))
    said = run(*AGAIN, "--yes")
    assert "author stays Jane Roe; the original has Anna Lind" in said.out
    assert "published stays 2015-09-24; the original has 2015-09-25 (from JSON-LD)" in said.out
    now = source.read_text()
    assert "author: Jane Roe  # she wrote\n" in now
    assert "published: 2015-09-24\n" in now
    assert "shut" in now


def test_corrections_that_would_be_undone_are_told(
    source: Path, replies: dict[str, Reply], run: Run
) -> None:
    """Held against the original that was kept."""
    source.write_text(source.read_text().replace("Pavel Novak", "Pavel Novák"))
    replies["/one"] = Reply(page(SHUT, SECOND))
    said = run(*AGAIN)
    assert "undone by this:\n    paragraph 2: Novak → Novák\n" in said.out
    assert "paragraph 2: Novák → Novak" in said.out
    assert "Novák" in source.read_text()


def test_the_day_of_the_last_change_follows(
    source: Path, replies: dict[str, Reply], run: Run
) -> None:
    """Where the program found it; a day that a person wrote stays."""
    replies["/one"] = Reply(page(SHUT, SECOND, dateModified="2015-09-28"))
    run(*AGAIN, "--yes")
    assert "updated: 2015-09-28  # from JSON-LD\n" in source.read_text()
    replies["/one"] = Reply(page(FIRST, SECOND, dateModified="2015-09-29"))
    run(*AGAIN, "--yes")
    assert "updated: 2015-09-29  # from JSON-LD\n" in source.read_text()
    source.write_text(source.read_text().replace("2015-09-29  # from JSON-LD", "2015-09-30"))
    replies["/one"] = Reply(page(SHUT, SECOND, dateModified="2015-10-01"))
    run(*AGAIN, "--yes")
    assert "updated: 2015-09-30\n" in source.read_text()


def test_the_new_original_is_kept_beside_the_old(
    source: Path, replies: dict[str, Reply], run: Run
) -> None:
    """Nothing is lost; the front matter names the new one."""
    replies["/one"] = Reply(page(SHUT, SECOND))
    run(*AGAIN, "--yes")
    now = read(source).source
    assert now.original is not None
    kept = {path.name: path.read_bytes() for path in (source.parent / "originals").iterdir()}
    assert len(kept) == 2
    assert b"shut" in kept[Path(now.original).name]
    assert b"closed the" in kept[f"{NAME}.html"]
    assert "nothing wrong" in run("check").out


def test_an_event_file_that_cant_be_read_keeps_the_source_too(
    source: Path, replies: dict[str, Reply], run: Run
) -> None:
    """Else its quotes would stand nowhere."""
    store.path_for(source).write_text("events: [\n")
    before = source.read_bytes()
    replies["/one"] = Reply(page(SHUT, SECOND))
    assert run(*AGAIN, "--yes").code == 1
    assert source.read_bytes() == before
    assert [path.name for path in (source.parent / "originals").iterdir()] == [f"{NAME}.html"]


def test_quotes_in_other_event_files_follow(
    source: Path, replies: dict[str, Reply], run: Run
) -> None:
    """A person cites this source for an event of another; digests and decisions stay."""
    other = source.with_name("other.md")
    other.write_text(
        "---\ntitle: Other\npublished: 2015-09-25\n---\n\nThe mill burnt in May 2014.\n"
    )
    run("extract")
    path = store.path_for(other)
    further = f"  - paragraph: 1\n    quote: {FIRST[:-1]}\n    source: {NAME}\n  date_from"
    path.write_text(path.read_text().replace("  date_from", further, 1))
    replies["/one"] = Reply(page(NEW, SHUT, SECOND))
    said = run(*AGAIN, "--yes")
    assert "sources/other.events.yml: 1 event followed the text" in said.out
    second = store.load(path).record.events[0].citations[1]
    assert (second.quote, second.paragraph) == (SHUT[:-1], 2)


def test_a_file_named_in_place_of_the_original(source: Path, run: Run) -> None:
    """For a source whose page is gone."""
    (source.parents[1] / "saved.html").write_bytes(page(SHUT, SECOND))
    said = run(*AGAIN, "--from", "saved.html", "--yes")
    assert (said.code, "closed → shut" in said.out) == (0, True)


def test_from_a_kept_file_that_was_exchanged(project: Path, run: Run) -> None:
    """It was no web page's: the file is the original, and check asks for just this."""
    (project / "report.html").write_bytes(page())
    run("add", "report.html", "--keep-original")
    (project / "sources" / "originals" / f"{NAME}.html").write_bytes(page(SHUT, SECOND))
    assert "timeline add --again" in run("check").out
    assert run("add", "--again", "sources", "--yes").code == 0
    assert "shut" in (project / "sources" / f"{NAME}.md").read_text()
    assert "nothing wrong" in run("check").out


def test_a_source_without_an_original(project: Path, run: Run) -> None:
    """It is said how to name one."""
    (project / "sources" / "note.md").write_text("The ferry sank on 7 June 2013.\n")
    said = run("add", "--again", "note")
    assert (said.code, "--from FILE" in said.err) == (1, True)
    assert run("add", "--again", "nothing").code == 2


def test_the_article_of_a_feed_is_found_again(project: Path, run: Run) -> None:
    """By its title, among the others of its original."""
    pytest.importorskip("feedparser")
    entry = "<item><title>{0}</title><guid>{0}</guid><description>&lt;p&gt;{1}</description></item>"
    feed = "<rss version='2.0'><channel><title>P</title>{}</channel></rss>"
    whole = feed.format(entry.format("A", FIRST) + entry.format("B", SECOND))
    (project / "feed.rss").write_text(whole)
    assert run("add", "feed.rss", "--keep-original").code == 0
    (project / "new.rss").write_text(whole.replace("closed", "shut"))
    assert run("add", "--again", "a", "--from", "new.rss", "--yes").code == 0
    assert read(project / "sources" / "a.md").paragraphs[0].text == SHUT
