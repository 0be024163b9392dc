"""`timeline.intake.fetch`: a polite guest, on loopback."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

import pytest

from tests.web_server import PAGE, Reply, Server, serving
from timeline.errors import SourceError
from timeline.intake import Original, articles
from timeline.intake import fetch as fetching
from timeline.intake.fetch import Visits, fetch

pytest.importorskip("urllib3")
pytest.importorskip("protego")

ROBOTS = b"User-agent: *\nDisallow: /inner/\nAllow: /inner/open\n\nUser-agent: other\nDisallow: /\n"
CYRILLIC = {"Content-Type": "text/html; charset=windows-1251"}
REPLIES = {
    "/robots.txt": Reply(ROBOTS, headers={"Content-Type": "text/plain"}),
    "/news/one.html": Reply(),
    "/old": Reply(b"", 301, {"Location": "/news/one.html"}),
    "/packed": Reply(gzip.compress(PAGE), headers={"Content-Encoding": "gzip"}),
    "/cyrillic": Reply("<p>Мост закрыли 3 мая 2014 года.".encode("cp1251"), headers=CYRILLIC),
    "/a%20b?q=%C3%A9": Reply(),
    "/inner/open": Reply(),
}


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """With a robots.txt."""
    with serving(REPLIES) as started:
        yield started


def get(server: Server, path: str, visits: Visits | None = None) -> Original:
    """Without waiting."""
    return fetch(
        server.url + path,
        retrieved="2026-10-03",
        allow_private=True,
        delay=0,
        visits=visits or Visits(),
    )


def test_what_is_known_of_a_page(server: Server) -> None:
    """Its bytes, its name, and what the server says."""
    found = get(server, "/news/one.html")
    assert (found.data, found.name, found.media_type) == (PAGE, "one.html", "text/html")
    assert (found.url, found.retrieved) == (f"{server.url}/news/one.html", "2026-10-03")


def test_where_an_address_leads(server: Server) -> None:
    """The address after redirects is the page's."""
    assert get(server, "/old").url == f"{server.url}/news/one.html"


def test_packed_bytes_are_unpacked(server: Server) -> None:
    """In bounds."""
    assert get(server, "/packed").data == PAGE


def test_the_servers_encoding_counts(server: Server) -> None:
    """The page itself names none; no suffix says what it is."""
    (found,) = articles(get(server, "/cyrillic"))
    assert [block.text for block in found.blocks] == ["Мост закрыли 3 мая 2014 года."]


def test_letters_beyond_ascii_in_an_address(server: Server) -> None:
    """As browsers write them."""
    assert get(server, "/a b?q=é").data == PAGE


def test_the_guest_says_who_it_is(server: Server) -> None:
    """Every time."""
    get(server, "/news/one.html")
    assert {agent.split("/")[0] for _, agent in server.asked} == {"cited-timeline"}


def test_robots_txt_is_obeyed(server: Server) -> None:
    """The more specific rule wins; a page that is forbidden isn't asked for."""
    assert get(server, "/inner/open").data == PAGE
    with pytest.raises(SourceError, match=r"robots\.txt"):
        get(server, "/inner/closed")
    assert "/inner/closed" not in server.paths


def test_robots_txt_is_asked_for_once() -> None:
    """In one run."""
    visits = Visits()
    with serving(REPLIES) as server:
        get(server, "/news/one.html", visits)
        get(server, "/old", visits)
        assert server.paths.count("/robots.txt") == 1


def test_a_site_that_fails_forbids() -> None:
    """As RFC 9309 says."""
    with (
        serving({"/robots.txt": Reply(b"", 503), "/a": Reply()}) as server,
        pytest.raises(SourceError, match=r"503 for its robots\.txt"),
    ):
        get(server, "/a")


@pytest.mark.parametrize(
    ("robots", "waited"), [(b"", 1.0), (b"User-agent: *\nCrawl-delay: 7", 7.0)]
)
def test_two_pages_of_a_host_have_time_between(
    robots: bytes, waited: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second, or what the site asks for."""
    waits: list[float] = []
    monkeypatch.setattr(fetching.time, "sleep", waits.append)
    visits = Visits()
    with serving({"/robots.txt": Reply(robots), "/a": Reply(), "/b": Reply()}) as server:
        for path in ("/a", "/b"):
            fetch(server.url + path, retrieved=None, allow_private=True, visits=visits)
    assert waits == [pytest.approx(waited, abs=0.5)]


@pytest.mark.parametrize(
    "address",
    ["ftp://paper.example/a", "paper.example", "javascript:alert(1)", "http://", "http://x:99999/"],
)
def test_what_is_no_address_of_the_web(address: str) -> None:
    """Nothing is asked."""
    with pytest.raises(SourceError, match="no web address"):
        fetch(address, retrieved=None, visits=Visits())


def test_a_password_in_an_address_is_not_shown() -> None:
    """Nor sent."""
    with pytest.raises(SourceError, match="password") as refused:
        fetch("https://anna:hemlig@paper.example/", retrieved=None, visits=Visits())
    assert "hemlig" not in str(refused.value)
