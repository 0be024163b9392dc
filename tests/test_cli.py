"""The command line: what it says, what it writes, and its exit codes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import typer.main

from tests.shell import Run
from timeline import cli, pipeline, store

Write = Callable[..., Path]


COMMANDS = sorted(typer.main.get_command(cli.app).commands)  # type: ignore[attr-defined]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(run: Run, command: str) -> None:
    """--help explains and shows a line to type."""
    said = run(command, "--help")

    assert said.code == 0
    assert f"Example: timeline {command}" in said.out


def test_python_m_timeline_is_the_same_command() -> None:
    """`python -m timeline` answers."""
    done = subprocess.run(
        [sys.executable, "-m", "timeline", "--version"], capture_output=True, text=True, check=True
    )

    assert done.stdout.startswith("cited-timeline ")


def test_from_an_empty_folder_to_proposals(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    """init, add, extract, check: each says what to type next, and the file is there."""
    monkeypatch.chdir(tmp_path)
    article = tmp_path / "article.txt"
    article.write_text("The ministers met in Geneva on Thursday.\n", "utf-8")

    assert "Next: timeline add" in run("init").out
    added = run("add", "article.txt", "--title", "Talks", "--published", "2015-09-25")
    assert "sources/talks.md: 1 paragraph" in added.out
    extracted = run("extract")
    assert "1 event (1 new)" in extracted.out
    assert "timeline review" in extracted.out
    assert run("check").code == 0
    assert "when: '2015-09-24'" in (tmp_path / "sources/talks.events.yml").read_text("utf-8")


def test_init_keeps_what_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    """A second init changes nothing."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mkdocs.yml").write_text("site_name: Mine\n", "utf-8")
    said = run("init")

    assert "kept  mkdocs.yml" in said.out
    assert (tmp_path / "mkdocs.yml").read_text("utf-8") == "site_name: Mine\n"


def test_accept_reject_reopen(write: Write, run: Run) -> None:
    """A decision by the first letters of an id, and back."""
    path = write("talks.md")
    run("extract")
    sidecar = store.path_for(path)
    before = sidecar.read_bytes()
    event_id = store.load(sidecar).record.events[0].id
    said = run("accept", event_id[:5])

    assert f"accepted  {event_id}" in said.out
    assert f"timeline reopen {event_id}" in said.out
    assert "already accepted" in run("accept", event_id).out
    run("reopen", event_id)
    assert sidecar.read_bytes() == before


def test_accept_all_leaves_undated_events(write: Write, run: Run) -> None:
    """--all takes every proposal that has a date."""
    text = write("talks.md").read_text("utf-8").replace("published: 2015-09-25\n", "")
    path = write("talks.md", text)
    run("extract")
    said = run("accept", "--all", "talks")
    events = store.load(store.path_for(path)).record.events

    assert "left alone: a date is needed" in said.out
    assert {e.status for e in events if e.when} == {"accepted"}
    assert {e.status for e in events if not e.when} == {"proposed"}


def test_check_prints_line_and_way_out(write: Write, run: Run) -> None:
    """path:line, what, what to try; exit code 1."""
    write("talks.md")
    write("talks.events.yml", "source: talks\nevents:\n- id: a\n  when: '2014-3'\n  title: T\n")
    said = run("check")

    assert said.code == 1
    assert "sources/talks.events.yml:4: " in said.out
    assert "Try: " in said.out
    assert "2014-03" in said.out


def test_fmt_and_fmt_check(write: Write, run: Run) -> None:
    """--check says and exits 1, without it the file is brought into form."""
    path = write("talks.events.yml", "source: talks\nevents:\n- {id: a, title: T, when: 2014}\n")

    assert run("fmt", "--check").code == 1
    assert "sources/talks.events.yml: formatted" in run("fmt").out
    assert "  when: '2014'\n" in path.read_text("utf-8")
    assert run("fmt", "--check").code == 0


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["accept"], 2, "give ids, or --all"),
        (["accept", "ffffffff"], 2, "no event has the id"),
        (["add", "nothing.txt"], 1, "nothing.txt"),
        (["extract", "sources/nothing.md"], 1, "nothing.md"),
        (["extract", "nowhere/nothing.md"], 1, "nowhere/nothing.md: there is no such file"),
        (["extract", "sources/nothing.events.yml"], 1, "there is no source nothing beside"),
        (["fmt", "nothing.yml"], 1, "name a file that ends in .events.yml"),
        (["init", "/dev/null/x"], 1, "/dev/null/x"),
        (["check", "nowhere"], 2, "is not a folder"),
        (["tag", "Friday", "--published", "25.9.2015"], 2, "write it as 2015-09-25"),
        (["build"], 1, "there is no mkdocs.yml"),
    ],
)
def test_wrong_use_says_what_to_try(
    project: Path, run: Run, words: list[str], code: int, message: str
) -> None:
    """An error is one message on standard error, without a traceback."""
    said = run(*words)

    assert said.code == code
    assert message in said.err
    assert "Traceback" not in said.err


