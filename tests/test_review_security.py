"""Attacks on the review page: each changes nothing and reads nothing."""

from __future__ import annotations

import asyncio
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest

from tests.review_client import EVENTS, HOME, PORT, TOKEN, Client, project
from timeline.review.security import MAX_BODY, Guard, new_token

SECRET = "nobody may read this"


@pytest.fixture
def client(tmp_path: Path) -> Client:
    """A project, with a secret beside its sources."""
    (tmp_path / "secret.md").write_text(f"---\ntitle: S\n---\n\n{SECRET}\n", "utf-8")
    (tmp_path / "secret.events.yml").write_text(EVENTS.replace("bridge", "secret"), "utf-8")
    return project(tmp_path)


def accept(client: Client, **headers: str | None) -> int:
    """The status of a form that would accept an event, sent with these headers."""
    body = urlencode({**client.seen("aaaa0001"), "status": "accepted"}).encode()
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    return client.ask("POST", f"/{TOKEN}/status", headers=sent, body=body).status


@pytest.mark.parametrize(
    "host",
    ["evil.example", f"evil.example:{PORT}", "127.0.0.1", "127.0.0.1:80", f"[::1]:{PORT}", ""],
)
def test_dns_rebinding(client: Client, host: str) -> None:
    """A name of theirs that leads to this machine is not our name."""
    assert client.ask("GET", f"/{TOKEN}/", headers={"host": host}).status == 421
    assert accept(client, host=host, origin=f"http://{host}") == 421
    assert client.events() == EVENTS


@pytest.mark.parametrize(
    "origin",
    ["https://evil.example", "null", "http://127.0.0.1", f"https://127.0.0.1:{PORT}", f"{HOME}0"],
)
def test_a_form_of_another_page(client: Client, origin: str) -> None:
    """Even one that knows the token."""
    assert accept(client, origin=origin) == 403
    assert client.events() == EVENTS


def test_a_form_without_an_origin(client: Client) -> None:
    """Browsers name it with every form; who doesn't is no browser of ours."""
    assert accept(client, origin=None) == 403
    assert client.events() == EVENTS


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "get"])
def test_other_methods(client: Client, method: str) -> None:
    """A page is got, a form is posted."""
    assert client.ask(method, f"/{TOKEN}/event?source=bridge&id=aaaa0001").status == 405


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_picture_or_script_on_another_page(client: Client, site: str) -> None:
    """Nothing can be embedded elsewhere, whatever its address."""
    headers = {"sec-fetch-site": site}
    for page in ("", "event?source=bridge&id=aaaa0001", "assets/review.js"):
        assert client.ask("GET", f"/{TOKEN}/{page}", headers=headers).status == 403


@pytest.mark.parametrize("token", ["", "x", TOKEN[:-1], f"{TOKEN}x", TOKEN.upper(), "é", ".."])
def test_a_guessed_token(client: Client, token: str) -> None:
    """All wrong words are answered alike, for pages, files and forms."""
    texts = {client.ask("GET", f"/{token}/{page}").text for page in ("", "event", "assets/x")}
    assert len(texts) == 1
    assert client.ask("POST", f"/{token}/undo").status == 404


def test_tokens_are_long_and_never_the_same() -> None:
    """192 bits, in letters that an address takes as they are."""
    tokens = {new_token() for _ in range(100)}

    assert len(tokens) == 100
    assert all(len(token) == 32 and quote(token, safe="") == token for token in tokens)


