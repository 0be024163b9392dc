"""A killed `extract` never leaves an event file unreadable or loses a person's event."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from timeline import store

KILLS = 50
SOURCES = 12
PARAGRAPHS = 12
OWN = "- id: mine0001\n  when: '2012'\n  title: 'A person''s own'\n  status: accepted # Anna\n"

# Extraction with the slow start over: kills fall among reads, merges, writes and renames.
RUN = """
import sys, pathlib
from timeline import pipeline, readers
pipeline._parser = lambda language: None
folder = pathlib.Path(sys.argv[1])
paths = readers.sources_in(folder)
pipeline.find_events(readers.read(paths[0]))
print("ready", flush=True)
while True:
    for path in paths:
        text = path.read_text("utf-8")
        now, then = ("met in", "sat in") if "met in" in text else ("sat in", "met in")
        path.with_suffix(".new").write_text(text.replace(now, then), "utf-8")
        path.with_suffix(".new").replace(path)
    for outcome in pipeline.update(paths):
        assert outcome.error is None, outcome.error
"""


def test_sigkill_at_random_moments(project: Path, write: Callable[..., Path]) -> None:
    """Fifty kills while event files are rewritten: all readable, the person's event in each."""
    body = "\n\n".join(f"Envoys met in Geneva on {n + 1} March 2014." for n in range(PARAGRAPHS))
    for n in range(SOURCES):
        write(f"s{n:02}.md", f"---\ntitle: T\npublished: 2015-09-25\nlanguage: en\n---\n\n{body}\n")
        write(f"s{n:02}.events.yml", f"source: s{n:02}\nevents:\n\n{OWN}")
    folder = project / "sources"
    chance = random.Random(20150925)
    for _ in range(KILLS):
        running = subprocess.Popen(
            [sys.executable, "-c", RUN, str(folder)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
        )
        assert running.stdout.readline() == b"ready\n", running.stderr.read().decode()
        time.sleep(chance.random() * 0.25)
        running.send_signal(signal.SIGKILL)
        running.communicate()
        for sidecar in folder.glob("*.events.yml"):
            file = store.load(sidecar)
            assert OWN in file.text
            assert file.record.events[-1].id == "mine0001"
    written = [len(store.load(path).record.events) for path in folder.glob("*.events.yml")]
    assert max(written) > 1, "the kills came before anything was written"
