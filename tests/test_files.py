"""Writes that happen whole or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import pytest

from timeline import files
from timeline.errors import ProjectError, TimelineError


class TestWriteAtomic:
    def test_replaces_and_leaves_nothing_else(self, tmp_path: Path) -> None:
        """The new bytes stand there, and no helper file beside them."""
        path = tmp_path / "a.yml"
        path.write_bytes(b"old")
        files.write_atomic(path, b"new")

        assert path.read_bytes() == b"new"
        assert list(tmp_path.iterdir()) == [path]

    def test_the_folder_can_be_settled_once_for_many(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Each file is flushed in any case; the folder only when it is asked for."""
        flushed: list[int] = []
        monkeypatch.setattr(os, "fsync", flushed.append)
        files.write_atomic(tmp_path / "a", b"1", settle=False)
        files.write_atomic(tmp_path / "b", b"1", settle=False)
        assert len(flushed) == 2
        files.write_atomic(tmp_path / "c", b"1")
        assert len(flushed) == 4

    def test_a_link_stays_a_link(self, tmp_path: Path) -> None:
        """What it leads to is written."""
        (tmp_path / "a").write_bytes(b"1")
        (tmp_path / "b").symlink_to(tmp_path / "a")
        files.write_atomic(tmp_path / "b", b"2")
        assert (tmp_path / "b").is_symlink()
        assert (tmp_path / "a").read_bytes() == b"2"

    def test_keeps_the_file_mode(self, tmp_path: Path) -> None:
        """A file shared with a group stays shared."""
        path = tmp_path / "a.yml"
        path.write_bytes(b"old")
        path.chmod(0o664)
        files.write_atomic(path, b"new")

        assert path.stat().st_mode & 0o777 == 0o664

    @pytest.mark.parametrize("step", ["fsync", "replace"])
    def test_a_fault_leaves_the_old_file(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
    ) -> None:
        """A full disk at the flush or the rename: the old bytes, a clear error, no litter."""

        def fail(*args: object) -> None:
            raise OSError(28, "No space left on device")

        path = tmp_path / "a.yml"
        path.write_bytes(b"old")
        monkeypatch.setattr(*((os, "fsync") if step == "fsync" else (Path, "replace")), fail)

        with pytest.raises(ProjectError, match="no space left on device"):
            files.write_atomic(path, b"new")
        assert path.read_bytes() == b"old"
        assert list(tmp_path.iterdir()) == [path]

    def test_an_interrupt_leaves_no_litter(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Ctrl-C during the write: the old bytes, and no helper file."""

        def interrupt(handle: int) -> None:
            raise KeyboardInterrupt

        path = tmp_path / "a.yml"
        path.write_bytes(b"old")
        monkeypatch.setattr(os, "fsync", interrupt)

        with pytest.raises(KeyboardInterrupt):
            files.write_atomic(path, b"new")
        assert path.read_bytes() == b"old"
        assert list(tmp_path.iterdir()) == [path]

    def test_a_folder_in_its_place_is_an_error(self, tmp_path: Path) -> None:
        """A folder with the file's name is not replaced."""
        path = tmp_path / "a.yml"
        path.mkdir()

        with pytest.raises(ProjectError, match=r"a\.yml: could not be written"):
            files.write_atomic(path, b"new")
        assert path.is_dir()

    def test_a_read_only_file_stays(self, tmp_path: Path) -> None:
        """A rename could replace a read-only file; we don't."""
        path = tmp_path / "a.yml"
        path.write_bytes(b"old")
        path.chmod(0o444)

        with pytest.raises(ProjectError, match="it is write-protected"):
            files.write_atomic(path, b"new")
        assert path.read_bytes() == b"old"


class TestWriting:
    def test_one_writer_at_a_time(self, tmp_path: Path) -> None:
        """A second writer waits until the first is done."""
        order = []
        entered = threading.Event()

        def second() -> None:
            entered.wait()
            with files.writing(tmp_path):
                order.append("second")

        thread = threading.Thread(target=second)
        thread.start()
        with files.writing(tmp_path):
            entered.set()
            thread.join(timeout=0.2)
            order.append("first")
        thread.join()

        assert order == ["first", "second"]

    def test_no_place_for_the_lock_is_told(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A temporary folder that can't be written: one message, and the way out."""
        missing = tmp_path / "file"
        missing.write_bytes(b"")
        monkeypatch.setattr(tempfile, "gettempdir", lambda: str(missing))

        with pytest.raises(TimelineError, match="TMPDIR"), files.writing(tmp_path):
            pass

    def test_a_killed_writer_holds_nothing(self, tmp_path: Path) -> None:
        """The lock ends with its process."""
        code = (
            "import sys, os, pathlib; from timeline import files\n"
            "with files.writing(pathlib.Path(sys.argv[1])): os.kill(os.getpid(), 9)"
        )
        subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False)

        with files.writing(tmp_path):
            pass
        assert not list(tmp_path.iterdir())
