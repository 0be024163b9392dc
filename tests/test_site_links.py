"""Every link and anchor of a built site leads somewhere, and nothing is loaded from elsewhere."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest

from tests.site_project import write_project
from timeline.site.build import build

LOADING = {
    "link": "href",
    "script": "src",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "video": "src",
    "object": "data",
}
_NOT_LOADED = {"canonical", "prev", "next", "alternate"}


class _Page(HTMLParser):
    """The ids of a page, where it leads, and what it loads."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        address = values.get(LOADING.get(tag, ""), "")
        if address and values.get("rel") not in _NOT_LOADED:
            self.loads.append(address)


read = cache(_Page)


@pytest.fixture(scope="module", params=[False, True], ids=["files", "directories"])
def site(
    request: pytest.FixtureRequest, built_site: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, bool]:
    """A built site, and whether its pages are served as directories."""
    if not request.param:
        return built_site, False
    folder = tmp_path_factory.mktemp("directories")
    config = write_project(folder, directory_urls=True, plugins="search, timeline")
    return build(config).site_dir, True


def pages(root: Path) -> list[Path]:
    """The site's pages; the 404 page has absolute links, for it is shown anywhere."""
    found = [path for path in root.rglob("*.html") if path.name != "404.html"]
    assert len(found) >= 6
    return found


def test_every_link_and_anchor_resolves(site: tuple[Path, bool]) -> None:
    """From file:// too, where a folder has no index page."""
    root, directories = site
    broken = []
    for path in pages(root):
        for link in read(path).links:
            target, anchor = urldefrag(urljoin(path.as_uri(), link))
            if urlsplit(target).scheme != "file":
                continue
            file = Path(unquote(urlsplit(target).path))
            file = file / "index.html" if directories and file.is_dir() else file
            known = file.is_file() and (not anchor or unquote(anchor) in read(file).ids)
            if not known and anchor != "__skip":
                broken.append(f"{path.relative_to(root)}: {link}")
    assert broken == []


def test_ids_are_unique_on_every_page(site: tuple[Path, bool]) -> None:
    """Two elements of one name would make a permalink lead to the wrong one."""
    for path in pages(site[0]):
        ids = read(path).ids
        assert sorted(set(ids)) == sorted(ids), path


def test_nothing_is_loaded_from_another_host(site: tuple[Path, bool]) -> None:
    """No fonts, no scripts, no pictures: readers stay between themselves and the site."""
    loads = [(path, load) for path in pages(site[0]) for load in read(path).loads]

    assert loads
    assert [(path, load) for path, load in loads if urlsplit(load).netloc] == []


def test_style_sheets_and_scripts_name_no_other_host(site: tuple[Path, bool]) -> None:
    """Ours load nothing at all; a data: address is part of the file."""
    for path in (site[0] / "assets" / "timeline").iterdir():
        text = path.read_text("utf-8")
        addresses = re.findall(r"url\(\s*[\"']?([^\"')]*)|@import|fetch\(", text)
        assert not [address for address in addresses if not address.startswith("data:")], path


def test_links_outside_are_to_the_web_only(site: tuple[Path, bool]) -> None:
    """Whatever a source or an event file says."""
    schemes = {urlsplit(link).scheme for path in pages(site[0]) for link in read(path).links}
    assert schemes <= {"", "http", "https", "mailto"}
