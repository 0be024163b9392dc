"""`timeline add` meets a copy of a source: asked about, noted, made a source, or left out."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import wire_texts
from tests.intake.texts import BRIDGE, WATER
from tests.shell import Run, Said
from tests.web_articles import Typing
from tests.web_articles import unhurried as unhurried  # a fixture
from tests.web_server import Reply, serving
from timeline.intake import Article, Original
from timeline.intake import add as adding
from timeline.intake.copied import Copies
from timeline.intake.originals import FOLDER
from timeline.model import AlsoAt
from timeline.readers import read

FACTS = {"title": "Bridge closed", "publisher": "North Wire", "published": "2019-03-14"}
MAIL = AlsoAt("https://mail.example/bridge", "The Evening Mail", "2019-03-15")
MAIL_FACTS = """\
title: No way across
published: 2019-03-15
publisher: The Evening Mail
url: https://mail.example/bridge
"""
Mail = Callable[..., Said]


def article(paragraphs: tuple[str, ...], facts: str = "") -> str:
    """A file of text with front matter."""
    return f"---\n{facts}---\n\n{wire_texts.words(paragraphs)}"


@pytest.fixture
def wire(write: Callable[[str, str], Path]) -> Path:
    """A source of a news agency."""
    facts = "".join(f"{key}: {value}\n" for key, value in FACTS.items())
    return write("bridge-closed.md", article(BRIDGE.paragraphs, facts))


@pytest.fixture
def add(wire: Path, project: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Mail:
    """Add what the Evening Mail made of it, with these options; `typed` is on a terminal."""
    del wire
    text = article(wire_texts.led(wire_texts.cut(BRIDGE.paragraphs)), MAIL_FACTS)
    (project / "mail.md").write_text(text, "utf-8")

    def call(*options: str, typed: tuple[str, ...] | None = None) -> Said:
        if typed is not None:
            monkeypatch.setattr(sys, "stdin", Typing(typed))
        return run("add", "mail.md", *options)

    return call


def names(project: Path) -> list[str]:
    """The sources that are there."""
    return sorted(path.stem for path in (project / "sources").iterdir())


def test_without_a_terminal_a_copy_is_left_out_and_told(wire: Path, project: Path, add) -> None:  # type: ignore[no-untyped-def]
    """Which source it is a copy of, and how to have either."""
    before, said = wire.read_bytes(), add()
    assert said.code == 0
    assert "of it stands in sources/bridge-closed.md; not added" in said.out
    assert "--copies also-at notes there that it is also at The Evening Mail, 2019" in said.out
    assert "--copies own makes it a source of its own" in said.out
    assert (names(project), wire.read_bytes()) == (["bridge-closed"], before)


def test_also_at_is_noted_and_nothing_else_changes(wire: Path, project: Path, add) -> None:  # type: ignore[no-untyped-def]
    """One more entry between the --- lines; a second run finds it there."""
    before = wire.read_text("utf-8")
    said = add("--copies", "also-at")
    assert "noted there: also at The Evening Mail, 2019-03-15, https://mail.example/" in said.out
    lines = (
        "also_at:\n  - url: https://mail.example/bridge\n"
        "    publisher: The Evening Mail\n    published: 2019-03-15\n"
    )
    assert wire.read_text("utf-8") == before.replace("\n---\n", f"\n{lines}---\n", 1)
    assert read(wire).source.also_at == (MAIL,)
    again = add()
    assert "sources/bridge-closed.md: is there already" in again.out
    assert names(project) == ["bridge-closed"]


def test_a_copy_may_be_a_source_of_its_own(wire: Path, project: Path, add) -> None:  # type: ignore[no-untyped-def]
    """Written as it came; a second run without the option finds it there."""
    before = wire.read_bytes()
    add("--copies", "own")
    assert names(project) == ["bridge-closed", "mail"]
    assert "is there already, with this text" in add().out
    assert wire.read_bytes() == before


@pytest.mark.parametrize(
    ("typed", "sources", "noted"),
    [
        (("a",), 1, (MAIL,)),
        (("s",), 2, ()),
        (("",), 1, ()),
        ((), 1, ()),
        (("what?", "A"), 1, (MAIL,)),
    ],
    ids=["also", "own", "Enter", "Ctrl-D", "again"],
)
def test_on_a_terminal_it_is_asked(
    wire: Path,
    project: Path,
    add: Mail,
    typed: tuple[str, ...],
    sources: int,
    noted: tuple[AlsoAt, ...],
) -> None:
    """With both named; an answer that is none brings the question again."""
    said = add(typed=typed)
    assert "in sources/bridge-closed.md, “Bridge closed”, North Wire, 2019-03-14." in said.err
    assert "  a  note there that it is also at The Evening Mail" in said.err
    assert said.err.count("a, s, or Enter to leave it out:") == max(1, len(typed))
    assert (len(names(project)), read(wire).source.also_at) == (sources, noted)


def test_what_is_said_in_advance_is_not_asked(wire: Path, add) -> None:  # type: ignore[no-untyped-def]
    """Nor is anything with --no-input."""
    assert "Enter" not in add("--copies", "skip", typed=("a",)).err
    assert "Enter" not in add("--no-input", typed=("a",)).err
    assert read(wire).source.also_at == ()


def test_an_article_that_stands_nowhere_has_nothing_to_note(
    wire: Path, project: Path, run: Run
) -> None:
    """How to say where it stands; said, it can be noted."""
    (project / "copy.txt").write_text(wire_texts.words(BRIDGE.paragraphs[1:]), "utf-8")
    said = run("add", "copy.txt", "--copies", "also-at")
    assert "--url or --publisher says where it stands" in said.out
    assert read(wire).source.also_at == ()
    run("add", "copy.txt", "--copies", "also-at", "--publisher", "The Post")
    assert read(wire).source.also_at == (AlsoAt(publisher="The Post"),)


def test_a_longer_article_that_holds_a_source_says_so(
    write: Callable[[str, str], Path], project: Path, run: Run
) -> None:
    """All of the brief stands in it, and more: a person should see that before leaving it out."""
    write("brief.md", article(BRIDGE.paragraphs[:2]))
    (project / "long.txt").write_text(wire_texts.words(BRIDGE.paragraphs), "utf-8")
    said = run("add", "long.txt")
    assert "long.txt: all of sources/brief.md stands in it; not added" in said.out


def test_of_many_each_copy_has_its_line(wire: Path, project: Path, run: Run) -> None:
    """What came earlier in the run counts, too; other articles are added."""
    inbox = project / "inbox"
    inbox.mkdir()
    edited = article(wire_texts.edited(BRIDGE.paragraphs), MAIL_FACTS)
    (inbox / "a.md").write_text(edited, "utf-8")
    (inbox / "b.md").write_text(article(WATER.paragraphs, "title: Water\n"), "utf-8")
    led = article(wire_texts.led(WATER.paragraphs), "title: Wells\npublisher: The Post\n")
    (inbox / "c.md").write_text(led, "utf-8")
    said = run("add", "inbox")
    assert (said.code, names(project)) == (0, ["b", "bridge-closed"])
    assert "1 added, 0 there already, 2 copies of sources, 0 failed." in said.out
    assert "of it stands in sources/bridge-closed.md; not added" in said.out
    assert "of it stands in sources/b.md; not added" in said.out
    assert "--copies also-at notes in each of those sources" in said.out
    noted = run("add", "inbox", "--copies", "also-at")
    assert "0 added, 1 there already, 2 copies of sources, 0 failed." in noted.out
    assert read(wire).source.also_at == (MAIL,)
    assert "0 added, 3 there already, 0 failed." in run("add", "inbox").out


def test_of_many_each_copy_is_asked_about_at_the_end(
    wire: Path, project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A failure of one is told and costs no other."""
    for name, edit in (("a", wire_texts.led), ("b", wire_texts.cut)):
        facts = f"title: {name}\npublisher: Paper {name}\npublished: 2019-03-15\n"
        (project / f"{name}.md").write_text(article(edit(BRIDGE.paragraphs), facts), "utf-8")
    monkeypatch.setattr(sys, "stdin", Typing(("s", "a")))
    said = run("add", "a.md", "b.md")
    assert "sources/a.md: " in said.out
    assert names(project) == ["a", "bridge-closed"]
    assert read(wire).source.also_at == (AlsoAt(None, "Paper b", "2019-03-15"),)


