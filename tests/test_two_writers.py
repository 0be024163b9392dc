"""Two processes write one event file as a third reads it: nothing lost, never half a file."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from timeline import store

ROUNDS = 1000 if os.environ.get("CI") else 100
EVENTS = "source: talks\nevents:\n\n- id: {}\n  when: '2012'\n  title: One\n  note: '0'\n\n"
EVENTS += "- id: {}\n  when: '2013'\n  title: Other\n  note: '0'\n"
IDS = ("mine0001", "mine0002")

# Each round counts one up from what stands in the file, so a lost write shows at the end.
WRITE = """
import os, pathlib, sys
from timeline import edit, files, store
path, event_id = pathlib.Path(sys.argv[1]), sys.argv[2]
os.fsync = lambda handle: None  # order is what is tested here, not the disk's speed
print("ready", flush=True)
sys.stdin.readline()
for _ in range(int(sys.argv[3])):
    with files.writing(path.parent):
        event = store.load(path).by_id[event_id]
        status = "accepted" if event.status == "proposed" else "proposed"
        new = edit.setting(note=str(int(event.note) + 1), status=status)
        edit.rewrite(path, {event_id: new})
"""


def _writer(path: Path, event_id: str) -> subprocess.Popen[str]:
    words = [sys.executable, "-c", WRITE, str(path), event_id, str(ROUNDS)]
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    pipe = subprocess.PIPE
    return subprocess.Popen(words, stdin=pipe, stdout=pipe, stderr=pipe, text=True, env=env)


def _go(writer: subprocess.Popen[str]) -> None:
    assert writer.stdin is not None
    assert writer.stdout is not None
    assert writer.stdout.readline() == "ready\n"
    writer.stdin.write("go\n")
    writer.stdin.flush()


def test_nothing_is_lost_between_two_writers(write: Callable[..., Path]) -> None:
    """Each counts up in its own event; a reader meets whole files, and never a step back."""
    path = write("talks.events.yml", EVENTS.format(*IDS))
    writers = [_writer(path, event_id) for event_id in IDS]
    for writer in writers:
        _go(writer)
    seen = [[0], [0]]
    while any(writer.poll() is None for writer in writers):
        for counts, event in zip(seen, store.load(path).record.events, strict=True):
            counts.append(int(event.note or ""))
    assert [writer.communicate()[1] for writer in writers] == ["", ""]
    assert [int(event.note or "") for event in store.load(path).record.events] == [ROUNDS] * 2
    assert all(counts == sorted(counts) for counts in seen)
    assert any(0 < count < ROUNDS for count in seen[0]), "nothing was read in between"
