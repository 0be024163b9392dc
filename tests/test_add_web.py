"""`timeline add` with web addresses, on loopback, with the real fetcher."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.shell import Run
from tests.web_articles import FIRST, OTHER, SECOND, page
from tests.web_articles import unhurried as unhurried  # a fixture
from tests.web_server import Reply, Server, serving
from timeline.intake import fetch as fetching
from timeline.model import AlsoAt
from timeline.readers import read

pytest.importorskip("urllib3")
pytest.importorskip("trafilatura")
pytest.importorskip("feedparser")

XML = {"Content-Type": "application/rss+xml"}
ENTRY = (
    "<item><title>Day {n}</title><link>http://paper.example/{n}</link><guid>{n}</guid>"
    "<pubDate>Fri, 25 Sep 2015 10:00:00 +0000</pubDate>"
    "<description>&lt;p&gt;The mill burnt down on {n} May 2014.&lt;/p&gt;</description></item>"
)
ENTRIES = "".join(ENTRY.format(n=n) for n in (1, 2))
FEED = f"<rss version='2.0'><channel><title>The Paper</title>{ENTRIES}</channel></rss>"
ROBOTS = b"User-agent: *\nDisallow: /closed/"
REPLIES = {
    "/one": Reply(page(author={"name": "Anna Lind"}, publisher={"name": "The Evening Mail"})),
    "/short": Reply(b"", 302, {"Location": "/one"}),
    "/two": Reply(page(SECOND, OTHER, title="Mayor resigns")),
    "/feed": Reply(FEED.encode(), headers=XML),
    "/closed/page": Reply(),
    "/robots.txt": Reply(
        b"User-agent: *\nDisallow: /closed/", headers={"Content-Type": "text/plain"}
    ),
}


@pytest.fixture
def server() -> Iterator[Server]:
    """The paper's site."""
    with serving(REPLIES) as started:
        yield started


@pytest.fixture
def sources(project: Path, unhurried: None) -> Path:
    """An empty project's, with an unhurried fetcher."""
    del unhurried
    return project / "sources"


def test_from_an_address_to_events(sources: Path, run: Run, server: Server) -> None:
    """The page's own facts are shown with where the day was found; extract reads what came."""
    said = run("add", f"{server.url}/one", "--private")
    assert said.code == 0
    shown = dict(line.split(maxsplit=1) for line in said.out.splitlines() if line[:2] == "  ")
    assert shown["title"] == "Bridge at Orl closed"
    assert (shown["author"], shown["publisher"]) == ("Anna Lind", "The Evening Mail")
    assert shown["published"] == "2015-09-25 (from JSON-LD)"
    document = read(sources / "bridge-at-orl-closed.md")
    assert [paragraph.text for paragraph in document.paragraphs] == [FIRST, SECOND]
    assert document.source.url == f"{server.url}/one"
    run("extract")
    events = (sources / "bridge-at-orl-closed.events.yml").read_text("utf-8")
    assert "when: '2014-05-03'" in events
    assert "when: '2014-03'" in events


def test_nothing_is_fetched_from_this_computer_unless_asked(
    sources: Path, run: Run, server: Server
) -> None:
    """One clear line, with the option; nothing was asked and nothing written."""
    said = run("add", f"{server.url}/one")
    assert said.code == 1
    assert "--private" in said.err
    assert not server.asked
    assert not list(sources.iterdir())


def test_what_is_there_is_not_fetched_again(sources: Path, run: Run, server: Server) -> None:
    """By its address, however it is written, and by one that led there."""
    run("add", f"{server.url}/short", "--private")
    source = sources / "bridge-at-orl-closed.md"
    assert read(source).source.also_at == (AlsoAt(f"{server.url}/short"),)
    before, asked = source.read_bytes(), len(server.asked)
    for path in ("/short", "/one", "/one/?utm_source=mail#top"):
        said = run("add", f"{server.url}{path}", "--private")
        assert (said.code, "is there already" in said.out) == (0, True)
    assert (source.read_bytes(), len(server.asked)) == (before, asked)


def test_facts_given_for_a_known_address_are_not_dropped(
    sources: Path, run: Run, server: Server
) -> None:
    """Another day is refused in words; the same one is there."""
    del sources
    run("add", f"{server.url}/one", "--private")
    other = run("add", f"{server.url}/one", "--private", "--published", "2015-09-26")
    assert other.code == 1
    assert "its published is not 2015-09-26" in other.err
    assert run("add", f"{server.url}/one", "--private", "--published", "2015-09-25").code == 0


