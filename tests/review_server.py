"""The review page served for real, in a thread of the test's own process."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import uvicorn

from timeline.review.app import application
from timeline.review.serve import free_socket

TOKEN = "a-token-for-tests"


@contextlib.contextmanager
def served(root: Path) -> Iterator[str]:
    """The address of the review page of a project, for as long as this is open."""
    listening = free_socket(20_000)
    port = listening.getsockname()[1]
    journal = root / ".cache" / "timeline-review" / "journal.jsonl"
    sources = root / "sources"  # pages to fetch are on this machine, too
    app = application(sources, journal=journal, token=TOKEN, port=port, allow_private=True)
    config = uvicorn.Config(app, log_level="error", access_log=False, lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{port}/{TOKEN}/"
    finally:
        server.should_exit = True
        thread.join()
        listening.close()
