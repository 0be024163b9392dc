"""Addresses handed to the review page: fetched by its rules, on loopback."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.review_client import Client, plain, project
from tests.web_server import Reply, Server, serving
from timeline.intake import fetch

pytest.importorskip("urllib3")
pytest.importorskip("protego")

ROBOTS = b"User-agent: *\nDisallow: /inner/\n"
REPLIES = {
    "/robots.txt": Reply(ROBOTS, headers={"Content-Type": "text/plain"}),
    "/one": Reply(),
    "/two": Reply(b"The dam was shut on 4 May 2014.", headers={"Content-Type": "text/plain"}),
    "/inner/one": Reply(),
}


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """With two articles, and one that programs may not have."""
    with serving(REPLIES) as started:
        yield started


@pytest.fixture
def client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Client:
    """A project that may fetch from this computer, without waiting between two visits."""
    monkeypatch.setattr(fetch, "_wait", lambda *_: 0.0)
    client = project(tmp_path)
    client.allow_private = True
    client.restart()
    return client


def articles(client: Client) -> list[str]:
    """The names of the articles that came in."""
    names = {path.stem for path in (client.root / "sources").glob("*.md")}
    return sorted(names - {"bridge", "river"})


def test_an_address_becomes_a_source(client: Client, server: Server) -> None:
    """With the address and the day in its facts."""
    page = plain(client.follow(client.bring(words=f" {server.url}/one\n")).text)
    assert "fetched Saturday 3 October 2026" in page
    text = (client.root / "sources" / "one.md").read_text("utf-8")
    assert f"url: {server.url}/one\nretrieved: 2026-10-03\n" in text


def test_several_addresses(client: Client, server: Server) -> None:
    """One a line; what fails is told, and costs no other."""
    words = f"{server.url}/one\r\n\r\n{server.url}/two\r\n{server.url}/none\r\n"
    page = plain(client.follow(client.bring(words=words)).text)

    assert articles(client) == ["one", "two"]
    assert "2 articles added. 1 could not be added. none: there is no such page (404)" in page


def test_what_a_site_does_not_give_to_programs(client: Client, server: Server) -> None:
    """Its robots.txt counts here, too."""
    answer = client.bring(words=f"{server.url}/inner/one")

    assert answer.status == 422
    assert "robots.txt asks programs to stay away" in plain(answer.text)
    assert "/inner/one" not in server.paths
    assert articles(client) == []


def test_an_address_that_is_there_already(client: Client, server: Server) -> None:
    """It is not even fetched."""
    path = client.root / "sources" / "river.md"
    url = f"url: {server.url}/two\npublished"
    path.write_text(path.read_text("utf-8").replace("published", url), "utf-8")
    asked = len(server.asked)
    answer = client.bring(words=f"{server.url}/two?utm_source=x")

    assert "found?source=river" in answer.location
    assert len(server.asked) == asked
