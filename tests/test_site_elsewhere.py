"""Where else a source stands: on its page and under its citations."""

from __future__ import annotations

import dataclasses
import re

import pytest

from tests.site_example import BRIDGE, cite, event
from timeline.model import AlsoAt, Entry, Timeline
from timeline.site.generate import pages
from timeline.site.options import SiteOptions

MAIL = AlsoAt("https://mail.example/bridge?a=1&b=2", "The Evening Mail", "2014-05-10")
EVENT = event(1, "2014-05-09", "Closed", cite(1, "The city closed the old harbour bridge", ""))


def shown(*places: AlsoAt, language: str = "en") -> tuple[str, str]:
    """The timeline's page and the source's, with these places in its front matter."""
    source = dataclasses.replace(BRIDGE.source, also_at=places)
    document = dataclasses.replace(BRIDGE, source=source)
    timeline = Timeline((Entry(EVENT, source.name),), {source.name: document})
    made = pages(timeline, options=SiteOptions(language=language))
    return made["timeline/index.md"], made["sources/bridge-closed.md"]


def words(html: str) -> str:
    """What people read of it, in one line."""
    text = re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), re.sub("<[^>]*>", "", html))
    return " ".join(text.split())


@pytest.mark.parametrize("page", [0, 1], ids=["citation", "source"])
def test_each_place_has_its_paper_day_and_link(page: int) -> None:
    """A paper without an address is named, an address without a paper by its host."""
    html = shown(MAIL, AlsoAt(publisher="North Wire"), AlsoAt("https://www.post.example/a"))[page]
    assert "also at The Evening Mail (10 May 2014), North Wire, post.example" in words(html)
    assert re.search(r'href="https&#58;//mail\.example/bridge[^"]*"', html)
    assert html.count("<bdi>North Wire</bdi>") == 1


def test_without_another_place_nothing_is_said() -> None:
    """As on most pages."""
    assert not any("tl-also" in html for html in shown())


def test_a_citation_names_a_few_and_the_sources_page_all() -> None:
    """A wire report that thirty papers printed fills no screen."""
    timeline, source = shown(*(AlsoAt(publisher=f"Paper {n}") for n in range(30)))
    assert "Paper 2" in timeline
    assert "Paper 3" not in timeline
    assert "+27" in words(timeline)
    assert "Paper 29" in source


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "mailto:a@b.example"])
def test_only_web_addresses_become_links(url: str) -> None:
    """Whatever gave them; front matter takes no others in the first place."""
    for html in shown(AlsoAt(url, "The Post")):
        assert "<bdi>The Post</bdi>" in html
        assert f'href="{url.partition(":")[0]}' not in html


def test_names_and_addresses_are_text() -> None:
    """Markup, Markdown and Jinja in them are shown as they are written."""
    evil = '<img src=x onerror=alert(1)> {{ 1 }} [a](b) "quoted"'
    address = 'https://mail.example/"><script>alert(1)</script>'
    for html in shown(AlsoAt(address, evil)):
        assert evil in words(html)
        assert not any(mark in html for mark in ("<img", "<script>alert", "{{ 1", "[a]("))


def test_it_is_said_in_the_sites_language() -> None:
    """With the day as that language writes it."""
    assert "auch bei The Evening Mail (10. Mai 2014)" in words(shown(MAIL, language="de")[0])
