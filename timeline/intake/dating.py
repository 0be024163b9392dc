"""The day of a source: whether a person should look at it, what it may be, and setting it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from timeline.errors import SourceError
from timeline.files import write_atomic, writing
from timeline.intake import doubts
from timeline.intake.article import Article, DateFound
from timeline.model import Document
from timeline.readers import frontmatter, text


def choices(article: Article) -> tuple[DateFound, ...]:
    """The days of publication that an article may have, the best first, each once.

    Where it has none, its last change is at least a day that it was there.
    """
    found: dict[str, DateFound] = {}
    for one in article.published or article.updated:
        found.setdefault(one.value, one)
    return tuple(found.values())


def is_doubtful(article: Article) -> bool:
    """Whether the day is a guess, or page, address and text disagree about it."""
    if article.day is None or not article.day.sure:
        return True
    return bool(doubts.with_doubts(replace(article, doubts=())).doubts)


def set_published(path: Path, value: str, basis: str = "") -> Document:
    """Give a source its day, EDTF text, with `basis` as comment; the document as it reads now.

    Raises WhenError for what is no EDTF; then nothing is written.
    """
    value = frontmatter.check("published", value)
    with writing(path.parent):
        content, _ = text.load(path)
        parts = frontmatter.parts(content, path=path)
        if parts is None:
            raise SourceError("has no front matter", where=path, hint="published: 2015-09-25")
        opening, header, closing, rest = parts
        header = frontmatter.update(header, {"published": value}, {"published": basis})
        written = opening + header + closing + rest
        document = text.parse(written, name=path.stem, path=path)
        write_atomic(path, written.encode("utf-8"))
    return document
