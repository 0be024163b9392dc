"""An event's entry: how many citations it shows, and links to the words on other pages."""

from __future__ import annotations

import re

import pytest

from tests.site_example import BRIDGE, EXAMPLE, RIVAL, cite, event
from timeline.model import Entry, Timeline
from timeline.site.generate import pages
from timeline.site.markup import at_quote

MANY = (
    cite(1, "The city closed the old harbour bridge", ""),
    cite(3, "The mayor thanked the divers", ""),
    cite(4, "Nobody was hurt", ""),
    cite(2, "no letter reached it before 17 April 2014", "17 April 2014", "rival-report"),
)


def entry(status: str) -> str:
    """The page of an event with four citations of two sources."""
    one = Entry(event(1, "2014-05-09", "Closed", *MANY, status=status), "bridge-closed")
    return pages(Timeline((one,), {d.source.name: d for d in (BRIDGE, RIVAL)}))["timeline/index.md"]


@pytest.mark.parametrize(("status", "open_", "more"), [("accepted", 1, 3), ("disputed", 2, 2)])
def test_many_citations_are_folded_away(status: str, open_: int, more: int) -> None:
    """All but one; where sources disagree, all but one of each."""
    before, _, after = entry(status).partition('<details class="tl-folded">')
    assert before.count("<blockquote") == open_
    assert after.count("<blockquote") == more
    assert f"<summary>{more} more citations</summary>" in after


def test_both_sides_of_a_dispute_are_heard() -> None:
    """Without opening anything."""
    open_ = entry("disputed").partition("<details")[0]
    assert "Old harbour bridge closed" in open_
    assert "Builder denies" in open_


@pytest.mark.parametrize(
    ("quote", "fragment"),
    [
        ("on 2 May", "on%202%20May"),
        ("a-b, c & d", "a%2Db%2C%20c%20%26%20d"),
        (
            "one two three four five six seven eight nine ten eleven",
            "one%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven",
        ),
    ],
)
def test_a_quote_is_found_on_the_publishers_page(quote: str, fragment: str) -> None:
    """Its words, or where they are many the first and the last of them."""
    assert at_quote("https://a.example/b", quote) == f"https://a.example/b#:~:text={fragment}"


@pytest.mark.parametrize("url", [None, "https://a.example/#b", "mailto:a@b.example"])
def test_addresses_that_can_bear_no_fragment_stay(url: str | None) -> None:
    """One that has a fragment leads where its editor wanted."""
    assert at_quote(url, "some words") == url


def test_without_a_quote_the_address_is_plain() -> None:
    """There is nothing to look for."""
    assert at_quote("https://a.example/", " ") == "https://a.example/"


def test_no_address_is_made_of_script() -> None:
    """The rival's original is javascript: it isn't linked."""
    assert not re.search("javascript", entry("disputed"))


def test_a_source_leads_from_each_cited_paragraph_to_the_next() -> None:
    """The last leads nowhere."""
    page = pages(EXAMPLE)["sources/bridge-closed.md"]
    assert re.findall(r'tl-following" href="#p(\d)"', page) == ["2", "5", "6"]
