"""The command that brings articles in: add."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Literal

import typer

from timeline import errors, project
from timeline.cli import arrivals, copied, renewing
from timeline.cli.asking import Terminal
from timeline.cli.given import has_project
from timeline.console import next_step

OF_ONE = ("title", "url", "archived", "name")


def add(
    paths: Annotated[
        list[str],
        typer.Argument(help="Files, folders, web addresses, or - for a list of them."),
    ],
    title: Annotated[str | None, typer.Option(help="The article's headline.")] = None,
    published: Annotated[
        str | None, typer.Option(help="Its day, as 2015-09-25; every “Friday” hangs on it.")
    ] = None,
    author: Annotated[str | None, typer.Option(help="Who wrote it.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    url: Annotated[str | None, typer.Option(help="Where it can be read.")] = None,
    archived: Annotated[str | None, typer.Option(help="Where an archive has a copy.")] = None,
    language: Annotated[str | None, typer.Option(help="As en, fr, de.")] = None,
    licence: Annotated[str | None, typer.Option(help="What its reuse is bound to.")] = None,
    publish: Annotated[
        Literal["full", "cited", "none"] | None, typer.Option(help="How much the site may show.")
    ] = None,
    name: Annotated[str | None, typer.Option(help="Its name in sources/; else the title.")] = None,
    keep_original: Annotated[
        bool,
        typer.Option("--keep-original", help="Keep the file, too, in sources/originals/."),
    ] = False,
    copies: Annotated[copied.Choice | None, typer.Option(help=copied.HELP)] = None,
    private: Annotated[
        bool,
        typer.Option("--private", help="Fetch from this computer and private networks, too."),
    ] = False,
    no_input: Annotated[
        bool, typer.Option("--no-input", help="Ask nothing, on a terminal either.")
    ] = False,
    again: Annotated[
        bool,
        typer.Option("--again", help="Refresh sources, named or in folders, from their originals."),
    ] = False,
    original: Annotated[
        str | None,
        typer.Option("--from", metavar="PATH|URL", help="With --again: the original to take."),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="With --again: take in what changed.")] = False,
) -> None:
    """Bring articles into sources/: web pages, PDF, Word, mail, feeds, e-books, text and more.

    What is found, and where the date was found, is shown. Several at once share the facts you
    give. What is there already is skipped, so that the same command can be run again.

    Example: timeline add article.txt --title "Talks in New York" --published 2015-09-25
    Example: timeline add https://example.org/talks report.pdf --keep-original
    Example: timeline add downloads/ --publisher "The Evening Mail"
    Example: timeline add --again talks
    """
    single = {"title": title, "url": url, "archived": archived, "name": name}
    shared = {
        "published": published,
        "author": author,
        "publisher": publisher,
        "language": language,
        "licence": licence,
        "publish": publish,
    }
    today, terminal = dt.date.today().isoformat(), Terminal.here(no_input=no_input)
    words = _listed(paths)
    if again:
        _refuse(
            {**single, **shared, "copies": copies},
            "is not for --again",
            "change it in the front matter",
        )
        fetch = arrivals.Fetching(today, private=private)
        renewing.renew(words, original, fetch=fetch, yes=yes, terminal=terminal)
        return
    _refuse({"from": original, "yes": yes or None}, "is for --again", "leave it out")
    places, left_out = _gathered(words)
    several = len(places) != 1 or any(Path(word).is_dir() for word in words)
    if several:
        _refuse(single, "is for one article, and this is not one file", _ALONE)
    coming = arrivals.Coming(
        folder=_folder(),
        facts={**single, **shared},
        keep_original=keep_original,
        fetching=arrivals.Fetching(today, private=private),
        choice=copies,
    )
    coming.folder.mkdir(exist_ok=True)
    if several:
        arrivals.take_all(coming, places, left_out, terminal)
    else:
        arrivals.take_one(coming, places[0], terminal)
    next_step("timeline extract")


_ALONE = "leave it out, or add that article by itself"


def _folder() -> Path:
    root = Path.cwd()
    return project.find(root).sources if has_project(root) else root / project.SOURCES


def _gathered(words: Sequence[str]) -> tuple[tuple[Path | str, ...], tuple[Path, ...]]:
    from timeline.intake.gather import gather, is_address

    gathered = gather((w if is_address(w) else Path(w) for w in words), but=_folder())
    if not gathered.files:
        what = "there is nothing to add that can be read"
        raise errors.UsageError(
            what, hint="name an article, a web address, or a folder that has some"
        )
    return gathered.files, gathered.left_out


def _listed(words: Sequence[str]) -> list[str]:
    """The words, with the lines of standard input in the place of `-`."""
    found: list[str] = []
    for word in words:
        lines = sys.stdin.read().splitlines() if word == "-" else [word]
        found += [line.strip() for line in lines if line.strip()]
    return found


def _refuse(options: Mapping[str, object], why: str, hint: str) -> None:
    for key, value in options.items():
        if value is not None:
            raise errors.UsageError(f"--{key} {why}", hint=hint)
