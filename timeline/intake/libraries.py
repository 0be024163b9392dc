"""The error where a format's library isn't there."""

from __future__ import annotations

from timeline.errors import SourceError
from timeline.intake.article import Original


def missing(original: Original, what: str) -> SourceError:
    """`what` is the format with its article: "a PDF"."""
    return SourceError(
        f"can't be read: the libraries for {what} are not installed",
        where=original.where,
        hint="pip install 'cited-timeline[documents]'",
    )
