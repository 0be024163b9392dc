"""Bring an article into the folder of sources."""

from __future__ import annotations

import contextlib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from timeline.errors import ProjectError, SourceError, WhenError
from timeline.files import write_atomic, writing
from timeline.intake import also_at, known
from timeline.intake.article import Article, Original
from timeline.intake.body import CONTROLS, body, pages
from timeline.intake.copied import Copies, Copy
from timeline.model import AlsoAt, Document, Source
from timeline.readers import READERS, frontmatter, text
from timeline.readers.paragraphs import paragraphs

_LETTERS = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
_NONE: Mapping[str, str] = MappingProxyType({})
_LENGTH = 60  # characters of a name made from a title
_APOSTROPHES = re.compile("['’ʼ]")


@dataclass(frozen=True, slots=True)
class Added:
    """What was written: its path, what it was made of, and the document as it reads now.

    `already` if the same text stood there, and nothing was written. `copy` is the source that
    it is a copy of; then nothing was written either.
    """

    path: Path
    article: Article
    document: Document
    already: bool = False
    copy: Copy | None = None


def add(
    article: Article,
    original: Original,
    folder: Path,
    *,
    name: str | None = None,
    title: str | None = None,
    published: str | None = None,
    author: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    language: str | None = None,
    licence: str | None = None,
    publish: str | None = None,
    archived: str | None = None,
    kept: Mapping[str, Any] = _NONE,
    copies: Copies | None = None,
) -> Added:
    """Write `folder/<name>.md`: front matter with what was found and given, then the body.

    The name is `name`, else made from the title, else from the original's name; a day or a number
    goes behind it where another article has it, one with another address or day. What is given
    goes before what was found. Front matter the text has already is kept, and given facts
    replace its own. Text that isn't UTF-8 becomes it. The same text under that name, with no
    fact that differs, is left as it is (`already`). `kept` are facts that no person gave:
    `original` and `sha256` of an original that was kept, `also_at`. With `copies` a copy of a
    source that is there isn't written. Raises WhenError if `published` is no EDTF, SourceError
    for any other fact that can't be, ProjectError if the name is taken or can't be one; then
    nothing is written.
    """
    given = {
        "title": title,
        "published": published,
        "author": author,
        "publisher": publisher,
        "url": url,
        "language": language,
        "licence": licence,
        "publish": publish,
        "archived": archived,
    }
    facts = {
        key: frontmatter.check(key, value)
        for key, value in given.items()
        if value and value.strip()
    }
    if not folder.is_dir():
        hint = "`timeline init` makes a project"
        raise ProjectError("there is no such folder", where=folder, hint=hint)
    known_as = name_of(article, original, name=name, title=facts.get("title"))
    written = _written(article, original, {**facts, **kept})
    document = text.parse(written, name=known_as, path=original.path)
    names = [known_as] if name is not None else _names(known_as, document.source.published)
    with writing(folder):
        for known_as in names:
            target = folder / f"{known_as}.md"
            there = _same_text(target, written, facts)
            if there is not None:
                return Added(target, article, there, already=True)
            if not _is_of_another(target, document.source, written):
                break
        copy = copies.of(document) if copies else None
        if copy and copy.there and _has(copy.source, facts):
            there = replace(document, source=copy.source)
            return Added(copy.path, article, there, already=True)
        if copy:
            return Added(target, article, document, copy=copy)
        _refuse_taken(known_as, folder)
        write_atomic(target, written.encode("utf-8"))
    source = replace(document.source, name=known_as)
    return Added(target, article, replace(document, source=source))


def name_of(
    article: Article, original: Original, *, name: str | None = None, title: str | None = None
) -> str:
    """The source's name; ProjectError if `name` can't be one."""
    if name is not None:
        return _valid_name(name)
    return slug(title or article.title or original.stem)


def slug(title: str) -> str:
    """A file name from a title: lower case, letters and digits of any script, hyphens; not empty.

    Latin letters lose their accents; other scripts stay as they are.
    """
    letters = "".join(map(_bare, title.casefold().translate(_LETTERS)))
    words = re.findall(r"[^\W_]+", _APOSTROPHES.sub("", letters))
    name = ""
    for word in words:
        if name and len(name) + len(word) >= _LENGTH:
            break
        name = f"{name}-{word}" if name else word[:_LENGTH]
    return unicodedata.normalize("NFC", name) or "untitled"


def _bare(char: str) -> str:
    """An accented Latin letter without its accent; anything else as it is."""
    base = unicodedata.normalize("NFKD", char)
    return base[0] if base[0].isascii() and base[0].isalnum() else char


def _valid_name(name: str) -> str:
    name = unicodedata.normalize("NFC", name.strip().removesuffix(".md"))
    if not re.fullmatch(r"[\w][\w .,+()-]{0,99}", name) or name.endswith((".", " ")):
        raise ProjectError(
            f"{name!r:.60} can't be a source's name",
            hint="letters, digits and hyphens, such as --name minsk-talks",
        )
    return name


