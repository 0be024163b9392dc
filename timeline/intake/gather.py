"""What the words typed name: an address, a file, or a folder with everything that can be read."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from timeline.errors import SourceError
from timeline.intake import is_readable_name
from timeline.intake.known import key

_BESIDE = re.compile(  # talks.html and talks_files/, in the browser's language
    r"(.+)(?:[_.-]files?|[_-]Dateien|[_-]fichiers|_archivos|_arquivos|_bestanden|[_-]filer"
    r"|_soubory|_pliki|_elemei|_dosyalar|_tiedostot|_файлы|-файлы|_файли)"
)
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

    Addresses (str) stay as they are. Dotfiles, README, event files, what a browser saved beside
    a page, and everything in the folder `but` are passed over in folders. A named file is taken
    whatever it is, and may be missing: whoever reads it says so. Raises SourceError where a
    folder can't be listed.
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
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and not _is_of_page(name, names)
        )
        yield from (here / name for name in sorted(names) if _counts(name))


def _is_of_page(folder: str, names: Sequence[str]) -> bool:
    """Whether a browser put a saved page's pictures and frames there."""
    found = _BESIDE.fullmatch(folder)
    if found is None:
        return False
    return any(f"{found[1]}{end}" in names for end in (".html", ".htm", ".xhtml"))


def _counts(name: str) -> bool:
    plain = not name.startswith(".") and Path(name).stem.lower() != "readme"
    return plain and not name.lower().endswith(_EVENTS)


def _refuse(error: OSError) -> None:
    reason = (error.strerror or str(error)).lower()
    where = Path(error.filename) if error.filename else None
    raise SourceError(f"can't be listed: {reason}", where=where, hint="check that you may read it")
