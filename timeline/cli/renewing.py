"""`timeline add --again`: sources refreshed from their originals, on a person's word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from timeline import errors, project
from timeline.cli.arrivals import Fetching
from timeline.cli.asking import Terminal
from timeline.cli.given import sources_of
from timeline.console import count, err, inert, next_step, out, report_extraction, short

if TYPE_CHECKING:
    from timeline.intake.again import Renewal
    from timeline.intake.reworded import Reworded
    from timeline.model import Document

_LONG = 120  # signs of a paragraph that are shown


def renew(
    words: Sequence[str], original: str | None, *, fetch: Fetching, yes: bool, terminal: Terminal
) -> None:
    """Refresh each named source; what can't be is told and costs no other."""
    sources = list(dict.fromkeys(path for word in words for path in _named(word)))
    if original and len(sources) != 1:
        what = f"--from is for one source, and these are {len(sources)}"
        raise errors.UsageError(what, hint="name the source alone")
    done = left = failed = 0
    for path in sources:
        try:
            written = _renew_one(path, original, fetch=fetch, yes=yes, terminal=terminal)
        except errors.TimelineError as error:
            if len(sources) == 1:
                raise
            err.print(inert(str(error)))
            failed += 1
            continue
        done, left = done + (written is True), left + (written is None)
    if len(sources) > 1:
        out.print(f"{count(len(sources), 'source')}: {done} refreshed, {failed} failed.")
    if left:
        out.print(f"{left} left as before; --yes takes the changes in without a question.")
    if done:
        next_step("timeline check")
    if failed or left:
        raise typer.Exit(1)


def _renew_one(
    path: Path, original: str | None, *, fetch: Fetching, yes: bool, terminal: Terminal
) -> bool | None:
    """Whether it was written; None where nobody agreed to it."""
    from timeline.intake import again
    from timeline.intake.gather import is_address

    if original:
        came = fetch(original if is_address(original) else Path(original))
    else:
        came = again.original_of(path, fetch)
    found = again.renewal(path, came)
    _tell(found)
    if not found.is_new:
        return False
    if not (yes or terminal.agrees("Take this in?")):
        return None
    document = again.write(found)
    out.print(f"{inert(short(path))}: written")
    _follow(path, document)
    return True


def _follow(path: Path, document: Document) -> None:
    """Its events after it, and quotes of it elsewhere; what is decided stays."""
    from timeline import pipeline, store
    from timeline.intake import elsewhere

    outcomes = list(pipeline.update([path])) if store.path_for(path).exists() else []
    if outcomes:
        report_extraction(outcomes, dry_run=False, of=1)
    files = elsewhere.follow(document, path.parent)
    for file in files:
        name = inert(short(file.path))
        if file.error:
            err.print(inert(str(file.error)))
        if file.moved:
            out.print(f"{name}: {count(len(file.moved), 'event')} followed the text")
        for event_id in file.adrift:
            out.print(f"{name}: {event_id} quotes words that stand nowhere in the source now")
    if any(outcome.error for outcome in outcomes) or any(file.error for file in files):
        raise typer.Exit(1)


def _named(word: str) -> Iterator[Path]:
    """The sources that a name, a path or an address means."""
    from timeline import readers
    from timeline.intake import known
    from timeline.intake.gather import is_address

    path = Path(word)
    if is_address(word):
        found = known.addresses(project.find(Path.cwd()).sources).get(known.key(word))
        if found is None:
            raise errors.UsageError(f"no source is from {word}", hint="add it without --again")
        yield found
    elif path.is_dir():
        sources = [one for one in sources_of(path) if _can_be_renewed(one)]
        if not sources:
            what = "no source here has an original, kept or with an address"
            raise errors.UsageError(what, where=path, hint="name one, with --from FILE")
        yield from sources
    elif path.exists():
        yield from sources_of(path)
    else:
        folder = project.find(Path.cwd()).sources
        beside = [one for one in readers.sources_in(folder) if word in (one.stem, one.name)]
        if not beside:
            what = f"there is no source {word}"
            raise errors.UsageError(what, where=folder, hint="its name, path or address")
        yield from beside


def _can_be_renewed(path: Path) -> bool:
    from timeline import readers
    from timeline.intake import again

    try:
        return again.has_original(readers.read(path).source, path.parent)
    except errors.SourceError:
        return False


def _tell(found: Renewal) -> None:
    name = inert(short(found.path))
    if not found.is_new:
        out.print(f"{name}: as its original is")
    else:
        counts = [
            f"{count(number, 'paragraph')} {what}"
            for what in ("changed", "added", "gone")
            if (number := sum(one.what == what for one in found.changes))
        ]
        out.print(f"{name}: {', '.join(counts) or 'the same text'}")
    for one in found.changes:
        out.print(inert(f"  {say(one)}"))
    if found.edited:
        out.print("  Not as the kept original has it, and undone by this:")
        for one in found.edited:
            out.print(inert(f"    {say(one)}"))
    for key, value in found.facts.items():
        if key not in ("retrieved", "pages"):
            basis = f" ({found.comments[key]})" if key in found.comments else ""
            was = getattr(found.before.source, key)
            out.print(inert(f"  {key}: {value}{basis}{f', was {was}' if was else ''}"))
    for key, here, there in found.stays:
        out.print(inert(f"  {key} stays {here}; the original has {there}"))


def say(one: Reworded) -> str:
    """A change in words: “paragraph 3: closed → shut”."""
    (before, after), *_ = one.words
    if one.what == "gone":
        return f"paragraph {one.number} is gone: {_short(before)}"
    if one.what == "added":
        return f"paragraph {one.number} is new: {_short(after)}"
    return f"paragraph {one.number}: {'; '.join(_swap(*pair) for pair in one.words)}"


def _swap(before: str, after: str) -> str:
    if not before:
        return f"added “{_short(after)}”"
    if not after:
        return f"took out “{_short(before)}”"
    return f"{_short(before)} → {_short(after)}"


def _short(text: str) -> str:
    return text if len(text) <= _LONG else f"{text[:_LONG].rsplit(' ', 1)[0]} …"
