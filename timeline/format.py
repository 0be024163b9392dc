"""`timeline fmt`: event files in their one canonical form."""

from __future__ import annotations

from pathlib import Path

from timeline import files, store


def format_file(path: Path, *, write: bool = True) -> bool:
    """Bring an event file into canonical form; returns whether it was not.

    Raises EventFileError for a file that can't be read whole; it is left alone then.
    """
    with files.writing(path.parent):
        file = store.load(path)
        text = store.formatted(file)
        if path.read_bytes() == text.encode():
            return False
        if write:
            store.write(path, text, file.record, stored=file)
        return True
