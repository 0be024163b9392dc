"""The script that lists the events of a split timeline: all of them, and no word that is silent."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests import long_timeline
from tests.site_example import EXAMPLE
from timeline.selection import load
from timeline.site import overview as overview_module
from timeline.site import parts as parts_module
from timeline.site.generate import pages

SCRIPT = "timeline/events.js"


@pytest.fixture
def listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the script sets, for 36 events in four parts, counted in bars."""
    monkeypatch.setattr(parts_module, "SPLIT_ABOVE", 20)
    monkeypatch.setattr(parts_module, "PART", long_timeline.PART)
    monkeypatch.setattr(overview_module, "HISTOGRAM_ABOVE", 20)
    long_timeline.write_long_project(tmp_path)
    text = pages(load(tmp_path / "sources"))[SCRIPT]
    assert text.startswith("window.timelineEvents=")
    found: dict[str, Any] = json.loads(text.removeprefix("window.timelineEvents=").rstrip(";\n"))
    return found


def test_every_event_is_there_in_order_with_its_part(listed: dict[str, Any]) -> None:
    """Nine a part: three years."""
    assert [row[1] for row in listed["events"]] == [f"{0x100 + n:08x}" for n in range(36)]
    assert [row[0] for row in listed["events"]] == [n // 9 for n in range(36)]


def test_names_stand_once(listed: dict[str, Any]) -> None:
    """Events say where in the list."""
    assert listed["who"] == ["Ada Quill", "Ben Ode", "Cleo Wren"]
    assert listed["source"] == ["The diary", "The sealed"]
    _, _, when, title, years, kinds, who, where, tags, source, *_ = listed["events"][20]
    assert (when, title, years) == ("15 March 2006", "Cleo Wren sells the ferry", "2006")
    assert (kinds, who, where, tags, source) == (["planned"], [2], [], [], [0])


def test_words_of_a_silent_source_are_not_in_it(listed: dict[str, Any]) -> None:
    """Its title, which the site shows, is."""
    text = json.dumps(listed)
    assert "witness32" in text
    assert "witness33" not in text


def test_every_event_is_in_a_bar(listed: dict[str, Any]) -> None:
    """In order of time, so that the overview can follow a filter."""
    bars = [row[-1] for row in listed["events"]]
    assert bars == sorted(bars)
    assert bars[0] == 0
    assert set(bars) == set(range(bars[-1] + 1))


def test_a_short_timeline_needs_none() -> None:
    """Its filter reads the page."""
    made = pages(EXAMPLE)
    assert SCRIPT not in made
    assert "data-events" not in made["timeline/index.md"]
