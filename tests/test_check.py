"""`timeline check`: every fault with its line and what to try."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from timeline.check import check, read_folder
from timeline.model import Problem

Write = Callable[..., Path]

GOOD = """\
source: talks
extractor: cited-timeline 0.1
events:

- id: 8c1f03aa
  when: '2014-03'
  title: The last such meeting took place
  kind: happened
  status: accepted
  citations:
  - paragraph: 2
    quote: The last such meeting took place in March 2014
    said: March 2014

- id: 91c0de7f
  when: '2015-09-24'
  title: Ministers met
  citations:
  - paragraph: 1
    quote: Anna Lind and Pavel Novak met in Geneva on Thursday
    said: Thursday
"""


def problems(project: Path) -> list[Problem]:
    return check(read_folder(project / "sources"))


def test_a_good_folder_has_none(project: Path, write: Write) -> None:
    """Sources and event files that fit give no line."""
    write("talks.md")
    write("talks.events.yml", GOOD)

    assert problems(project) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "what", "hint"),
    [
        ("'2014-03'", "2014-03-16", 6, "has no quotes around it", "when: '2014-03-16'"),
        ("'2014-03'", "'2015-02-30'", 6, "2015-02-30", ""),
        ("'2014-03'", "'March 2014'", 6, "March 2014", "2014-03"),
        ("'2014-03'", "''", 6, "accepted, but it has no date", ""),
        ("meeting took place in", "meetings took place in", 12, "does not stand", "says:"),
        ("paragraph: 2", "paragraph: 3", 12, "paragraph 3", "stands in paragraph 2"),
        ("paragraph: 2", "paragraph: 30", 12, "paragraph 30", "stands in paragraph 2"),
        ("said: March 2014", "said: May 2014", 13, "“May 2014” do not stand", ""),
        ("status: accepted", "status: accepted\n  same_as: ffff", 10, "leads to no event", ""),
        ("status: accepted", "status: accepted\n  same_as: 8c1f03aa", 10, "the event itself", ""),
        ("- id: 91c0de7f", "- id: 8c1f03aa", 15, "two events have the id 8c1f03aa", ""),
        ("kind: happened", "kind: happend", 8, "happend is not one of", ""),
        ("  kind: happened", "  knid: happened", 8, "unknown field knid", "the fields are"),
        ("source: talks", "source: other", 1, "source says other", "source: talks"),
        ("  - paragraph: 2\n", "  - source: gone\n    paragraph: 2\n", 11, "no source gone", ""),
    ],
)
def test_each_fault_has_its_line(
    project: Path, write: Write, old: str, new: str, line: int, what: str, hint: str
) -> None:
    """One thing made wrong gives one problem, on its line, with a way out."""
    write("talks.md")
    path = write("talks.events.yml", GOOD.replace(old, new, 1))
    (problem,) = problems(project)

    assert (problem.path, problem.line) == (str(path), line)
    assert what in problem.what
    assert hint in problem.hint


def test_accepted_without_citation(project: Path, write: Write) -> None:
    """Nothing is published without a quote or an address."""
    write("talks.md")
    write("talks.events.yml", GOOD.split("- id: 91c0de7f")[0].split("  citations")[0])
    (problem,) = problems(project)

    assert "nothing is cited" in problem.what


def test_circles_of_same_as(project: Path, write: Write) -> None:
    """Two events that each repeat the other are told of on both lines."""
    write("talks.md")
    text = GOOD.replace("  when: '2014-03'", "  same_as: 91c0de7f\n  when: '2014-03'")
    write("talks.events.yml", text.replace("  title: Min", "  same_as: 8c1f03aa\n  title: Min"))
    found = problems(project)

    assert [p.line for p in found] == [6, 18]
    assert all("circle" in p.what for p in found)


def test_a_source_without_a_date(project: Path, write: Write) -> None:
    """Relative dates hang on it, so its absence is told."""
    text = write("talks.md").read_text("utf-8").replace("published: 2015-09-25\n", "")
    write("talks.md", text)
    (problem,) = problems(project)

    assert "no publication date" in problem.what


def test_unknown_publication_date_can_be_said(project: Path, write: Write) -> None:
    """XXXX in the front matter says that nobody knows, and ends the reminder."""
    text = write("talks.md").read_text("utf-8").replace("2015-09-25", "XXXX")
    write("talks.md", text)

    assert problems(project) == []


def test_event_file_without_source(project: Path, write: Write) -> None:
    """A renamed or deleted source is noticed."""
    write("other.events.yml", GOOD)
    found = problems(project)

    assert any("no source other beside this event file" in p.what for p in found)


def test_slug_taken_twice(project: Path, write: Write) -> None:
    """Two events can't have one permalink."""
    write("talks.md")
    text = GOOD.replace("  when: '20", "  slug: a\n  when: '20")
    write("talks.events.yml", text)
    (problem,) = problems(project)

    assert "the slug a is taken" in problem.what


def test_an_unreadable_source_does_not_hide_the_rest(project: Path, write: Write) -> None:
    """One bad file is one problem; the others are still checked."""
    write("bad.md", "---\n- a\n---\n\nText.\n")
    write("talks.md")
    write("talks.events.yml", GOOD.replace("'2014-03'", "'2014-13'"))

    assert [Path(p.path).name for p in problems(project)] == ["bad.md", "talks.events.yml"]