PATHS = (
    "../secret",
    "../secret.md",
    "..%2Fsecret",
    "/etc/passwd",
    "../sources/bridge",
    "./bridge",
    "bridge.md",
    "bridge\x00",
    "secret",
)
FORMS = ("status", "edit", "split", "same", "new", "many", "undo", "facts", "extract", "out")
READS = ("event", "edit", "split", "same", "new", "changes", "start", "rest", "many", "found", "")


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("page", READS)
def test_paths_in_parameters_of_pages(client: Client, path: str, page: str) -> None:
    """Sources are names that are looked up, in every parameter there is."""
    for name in ("source", "in", "id", "q", "other_source"):
        values = {"source": "bridge", "id": "aaaa0001", name: path}
        assert SECRET not in client.get(page, **values).text


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("action", FORMS)
def test_paths_in_parameters_of_forms(client: Client, path: str, action: str) -> None:
    """No file is written or made, inside the folder or outside."""
    before = {p: p.read_bytes() for p in client.root.rglob("*") if p.is_file()}
    seen = client.seen("aaaa0001") | {"source": path, "status": "accepted", "title": "T"}
    form = {"quote0": "The old bridge", "paragraph0": "1", "b.title": "T", "other_source": path}
    form |= {"other_id": "aaaa0002", "pick.1": f"{path}\taaaa0001\t{seen['print']}"}
    client.post(action, **seen, **form)

    after = {p: p.read_bytes() for p in client.root.rglob("*") if p.is_file()}
    assert after == before


@pytest.mark.parametrize("name", ["../app.py", "..%2Fapp.py", "app.py", "", "review.css/../x"])
def test_paths_among_the_assets(client: Client, name: str) -> None:
    """There are three files, by name."""
    assert client.ask("GET", f"/{TOKEN}/assets/{name}").status == 404


@pytest.mark.parametrize("field", ["source0", "url0", "slug"])
def test_paths_in_fields(client: Client, field: str) -> None:
    """What is written into an event is checked like everything typed."""
    answer = client.post("edit", **client.seen("aaaa0001"), **{field: "../../secret"})

    assert answer.status == 422
    assert SECRET not in answer.text
    assert client.events() == EVENTS


def test_a_link_out_of_the_folder_is_not_followed(client: Client) -> None:
    """Neither an article nor an event file may lie elsewhere."""
    (client.root / "sources" / "bridge.events.yml").unlink()
    (client.root / "sources" / "bridge.events.yml").symlink_to(client.root / "secret.events.yml")
    (client.root / "sources" / "more.md").symlink_to(client.root / "secret.md")

    assert SECRET not in client.get("new", source="more").text
    assert client.get("event", source="bridge", id="aaaa0001").status == 404
    client.post("status", source="bridge", id="aaaa0001", print="x", status="accepted")
    assert "accepted" not in (client.root / "secret.events.yml").read_text("utf-8")


def test_no_script_of_others_would_run(client: Client) -> None:
    """No inline script or style is allowed, nor is there any; nothing may frame or keep a page."""
    answer = client.get("event", source="bridge", id="aaaa0001")
    policy = answer.headers["content-security-policy"]

    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert answer.headers["cache-control"] == "no-store"
    assert "set-cookie" not in answer.headers
    assert "<style" not in answer.text
    assert " style=" not in answer.text
    assert answer.text.count("<script") == answer.text.count("<script src=")


def test_cookies_open_nothing(client: Client) -> None:
    """A browser sends them to whoever asks; here they aren't looked at."""
    assert client.ask("GET", "/", headers={"cookie": f"token={TOKEN}"}).status == 404


@pytest.mark.parametrize("kind", ["text/plain", "multipart/form-data", "application/json", ""])
def test_other_bodies_than_forms(client: Client, kind: str) -> None:
    """One way in is enough."""
    assert accept(client, content_type=kind) == 415
    assert client.events() == EVENTS


@pytest.mark.parametrize(
    "body", [b"\xff=\xfe&%ff=%fe", b"a=1" * MAX_BODY, b"&".join([b"a=1"] * 30_000)]
)
def test_bodies_that_cannot_be_read(client: Client, body: bytes) -> None:
    """Not UTF-8, too long, too many fields."""
    assert client.ask("POST", f"/{TOKEN}/status", body=body).status == 400


def test_the_folder_of_the_token_ends_with_a_slash(client: Client) -> None:
    """Else every link on the page would lose the token."""
    assert client.ask("GET", f"/{TOKEN}").location == f"/{TOKEN}/"


def test_the_end_of_the_server(client: Client) -> None:
    """Ctrl-C while a page is fetched: an answer, and nothing that looks like a failure."""

    async def stopped(*_: object) -> None:
        raise asyncio.CancelledError

    client.app = Guard(stopped, token=TOKEN, port=PORT)
    assert client.get("").status == 503
