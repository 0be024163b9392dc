"""`timeline link`: what it shows, asks and writes."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.shell import Run, Said
from timeline.cli import links

Write = Callable[..., Path]

EVENTS = """\
source: {name}
extractor: cited-timeline 0.1
events:

- id: {id}
  when: '2014-03'
  title: The last such meeting took place
  status: accepted
  citations:
  - paragraph: 2
    quote: The last such meeting took place in March 2014
    said: March 2014
"""


@pytest.fixture
def sources(project: Path, write: Write) -> Path:
    for name, event_id in (("one", "8c1f03aa"), ("two", "91c0de7f"), ("three", "5e1ab903")):
        write(f"{name}.md")
        write(f"{name}.events.yml", EVENTS.format(name=name, id=event_id))
    return project / "sources"


def texts(sources: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in sources.glob("*.yml")}


def test_a_listing_shows_both_sides_and_what_to_type(run: Run, sources: Path) -> None:
    """Ids, dates, titles, sources, quotes and the score; nothing is written off a terminal."""
    before = texts(sources)
    said = run("link")

    assert said.code == 0
    assert "1 of 2  score " in said.out
    assert (
        "  shown   8c1f03aa  2014-03  The last such meeting took place  (happened, accepted)"
        in said.out
    )
    assert "one, paragraph 2: “The last such meeting took place in March 2014”" in said.out
    assert "the same: timeline link --accept 5e1ab903 8c1f03aa" in said.out
    assert "2 pairs suggested; nothing is joined without your yes." in said.out
    assert texts(sources) == before


def test_accept_and_undo(run: Run, sources: Path) -> None:
    """Each says what it wrote and how to take it back; the bytes come back."""
    before = texts(sources)
    joined = run("link", "--accept", "8c1f03aa", "91c0")
    assert "joined      one/8c1f03aa  2014-03  The last such" in joined.out
    assert "--undo one/8c1f03aa" in joined.out
    assert "  same_as: 91c0de7f\n" in texts(sources)["one.events.yml"]

    assert "taken back  one/8c1f03aa" in run("link", "--undo", "one/8c1f03aa").out
    assert texts(sources) == before


def test_decline_ends_the_question(run: Run, sources: Path) -> None:
    """The pair is gone from the list."""
    assert "kept apart  one/8c1f03aa" in run("link", "--decline", "8c1f03aa", "91c0de7f").out
    assert run("link", "--decline", "8c1f03aa", "5e1ab903").code == 0

    assert "1 pair suggested" in run("link").out


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("--accept", "8c1f03aa", "ffff0000"), 2, "no event has the id ffff0000"),
        (("--accept", "8c1f03aa", "8c1f03aa"), 2, "joined already"),
        (("--undo", "8c1f03aa"), 2, "nothing was said of one/8c1f03aa"),
        (("--undo", "8c1f03aa", "--accept", "8c1f", "91c0"), 2, "don't go together"),
    ],
)
def test_what_makes_no_sense_is_refused(
    run: Run, sources: Path, words: tuple[str, ...], code: int, told: str
) -> None:
    """Nothing is written, and the message says why."""
    before = texts(sources)
    said = run("link", *words)

    assert (said.code, told in said.err) == (code, True)
    assert texts(sources) == before


def answer(run: Run, monkeypatch: pytest.MonkeyPatch, keys: str) -> Said:
    monkeypatch.setattr(links, "_on_terminal", lambda: True)
    monkeypatch.setattr(sys, "stdin", io.StringIO(keys))
    return run("link")


def test_asked_about_each(run: Run, sources: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Yes joins, no keeps apart, and anything unclear is asked again."""
    said = answer(run, monkeypatch, "perhaps\ny\nn\n")
    written = "".join(texts(sources).values())

    assert "2 decisions written." in said.out
    assert written.count("\n  same_as: ") == 1
    assert written.count("\n  not_same_as: ") == 1
    assert "Next: timeline check" in said.out


def test_enter_skips_and_q_ends(run: Run, sources: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither writes, and the pairs are there the next time."""
    before = texts(sources)
    said = answer(run, monkeypatch, "\nq\n")

    assert "0 decisions written." in said.out
    assert texts(sources) == before


def test_ctrl_c_keeps_what_was_said(
    run: Run, sources: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An answer is written at once; the end of the input only ends the questions."""
    said = answer(run, monkeypatch, "y\n")

    assert said.code == 1
    assert "".join(texts(sources).values()).count("\n  same_as: ") == 1


def test_dry_run_asks_nothing(run: Run, sources: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal, too, --dry-run only lists."""
    monkeypatch.setattr(links, "_on_terminal", lambda: True)

    assert "2 pairs suggested" in run("link", "--dry-run").out


def test_a_folder_without_pairs(run: Run, project: Path) -> None:
    """Nothing to ask is said in a line."""
    assert "0 pairs suggested" in run("link").out


def test_a_file_that_cannot_be_read_is_named(run: Run, sources: Path) -> None:
    """Its events are left out, and the reader knows it."""
    (sources / "two.events.yml").write_text("events: [", "utf-8")
    said = run("link")

    assert "left out: " in said.out
    assert "1 pair suggested" in said.out
