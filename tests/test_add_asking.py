"""`timeline add`: what is shown of a source's date, and the question on a terminal."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.shell import Run, Said
from tests.web_articles import FIRST, OTHER, SECOND, Typing, page
from timeline.readers import read

pytest.importorskip("trafilatura")

TUESDAY = "Today is Tuesday, and the council of Orl meets on the closed bridge over the river."
GUESSED = '<link rel="canonical" href="https://paper.example/2015/09/24/bridge">'
TEXTS = {"a": FIRST, "b": SECOND, "c": OTHER}
SOURCE = "sources/bridge-at-orl-closed.md"


@pytest.fixture
def add(project: Path, run: Run, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """Add a page while these lines are typed."""

    def call(data: bytes, *typed: str, options: tuple[str, ...] = ()) -> tuple[Said, str]:
        (project / "page.html").write_bytes(data)
        monkeypatch.setattr(sys, "stdin", Typing(typed))
        said = run("add", "page.html", *options)
        return said, (project / SOURCE).read_text("utf-8")

    return call


def test_a_sure_date_is_shown_and_not_asked_for(add) -> None:  # type: ignore[no-untyped-def]
    """With where it stands."""
    said, text = add(page())
    assert "published  2015-09-25 (from JSON-LD)" in said.out
    assert "published: 2015-09-25  # from JSON-LD\n" in text
    assert "When was" not in said.err


def test_a_missing_date_is_asked_for(add) -> None:  # type: ignore[no-untyped-def]
    """What hangs on it is said; a wrong answer is explained, and the question comes again."""
    said, text = add(page(published=None), "last week", "2015-09-25")
    assert "“Friday” or “last week” in it will need a date from you" in said.out
    assert "last week" in said.err
    assert "maybe      2014-05-03 (guessed from the page's text)" in said.out
    assert said.err.count("A number, another day as 2015-09-25, or Enter to leave it without:") == 2
    assert "\npublished: 2015-09-25\n" in text


def test_the_choices_have_numbers(add) -> None:  # type: ignore[no-untyped-def]
    """The one chosen is written with its basis."""
    said, text = add(page(head=GUESSED, published="2015-09-20"), "2")
    assert "or         2015-09-24 (guessed from the address)" in said.out
    assert "  1  2015-09-20, from JSON-LD" in said.err
    assert "  2  2015-09-24, guessed from the address" in said.err
    assert "\npublished: 2015-09-24  # guessed from the address\n" in text


@pytest.mark.parametrize("typed", [("",), ()], ids=["Enter", "Ctrl-D"])
def test_a_doubtful_date_may_be_left(add, typed: tuple[str, ...]) -> None:  # type: ignore[no-untyped-def]
    """The text calls today Tuesday; 25 September 2015 was a Friday."""
    said, text = add(page(TUESDAY), *typed)
    assert "Warning: the text says “Today is Tuesday”" in said.err
    assert "Enter to leave it at 2015-09-25" in said.err
    assert "\npublished: 2015-09-25  # from JSON-LD\n" in text
    assert said.code == 0


def test_what_a_person_gave_is_not_asked_for(add) -> None:  # type: ignore[no-untyped-def]
    """Even where the page has none."""
    said, _ = add(page(published=None), options=("--published", "2015-09-25"))
    assert "When was" not in said.err


def test_a_day_of_the_text_is_offered_and_never_taken(add) -> None:  # type: ignore[no-untyped-def]
    """It may be an event's, and every “Friday” would hang on it."""
    assert "published" not in add(page(published=None))[1]


def test_no_input_asks_nothing(add) -> None:  # type: ignore[no-untyped-def]
    """On a terminal either."""
    said, text = add(page(published=None), "2015-09-25", options=("--no-input",))
    assert "When was" not in said.err
    assert "published" not in text


def test_without_a_terminal_nothing_waits(project: Path, run: Run) -> None:
    """Standard input is none in tests."""
    (project / "page.html").write_bytes(page(published=None))
    assert run("add", "page.html").code == 0
    assert read(project / SOURCE).source.published is None


def test_of_many_only_those_in_doubt_are_asked_for(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After all are there; Ctrl-D leaves the rest."""
    for name, day in (("a", None), ("b", "2015-09-25"), ("c", None)):
        text = TEXTS[name]
        (project / f"{name}.html").write_bytes(page(text, title=f"Report {name}", published=day))
    monkeypatch.setattr(sys, "stdin", Typing(["2015-10-01"]))
    said = run("add", "a.html", "b.html", "c.html")
    assert "2 sources without a sure date" in said.err
    days = [read(project / f"sources/report-{name}.md").source.published for name in "abc"]
    assert days == ["2015-10-01", "2015-09-25", None]


def test_many_without_a_terminal_are_told_of(project: Path, run: Run) -> None:
    """How many have no day, and how many one that is a guess."""
    pages = (
        page(TEXTS["a"], title="Report a", head=GUESSED, published=None),
        page(TEXTS["b"], title="Report b"),
        page(TEXTS["c"], published=None),
    )
    for name, data in zip("abc", pages, strict=True):
        (project / f"{name}.html").write_bytes(data)
    said = run("add", "a.html", "b.html", "c.html")
    assert "sources/report-a.md: 1 paragraph, published 2015-09-24 (guessed" in said.out
    assert "1 with a day that is a guess or in doubt" in said.out
    assert "1 without a publication date" in said.out


def test_nothing_on_a_page_is_obeyed_by_the_terminal(project: Path, run: Run) -> None:
    """Neither its author nor its text; nor is it markup."""
    told = "Today is &#27;[31mTuesday in Orl, and the council meets on the bridge."
    data = page(told, author={"name": "Anna \x1b]0;x\x07[b]Lind"})
    (project / "page.html").write_bytes(data)
    said = run("add", "page.html")
    assert not {"\x1b", "\x07"} & {*said.out, *said.err}
    assert "[b]" in said.out
    assert "\x1b" not in "".join(path.read_text() for path in (project / "sources").iterdir())
