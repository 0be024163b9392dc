"""Commands that show what waits, and with which a person decides."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from timeline import errors, project
from timeline.console import count, err, next_step, out, report_decisions, report_listing

Ids = Annotated[list[str] | None, typer.Argument(help="Ids, or their first letters.")]
AllOf = Annotated[
    str | None, typer.Option("--all", metavar="SOURCE", help="All proposals of a source.")
]


def list_(
    sources: Annotated[list[str] | None, typer.Argument(help="Sources; all if left out.")] = None,
    status: Annotated[
        str, typer.Option(help="proposed, accepted, rejected, disputed or all.")
    ] = "proposed",
    least: Annotated[float, typer.Option(help="Leave out those of less salience, 0 to 1.")] = 0.0,
    undated: Annotated[bool, typer.Option("--undated", help="Those that need a date.")] = False,
    limit: Annotated[int, typer.Option(help="How many; 0 for all.")] = 40,
) -> None:
    """List the events that wait for a decision, the leading ones first.

    Example: timeline list talks --least 0.5
    """
    from timeline import listing
    from timeline.check import read_folder

    folder = read_folder(project.find(Path.cwd()).sources)
    rows = listing.listed(
        folder, sources=sources or (), status=status, least=least, undated=undated
    )
    report_listing(rows[: limit or None], of=len(rows), left=listing.left(folder))


def review(
    source: Annotated[str | None, typer.Argument(help="A source; all if left out.")] = None,
    port: Annotated[int, typer.Option(help="On this machine only; else the next free one.")] = 8765,
    no_open: Annotated[bool, typer.Option("--no-open", help="Only say where it is.")] = False,
    private: Annotated[
        bool,
        typer.Option("--private", help="Fetch from this computer and private networks, too."),
    ] = False,
) -> None:
    """Review on a local page: the paragraph beside each proposal, a key for each decision.

    What you decide is in the event files at once; undo (u) takes it back. New articles can be
    dropped on the page: files, texts, addresses.

    Example: timeline review talks
    """
    import datetime as dt
    import threading
    import webbrowser

    from timeline.review.serve import Address, serve

    def ready(address: Address) -> None:
        if address.moved:
            out.print(f"Port {port} is taken by another program; this is at {address.port}.")
        out.print(f"Review at {escape(address.url)}")
        out.print("The address is for you alone. Ctrl-C here ends it.")
        if not no_open:
            out.print("If no browser opens, copy the address into one.")
            # In a thread: a browser in the terminal would keep the page from being served.
            threading.Thread(target=webbrowser.open, args=[address.url], daemon=True).start()

    def today() -> str:
        return dt.date.today().isoformat()

    if err.is_terminal:
        err.print("Reading the articles and their events ...")
    with contextlib.suppress(KeyboardInterrupt):
        where = project.find(Path.cwd())
        serve(where, source, port=port, ready=ready, today=today, allow_private=private)
    out.print("Ended. Every decision is in the event files.")
    next_step("timeline check")


def accept(ids: Ids = None, everything: AllOf = None) -> None:
    """Accept proposed events: they will be published.

    Example: timeline accept 8c1f03aa 91c0

    Example: timeline accept --all talks
    """
    _decide(ids, "accepted", everything)


def reject(ids: Ids = None, everything: AllOf = None) -> None:
    """Reject events: they stay in their file and are never proposed again.

    Example: timeline reject 8c1f03aa
    """
    _decide(ids, "rejected", everything)


def reopen(
    ids: Annotated[list[str], typer.Argument(help="Ids, or their first letters.")],
) -> None:
    """Take a decision back: the events are proposals again.

    Example: timeline reopen 8c1f03aa
    """
    _decide(ids, "proposed", None)


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