def test_addresses_files_and_a_list(
    sources: Path, run: Run, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Together; what fails is told with its reason and costs no other."""
    (sources.parent / "note.txt").write_text("The ferry sank on 7 June 2013.\n")
    listed = f"{server.url}/two\n{server.url}/none\n{server.url}/closed/page\nnote.txt\n"
    monkeypatch.setattr(sys, "stdin", io.StringIO(listed))
    said = run("add", f"{server.url}/one", "-", f"{server.url}/one/", "--private")
    assert said.code == 1
    assert "3 added, 0 there already, 2 failed." in said.out
    assert f"{server.url}/none: there is no such page (404)" in said.err
    assert "robots.txt asks programs to stay away" in said.err
    names = sorted(path.stem for path in sources.iterdir())
    assert names == ["bridge-at-orl-closed", "mayor-resigns", "note"]


def test_a_feed_gives_a_source_for_each_entry(sources: Path, run: Run, server: Server) -> None:
    """Again, it is fetched for what is new in it; what is there is skipped."""
    said = run("add", f"{server.url}/feed", "--private")
    assert (said.code, "2 added, 0 there already" in said.out) == (0, True)
    facts = read(sources / "day-1.md").source
    assert (facts.url, facts.published) == ("http://paper.example/1", "2015-09-25")
    assert "0 added, 2 there already" in run("add", f"{server.url}/feed", "--private").out
    assert server.paths.count("/feed") == 2


def test_a_title_is_for_one_article(sources: Path, run: Run, server: Server) -> None:
    """A feed holds several."""
    said = run("add", f"{server.url}/feed", "--private", "--title", "One")
    assert (said.code, "this holds 2" in said.err) == (2, True)
    assert not list(sources.iterdir())


def test_ctrl_c_while_fetching_keeps_what_came(
    sources: Path, run: Run, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second run goes on from there and asks for the rest alone."""
    fetch = fetching.fetch

    def stopped(url: str, **options: object) -> object:
        if url.endswith("/two"):
            raise KeyboardInterrupt
        return fetch(url, **options)  # type: ignore[arg-type]

    words = ("add", f"{server.url}/one", f"{server.url}/two", "--private")
    with monkeypatch.context() as patch:
        patch.setattr(fetching, "fetch", stopped)
        said = run(*words)
    assert (said.code, "Stopped after 1 of 2" in said.out) == (130, True)
    assert [path.stem for path in sources.iterdir()] == ["bridge-at-orl-closed"]
    assert "1 added, 1 there already, 0 failed." in run(*words).out
    assert server.paths.count("/one") == 1


def test_an_archived_copy_is_recorded(sources: Path, run: Run, server: Server) -> None:
    """And known by its address."""
    copy = "https://archive.example/2015/one"
    run("add", f"{server.url}/one", "--private", "--archived", copy)
    assert read(sources / "bridge-at-orl-closed.md").source.archived == copy
    assert "is there already" in run("add", copy).out


@pytest.mark.parametrize("module", ["urllib3.connection", "protego", "lxml", "trafilatura"])
@pytest.mark.parametrize("fetched", [True, False])
def test_a_page_without_its_libraries(
    sources: Path,
    run: Run,
    server: Server,
    monkeypatch: pytest.MonkeyPatch,
    fetched: bool,
    module: str,
) -> None:
    """Its place, what is missing and how to get it; a file needs none for the visit."""
    file = sources.parent / "page.html"
    file.write_bytes(page())
    place = f"{server.url}/one" if fetched else str(file)
    monkeypatch.setitem(sys.modules, module, None)
    said = run("add", place, "--private")
    if not fetched and module in ("urllib3.connection", "protego"):
        assert said.code == 0
        return
    assert said.code == 1
    told = "can't be read: the libraries for a web page are not installed"
    assert f"{place}: {told}\n  Try: pip install 'cited-timeline[web]'" in said.err
    assert not list(sources.iterdir())


def test_a_text_that_was_fetched_has_its_address(sources: Path, run: Run) -> None:
    """What its own front matter says of it stays."""
    plain = {"Content-Type": "text/plain; charset=utf-8"}
    own = b"---\ntitle: Own\nurl: https://paper.example/own\n---\nThe mill burnt down.\n"
    replies = {
        "/mill.txt": Reply(b"The mill of Orl burnt down.\n", headers=plain),
        "/own.txt": Reply(own, headers=plain),
        "/short": Reply(b"", 302, {"Location": "/own.txt"}),
    }
    with serving(replies) as server:
        run("add", f"{server.url}/mill.txt", f"{server.url}/short", "--private")
        assert read(sources / "mill.md").source.url == f"{server.url}/mill.txt"
        again = run("add", f"{server.url}/mill.txt", "--private")
        assert "is there already, from this address" in again.out
        assert server.paths.count("/mill.txt") == 1
        assert run("add", "--again", "mill", "--private").code == 0
        assert server.paths.count("/mill.txt") == 2
        said = run("add", f"{server.url}/own.txt", f"{server.url}/short", "--private")
        assert "0 added, 2 there already, 0 failed." in said.out
        assert server.paths.count("/own.txt") == 1
        there = read(sources / "own.md").source
        assert [one.url for one in there.also_at] == [
            f"{server.url}/own.txt",
            f"{server.url}/short",
        ]
    assert read(sources / "mill.md").source.retrieved
    assert read(sources / "own.md").source.url == "https://paper.example/own"