def _written(article: Article, original: Original, given: dict[str, Any]) -> str:
    """The source's whole text."""
    if article.content is not None:
        return _known_by(_with_facts(article.content, given, original), original)
    updated = article.updated[0] if article.updated else None
    comments = {
        key: found.basis
        for key, found in (("published", article.day), ("updated", updated))
        if found and key not in given
    }
    facts: dict[str, Any] = {**_found(article, original), **given}
    return frontmatter.write(facts, comments) + "\n" + body(article.blocks)


def _found(article: Article, original: Original) -> dict[str, str]:
    """The facts an article gives for itself, but those that can't be: no person gave them."""
    values = {
        "title": article.title or text.title_of((), original.stem),
        "published": article.day.value if article.day else None,
        "updated": article.updated[0].value if article.updated else None,
        "author": article.author,
        "publisher": article.publisher,
        "url": article.url or (None if article.key else original.url),  # a feed's isn't its entry's
        "archived": article.archived,
        "language": article.language,
        "retrieved": article.retrieved or original.retrieved,
        "pages": pages(article.blocks),
    }
    facts: dict[str, str] = {}
    for key, value in values.items():
        value = CONTROLS.sub("", value or "")
        if value.strip():
            with contextlib.suppress(SourceError, WhenError):
                facts[key] = frontmatter.check(key, value)
    return facts


def _with_facts(content: str, facts: dict[str, str], original: Original) -> str:
    """A text of record with the given facts in its front matter; the body as it came."""
    path = original.path
    came = {"url": original.url, "retrieved": original.retrieved} if original.url else {}
    fetched = {key: value for key, value in came.items() if value}
    parts = frontmatter.parts(content, path=path)
    if parts is None:
        title = facts.get("title") or text.title_of(paragraphs(content), original.stem)
        return frontmatter.write({**fetched, **facts, "title": title}) + "\n" + content
    opening, header, closing, rest = parts
    # Refused as it came, before anything is changed in it.
    own = frontmatter.parse(header, path=path)
    facts = {**{key: one for key, one in fetched.items() if key not in own}, **facts}
    return opening + frontmatter.update(header, facts) + closing + rest


def _known_by(written: str, original: Original) -> str:
    """A text of record with the addresses it was asked and found under, where it names another."""
    for address in filter(None, (original.url, original.asked)):
        source = text.parse(written, name=original.stem, path=original.path).source
        archived = source.archived and known.key(source.archived) == known.key(address)
        if not archived and not also_at.is_known(AlsoAt(address), source):
            with contextlib.suppress(SourceError):  # front matter that nothing can be added to
                written = also_at.with_place(written, AlsoAt(address), path=original.path)
    return written


def _same_text(target: Path, written: str, facts: dict[str, str]) -> Document | None:
    """The source at `target` if its body is the one to write and its facts are those given."""
    if target.is_symlink() or not target.is_file():
        return None
    try:
        content, _ = text.load(target)
        there = text.parse(content, name=target.stem, path=target)
    except SourceError:
        return None
    return there if _has(there.source, facts) and _body(content) == _body(written) else None


def _has(source: Source, facts: Mapping[str, str]) -> bool:
    return all(getattr(source, key) == value for key, value in facts.items())


def _body(content: str) -> str:
    found = frontmatter.parts(content)
    return (found[3] if found else content).strip()


def _names(name: str, published: str | None) -> Iterator[str]:
    """The name, and those that follow where it is another article's."""
    yield name
    day = published if published and re.fullmatch(r"[\d-]+", published) else None
    if day:
        yield f"{name}-{day}"
    yield from (f"{name}-{number}" for number in range(2, 1000))


def _is_of_another(target: Path, source: Source, written: str) -> bool:
    """Whether a source by this name is certainly another article: another address, or day."""
    try:
        if target.is_symlink() or not target.is_file():
            return False
        content, _ = text.load(target)
        there = text.parse(content, name=target.stem, path=target).source
    except SourceError:
        return False
    if _body(content) == _body(written):
        return False
    if there.url and source.url:
        return known.key(there.url) != known.key(source.url)
    return bool(there.published and source.published and there.published != source.published)


def _refuse_taken(name: str, folder: Path) -> None:
    """Names differ by more than case, because some systems can't tell case apart."""
    own = {f"{name}{suffix}".casefold() for suffix in (*READERS, ".events.yml")}
    taken = next((p.name for p in sorted(folder.iterdir()) if p.name.casefold() in own), None)
    if name.casefold() == "readme":
        taken = "README, which is never a source,"
    if taken:
        raise ProjectError(
            f"the name {name} is taken: there is {taken} already",
            where=folder,
            hint="another one with --name, or remove the old source and its event file",
        )
