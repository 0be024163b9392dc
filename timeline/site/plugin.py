"""The MkDocs plugin `timeline`: hooks that translate between MkDocs and `generate`, no more.

plugins:
  - timeline:
      sources: sources      # folder of sources and event files, beside mkdocs.yml
      timeline: timeline    # folder of the timeline's page
      title: Timeline       # its heading
      language: en          # of the pages; without it, the theme's
      search_sources: false # whether the search finds sources' paragraphs, too
      reviewed: false       # under each event the day it was decided on, from git
      reviewers: false      # and the name of who did
      headers: false        # a file _headers, with a Content-Security-Policy for the site
"""

from __future__ import annotations

import dataclasses
import logging
import re
from importlib import resources
from pathlib import Path
from typing import Literal

from jinja2 import Environment
from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from timeline import git, history
from timeline.check import read_event_file, read_folder
from timeline.errors import TimelineError
from timeline.model import Timeline
from timeline.readers import read
from timeline.remembered import Remembered
from timeline.selection import assemble
from timeline.site import policy
from timeline.site.blocks import anchors, lift, lower
from timeline.site.embed import cards, embedded
from timeline.site.generate import pages, selection
from timeline.site.kept import Compiled, Kept
from timeline.site.searched import Searched
from timeline.site.marker import replace
from timeline.site.options import SiteOptions
from timeline.site.views import Reviewed
from timeline.site.takeaway import downloads, export_options
from timeline.site.theme import speak

log = logging.getLogger("mkdocs.plugins.timeline")

STYLES = tuple(
    f"assets/timeline/{name}.css" for name in ("timeline", "overview", "filter", "sources")
)
SCRIPTS = tuple(f"assets/timeline/{name}.js" for name in ("timeline", "overview", "filter", "cite"))
# The name tells Material's offline plugin that the shim is here, so that it loads none from afar.
FILE_SEARCH = "assets/timeline/iframe-worker.js"
# Those of pages for an iframe: no page of the theme loads them.
EMBED = ("assets/timeline/embed.css", "assets/timeline/embed.js")
# Before the theme's script, which with instant navigation trips over links in a picture.
INSTANT = "assets/timeline/instant.js"
_DATA = re.compile(r'<script type="application/ld\+json">.*?</script>', re.DOTALL)
PREVIEWED = 500
"""Events up to which a preview makes the files to take away, each time a file is saved."""


class TimelineConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves it untyped
    """The plugin's settings in mkdocs.yml."""

    sources = c.Dir(default="sources")
    timeline = c.Type(str, default="timeline")
    title = c.Optional(c.Type(str))
    language = c.Optional(c.Type(str))
    search_sources = c.Type(bool, default=False)
    reviewed = c.Type(bool, default=False)
    reviewers = c.Type(bool, default=False)
    headers = c.Type(bool, default=False)


