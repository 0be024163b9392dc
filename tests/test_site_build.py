"""Building and serving as functions: what they report, and how they fail."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from tests.site_project import write_project
from timeline.errors import ProjectError
from timeline.site.build import build, serve


def test_a_build_reports_what_it_published_and_left_out(tmp_path: Path) -> None:
    """Nine entries of three sources are published; one proposal waits."""
    report = build(write_project(tmp_path), site_dir=tmp_path / "out")
    assert report.site_dir == tmp_path / "out"
    assert (report.published, report.sources, report.waiting) == (9, 3, 1)
    assert report.warnings == ()
    assert (tmp_path / "out" / "timeline" / "index.html").is_file()


def test_the_mkdocs_yml_here_is_the_default(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As for mkdocs itself."""
    write_project(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert build().site_dir == tmp_path / "site"


def test_warnings_fail_a_strict_build_with_their_text(tmp_path: Path) -> None:
    """The error says which file, and what MkDocs complained about."""
    config = write_project(tmp_path, index="# Home\n\n[nowhere](nowhere.md)\n")
    with pytest.raises(ProjectError, match=r"nowhere\.md") as caught:
        build(config)
    assert caught.value.where == config


def test_warnings_of_a_lenient_build_are_reported(tmp_path: Path) -> None:
    """It is built, and the caller can show them."""
    config = write_project(tmp_path, index="# Home\n\n[nowhere](nowhere.md)\n")
    (warning,) = build(config, strict=False).warnings
    assert "nowhere.md" in warning


def test_a_missing_mkdocs_yml_is_named(tmp_path: Path) -> None:
    """With the command that makes one."""
    with pytest.raises(ProjectError, match="timeline init"):
        build(tmp_path / "mkdocs.yml")
    with pytest.raises(ProjectError, match="timeline init"):
        serve(tmp_path / "mkdocs.yml")


def test_a_site_without_the_plugin_is_refused(tmp_path: Path) -> None:
    """It would have no timeline."""
    with pytest.raises(ProjectError, match="plugin timeline is not switched on"):
        build(write_project(tmp_path, plugins="search"))


def test_a_wrong_setting_is_reported_not_a_traceback(tmp_path: Path) -> None:
    """MkDocs' own words on it are in the error."""
    config = write_project(tmp_path)
    config.write_text(config.read_text("utf-8") + "site_url: 12\n", "utf-8")
    with pytest.raises(ProjectError, match="site_url"):
        build(config)


def test_a_taken_port_is_named_with_another(tmp_path: Path) -> None:
    """Two previews at once: the second says which port to try."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(ProjectError, match=rf"port {port} is taken(.|\n)*--port {port + 1}"):
            serve(write_project(tmp_path), port=port)


def test_a_preview_is_served_and_follows_the_event_files(tmp_path: Path) -> None:
    """Proposals are in it, and an edited event shows without a restart."""
    config = write_project(tmp_path)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    code = "import sys; from pathlib import Path; from timeline.site.build import serve\n"
    code += "serve(Path(sys.argv[1]), port=int(sys.argv[2]))"
    server = subprocess.Popen([sys.executable, "-c", code, config, str(port)])
    try:
        address = f"http://127.0.0.1:{port}/timeline/index.html"
        wait_for(address, "A ferry is laid on")
        events = tmp_path / "sources" / "bridge-closed.events.yml"
        text = events.read_text("utf-8").replace("A ferry is", "Two ferries are")
        events.write_text(text, "utf-8")
        wait_for(address, "Two ferries are laid on")
    finally:
        server.terminate()
        server.wait()


def wait_for(address: str, words: str) -> None:
    """Until the page holds these words, for twenty seconds at most."""
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                if words in answer.read().decode():
                    return
        except OSError:
            pass
        time.sleep(0.1)
    raise AssertionError(f"{address} never showed {words!r}")
