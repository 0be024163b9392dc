"""Pages and servers that mean harm: refused or bounded, with one clear line each."""

from __future__ import annotations

import gzip
import time
import tracemalloc
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from tests.web_server import PAGE, Reply, Server, serving
from timeline.errors import SourceError
from timeline.intake import Original, articles, hosts
from timeline.intake.fetch import Visits, fetch

pytest.importorskip("trafilatura")

MB = 1_000_000
TOLD = b"<p>The bridge at Orl was closed on 3 May 2014.</p>"
PAGES = {
    "200 MB": (b"x" * (200 * MB), "too large: 200 MB"),
    "100,000 deep": (b"<div>" * 100_000 + TOLD, "nested too deeply"),
    "a million elements": (b"<p>x" * 1_000_000, "more than 500,000 elements"),
    "nothing": (b"", "is empty"),
    "white space": (b"<html> \n\t</html>", "no text"),
    "only a script": (b"<!doctype html><script>var a = 'text';</script>", "no text"),
    "only comments": (b"<!-- x -->", "holds no page"),
    "a picture": (b"\xff\xd8\xff\xe0" + b"\0" * 100, "a picture"),
    "noise": (bytes(range(256)) * 40, "binary|recognised|no text"),
}
ENTITIES = b"".join(
    b'<!ENTITY l%d "%s">' % (level + 1, b"&l%d;" % level * 10) for level in range(12)
)
LIVING = {
    "entities": b'<!DOCTYPE html [<!ENTITY l0 "lol">' + ENTITIES + b"]><html>" + TOLD + b"&l12;",
    "900 deep": b"<b>" * 900 + TOLD,
    "deep lists": b"<ul><li>" * 400 + TOLD,
    "deep tables": b"<table><tr><td>" * 250 + TOLD,
    "a false encoding": b"<meta charset=utf-16>" + TOLD,
    "no encoding": b"<meta charset=zlib>" + TOLD,
    "deep data": b"<script type=application/ld+json>" + b"[" * 100_000 + b"</script>" + TOLD,
    "much data": b"<script type=application/ld+json>[" + b"{}," * 90_000 + b"{}]</script>" + TOLD,
    "a row of a million": b"<table><tr><th rowspan=9999999 colspan=9999999>x<tr></table>" + TOLD,
    "a long class": b"<div class='" + b"a- " * 300_000 + b"'>" + TOLD,
    "a long date": b"<meta name=date content='" + b"1" * 300_000 + b"'>" + TOLD,
    "many pulled quotes": b"<p class=pull-quote>x</p>" * 3_000 + TOLD,
    "many headings": b"<h1>x</h1><h2 class=entry-title>y</h2>" * 2_000 + TOLD,
    "many dated headings": b"<h2 class=date>3 May 2014 x</h2>" * 400 + TOLD,
    "a long title": b"<title>" + b"a - " * 50_000 + b"</title>" + TOLD,
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_that_cannot_be_one_is_refused(name: str) -> None:
    """With its name, and something to try."""
    data, what = PAGES[name]
    with pytest.raises(SourceError, match=what) as refused:
        articles(Original(data, "page.html"))
    assert str(refused.value).startswith("page.html: ")
    assert refused.value.hint


@pytest.mark.parametrize("name", LIVING)
def test_a_page_that_is_odd_is_read(name: str) -> None:
    """Its text is there, nothing was blown up."""
    (found,) = articles(Original(LIVING[name], "page.html"))
    texts = [block.text for block in found.blocks]
    assert "The bridge at Orl was closed on 3 May 2014." in " ".join(texts)
    assert sum(map(len, texts)) < 10_000


def test_a_deep_page_takes_no_more_than_its_size() -> None:
    """A hundred bytes of memory for each of its own is bound enough."""
    data = b"<div>" * 100_000
    tracemalloc.start()
    with pytest.raises(SourceError):
        articles(Original(data, "page.html"))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 100 * len(data)


def _drip(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    _endless(handler, b"x")


def _drip_headers(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    _endless(handler, b"X")


def _endless(handler: BaseHTTPRequestHandler, data: bytes) -> None:
    while True:  # until the client has gone
        handler.wfile.write(data)
        handler.wfile.flush()
        time.sleep(0.02)


def _flood(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    while True:
        handler.wfile.write(b"x" * MB)


def _leads_to(address: str) -> Reply:
    return Reply(b"", 302, {"Location": address})


BOMB = gzip.compress(b"0" * (100 * MB))
SERVERS: dict[str, tuple[Reply, str]] = {
    "/drip": (Reply(slowly=_drip), "not there whole after 1 second"),
    "/headers": (Reply(slowly=_drip_headers), "not there whole after 1 second"),
    "/flood": (Reply(slowly=_flood), "too large"),
    "/bomb": (Reply(BOMB, headers={"Content-Encoding": "gzip"}), "too large"),
    "/broken": (Reply(b"no", headers={"Content-Encoding": "gzip"}), "can't be read"),
    "/circle": (_leads_to("/circle"), "leads back to itself"),
    "/0": (_leads_to("/1"), "more than 5 times"),
    **{f"/{n}": (_leads_to(f"/{n + 1}"), "more than 5 times") for n in range(1, 8)},
    "/secrets": (_leads_to("http://169.254.169.254/latest/"), "machines are looked after"),
    "/disk": (_leads_to("file:///etc/hostname"), "is no web address"),
    "/private": (_leads_to("http://10.0.0.1/"), "private network"),
    "/picture": (Reply(headers={"Content-Type": "image/png"}), "image/png"),
    "/nothing": (Reply(b" \n"), "is empty"),
    "/gone": (Reply(b"", 410), "no such page"),
    "/wall": (Reply(b"", 403), "doesn't give this page"),
    "/later": (Reply(b"", 429), "come back later"),
    "/fails": (Reply(b"", 503), "the site fails"),
}


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """On loopback, which counts as the open internet here, and nothing else does."""
    monkeypatch.setattr(hosts, "is_public", lambda number: number == "127.0.0.1")
    with serving({path: reply for path, (reply, _) in SERVERS.items()}) as started:
        yield started


@pytest.mark.parametrize("path", [path for path in SERVERS if not path[1:].isdigit()] + ["/0"])
def test_a_server_that_means_harm_is_left(path: str, server: Server) -> None:
    """In bounds of time and memory, and with one line."""
    with pytest.raises(SourceError, match=SERVERS[path][1]) as refused:
        fetch(server.url + path, retrieved=None, seconds=1, delay=0, limit=5 * MB, visits=Visits())
    assert "\n" not in refused.value.what
    assert refused.value.hint


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://localhost:631/",
        "http://[::1]/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://[::ffff:127.0.0.1]/",
        "http://[64:ff9b::a00:1]/",
        "http://0.0.0.0/",
        "http://192.168.1.1/",
        "http://169.254.169.254/",
    ],
)
def test_this_computer_and_its_network_are_not_asked(address: str) -> None:
    """However the address is written; nothing is sent."""
    with pytest.raises(SourceError, match=r"private network|machines are looked after"):
        fetch(address, retrieved=None, visits=Visits())


def test_a_name_that_changes_its_mind_is_asked_once(
    monkeypatch: pytest.MonkeyPatch, server: Server
) -> None:
    """The request goes to the number that was checked, never to the name again."""
    from timeline.intake import wire

    to = hosts.target(server.url.replace("127.0.0.1", "nowhere.invalid") + "/gone")
    monkeypatch.setattr(hosts.socket, "getaddrinfo", _only_numbers(hosts.socket.getaddrinfo))
    assert wire.get(to, ["127.0.0.1"], seconds=5, limit=MB).status == 410


def _only_numbers(real: Callable[..., object]) -> Callable[..., object]:
    def ask(host: str, *rest: object, **more: object) -> object:
        assert host == "127.0.0.1"
        return real(host, *rest, **more)

    return ask


def test_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even a cache."""
    monkeypatch.chdir(tmp_path)
    for data, _ in list(PAGES.values())[1:]:
        with pytest.raises(SourceError):
            articles(Original(data, "page.html"))
    assert articles(Original(PAGE, "page.html"))
    assert list(tmp_path.iterdir()) == []
