"""The command `timeline`: each command a few lines over a function of the same name.

One module for each group of commands; a command is a function there and a name in `COMMANDS`.
"""

from __future__ import annotations

import io
import sys
from typing import Annotated

import typer
from rich.markup import escape

from timeline import __version__, errors
from timeline.cli.adding import add
from timeline.cli.dates import explain, tag
from timeline.cli.events import check, extract, fmt
from timeline.cli.links import link
from timeline.cli.review import accept, list_, reject, reopen, review
from timeline.cli.site import build, serve
from timeline.cli.start import init
from timeline.cli.takeaway import export, import_
from timeline.cli.versions import diff, merge_driver
from timeline.console import err, out

# In the order of the work, which is the order of --help and of the page of commands.
COMMANDS = (
    *(init, add, extract, check, fmt),
    *(list_, review, accept, reject, reopen, link),
    *(diff, merge_driver),
    *(build, serve),
    *(export, import_),
    *(tag, explain),
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
for command in COMMANDS:
    app.command(command.__name__.rstrip("_").replace("_", "-"))(command)


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


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which.")
    ] = False,
) -> None:
    del version
