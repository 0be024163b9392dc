"""`timeline.jobs`: work over processes, in order, stopped cleanly."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from timeline import jobs, store
from timeline.errors import TimelineError

# `language: fr`: no language model is loaded, so that the processes are there at once.
ARTICLE = "---\nlanguage: fr\n---\n\n" + "Les ministres ont signé le traité en mai 2013.\n\n" * 600


def names(paths: Sequence[Path]) -> Iterator[str]:
    """The work of these tests: each path's name."""
    return (path.name for path in paths)


def ending(paths: Sequence[Path]) -> list[str]:
    """A process that is gone in the middle of it."""
    os._exit(3)


def some(folder: Path, number: int, size: int = 1) -> list[Path]:
    paths = [folder / f"{n:03}.md" for n in range(number)]
    for path in paths:
        path.write_bytes(b"x" * size)
    return paths


@pytest.mark.parametrize("processes", [1, 2])
def test_results_come_in_order(tmp_path: Path, processes: int) -> None:
    """However many processes share the batches."""
    paths = some(tmp_path, 200)

    assert [*jobs.spread(names, paths, jobs=processes)] == [path.name for path in paths]


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [([], []), ([1] * 130, [64, 64, 2]), ([60_000] * 3, [1, 1, 1]), ([900_000, 9, 9], [1, 2])],
)
def test_batches(sizes: list[int], expected: list[int]) -> None:
    """By number and by bytes; a large source is a batch by itself."""
    paths = [Path(f"{n}.md") for n in range(len(sizes))]
    batches = list(jobs._batches(paths, sizes))

    assert [len(batch) for batch in batches] == expected
    assert [path for batch in batches for path in batch] == paths


@pytest.mark.parametrize(
    ("asked", "size", "expected"),
    [(None, 400_000, 1), (None, 1_100_000, 2), (None, 10**9, 4), (0, 1, 8), (3, 1, 3)],
)
def test_how_many_processes(
    monkeypatch: pytest.MonkeyPatch, asked: int | None, size: int, expected: int
) -> None:
    """Unasked only as many as pay for their start; 0 is one a core."""
    monkeypatch.setattr(jobs, "cores", lambda: 8)

    assert max(1, jobs._processes(asked, size)) == expected


def test_a_process_that_ends_is_told(tmp_path: Path) -> None:
    """With the source it was at, and a way on."""
    paths = some(tmp_path, 3, size=90_000)

    with pytest.raises(TimelineError, match=r"000\.md: a process ended(.|\n)*--jobs 1"):
        list(jobs.spread(ending, paths, jobs=2))


@pytest.fixture
def running(project: Path) -> Iterator[subprocess.Popen[bytes]]:
    """`timeline extract --jobs 2` over 3 MB, with its first event files written."""
    for n in range(120):
        (project / "sources" / f"a{n:03}.md").write_text(ARTICLE, "utf-8")
    extracting = subprocess.Popen(
        [sys.executable, "-m", "timeline", "extract", "--jobs", "2"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    for _ in range(600):
        if any((project / "sources").glob("*.events.yml")):
            break
        time.sleep(0.05)
    yield extracting
    if extracting.poll() is None:
        extracting.kill()


def test_ctrl_c_tells_what_was_done(running: subprocess.Popen[bytes], project: Path) -> None:
    """Every event file that stands is whole and counted, and the exit code is a shell's."""
    os.killpg(running.pid, signal.SIGINT)
    out, err = running.communicate(timeout=60)
    written = [*(project / "sources").glob("*.events.yml")]

    assert running.returncode == 130
    assert 0 < len(written) < 120
    assert f"Stopped after {len(written)} of 120 sources." in out.decode()
    assert b"run the command again to go on" in err
    assert b"Traceback" not in err
    assert all(store.load(path).record.events for path in written)


def test_no_process_outlives_its_parent(running: subprocess.Popen[bytes]) -> None:
    """Killed hard: the pipe closes only when the last process that holds it is gone."""
    running.send_signal(signal.SIGKILL)

    running.communicate(timeout=60)
