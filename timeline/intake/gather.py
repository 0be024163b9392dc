"""What the words typed name: an address, a file, or a folder with everything that can be read."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from timeline.errors import SourceError
from timeline.intake import is_readable_name
from timeline.intake.known import key

_EVENTS = (".events.yml", ".events.yaml")


@dataclass(frozen=True, slots=True)
class Gathered:
    """Files (Path) and addresses (str) as they were named, each once; files without a reader."""

    files: tuple[Path | str, ...]
    left_out: tuple[Path, ...]


def is_address(word: str) -> bool:
    """Whether a word is a web address and no path."""
    return word.lower().startswith(("http://", "https://"))


def gather(paths: Iterable[Path | str], *, but: Path | None = None) -> Gathered:
    """What to add; folders are walked by name, links to folders are not followed.

    Addresses (str) stay as they are. Dotfiles, README, event files and everything in the folder
    `but` are passed over in folders. A named file is taken whatever it is, and may be missing:
    whoever reads it says so. Raises SourceError where a folder can't be listed.
    """
    files: dict[Path | str, Path | str] = {}
    left_out: dict[Path, Path] = {}
    for path in paths:
        if isinstance(path, str):
            files.setdefault(key(path), path)
            continue
        if not path.is_dir():
            files.setdefault(path.absolute(), path)
            continue
        for found in _walk(path, but=but.resolve() if but else None):
            readable = is_readable_name(found.name)
            if readable:
                files.setdefault(found.absolute(), found)
            else:
                left_out.setdefault(found.absolute(), found)
    return Gathered(tuple(files.values()), tuple(left_out.values()))


def _walk(folder: Path, *, but: Path | None) -> Iterable[Path]:
    for top, folders, names in os.walk(folder, onerror=_refuse):
        here = Path(top)
        if here.resolve() == but:
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (here / name for name in sorted(names) if _counts(name))


def _counts(name: str) -> bool:
    plain = not name.startswith(".") and Path(name).stem.lower() != "readme"
    return plain and not name.lower().endswith(_EVENTS)


def _refuse(error: OSError) -> None:
    reason = (error.strerror or str(error)).lower()
    where = Path(error.filename) if error.filename else None
    raise SourceError(f"can't be listed: {reason}", where=where, hint="check that you may read it")
