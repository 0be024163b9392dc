"""`timeline add` with several files, folders and lists."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from tests.shell import Run
from timeline.intake import Article, Original
from timeline.intake import add as adding

DATED = "---\npublished: 2015-09-25\n---\nThe council met on Friday.\n"


@pytest.fixture
def inbox(project: Path) -> Path:
    """Two articles and a file that is none."""
    folder = project / "inbox"
    folder.mkdir()
    (folder / "council.txt").write_text("The council met on Friday.\n")
    (folder / "harbour.md").write_text(DATED)
    (folder / "broken.txt").write_bytes(b"a\0b")
    return folder


def test_what_fails_is_listed_and_costs_no_other_file(inbox: Path, run: Run) -> None:
    """With its reason, and exit code 1; the rest is there, with the facts they share."""
    said = run("add", "inbox", "--publisher", "The Evening Mail")
    assert said.code == 1
    assert "inbox/broken.txt: looks like a binary file" in said.err
    assert "2 added, 0 there already, 1 failed." in said.out
    assert "1 without a publication date" in said.out
    sources = inbox.parent / "sources"
    assert sorted(path.name for path in sources.iterdir()) == ["council.md", "harbour.md"]
    assert all("publisher: The Evening Mail" in path.read_text() for path in sources.iterdir())


def test_a_second_run_skips_what_is_there(inbox: Path, run: Run) -> None:
    """Not a byte of it changes, and what a person gave a date keeps it."""
    (inbox / "broken.txt").unlink()
    run("add", "inbox")
    source = inbox.parent / "sources" / "council.md"
    source.write_text(source.read_text().replace("---\n\n", "published: 2015-09-26\n---\n\n"))
    before = source.read_bytes()
    said = run("add", "inbox")
    assert said.code == 0
    assert "0 added, 2 there already, 0 failed." in said.out
    assert source.read_bytes() == before


def test_another_text_of_that_name_is_a_failure_that_names_the_file(inbox: Path, run: Run) -> None:
    """It is never overwritten."""
    run("add", "inbox/council.txt")
    (inbox / "council.txt").write_text("Another text.\n")
    said = run("add", "inbox/council.txt", "inbox/harbour.md")
    assert said.code == 1
    assert "inbox/council.txt: the name council is taken" in said.err
    assert "on Friday" in (inbox.parent / "sources" / "council.md").read_text()


def test_facts_that_differ_are_not_dropped_in_silence(inbox: Path, run: Run) -> None:
    """The same file with another date is refused, with the same one it is there."""
    run("add", "inbox/council.txt", "--published", "2015-09-25")
    assert run("add", "inbox/council.txt", "--published", "2015-09-25").code == 0
    assert run("add", "inbox/council.txt", "--published", "2015-09-26").code == 1


def test_a_list_on_standard_input(inbox: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A path a line; empty lines don't count."""
    del inbox
    monkeypatch.setattr(sys, "stdin", io.StringIO("inbox/council.txt\n\ninbox/harbour.md\n"))
    assert "2 added" in run("add", "-").out


def test_a_folder_without_articles_is_wrong_use(project: Path, run: Run) -> None:
    """It would look like success."""
    (project / "empty").mkdir()
    said = run("add", "empty")
    assert said.code == 2
    assert "nothing to add that can be read" in said.err


@pytest.mark.parametrize("option", ["--title", "--url", "--name"])
def test_what_is_of_one_article_is_refused_for_several(inbox: Path, run: Run, option: str) -> None:
    """Wrong use, and nothing is written."""
    said = run("add", "inbox", option, "https://example.org")
    assert said.code == 2
    assert f"{option} is for one article" in said.err
    assert not list((inbox.parent / "sources").iterdir())


def test_ctrl_c_keeps_what_is_done(inbox: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says how far it came; running it again goes on from there."""
    bring_in = adding.add

    def stopped(article: Article, original: Original, folder: Path, **facts: str) -> object:
        if original.name == "harbour.md":
            raise KeyboardInterrupt
        return bring_in(article, original, folder, **facts)

    with monkeypatch.context() as patch:
        patch.setattr(adding, "add", stopped)
        said = run("add", "inbox/council.txt", "inbox/harbour.md")
    assert said.code == 130
    assert "Stopped after 1 of 2 files." in said.out
    again = run("add", "inbox/council.txt", "inbox/harbour.md")
    assert "1 added, 1 there already, 0 failed." in again.out
