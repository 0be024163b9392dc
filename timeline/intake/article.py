"""What comes in and what is found in it: frozen values, no I/O but reading a named file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from timeline.errors import SourceError

LIMIT = 50_000_000  # bytes of an original; a longer one is no article
Role = Literal["text", "heading", "item", "quote", "row", "caption"]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph to be. `text` has no markup and no line breaks; `page` counts from 1.

    `level` is a heading's, 1 to 6. An item of a list and a row of a table are blocks of their
    own, since each may tell an event.
    """

    text: str
    role: Role = "text"
    level: int = 2
    page: int | None = None


@dataclass(frozen=True, slots=True)
class DateFound:
    """A day that an original gives for itself: EDTF text, and where it stands in words.

    `basis` follows "published: 2015-09-25  # ", as in "from JSON-LD" or "guessed from the
    address". `sure` is false for a guess, which a person is asked about. One that is only
    `offered` is too weak to be taken without that person: a day of the text may be an event's, a
    file is made whenever.
    """

    value: str
    basis: str
    sure: bool = True
    offered: bool = False


@dataclass(frozen=True, slots=True)
class Article:
    """One article of an original. An original may hold several: a feed, an archive.

    `content` is a text file's whole text, front matter and all, whose body stays byte for byte;
    every other format gives `blocks`. `published` and `updated` are the best first; the first
    is taken, the others are what it might be as well. `doubts` are sentences for the person who
    adds it. `key` tells the articles of one original apart ("" where there is one). `retrieved`
    is an archive's own day of fetching, where it has one.
    """

    content: str | None = None
    encoding: str = "utf-8"
    blocks: tuple[Block, ...] = ()
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    url: str | None = None
    archived: str | None = None
    language: str | None = None
    published: tuple[DateFound, ...] = ()
    updated: tuple[DateFound, ...] = ()
    doubts: tuple[str, ...] = ()
    key: str = ""
    retrieved: str | None = None

    @property
    def day(self) -> DateFound | None:
        """The day of publication to take; None where there is none but what is only offered."""
        return next((one for one in self.published if not one.offered), None)


@dataclass(frozen=True, slots=True)
class Original:
    """Bytes as they came, and what is known without reading them.

    `name` is a file's name or the last part of an address. `url` is where the bytes were
    fetched, after redirects, and `asked` the address that led there; `media_type` and `charset`
    are what the server said. `retrieved` is the day of fetching, as EDTF.
    """

    data: bytes
    name: str
    path: Path | None = None
    url: str | None = None
    media_type: str | None = None
    charset: str | None = None
    retrieved: str | None = None
    asked: str | None = None

    @property
    def where(self) -> Path | str:
        """The place for error messages."""
        return self.path or self.url or self.name

    @property
    def suffix(self) -> str:
        """The name's, in lower case, with its dot; empty where it has none."""
        return Path(self.name).suffix.lower()

    @property
    def stem(self) -> str:
        """The name without its suffix."""
        return Path(self.name).stem

    @classmethod
    def of(cls, path: Path, *, limit: int = LIMIT) -> Original:
        """A file's bytes. Raises SourceError if it is missing, no file, or above `limit` bytes."""
        try:
            if not path.is_file():
                what = "is no file" if path.exists() else "there is no such file"
                raise SourceError(what, where=path, hint="a file, a folder or a web address")
            size = path.stat().st_size
            if size > limit:
                raise SourceError(
                    f"is too large: {size / 1e6:.0f} MB, and the limit is {limit / 1e6:.0f} MB",
                    where=path,
                    hint="split it into one file an article",
                )
            return cls(path.read_bytes(), path.name, path)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise SourceError(
                f"can't be read: {reason}", where=path, hint="check that you may read it"
            ) from None
