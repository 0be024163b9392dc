"""`timeline.console`: the bar on a terminal, with its rate and the time left."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.console import Console

from timeline import console
from timeline.merge import Report
from timeline.pipeline import Outcome


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """What a terminal of 100 columns is sent on standard error."""
    sent = io.StringIO()
    monkeypatch.setattr(
        console, "err", Console(file=sent, force_terminal=True, width=100, color_system=None)
    )
    return sent


def sources(folder: Path, number: int) -> list[Path]:
    paths = [folder / f"{n}.md" for n in range(number)]
    for path in paths:
        path.write_bytes(b"x" * 2048)
    return paths


def done(paths: list[Path], *, unchanged: bool = False) -> Iterator[Outcome]:
    return (Outcome(path, Report(), unchanged=unchanged) for path in paths)


def test_the_bar_counts_and_measures(tmp_path: Path, terminal: io.StringIO) -> None:
    """How many of how many, how fast, and how long it will take."""
    paths = sources(tmp_path, 4)

    assert [one.source for one in console.tracked(done(paths), paths)] == paths
    assert "4 of 4" in terminal.getvalue()
    assert "KB/s" in terminal.getvalue()
    assert "left" in terminal.getvalue()


def test_skipped_sources_have_no_rate(tmp_path: Path, terminal: io.StringIO) -> None:
    """Nothing was read in them: they would promise too much of the others."""
    paths = sources(tmp_path, 4)
    list(console.tracked(done(paths, unchanged=True), paths))

    assert "4 of 4" in terminal.getvalue()
    assert "KB/s" not in terminal.getvalue()


def test_no_bar_in_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard error that goes elsewhere stays empty."""
    sent = io.StringIO()
    monkeypatch.setattr(console, "err", Console(file=sent))
    paths = sources(tmp_path, 2)
    list(console.tracked(done(paths), paths))

    assert sent.getvalue() == ""
