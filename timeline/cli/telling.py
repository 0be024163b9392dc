"""What `timeline add` says of the sources that came."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.cli import asking, copied
from timeline.console import count, err, inert, out, short

if TYPE_CHECKING:
    from timeline.cli.arrivals import Arrival, Coming
    from timeline.intake import Article
    from timeline.intake.add import Added
    from timeline.intake.article import DateFound

UNDATED = (
    "“Friday” or “last week” in it will need a date from you.\n"
    "To give one, add a line such as published: 2015-09-25 between its --- lines."
)


def tell_one(added: Added) -> None:
    """A source with its facts, where its day was found, and what is in doubt."""
    paragraphs = count(len(added.document.paragraphs), "paragraph")
    what = "is there already, with this text" if added.already else paragraphs
    out.print(f"{inert(short(added.path))}: {what}")
    source, article = added.document.source, added.article
    facts = (
        ("title", source.title),
        ("author", source.author),
        ("publisher", source.publisher),
        ("published", dated(added)),
        *(
            ("or" if source.published else "maybe", f"{one.value} ({one.basis})")
            for one in _others(added)
        ),
        ("updated", source.updated),
        ("language", source.language),
        ("original", source.original if source.sha256 else None),
    )
    for name, value in facts:
        if value:
            out.print(inert(f"  {name:<10} {value}"))
    if added.already:
        return
    if article.encoding not in ("utf-8", "ascii") and article.content is not None:
        out.print(f"It was {article.encoding} and is UTF-8 now; look over its accents and quotes.")
    _warn(article, "")
    if source.published is None:
        out.print(f"It has no publication date: {UNDATED}")


def dated(added: Added) -> str | None:
    """The day of publication and where it was found; None without a day."""
    published = added.document.source.published
    basis = next((one.basis for one in added.article.published if one.value == published), None)
    return f"{published} ({basis})" if published and basis else published


def _others(added: Added) -> tuple[DateFound, ...]:
    """What the day might be as well."""
    published = added.document.source.published
    return tuple(one for one in added.article.published if one.value != published)


def _warn(article: Article, indent: str) -> None:
    for doubt in article.doubts:
        err.print(inert(f"{indent}Warning: {doubt}"))


def report(
    coming: Coming,
    done: Sequence[Arrival],
    left_out: Sequence[Path],
    *,
    of: int,
    copies: bool = True,
) -> None:
    """A line for each new source and each copy, the failures with their reasons, and a sum."""
    new = [added for one in done for added in one.added if not (added.already or added.copy)]
    for added in new:
        tell_of_many(added)
    if copies:
        copied.tell_all([(one.place, a, coming.notes(a)) for one in done for a in one.copies])
    failed = [error for one in done for error in one.failed]
    for error in failed:
        err.print(inert(str(error)))
    if len(done) < of:
        out.print(f"Stopped after {len(done)} of {count(of, 'file')}.")
    there = sum(bool(one.there) + sum(added.already for added in one.added) for one in done)
    number = sum(len(one.copies) for one in done)
    same = f"{number} {'copy' if number == 1 else 'copies'} of sources, " if number else ""
    out.print(f"{len(new)} added, {there} there already, {same}{len(failed)} failed.")
    if left_out:
        kinds = Counter(path.suffix.lower() or "no suffix" for path in left_out)
        named = ", ".join(f"{number} {kind}" for kind, number in sorted(kinds.items()))
        out.print(f"{count(len(left_out), 'file')} left out, no reader: {inert(named)}")
    undated = [added for added in new if added.document.source.published is None]
    unsure = sum(map(asking.needs_date, new)) - len(undated)
    if unsure:
        out.print(f"{unsure} with a day that is a guess or in doubt: look at published in them.")
    if undated:
        out.print(f"{len(undated)} without a publication date: {UNDATED.replace(' in it', '')}")


def tell_of_many(added: Added) -> None:
    """A source on one line, and its doubts below."""
    encoding = added.article.encoding
    odd = encoding not in ("utf-8", "ascii") and added.article.content is not None
    parts = [
        count(len(added.document.paragraphs), "paragraph"),
        *([f"published {day}"] if (day := dated(added)) else []),
        *([f"was {encoding}"] if odd else []),
    ]
    out.print(f"{inert(short(added.path))}: {inert(', '.join(parts))}")
    _warn(added.article, "  ")
