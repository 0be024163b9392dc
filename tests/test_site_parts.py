"""A long timeline in parts: every event in one of them, and every link leads to the right one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.site_example import BRIDGE, EXAMPLE, cite, event
from timeline.model import Entry, Timeline
from timeline.site import parts as parts_module
from timeline.site.generate import pages
from timeline.site.parts import Part, parts


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parts of ten events, from twenty on."""
    monkeypatch.setattr(parts_module, "SPLIT_ABOVE", 20)
    monkeypatch.setattr(parts_module, "PART", 10)


def entries(*dates: str) -> list[Entry]:
    """An event for each date."""
    quote = cite(4, "Nobody was hurt", "")
    who = ("Ada Quill",)
    return [
        Entry(event(0x100 + i, date, f"T{i}", quote, who=who), "bridge-closed")
        for i, date in enumerate(dates)
    ]


def split() -> dict[str, str]:
    """The pages of 36 events: three a year, from 2000 on."""
    dates = [f"{2000 + n // 3}-0{1 + n % 3}-15" for n in range(36)]
    return pages(Timeline(tuple(entries(*dates)), {"bridge-closed": BRIDGE}))


def held(part: Part) -> list[str]:
    """The anchors of a part's events, in order."""
    months = [month for year in part.years for month in year.months]
    return [entry.anchor for month in months for entry in month.entries]


@given(st.lists(st.tuples(st.integers(1990, 2005), st.integers(1, 12)), min_size=21, max_size=80))
def test_every_event_is_in_one_part_in_order(dates: list[tuple[int, int]]) -> None:
    """And no part is longer than it may be, unless a single month is."""
    made = entries(*(f"{year}-{month:02}" for year, month in sorted(dates)))
    found = parts(made)
    assert [anchor for part in found for anchor in held(part)] == [one.anchor for one in made]
    assert len({part.name for part in found}) == len(found)
    for part in found:
        months = [month for year in part.years for month in year.months]
        assert len(part) <= 10 or len(months) == 1


def test_a_short_timeline_is_one_page() -> None:
    """As it was."""
    assert [part.name for part in parts(EXAMPLE)] == [""]


def test_parts_are_named_for_their_years() -> None:
    """Three years fit."""
    names = [name for name in split() if name.startswith("timeline/2")]
    assert names == [
        *("timeline/2000-2002.md", "timeline/2003-2005.md"),
        *("timeline/2006-2008.md", "timeline/2009-2011.md"),
    ]


def test_the_timelines_own_page_leads_to_the_parts_and_knows_their_anchors() -> None:
    """So that a permalink from before the split still leads to its event."""
    page = split()["timeline/index.md"]
    assert "<article" not in page
    assert 'href="2003-2005/" data-tl-anchors="y.2003 y.2004 y.2005 00000109' in page
    assert "Overview of 36 events" in page


def test_sources_and_names_lead_to_the_right_part() -> None:
    """The tenth event is the first of 2003."""
    made = split()
    assert 'href="../../timeline/2003-2005/#00000109"' in made["sources/bridge-closed.md"]
    assert 'href="../../2003-2005/#00000109"' in made["timeline/people/ada-quill.md"]


def test_a_part_has_the_whole_overview_and_its_own_events() -> None:
    """Marks of other parts lead there."""
    page = split()["timeline/2003-2005.md"]
    assert page.count("<article") == 9
    assert page.count("<circle") == 36
    assert 'href="../2006-2008/#00000112"' in page
    assert len(re.findall(r'aria-current="page"', page)) == 1