def test_the_original_of_a_copy_is_not_kept(wire: Path, project: Path, add) -> None:  # type: ignore[no-untyped-def]
    """Unless it becomes a source."""
    del wire
    add("--keep-original")
    assert not list((project / "sources" / FOLDER).glob("*"))
    add("--keep-original", typed=("s",))
    assert [path.name for path in (project / "sources" / FOLDER).iterdir()] == ["mail.md"]


def test_a_copy_from_the_web_is_fetched_once(
    wire: Path, project: Path, run: Run, monkeypatch: pytest.MonkeyPatch, unhurried: None
) -> None:
    """Asked, written as its own; noted, its address is known."""
    pytest.importorskip("urllib3")
    del unhurried
    text = wire_texts.words(wire_texts.led(BRIDGE.paragraphs))
    reply = Reply(text.encode(), headers={"Content-Type": "text/plain; charset=utf-8"})
    with serving({"/bridge.txt": reply, "/bridge.txt?page=1": reply}) as server:
        url = f"{server.url}/bridge.txt"
        run("add", url, "--private", "--copies", "also-at")
        assert [place.url for place in read(wire).source.also_at] == [url]
        assert "is there already, from this address" in run("add", url, "--private").out
        assert server.paths.count("/bridge.txt") == 1
        other = f"{server.url}/bridge.txt?page=1"
        monkeypatch.setattr(sys, "stdin", Typing(("s", "")))
        run("add", other, "--private", "--title", "Own")
        assert server.paths.count("/bridge.txt?page=1") == 1
    assert names(project) == ["bridge-closed", "own"]


