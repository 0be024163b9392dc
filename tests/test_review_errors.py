"""When the disk is in the way: a page that says so in a line, and the old file whole."""

from __future__ import annotations

import contextlib
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.review_client import EVENTS, Client, plain, project


@pytest.fixture
def client(tmp_path: Path) -> Client:
    """A project with four proposals in two sources."""
    return project(tmp_path)


def accept(client: Client) -> str:
    """What the page says when the first event is accepted."""
    return plain(client.post("status", **client.seen("aaaa0001"), status="accepted").text)


def test_a_full_disk(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was typed stays in the form; no scrap of a file is left behind."""

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    answer = client.post("edit", **client.seen("aaaa0001"), title="Mine")

    assert answer.status == 500
    assert "bridge.events.yml: could not be written: no space left on device" in plain(answer.text)
    assert "Mine</textarea>" in answer.text
    assert client.events() == EVENTS
    assert list(client.path().parent.glob(".*tmp")) == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 kB, where the system lets one be mounted."""
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", tmp_path], capture_output=True
    )
    if done.returncode:
        pytest.skip("mounting a disk needs more rights")
    yield tmp_path
    subprocess.run(["umount", tmp_path], check=True)


def test_a_disk_that_is_full_indeed(small_disk: Path) -> None:
    """The old file stays whole, nothing is left beside it, and room made is room used."""
    client = project(small_disk)
    filling = small_disk / "filling"
    with contextlib.suppress(OSError), filling.open("wb", buffering=0) as file:
        while True:
            file.write(b"x" * 4096)
    assert "could not be written: no space left on device" in accept(client)
    assert client.events() == EVENTS
    assert sorted(p.name for p in client.path().parent.iterdir())[0] == "bridge.events.yml"

    filling.unlink()
    accept(client)
    assert client.event(0).status == "accepted"


def test_a_write_protected_file(client: Client) -> None:
    """A rename could get round the protection; it is respected."""
    client.path().chmod(0o444)

    assert "could not be written: it is write-protected free some space or give" in accept(client)
    assert client.events() == EVENTS


def test_a_file_replaced_by_a_folder(client: Client) -> None:
    """The list of sources says so, and the event's page that it is gone."""
    form = {**client.seen("aaaa0001"), "status": "accepted"}
    client.path().unlink()
    client.path().mkdir()

    assert "bridge.events.yml:1: can&#39;t be read: is a directory" in plain(client.get("").text)
    assert "can&#39;t be read: is a directory" in plain(client.post("status", **form).text)
    assert client.get("event", source="bridge", id="aaaa0001").status == 404
    assert client.path().is_dir()


def test_a_vanished_article(client: Client) -> None:
    """Its events can be read and rejected; nothing can be accepted on no evidence."""
    (client.root / "sources" / "bridge.md").unlink()
    page = plain(client.get("event", source="bridge", id="aaaa0001").text)

    assert "there is no source bridge beside this event file" in page
    assert "The article itself can’t be shown" in page
    assert "nothing shows that it says so" in accept(client)
    assert client.events() == EVENTS


def test_a_vanished_event_file(client: Client) -> None:
    """A form sent meanwhile writes no new one."""
    form = {**client.seen("aaaa0001"), "status": "accepted"}
    client.path().unlink()

    assert client.post("status", **form).status in (409, 500)
    assert not client.path().exists()


def test_yaml_that_cannot_be_read(client: Client) -> None:
    """The page names the line; the other sources can be reviewed."""
    broken = EVENTS.replace("title: The ferry", "title: [The ferry")
    client.path().write_text(broken, "utf-8")
    page = plain(client.get("").text)
    below = broken[: broken.index("[The ferry")].count("\n") + 2

    assert f"bridge.events.yml:{below}: not valid YAML" in page
    assert "A town and its river 1 of 1 left" in page
    assert client.get("rest", **{"in": "bridge"}).status == 200
    assert client.events() == broken


def test_a_vanished_folder(client: Client) -> None:
    """The page stays up and says what is wrong."""
    (client.root / "sources").rename(client.root / "elsewhere")

    assert "sources:1: can&#39;t be listed: no such file or directory" in plain(client.get("").text)


def test_a_lock_that_cannot_be_had(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another command writes and writes: told, not waited for without end."""
    from timeline import files

    monkeypatch.setattr(files, "LOCK_SECONDS", 0.05)
    with files.writing(client.root / "sources"):
        assert "another timeline command has been writing here" in accept(client)
    assert client.events() == EVENTS
