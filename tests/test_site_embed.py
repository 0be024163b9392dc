"""Pages for an iframe and cards: whole files, links that leave the frame, names that are safe."""

from __future__ import annotations

import dataclasses
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.site_example import BRIDGE, EXAMPLE, cite, event
from timeline.model import Entry, Timeline
from timeline.site import parts
from timeline.site.embed import cards, embedded
from timeline.site.options import SiteOptions, card_name

CRACKS = "timeline/cards/first-cracks.html"


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    """The cards of the example, by path."""
    return dict(cards(EXAMPLE, options=SiteOptions(name="Harbour")))


def one(**fields: object) -> dict[str, str]:
    """The cards of a timeline with a single event."""
    entry = Entry(
        dataclasses.replace(event(9, "2014", "T", cite(4, "Nobody was hurt", "")), **fields),
        "bridge-closed",
    )
    return dict(cards(Timeline((entry,), {"bridge-closed": BRIDGE})))


def test_an_embedded_timeline_is_one_whole_page_with_every_event() -> None:
    """With its overview, whose marks lead to events within the frame."""
    ((path, page),) = embedded(EXAMPLE).items()
    assert path == "timeline/embed/index.html"
    assert page.startswith("<!DOCTYPE html>")
    assert page.count('<article class="tl-event') == len(EXAMPLE)
    assert '<a target="_self" href="#first-cracks"' in page
    assert re.findall(r'<h3 class="tl-head" id="([^"]+)"', page).count("first-cracks") == 1


def test_other_links_of_an_embedded_timeline_open_a_new_tab() -> None:
    """The reader of an article keeps the article."""
    (page,) = embedded(EXAMPLE).values()
    within = re.findall(r'<a target="_self" href="([^"]*)"', page)
    assert '<base target="_blank">' in page
    assert within
    assert all(href.startswith("#") for href in within)
    assert 'href="../../sources/bridge-closed/#p2"' in page


def test_a_split_timeline_is_split_in_the_frame_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its parts lead to each other and stay in the frame."""
    monkeypatch.setattr(parts, "SPLIT_ABOVE", 4)
    monkeypatch.setattr(parts, "PART", 3)
    made = embedded(EXAMPLE)
    first = made["timeline/embed/index.html"]
    names = re.findall(r'<a target="_self" href="([\w.-]+\.html)"', first)
    assert "<article" not in first
    assert {f"timeline/embed/{name}" for name in names} == set(made) - {"timeline/embed/index.html"}
    assert sum(page.count("<article") for page in made.values()) == len(EXAMPLE)
    assert 'href="../2014/"' in made["timeline/embed/2014.html"]


@pytest.mark.parametrize("urls", [True, False])
def test_a_card_has_date_title_quote_and_source(urls: bool) -> None:
    """And leads to the event and to the paragraph."""
    options = SiteOptions(directory_urls=urls, name="Harbour")
    card = dict(cards(EXAMPLE, options=options))["timeline/cards/00000007.html"]
    home, source = (
        ("../", "../../sources/bridge-closed/")
        if urls
        else (
            "../index.html",
            "../../sources/bridge-closed.html",
        )
    )
    for words in ("9 May 2014", "The city closes the bridge", "on Friday", "The Harbour Gazette"):
        assert words in re.sub(r"<[^>]*>", "", card)
    assert card.count(f'href="{home}#00000007"') == 2
    assert f'href="{source}#p1"' in card


def test_a_disputed_card_has_both_sides(made: dict[str, str]) -> None:
    """Each source with its words."""
    assert "disputed" in made[CRACKS]
    assert made[CRACKS].count("<blockquote") == 3


def test_a_card_is_as_silent_as_its_source(made: dict[str, str]) -> None:
    """No words of a source that isn't published, no note."""
    text = "".join(made.values())
    assert "<blockquote" not in made["timeline/cards/00000004.html"]
    assert "NOTE-FOR-REVIEWERS" not in text
    assert "SECRETWORD" not in text


@pytest.mark.parametrize(
    "anchor", ["../../index", "a/b", ".", "", "A", "x y", "é", "x-" + "0" * 16]
)
def test_a_card_is_never_written_elsewhere(anchor: str) -> None:
    """An id can be any words; the file's name can't. Case is lost on some disks."""
    assert re.fullmatch(r"x-[0-9a-f]{16}", card_name(anchor))


def test_an_event_names_its_card_where_that_is_not_its_anchor() -> None:
    """So that the page can lead to it."""
    ((path, _),) = one(id="../up").items()
    assert path == f"timeline/cards/{card_name('../up')}.html"


@given(st.text(max_size=12), st.text(max_size=12))
def test_two_events_never_share_a_card(a: str, b: str) -> None:
    """Not even where a disk knows no case."""
    assert (card_name(a).lower() == card_name(b).lower()) is (a == b)


def test_a_timeline_without_events_can_be_embedded() -> None:
    """It says so."""
    (page,) = embedded(Timeline()).values()
    assert "No events yet." in page
