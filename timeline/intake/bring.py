"""One original in, its sources out: what the command and the review page both do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from timeline.errors import TimelineError, UsageError
from timeline.intake import add as adding
from timeline.intake import articles, known, originals
from timeline.intake.add import Added
from timeline.intake.article import Article, Original
from timeline.intake.copied import Copies
from timeline.model import AlsoAt

OF_ONE = ("title", "url", "archived", "name")  # facts that no two articles share
_NONE: Mapping[str, str | None] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of one original: its sources, in its order, and the articles that failed."""

    added: tuple[Added, ...] = ()
    failed: tuple[TimelineError, ...] = ()


def bring(
    original: Original,
    folder: Path,
    facts: Mapping[str, str | None] = _NONE,
    *,
    keep_original: bool = False,
    each: Callable[[Article], Article | None] | None = None,
    copies: Copies | None = None,
) -> Brought:
    """Read an original and write a source for each article in it, with these given facts.

    `facts` are those of `add`. `each` sees every article before it is written, and may change
    it or leave it out (None). With `copies` a copy of a source isn't written; its Added says of
    which. Of several articles, one that fails costs no other. Raises
    SourceError where nothing can be read, UsageError where several would share a title, an
    address or a name; with a single article, whatever it fails with. Nothing is printed.
    """
    found = articles(original)
    if len(found) > 1:
        _refuse_shared(facts, original, len(found))
    chosen = [one for one in map(each, found) if one] if each else list(found)
    if not chosen:
        return Brought()
    kept, new = _kept(original, folder, chosen, facts) if keep_original else ({}, None)
    beside: dict[str, Any] = dict(kept)
    if len(found) == 1:
        beside |= _elsewhere(original, chosen[0], facts)
    added: list[Added] = []
    failed: list[TimelineError] = []
    try:
        for article in chosen:
            try:
                added.append(
                    adding.add(article, original, folder, kept=beside, copies=copies, **facts)
                )
            except TimelineError as error:
                if len(found) == 1:
                    raise
                failed.append(error)
    finally:
        if all(one.already or one.copy for one in added):
            originals.drop(new)
    return Brought(tuple(added), tuple(failed))


def _kept(
    original: Original, folder: Path, chosen: list[Article], facts: Mapping[str, str | None]
) -> tuple[dict[str, str], Path | None]:
    several = len(chosen) > 1
    name = (
        adding.slug(original.stem)
        if several
        else adding.name_of(chosen[0], original, name=facts.get("name"), title=facts.get("title"))
    )
    return originals.keep(original, folder, name)


def _elsewhere(
    original: Original, article: Article, facts: Mapping[str, str | None]
) -> dict[str, Any]:
    """`also_at`: the addresses it was asked and found under, where the article names another."""
    if article.key or article.content is not None:
        return {}
    recorded = (
        facts.get("url") or article.url or original.url,
        *(article.archived, facts.get("archived")),
    )
    own = {known.key(one) for one in recorded if one}
    found = {known.key(one): one for one in (original.url, original.asked) if one}
    others = [one for key, one in found.items() if key not in own]
    return {"also_at": tuple(map(AlsoAt, others))} if others else {}


def _refuse_shared(facts: Mapping[str, str | None], original: Original, number: int) -> None:
    for key in OF_ONE:
        if facts.get(key):
            what = f"--{key} is for one article, and this holds {number}"
            raise UsageError(what, where=original.where, hint="leave it out")
