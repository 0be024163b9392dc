"""Originals kept beside the text: `sources/originals/<name>.<suffix>`, with their SHA-256."""

from __future__ import annotations

from pathlib import Path

from timeline.errors import SourceError
from timeline.files import inside, write_atomic
from timeline.intake import kind_of
from timeline.intake.article import LIMIT, Original
from timeline.unchanged import digest

FOLDER = "originals"
_SUFFIXES = {
    "text": ".txt",
    "html": ".html",
    "mhtml": ".mhtml",
    "pdf": ".pdf",
    "word": ".docx",
    "opendocument": ".odt",
    "epub": ".epub",
    "mail": ".eml",
    "feed": ".xml",
    "warc": ".warc",
}


def keep(original: Original, folder: Path, name: str) -> tuple[dict[str, str], Path | None]:
    """Put the bytes under `folder/originals/`; the facts `original` and `sha256`, and the file.

    No file there is ever replaced: the same bytes are left, others get a name of their own. The
    file is None where it was there before. Raises ProjectError where it can't be written.
    """
    known = digest(original.data)
    suffix = original.suffix or _SUFFIXES.get(kind_of(original) or "", "")
    if original.url and original.suffix not in _SUFFIXES.values():  # ".php", ".aspx"
        suffix = _SUFFIXES.get(kind_of(original) or "", suffix)
    place = folder / FOLDER
    for stem in (name, f"{name}-{known[:8]}"):
        path = place / f"{stem}{suffix}"
        if not (path.exists() or path.is_symlink()):
            place.mkdir(exist_ok=True)
            write_atomic(path, original.data)
            return _facts(path, known), path
        if _digest_of(path) == known:
            return _facts(path, known), None
    raise SourceError(
        "can't be kept: another file has its name",
        where=place / f"{name}{suffix}",
        hint="rename that file, and the `original` of its source",
    )


def drop(path: Path | None) -> None:
    """Take back what `keep` wrote, where no source came of it."""
    if path is not None:
        path.unlink(missing_ok=True)


def kept_at(original: str | None, folder: Path) -> Path | None:
    """The file that a front matter's `original` names in `folder`; None where it is no such."""
    if not original or "://" in original:
        return None
    path = folder / original
    try:
        return path if path.is_file() and inside(path, folder) else None
    except (OSError, ValueError):
        return None


def fault(original: str | None, sha256: str | None, folder: Path) -> tuple[str, str, bool] | None:
    """(what, what to try, whether only a warning) is wrong with a kept original; else None."""
    if sha256 is None:
        return None
    path = kept_at(original, folder)
    if path is None:
        what = f"its original is not there: {original or 'no file is named'}"
        hint = "bring the file back, or take original: and sha256: out"
        return what, hint, True
    if _digest_of(path) == sha256:
        return None
    what = f"its original, {original}, is no longer the file that was kept (sha256 differs)"
    hint = "bring the kept file back, or take the new one in with `timeline add --again`"
    return what, hint, False


def _digest_of(path: Path) -> str:
    try:
        return digest(path.read_bytes()) if path.stat().st_size <= LIMIT else ""
    except OSError:
        return ""


def _facts(path: Path, known: str) -> dict[str, str]:
    return {"original": f"{FOLDER}/{path.name}", "sha256": known}
