"""What Material's search is handed of a generated page: all of its words, few of its tags."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from material.plugins.search.plugin import Parser

from tests.site_project import write_project
from timeline.site import searched as searched_module
from timeline.site.build import build
from timeline.site.searched import light

EVENT = (
    '<article class="tl-event"><h3 class="tl-head" id="a1"><time class="tl-when" '
    'datetime="2014-03-16"><span class="tl-weekday">Sunday</span> 16 March 2014</time> '
    '<span class="tl-title" dir="auto">Pier &#60;opens&#62;</span></h3>\n'
    '<a class="tl-permalink" href="#a1" title="Link">#</a>\n'
    "<blockquote><p>The <mark>pier <span>opened</span></mark> late.</p></blockquote>\n"
    '<a href="../sources/log.html#p1"><bdi>The log</bdi></a></article>'
)


def sections(html: str) -> list[tuple[str | None, str, str]]:
    """What Material finds: anchors, titles and texts; white space makes no difference."""
    parser = Parser()
    parser.feed(html)
    parser.close()
    texts = [(s.id, "".join(s.title), "".join(s.text)) for s in parser.data if not s.is_excluded()]
    return [
        (anchor, " ".join(title.split()), " ".join(text.split())) for anchor, title, text in texts
    ]


def test_an_event_keeps_its_words_and_loses_the_sign_of_its_link() -> None:
    """Its anchor, its date, its title as it is written, its quote and its source."""
    said = "<p>The pier opened late.</p> The log"
    first = sections(f'<h1 id="top">Timeline</h1>{EVENT}')[1]
    assert first == ("a1", "Sunday 16 March 2014 Pier &lt;opens&gt;", f"# {said}")
    assert sections(light(f'<h1 id="top">Timeline</h1>{EVENT}'))[1] == (*first[:2], said)


@pytest.mark.parametrize(
    "html",
    [
        '<h2 id="x">Title<a class="headerlink" href="#x">¶</a></h2>',
        "<p><span data-search-exclude>hidden <b>too</b></span> shown</p>",
        '<p><a href="x"><b>bold</b></a> and <span class="other">more</span></p>',
    ],
)
def test_what_says_something_to_the_search_stays(html: str) -> None:
    """Signs of headings, words to leave out, and whatever others put into the page."""
    assert sections(light(html)) == sections(html)


def test_a_site_finds_what_it_would_find_in_whole_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Section by section, but for the signs of links."""
    config_file = write_project(tmp_path, plugins="search, timeline")
    lighter = searched(config_file)
    monkeypatch.setattr(searched_module, "light", lambda html: html)
    whole = searched(config_file)
    assert any("#" in one["text"] for one in whole)
    assert [plain(one) for one in lighter] == [plain(one) for one in whole]


def searched(config_file: Path) -> list[dict[str, str]]:
    """The sections of the search index of a site."""
    build(config_file)
    index = config_file.parent / "site/search/search_index.json"
    found: list[dict[str, str]] = json.loads(index.read_text("utf-8"))["docs"]
    return found


def plain(section: dict[str, str]) -> dict[str, str]:
    """Without signs, and with single spaces."""
    return {**section, "text": " ".join(re.sub("[#‹›]", "", section["text"]).split())}