def test_a_folder_stands_for_all_in_it(write: Write, run: Run) -> None:
    """`extract sources` and `fmt sources` take every file there, each once."""
    write("talks.md")
    write("more.md")

    assert "2 sources, 6 events, 2 files written." in run("extract", "sources").out
    assert "2 sources" in run("extract", "sources", "sources/talks.md").out
    assert "2 event files, 0 changed." in run("fmt", "sources").out


def test_letters_a_terminal_lacks_are_spelled_out(write: Write) -> None:
    """A plain ASCII terminal gets the report, not a traceback."""
    write("talks.md", "They said “no” in May 2013.\n")
    ascii_only = {"PYTHONIOENCODING": "ascii", "PATH": os.environ["PATH"]}
    done = subprocess.run(
        [sys.executable, "-m", "timeline", "check"], capture_output=True, env=ascii_only
    )

    assert done.returncode == 1
    assert b"\\u201cFriday\\u201d" in done.stdout
    assert b"Traceback" not in done.stderr


def test_an_interruption_is_told(write: Write, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C in the middle: what stands is whole, and the exit code is a shell's."""

    def interrupt(*args: object) -> None:
        raise KeyboardInterrupt

    write("talks.md")
    monkeypatch.setattr(pipeline, "find_all", interrupt)
    said = run("extract")

    assert said.code == 130
    assert "Stopped after 0 of 1 source.\n" in said.out
    assert "run the command again to go on" in said.err
    assert "Traceback" not in said.err


def test_unchanged_sources_are_counted(write: Write, run: Run) -> None:
    """The second run skips all but the one that changed; `--force` skips none."""
    for name in ("a.md", "b.md", "c.md"):
        write(name)
    run("extract")
    write("b.md", "They met in May 2013.\n")

    assert "3 sources (2 unchanged and skipped), 7 events, 1 file written." in run("extract").out
    assert "3 sources (3 unchanged and skipped)" in run("extract", "--dry-run").out
    assert "3 sources, 7 events, 0 files written." in run("extract", "--force").out


def test_outside_a_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    """Without sources/ the way to one is shown."""
    monkeypatch.chdir(tmp_path)
    said = run("extract")

    assert said.code == 1
    assert "timeline init" in said.err


def test_tag_shows_values(run: Run) -> None:
    """Type, TIMEX3 value, EDTF, words."""
    said = run("tag", "They met in March 2014.")

    assert said.out == "DATE\t2014-03\t2014-03\tMarch 2014\n"


def test_titles_are_printed_as_they_are(write: Write, run: Run) -> None:
    """Square brackets in a title are text, not markup."""
    write("talks.md")
    write(
        "talks.events.yml",
        "source: talks\nevents:\n- id: aaaa\n  when: '2014'\n  title: '[bold]T[/bold] [/]'\n",
    )

    assert "[bold]T[/bold] [/]" in run("accept", "aaaa").out


@pytest.mark.parametrize("command", ["tag", "explain"])
def test_an_unknown_language_is_told(run: Run, command: str) -> None:
    """Silence would look like a text without dates."""
    said = run(command, "16 March 2014", "--language", "zz")

    assert said.code == 2
    assert "no date rules for the language zz" in said.err


def test_explaining_a_source_says_where_each_date_comes_from(write: Write, run: Run) -> None:
    """For every event: the words its date rests on, and what its salience is made of."""
    said = run("explain", str(write("talks.md"))).out

    assert "date: “March 2014” in its own sentence" in said
    assert "salience 0." in said
    assert "topic" in said


def test_explaining_a_source_that_is_not_there(run: Run) -> None:
    """The name of a file is no text, and a text is no file because of how it ends."""
    assert run("explain", "sources/nothing.md").code == 1
    assert run("explain", "On 16 March 2014 he wrote notes.md").code == 0


def test_a_line_number_is_no_emoji(write: Write, run: Run) -> None:
    """`:100:` stays the number it is."""
    write("talks.md")
    filler = "\n" * 95
    write("talks.events.yml", f"source: talks\nevents:{filler}\n- id: a\n  title: T\n  staus: x\n")

    assert "talks.events.yml:100: " in run("check").out
