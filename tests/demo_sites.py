"""The built demo as readers meet it: from the disk, from a server, with instant navigation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.web import served
from timeline.site.build import build

if TYPE_CHECKING:
    from playwright import sync_api

ROOT = Path(__file__).parents[1]
INSTANT = "    - navigation.instant\n"
MARK = "window.said = []; addEventListener('securitypolicyviolation', e => said.push("
WATCH = f"{MARK}`${{e.violatedDirective}} ${{e.blockedURI}} ${{e.sourceFile}}`));"


@dataclass
class Visit:
    """A window on a site: what was complained of, and what was asked of other hosts."""

    page: sync_api.Page
    root: str
    complaints: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    def open(self, path: str) -> sync_api.Page:
        """A page of the site, by its path; `index.html` is what a server gives by itself."""
        if self.root.startswith("http") and path.partition("?")[0].endswith("index.html"):
            path = path.replace("index.html", "", 1)
        self.page.goto(f"{self.root}{path}")
        return self.page

    def violations(self) -> list[str]:
        """What the browser refused on the page that is open."""
        return list(self.page.evaluate("window.said"))


def of_web(folder: Path, site_url: str, *, instant: bool) -> Path:
    """The demo's configuration for a server: no search for files, addresses without .html."""
    text = (ROOT / "mkdocs.yml").read_text("utf-8").replace("  - offline\n", "")
    text = text.replace("watch:\n  - timeline/site\n", "")
    text = text.replace(
        "use_directory_urls: false", f"site_url: {site_url}\nuse_directory_urls: true"
    )
    if instant:
        text = text.replace("  features:\n", f"  features:\n{INSTANT}")
    for name in ("docs_dir: docs", "sources: sources"):
        key, _, path = name.partition(": ")
        text = text.replace(name, f"{key}: {ROOT / path}")
    config = folder / "mkdocs.yml"
    config.write_text(text, "utf-8")
    return config


@pytest.fixture(scope="session")
def demo_disk(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The demo as `make site` builds it, at its file: address."""
    folder = tmp_path_factory.mktemp("disk")
    return f"{build(ROOT / 'mkdocs.yml', site_dir=folder).site_dir.as_uri()}/"


@pytest.fixture(scope="session")
def demo_web(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The demo on a server."""
    yield from _web(tmp_path_factory.mktemp("web"), instant=False)


@pytest.fixture(scope="session")
def demo_instant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The demo on a server, with pages exchanged by script."""
    yield from _web(tmp_path_factory.mktemp("instant"), instant=True)


def _web(folder: Path, *, instant: bool) -> Iterator[str]:
    site = folder / "site"
    site.mkdir()
    with served(site) as address:
        build(of_web(folder, address, instant=instant), site_dir=site)
        yield address


@pytest.fixture
def visit(browser: sync_api.Browser, request: pytest.FixtureRequest) -> Iterator[object]:
    """Opens a window on one of the sites above, by the fixture's name."""
    contexts = []

    def make(site: str, width: int = 1280, scheme: str = "light", **options: object) -> Visit:
        root = request.getfixturevalue(site)
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, **options
        )
        contexts.append(context)
        context.add_init_script(WATCH)
        found = Visit(context.new_page(), root)
        listen(found)
        return found

    yield make
    for context in contexts:
        context.close()


def listen(found: Visit) -> None:
    """Keep what the window complains of and whom it asks."""
    page, home = found.page, found.root
    page.on(
        "console",
        lambda m: found.complaints.append(m.text) if m.type in ("error", "warning") else None,
    )
    page.on("pageerror", lambda error: found.complaints.append(str(error)))
    page.on(
        "request",
        lambda r: (
            found.foreign.append(r.url)
            if not r.url.startswith((home, "data:", "about:", "blob:"))
            else None
        ),
    )
