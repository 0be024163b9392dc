"""A decision changes one line of one event, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline import decide
from timeline.check import read_folder
from timeline.errors import UsageError

EVENTS = """\
source: talks
extractor: cited-timeline 0.1
events:

# Anna: look at this one
- id: 8c1f03aa
  when: '2014-03'
  title:   "Ministers met"      # odd layout, a person's
  status: proposed   # until Friday
  citations:
  - paragraph: 1
    quote: ministers met

- title: Undated
  id: 8c1f99bb
"""


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    (tmp_path / "talks.md").write_text("---\ntitle: T\n---\n\nThe ministers met.\n", "utf-8")
    (tmp_path / "talks.events.yml").write_text(EVENTS, "utf-8")
    return tmp_path


def text(sources: Path) -> str:
    return (sources / "talks.events.yml").read_text("utf-8")


def test_accepting_changes_one_word(sources: Path) -> None:
    """Every other byte stays: layout, comments, order."""
    folder = read_folder(sources)
    done = decide.decide(decide.find(["8c1f03aa"], folder), "accepted", folder)

    assert [d.event.id for d in done] == ["8c1f03aa"]
    assert text(sources) == EVENTS.replace("status: proposed ", "status: accepted ")


def test_taking_back_restores_the_file(sources: Path) -> None:
    """Reject, then reopen: the very bytes as before."""
    for status in ("rejected", "proposed"):
        folder = read_folder(sources)
        decide.decide(decide.find(["8c1f03"], folder), status, folder)

    assert text(sources) == EVENTS


def test_an_event_without_a_status_line_gets_one(sources: Path) -> None:
    """The line is put in under the first field, as deep as the others."""
    folder = read_folder(sources)
    decide.decide(decide.find(["8c1f99bb"], folder), "rejected", folder)

    assert "- title: Undated\n  status: rejected\n  id: 8c1f99bb\n" in text(sources)


def test_a_first_field_over_several_lines_is_not_cut(sources: Path) -> None:
    """The new line goes under the whole field, not into it."""
    path = sources / "talks.events.yml"
    path.write_text(EVENTS.replace("title: Undated", "title: Undated\n    so far"), "utf-8")
    folder = read_folder(sources)
    decide.decide(decide.find(["8c1f99bb"], folder), "rejected", folder)

    assert "- title: Undated\n    so far\n  status: rejected\n  id: 8c1f99bb\n" in text(sources)


def test_a_block_that_stands_elsewhere_too_is_left_there(sources: Path) -> None:
    """The event's own lines change, not the same lines in a note of the event above."""
    block = "- id: 12345678\n  title: T\n  status: proposed"
    above = f'source: talks\nevents:\n- id: aabbccdd\n  title: O\n  note: "was\n{block}"\n'
    (sources / "talks.events.yml").write_text(f"{above}{block}\n", "utf-8")
    folder = read_folder(sources)
    decide.decide(decide.find(["12345678"], folder), "accepted", folder)

    assert text(sources) == above + block.replace("proposed", "accepted") + "\n"


def test_deciding_twice_writes_once(sources: Path) -> None:
    """An event that has the status already is not counted as changed."""
    folder = read_folder(sources)
    chosen = decide.find(["8c1f03aa"], folder)
    decide.decide(chosen, "accepted", folder)

    assert decide.decide(chosen, "accepted", folder) == []


@pytest.mark.parametrize(
    ("ids", "words"),
    [(["ffff"], "no event has the id"), (["8c1f"], "could be any of"), (["8c"], "too short")],
)
def test_unclear_ids_are_refused(sources: Path, ids: list[str], words: str) -> None:
    """An id that fits none, or several, changes nothing."""
    with pytest.raises(UsageError, match=words):
        decide.find(ids, read_folder(sources))


def test_proposals_of_a_source(sources: Path) -> None:
    """--all takes the source's name or a path, and counts those without a date."""
    folder = read_folder(sources)
    chosen, undated = decide.proposals("sources/talks.md", folder)

    assert [event.id for _, event in chosen] == ["8c1f03aa", "8c1f99bb"]
    assert undated == 1
    with pytest.raises(UsageError, match="no events of a source nothing"):
        decide.proposals("nothing", folder)


def test_an_unreadable_file_is_named(sources: Path) -> None:
    """An id that may stand in a broken file is not blamed."""
    (sources / "talks.events.yml").write_text(EVENTS + "- id: [", "utf-8")

    with pytest.raises(UsageError, match=r"mend .*talks\.events\.yml:\d+ first"):
        decide.find(["8c1f03aa"], read_folder(sources))
