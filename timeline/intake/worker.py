"""The process that `bounded` starts: reads one file after another until its input ends."""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from timeline.errors import SourceError
from timeline.intake import bounded
from timeline.intake.article import Article, Original

MEMORY = 2_000_000_000  # bytes of address space, where the system can bound it
MODULES = {
    "pdf": "pdf",
    "word": "word",
    "opendocument": "opendocument",
    "epub": "epub",
    "mail": "mail",
    "mhtml": "mhtml",
    "feed": "feed",
    "warc": "warc",
}


def reader(kind: str) -> Callable[[Original], tuple[Article, ...]]:
    """The function that reads a kind of file, in this process."""
    module = importlib.import_module(f"timeline.intake.{MODULES[kind]}")
    read: Callable[[Original], tuple[Article, ...]] = module.read
    return read


def main() -> None:
    """Answer until the other side closes the pipe."""
    bounded.enter()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the other side's to answer
    _bound_memory()
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a library that prints doesn't print into the answers
    source = sys.stdin.buffer
    while (facts := bounded.receive(source)) is not None:
        data = bounded.receive(source)
        if data is None:
            return
        bounded.send(out, json.dumps(_answer(json.loads(facts), data)).encode())


def _answer(facts: dict[str, str | None], data: bytes) -> dict[str, object]:
    path = Path(facts["path"]) if facts["path"] else None
    original = Original(data, facts["name"] or "", path, facts["url"], facts["media_type"],
                        facts["charset"], facts["retrieved"])  # fmt: skip
    try:
        found = reader(facts["kind"] or "")(original)
        return {"articles": bounded.ARTICLES.dump_json(found).decode()}
    except SourceError as error:
        return {"what": error.what, "hint": error.hint}
    except MemoryError:
        what, hint = "needs more memory than one file may have", "a smaller file"
    except RecursionError:
        what, hint = "is nested too deeply to be an article", "save the article as plain text"
    except Exception as error:  # whatever a library makes of a broken file
        what = f"is broken, or made in a way that can't be read ({type(error).__name__})"
        hint = "open it in the program it comes from and save it anew"
    return {"what": what, "hint": hint, "spent": True}


def _bound_memory() -> None:
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        limit = MEMORY if hard == resource.RLIM_INFINITY else min(MEMORY, hard)
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
