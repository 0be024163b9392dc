"""What a run remembers of each source, so that the next one can leave it out.

A source is left out where its bytes, the bytes of its event file and the program (its code, the
libraries and models it reads with) are those of a run that had nothing more to do. It is a
cache: what isn't there, or can't be read, costs a second look and changes nothing.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from timeline import files, project, store
from timeline.errors import TimelineError
from timeline.events.parser import model_versions

FOLDER = Path(".cache", "timeline")
_NOT_READ_WITH = ("site", "__pycache__")  # parts of the package that extraction never runs
_LIBRARIES = (
    *("dateparser", "py3langid", "rapidfuzz", "charset-normalizer", "ruamel.yaml"),
    *("PyYAML", "pydantic", "spacy", "thinc", "numpy"),
)


@dataclass(frozen=True, slots=True)
class Seen:
    """A source with nothing more to do: SHA-256 of its bytes and of its event file's text.

    `events` and `undated` are the sums that a report gives of it.
    """

    source: str
    written: str
    events: int
    undated: int


class Memory:
    """What is remembered of the sources of any folders; `program` says with what they were read.

    One small file a project, in `.cache/timeline/` of its root, which git is told to ignore.
    """

    def __init__(self, program: str | None = None) -> None:
        self._program = program_stamp() if program is None else program
        self._homes: dict[Path, tuple[Path, str]] = {}
        self._known: dict[Path, dict[str, Seen]] = {}
        self._new: set[Path] = set()

    def recall(self, path: Path) -> Seen | None:
        """What is known of a source that is still as it was, its event file too; else None."""
        home, folder = self._home(path.parent)
        seen = self._of(home).get(f"{folder}{path.name}")
        if seen is None:
            return None
        try:
            same = seen.source == digest(path.read_bytes()) and seen.written == digest(
                store.read_text(store.path_for(path)).encode()
            )
        except (OSError, TimelineError):
            return None
        return seen if same else None

    def note(self, path: Path, seen: Seen) -> None:
        """Remember a source that has just been done."""
        home, folder = self._home(path.parent)
        self._of(home)[f"{folder}{path.name}"] = seen
        self._new.add(home)

    def save(self) -> None:
        """Write down what was noted. A folder that can't be written to remembers nothing."""
        for home in self._new:
            sources = {name: _row(seen) for name, seen in sorted(self._known[home].items())}
            text = json.dumps({"program": self._program, "sources": sources}, indent=0)
            try:
                home.mkdir(parents=True, exist_ok=True)
                (home / ".gitignore").write_text("*\n", "utf-8")
                files.write_atomic(home / "extracted.json", text.encode())
            except (OSError, TimelineError):
                continue
        self._new.clear()

    def _home(self, folder: Path) -> tuple[Path, str]:
        if folder not in self._homes:
            self._homes[folder] = _home(folder.resolve())
        return self._homes[folder]

    def _of(self, home: Path) -> dict[str, Seen]:
        if home not in self._known:
            self._known[home] = _read(home / "extracted.json", self._program)
        return self._known[home]


def digest(data: bytes) -> str:
    """SHA-256, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


@cache
def program_stamp(package: Path = Path(__file__).parent) -> str:
    """Fingerprint of all that extraction reads with: code, rules, libraries, models, Python.

    Taken of the files themselves: between two releases the version number says too little.
    """
    parts = hashlib.sha256(f"{sys.version} {_versions()} {model_versions()}".encode())
    for file in sorted(package.rglob("*.*")):
        place = file.relative_to(package)
        if not set(place.parts) & {*_NOT_READ_WITH} and file.is_file():
            parts.update(f"\n{place.as_posix()} {digest(file.read_bytes())}".encode())
    return parts.hexdigest()


def _versions() -> list[str]:
    found = []
    for name in _LIBRARIES:
        try:
            found.append(f"{name} {importlib.metadata.version(name)}")
        except importlib.metadata.PackageNotFoundError:
            found.append(f"{name} none")
    return found


def _home(folder: Path) -> tuple[Path, str]:
    """Where a folder of sources is remembered, and what stands before its sources' names."""
    try:
        root = project.find(folder).root
    except TimelineError:
        root = folder
    inside = folder.relative_to(root).as_posix()
    return root / FOLDER, "" if inside == "." else f"{inside}/"


def _read(path: Path, program: str) -> dict[str, Seen]:
    """What stands in a memory file, nothing where another program wrote it or it is broken."""
    try:
        data: Any = json.loads(path.read_bytes())
        if data["program"] != program:
            return {}
        return {name: _seen(row) for name, row in data["sources"].items()}
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return {}


def _row(seen: Seen) -> list[str | int]:
    return [seen.source, seen.written, seen.events, seen.undated]


def _seen(row: list[Any]) -> Seen:
    source, written, events, undated = row
    return Seen(str(source), str(written), int(events), int(undated))
