"""The command that begins a project: init."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from timeline import project
from timeline.console import next_step, out, short


def init(
    folder: Annotated[Path, typer.Argument(help="Where; this folder if left out.")] = Path(),
) -> None:
    """Lay out a new project: sources/, docs/ and mkdocs.yml.

    Example: timeline init my-timeline
    """
    for path, made in project.init(folder.resolve()):
        out.print(f"{'made' if made else 'kept'}  {escape(short(path))}")
    next_step("timeline add ARTICLE.txt --title '...' --published 2015-09-25")
