"""The command that brings articles in: add."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from rich.markup import escape

from timeline import errors, project
from timeline.cli.given import has_project
from timeline.console import count, err, next_step, out, short

if TYPE_CHECKING:
    from timeline.intake.add import Added

UNDATED = (
    "“Friday” or “last week” in it will need a date from you.\n"
    "To give one, add a line such as published: 2015-09-25 between its --- lines."
)


def add(
    paths: Annotated[
        list[Path],
        typer.Argument(help="Text or Markdown files, folders of them, or - for a list of paths."),
    ],
    title: Annotated[str | None, typer.Option(help="The article's headline.")] = None,
    published: Annotated[
        str | None, typer.Option(help="Its day, as 2015-09-25; every “Friday” hangs on it.")
    ] = None,
    author: Annotated[str | None, typer.Option(help="Who wrote it.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    url: Annotated[str | None, typer.Option(help="Where it can be read.")] = None,
    language: Annotated[str | None, typer.Option(help="As en, fr, de.")] = None,
    licence: Annotated[str | None, typer.Option(help="What its reuse is bound to.")] = None,
    publish: Annotated[
        Literal["full", "cited", "none"] | None, typer.Option(help="How much the site may show.")
    ] = None,
    name: Annotated[str | None, typer.Option(help="Its name in sources/; else the title.")] = None,
) -> None:
    """Bring articles into sources/; their text stays byte for byte.

    Several at once share the facts you give. What is there already is skipped, so that the same
    command can be run again.

    Example: timeline add article.txt --title "Talks in New York" --published 2015-09-25
    Example: timeline add downloads/ --publisher "The Evening Mail"
    """
    from timeline.intake.gather import gather

    root = Path.cwd()
    folder = project.find(root).sources if has_project(root) else root / project.SOURCES
    gathered = gather(_listed(paths), but=folder)
    if not gathered.files:
        what = "there is no text or Markdown file to add"
        raise errors.UsageError(what, hint="name an article, or a folder that has some")
    single = {"title": title, "url": url, "name": name}
    shared = {
        "published": published,
        "author": author,
        "publisher": publisher,
        "language": language,
        "licence": licence,
        "publish": publish,
    }
    several = len(gathered.files) != 1 or any(path.is_dir() for path in paths)
    if several:
        _refuse_single(single)
    folder.mkdir(exist_ok=True)
    if several:
        _add_all(gathered.files, gathered.left_out, folder, shared)
    else:
        _add_one(gathered.files[0], folder, {**single, **shared})


def _listed(paths: Sequence[Path]) -> list[Path]:
    """The paths, with the lines of standard input in the place of `-`."""
    found: list[Path] = []
    for path in paths:
        lines = sys.stdin.read().splitlines() if str(path) == "-" else [str(path)]
        found += [Path(line.strip()) for line in lines if line.strip()]
    return found


def _refuse_single(facts: Mapping[str, str | None]) -> None:
    for key, value in facts.items():
        if value is not None:
            what = f"--{key} is for one article, and this is not one file"
            raise errors.UsageError(what, hint="leave it out, or add that article by itself")


def _add_one(path: Path, folder: Path, facts: Mapping[str, str | None]) -> None:
    from timeline.intake import Original
    from timeline.intake.bring import bring

    for added in bring(Original.of(path), folder, **facts).added:
        _tell_one(added)
    next_step("timeline extract")


def _tell_one(added: Added) -> None:
    paragraphs = count(len(added.document.paragraphs), "paragraph")
    what = "is there already, with this text" if added.already else paragraphs
    out.print(f"{escape(short(added.path))}: {what}")
    encoding = added.article.encoding
    if encoding not in ("utf-8", "ascii") and not added.already:
        out.print(f"It was {encoding} and is UTF-8 now; look over its accents and quotes.")
    if added.document.source.published is None:
        out.print(f"It has no publication date: {UNDATED}")


def _add_all(
    files: Sequence[Path], left_out: Sequence[Path], folder: Path, facts: Mapping[str, str | None]
) -> None:
    from timeline.intake import Original
    from timeline.intake.bring import bring

    done: list[Added] = []
    failed: list[errors.TimelineError] = []
    try:
        for path in _counted(files):
            try:
                brought = bring(Original.of(path), folder, **facts)
                done += brought.added
                failed += brought.failed
            except errors.TimelineError as error:
                if not isinstance(error, errors.SourceError):
                    error = type(error)(f"{path}: {error.what}", hint=error.hint)
                failed.append(error)
    finally:  # stopped with Ctrl-C, too
        _report(done, failed, left_out, of=len(files))
    if failed:
        raise typer.Exit(1)
    next_step("timeline extract")


def _counted(files: Sequence[Path]) -> Iterator[Path]:
    """The files one by one; on a terminal with a bar."""
    if not err.is_terminal:
        yield from files
        return
    from rich.progress import track

    steps: Iterable[Path] = track(files, "Adding", console=err, transient=True)
    yield from steps


def _report(
    done: Sequence[Added],
    failed: Sequence[errors.TimelineError],
    left_out: Sequence[Path],
    *,
    of: int,
) -> None:
    """A line for each new source, the failures with their reasons, and a sum."""
    new = [added for added in done if not added.already]
    for added in new:
        encoding = added.article.encoding
        was = "" if encoding in ("utf-8", "ascii") else f", was {encoding}"
        paragraphs = count(len(added.document.paragraphs), "paragraph")
        out.print(f"{escape(short(added.path))}: {paragraphs}{was}")
    for error in failed:
        err.print(escape(str(error)))
    if len(done) + len(failed) < of:
        out.print(f"Stopped after {len(done) + len(failed)} of {count(of, 'file')}.")
    skipped, wrong = len(done) - len(new), len(failed)
    out.print(f"{len(new)} added, {skipped} there already, {wrong} failed.")
    if left_out:
        kinds = Counter(path.suffix.lower() or "no suffix" for path in left_out)
        named = ", ".join(f"{number} {kind}" for kind, number in sorted(kinds.items()))
        out.print(f"{count(len(left_out), 'file')} left out, not text or Markdown: {escape(named)}")
    undated = [added for added in new if added.document.source.published is None]
    if undated:
        out.print(f"{len(undated)} without a publication date: {UNDATED.replace(' in it', '')}")
