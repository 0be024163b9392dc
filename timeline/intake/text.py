"""Markdown and plain text. The body stays byte for byte; only its encoding may change."""

from __future__ import annotations

from timeline.errors import SourceError
from timeline.intake.article import Article, Original
from timeline.readers.decode import decode
from timeline.readers.text import LIMIT


def read(original: Original) -> tuple[Article, ...]:
    """The one article. SourceError where it is empty, too long, or no text."""
    size = len(original.data)
    if size > LIMIT:
        raise SourceError(
            f"is too large: {size / 1e6:.0f} MB, and the limit is {LIMIT / 1e6:.0f} MB",
            where=original.where,
            hint="split it into one file an article",
        )
    content, encoding = decode(original.data, where=original.path)
    if not content.strip():
        hint = "put the article's text in, or remove it"
        raise SourceError("is empty", where=original.where, hint=hint)
    return (Article(content=content, encoding=encoding),)
