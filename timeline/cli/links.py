"""The command that joins events which tell the same happening: link."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape

from timeline import errors, project
from timeline.console import count, err, next_step, out

if TYPE_CHECKING:
    from timeline.check import Folder
    from timeline.joins import Written
    from timeline.link import Suggestion, Telling

Pair = tuple[str, str]
ASK = "  The same? y = yes, n = no and never ask again, Enter = skip, q = quit"


def link(
    accept: Annotated[
        Pair | None, typer.Option(metavar="ID ID", help="Join: the first repeats the second.")
    ] = None,
    decline: Annotated[
        Pair | None, typer.Option(metavar="ID ID", help="Two happenings; never suggest it again.")
    ] = None,
    undo: Annotated[
        str | None, typer.Option(metavar="ID", help="Take back what was said of an event.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="List; ask and write nothing.")
    ] = False,
    least: Annotated[
        float | None, typer.Option(min=0, max=1, help="The score to list from; 0.14 if left out.")
    ] = None,
) -> None:
    """Suggest events of different articles that tell the same happening; you decide.

    On a terminal it asks about each pair. Nothing is joined without your yes.

    Example: timeline link

    Example: timeline link --accept 99d042b3 eecaa00a

    Example: timeline link --undo 99d042b3
    """
    from timeline.check import read_folder

    folder = read_folder(project.find(Path.cwd()).sources)
    if sum(bool(given) for given in (accept, decline, undo)) > 1:
        what = "--accept, --decline and --undo don't go together"
        raise errors.UsageError(what, hint="give one of them")
    if accept or decline or undo:
        _write(folder, accept=accept, decline=decline, undo=undo)
        return
    found = _suggested(folder, least)
    if dry_run or not found or not _on_terminal():
        _list(found, folder)
    else:
        _ask(found, folder)


def _on_terminal() -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _suggested(folder: Folder, least: float | None) -> Sequence[Suggestion]:
    from timeline import joins
    from timeline.link import LEAST, suggest

    for problem in folder.problems:
        out.print(escape(f"left out: {problem}"))
    bar = LEAST if least is None else least
    with err.status("Comparing events") if err.is_terminal else nullcontext():
        return suggest(joins.tellings(folder), folder.documents, least=bar)


def _write(folder: Folder, *, accept: Pair | None, decline: Pair | None, undo: str | None) -> None:
    from timeline import decide, joins

    def keys(ids: Sequence[str]) -> list[tuple[str, str]]:
        return [(name, event.id) for name, event in decide.find(ids, folder)]

    if undo:
        written = joins.undo(folder, *keys([undo]))
        out.print(escape(f"taken back  {_line(written)}"))
    elif accept:
        _report(joins.accept(folder, *keys(accept)), joined=True)
    elif decline:
        _report(joins.decline(folder, *keys(decline)), joined=False)


def _list(found: Sequence[Suggestion], folder: Folder) -> None:
    from timeline.joins import name_of

    for number, suggestion in enumerate(found, 1):
        _show(suggestion, f"{number} of {len(found)}")
        repeat, kept = (
            name_of(folder, telling.key, source=None)
            for telling in (suggestion.repeat, suggestion.kept)
        )
        out.print(escape(f"  the same: timeline link --accept {repeat} {kept}"))
        out.print(escape(f"  not the same: timeline link --decline {repeat} {kept}\n"))
    out.print(f"{count(len(found), 'pair')} suggested; nothing is joined without your yes.")
    if found:
        next_step("timeline link", "To be asked about each, on a terminal")


def _ask(found: Sequence[Suggestion], folder: Folder) -> None:
    from timeline import joins

    said = 0
    for number, suggestion in enumerate(found, 1):
        _show(suggestion, f"{number} of {len(found)}")
        answer = _answer()
        if answer == "q":
            break
        if answer == "s":
            out.print()
            continue
        write = joins.accept if answer == "y" else joins.decline
        try:
            written = write(folder, suggestion.repeat.key, suggestion.kept.key)
        except errors.TimelineError as error:  # an editor was here meanwhile: tell, and go on
            out.print(escape(str(error)))
            continue
        folder, said = written.folder, said + 1
        _report(written, joined=answer == "y")
        out.print()
    out.print(f"{count(said, 'decision')} written.")
    next_step("timeline check")


def _answer() -> str:
    while True:
        given = typer.prompt(ASK, prompt_suffix=" > ", default="s", show_default=False)
        first = str(given).strip().lower()[:1]
        if first in ("y", "n", "s", "q"):
            return first


def _show(suggestion: Suggestion, place: str) -> None:
    """Both events with their dates, titles, sources and quotes, and what speaks for it."""
    why = "; ".join(suggestion.why)
    out.print(escape(f"{place}  score {suggestion.score:.2f}  {why}"))
    _show_telling(suggestion.repeat, "repeat")
    _show_telling(suggestion.kept, "shown ")


def _show_telling(telling: Telling, part: str) -> None:
    event = telling.event
    facts = f"{event.id}  {event.when}  {event.title}  ({event.kind}, {event.status})"
    out.print(escape(f"  {part}  {facts}"))
    for citation in event.citations:
        source = citation.source or telling.source
        place = f"{source}, paragraph {citation.paragraph}" if citation.paragraph else source
        out.print(escape(f"          {place}: “{citation.quote}”"))


def _report(written: Written, *, joined: bool) -> None:
    other = f"{written.other[0]}/{written.other[1]}"
    word = "joined      " if joined else "kept apart  "
    out.print(escape(f"{word}{_line(written)}  |  {other}"))
    if written.key not in written.asked:
        out.print("  The line stands there, because the event asked about repeats it already.")
    if written.clash:
        out.print("  Their dates can't both be true; `timeline check` says what to do.")
    next_step(f"timeline link --undo {written.key[0]}/{written.key[1]}", "  To take it back")


def _line(written: Written) -> str:
    event = written.event
    return f"{written.key[0]}/{event.id}  {event.when or 'no date'}  {event.title}"
