"""Commands that begin a project: init, add."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer
from rich.markup import escape

from timeline import project
from timeline.cli.given import has_project
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
    folder = project.find(root).sources if has_project(root) else root / project.SOURCES
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
