"""Reading and writing files so that nothing is ever half there."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from filelock import FileLock, Timeout

from timeline.errors import ProjectError, TimelineError

LOCK_SECONDS = 30


def write_atomic(path: Path, data: bytes, *, settle: bool = True) -> None:
    """Replace `path` with `data`, or leave it exactly as it was.

    Written beside the target, flushed to disk and renamed over it, so that a reader, a crash
    or a full disk never meets half a file. Raises ProjectError when it can't be done. Without
    `settle` a power cut may bring the old file back until its folder is settled.
    """
    path = path.resolve() if path.is_symlink() else path  # a link inside the folder stays one
    beside = path.with_name(f".{path.name}.tmp")
    try:
        mode = path.stat().st_mode if path.exists() else None
        if mode is not None and not (mode & 0o222 and os.access(path, os.W_OK)):
            raise PermissionError(13, "it is write-protected")  # a rename would get round that
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            beside.chmod(mode & 0o777)
        beside.replace(path)
    except BaseException as error:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        if not isinstance(error, OSError):
            raise
        reason = (error.strerror or str(error)).lower()
        raise ProjectError(
            f"could not be written: {reason}",
            where=path,
            hint="free some space or give yourself the right to write there; nothing was changed",
        ) from error
    if settle:
        settled(path.parent)


def settled(folder: Path) -> None:
    """Make the renames in `folder` outlive a power cut, where the system offers that."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextlib.contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Hold the one writer's place for the event files of `folder`.

    The lock is the system's own, so it ends with its process, however that ends. It stands in
    the temporary folder: a project folder under version control gets no extra file. Each user
    has one of their own, because another's file there can't be opened; between users, `write`
    of `timeline.store` looks before it writes. Raises TimelineError when it can't be had.
    """
    name = hashlib.sha256(os.fsencode(folder.resolve())).hexdigest()[:16]
    user = os.getuid() if hasattr(os, "getuid") else 0
    try:
        lock = FileLock(Path(tempfile.gettempdir()) / f"timeline-{user}-{name}.lock")
        lock.acquire(timeout=LOCK_SECONDS)
    except Timeout as error:
        raise TimelineError(
            f"another timeline command has been writing here for {LOCK_SECONDS} seconds",
            where=folder,
            hint="wait for it to end, or end it",
        ) from error
    except OSError as error:
        raise TimelineError(
            f"no lock can be made in the temporary folder: {error.strerror or error}".lower(),
            where=folder,
            hint="set TMPDIR to a folder that you can write in",
        ) from error
    try:
        yield
    finally:
        lock.release()


def inside(path: Path, folder: Path) -> bool:
    """Whether `path`, with its links followed, lies in `folder`."""
    return path.resolve().is_relative_to(folder.resolve())
