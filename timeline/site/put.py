"""Generated pages on disk, beside what people wrote, of which nothing is ever overwritten."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from timeline.errors import ProjectError
from timeline.files import inside, write_atomic

LIST = ".timeline-pages.json"
"""Names what we wrote there, with its SHA-256; generators leave files with a full stop alone."""


def put(files: Mapping[str, str | bytes], folder: Path) -> None:
    """Write the files, and take away those of the last time that are no more.

    Raises ProjectError, before anything is written, where a file isn't what we wrote there.
    """
    ours = _ours(folder)
    wanted = {
        path: content.encode("utf-8") if isinstance(content, str) else content
        for path, content in files.items()
    }
    for path in {**ours, **wanted}:
        _must_be_ours(folder / path, ours.get(path, []), wanted.get(path))
    now = {path: [_digest(content)] for path, content in wanted.items()}
    folder.mkdir(parents=True, exist_ok=True)
    # Either may stand there after a crash, and both are ours.
    _list(folder, {path: ours.get(path, []) + now.get(path, []) for path in {**ours, **now}})
    for path, content in wanted.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        write_atomic(folder / path, content, settle=False)
    for path in ours.keys() - wanted.keys():
        (folder / path).unlink(missing_ok=True)
    _list(folder, now)


def _list(folder: Path, written: Mapping[str, list[str]]) -> None:
    text = json.dumps(written, indent=1, sort_keys=True)
    write_atomic(folder / LIST, text.encode("utf-8"))


def _ours(folder: Path) -> dict[str, list[str]]:
    try:
        found = dict(json.loads((folder / LIST).read_text("utf-8")))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, TypeError) as error:
        hint = "delete it, and the pages beside it that you didn't write"
        raise ProjectError("can't be read", where=folder / LIST, hint=hint) from error
    return {path: list(known) for path, known in found.items() if inside(folder / path, folder)}


def _must_be_ours(path: Path, known: list[str], wanted: bytes | None) -> None:
    if not path.exists():
        return
    digest = _digest(path.read_bytes())
    if digest in known or (wanted is not None and digest == _digest(wanted)):
        return
    what = "was changed since it was written" if known else "is in the way of a generated page"
    raise ProjectError(what, where=path, hint="move it away, or give --pages another folder")


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
