"""Copies of sources that are handed to the review page: told, noted, or made sources."""

from __future__ import annotations

import re

import pytest

from tests import wire_texts
from tests.intake.texts import BRIDGE, WATER
from tests.review_client import Answer, Client, plain
from tests.review_handed import TEXT, form_of, sources, text_of
from tests.review_handed import client as client  # a fixture
from timeline.model import AlsoAt
from timeline.readers import read
from timeline.review import held

WIRE = "---\ntitle: Harbour shut\npublisher: North Wire\npublished: 2019-03-14\n---\n\n"
MAIL = AlsoAt("https://mail.example/bridge", "The Evening Mail", "2019-03-15")
MAIL_FACTS = (
    "---\ntitle: No <b>way\npublished: 2019-03-15\npublisher: The Evening Mail\n"
    "url: https://mail.example/bridge\n---\n\n"
)
COPY = (MAIL_FACTS + wire_texts.words(wire_texts.led(BRIDGE.paragraphs))).encode()
BARE = wire_texts.words(BRIDGE.paragraphs[1:]).encode()  # says nowhere where it stands
NEW = ("dam.txt", TEXT.encode())


@pytest.fixture
def wire(client: Client) -> Client:
    """With a source of a news agency."""
    path = client.root / "sources" / "wire.md"
    path.write_text(WIRE + wire_texts.words(BRIDGE.paragraphs), "utf-8")
    return client


def also_at(client: Client) -> tuple[AlsoAt, ...]:
    """What the agency's source says of other places."""
    return read(client.root / "sources" / "wire.md").source.also_at


