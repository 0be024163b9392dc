"""The command `timeline`: each command a few lines over a function of the same name."""

from __future__ import annotations

import datetime as dt
import io
import logging
import sys
from pathlib import Path
from typing import Annotated, Literal

import typer
from rich.markup import escape

from timeline import __version__, errors, project
from timeline.console import (
    count,
    err,
    next_step,
    out,
    report_decisions,
    report_explanation,
    report_extraction,
    short,
    tracked,
)

app = typer.Typer(
    name="timeline",
    help="Dated events out of articles, reviewed by people, published with their citations.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def main() -> None:
    """Run the command line. Exit codes: 0 done, 1 found problems, 2 wrong use."""
    for stream in (sys.stdout, sys.stderr):  # a terminal without “ still gets its report
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        app()
    except errors.UsageError as error:
        err.print(escape(str(error)))
        sys.exit(2)
    except errors.TimelineError as error:
        err.print(escape(str(error)))
        sys.exit(1)
    except OSError as error:  # what no part foresaw: a folder that is gone, a full disk
        place = f"{error.filename}: " if error.filename else ""
        err.print(escape(f"{place}{(error.strerror or str(error)).lower()}"))
        err.print("  Try: see that the folder is there and can be written, and run it again")
        sys.exit(1)
    except SystemExit as ended:
        if ended.code == 130:  # what Typer makes of Ctrl-C
            err.print("Stopped. What was written is whole; run the command again to go on.")
        raise


def _version(value: bool) -> None:
    if value:
        out.print(f"cited-timeline {__version__}")
        raise typer.Exit


Text = Annotated[str | None, typer.Argument(help="The text; standard input if left out.")]
Day = Annotated[str | None, typer.Option(help="The day it was published.")]
Language = Annotated[str, typer.Option(help="As en, fr, de.")]
Genre = Annotated[Literal["auto", "news", "narrative"], typer.Option(help="How it tells of time.")]
Ids = Annotated[list[str] | None, typer.Argument(help="Ids, or their first letters.")]
AllOf = Annotated[
    str | None, typer.Option("--all", metavar="SOURCE", help="All proposals of a source.")
]


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which.")
    ] = False,
) -> None:
    del version


@app.command()
def init(
    folder: Annotated[Path, typer.Argument(help="Where; this folder if left out.")] = Path(),
) -> None:
    """Lay out a new project: sources/, docs/ and mkdocs.yml.

    Example: timeline init my-timeline
    """
    for path, made in project.init(folder.resolve()):
        out.print(f"{'made' if made else 'kept'}  {escape(short(path))}")
    next_step("timeline add ARTICLE.txt --title '...' --published 2015-09-25")


