"""A source against its original as it is now: what changed, and the new text with a person's facts.

The front matter stays as it is, but for what nobody wrote: the day of fetching, the pages, the
original's sha256, a last change that the program found. What else the original says now is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rapidfuzz import fuzz

from timeline import store
from timeline.errors import SourceError
from timeline.files import write_atomic, writing
from timeline.intake import articles, known, originals
from timeline.intake.article import Article, Original
from timeline.intake.body import body, pages
from timeline.intake.reworded import Reworded, compare
from timeline.model import Document, Source
from timeline.readers import frontmatter, text
from timeline.unchanged import digest

ALIKE = 50.0  # of 100: the text of another article is less like this one's
_TOLD = ("title", "author", "publisher", "published")  # facts that stay, and may differ

Fetch = Callable[[Path | str], Original]


@dataclass(frozen=True, slots=True)
class Renewal:
    """A source's file as it was read, and what it would be.

    `facts` would be written, each with its comment if it has one; `without` taken out.
    `stays` are (key, here, in the original) of facts that are left as they are. `kept` says
    that the original is kept, and another now. `edited` is what differs here from the original
    that was kept: a person's corrections, which the original's text would undo.
    """

    path: Path
    content: str
    before: Document
    original: Original
    rest: str
    changes: tuple[Reworded, ...]
    facts: dict[str, str] = field(default_factory=dict)
    comments: dict[str, str] = field(default_factory=dict)
    without: tuple[str, ...] = ()
    stays: tuple[tuple[str, str, str], ...] = ()
    kept: bool = False
    edited: tuple[Reworded, ...] = ()

    @property
    def is_new(self) -> bool:
        """Whether there is anything to write."""
        return bool(self.changes or self.facts or self.without or self.kept)


def has_original(source: Source, folder: Path) -> bool:
    """Whether the original is kept, or has an address."""
    return bool(source.url or originals.kept_at(source.original, folder))


def original_of(path: Path, fetch: Fetch) -> Original:
    """A source's original: fetched anew where it was fetched, else the kept file, else its url.

    Raises SourceError where there is none, or it can't be had.
    """
    content, _ = text.load(path)
    source = text.parse(content, name=path.stem, path=path).source
    kept = originals.kept_at(source.original, path.parent)
    if source.url and (source.retrieved or kept is None):
        return fetch(source.url)
    if kept is None:
        raise SourceError(
            "has no original: none was kept, and there is no url in its front matter",
            where=path,
            hint="name the file, as in `timeline add --again NAME --from FILE`",
        )
    return fetch(kept)


def renewal(path: Path, original: Original) -> Renewal:
    """What taking the original in again would change. Raises SourceError; writes nothing."""
    content, _ = text.load(path)
    before = text.parse(content, name=path.stem, path=path)
    article = _same(articles(original), before, original)
    parts = frontmatter.parts(content, path=path)
    header = parts[1] if parts else ""
    rest = _rest(article, "\n" if parts else "")
    after = text.parse(rest, name=path.stem, path=path)
    changes = compare([p.text for p in before.paragraphs], [p.text for p in after.paragraphs])
    facts, comments = _facts(header, before.source, article)
    now = pages(article.blocks)
    if now and now != before.source.pages:
        facts["pages"] = now
    kept = before.source.sha256 not in (None, digest(original.data))
    if original.retrieved and (changes or facts or kept):
        facts["retrieved"] = original.retrieved
    return Renewal(
        path,
        content,
        before,
        original,
        rest,
        changes,
        facts,
        comments,
        without=("pages",) if before.source.pages and not now else (),
        stays=tuple(_stays(header, path, article)),
        kept=kept,
        edited=_edited(before, path) if changes else (),
    )


def _edited(before: Document, path: Path) -> tuple[Reworded, ...]:
    """What was changed in the text since it was made of its kept original."""
    source = before.source
    kept = originals.kept_at(source.original, path.parent)
    if kept is None or originals.fault(source.original, source.sha256, path.parent):
        return ()
    try:
        first = Original.of(kept)
        rest = _rest(_same(articles(first), before, first), "")
    except SourceError:
        return ()
    made = text.parse(rest, name=path.stem, path=path)
    return compare([p.text for p in made.paragraphs], [p.text for p in before.paragraphs])


def write(one: Renewal) -> Document:
    """Write the source anew; the document as it reads now. Its events are `pipeline.update`'s.

    Nothing is written where the event file can't be read whole (EventFileError), or the source
    changed since it was read (SourceError). An original that was kept stays beside the new one.
    """
    with writing(one.path.parent):
        events = store.path_for(one.path)
        if events.exists():
            store.load(events)
        if text.load(one.path)[0] != one.content:
            raise SourceError("was changed in this moment", where=one.path, hint="run it again")
        facts, new = dict(one.facts), None
        if one.kept:
            kept, new = originals.keep(one.original, one.path.parent, one.path.stem)
            facts |= kept
        try:
            written = _composed(one, facts)
            document = text.parse(written, name=one.path.stem, path=one.path)
            write_atomic(one.path, written.encode("utf-8"))
        except BaseException:
            originals.drop(new)
            raise
    return document


def _composed(one: Renewal, facts: dict[str, str]) -> str:
    parts = frontmatter.parts(one.content, path=one.path)
    rest = one.rest if one.changes else (parts[3] if parts else one.content)
    if parts is None:
        return f"{frontmatter.write(facts, one.comments)}\n{rest}" if facts else rest
    opening, header, closing, _ = parts
    header = frontmatter.update(header, facts, one.comments, without=one.without)
    return opening + header + closing + rest


def _rest(article: Article, between: str) -> str:
    """What stands below the front matter."""
    if article.content is None:
        return between + body(article.blocks)
    parts = frontmatter.parts(article.content)
    return parts[3] if parts else between + article.content


def _facts(header: str, source: Source, article: Article) -> tuple[dict[str, str], dict[str, str]]:
    """What is written of the original's facts: a missing day, and the program's own last change."""
    facts: dict[str, str] = {}
    comments: dict[str, str] = {}
    updated = article.updated[0] if article.updated else None
    for key, here, found in (
        ("published", source.published, article.day),
        ("updated", source.updated, updated),
    ):
        own = here is None or (key == "updated" and _is_commented(header, key))
        if found and own and found.value != here:
            facts[key], comments[key] = found.value, found.basis
    return facts, comments


def _is_commented(header: str, key: str) -> bool:
    """Whether the line has the program's word on where the day was found."""
    return any(line.startswith(f"{key}:") and "  # from" in line for line in header.splitlines())


def _stays(header: str, path: Path, article: Article) -> Iterator[tuple[str, str, str]]:
    own = frontmatter.parse(header, path=path)
    day = article.day
    for key in _TOLD:
        now = (day.value if day else None) if key == "published" else getattr(article, key)
        if key in own and now and " ".join(now.split()) != own[key]:
            basis = f" ({day.basis})" if day and key == "published" else ""
            yield key, own[key], f"{now}{basis}"


def _same(found: Sequence[Article], before: Document, original: Original) -> Article:
    """The article of an original that a source is of: by address, by title, by its words."""
    if len(found) == 1:
        return found[0]
    source = before.source
    for article in found:
        if source.url and article.url and known.key(article.url) == known.key(source.url):
            return article
    named = [article for article in found if article.title == source.title]
    if len(named) == 1:
        return named[0]
    words = "\n".join(p.text for p in before.paragraphs)
    scored = [(fuzz.ratio(words, "\n".join(b.text for b in one.blocks)), one) for one in found]
    score, best = max(scored, key=lambda pair: pair[0])
    if score < ALIKE:
        raise SourceError(
            f"none of the {len(found)} articles in it is {source.name}",
            where=original.where,
            hint="name the right file with --from",
        )
    return best