def forms(html: str) -> list[dict[str, str]]:
    """What the form of each copy would send, but for its button."""
    found = re.findall(r'<form action="copy".*?</form>', html, re.DOTALL)
    return [dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', one)) for one in found]


def handed(client: Client, *files: tuple[str, bytes], **fields: str) -> str:
    """The page that follows."""
    return client.follow(client.bring(*files, **fields)).text


def become(client: Client, html: str, what: str, number: int = 0) -> Answer:
    """The button of one of the copies, pressed."""
    return client.post("copy", **forms(html)[number], become=what)


def test_a_copy_is_told_and_not_written(wire: Client) -> None:
    """Of which source, how much of it, and what it may become; its title is no markup."""
    before, old = sources(wire), text_of(wire, "wire")
    html = handed(wire, ("mail.md", COPY))
    page = plain(html)

    assert "It is a copy of a source, and was not added." in page
    assert re.search(
        r"No &lt;b&gt;way Not added, because it is a copy: \d\d% of it stands in Harbour shut"
        r" , North Wire, 2019-03-14\.",
        page,
    )
    assert re.search(r'<a href="start\?[^"]*\bin=wire\b[^"]*"[^>]*>Harbour shut</a>', html)
    assert "also at The Evening Mail, 2019-03-15, https://mail.example/bridge" in page
    assert "Make it a source of its own" in page
    assert (sources(wire), text_of(wire, "wire")) == (before, old)
    assert not (wire.root / ".cache").exists()


def test_it_is_noted_where_else_a_source_stands(wire: Client) -> None:
    """Lines in its front matter; undo brings every byte back, after a restart, too."""
    before, old = sources(wire), text_of(wire, "wire")
    page = wire.follow(become(wire, handed(wire, ("mail.md", COPY)), "also-at"))

    assert "Noted where else it stands: Harbour shut" in plain(page.text)
    assert form_of(page.text, "wire")["title"] == "Harbour shut"
    assert also_at(wire) == (MAIL,)
    assert sources(wire) == before
    wire.restart()
    undone = wire.follow(wire.post("undo"))
    assert "Undone. It was: Noted where else it stands" in plain(undone.text)
    assert text_of(wire, "wire") == old


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_undo_in_a_source_without_front_matter(wire: Client, newline: str) -> None:
    """It has none again, neither after noting nor after mending its facts."""
    path = wire.root / "sources" / "wire.md"
    old = wire_texts.words(BRIDGE.paragraphs).replace("\n", newline).encode()
    path.write_bytes(old)
    wire.follow(become(wire, handed(wire, ("mail.md", COPY)), "also-at"))
    assert also_at(wire) == (MAIL,)
    wire.post("undo")
    assert path.read_bytes() == old
    form = form_of(wire.get("found", source="wire").text, "wire")
    wire.post("facts", **form | {"author": "Mine"})
    assert path.read_bytes() != old
    wire.post("undo")
    assert path.read_bytes() == old


def test_a_copy_becomes_a_source(wire: Client) -> None:
    """As it was handed in, with its original where that was asked for; undo takes it out."""
    before, old = sources(wire), text_of(wire, "wire")
    html = handed(wire, ("mail.md", COPY), title="Mine", keep="1")
    page = wire.follow(become(wire, html, "own"))

    assert "Added: Mine" in plain(page.text)
    assert form_of(page.text, "mine")["publisher"] == "The Evening Mail"
    assert text_of(wire, "mine").endswith(COPY.decode().partition("---\n\n")[2])
    assert (wire.root / "sources" / "originals" / "mine.md").read_bytes() == COPY
    assert text_of(wire, "wire") == old
    wire.post("undo")
    assert sources(wire) - {"originals"} == before


def test_an_article_that_stands_nowhere_has_nothing_to_note(wire: Client) -> None:
    """It can be a source all the same; a pasted text as a file."""
    for html in (handed(wire, ("bare.txt", BARE)), handed(wire, words=BARE.decode())):
        assert "Note there" not in html
        assert "it names no address or paper" in plain(html)
    answer = become(wire, html, "also-at")
    assert (answer.status, "nothing says where it stands" in plain(answer.text)) == (422, True)
    before = sources(wire)
    wire.follow(become(wire, answer.text, "own"))
    (new,) = sources(wire) - before
    assert text_of(wire, new.removesuffix(".md")).endswith(BARE.decode())


def test_a_longer_article_that_holds_a_source(wire: Client) -> None:
    """All of the brief stands in it, and more."""
    brief = f"# Wells\n\n{wire_texts.words(WATER.paragraphs[:2])}".encode()
    wire.bring(("brief.md", brief))
    html = handed(wire, ("long.txt", wire_texts.words(WATER.paragraphs).encode()))
    assert "because it is a copy: all of Wells stands in it." in plain(html)


def test_copies_beside_new_articles(wire: Client) -> None:
    """They stay on the page whatever is done there first, until each is decided."""
    html = handed(wire, NEW, ("mail.md", COPY), ("bare.txt", BARE))
    assert "Added. 2 are copies of sources, and were not added." in plain(html)
    assert len(forms(html)) == 2
    fields = form_of(html, "dam")
    html = wire.follow(wire.post("facts", **fields, then="extract")).text
    assert "2 of 2 events to decide" in plain(html)
    html = wire.follow(become(wire, html, "own", number=1)).text
    assert "What was found in 2 articles" in plain(html)
    assert (len(forms(html)), also_at(wire)) == (1, ())
    html = wire.follow(become(wire, html, "also-at")).text
    assert (len(forms(html)), also_at(wire)) == (0, (MAIL,))
    assert "What was found in 2 articles" in plain(html)


def test_of_two_copies_the_other_stays(wire: Client) -> None:
    """Also where nothing new came with them."""
    html = handed(wire, ("mail.md", COPY), ("bare.txt", BARE))
    assert "2 are copies of sources, and were not added." in plain(html)
    html = wire.follow(become(wire, html, "also-at")).text
    assert "A copy of a source" in plain(html)
    assert "What was found in bare" not in plain(wire.follow(become(wire, html, "own")).text)


def test_a_button_pressed_twice(wire: Client) -> None:
    """The second time it is told; after an undo it can be pressed again."""
    html = handed(wire, ("mail.md", COPY))
    become(wire, html, "own")
    there = sources(wire)
    again = become(wire, html, "own")
    assert (again.status, "something was made of it already" in plain(again.text)) == (422, True)
    assert sources(wire) == there
    wire.post("undo")
    wire.follow(become(wire, html, "also-at"))
    assert also_at(wire) == (MAIL,)


def test_what_is_held_no_more_is_told(wire: Client) -> None:
    """After a restart: nothing is written, and the page says to hand it in again."""
    answer = wire.bring(("mail.md", COPY))
    html = wire.follow(answer).text
    before, old = sources(wire), text_of(wire, "wire")
    wire.restart()
    for gone in (become(wire, html, "own"), become(wire, html, "also-at"), wire.follow(answer)):
        assert gone.status == 422
        assert "hand it in again" in plain(gone.text)
    assert (sources(wire), text_of(wire, "wire")) == (before, old)


def test_beside_new_articles_what_is_held_no_more_is_told(wire: Client) -> None:
    """The new ones are shown."""
    answer = wire.bring(NEW, ("mail.md", COPY))
    wire.restart()
    html = wire.follow(answer).text
    assert form_of(html, "dam")
    assert "The copies that came with this are not held any more." in plain(html)


def test_there_is_room_for_so_much(wire: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """The last originals are held; of the others it can still be noted where they stand."""
    monkeypatch.setattr(held, "ROOM", len(COPY) + len(BARE) - 1)
    first = wire.bring(("mail.md", COPY))
    second = wire.bring(("bare.txt", BARE))
    html = wire.follow(first).text
    assert "There was no room to hold it any longer." in plain(html)
    assert "source of its own</button>" not in html
    answer = become(wire, html, "own")
    assert (answer.status, "no room to hold it" in plain(answer.text)) == (422, True)
    assert "source of its own</button>" in wire.follow(second).text
    wire.follow(become(wire, html, "also-at"))
    assert also_at(wire) == (MAIL,)


def test_so_many_forms_are_remembered(wire: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """The oldest goes first."""
    monkeypatch.setattr(held, "MOST", 1)
    first, second = wire.bring(("mail.md", COPY)), wire.bring(("mail.md", COPY))
    assert (wire.follow(first).status, wire.follow(second).status) == (422, 200)


def test_a_source_that_is_gone_meanwhile(wire: Client) -> None:
    """Nothing is written, and the copy is still there to become a source."""
    html = handed(wire, ("mail.md", COPY))
    (wire.root / "sources" / "wire.md").unlink()
    answer = become(wire, html, "also-at")
    assert (answer.status, "there is no source wire any more" in plain(answer.text)) == (422, True)
    wire.follow(become(wire, answer.text, "own"))
    assert "mail.md" in sources(wire)


def test_a_name_that_is_taken_meanwhile(wire: Client) -> None:
    """The other article stays; the copy does, too."""
    html = handed(wire, ("mail.md", COPY))
    other = wire.root / "sources" / "mail.md"
    other.write_text("Other words.", "utf-8")
    answer = become(wire, html, "own")
    assert (answer.status, "mail is taken" in plain(answer.text)) == (422, True)
    assert other.read_text("utf-8") == "Other words."
    assert len(forms(answer.text)) == 1


def test_a_copy_whose_place_is_noted_is_there_already(wire: Client) -> None:
    """It leads to that source, and asks nothing."""
    become(wire, handed(wire, ("mail.md", COPY)), "also-at")
    html = handed(wire, ("mail.md", COPY))
    assert "It is there already" in plain(html)
    assert (form_of(html, "wire")["title"], forms(html)) == ("Harbour shut", [])


@pytest.mark.parametrize("number", ["", "1", "-1", "x", "0x0"])
def test_a_number_that_is_none(wire: Client, number: str) -> None:
    """Told."""
    (form,) = forms(handed(wire, ("mail.md", COPY)))
    answer = wire.post("copy", **form | {"number": number}, become="own")
    assert (answer.status, "is not held any more" in plain(answer.text)) == (422, True)


def test_another_button_is_none(wire: Client) -> None:
    """Nothing is written."""
    before = sources(wire)
    answer = become(wire, handed(wire, ("mail.md", COPY)), "nothing")
    assert (answer.status, sources(wire)) == (422, before)
    assert len(forms(answer.text)) == 1
