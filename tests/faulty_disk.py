"""A disk that fails at the nth write, flush, fsync or rename, as an error or as a crash."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any
from unittest import mock


class Disk:
    """Counts what reaches the disk. Armed, it fails once, and stays gone until `calm`.

    `error` is raised; with `killed`, nothing is tidied up behind it, as after a power cut.
    """

    def __init__(self) -> None:
        self.error: BaseException | None = None
        self.killed = self.struck = False
        self.left = 0

    def arm(self, at: int, error: BaseException, *, killed: bool) -> None:
        """Fail at call number `at`, from 1."""
        self.left, self.error, self.killed = at, error, killed

    def calm(self) -> bool:
        """Whole again; returns whether it had struck."""
        struck, self.struck, self.error, self.killed = self.struck, False, None, False
        return struck

    def tick(self) -> bool:
        """Count a call; whether it is the one to fail at."""
        self.left -= 1
        self.struck = self.struck or (self.error is not None and self.left == 0)
        return self.struck

    def check(self) -> None:
        """Count a call, and fail if it is the one."""
        if self.tick() and self.error is not None:
            raise self.error

    @contextlib.contextmanager
    def inserted(self) -> Iterator[None]:
        """Everything that Path writes goes to this disk; fsync is only counted, for speed."""
        opened, replaced, unlinked = Path.open, Path.replace, Path.unlink

        def open_(path: Path, mode: str = "r", *rest: Any, **more: Any) -> Any:
            file = opened(path, mode, *rest, **more)
            return _File(file, self) if mode in ("wb", "ab+") else file

        def replace(path: Path, target: Path) -> Path:
            self.check()
            return replaced(path, target)

        def fsync(_: int) -> None:
            self.check()

        def unlink(path: Path, missing_ok: bool = False) -> None:
            if self.struck and self.killed:
                raise OSError(5, "no process is left to do that")
            unlinked(path, missing_ok=missing_ok)

        with (
            mock.patch.object(Path, "open", open_),
            mock.patch.object(Path, "replace", replace),
            mock.patch.object(Path, "unlink", unlink),
            mock.patch.object(os, "fsync", fsync),
        ):
            yield


class _File:
    def __init__(self, file: IO[bytes], disk: Disk) -> None:
        self._file, self._disk = file, disk

    def __enter__(self) -> _File:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def write(self, data: bytes) -> int:
        """All of it, or, where the disk fails, half."""
        if self._disk.tick():
            self._file.write(data[: len(data) // 2])
            assert self._disk.error is not None
            raise self._disk.error
        return self._file.write(data)

    def flush(self) -> None:
        self._disk.check()
        self._file.flush()
