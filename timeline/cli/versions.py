"""Commands for projects under git: diff, merge-driver."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer
from rich.markup import escape

from timeline import errors, project
from timeline.console import err, next_step, out


def diff(
    revision: Annotated[
        str, typer.Argument(metavar="REV", help="A commit, branch or tag, or a range: main...anna.")
    ] = "HEAD",
    other: Annotated[
        str | None, typer.Argument(metavar="REV2", help="The later one; else the files on disk.")
    ] = None,
    style: Annotated[
        Literal["text", "markdown", "json"], typer.Option("--format", help="How to write it.")
    ] = "text",
) -> None:
    """Say in words what changed in the timeline between two revisions of the project.

    Example: timeline diff

    Example: timeline diff main...anna --format markdown
    """
    from timeline.diff import between
    from timeline.diff_words import FORMATS

    found = between(project.find(Path.cwd()).sources, revision, other)
    typer.echo(FORMATS[style](found), nl=False)  # as it is: no colours, no wrapping


def merge_driver(
    files: Annotated[
        list[str] | None, typer.Argument(help="git's own: %O %A %B %P, and names for both sides.")
    ] = None,
    install: Annotated[
        bool, typer.Option("--install", help="Have git merge event files with this, here.")
    ] = False,
    uninstall: Annotated[
        bool, typer.Option("--uninstall", help="Have git merge them as any text again.")
    ] = False,
) -> None:
    """Merge two branches' event files event by event. You type this once, to set it up.

    Only where both sides changed the same field of an event do you have to choose.

    Example: timeline merge-driver --install
    """
    if install + uninstall + bool(files) != 1:
        what = "give --install or --uninstall; git itself calls it with files"
        raise errors.UsageError(what, hint="timeline merge-driver --install")
    if files:
        _merge(files)
    elif install:
        _install()
    else:
        _uninstall()


def _merge(files: list[str]) -> None:
    from timeline import merge_driver as driver

    if len(files) not in (4, 6):
        raise errors.UsageError("git gives four files, or six words", hint="%O %A %B %P %X %Y")
    paths = [Path(name) for name in files[:3]]
    driver.must_be_files(paths)
    result = driver.merge_files(*paths, names=driver.names_for(*(files[4:] or ("", ""))))
    if result.text_only:
        err.print(escape(f"{files[3]}: merged as plain text: {result.text_only}"))
    for event_id, fields in result.open:
        what = f"both sides changed {', '.join(fields)}" if fields else "one side deleted it"
        err.print(escape(f"{files[3]}: {event_id}: {what}; choose between the marks"))
    if not result.clean:
        err.print("Next: mend the marked lines, then timeline check, git add, and go on")
        raise typer.Exit(1)


def _install() -> None:
    from timeline.merge_driver import install

    for what, changed in install(project.find(Path.cwd())):
        out.print(escape(f"{'set' if changed else 'already set'}  {what}"))
    out.print("Commit .gitattributes; everybody who merges types this once in their own clone.")
    next_step("timeline merge-driver --uninstall", "To undo it")


def _uninstall() -> None:
    from timeline.merge_driver import uninstall

    for what, there in uninstall(project.find(Path.cwd())):
        out.print(escape(f"{'taken out' if there else 'was not there'}  {what}"))
