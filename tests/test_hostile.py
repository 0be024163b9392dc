"""Hostile words in every field, in a built site: shown as words, in every file that browsers open.

The site is built a second time with plain words: what that one's pages are made of is all that
the hostile one's may be made of.
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from markdown_it import MarkdownIt

from tests.hostile_project import ATTACKS, hostile, write_hostile_project
from timeline.errors import SourceError
from timeline.readers.text import read
from timeline.schema import to_record
from timeline.site.build import build
from timeline.site.policy import inline_scripts

ATOM = "{http://www.w3.org/2005/Atom}"
ADDRESS = {"href", "src", "action", "data", "srcset", "poster", "formaction", "xlink:href"}
OURS = {"", "127.0.0.1", "ok.example", "squidfunk.github.io", "www.mkdocs.org"}


@dataclass
class Parts(HTMLParser):
    """What a page is made of: elements, attributes, where it leads, and the words it shows."""

    elements: set[str] = field(default_factory=set)
    attributes: set[tuple[str, str]] = field(default_factory=set)
    addresses: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.attributes |= {(tag, name) for name, _ in attrs}
        self.addresses += [value or "" for name, value in attrs if name in ADDRESS]

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        """Its words with single spaces."""
        return " ".join("".join(self.words).split())


def parts(text: str) -> Parts:
    """Those of an HTML text."""
    found = Parts()
    found.feed(text)
    found.close()
    return found


def pages(site: Path) -> dict[str, str]:
    """Every HTML file by its path."""
    return {str(p.relative_to(site)): p.read_text("utf-8") for p in sorted(site.rglob("*.html"))}


def html_of_exports(site: Path) -> Iterator[tuple[str, str]]:
    """The pieces of HTML in files that are not HTML, with the file's name."""
    folder = site / "timeline"
    for item in json.loads((folder / "feed.json").read_text("utf-8"))["items"]:
        yield "feed.json", item["content_html"]
    for slide in json.loads((folder / "timelinejs.json").read_text("utf-8"))["events"]:
        yield "timelinejs.json", slide["text"]["text"] + slide["text"]["headline"]
    for one in ElementTree.parse(folder / "feed.atom").iter():
        if one.get("type") == "html":
            yield "feed.atom", one.text or ""
    text = (folder / "timeline.markdown.txt").read_text("utf-8")
    yield "timeline.markdown.txt", MarkdownIt("commonmark", {"html": True}).render(text)


def test_pages_are_made_of_what_they_are_made_of(hostile_site: Path, plain_site: Path) -> None:
    """No element and no attribute is there that plain words don't have, in any page."""
    plain = [parts(text) for text in pages(plain_site).values()]
    elements = set().union(*(page.elements for page in plain))
    attributes = set().union(*(page.attributes for page in plain))
    assert len(pages(hostile_site)) == len(plain)
    for path, text in pages(hostile_site).items():
        found = parts(text)
        assert found.elements <= elements, path
        assert found.attributes <= attributes, path


def test_pages_lead_nowhere_else(hostile_site: Path) -> None:
    """Each address is on the web and of a host that was meant, or within the site."""
    for path, text in pages(hostile_site).items():
        for address in parts(text).addresses:
            found = urlsplit(address)
            assert found.scheme in ("", "http", "https", "data"), (path, address)
            assert (found.hostname or "") in OURS, (path, address)
            assert found.scheme != "data" or address == "data:,", (path, address)


def test_pages_run_what_they_ran(hostile_site: Path, plain_site: Path) -> None:
    """The theme's scripts, the same as with plain words."""
    plain = set().union(*(inline_scripts(text) for text in pages(plain_site).values()))
    for path, text in pages(hostile_site).items():
        assert inline_scripts(text) <= plain, path


@pytest.mark.parametrize("number", range(len(ATTACKS)))
def test_hostile_words_are_shown_as_they_are(hostile_site: Path, number: int) -> None:
    """On the timeline, in the frame, on the source's page: read, not guessed at."""
    made = pages(hostile_site)
    shown = {
        name: parts(made[f"timeline/{name}/index.html".replace("//", "/")]).text
        for name in ("", "embed")
    }
    for key in ("title", "who", "where", "tags", "summary", "body", "quote"):
        words = " ".join(hostile(key, number).split())
        assert all(words in text for text in shown.values()), key
    source = parts(made[f"sources/s{number}.html"]).text
    for key in ("title", "author", "publisher", "licence", "body"):
        assert " ".join(hostile(key, number).split()) in source, key


def test_no_template_was_filled_in(hostile_site: Path) -> None:
    """A plugin that reads every page as Jinja found nothing to do: 7 * 191 is 1337."""
    for path in hostile_site.rglob("*"):
        if path.is_file() and path.suffix not in (".png", ".gz", ".map", ".js", ".css"):
            assert "1337" not in path.read_text("utf-8"), path


def test_what_is_never_published_is_in_no_file(hostile_site: Path) -> None:
    """Notes are for reviewers."""
    for path in hostile_site.rglob("*"):
        if path.suffix in (".html", ".json", ".md", ".atom", ".csv", ".ics", ".bib"):
            assert "('note " not in html.unescape(path.read_text("utf-8")), path


def test_html_in_other_files_is_as_plain(hostile_site: Path, plain_site: Path) -> None:
    """Feeds, TimelineJS' JSON, Markdown: elements and attributes, and where they lead."""
    known: dict[str, set[str]] = {}
    for name, text in html_of_exports(plain_site):
        known.setdefault(name, set()).update(parts(text).elements, map(str, parts(text).attributes))
    seen = set()
    for name, text in html_of_exports(hostile_site):
        found = parts(text)
        assert found.elements | set(map(str, found.attributes)) <= known[name], name
        assert {urlsplit(one).scheme for one in found.addresses} <= {"", "http", "https"}, name
        seen.add(name)
    assert seen == {"feed.json", "timelinejs.json", "feed.atom", "timeline.markdown.txt"}


def test_cards_stay_in_their_folder(tmp_path: Path) -> None:
    """Whatever an event's id says."""
    config = write_hostile_project(tmp_path, lambda key, n: f"../../../{key}-{n}")
    config.write_text(config.read_text("utf-8").replace("hooks: [macros.py]", ""), "utf-8")
    site = build(config).site_dir
    assert len(list((site / "timeline" / "cards").iterdir())) == 2 * len(ATTACKS)
    assert {p.name for p in tmp_path.iterdir()} == {
        "docs",
        "sources",
        "mkdocs.yml",
        "macros.py",
        "site",
    }


@pytest.mark.parametrize("key", ["published", "retrieved", "language", "publish", "url"])
@pytest.mark.parametrize("number", range(len(ATTACKS)))
def test_fields_with_a_form_refuse_other_words(tmp_path: Path, key: str, number: int) -> None:
    """Dates, languages and addresses of sources are checked when they are read."""
    path = tmp_path / "s.md"
    path.write_text(f"---\ntitle: T\n{key}: {json.dumps(ATTACKS[number])}\n---\n\nText.\n", "utf-8")
    with pytest.raises(SourceError, match=key):
        read(path)


@pytest.mark.parametrize("key", ["slug", "kind", "status", "date_from", "salience", "order"])
@pytest.mark.parametrize("number", range(len(ATTACKS)))
def test_fields_of_events_with_a_form_refuse_other_words(key: str, number: int) -> None:
    """The schema knows them."""
    event: dict[str, Any] = {"id": "a", "title": "T", key: ATTACKS[number]}
    with pytest.raises(ValueError, match=key):
        to_record({"source": "s", "events": [event]})
