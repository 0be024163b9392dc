"""What git is asked, and what is said when it can't answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import repository
from tests.repository import Repository
from timeline import git
from timeline.errors import GitError, UsageError

ODD = ("plain.md", "a b.md", "-x.md", "ü.md", "'\"*?.md", "tab\t.md", "line\nbreak.md")


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A repository with one commit, in a folder with an odd name itself."""
    made = repository.begin(tmp_path / "it's a *repo*", monkeypatch)
    for name in ODD:
        made.write(f"sources/{name}", f"{name}: text")
    (made.folder / "sources/link.md").symlink_to("plain.md")
    made.write("sources/deeper/no.md", "not asked for")
    made.commit("Begin")
    return made


def test_files_of_a_commit_have_their_names_and_bytes(repo: Repository) -> None:
    """Whatever the names; links and deeper folders are left out."""
    found = git.files_at(git.commit("HEAD", folder=repo.folder), repo.folder / "sources")

    assert found == {name: f"{name}: text".encode() for name in ODD}


def test_a_folder_that_was_not_there_had_no_files(repo: Repository) -> None:
    """No error: a project may be younger than its repository."""
    (repo.folder / "later").mkdir()

    assert git.files_at("HEAD", repo.folder / "later") == {}


@pytest.mark.parametrize("revision", ["nowhere", "", "-h", "--all", "HEAD^7", "HEAD\n", "a b"])
def test_a_revision_that_is_none_is_told(repo: Repository, revision: str) -> None:
    """Also one that looks like an option."""
    with pytest.raises(UsageError, match="there is no revision"):
        git.commit(revision, folder=repo.folder)


def test_nothing_committed_yet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new repository has no HEAD, and the way out is to commit."""
    repo = repository.begin(tmp_path / "new", monkeypatch)
    with pytest.raises(UsageError, match=r"nothing is committed(.|\n)*git commit"):
        git.commit("HEAD", folder=repo.folder)


def test_a_shallow_clone_says_how_to_get_more(repo: Repository, tmp_path: Path) -> None:
    """What is missing may only not have been fetched."""
    repo.write("more.txt", "more")
    repo.commit("More")
    clone = tmp_path / "clone"
    repo.git("clone", "--quiet", "--depth", "1", repo.folder.as_uri(), str(clone))
    with pytest.raises(UsageError, match="git fetch --unshallow"):
        git.commit("HEAD~1", folder=clone)


def test_where_two_branches_met(repo: Repository) -> None:
    """The commit both have grown from; none is an error."""
    first = git.commit("HEAD", folder=repo.folder)
    repo.git("checkout", "--quiet", "--orphan", "apart")
    repo.commit("Apart")

    assert git.meeting("main", "main", folder=repo.folder) == first
    with pytest.raises(UsageError, match="no commit in common"):
        git.meeting("main", "apart", folder=repo.folder)


def test_no_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command is missing: say which, and where to get it."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(GitError, match=r"git was not found(.|\n)*install git"):
        git.top(tmp_path)


def test_no_repository_and_no_folder(tmp_path: Path) -> None:
    """Two things that look alike to git are told apart."""
    with pytest.raises(GitError, match=r"in no git repository(.|\n)*git init"):
        git.top(tmp_path)
    with pytest.raises(GitError, match="no such folder"):
        git.top(tmp_path / "gone")


def test_a_broken_repository_says_what_git_says(repo: Repository) -> None:
    """Its own first line, without "fatal"."""
    (repo.folder / ".git/config").write_text("[broken", "utf-8")
    with pytest.raises(GitError, match=r": bad config line"):
        git.top(repo.folder)
