"""Who decided, and when: from git blame, and from nothing else."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests import repository
from tests.repository import Repository
from timeline import history, merge_driver
from timeline.errors import GitError
from timeline.project import Project

NAME = "sources/talks.events.yml"
EVENTS = """\
source: talks
extractor: cited-timeline 0.1
events:

- id: 8c1f03aa
  when: '2014-03'
  title: Ministers met in Geneva
  status: proposed
  citations: []

- id: 91c0de7f
  when: '2015-09-24'
  title: Envoys left Oslo
  status: proposed
  citations: []
"""
BLAME = f"""\
{"a" * 40} 1 1 3
author Anna Lind
author-time 1790991000
author-tz +0200
filename talks.events.yml
\tsource: talks
{"a" * 40} 2 2
\tevents:
{"a" * 40} 3 3
\t- id: 8c1f03aa
{"b" * 40} 4 4 1
author Ben Okri
author-time 1790991000
author-tz -0330
filename talks.events.yml
\t  status: rejected
{"a" * 40} 4 5 2
\t  title: Ministers met
{"a" * 40} 4 6
\t- id: 91c0de7f
{"0" * 40} 7 7 1
author Not Committed Yet
author-time 1790991000
author-tz +0000
filename talks.events.yml
\t  status: accepted
{"a" * 40} 4 8 1
\t  title: Envoys left
"""


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A repository with an event file whose two events are proposals."""
    made = repository.begin(tmp_path / "repo", monkeypatch)
    made.write(NAME, EVENTS)
    made.commit("Extract")
    return made


def decide(repo: Repository, event_id: str, status: str) -> None:
    before, mark, after = repo.read(NAME).partition(f"id: {event_id}")
    repo.write(NAME, before + mark + after.replace("proposed", status, 1))


def test_a_decision_has_a_person_and_a_time() -> None:
    """The day is where it was decided: still the 2nd in Newfoundland, the 3rd in Greenwich."""
    found = history.decisions(BLAME)["8c1f03aa"]

    assert (found.status, found.who, found.commit) == ("rejected", "Ben Okri", "b" * 40)
    assert found.when == dt.datetime(2026, 10, 3, 1, 30, tzinfo=dt.UTC)
    assert str(found) == "rejected by Ben Okri, 2 October 2026"


def test_what_is_not_committed_has_neither() -> None:
    """Zeros name no commit."""
    found = history.decisions(BLAME)["91c0de7f"]

    assert found == history.Decided("accepted")
    assert str(found) == "accepted, not committed yet"


def test_beyond_a_shallow_clone_nobody_knows() -> None:
    """The commit that git names there is only where its history ends."""
    marked = BLAME.replace("author Ben Okri", "boundary\nauthor Ben Okri")

    assert "8c1f03aa" not in history.decisions(marked)


@pytest.mark.parametrize("blame", ["", "\tsource: talks", BLAME.replace("\tevents:", "\t<<<")])
def test_a_file_that_cannot_be_read_tells_nothing(blame: str) -> None:
    """No guess from half a file."""
    assert history.decisions(blame) == {}


def test_a_line_separator_in_a_title_does_not_shift_the_lines() -> None:
    """YAML counts more characters as line breaks than git does."""
    shifted = BLAME.replace("Ministers met", "'Ministers\u2028  met'")

    assert history.decisions(shifted) == history.decisions(BLAME)


def test_a_real_repository_tells_who_and_when(repo: Repository) -> None:
    """The day is the author's own, half an hour before midnight."""
    decide(repo, "8c1f03aa", "accepted")
    repo.commit("Review", who="Ben Okri", when="2026-10-03T23:30")
    decide(repo, "91c0de7f", "disputed")
    found = history.of_file(repo.folder / NAME)

    assert {key: str(value) for key, value in found.items()} == {
        "8c1f03aa": "accepted by Ben Okri, 3 October 2026",
        "91c0de7f": "disputed, not committed yet",
    }


def test_an_event_put_before_it_and_a_new_layout_change_no_date(repo: Repository) -> None:
    """A decision keeps its day when lines move or are set in by another space."""
    decide(repo, "8c1f03aa", "accepted")
    repo.commit("Review", who="Ben Okri")
    new = "events:\n\n- id: 0a0a0a0a\n  when: ''\n  title: New\n  status: rejected\n"
    text = repo.read(NAME).replace("events:\n", new, 1)
    repo.write(NAME, text.replace("status: accepted", "status:   accepted"))
    repo.commit("More", who="Cleo Adu", when="2026-11-01T12:00")
    found = history.of_file(repo.folder / NAME)

    assert {key: value.who for key, value in found.items()} == {
        "0a0a0a0a": "Cleo Adu",
        "8c1f03aa": "Ben Okri",
    }


def test_after_a_merge_each_decision_is_still_its_authors(repo: Repository) -> None:
    """The merge driver writes the file anew; git finds each line in the branch it came from."""
    merge_driver.install(Project(repo.folder))
    repo.commit("Set up")
    people = ("anna", "8c1f03aa", "Anna Lind"), ("ben", "91c0de7f", "Ben Okri")
    for branch, event_id, who in people:
        repo.git("checkout", "--quiet", "-b", branch, "main")
        decide(repo, event_id, "accepted")
        repo.commit("Review", who=who)
    repo.git("merge", "anna", "--no-edit")
    found = history.of_file(repo.folder / NAME)

    assert [one.who for one in found.values()] == ["Anna Lind", "Ben Okri"]


def test_a_decision_in_the_first_commit_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing lies before it, so that it is no edge of what is known."""
    repo = repository.begin(tmp_path / "repo", monkeypatch)
    repo.write(NAME, EVENTS.replace("proposed", "accepted"))
    before = history.of_file(repo.folder / NAME)
    repo.commit("All at once")

    assert set(before.values()) == {history.Decided("accepted")}
    assert {one.who for one in history.of_file(repo.folder / NAME).values()} == {"Anna Lind"}


def test_a_shallow_clone_tells_only_what_it_holds(
    repo: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The decision of its one commit's parents is left out, not dated wrongly."""
    decide(repo, "8c1f03aa", "accepted")
    repo.commit("Review")
    repo.write("other.txt", "later")
    repo.commit("Something else", when="2026-12-24T10:00")
    clone = tmp_path / "clone"
    repo.git("clone", "--quiet", "--depth", "1", repo.folder.as_uri(), str(clone))

    assert history.of_file(clone / NAME) == {}


def test_odd_names_are_only_names(repo: Repository) -> None:
    """Spaces, quotes, stars and a dash in front are no part of a command."""
    name = "sources/-a 'b' \"c\" *ü.events.yml"
    repo.write(name, EVENTS.replace("proposed", "accepted"))
    repo.commit("Odd", who="Cleo Adu")

    assert {one.who for one in history.of_file(repo.folder / name).values()} == {"Cleo Adu"}


def test_without_a_repository_it_is_an_error_and_for_the_site_nothing(tmp_path: Path) -> None:
    """Whoever needs the history is told; a site without it just shows none."""
    path = tmp_path / "talks.events.yml"
    path.write_text(EVENTS, "utf-8")
    with pytest.raises(GitError, match="in no git repository"):
        history.of_file(path)

    assert history.known(tmp_path) == {}
