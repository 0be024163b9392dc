"""The feeds, as feedparser reads them."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from typing import Any

import feedparser
import pytest

from tests.export_example import REVIEWED, dated, evil, made
from tests.site_example import EXAMPLE, cite, event
from timeline.exports.feeds import NEWEST
from timeline.model import Entry, Timeline

LATER = REVIEWED + dt.timedelta(days=1)
SOME = {("bridge-closed", "00000001"): LATER, ("bridge-closed", "00000007"): REVIEWED}


def parsed(timeline: Timeline, **options: Any) -> Any:
    """The Atom feed; a fault in it is a failure."""
    feed = feedparser.parse(made("atom", timeline, **options).text.encode())
    assert not feed.bozo, feed.get("bozo_exception")
    return feed


@pytest.mark.parametrize("timeline", [EXAMPLE, dated(), evil(), Timeline()], ids=len)
def test_the_feed_is_well_formed_and_has_what_atom_wants(timeline: Timeline) -> None:
    """An id, a title and a time for each; ids that no other has."""
    feed = parsed(timeline)

    assert feed.version == "atom10"
    assert len(feed.entries) == len(timeline)
    assert all(e.id and e.title and e.updated_parsed for e in feed.entries)
    assert len({e.id for e in feed.entries} | {feed.feed.id}) == len(timeline) + 1


def test_what_was_reviewed_last_comes_first() -> None:
    """Then the others by their own dates, the latest first; the feed says so."""
    feed = parsed(EXAMPLE, reviewed=SOME)
    titles = [e.title for e in feed.entries]

    assert titles[:3] == [
        "1970s: The bridge is widened",
        "9 May 2014: The city closes the bridge",
        "2016: The bridge is to be taken down (planned)",
    ]
    assert feed.entries[0].updated == "2015-03-05T10:30:00+02:00"
    assert "isn’t known of all" in feed.feed.subtitle


def test_the_feed_says_when_it_is_by_review_alone() -> None:
    """As a newsroom's is."""
    reviewed = {(e.source, e.event.id): REVIEWED for e in EXAMPLE}

    assert "reviewed last comes first" in parsed(EXAMPLE, reviewed=reviewed).feed.subtitle


def test_links_are_absolute_and_ids_stay_when_the_site_moves() -> None:
    """Without an address there are no links, but the same ids."""
    here, nowhere = parsed(EXAMPLE), parsed(EXAMPLE, url=None, folder=None)

    assert here.entries[0].link.startswith("https://site.example/timeline/#")
    assert here.feed.links[1].href == "https://site.example/timeline/feed.atom"
    assert [e.id for e in here.entries] == [e.id for e in nowhere.entries]
    assert nowhere.entries[0].get("links", []) == []


def test_words_are_shown_as_they_are() -> None:
    """A feed reader takes the content for HTML; titles are text."""
    (entry,) = parsed(evil()).entries

    assert '<b onclick="x()">&amp;' in entry.title
    assert "&lt;b onclick=" in entry.content[0].value


def test_json_feed_leaves_out_what_is_not_known() -> None:
    """A review that nobody dated has no date."""
    feed = json.loads(made("jsonfeed", EXAMPLE, reviewed=SOME).text)
    first, last = feed["items"][0], feed["items"][-1]

    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert first["date_published"] == "2015-03-05T10:30:00+02:00"
    assert "date_published" not in last
    assert all(item["id"] and item["content_html"] for item in feed["items"])
    assert first["_timeline"]["when"] == "197X"


def test_both_feeds_name_the_same_events() -> None:
    """By the same ids."""
    items = json.loads(made("jsonfeed", EXAMPLE).text)["items"]

    assert [item["id"] for item in items] == [e.id for e in parsed(EXAMPLE).entries]


def test_a_feed_has_an_end() -> None:
    """The newest only."""
    entries = tuple(
        Entry(event(n, "2014-05-09", f"Event {n}", cite(1, "on Friday", "")), "bridge-closed")
        for n in range(NEWEST + 5)
    )

    assert len(parsed(dataclasses.replace(EXAMPLE, entries=entries)).entries) == NEWEST
