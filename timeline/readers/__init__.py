"""Files -> documents. One format a module; a new one is one module and a line in READERS."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from timeline.errors import SourceError
from timeline.model import Document
from timeline.readers import text
from timeline.readers.decode import decode

__all__ = ["READERS", "decode", "is_source", "is_source_name", "read", "sources_in"]

_LONGEST = 255  # characters of a path that any system takes
READERS: Mapping[str, Callable[[Path], Document]] = MappingProxyType(
    {".md": text.read, ".markdown": text.read, ".txt": text.read}
)


def is_source_name(text: str) -> bool:
    """Whether words are the name of a source file, and no text that happens to end like one."""
    named = Path(text).suffix.lower() in READERS
    return named and (" " not in text or (len(text) < _LONGEST and Path(text).exists()))


def read(path: Path) -> Document:
    """The document in a file, by its suffix. Raises SourceError (path, line, what, what to try)."""
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise SourceError(
            f"can't be read: no reader for {path.suffix or 'a file without suffix'}",
            where=path,
            hint=f"save it as plain text; the suffixes read are {', '.join(READERS)}",
        )
    return reader(path)


def sources_in(folder: Path) -> list[Path]:
    """The readable sources that lie in a folder itself, by name.

    Dotfiles, README and everything without a reader (event files) are left out. Raises
    SourceError for a link that leads out of the folder, and for two sources of one name.
    """
    try:
        paths = sorted(folder.iterdir())
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        hint = "`timeline init` makes a project"
        raise SourceError(f"can't be listed: {reason}", where=folder, hint=hint) from None
    found: dict[str, Path] = {}
    for path in filter(is_source, paths):
        if path.is_dir():
            continue
        _refuse_link_out(path, folder)
        if path.stem in found:
            raise SourceError(
                f"has the name of another source, {found[path.stem].name}",
                where=path,
                hint="rename one of them; its event file needs the same name",
            )
        found[path.stem] = path
    return list(found.values())


def is_source(path: Path) -> bool:
    """Whether a file of this name is a source; the file need not be there."""
    named = not path.name.startswith(".") and path.stem.lower() != "readme"
    return named and path.suffix.lower() in READERS


def _refuse_link_out(path: Path, folder: Path) -> None:
    if path.is_symlink() and not path.resolve().is_relative_to(folder.resolve()):
        raise SourceError(
            f"is a link that leads out of {folder.name}/, to {path.resolve()}",
            where=path,
            hint="put a copy of the file here (`timeline add` does)",
        )
