"""A thousand mixed files at once: what fails is listed, Ctrl-C keeps what is done, a bar shows."""

from __future__ import annotations

import os
import pty
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from tests.many_files import BROKEN, NUMBER, fill
from tests.shell import Run
from tests.web_articles import page
from timeline.intake import bring as bringing
from timeline.intake.add import Added
from timeline.intake.article import Original
from timeline.readers import read

for needed in ("trafilatura", "docx", "pypdfium2", "reportlab"):
    pytest.importorskip(needed)

ADD = (sys.executable, "-m", "timeline", "add", "inbox", "--no-input")


def test_a_thousand_mixed_files(project: Path, run: Run) -> None:
    """Each sound one is a source, each broken one a failure with its reason; then all is there."""
    fill(project / "inbox")
    (project / "inbox" / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    said = run("add", "inbox")
    assert said.code == 1
    assert f"{NUMBER - BROKEN} added, 0 there already, {BROKEN} failed." in said.out
    assert "1 file left out, no reader: 1 .jpg" in said.out
    failed = [line for line in said.err.splitlines() if line.startswith("inbox/")]
    assert len(failed) == BROKEN
    assert all(": " in line for line in failed)
    sources = project / "sources"
    assert len(list(sources.iterdir())) == NUMBER - BROKEN
    whole = "".join(path.read_text("utf-8") for path in sources.iterdir())
    assert all(whole.count(f"house {n} in Mill Street") == 1 for n in range(NUMBER - BROKEN))
    before = {path.name: path.stat().st_mtime_ns for path in sources.iterdir()}
    again = run("add", "inbox")
    assert f"0 added, {NUMBER - BROKEN} there already, {BROKEN} failed." in again.out
    assert {path.name: path.stat().st_mtime_ns for path in sources.iterdir()} == before


def test_ctrl_c_on_a_terminal_keeps_what_is_done(project: Path, run: Run) -> None:
    """As a person does it: a bar is seen, then the key; the next run goes on from there."""
    number, sources = 240, project / "sources"
    fill(project / "inbox", number, broken=0)
    ours, theirs = pty.openpty()
    root = str(Path(__file__).parents[1])
    with subprocess.Popen(
        ADD,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=theirs,
        env={**os.environ, "PYTHONPATH": root, "TERM": "xterm"},
        text=True,
    ) as started:
        os.close(theirs)
        while started.poll() is None and len(list(sources.glob("*.md"))) < 10:
            time.sleep(0.02)
        started.send_signal(signal.SIGINT)
        seen = _all_of(ours)
        said = started.communicate()[0]
    assert started.returncode == 130
    assert "Adding" in seen
    kept = sorted(sources.iterdir())
    told = re.search(rf"Stopped after (\d+) of {number} files\.", said)
    assert told
    assert len(kept) - int(told[1]) in (0, 1)  # the key may come just after a file is written
    assert 10 <= len(kept) < number
    assert all(path.suffix == ".md" and read(path).paragraphs for path in kept)
    again = run("add", "inbox")
    assert f"{number - len(kept)} added, {len(kept)} there already, 0 failed." in again.out


def _all_of(terminal: int) -> str:
    """What is shown until the other side is closed."""
    shown = b""
    while True:
        try:
            part = os.read(terminal, 4096)
        except OSError:  # how a terminal ends
            part = b""
        if not part:
            os.close(terminal)
            return shown.decode("utf-8", "replace")
        shown += part


def test_a_file_the_program_fails_on_costs_no_other(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is named, with the place to report."""
    fill(project / "inbox", 12, broken=0)
    bring = bringing.bring

    def failing(original: Original, *rest: object, **options: object) -> object:
        if original.name == "file-0003.eml":
            raise ZeroDivisionError
        return bring(original, *rest, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(bringing, "bring", failing)
    said = run("add", "inbox")
    assert "11 added, 0 there already, 1 failed." in said.out
    assert "inbox/old/file-0003.eml: the program failed on it (ZeroDivisionError" in said.err


def test_articles_of_one_title_have_names_of_their_own(project: Path, run: Run) -> None:
    """Another day tells two of them apart; the same text on the same day is one."""
    for n, day in enumerate(("2015-09-25", "2015-09-26", "2015-09-26")):
        told = f"The council of Orl told this on {day}, and nothing else of any weight."
        (project / f"{n}.html").write_bytes(page(told, title="In brief", published=day))
    said = run("add", "0.html", "1.html", "2.html")
    assert "2 added, 1 there already, 0 failed." in said.out
    names = Counter(path.stem for path in (project / "sources").iterdir())
    assert names == Counter(["in-brief", "in-brief-2015-09-26"])


def test_added_is_what_is_read(project: Path, run: Run) -> None:
    """The values that the review page is given, too."""
    fill(project / "inbox", 6, broken=0)
    for path in sorted((project / "inbox").rglob("file-*")):
        (added,) = bringing.bring(Original.of(path), project / "sources").added
        assert isinstance(added, Added)
        assert added.document == read(added.path)
    assert "6 there already" in run("add", "inbox").out
