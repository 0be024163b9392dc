"""The timeline at two revisions of a real repository."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests import repository
from tests.conftest import ARTICLE
from tests.repository import Repository
from tests.test_weave import ACCEPT, BASE, edited
from timeline.diff import Diff, between
from timeline.diff_words import say
from timeline.errors import GitError, UsageError

NAME = "sources/talks.events.yml"


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A repository whose event file was extracted in one commit and reviewed in the next."""
    made = repository.begin(tmp_path / "repo", monkeypatch)
    made.write("sources/talks.md", ARTICLE)
    made.write(NAME, BASE)
    made.commit("Extract")
    made.write(NAME, edited(ACCEPT))
    made.commit("Review")
    return made


def words(diff: Diff) -> list[str]:
    return [say(change) for change in diff.changes]


def seen(repo: Repository, *revisions: str) -> list[str]:
    return words(between(repo.folder / "sources", *revisions))


def test_head_against_what_is_on_disk(repo: Repository) -> None:
    """Without a revision: what I am about to commit."""
    repo.change(NAME, "'2014-03'", "'2014-03-16'")

    assert seen(repo) == ["date moved from March 2014 to 16 March 2014"]


def test_two_revisions_and_their_ranges(repo: Repository) -> None:
    """In git's own ways of writing them."""
    repo.git("checkout", "--quiet", "-b", "anna", "HEAD~1")
    repo.change(NAME, "Envoys left", "Envoys fled")
    repo.commit("Retitle")
    retitled = "title reworded from “Envoys left Oslo” to “Envoys fled Oslo”"

    assert seen(repo, "main~1", "main") == ["accepted"]
    assert seen(repo, "main~1..main") == ["accepted"]
    assert seen(repo, "main..anna") == ["reopened (was accepted)", retitled]
    assert seen(repo, "main...anna") == [retitled]
    assert seen(repo, "main...") == [retitled]


def test_a_new_article_and_a_corrected_one(repo: Repository) -> None:
    """Also before anybody has extracted it; other line ends are no correction."""
    repo.write("sources/new.md", ARTICLE)
    repo.write("sources/README.md", "not a source")
    (repo.folder / "sources/talks.md").write_bytes(ARTICLE.replace("\n", "\r\n").encode())
    assert seen(repo) == ["source added"]
    repo.change("sources/talks.md", "Geneva", "Oslo")

    assert seen(repo) == ["source added", "the article was changed"]


def test_a_file_that_cannot_be_read_is_told_and_the_rest_goes_on(repo: Repository) -> None:
    """In either revision."""
    repo.write("sources/other.events.yml", edited(("source: talks", "source: other")))
    repo.change(NAME, "citations: []", "citations: [")
    found = between(repo.folder / "sources")

    assert {change.source for change in found.changes} == {"other"}
    ((name, why),) = found.unreadable
    assert name == "talks"
    assert why.startswith("the working tree: talks.events.yml:29: not valid YAML")


def test_before_the_project_was_there(repo: Repository) -> None:
    """Everything is new."""
    repo.git("mv", "sources", "desk")
    repo.commit("Move")

    assert words(between(repo.folder / "desk", "HEAD~1"))[:3] == [
        "source added",
        "added",
        "accepted",
    ]


def test_a_shallow_clone(repo: Repository, tmp_path: Path) -> None:
    """HEAD is there, what came before is not, and the way to get it is said."""
    clone = tmp_path / "clone"
    repo.git("clone", "--quiet", "--depth", "1", repo.folder.as_uri(), str(clone))

    assert words(between(clone / "sources")) == []
    with pytest.raises(UsageError, match="git fetch --unshallow"):
        between(clone / "sources", "HEAD~1")


def test_without_a_repository(project: Path) -> None:
    """A clear error, not git's."""
    with pytest.raises(GitError, match="in no git repository"):
        between(project / "sources")


def run(*options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "timeline", "diff", *options]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_command(repo: Repository) -> None:
    """Changes are no problem: exit 0, in all three forms; no such revision: 2."""
    text, markdown, data = (run("HEAD~1", "--format", f) for f in ("text", "markdown", "json"))

    assert (text.returncode, markdown.returncode, data.returncode) == (0, 0, 0)
    assert "  8c1f03aa  March 2014  Ministers met in Geneva\n    accepted\n" in text.stdout
    assert "- `8c1f03aa` **March 2014: Ministers met in Geneva**\n  - accepted" in markdown.stdout
    assert json.loads(data.stdout)["counts"] == {"accepted": 1}
    assert run("nowhere").returncode == 2
