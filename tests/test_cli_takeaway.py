"""`timeline export` and `timeline import`: what they print, write and refuse."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.import_example import MET, events_in, write_lines, write_project
from tests.shell import Run
from tests.site_project import write_project as write_site
from timeline.exports import FORMATS


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The invented timeline as a project, and the working folder."""
    write_site(tmp_path)
    config = tmp_path / "mkdocs.yml"
    config.write_text(config.read_text("utf-8") + "site_url: https://harbour.example/x/\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def sources(project: Path) -> Path:
    """Two articles without events."""
    return write_project(project)


def test_without_a_format_they_are_listed(site: Path, run: Run) -> None:
    """One line each, and an example."""
    said = run("export")

    assert said.code == 0
    assert [line.split()[0] for line in said.out.splitlines()[:-1]] == list(FORMATS)
    assert "For example: timeline export csv" in said.out


def test_an_export_goes_to_standard_output(site: Path, run: Run) -> None:
    """With the site's own name and address, and nothing else beside it."""
    said = run("export", "json")
    plain = json.loads(said.out)

    assert plain["title"] == "Harbour"
    assert plain["link"] == "https://harbour.example/x/timeline/index.html"
    assert (len(plain["events"]), said.err) == (9, "")


def test_an_export_goes_to_a_file(site: Path, run: Run) -> None:
    """Whole or not at all, its schema beside it; how many is said."""
    said = run("export", "json", "-o", "out.json")

    assert said.err.startswith("out.json: 9 events.\n")
    assert said.out == ""
    assert json.loads((site / "out.json").read_text("utf-8"))["title"] == "Harbour"
    assert (site / "timeline.schema.json").exists()


def test_what_a_format_cannot_hold_is_listed(site: Path, run: Run) -> None:
    """On standard error, with the reason and the id; that is no failure."""
    said = run("export", "ics", "-o", "out.ics")

    assert said.code == 0
    assert "left out, not known to the day: 1970s: The bridge is widened" in said.err
    assert "(bridge-closed/00000001)" in said.err
    assert "out.ics: 4 events, 5 left out." in said.err


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        (("--who", "ada quill"), ["0000001a", "00000006"]),
        (("--tag", "safety"), ["0000001a"]),
        (("--from", "2014-05", "--to", "2015"), ["00000006", "00000007"]),
        (("--kind", "alleged", "--kind", "denied"), ["00000003", "00000005"]),
        (("--source", "silent"), ["00000004"]),
        (("--status", "disputed"), ["0000001a"]),
        (("--limit", "1"), ["00000001"]),
    ],
)
def test_filters_choose(site: Path, run: Run, options: tuple[str, ...], ids: list[str]) -> None:
    """As on the site."""
    plain = json.loads(run("export", "json", *options).out)

    assert [event["id"] for event in plain["events"]] == ids


def test_an_export_that_would_lack_an_event_is_not_written(site: Path, run: Run) -> None:
    """It would look complete."""
    path = site / "sources" / "bridge-closed.md"
    path.write_text(path.read_text("utf-8").replace("on Friday", "one day"), "utf-8")
    said = run("export", "csv", "-o", "out.csv")

    assert said.code == 1
    assert "bridge-closed.events.yml:" in said.err
    assert "nothing was written" in said.err
    assert not (site / "out.csv").exists()


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("docx",), "there is no format docx"),
        (("csv", "-o", "sources/out.csv"), "lies in sources/"),
        (("csv", "-o", "nowhere/out.csv"), "in a folder that isn't there"),
        (("csv", "-o", "docs"), "is a folder"),
    ],
)
def test_wrong_use_of_export(site: Path, run: Run, words: tuple[str, ...], why: str) -> None:
    """Exit code 2, and what to try."""
    said = run("export", *words)

    assert said.code == 2
    assert why in said.err
    assert "Try:" in said.err


def test_export_works_without_a_site(sources: Path, run: Run) -> None:
    """A folder of sources is enough."""
    assert json.loads(run("export", "json").out)["title"] == "Timeline"


def test_a_full_disk_leaves_the_old_export(
    site: Path, run: Run, fail_rename: Callable[[], None]
) -> None:
    """Whole."""
    (site / "out.csv").write_text("old", "utf-8")
    fail_rename()

    assert run("export", "csv", "-o", "out.csv").code == 1
    assert (site / "out.csv").read_text("utf-8") == "old"


def test_import_says_what_it_took_and_what_not(sources: Path, project: Path, run: Run) -> None:
    """Each with its line, the reason and what to try; exit code 1."""
    write_lines(project / "found.jsonl", MET, {**MET, "quote": "Nobody said this"}, {"titel": "x"})
    said = run("import", "found.jsonl", "--by", "model 7")
    (event,) = events_in(sources)

    assert said.code == 1
    assert f"proposed  port/{event.id}  2014-03-03  The port board chose a builder" in said.out
    assert "found.jsonl:2: refused: its quote stands nowhere in port (The port" in said.out
    assert "found.jsonl:3: refused: title is missing" in said.out
    assert "no such field is known: titel." in said.out
    assert "1 event proposed, 0 there already, 2 refused." in said.out
    assert event.proposed_by == "model 7"


def test_import_again_is_no_failure(sources: Path, project: Path, run: Run) -> None:
    """And writes nothing; a dry run neither."""
    write_lines(project / "found.jsonl", MET)

    assert "1 event would be proposed" in run("import", "found.jsonl", "--dry-run").out
    assert not (sources / "port.events.yml").exists()
    assert run("import", "found.jsonl").code == 0
    assert "0 events proposed, 1 there already" in run("import", "found.jsonl").out


def test_words_that_differ_are_pointed_at(sources: Path, project: Path, run: Run) -> None:
    """Beside the event, for the one who reviews."""
    quote = "The port board met at Lowmouth on 3 March 2014 and chose Grey & Sons"
    write_lines(project / "found.jsonl", {**MET, "quote": quote})

    assert f"look at it: the quote given was: {quote}" in run("import", "found.jsonl").out


def test_a_check_warns_of_an_imported_date_that_is_too_exact(
    sources: Path, project: Path, run: Run
) -> None:
    """A model's date is judged as a person's is."""
    line = {"source": "port", "title": "Work began", "when": "2014-04-01", "said": "April 2014"}
    write_lines(project / "found.jsonl", {**line, "quote": "began in April 2014"})
    run("import", "found.jsonl")

    assert "2014-04-01 is more exact than the words “April 2014”" in run("check").out


@pytest.mark.parametrize(
    "words", [("nowhere.jsonl",), ("found.txt",), ("found.jsonl", "--format", "xml")]
)
def test_wrong_use_of_import(
    sources: Path, project: Path, run: Run, words: tuple[str, ...]
) -> None:
    """Exit code 2."""
    (project / "found.txt").write_text("{}", "utf-8")

    assert run("import", *words).code == 2


@pytest.fixture
def fail_rename(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From then on the disk is full."""

    def full(*words: object) -> None:
        raise OSError(28, "No space left on device")

    return lambda: monkeypatch.setattr(os, "fsync", full)
