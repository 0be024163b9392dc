"""Whatever is thrown at the commands: one clear line, exit code 1, and nothing lost."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Write = Callable[..., Path]

EVENTS = "source: talks\nevents:\n- id: mine\n  when: '2014'\n  title: T\n  status: accepted\n"


def timeline(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "timeline", *words], capture_output=True, text=True, check=False
    )


def one_error(done: subprocess.CompletedProcess[str], *words: str) -> None:
    said = done.stdout + done.stderr
    assert done.returncode == 1, said
    assert "Traceback" not in said
    for word in words:
        assert word in said


BAD_SOURCES = {
    "front matter that is no mapping": (b"---\n- a\n- b\n---\n\nText.\n", "front matter"),
    "broken front matter": (b"---\ntitle: [\n---\n\nText.\n", "YAML"),
    "a date that is none": (b"---\ntitle: T\npublished: 2015-02-30\n---\n\nText.\n", "2015-02-30"),
    "an unknown key": (b"---\ntitle: T\npublised: 2015\n---\n\nText.\n", "publised"),
    "an odd publish": (b"---\ntitle: T\npublish: some\n---\n\nText.\n", "publish"),
    "an empty file": (b"", "empty"),
    "a binary file": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 40, "binary"),
}


@pytest.mark.parametrize("name", BAD_SOURCES)
def test_bad_sources(project: Path, write: Write, name: str) -> None:
    """The source is named, its event file stays, and the sources beside it are done."""
    data, word = BAD_SOURCES[name]
    (project / "sources" / "talks.md").write_bytes(data)
    sidecar = write("talks.events.yml", EVENTS)
    write("good.md")
    one_error(timeline("extract"), "talks.md", word)

    assert sidecar.read_text("utf-8") == EVENTS
    assert (project / "sources" / "good.events.yml").exists()


BAD_EVENTS = {
    "broken YAML": ("source: talks\nevents:\n- id: [\n", "not valid YAML"),
    "half-written YAML": (EVENTS + "- id: aa\n  title: 'half", "not valid YAML"),
    "an unknown field": (EVENTS + "  staus: accepted\n", "unknown field staus"),
    "two events with one id": (EVENTS + EVENTS.split("events:\n")[1], "two events have the id"),
    "not UTF-8": (EVENTS.replace("title: T", "title: caf\xe9"), "UTF-8"),
    "a list": ("- a\n- b\n", "not an event file"),
}


@pytest.mark.parametrize("name", BAD_EVENTS)
def test_bad_event_files(project: Path, write: Write, name: str) -> None:
    """Extract refuses to write over what it can't read; check names the line."""
    text, word = BAD_EVENTS[name]
    write("talks.md")
    sidecar = project / "sources" / "talks.events.yml"
    sidecar.write_bytes(text.encode("latin-1"))
    one_error(timeline("extract"), "talks.events.yml", word)
    one_error(timeline("check"), "talks.events.yml", word)

    assert sidecar.read_bytes() == text.encode("latin-1")


UNSAID = "title: T\n  citations: [{paragraph: 1, quote: Nobody said this here}]"
BAD_FIELDS = {
    "an unquoted date": ("'2014'", "2014-03-16", "no quotes around it"),
    "the thirtieth of February": ("'2014'", "'2015-02-30'", "2015-02-30"),
    "a quote that isn't there": ("title: T", UNSAID, "does not stand"),
}


@pytest.mark.parametrize("name", BAD_FIELDS)
def test_bad_fields(write: Write, name: str) -> None:
    """Readable files with wrong values: check says where, extract keeps the person's words."""
    old, new, word = BAD_FIELDS[name]
    write("talks.md")
    sidecar = write("talks.events.yml", EVENTS.replace(old, new))
    one_error(timeline("check"), "talks.events.yml:", word)
    assert timeline("extract").returncode == 0
    assert new.split("\n")[0].strip("'") in sidecar.read_text("utf-8")


def test_a_file_of_50_megabytes(project: Path) -> None:
    """Refused by its size, without reading it."""
    with (project / "sources" / "talks.md").open("wb") as file:
        file.truncate(50_000_000)
    one_error(timeline("extract"), "talks.md", "50 MB")


def test_a_link_out_of_sources(project: Path, tmp_path: Path) -> None:
    """A source that lies elsewhere is not read."""
    outside = tmp_path / "secret.md"
    outside.write_text("The plan was made in March 2014.\n", "utf-8")
    (project / "sources" / "talks.md").symlink_to(outside)
    one_error(timeline("extract"), "talks.md", "link")

    assert not list((project / "sources").glob("*.events.yml"))


def test_an_event_file_that_is_write_protected(write: Write) -> None:
    """Its protection is respected, and the reason told."""
    write("talks.md")
    sidecar = write("talks.events.yml", EVENTS)
    sidecar.chmod(0o444)
    one_error(timeline("extract"), "talks.events.yml", "write-protected")

    assert sidecar.read_text("utf-8") == EVENTS


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_instead_of_a_source(project: Path) -> None:
    """Something that would never end reading is refused."""
    os.mkfifo(project / "sources" / "talks.md")
    one_error(timeline("extract"), "talks.md")
