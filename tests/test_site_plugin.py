"""The plugin in real MkDocs builds: what is published, what is refused, and what runs nowhere."""

from __future__ import annotations

import html
import json
import logging
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from tests.site_project import HOSTILE, write_evil_project, write_project


def run(config_file: Path, *, serving: bool = False, strict: bool = True) -> MkDocsConfig:
    """Build as `mkdocs build`, or as the first build of `mkdocs serve`."""
    config = load_config(config_file=str(config_file), strict=strict)
    config.plugins.on_startup(command="serve" if serving else "build", dirty=False)
    mkdocs_build(config, serve_url="http://127.0.0.1:8000/" if serving else None)
    return config


def page(config: MkDocsConfig, path: str) -> str:
    return (Path(config.site_dir) / path).read_text("utf-8")


def edit(config_file: Path, name: str, old: str, new: str) -> None:
    path = config_file.parent / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@pytest.fixture
def warned(caplog: pytest.LogCaptureFixture) -> Callable[[], list[str]]:
    """What MkDocs warned about so far."""
    caplog.set_level(logging.INFO, "mkdocs")
    return lambda: [r.getMessage() for r in caplog.records if r.levelno >= logging.WARNING]


def test_a_strict_build_publishes_what_is_accepted(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Proposed and rejected events are nowhere in the site, and the log says what waits."""
    caplog.set_level(logging.INFO, "mkdocs")
    config = run(write_project(tmp_path))
    everything = "".join(p.read_text("utf-8") for p in Path(config.site_dir).rglob("*.html"))
    assert "Divers see cracks in the second pier" in everything
    assert "A ferry is laid on" not in everything
    assert "Boats may pass" not in everything
    assert "REJECTED-TITLE" not in everything
    assert "timeline: 1 proposed event waits for review" in caplog.messages


def test_a_preview_shows_proposals_marked(tmp_path: Path) -> None:
    """Under `serve` the reviewer sees them where they would stand."""
    text = page(run(write_project(tmp_path), serving=True), "timeline/index.html")
    (article,) = [a for a in re.findall(r"<article.*?</article>", text, re.S) if "ferry" in a]
    assert "tl-mark--proposed" in article
    assert "They are left out when the site is built." in text
    assert "REJECTED-TITLE" not in text


def test_nothing_is_written_into_docs(tmp_path: Path) -> None:
    """Else `serve` would reload for ever."""
    config = run(write_project(tmp_path))
    assert [p.name for p in Path(config.docs_dir).rglob("*")] == ["index.md"]


def test_the_sources_folder_is_watched(tmp_path: Path) -> None:
    """An edited event file rebuilds the preview; named once however often we build."""
    config = run(write_project(tmp_path), serving=True)
    mkdocs_build(config, serve_url="http://127.0.0.1:8000/")
    assert config.watch == [str(tmp_path / "sources")]


def test_a_rebuild_reads_the_sources_only_if_they_changed(tmp_path: Path) -> None:
    """The plugin lives as long as `serve` does."""
    config_file = write_project(tmp_path)
    config = run(config_file)
    plugin = config.plugins["timeline"]
    first = plugin.timeline
    mkdocs_build(config)
    assert plugin.timeline is first
    edit(config_file, "sources/bridge-closed.events.yml", "The city closes", "The port closes")
    mkdocs_build(config)
    assert "The port closes the bridge" in page(config, "timeline/index.html")


def test_source_pages_stay_out_of_the_navigation(tmp_path: Path) -> None:
    """A thousand pages in the navigation would take ten times as long to build."""
    text = page(run(write_project(tmp_path)), "index.html")
    nav = re.findall(r"<nav class=\"md-nav md-nav--primary.*?</nav>", text, re.S)
    assert "sources/index.html" in "".join(nav)
    assert "bridge-closed" not in "".join(nav)


@pytest.mark.parametrize("directory_urls", [True, False])
def test_a_selection_on_a_page_links_to_the_timeline(tmp_path: Path, directory_urls: bool) -> None:
    """Its links fit the page, whichever way pages are served."""
    plugins = "search, timeline"
    config = run(write_project(tmp_path, directory_urls=directory_urls, plugins=plugins))
    text = page(config, "index.html")
    assert text.count('<article class="tl-event') == 2
    target = "timeline/" if directory_urls else "timeline/index.html"
    assert f'href="{target}#first-cracks"' in text


@pytest.mark.parametrize(
    ("marker", "named"),
    [("colour=red", "there is no key colour"), ("from=yesterday", "yesterday")],
)
def test_a_bad_marker_is_a_warning_with_page_and_key(
    tmp_path: Path, warned: Callable[[], list[str]], marker: str, named: str
) -> None:
    """The build goes on, unless it is strict."""
    config_file = write_project(tmp_path, index=f"# Home\n\n<!-- timeline {marker} -->\n")
    run(config_file, strict=False)
    (message,) = warned()
    assert message.startswith("timeline: index.md: ")
    assert named in message
    with pytest.raises(Abort, match="1 warnings in strict mode"):
        run(config_file)


def test_an_event_whose_quote_is_not_found_is_not_published(
    tmp_path: Path, warned: Callable[[], list[str]]
) -> None:
    """It is named with its file and line, and fails a strict build."""
    config_file = write_project(tmp_path)
    edit(config_file, "sources/bridge-closed.md", "to all traffic on Friday", "to all")
    config = run(config_file, strict=False)
    assert "The city closes the bridge" not in page(config, "timeline/index.html")
    (message,) = warned()
    assert re.search(r"bridge-closed\.events\.yml:\d+: ", message)
    with pytest.raises(Abort):
        run(config_file)


def test_an_unreadable_event_file_fails_a_strict_build(
    tmp_path: Path, warned: Callable[[], list[str]]
) -> None:
    """Not with a traceback, and never by leaving events out in silence."""
    config_file = write_project(tmp_path)
    edit(config_file, "sources/silent.events.yml", "events:", "events: [")
    with pytest.raises(Abort):
        run(config_file)
    assert any("silent.events.yml" in message for message in warned())


def test_a_missing_sources_folder_is_named(tmp_path: Path, warned: Callable[[], list[str]]) -> None:
    """With what to do about it."""
    config_file = write_project(tmp_path)
    (tmp_path / "sources").rename(tmp_path / "elsewhere")
    with pytest.raises(Abort):
        run(config_file)
    assert str(tmp_path / "sources") in warned()[-1]
    assert "timeline init" in warned()[-1]


def test_a_page_in_the_way_is_named(tmp_path: Path, warned: Callable[[], list[str]]) -> None:
    """A page somebody wrote is never replaced in silence."""
    config_file = write_project(tmp_path)
    (tmp_path / "docs" / "timeline").mkdir()
    (tmp_path / "docs" / "timeline" / "index.md").write_text("# Mine\n", "utf-8")
    with pytest.raises(Abort):
        run(config_file)
    assert "timeline/index.md" in warned()[-1]


def test_each_event_is_a_section_of_the_search_index(tmp_path: Path) -> None:
    """A search leads to the event, not to the page; selections add no doubles."""
    config = run(write_project(tmp_path))
    docs = json.loads(page(config, "search/search_index.json"))["docs"]
    found = [d for d in docs if d["location"].startswith("timeline/index.html#first-cracks")]
    assert [d["title"] for d in found] == [
        "Thursday 17 April 2014 Divers see cracks in the second pier disputed"
    ]
    assert "Mayor Ada Quill" in found[0]["text"]
    home = "".join(d["text"] for d in docs if d["location"].partition("#")[0] == "index.html")
    assert "Divers" not in home


def test_search_from_files_needs_no_other_host(tmp_path: Path) -> None:
    """The offline plugin's shim from a content network is replaced by ours."""
    text = page(run(write_project(tmp_path)), "timeline/index.html")
    assert "unpkg.com" not in text
    assert "../assets/timeline/iframe-worker.js" in text


class _Elements(HTMLParser):
    """The elements of a page inside Material's content, and what a browser shows of them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.words: list[str] = []
        content = text.partition('<article class="md-content__inner')[2]
        self.feed(content.partition("</main>")[0].rpartition("</article>")[0])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if dict(attrs).get("type") == "application/ld+json":
            return  # data for search engines, which no browser runs
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


def test_hostile_text_is_shown_and_runs_nowhere(tmp_path: Path) -> None:
    """With every Markdown extension in use: the words are all there, and no element is new."""
    config = run(write_evil_project(tmp_path))
    shown = " ".join(" ".join(text.partition("wzx")[0] for text in HOSTILE).split())
    for path in ("timeline/index.html", "sources/evil.html", "sources/index.html", "index.html"):
        text = page(config, path)
        found = _Elements(text)
        assert shown in found.text, path
        foreign = {"script", "img", "code", "strong", "em", "del", "ins", "b", "sub", "sup"}
        assert not foreign & found.tags, path
        assert not {name for name in found.attributes if name.startswith("on")}
        assert "javascript:" not in "".join(re.findall(r'(?:href|src)="([^"]*)"', text))
        (title,) = re.findall(r"<title>(.*?)</title>", text, re.S)
        assert "<" not in html.unescape(title)
    index = page(config, "search/search_index.json")
    assert "<script" not in index
    assert "<img" not in index


@pytest.mark.parametrize(("most", "made"), [(1000, True), (1, False)])
def test_a_preview_of_a_large_timeline_makes_no_files_to_take_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int, made: bool
) -> None:
    """It is built again with every file that is saved; a build has them all."""
    monkeypatch.setattr("timeline.site.plugin.PREVIEWED", most)
    config = run(write_project(tmp_path), serving=True)

    assert (Path(config.site_dir) / "timeline" / "timeline.csv").exists() is made
