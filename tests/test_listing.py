"""`timeline.listing` and `timeline list`: which events, in which order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.shell import Run
from timeline import listing
from timeline.check import Folder, read_folder
from timeline.errors import UsageError

Write = Callable[..., Path]

EVENT = """\
- id: {id}
  when: '{when}'
  title: {title}
  status: {status}
  citations:
  - paragraph: 2
    quote: The last such meeting took place in March 2014
    said: March 2014
{more}
"""


def event(event_id: str, status: str = "proposed", when: str = "2014-03", more: str = "") -> str:
    title = f"Title {event_id}"
    return EVENT.format(id=event_id, when=when, title=title, status=status, more=more)


@pytest.fixture
def folder(project: Path, write: Write) -> Folder:
    head = "source: {}\nextractor: cited-timeline 0.1\nevents:\n\n"
    write("one.md")
    write("two.md")
    blocks = [event("aaaa0001"), event("aaaa0002", more="  salience: 0.40"),
              event("aaaa0003", status="accepted", more="  salience: 0.90")]  # fmt: skip
    write("one.events.yml", head.format("one") + "\n".join(blocks))
    rest = [event("bbbb0001", more="  salience: 0.75"), event("bbbb0002", when="")]
    write("two.events.yml", head.format("two") + "\n".join(rest))
    return read_folder(project / "sources")


def ids(rows: tuple[listing.Listed, ...]) -> list[str]:
    return [row.event.id for row in rows]


def test_leading_events_come_first_and_those_without_a_score_last(folder: Folder) -> None:
    """By falling salience; otherwise as they stand in their files."""
    assert ids(listing.listed(folder)) == ["bbbb0001", "aaaa0002", "aaaa0001", "bbbb0002"]


def test_each_filter_narrows(folder: Folder) -> None:
    """Status, least salience, missing date, source by name or by file."""
    assert ids(listing.listed(folder, status="accepted")) == ["aaaa0003"]
    assert len(listing.listed(folder, status="all")) == 5
    assert ids(listing.listed(folder, least=0.5)) == ["bbbb0001"]
    assert ids(listing.listed(folder, undated=True)) == ["bbbb0002"]
    assert ids(listing.listed(folder, sources=["sources/one.md"])) == ["aaaa0002", "aaaa0001"]
    assert ids(listing.listed(folder, sources=["two.events.yml"])) == ["bbbb0001", "bbbb0002"]


@pytest.mark.parametrize("wrong", [{"status": "maybe"}, {"sources": ["three"]}])
def test_what_there_is_not_is_told(folder: Folder, wrong: dict[str, object]) -> None:
    """A status or a source that nobody has."""
    with pytest.raises(UsageError):
        listing.listed(folder, **wrong)  # type: ignore[arg-type]


def test_the_command_says_what_is_left_and_what_to_type(run: Run, folder: Folder) -> None:
    """Four of the five wait; one is shown."""
    said = run("list", "--limit", "1")

    assert said.code == 0
    assert "bbbb0001  0.75  2014-03" in said.out
    assert "3 more" in said.out
    assert "4 of 5 events wait for a decision" in said.out
    assert "timeline accept bbbb0001" in said.out
