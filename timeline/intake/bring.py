"""One original in, its sources out: what the command and the review page both do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from timeline.errors import TimelineError, UsageError
from timeline.intake import add as adding
from timeline.intake import articles, originals
from timeline.intake.add import Added
from timeline.intake.article import Article, Original

OF_ONE = ("title", "url", "archived", "name")  # facts that no two articles share


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of one original: its sources, in its order, and the articles that failed."""

    added: tuple[Added, ...] = ()
    failed: tuple[TimelineError, ...] = ()


def bring(
    original: Original,
    folder: Path,
    *,
    keep_original: bool = False,
    each: Callable[[Article], Article | None] | None = None,
    **facts: str | None,
) -> Brought:
    """Read an original and write a source for each article in it, with these given facts.

    `facts` are those of `add`. `each` sees every article before it is written, and may change
    it or leave it out (None). Of several articles, one that fails costs no other. Raises
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
    added: list[Added] = []
    failed: list[TimelineError] = []
    try:
        for article in chosen:
            try:
                added.append(adding.add(article, original, folder, kept=kept, **facts))
            except TimelineError as error:
                if len(found) == 1:
                    raise
                failed.append(error)
    finally:
        if all(one.already for one in added):
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


def _refuse_shared(facts: Mapping[str, str | None], original: Original, number: int) -> None:
    for key in OF_ONE:
        if facts.get(key):
            what = f"--{key} is for one article, and this holds {number}"
            raise UsageError(what, where=original.where, hint="leave it out")
