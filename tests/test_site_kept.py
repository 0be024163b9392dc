"""What a preview keeps from build to build: a rebuild is, byte for byte, what a fresh build is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from tests.site_project import write_project
from timeline.site import parts as parts_module
from timeline.site.kept import Kept

EVENTS = "sources/bridge-closed.events.yml"
CHANGES = {
    "title": (EVENTS, "Divers see cracks", "Divers <see> {{ 7 }} cracks"),
    "day": (EVENTS, "when: '2014-04-17'", "when: '1999-04-17'"),
    "year only": (EVENTS, "when: '2014-04-17'", "when: '2014'"),
    "person": (EVENTS, "Ada Quill", "Ida Quill"),
    "place": (EVENTS, "Lowmouth", "Highmouth"),
    "rejected": (EVENTS, "status: accepted", "status: rejected"),
    "accepted": (EVENTS, "status: proposed", "status: accepted"),
    "slug": (EVENTS, "slug: first-cracks", "slug: the-cracks"),
    "paragraph": ("sources/bridge-closed.md", "before it told anyone", "before it told all"),
    "publisher": ("sources/bridge-closed.md", "The Harbour Gazette", "The Harbour Times"),
    "silence": ("sources/silent.md", "publish: 'none'", "publish: 'cited'"),
    "page": ("docs/index.md", 'who="ada quill"', "tags=safety"),
    "name of the site": ("mkdocs.yml", "site_name: Harbour", "site_name: Port"),
    "language": ("mkdocs.yml", "name: material", "name: material\n  language: de"),
    "addresses": ("mkdocs.yml", "use_directory_urls: false", "use_directory_urls: true"),
    "table of contents": ("mkdocs.yml", "[toc]", "[toc: {permalink: true}]"),
}


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    """No plugin of an earlier build in this process is left."""
    forget()
    yield
    forget()


def forget() -> None:
    dict(MkDocsConfig()._schema)["plugins"].plugin_cache.clear()  # type: ignore[attr-defined]


def preview(config_file: Path, to: str, *, first: bool) -> dict[str, bytes]:
    """A build as `mkdocs serve` does it, into a folder; its files but for the packed sitemap."""
    site = config_file.parent / to
    config = load_config(config_file=str(config_file), site_dir=str(site))
    if first:
        config.plugins.on_startup(command="serve", dirty=False)
    mkdocs_build(config, serve_url="http://127.0.0.1:8000/")
    files = (path for path in sorted(site.rglob("*")) if path.is_file() and path.suffix != ".gz")
    return {str(path.relative_to(site)): path.read_bytes() for path in files}


def changed(config_file: Path, name: str, old: str, new: str) -> None:
    path = config_file.parent / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@pytest.mark.parametrize("split", [False, True])
@pytest.mark.parametrize("change", CHANGES)
def test_a_rebuild_is_what_a_fresh_build_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str, split: bool
) -> None:
    """Timeline, names, sources, overview, search, exports: all follow the change."""
    if split:
        monkeypatch.setattr(parts_module, "SPLIT_ABOVE", 3)
        monkeypatch.setattr(parts_module, "PART", 3)
    config_file = write_project(tmp_path, plugins="search, timeline")
    before = preview(config_file, "site", first=True)
    changed(config_file, *CHANGES[change])
    after = preview(config_file, "site", first=False)
    forget()
    fresh = preview(config_file, "fresh", first=True)
    assert after.keys() == fresh.keys()
    assert [name for name in fresh if fresh[name] != after[name]] == []
    assert after != before


def test_a_source_that_goes_takes_its_pages_with_it(tmp_path: Path) -> None:
    """And its events, its words in the search, and its names."""
    config_file = write_project(tmp_path, plugins="search, timeline")
    assert "sources/rival-report.html" in preview(config_file, "site", first=True)
    changed(config_file, "docs/index.md", "sources/rival-report.md#p2", "timeline/index.md")
    for name in ("rival-report.md", "rival-report.events.yml"):
        (tmp_path / "sources" / name).unlink()
    after = preview(config_file, "site", first=False)
    forget()
    assert after == preview(config_file, "fresh", first=True)
    assert "sources/rival-report.html" not in after


def test_an_unchanged_preview_makes_no_page_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else nothing would be won; the list of sources and the lists of names are made each time."""
    made: list[str] = []
    page = Kept.page
    monkeypatch.setattr(
        Kept,
        "page",
        lambda self, path, made_of, make: page(
            self, path, made_of, lambda: made.append(path) or make()
        ),
    )
    config_file = write_project(tmp_path, plugins="search, timeline")
    preview(config_file, "site", first=True)
    assert "sources/bridge-closed.md" in made
    made.clear()
    changed(config_file, EVENTS, "Divers see", "Two divers see")
    preview(config_file, "site", first=False)
    assert "sources/silent.md" not in made
    assert "timeline/index.md" in made


def test_other_settings_make_every_page_anew() -> None:
    """What is kept was made for one look of the site."""
    kept = Kept()
    kept.begin("de")
    kept.page("a.md", lambda: 1, lambda: "eins")
    kept.begin("de")
    assert kept.page("a.md", lambda: 1, lambda: "zwei") == "eins"
    kept.begin("en")
    assert kept.page("a.md", lambda: 1, lambda: "one") == "one"


def test_material_reads_only_changed_pages_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its search is given the sections that it found before."""
    from material.plugins.search import plugin as search

    read: list[str] = []
    add = search.SearchIndex.create_entry_for_section
    monkeypatch.setattr(
        search.SearchIndex,
        "create_entry_for_section",
        lambda self, section, toc, url, page: (
            read.append(url) or add(self, section, toc, url, page)
        ),
    )
    config_file = write_project(tmp_path, plugins="search, timeline")
    preview(config_file, "site", first=True)
    assert "timeline/people/ada-quill.html" in read
    read.clear()
    changed(config_file, EVENTS, "Divers see", "Two divers see")
    preview(config_file, "site", first=False)
    assert "timeline/index.html" in read
    assert "timeline/people/index.html" not in read
    assert re.search("Two divers see", (tmp_path / "site/search/search_index.json").read_text())
