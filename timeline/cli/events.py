"""Commands about whole event files: extract, check, fmt."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer
from rich.markup import escape

from timeline import project
from timeline.cli.given import must_be_folder, sources_of
from timeline.console import count, err, out, report_extraction, report_problems, short, tracked


def extract(
    paths: Annotated[list[Path] | None, typer.Argument(help="Sources; all if left out.")] = None,
    force: Annotated[
        bool,
        typer.Option(help="Redo unchanged sources, and those a model not installed here read."),
    ] = False,
    dry_run: Annotated[bool, typer.Option(help="Say what would change; write nothing.")] = False,
    jobs: Annotated[
        int | None,
        typer.Option(min=0, help="Processes; 0: one a core. Left out: as many as pay, up to 4."),
    ] = None,
) -> None:
    """Find the dated events and write them to sources/*.events.yml as proposals.

    What you have accepted, rejected or edited stays as it is. A source for which nothing has
    changed since the last run is skipped.

    Example: timeline extract sources/talks.md
    """
    from timeline import pipeline
    from timeline.unchanged import Memory

    named = paths or [project.find(Path.cwd()).sources]
    sources = list(dict.fromkeys(source for path in named for source in sources_of(path)))
    steps = pipeline.update(sources, force=force, dry_run=dry_run, jobs=jobs, memory=Memory())
    outcomes = []
    try:
        for outcome in tracked(steps, sources):
            outcomes.append(outcome)
    finally:  # stopped with Ctrl-C, too
        report_extraction(outcomes, dry_run=dry_run, of=len(sources))
    if any(outcome.error for outcome in outcomes):
        raise typer.Exit(1)


def check(
    folder: Annotated[Path | None, typer.Argument(help="A sources folder.")] = None,
    style: Annotated[
        Literal["text", "github", "sarif"],
        typer.Option("--format", help="For people, as GitHub's annotations, or as SARIF 2.1.0."),
    ] = "text",
) -> None:
    """Look for everything that is wrong: dates, quotes, ids, links between events.

    Example: timeline check

    Example: timeline check --format github
    """
    from timeline import reports
    from timeline.check import check as find_problems
    from timeline.check import read_folder

    place = folder or project.find(Path.cwd()).sources
    must_be_folder(place)
    found = read_folder(place)
    problems = find_problems(found)
    if style == "text":
        report_problems(problems)
    else:
        typer.echo(reports.FORMATS[style](problems, reports.root_of(place)), nl=False)
    say = err if style == "sarif" else out  # nothing but the log into its file
    events = [event for file in found.files.values() for event in file.record.events]
    waiting = sum(event.status == "proposed" for event in events)
    sums = f"{count(len(found.paths), 'source')}, {count(len(events), 'event')}"
    what = f"{sums}, {waiting} waiting for review"
    warnings = sum(problem.warning for problem in problems)
    doubts = f", {count(warnings, 'warning')}" if warnings else ""
    if len(problems) > warnings:
        say.print(f"{what}: {count(len(problems) - warnings, 'problem')}{doubts}.")
        raise typer.Exit(1)
    say.print(f"{what}: nothing wrong{doubts}.")


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
