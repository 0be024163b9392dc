"""The error where a format's library isn't there."""

from __future__ import annotations

from pathlib import Path

from timeline.errors import SourceError
from timeline.intake.article import Original


def missing(original: Original, what: str) -> SourceError:
    """`what` is the format with its article: "a PDF"."""
    return _error(what, "documents", original.where)


def missing_for_web(where: Path | str | None = None) -> SourceError:
    """For a page, a fetched one too; without `where` the reader of originals fills it in."""
    return _error("a web page", "web", where)


def _error(what: str, extra: str, where: Path | str | None) -> SourceError:
    return SourceError(
        f"can't be read: the libraries for {what} are not installed",
        where=where,
        hint=f"pip install 'cited-timeline[{extra}]'",
    )
