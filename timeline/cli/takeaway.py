"""Commands that carry events out of a project and into it: export, import."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from rich.markup import escape

from timeline import errors, project
from timeline.console import count, err, next_step, out, short

if TYPE_CHECKING:
    from timeline.exports import Export, ExportOptions
    from timeline.importing import Brought
    from timeline.model import Timeline


def export(
    format_name: Annotated[
        str | None, typer.Argument(metavar="FORMAT", help="Which; all are listed if left out.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="A file; else standard output.")
    ] = None,
    tag: Annotated[list[str] | None, typer.Option(help="Only events with this tag.")] = None,
    who: Annotated[list[str] | None, typer.Option(help="Only events with this name.")] = None,
    where: Annotated[list[str] | None, typer.Option(help="Only events at this place.")] = None,
    source: Annotated[list[str] | None, typer.Option(help="Only events citing this.")] = None,
    kind: Annotated[
        list[str] | None, typer.Option(help="happened, planned, alleged, denied.")
    ] = None,
    status: Annotated[list[str] | None, typer.Option(help="accepted or disputed.")] = None,
    start: Annotated[
        str | None, typer.Option("--from", help="Not before, such as 2014-03.")
    ] = None,
    end: Annotated[str | None, typer.Option("--to", help="Not after, such as 2014.")] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="So many, from the first.")] = None,
    config: Annotated[Path | None, typer.Option(help="The site's mkdocs.yml.")] = None,
) -> None:
    """Write the published events in another format: as the site offers them, or some of them.

    A filter may be given more than once; each of its values is enough.

    Example: timeline export

    Example: timeline export csv -o timeline.csv

    Example: timeline export chronology --tag minsk --from 2014-09 -o minsk.html
    """
    from timeline import selection
    from timeline.exports import FORMATS, make

    if format_name is None:
        for name, one in FORMATS.items():
            out.print(f"{name:<12}{one.about}")
        next_step("timeline export csv -o timeline.csv", "For example")
        return
    folder = project.find(Path.cwd()).sources
    whole = selection.load(folder)
    chosen = selection.select(
        whole,
        tags=tag or (),
        who=who or (),
        where=where or (),
        sources=source or (),
        kinds=kind or (),
        statuses=status or (),
        start=start,
        end=end,
        limit=limit,
    )
    made = make(format_name, chosen, options=_options(config))
    _must_be_whole(whole)
    _write(made, output, folder)
    _say(made, chosen, output)


def import_(
    file: Annotated[Path, typer.Argument(help="What another program, or a person, found.")],
    file_format: Annotated[
        Literal["jsonl", "csv", "timelinejs", "json"] | None,
        typer.Option("--format", help="By the file's ending if left out."),
    ] = None,
    source: Annotated[
        str | None, typer.Option(metavar="NAME", help="The source of events that name none.")
    ] = None,
    by: Annotated[
        str | None, typer.Option(help="What found them, for the event files; else FILE's name.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be taken; write nothing.")
    ] = False,
) -> None:
    """Take events that others found into event files, as proposals.

    Each quote must stand in its source; what doesn't is refused, with its line and the reason.

    Example: timeline import found.jsonl --by "model 7"

    Example: timeline import old.json --format timelinejs --source talks
    """
    from timeline.importing import bring_in

    folder = project.find(Path.cwd()).sources
    with err.status("Holding quotes against sources") if err.is_terminal else nullcontext():
        brought = bring_in(
            file, folder, file_format=file_format, source=source, by=by, dry_run=dry_run
        )
    _report(brought, file, dry_run=dry_run)
    if brought.refused:
        raise typer.Exit(1)


def _options(config: Path | None) -> ExportOptions:
    """The site's own title, language and address, where there is a site."""
    from timeline.exports import ExportOptions
    from timeline.site.build import settings_of
    from timeline.site.takeaway import export_options

    path = config or project.find(Path.cwd()).config
    if config is None and not path.exists():
        return ExportOptions()
    site, reviewed = settings_of(path)
    return export_options(site, reviewed=reviewed)


def _must_be_whole(timeline: Timeline) -> None:
    """An export without an event that was accepted would look complete: none is better."""
    if not timeline.problems:
        return
    for problem in timeline.problems:
        err.print(escape(str(problem)))
    what = f"{count(len(timeline.problems), 'problem')} would keep events out; nothing was written"
    raise errors.ProjectError(what, hint="mend what is named above; `timeline check` lists all")


def _write(made: Export, output: Path | None, folder: Path) -> None:
    from timeline import files

    if output is None:
        typer.echo(made.text.encode("utf-8"), nl=False)
        return
    if files.inside(output, folder):
        what = "lies in sources/, where articles and event files stand"
        raise errors.UsageError(what, where=output, hint="write it elsewhere")
    if output.is_dir() or not output.parent.is_dir():
        what = "is a folder" if output.is_dir() else "is in a folder that isn't there"
        raise errors.UsageError(what, where=output, hint="-o with the name of a file")
    files.write_atomic(output, made.text.encode("utf-8"))
    for name, text in made.beside.items():
        files.write_atomic(output.with_name(name), text.encode("utf-8"))


def _say(made: Export, chosen: Timeline, output: Path | None) -> None:
    """What was left out, on standard error: the export itself may be on standard output."""
    from timeline.exports.facts import date_words, told

    for one in made.left_out:
        event = one.entry.event
        what = f"{date_words(event, 'en')}: {told(event, 'en')} ({one.entry.source}/{event.id})"
        err.print(escape(f"left out, {one.why}: {what}"))
    if output is not None:
        held = count(len(chosen) - len(made.left_out), "event")
        left = f", {len(made.left_out)} left out" if made.left_out else ""
        err.print(escape(f"{short(output)}: {held}{left}."))
        for name in made.beside:
            err.print(escape(f"{short(output.with_name(name))}: its schema."))


def _report(brought: Brought, file: Path, *, dry_run: bool) -> None:
    remarks: dict[str, list[str]] = {}
    for event_id, remark in brought.remarks:
        remarks.setdefault(event_id, []).append(remark)
    for source, event in brought.added:
        line = f"proposed  {source}/{event.id}  {event.when or 'no date'}  {event.title}"
        out.print(escape(line))
        for remark in remarks.get(event.id, ()):
            out.print(escape(f"    look at it: {remark}"))
    for refusal in brought.refused:
        title = f" ({refusal.title})" if refusal.title else ""
        hint = f"\n    Try: {refusal.hint}" if refusal.hint else ""
        out.print(escape(f"{short(file)}:{refusal.line}: refused: {refusal.why}{title}{hint}"))
    if brought.unread:
        out.print(escape(f"Not read, as no such field is known: {', '.join(brought.unread)}."))
    would = " would be" if dry_run else ""
    new, there = len(brought.added), len(brought.there)
    out.print(
        f"{count(new, 'event')}{would} proposed, {there} there already, "
        f"{len(brought.refused)} refused."
    )
    if new and not dry_run:
        next_step("timeline serve --open", "Review them in sources/*.events.yml; to see them")
