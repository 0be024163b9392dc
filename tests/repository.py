"""A real repository in a temporary folder, with people who commit at known times."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

PLAIN = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "GIT_EDITOR": "true"}


@dataclass(frozen=True)
class Repository:
    """A clone's folder. `git` runs a command in it; nobody's own configuration counts."""

    folder: Path

    def git(self, *words: str, fine: bool = True, **env: str) -> str:
        done = subprocess.run(
            ["git", *words],
            cwd=self.folder,
            env={**os.environ, **PLAIN, **env},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0 or not fine, done.stderr
        return done.stdout + done.stderr

    def commit(self, said: str, *, who: str = "Anna Lind", when: str = "2026-10-03T23:30") -> None:
        """Commit everything, as this person at this local time two hours east of Greenwich."""
        self.git("add", "--all")
        time = f"{when}:00+0200"
        env = {f"GIT_{role}_NAME": who for role in ("AUTHOR", "COMMITTER")}
        env |= {f"GIT_{role}_EMAIL": "a@example.org" for role in ("AUTHOR", "COMMITTER")}
        env |= {f"GIT_{role}_DATE": time for role in ("AUTHOR", "COMMITTER")}
        self.git("commit", "--quiet", "-m", said, **env)

    def read(self, name: str) -> str:
        return (self.folder / name).read_text("utf-8")

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    def change(self, name: str, old: str, new: str) -> None:
        text = self.read(name)
        assert old in text
        self.write(name, text.replace(old, new, 1))


def begin(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """An empty repository, which is also the working folder; git in tests obeys no one else."""
    for name, value in PLAIN.items():
        monkeypatch.setenv(name, value)
    folder.mkdir(parents=True, exist_ok=True)
    monkeypatch.chdir(folder)
    repository = Repository(folder)
    repository.git("init", "--quiet", "-b", "main")
    repository.git("config", "user.name", "Anna Lind")
    repository.git("config", "user.email", "a@example.org")
    return repository
