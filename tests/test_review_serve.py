"""`timeline review`: an address for one person, on this machine, until Ctrl-C."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from tests.review_client import project
from timeline.errors import ProjectError, UsageError
from timeline.project import Project
from timeline.review import serve as serving


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT to send")
def test_it_serves_until_ctrl_c(tmp_path: Path) -> None:
    """It says where, how to end it, and what comes next; exit code 0."""
    project(tmp_path)
    command = [sys.executable, "-m", "timeline", "review", "bridge", "--no-open"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=-1, stderr=-1, text=True) as running:
        lines = iter(running.stdout.readline, "")  # type: ignore[union-attr]
        said = next(line for line in lines if "Review at" in line)
        url = re.search(r"http://127\.0\.0\.1:\d+/[\w-]{32}/start\?in=bridge\n", said)
        assert url is not None, said
        with urllib.request.urlopen(url[0].strip()) as answer:
            assert b"The old bridge was closed" in answer.read()
        running.send_signal(signal.SIGINT)
        rest, errors = running.communicate(timeout=20)
    assert (running.returncode, errors) == (0, "")
    assert "Ended. Every decision is in the event files.\nNext: timeline check" in rest


def test_a_port_that_is_taken_is_passed_over() -> None:
    """The next free one is taken; both are this machine's own."""
    with serving.free_socket(23_400) as one, serving.free_socket(one.getsockname()[1]) as two:
        assert two.getsockname()[1] > one.getsockname()[1]
        assert two.getsockname()[0] == "127.0.0.1"


def test_no_free_port_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """With another to try."""
    monkeypatch.setattr(serving, "TRIES", 1)
    with (
        serving.free_socket(23_450) as taken,
        pytest.raises(ProjectError, match="--port 9000"),
    ):
        serving.free_socket(taken.getsockname()[1])


def test_nobody_else_can_reach_it() -> None:
    """The socket is bound to the loopback address alone."""
    with serving.free_socket(23_500) as listening:
        assert listening.family == socket.AF_INET
        assert listening.getsockname()[0] == "127.0.0.1"


@pytest.mark.parametrize("missing", ["uvicorn", "starlette.applications"])
def test_missing_packages_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    """With the extra that brings them."""
    project(tmp_path)
    monkeypatch.delitem(sys.modules, "timeline.review.app", raising=False)
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(
        UsageError, match=rf"needs {missing}[^T]*Try: pip install 'cited-timeline\[r"
    ):
        serving.serve(Project(tmp_path), None, ready=lambda _: None)


@pytest.mark.parametrize(
    "said", ["bridge", "bridge.md", "sources/bridge.md", "sources/bridge.events.yml"]
)
def test_a_source_by_its_name_or_path(tmp_path: Path, said: str) -> None:
    """As the shell completes it."""
    project(tmp_path)

    assert serving.name_of(said, tmp_path / "sources") == "bridge"


def test_an_unknown_source_is_told(tmp_path: Path) -> None:
    """With those that there are."""
    project(tmp_path)
    with pytest.raises(UsageError, match="there are: bridge, river"):
        serving.name_of("nope", tmp_path / "sources")
