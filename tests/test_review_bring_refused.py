"""What the review page refuses of what is handed to it, and what odd things it takes."""

from __future__ import annotations

import re

import pytest

from tests.review_client import Client, plain
from tests.review_handed import TEXT, sources, text_of
from tests.review_handed import before as before  # a fixture
from tests.review_handed import client as client  # a fixture
from timeline.review import security, upload

REFUSED = {
    "nothing": ((), "", "there is nothing to add yet"),
    "no reader": ((("film.mp4", b"\0\1"),), "", "film.mp4: can&#39;t be read: no reader for .mp4"),
    "empty": ((("empty.txt", b" \n"),), "", "empty.txt: is empty"),
    "broken": ((("a.docx", b"PK\3\4broken"),), "", "a.docx: "),
    "front matter": ((("a.md", b"---\ntitle: A: b\n---\nOne."),), "", "a.md:2: the front matter"),
    "taken": ((), "# River\n\nOther words.", "the name river is taken"),
    "no address": ((), "ftp://example.org/a", "is no web address"),
    "a file's address": ((), "file:///etc/passwd", "is no web address"),
    "a private address": ((), "http://127.0.0.1:9/a", "is on this computer or in a private"),
}


@pytest.mark.parametrize(("files", "words", "what"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused(
    client: Client, before: set[str], files: list[tuple[str, bytes]], words: str, what: str
) -> None:
    """In words, on the page it was typed on, and nothing is written."""
    answer = client.bring(*files, words=words)

    assert answer.status == 422
    assert what in plain(answer.text)
    assert words.partition("\n")[0] in answer.text
    assert sources(client) == before
    assert not (client.root / ".cache").exists()


def test_the_same_text_again(client: Client) -> None:
    """It leads to the article that is there, and is no second one."""
    client.bring(words=TEXT)
    there = sources(client)
    answer = client.bring(words=TEXT)

    assert answer.location.startswith("found?source=dam-at-orl-opened")
    assert "It is there already, with this text." in plain(client.follow(answer).text)
    assert sources(client) == there
    assert "Added: Dam at Orl opened" in client.get("").text


def test_a_title_of_ones_own(client: Client) -> None:
    """Where the name is taken, it makes another."""
    client.follow(client.bring(words="# River\n\nOther words.", title="The river: a life"))

    assert text_of(client, "the-river-a-life").startswith("---\ntitle: 'The river: a life'\n---\n")


def test_one_failure_costs_no_other(client: Client, before: set[str]) -> None:
    """What could be added is shown, the other told."""
    answer = client.bring(("film.mp4", b"\0\1"), ("a.txt", b"One."))

    page = plain(client.follow(answer).text)
    assert "Added. 1 could not be added. film.mp4: can&#39;t be read" in page
    assert sources(client) - before == {"a.md"}


@pytest.mark.parametrize("name", ["../../evil.txt", "..\\..\\evil.txt", "/tmp/evil.txt"])
def test_names_are_no_paths(client: Client, before: set[str], name: str) -> None:
    """Only the last part counts, as a name."""
    outside = {p for p in client.root.iterdir() if p.name != ".cache"}
    client.bring((name, b"One."))

    assert sources(client) - before == {"evil.md"}
    assert {p for p in client.root.iterdir() if p.name != ".cache"} == outside


@pytest.mark.parametrize("name", ["", ".", "..", "a\x00b.txt", "---", "CON\n.txt", "é" * 300])
def test_odd_names(client: Client, before: set[str], name: str) -> None:
    """Each gives a file of the folder, whatever it is called."""
    client.bring((name, b"One."), words="# Two\n\nTwo.")

    new = sources(client) - before
    assert "two.md" in new
    assert all(re.fullmatch(r"[\w-]+\.md", one) for one in new)


def test_text_is_never_markup(client: Client) -> None:
    """Neither a title nor a paragraph, a name or what was typed."""
    evil = '<img src=x onerror="alert(1)">'
    words = f"{evil}\n\n{evil} met {{{{ 7 * 7 }}}} on 3 May 2014."
    for answer in (
        client.follow(client.bring(words=words)),
        client.bring((f"{evil}.mp4", b"\0\1")),
        client.bring(words=f"ftp://{evil}"),
    ):
        assert "<img" not in answer.text
        assert "49" not in plain(answer.text)


def test_too_much_at_once(
    client: Client, before: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Counted while it comes: bytes, files and addresses."""
    monkeypatch.setattr(security, "_ROOMY", {"bring": 10_000})
    large = client.bring(("a.txt", b"word " * 3000))
    monkeypatch.setattr(upload, "MOST", 3)
    many = client.bring(*((f"{n}.txt", b"One.") for n in range(4)))
    words = "\n".join(f"https://example.org/{n}" for n in range(21))
    far = client.bring(words=words)

    told = ("this is more than 50 MB", "these are more than 3 files", "more than 20 addresses")
    for answer, what in zip((large, many, far), told, strict=True):
        assert answer.status == 422
        assert what in plain(answer.text)
    assert sources(client) == before


@pytest.mark.parametrize("origin", ["https://evil.example", "null", None])
def test_a_form_of_another_page(client: Client, before: set[str], origin: str | None) -> None:
    """Files are taken from this page alone, as decisions are."""
    kind = "multipart/form-data; boundary=between"
    headers = {"origin": origin, "content-type": kind}
    answer = client.ask("POST", "/a-token-for-tests/bring", headers=headers, body=b"--between--")

    assert answer.status == 403
    assert sources(client) == before


@pytest.mark.parametrize(
    ("kind", "body", "status"),
    [
        ("application/x-www-form-urlencoded", b"words=One", 415),
        ("text/plain", b"words=One", 415),
        ("multipart/form-data", b"words=One", 422),
        ("multipart/form-data; boundary=between", b"--other\r\n\r\n", 422),
        ("multipart/form-data; boundary=between", b"--between\r\nContent-Type: a\r\n\r\nOne", 422),
    ],
)
def test_bodies_that_are_no_form(
    client: Client, before: set[str], kind: str, body: bytes, status: int
) -> None:
    """Told as that."""
    path = "/a-token-for-tests/bring"
    answer = client.ask("POST", path, headers={"content-type": kind}, body=body)

    assert answer.status == status
    assert sources(client) == before