def test_copies_are_not_for_again(wire: Path, run: Run) -> None:
    """What is there is refreshed, and nothing comes in."""
    del wire
    said = run("add", "--again", "bridge-closed", "--copies", "own")
    assert (said.code, "--copies is not for --again" in said.err) == (2, True)


def test_the_function_says_which_source_it_is(wire: Path) -> None:
    """For whoever asks in another way than a terminal."""
    original = Original(b"", "mail.txt")
    paragraphs = wire_texts.words(wire_texts.cut(BRIDGE.paragraphs))
    added = adding.add(
        Article(content=paragraphs),
        original,
        wire.parent,
        publisher="The Post",
        copies=Copies(wire.parent),
    )
    assert added.copy is not None
    assert (added.copy.path, added.copy.likeness.of_text) == (wire, 1.0)
    assert added.copy.place == AlsoAt(publisher="The Post")
    assert not added.path.exists()


def test_the_same_text_under_another_title_is_no_silent_there(wire: Path) -> None:
    """A title that only the new one has is not dropped without a word."""
    copies = Copies(wire.parent)
    whole = Article(content=wire_texts.words(BRIDGE.paragraphs))
    again = adding.add(
        whole, Original(b"", "a.txt"), wire.parent, title="Bridge closed", copies=copies
    )
    assert (again.already, again.path) == (True, wire)
    other = adding.add(whole, Original(b"", "a.txt"), wire.parent, title="Gone", copies=copies)
    assert (other.already, other.copy is not None) == (False, True)


def test_nothing_in_a_copy_is_obeyed_by_the_terminal(wire: Path, project: Path, run: Run) -> None:
    """Not the name of its paper, nor markup in it."""
    del wire
    text = article(BRIDGE.paragraphs, 'publisher: "\\e[31mThe [b]Post\\a"\n')
    (project / "mail.md").write_text(text, "utf-8")
    said = run("add", "mail.md", "--copies", "also-at")
    assert "[31mThe [b]Post" in said.out
    assert not any(sign in said.out for sign in "\x1b\a")
