"""Readers of files that strangers made, run in a process of its own with bounds on time and memory.

One process serves a whole folder. After a failure it is ended and the next file gets a new one.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import struct
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO, Any

from pydantic import TypeAdapter

from timeline.errors import SourceError
from timeline.intake.article import Article, Original

SECONDS = 60.0  # for one file
LONGER = {"warc": 600.0}  # many pages in one file
START = (
    "import sys; sys.path.append(sys.argv[1]); from timeline.intake import worker; worker.main()"
)

ARTICLES: TypeAdapter[tuple[Article, ...]] = TypeAdapter(tuple[Article, ...])

_lock = threading.Lock()
_process: subprocess.Popen[bytes] | None = None
_inside = False  # whether this is such a process already


def read(kind: str, original: Original, *, seconds: float | None = None) -> tuple[Article, ...]:
    """The articles that the reader of `kind` finds.

    SourceError for its own reasons, or where it takes more than `seconds`, too much memory, or
    the process with it.
    """
    if _inside:
        from timeline.intake import worker

        return worker.reader(kind)(original)
    limit = seconds or LONGER.get(kind, SECONDS)
    with _lock:
        answer = _ask(kind, original, limit)
    if answer is None:
        raise SourceError(
            f"could not be read within {limit:.0f} seconds and the memory that one file may have",
            where=original.where,
            hint="a smaller file with the article alone, or its text pasted into a text file",
        )
    if "what" in answer:
        raise SourceError(answer["what"], where=original.where, hint=answer["hint"])
    return ARTICLES.validate_json(answer["articles"])


def enter() -> None:
    """Say that this process is the bounded one."""
    global _inside
    _inside = True


def close() -> None:
    """End the process, if there is one."""
    global _process
    if _process is None:
        return
    process, _process = _process, None
    with contextlib.suppress(OSError):
        process.kill()
    for pipe in (process.stdin, process.stdout):
        if pipe:
            with contextlib.suppress(OSError):
                pipe.close()
    process.wait()


atexit.register(close)


def _ask(kind: str, original: Original, seconds: float) -> dict[str, Any] | None:
    """The process' answer; None where it was ended, by us or by itself."""
    process = _started()
    assert process.stdin
    assert process.stdout
    facts = {
        "kind": kind,
        "name": original.name,
        "path": str(original.path) if original.path else None,
        "url": original.url,
        "media_type": original.media_type,
        "charset": original.charset,
        "retrieved": original.retrieved,
    }
    timer = threading.Timer(seconds, process.kill)
    timer.daemon = True
    timer.start()
    try:
        send(process.stdin, json.dumps(facts).encode())
        send(process.stdin, original.data)
        found = receive(process.stdout)
    except OSError:
        found = None
    except BaseException:  # Ctrl-C: half an answer would be taken for the next file's
        close()
        raise
    finally:
        timer.cancel()
    if found is None:
        close()
        return None
    answer: dict[str, Any] = json.loads(found)
    if answer.get("spent"):
        close()
    return answer


def _started() -> subprocess.Popen[bytes]:
    global _process
    if _process is None or _process.poll() is not None:
        close()
        root = str(Path(__file__).parents[2])
        _process = subprocess.Popen(
            [sys.executable, "-P", "-c", START, root],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    return _process


def send(pipe: IO[bytes], data: bytes) -> None:
    """Bytes with their length before them."""
    pipe.write(struct.pack(">Q", len(data)))
    pipe.write(data)
    pipe.flush()


def receive(pipe: IO[bytes]) -> bytes | None:
    """What `send` wrote; None at the end of the pipe."""
    head = pipe.read(8)
    if len(head) < 8:
        return None
    (length,) = struct.unpack(">Q", head)
    data = pipe.read(length)
    return data if len(data) == length else None