class TimelinePlugin(BasePlugin[TimelineConfig]):  # type: ignore[no-untyped-call]  # as above
    """Adds the timeline's pages to the site, and fills in selections on pages people write.

    After a build, `timeline` is what was published.
    """

    def __init__(self) -> None:
        self.timeline = Timeline()
        self._options = SiteOptions()
        self._serving = False
        self._loaded: tuple[object, Timeline] | None = None
        self._history: tuple[object, Reviewed] = (None, {})
        self._kept, self._compiled = Kept(), Compiled()
        self._searched = Searched()
        self._read_source, self._read_events = Remembered(read), Remembered(read_event_file)
        self._lifted: tuple[str, str, tuple[str, ...]] = ("", "", ())
        self._scripts: dict[str, str] = {}  # those that stand in pages, and a page of each
        self._bare: frozenset[str] = frozenset()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Proposals are shown under `serve` only. Having this hook keeps the plugin's cache."""
        self._serving = command == "serve"

    # Before Material's offline plugin, which looks for the search shim, and switches
    # directory URLs off, as we do here for the links we write.
    @event_priority(50)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Find the sources, watch them, and name our style sheet and scripts."""
        speak(config, self.config.language)
        folder = Path(self.config.sources)
        if not folder.is_dir():
            raise PluginError(
                f"timeline: {folder}: there is no such folder\n"
                "  Try: timeline init, or name the folder of your sources in mkdocs.yml "
                "(plugins: timeline: sources:)"
            )
        if str(folder) not in config.watch:
            config.watch.append(str(folder))
        # First, so that the site's own style sheets win.
        own = [path for path in config.extra_css if path not in STYLES]
        config.extra_css[:] = [*STYLES, *own]
        for script in SCRIPTS:
            if script not in config.extra_javascript:
                config.extra_javascript.append(script)
        if _offline(config):
            config.use_directory_urls = False
            polyfills = config.extra.setdefault("polyfills", [])
            if FILE_SEARCH not in polyfills:
                polyfills.append(FILE_SEARCH)
        if "navigation.instant" in config.theme.get("features", []):
            polyfills = config.extra.setdefault("polyfills", [])
            if INSTANT not in polyfills:
                polyfills.append(INSTANT)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the generated pages and the assets; MkDocs never finds them in docs_dir."""
        self._scripts.clear()
        self._options = self.site_options(config)
        self.timeline = self._load()
        if self._serving and len(self.timeline) > PREVIEWED:
            log.info("timeline: the files under “take away” are made by `timeline build`")
            self._options = dataclasses.replace(self._options, take_away=False)
        for problem in self.timeline.problems:
            log.warning("timeline: %s", problem)
        if self.timeline.waiting:
            log.info("timeline: %s", _waiting(self.timeline.waiting, shown=self._serving))
        in_nav = {self._options.timeline_page, self._options.sources_page}
        for path, content in self._made().items():
            level = InclusionLevel.UNDEFINED if path in in_nav else InclusionLevel.NOT_IN_NAV
            if not path.endswith(".md"):
                level = InclusionLevel.UNDEFINED
            _add(files, File.generated(config, path, content=content, inclusion=level))
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """A preview compiles the theme's templates once, not for each build."""
        self._searched.attach(config, keep=self._serving)
        if self._serving and env.bytecode_cache is None:
            env.bytecode_cache = self._compiled
        return env

    # After other plugins, which see the whole page, too.
    @event_priority(-100)
    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Replace `<!-- timeline ... -->` by the events it selects."""
        if page.file.generated_by == "timeline":
            self._lifted = markdown, *lift(markdown)
            return self._lifted[1]
        if "timeline" not in markdown:
            return markdown
        path = page.file.src_uri
        text, bad = replace(
            markdown,
            self.timeline,
            lambda chosen: selection(
                chosen, page=path, options=self._options, reviewed=self._history[1]
            ),
        )
        for marker in bad:
            log.warning("timeline: %s: <!-- timeline -->: %s", path, marker.problem)
        return text

    # Before other plugins, which want to see the whole page.
    @event_priority(100)
    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put the raw HTML of a generated page back, which went around the Markdown parser."""
        if page.file.generated_by != "timeline":
            return html
        page.markdown, _, blocks = self._lifted
        page.present_anchor_ids = (page.present_anchor_ids or set()) | anchors(blocks)
        return lower(html, blocks)

    def pages(self, config: MkDocsConfig) -> dict[str, str | bytes]:
        """What a build adds to the site, for a generator without this plugin. Raises MkDocs'."""
        self._options, self.timeline = self.site_options(config), self._load()
        if self.timeline.problems:
            raise PluginError("\n".join(f"timeline: {one}" for one in self.timeline.problems))
        return {**self._made(), **dict(cards(self.timeline, options=self._options))}

    def _made(self) -> dict[str, str | bytes]:
        """Pages, the files to take away, and what pages need, by path."""
        try:
            made = pages(
                self.timeline, options=self._options, reviewed=self.reviewed(), kept=self._kept
            )
        except TimelineError as error:
            raise PluginError(f"timeline: {error}") from error
        needed = {path: _asset(path) for path in (*STYLES, *SCRIPTS, *EMBED, INSTANT, FILE_SEARCH)}
        taken = {path: text.encode("utf-8") for path, text in self._apart().items()}
        return {**made, **taken, **needed}

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Put data for search engines into the head, and note the page's scripts for the policy.

        Instant navigation would run what stands in the body, data or not.
        """
        if page.file.generated_by == "timeline":
            data = "".join(_DATA.findall(output))
            output = (
                _DATA.sub("", output).replace("</head>", f"{data}</head>", 1) if data else output
            )
        if self.config.headers:
            for script in policy.inline_scripts(output):
                self._scripts.setdefault(script, page.file.src_uri)
        return output

    def on_post_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig
    ) -> str:
        """The theme's page for what isn't found has its scripts and nothing else."""
        if self.config.headers and template_name == "404.html":
            self._bare = policy.inline_scripts(output_content)
        return output_content

    def _write_headers(self, site_dir: Path) -> None:
        """The file of headers; a script of a page's own is named, as browsers won't run it."""
        allowed = policy.of_theme(self._scripts, self._bare) | self._bare
        for script, page in self._scripts.items():
            if script not in allowed:
                log.warning(
                    "timeline: %s: a script stands in this page, which the policy forbids\n"
                    "  Try: put it into a file, and name that under extra_javascript",
                    page,
                )
        chronology = site_dir / self._options.timeline / "chronology.html"
        found = chronology.read_text("utf-8") if chronology.is_file() else ""
        text = policy.headers(policy.policy(allowed, policy.inline_styles(found)))
        if (site_dir / policy.HEADERS).exists():
            log.warning("timeline: docs has a file _headers, which was kept; ours is\n%s", text)
            return
        (site_dir / policy.HEADERS).write_text(text, "utf-8")

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the events' cards: ten thousand files that MkDocs need not know of."""
        if self.config.headers:
            self._write_headers(Path(config.site_dir))
        if not self._options.take_away:
            return
        (Path(config.site_dir) / self._options.timeline / "cards").mkdir(
            parents=True, exist_ok=True
        )
        for path, text in cards(self.timeline, options=self._options):
            (Path(config.site_dir) / path).write_text(text, "utf-8")

    def _apart(self) -> dict[str, str]:
        """Files to take away and frames; a preview of a large timeline goes without."""
        if not self._options.take_away:
            return {}
        options = export_options(self._options, reviewed=self._history[1])
        files = downloads(self.timeline, options=options, site=self._options)
        return files | embedded(self.timeline, options=self._options, reviewed=self._history[1])

    def site_options(self, config: MkDocsConfig) -> SiteOptions:
        """What the site is asked to look like."""
        return SiteOptions(
            timeline=self.config.timeline.strip("/"),
            title=self.config.title,
            language=self.config.language or config.theme.get("language") or "en",
            directory_urls=config.use_directory_urls and not _offline(config),
            proposed=self._serving,
            search_sources=self.config.search_sources,
            reviewers=self.config.reviewers,
            url=config.site_url or None,
            name=config.site_name,
        )

    def reviewed(self) -> Reviewed:
        """Who decided when; asked of git again only after a commit or a change of a file."""
        folder = Path(self.config.sources)
        wanted = self.config.reviewed or self.config.reviewers
        state = (folder, _fingerprint(folder), git.head(folder)) if wanted else None
        if self._history[0] != state:
            self._history = (state, history.known(folder) if wanted else {})
        return self._history[1]

    def _load(self) -> Timeline:
        """The timeline; read again only when a file of the folder has changed."""
        folder = Path(self.config.sources)
        state = (folder, self._serving, _fingerprint(folder))
        if self._loaded is None or self._loaded[0] != state:
            found = read_folder(
                folder, read_source=self._read_source, read_events=self._read_events
            )
            self._loaded = (state, assemble(found, proposed=self._serving))
        return self._loaded[1]


def _offline(config: MkDocsConfig) -> bool:
    plugin = config.plugins.get("material/offline") or config.plugins.get("offline")
    return plugin is not None and bool(plugin.config.get("enabled", True))


def _fingerprint(folder: Path) -> tuple[tuple[str, int, int], ...]:
    found = []
    for path in sorted(folder.rglob("*")):
        stat = path.stat()
        found.append((str(path), stat.st_mtime_ns, stat.st_size))
    return tuple(found)


def _add(files: Files, file: File) -> None:
    if files.get_file_from_path(file.src_uri) is not None:
        raise PluginError(
            f"timeline: {file.src_uri}: this page is in the way of a generated one\n"
            "  Try: move it, or give the timeline another folder in mkdocs.yml "
            "(plugins: timeline: timeline:)"
        )
    files.append(file)


def _asset(path: str) -> bytes:
    name = path.rpartition("/")[2]
    return resources.files("timeline.site").joinpath("assets", name).read_bytes()


def _waiting(number: int, *, shown: bool) -> str:
    events = "1 proposed event" if number == 1 else f"{number} proposed events"
    verb = "waits" if number == 1 else "wait"
    return f"{events} {verb} for review" + (" (shown, marked, in this preview)" if shown else "")