@app.command()
def add(
    file: Annotated[Path, typer.Argument(help="A text or Markdown file.")],
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
    """Bring an article into sources/; its text stays byte for byte.

    Example: timeline add article.txt --title "Talks in New York" --published 2015-09-25
    """
    from timeline.readers.add import add as bring_in

    root = Path.cwd()
    folder = project.find(root).sources if _has_project(root) else root / project.SOURCES
    folder.mkdir(exist_ok=True)
    facts = {
        "title": title,
        "published": published,
        "author": author,
        "publisher": publisher,
        "url": url,
        "language": language,
        "licence": licence,
        "publish": publish,
    }
    added = bring_in(file, folder, name=name, **facts)
    count = len(added.document.paragraphs)
    out.print(f"{escape(short(added.path))}: {count} paragraphs")
    if added.encoding not in ("utf-8", "ascii"):
        out.print(f"It was {added.encoding} and is UTF-8 now; look over its accents and quotes.")
    if added.document.source.published is None:
        out.print(
            "It has no publication date: “Friday” or “last week” in it will need a date from you.\n"
            "To give one, add a line such as published: 2015-09-25 between its --- lines."
        )
    next_step("timeline extract")


@app.command()
def extract(
    paths: Annotated[list[Path] | None, typer.Argument(help="Sources; all if left out.")] = None,
    force: Annotated[
        bool, typer.Option(help="Redo proposals made with a language model not installed here.")
    ] = False,
    dry_run: Annotated[bool, typer.Option(help="Say what would change; write nothing.")] = False,
) -> None:
    """Find the dated events and write them to sources/*.events.yml as proposals.

    What you have accepted, rejected or edited stays as it is.

    Example: timeline extract sources/talks.md
    """
    from timeline import pipeline

    named = paths or [project.find(Path.cwd()).sources]
    sources = [source for path in named for source in _sources_of(path)]
    steps = pipeline.update(sources, force=force, dry_run=dry_run)
    outcomes = list(tracked(steps, len(sources), "Extracting"))
    report_extraction(outcomes, dry_run=dry_run)
    if any(outcome.error for outcome in outcomes):
        raise typer.Exit(1)


@app.command()
def check(
    folder: Annotated[Path | None, typer.Argument(help="A sources folder.")] = None,
) -> None:
    """Look for everything that is wrong: dates, quotes, ids, links between events.

    Example: timeline check
    """
    from timeline.check import check as find_problems
    from timeline.check import read_folder

    place = folder or project.find(Path.cwd()).sources
    _must_be_folder(place)
    found = read_folder(place)
    problems = find_problems(found)
    for problem in problems:
        hint = f"\n    Try: {problem.hint}" if problem.hint else ""
        where = f"{short(Path(problem.path))}:{problem.line}"
        out.print(escape(f"{where}: {problem.what}{hint}"))
    events = [event for file in found.files.values() for event in file.record.events]
    waiting = sum(event.status == "proposed" for event in events)
    sums = f"{count(len(found.paths), 'source')}, {count(len(events), 'event')}"
    what = f"{sums}, {waiting} waiting for review"
    if problems:
        out.print(f"{what}: {count(len(problems), 'problem')}.")
        raise typer.Exit(1)
    out.print(f"{what}: nothing wrong.")


@app.command()
def fmt(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Event files; all if left out.")
    ] = None,
    check_only: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit 1 if a file would change.")
    ] = False,
) -> None:
    """Write event files in their one canonical form; comments and decisions stay.

    Example: timeline fmt
    """
    from timeline import store
    from timeline.format import format_file

    named = paths or [project.find(Path.cwd()).sources]
    paths = [path for place in named for path in store.files_in(place)]
    changed = [path for path in paths if format_file(path, write=not check_only)]
    for path in changed:
        out.print(f"{escape(short(path))}: {'not canonical' if check_only else 'formatted'}")
    out.print(f"{count(len(paths), 'event file')}, {len(changed)} changed.")
    if check_only and changed:
        raise typer.Exit(1)


@app.command()
def accept(ids: Ids = None, everything: AllOf = None) -> None:
    """Accept proposed events: they will be published.

    Example: timeline accept 8c1f03aa 91c0

    Example: timeline accept --all talks
    """
    _decide(ids, "accepted", everything)


@app.command()
def reject(ids: Ids = None, everything: AllOf = None) -> None:
    """Reject events: they stay in their file and are never proposed again.

    Example: timeline reject 8c1f03aa
    """
    _decide(ids, "rejected", everything)


@app.command()
def reopen(
    ids: Annotated[list[str], typer.Argument(help="Ids, or their first letters.")],
) -> None:
    """Take a decision back: the events are proposals again.

    Example: timeline reopen 8c1f03aa
    """
    _decide(ids, "proposed", None)


@app.command()
def build(
    config: Annotated[Path | None, typer.Option(help="The site's mkdocs.yml.")] = None,
    site_dir: Annotated[Path | None, typer.Option(help="Where the site goes; else site/.")] = None,
) -> None:
    """Build the site from accepted and disputed events. Strict: a warning stops it.

    Example: timeline build
    """
    from timeline.site.build import build as build_site

    report = build_site(_config(config), site_dir=site_dir)
    out.print(f"{count(report.published, 'event')} published, {report.waiting} wait for review.")
    out.print(f"Open {escape(str(report.site_dir / 'index.html'))}")


