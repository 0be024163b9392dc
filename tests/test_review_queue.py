"""Which events are looked through, and where one stands among them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.review_client import EVENTS, OTHER_EVENTS, project
from timeline.check import Folder, read_folder
from timeline.model import Event
from timeline.review import queue
from timeline.review.queue import Filters, Place


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """Three events of bridge, one of river."""
    project(tmp_path)
    return read_folder(tmp_path / "sources")


def test_an_event_has_neighbours_over_sources(folder: Folder) -> None:
    """The last of one leads to the first of the next."""
    found = queue.place(folder, Filters(), ("bridge", "aaaa0003"))

    assert found == Place(3, 4, True, ("bridge", "aaaa0002"), ("river", "bbbb0001"))


def test_an_event_outside_the_filters_keeps_its_place(folder: Folder) -> None:
    """One that was just decided still has a next one."""
    found = queue.place(folder, Filters(dateless=True), ("bridge", "aaaa0001"))

    assert found == Place(0, 1, False, None, ("bridge", "aaaa0003"))


def test_after_the_last_comes_the_first_that_is_left(folder: Folder) -> None:
    """What was passed over comes again."""
    assert queue.next_after(folder, Filters(), ("river", "bbbb0001")) == ("bridge", "aaaa0001")
    alone = Filters(source="river")
    assert queue.next_after(folder, alone, ("river", "bbbb0001")) is None


@pytest.mark.parametrize(
    ("weight", "least", "shown"),
    [(0.7, 0.5, True), (0.2, 0.5, False), (None, 0.5, False), (None, None, True)],
)
def test_from_a_salience_on(weight: float | None, least: float | None, shown: bool) -> None:
    """An event that nobody weighed comes only where all do, as `timeline list` has it."""
    event = Event("x", "2014", "T", salience=weight)

    assert Filters(salience=least).match("talks", event) is shown


def test_leading_events_first(tmp_path: Path) -> None:
    """Over all sources; those without a salience as they stand, at the end."""
    client = project(tmp_path)
    for name, text, weight in (("bridge", EVENTS, "0.4"), ("river", OTHER_EVENTS, "0.9")):
        weighed = text.replace("date_from: text", f"date_from: text\n  salience: {weight}", 1)
        client.path(name).write_text(weighed, "utf-8")
    folder, filters = read_folder(tmp_path / "sources"), Filters(leading=True)

    assert queue.first(folder, filters) == ("river", "bbbb0001")
    found = queue.place(folder, filters, ("bridge", "aaaa0001"))
    assert found == Place(3, 4, True, ("bridge", "aaaa0002"), ("bridge", "aaaa0003"))


def test_filters_go_through_an_address_and_back(folder: Folder) -> None:
    """What is usual is left out."""
    filters = Filters("river", "all", 0.25, dateless=True, leading=True)

    assert queue.read(filters.query(), folder) == filters
    assert Filters().query() == {}
    assert queue.read({"salience": "nan", "in": "x", "show": "y"}, folder) == Filters()


def test_what_is_left_is_counted_by_source(folder: Folder) -> None:
    """Proposals, with a date or without."""
    assert queue.left(folder) == {"bridge": 3, "river": 1}
