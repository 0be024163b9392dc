"""What can't be true together is told, and only what is sure is an error."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from timeline.check import check, read_folder
from timeline.model import Problem
from timeline.selection import load

Write = Callable[..., Path]

MAIN = """\
source: main
extractor: cited-timeline 0.1
events:

- id: 8c1f03aa
  when: '2014-03'
  title: The last such meeting took place
  status: accepted
  citations:
  - paragraph: 2
    quote: The last such meeting took place in March 2014
    said: March 2014
"""
OTHER = MAIN.replace("main", "other").replace("8c1f03aa", "91c0de7f")
JOINED = OTHER.replace("status: accepted", "status: accepted\n  same_as: 8c1f03aa")
THURSDAY = JOINED.replace("'2014-03'", "'2015-09-24'").replace("paragraph: 2", "paragraph: 1")
THURSDAY = THURSDAY.replace("The last such meeting took place in March 2014", "on Thursday")
THURSDAY = THURSDAY.replace("March 2014", "Thursday")


@pytest.fixture
def problems(project: Path, write: Write) -> Callable[..., list[Problem]]:
    def found(main: str = MAIN, other: str = JOINED) -> list[Problem]:
        for name, text in (("main", main), ("other", other)):
            write(f"{name}.md")
            write(f"{name}.events.yml", text)
        return check(read_folder(project / "sources"))

    return found


Problems = Callable[..., list[Problem]]


def test_dates_that_agree_are_no_problem(problems: Problems) -> None:
    """A day in the month that the other names is the same time, told more exactly."""
    assert problems() == []
    assert problems(MAIN, JOINED.replace("said: March 2014", "said: ''")) == []


def test_joined_events_with_dates_that_clash(problems: Problems, project: Path) -> None:
    """An error on the line that joins them; the site shows the main event alone."""
    (problem,) = problems(MAIN, THURSDAY)

    assert (Path(problem.path).name, problem.line, problem.warning) == (
        "other.events.yml",
        9,
        False,
    )
    assert "2015-09-24 and 2014-03 of main/8c1f03aa" in problem.what
    assert "disputed" in problem.hint
    (entry,) = load(project / "sources")
    assert (entry.event.id, entry.repeats) == ("8c1f03aa", ())


def test_a_dispute_is_no_contradiction(problems: Problems, project: Path) -> None:
    """Where a person says that sources differ, both citations are shown under one entry."""
    assert problems(MAIN.replace("status: accepted", "status: disputed"), THURSDAY) == []
    (entry,) = load(project / "sources")
    assert len(entry.repeats) == 1


def test_two_repeats_may_clash_with_each_other(problems: Problems, write: Write) -> None:
    """Both fit the year of the main event, and they can't both be true."""
    year = MAIN.replace("'2014-03'", "'2014/2015'")
    write("third.md")
    third = JOINED.replace("91c0de7f", "5e1ab903").replace("source: other", "source: third")
    write("third.events.yml", third)
    (problem,) = problems(year, THURSDAY)

    assert "2014-03 and 2015-09-24 of other/91c0de7f" in problem.what
    assert problem.event == "5e1ab903"


def test_a_join_to_a_rejected_event(problems: Problems, project: Path) -> None:
    """A warning, and the event stands alone on the site."""
    (problem,) = problems(MAIN.replace("status: accepted", "status: rejected"))

    assert problem.warning
    assert "main/8c1f03aa, which is rejected" in problem.what
    assert len(load(project / "sources")) == 1


def test_joined_and_kept_apart(problems: Problems) -> None:
    """Two decisions that contradict each other: a person may have forgotten the first."""
    (problem,) = problems(
        MAIN, JOINED.replace("  same_as:", "  not_same_as: [8c1f03aa]\n  same_as:")
    )

    assert (problem.warning, problem.line) == (True, 9)
    assert "joined to main/8c1f03aa, and said to be another" in problem.what


@pytest.mark.parametrize(
    ("when", "what"),
    [
        ("2014-03-16", "2014-03-16 is more exact than the words “March 2014”"),
        ("2014-03-16/2014-03-18", "more exact than the words"),
        ("2013-03", "2013-03 is not what the words “March 2014” say"),
        ("2014-05-02", "more exact than the words"),
    ],
)
def test_a_date_beside_its_words(problems: Problems, when: str, what: str) -> None:
    """A person's date that its words can't carry is asked about, on its line."""
    (problem,) = problems(MAIN, OTHER.replace("'2014-03'", f"'{when}'"))

    assert problem.warning
    assert problem.line == 6
    assert what in problem.what


@pytest.mark.parametrize(
    "other",
    [
        OTHER.replace("'2014-03'", "'2014-03/..'"),
        OTHER.replace("'2014-03'", "'2014'"),
        OTHER.replace("'2014-03'", "'2014-03-16'").replace("said: March 2014", "said: ''"),
        OTHER.replace("'2014-03'", "'2014-03-16'") + "  - url: https://example.org/day\n",
        OTHER.replace("'2014-03'", "'2014-03-16'").replace("accepted", "rejected"),
        OTHER.replace("'2014-03'", "'2014-03-28'\n  calendar: julian"),
        THURSDAY.replace("  same_as: 8c1f03aa\n", "").replace("2015-09-24", "2015-09-17"),
        OTHER.replace("'2014-03'", "'2014-02'").replace("said: March 2014", "said: after a border"),
    ],
    ids=["since", "vaguer", "no words", "url", "rejected", "calendar", "a weekday", "no date"],
)
def test_what_words_leave_open_is_not_asked_about(problems: Problems, other: str) -> None:
    """Only what is sure is worth a person's time."""
    assert problems(MAIN, other) == []


def test_the_programs_own_dates_are_not_asked_about(problems: Problems) -> None:
    """A date from the tagger comes from these words, whatever one makes of them."""
    from timeline.merge import digest
    from timeline.store import load as load_file

    exact = OTHER.replace("'2014-03'", "'2014-03-16'")
    problems(MAIN, exact)
    (event,) = load_file(Path("sources/other.events.yml")).record.events

    assert problems(MAIN, f"{exact}  digest: '{digest(event)}'\n") == []