@app.command()
def serve(
    config: Annotated[Path | None, typer.Option(help="The site's mkdocs.yml.")] = None,
    port: Annotated[int, typer.Option(help="On this machine only.")] = 8000,
    open_browser: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
) -> None:
    """Show the site with its proposals, marked, and again after each saved file.

    Example: timeline serve --open
    """
    from timeline.site.build import serve as serve_site

    path = _config(config)
    logging.basicConfig(level=logging.WARNING, format="%(message)s")  # what is wrong, as it comes
    out.print(f"The preview, with proposals, is at http://127.0.0.1:{port}/ (Ctrl-C ends it).")
    serve_site(path, port=port, open_browser=open_browser)


@app.command()
def tag(
    text: Text = None, published: Day = None, language: Language = "en", genre: Genre = "auto"
) -> None:
    """Show the dates in a text: type, value, EDTF, words.

    Example: timeline tag "They met on Friday." --published 2015-09-25
    """
    from timeline.temporal import tag as find_mentions

    _must_speak(language)
    words = text if text is not None else sys.stdin.read()
    for mention in find_mentions(words, published=_day(published), language=language, genre=genre):
        row = (mention.type, mention.value, mention.when or "-", mention.text)
        typer.echo("\t".join(row))  # for programs: Rich would turn the tabs into spaces


@app.command()
def explain(
    text: Text = None, published: Day = None, language: Language = "en", genre: Genre = "auto"
) -> None:
    """Show why each date in a text was read so: rule, anchor, and the readings that lost.

    Example: timeline explain "They met on Friday." --published 2015-09-25
    """
    from timeline.temporal import explain as find_reasons

    _must_speak(language)
    words = text if text is not None else sys.stdin.read()
    found = find_reasons(words, published=_day(published), language=language, genre=genre)
    report_explanation(found)


def _decide(ids: list[str] | None, status: str, everything: str | None) -> None:
    from timeline import decide
    from timeline.check import read_folder

    folder = read_folder(project.find(Path.cwd()).sources)
    if bool(ids) == bool(everything):
        raise errors.UsageError("give ids, or --all and a source", hint="--help has examples")
    if everything:
        chosen, undated = decide.proposals(everything, folder)
        if undated and status == "accepted":
            out.print(f"{count(undated, 'event')} left alone: a date is needed first.")
            chosen = [(name, event) for name, event in chosen if event.when]
    else:
        chosen = decide.find(ids or [], folder)
    decisions = decide.decide(chosen, status, folder)  # type: ignore[arg-type]
    report_decisions(decisions, status=status, asked=len(chosen))


def _sources_of(path: Path) -> list[Path]:
    """The sources that a path names: a folder all in it, an event file the one beside it."""
    from timeline import readers, store

    if path.is_dir():
        return readers.sources_in(path)
    if not path.name.endswith(store.SUFFIX):
        return [path]
    stem = path.name.removesuffix(store.SUFFIX)
    beside = readers.sources_in(path.parent)
    found = [source for source in beside if source.stem == stem]
    if not found:
        what = f"there is no source {stem} beside this event file"
        raise errors.SourceError(what, where=path, hint="name the article itself")
    return found


def _must_speak(language: str) -> None:
    from timeline.temporal.lang import speaks

    if not speaks(language):
        what = f"there are no date rules for the language {language}"
        raise errors.UsageError(what, hint="give it as a code, such as en, fr or uk")


def _must_be_folder(path: Path) -> None:
    if not path.is_dir():
        raise errors.UsageError("is not a folder", where=path, hint="name the sources folder")


def _config(config: Path | None) -> Path:
    path = config or project.find(Path.cwd()).config
    if not path.exists():
        raise errors.ProjectError(
            "there is no mkdocs.yml", where=path, hint="`timeline init` makes one"
        )
    return path


def _has_project(start: Path) -> bool:
    try:
        project.find(start)
    except errors.ProjectError:
        return False
    return True


def _day(text: str | None) -> dt.date | None:
    if text is None:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise errors.UsageError(f"{text} is no day", hint="write it as 2015-09-25") from error
