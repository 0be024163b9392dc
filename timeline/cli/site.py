"""Commands that make the site: build, serve."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from timeline import errors
from timeline.cli.given import config_at
from timeline.console import count, out


def build(
    config: Annotated[Path | None, typer.Option(help="The site's mkdocs.yml.")] = None,
    site_dir: Annotated[Path | None, typer.Option(help="Where the site goes; else site/.")] = None,
    pages: Annotated[
        Path | None,
        typer.Option(help="No site, but its pages as Markdown in this folder.", metavar="DIR"),
    ] = None,
) -> None:
    """Build the site from accepted and disputed events. Strict: a warning stops it.

    With --pages, the generated pages are written as files, for MkDocs without the plugin or
    another generator. Files there that you wrote or changed are never overwritten.

    Example: timeline build

    Example: timeline build --pages docs
    """
    from timeline.site.build import build as build_site

    if pages is not None:
        _write_pages(pages, config, site_dir)
        return
    report = build_site(config_at(config), site_dir=site_dir)
    out.print(f"{count(report.published, 'event')} published, {report.waiting} wait for review.")
    out.print(f"Open {escape(str(report.site_dir / 'index.html'))}")


def _write_pages(folder: Path, config: Path | None, site_dir: Path | None) -> None:
    from timeline.site.build import write_pages

    if site_dir is not None:
        what = "--pages writes no site, so it can't have a --site-dir"
        raise errors.UsageError(what, hint="leave one of them out")
    report = write_pages(folder, config_at(config))
    events = count(report.events, "event")
    out.print(f"{count(report.files, 'file')} with {events} in {escape(str(report.folder))}.")
    out.print("In the mkdocs.yml that builds them, without the plugin timeline:")
    for key, paths in (("extra_css", report.styles), ("extra_javascript", report.scripts)):
        out.print(f"{key}:")
        for path in paths:
            out.print(f"  - {path}")


def serve(
    config: Annotated[Path | None, typer.Option(help="The site's mkdocs.yml.")] = None,
    port: Annotated[int, typer.Option(help="On this machine only.")] = 8000,
    open_browser: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
) -> None:
    """Show the site with its proposals, marked, and again after each saved file.

    Example: timeline serve --open
    """
    from timeline.site.build import serve as serve_site

    path = config_at(config)
    logging.basicConfig(level=logging.WARNING, format="%(message)s")  # what is wrong, as it comes
    out.print(f"The preview, with proposals, is at http://127.0.0.1:{port}/ (Ctrl-C ends it).")
    serve_site(path, port=port, open_browser=open_browser)
