"""The site, built or served with MkDocs, as functions; `timeline build` and `timeline serve`."""

from __future__ import annotations

import errno
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.errors import ProjectError
from timeline.site.put import put

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from timeline.model import Timeline
    from timeline.site.options import SiteOptions
    from timeline.site.plugin import TimelinePlugin
    from timeline.site.views import Reviewed

_CONFIG_NAMES = ("mkdocs.yml", "mkdocs.yaml")


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build made: where, how many events from how many sources, and what it left out.

    `warnings` are MkDocs' and ours, in order; a strict build that has any raises instead.
    """

    site_dir: Path
    published: int
    sources: int
    waiting: int
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PagesReport:
    """How many files of how many events were written, and which of them each page wants."""

    folder: Path
    files: int
    events: int
    styles: tuple[str, ...]
    scripts: tuple[str, ...]


def build(
    config_file: Path | None = None, *, strict: bool = True, site_dir: Path | None = None
) -> BuildReport:
    """Build the site of an mkdocs.yml (default: the one here).

    Raises ProjectError with what MkDocs complained about.
    """
    path = _config_file(config_file)
    with _messages() as messages, _as_project_error(path, messages):
        from mkdocs.commands.build import build as mkdocs_build
        from mkdocs.config import load_config

        out = None if site_dir is None else str(site_dir.absolute())
        config = load_config(config_file=str(path), strict=strict or None, site_dir=out)
        _published(config, path)  # the plugin is there, before anything is built
        config.plugins.on_startup(command="build", dirty=False)
        try:
            mkdocs_build(config)
        finally:
            config.plugins.on_shutdown()
        timeline = _published(config, path)
    return BuildReport(
        site_dir=Path(config.site_dir),
        published=len(timeline),
        sources=len({c.source for entry in timeline for c in entry.event.citations if c.source}),
        waiting=timeline.waiting,
        warnings=tuple(messages),
    )


def write_pages(folder: Path, config_file: Path | None = None) -> PagesReport:
    """Write what the plugin would add to the site into a folder, for a build without the plugin.

    Raises ProjectError, before anything is written, where a file there is not as we wrote it.
    """
    path = _config_file(config_file)
    with _messages() as messages, _as_project_error(path, messages, said="no page was written"):
        from mkdocs.config import load_config

        from timeline.site.plugin import SCRIPTS, STYLES

        config = load_config(config_file=str(path))
        plugin = _plugin(config, path)
        config.plugins.on_startup(command="build", dirty=False)
        files = plugin.pages(config)
    put(files, folder)
    return PagesReport(folder, len(files), len(plugin.timeline), tuple(STYLES), tuple(SCRIPTS))


def settings_of(config_file: Path) -> tuple[SiteOptions, Reviewed]:
    """What the site of an mkdocs.yml is asked to look like, and who decided on its events.

    The latter is empty unless the site is to say it. Raises ProjectError.
    """
    said = "the site's settings can't be read"
    with _messages() as messages, _as_project_error(config_file, messages, said=said):
        from mkdocs.config import load_config

        config = load_config(config_file=str(config_file))
        plugin = _plugin(config, config_file)
        return plugin.site_options(config), plugin.reviewed()


def serve(
    config_file: Path | None = None,
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    open_browser: bool = False,
) -> None:
    """Serve a preview with the proposals in it; rebuilt when a file changes. Ends on Ctrl-C."""
    path = _config_file(config_file)
    with _messages() as messages, _as_project_error(path, messages):
        from mkdocs.commands.serve import serve as mkdocs_serve

        try:
            # A half-typed event must not stop the preview: what is wrong is told, the rest shown.
            address = f"{host}:{port}"
            mkdocs_serve(str(path), dev_addr=address, open_in_browser=open_browser, strict=False)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            hint = f"timeline serve --port {port + 1}"
            raise ProjectError(f"port {port} is taken by another program", hint=hint) from error


def _published(config: MkDocsConfig, path: Path) -> Timeline:
    """What the plugin of this configuration published last. Raises ProjectError without one."""
    return _plugin(config, path).timeline


def _plugin(config: MkDocsConfig, path: Path) -> TimelinePlugin:
    from timeline.site.plugin import TimelinePlugin

    for plugin in config.plugins.values():
        if isinstance(plugin, TimelinePlugin):
            return plugin
    raise ProjectError(
        "the plugin timeline is not switched on", where=path, hint="plugins: [search, timeline]"
    )


def _config_file(path: Path | None) -> Path:
    candidates = [path] if path is not None else [Path(name) for name in _CONFIG_NAMES]
    for candidate in candidates:
        if candidate.is_file():
            return candidate
    raise ProjectError(
        "there is no such file", where=candidates[0], hint="timeline init makes a new project"
    )


@contextmanager
def _messages() -> Iterator[list[str]]:
    """Collect warnings and errors of MkDocs' logger for as long as this is open."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material's advice about MkDocs 2
    found: list[str] = []

    class Collect(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            found.append(record.getMessage())

    handler = Collect(level=logging.WARNING)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    try:
        yield found
    finally:
        logger.removeHandler(handler)


@contextmanager
def _as_project_error(
    path: Path, messages: list[str], *, said: str = "the site was not built"
) -> Iterator[None]:
    from mkdocs.exceptions import Abort, MkDocsException

    try:
        yield
    except (Abort, MkDocsException) as error:
        what = "\n".join(dict.fromkeys((*messages, str(error))))
        raise ProjectError(
            f"{said}\n{what}", where=path, hint="mend what is named above"
        ) from error
