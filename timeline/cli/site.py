"""Commands that make the site: build, serve."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from timeline.cli.given import config_at
from timeline.console import count, out


def build(
    config: Annotated[Path | None, typer.Option(help="The site's mkdocs.yml.")] = None,
    site_dir: Annotated[Path | None, typer.Option(help="Where the site goes; else site/.")] = None,
) -> None:
    """Build the site from accepted and disputed events. Strict: a warning stops it.

    Example: timeline build
    """
    from timeline.site.build import build as build_site

    report = build_site(config_at(config), site_dir=site_dir)
    out.print(f"{count(report.published, 'event')} published, {report.waiting} wait for review.")
    out.print(f"Open {escape(str(report.site_dir / 'index.html'))}")


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
