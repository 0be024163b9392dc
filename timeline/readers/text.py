"""Markdown and plain text -> Document. Both are text of record; markup stays in it as text."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from timeline.errors import SourceError
from timeline.model import Document, Paragraph, Publish, Source
from timeline.readers import frontmatter
from timeline.readers.decode import decode
from timeline.readers.paragraphs import heading_text, paragraphs

LIMIT = 20_000_000  # bytes; some 3 million words
_LETTERS = re.compile(r"[^\W\d_]")
_ENOUGH = 100  # letters below which a language is guessed no better than "en"
_SAMPLE = 3000  # characters that are looked at
_FIRST_LOOK = 600  # of them first; the rest only where these leave a doubt
_SURE = 100.0  # how far (log of the odds) the first language is before the next one then
# Languages with a daily press. The classifier knows others too close to one of them to be told
# apart in a short text: Nigerian Pidgin for English, Bikol for Tagalog.
PRINTED = frozenset(
    "af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id is"
    " it ja ka kk km kn ko ky lo lt lv mk ml mn mr ms mt my ne nl no pa pl ps pt ro ru si sk sl so"
    " sq sr sv sw ta te th tl tr uk ur uz vi zh zu".split()
)


def read(path: Path) -> Document:
    """The document in a Markdown or text file; SourceError if it can't be had."""
    text, _ = load(path)
    return parse(text, name=path.stem, path=path)


def load(path: Path) -> tuple[str, str]:
    """A file's text and encoding. SourceError if it is missing, empty, too large or no text."""
    try:
        if not path.is_file():
            what = "is no file" if path.exists() else "there is no such file"
            raise SourceError(what, where=path, hint="a text or Markdown file")
        size = path.stat().st_size
        if size > LIMIT:
            raise SourceError(
                f"is too large: {size / 1e6:.0f} MB, and the limit is {LIMIT / 1e6:.0f} MB",
                where=path,
                hint="split it into one file an article",
            )
        data = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise SourceError(
            f"can't be read: {reason}", where=path, hint="check that you may read it"
        ) from None
    text, encoding = decode(data, where=path)
    if not text.strip():
        raise SourceError("is empty", where=path, hint="put the article's text in, or remove it")
    return text, encoding


def parse(text: str, *, name: str, path: Path | None = None) -> Document:
    """The document in this text, under this name; `path` is for error messages alone."""
    parts = frontmatter.parts(text, path=path)
    facts = frontmatter.parse(parts[1], path=path) if parts else {}
    found = paragraphs(parts[3] if parts else text)
    title = facts.pop("title", None) or title_of(found, name)
    language = facts.pop("language", None) or language_of(found)
    publish = cast("Publish", facts.pop("publish", "cited"))
    rest: dict[str, Any] = facts
    return Document(Source(name, title, language=language, publish=publish, **rest), found)


def title_of(found: tuple[Paragraph, ...], name: str) -> str:
    """The first heading, else the file's name made readable."""
    headings = (heading_text(paragraph) for paragraph in found if paragraph.heading)
    readable = " ".join(re.split(r"[-_\s]+", name)).strip() or name
    return next(filter(None, headings), readable[:1].upper() + readable[1:])


def language_of(found: tuple[Paragraph, ...]) -> str:
    """The language's two-letter code, from the first prose; "en" where there is too little."""
    prose = " ".join(p.text for p in found[:50] if not (p.boilerplate or p.heading))[:_SAMPLE]
    return _classify(prose) if len(_LETTERS.findall(prose)) >= _ENOUGH else "en"


@lru_cache(maxsize=256)
def _classify(prose: str) -> str:
    import py3langid  # half a second and 30 MB, for sources that name no language

    first, second, *_ = py3langid.rank(prose[:_FIRST_LOOK])
    if first[0] in PRINTED and first[1] - second[1] > _SURE:
        return str(first[0])
    ranked = (str(code) for code, _ in py3langid.rank(prose))
    return next((code for code in ranked if code in PRINTED), "en")
