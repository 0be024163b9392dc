"""Files that are read again only where they changed, for what lives longer than one run."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

from timeline.errors import TimelineError

T = TypeVar("T")
Version = tuple[int, int, int, int]
"""Modification and change time (ns), size, and number of a file: another file, another version."""


def version(path: Path | os.DirEntry[str]) -> Version | None:
    """Which version of a file stands there, at the price of one look; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino


class Remembered(Generic[T]):
    """A function of a file that is asked again only where the file changed; errors count too."""

    def __init__(self, read: Callable[[Path], T]) -> None:
        self._read = read
        self._known: dict[Path, tuple[Version | None, T | TimelineError]] = {}

    def __call__(self, path: Path) -> T:
        now = version(path)  # before reading: a change in between shows at the next look
        known = self._known.get(path)
        if known is None or known[0] != now:
            known = self._known[path] = now, self._ask(path)
        if isinstance(known[1], TimelineError):
            raise known[1]
        return known[1]

    def _ask(self, path: Path) -> T | TimelineError:
        try:
            return self._read(path)
        except TimelineError as error:
            return error
