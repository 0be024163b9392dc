"""Real merges in a real repository, through the driver as it was installed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests import repository
from tests.repository import Repository
from tests.test_weave import ACCEPT, BASE, REJECT, edited
from timeline import merge_driver, store
from timeline.project import Project

NAME = "sources/talks.events.yml"
SECOND = (
    "Oslo\n  kind: happened\n  status: proposed",
    "Oslo\n  kind: happened\n  status: rejected",
)


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A repository with the driver, and the branch anna beside main."""
    made = repository.begin(tmp_path / "it's a repo", monkeypatch)
    made.write(NAME, BASE)
    merge_driver.install(Project(made.folder))
    made.commit("Extract")
    made.git("branch", "anna")
    return made


def on(repo: Repository, branch: str, text: str, name: str = NAME) -> None:
    repo.git("checkout", "--quiet", branch)
    repo.write(name, text)
    repo.commit(f"Review on {branch}")


def branch_out(repo: Repository, ours: str, theirs: str) -> None:
    """Commit theirs on anna and ours on main, which is checked out then."""
    on(repo, "anna", theirs)
    on(repo, "main", ours)


def test_two_reviewers_of_one_file(repo: Repository) -> None:
    """No question, one clean merge commit."""
    branch_out(repo, edited(ACCEPT), edited(SECOND))
    repo.git("merge", "anna", "--no-edit")

    assert repo.read(NAME) == edited(ACCEPT, SECOND)
    assert repo.git("status", "--porcelain") == ""


def test_one_field_decided_twice(repo: Repository) -> None:
    """git stops, the file says what to choose, and `check` where."""
    branch_out(repo, edited(ACCEPT), edited(REJECT))
    said = repo.git("merge", "anna", fine=False)

    assert f"{NAME}: 8c1f03aa: both sides changed status" in said
    assert "Next: mend the marked lines" in said
    assert repo.git("diff", "--name-only", "--diff-filter=U") == f"{NAME}\n"
    assert "=======\n  status: rejected\n>>>>>>> " in repo.read(NAME)


def test_after_mending_the_merge_goes_on(repo: Repository) -> None:
    """Choose, add, commit: as with any conflict."""
    branch_out(repo, edited(ACCEPT), edited(REJECT))
    repo.git("merge", "anna", fine=False)
    repo.write(NAME, edited(ACCEPT))
    repo.git("add", NAME)
    repo.git("commit", "--no-edit", "--quiet")

    assert repo.git("status", "--porcelain") == ""


def test_a_decision_against_a_new_run(repo: Repository) -> None:
    """The other branch extracted again and found neither event; decided ones stay."""
    on(repo, "anna", BASE[: BASE.index("\n- id: 91")].replace("'2014-03'", "'2014'"))
    on(repo, "main", edited(ACCEPT))
    repo.git("merge", "anna", "--no-edit")

    assert "status: accepted" in repo.read(NAME)


def test_a_rebase(repo: Repository) -> None:
    """Each commit is put on the other branch's tip."""
    branch_out(repo, edited(ACCEPT), edited(SECOND))
    repo.git("checkout", "--quiet", "anna")
    repo.git("rebase", "main")

    assert repo.read(NAME) == edited(ACCEPT, SECOND)
    assert repo.git("log", "--format=%s", "-2") == "Review on anna\nReview on main\n"


def test_cherry_pick_and_stash(repo: Repository) -> None:
    """Everything that merges goes the same way."""
    branch_out(repo, edited(ACCEPT), edited(SECOND))
    repo.git("cherry-pick", "anna")
    assert repo.read(NAME) == edited(ACCEPT, SECOND)
    repo.change(NAME, "tags: []", "tags: [stashed]")
    repo.git("stash")
    repo.change(NAME, "who: []", "who: [Ben]")
    repo.commit("More")
    repo.git("stash", "pop")

    assert "tags: [stashed]" in repo.read(NAME)


def test_branches_that_merged_each_other_before(repo: Repository) -> None:
    """git first merges the two versions they have in common, with us too."""
    branch_out(repo, edited(ACCEPT), edited(REJECT))
    repo.git("branch", "first", "main")
    repo.git("merge", "anna", "-s", "ours", "--no-edit")
    repo.git("checkout", "--quiet", "anna")
    repo.git("merge", "first", "-s", "ours", "--no-edit")
    repo.change(NAME, "Envoys left", "Envoys fled")
    repo.commit("Retitle")
    repo.git("checkout", "--quiet", "main")
    repo.git("merge", "anna", fine=False)

    assert "=======\n  status: rejected\n" in repo.read(NAME)
    assert "title: Envoys fled" in repo.read(NAME)


def test_a_broken_file_is_merged_as_text(repo: Repository) -> None:
    """And it is said which, and why."""
    branch_out(repo, edited(ACCEPT), edited(("citations: []", "citations: [")))
    said = repo.git("merge", "anna", "--no-edit")

    assert f"{NAME}: merged as plain text: the version theirs:" in said
    assert repo.read(NAME) == edited(ACCEPT, ("citations: []", "citations: ["))


@pytest.mark.parametrize(
    "command", ["/gone/timeline", "false", "sh -c 'exit 3'", "sh -c 'kill -9 $$'"]
)
def test_a_driver_that_is_gone_or_breaks_down(repo: Repository, command: str) -> None:
    """An environment was deleted: git's own merge, and never one side's file alone."""
    rest = merge_driver.driver().partition(" merge-driver ")[2]
    repo.git("config", "merge.timeline.driver", f"{command} merge-driver {rest}")
    branch_out(repo, edited(ACCEPT), edited(REJECT))
    repo.git("merge", "anna", fine=False)

    assert "<<<<<<<" in repo.read(NAME)
    assert "  status: accepted\n=======\n  status: rejected\n" in repo.read(NAME)


def test_setting_up_twice_changes_nothing(repo: Repository) -> None:
    """Once is enough, and says so the second time."""
    repo.write(".gitattributes", "*.png binary")
    first = merge_driver.install(Project(repo.folder))
    text = repo.read(".gitattributes")
    second = merge_driver.install(Project(repo.folder))

    assert [changed for _, changed in first] == [True, False, False]
    assert not any(changed for _, changed in second)
    assert text == repo.read(".gitattributes") == f"*.png binary\n{merge_driver.LINE}\n"


def test_taking_it_out_leaves_what_was_there(repo: Repository) -> None:
    """Other attributes stay; a file that held only ours goes."""
    done = merge_driver.uninstall(Project(repo.folder))
    assert done == [(f".gitattributes: {merge_driver.LINE}", True), (
        "git config merge.timeline", True)]  # fmt: skip
    assert not (repo.folder / ".gitattributes").exists()
    repo.write(".gitattributes", f"*.png binary\n{merge_driver.LINE}\n")
    merge_driver.uninstall(Project(repo.folder))

    assert repo.read(".gitattributes") == "*.png binary\n"
    assert "timeline" not in repo.read(".git/config")


def test_a_project_in_a_folder_of_a_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The line stands beside its sources, and works from there."""
    repo = repository.begin(tmp_path / "repo", monkeypatch)
    name = f"desk/{NAME}"
    repo.write(name, BASE)
    merge_driver.install(Project(repo.folder / "desk"))
    repo.commit("Extract")
    repo.git("branch", "anna")
    on(repo, "anna", edited(("Ministers met", "Ministers sat")), name)
    on(repo, "main", edited(("'2014-03'", "'2014-03-16'")), name)
    repo.git("merge", "anna", "--no-edit")

    assert store.load(repo.folder / name).record.events[0].title == "Ministers sat in Geneva"


def test_the_command_says_what_it_did_and_how_to_undo_it(repo: Repository) -> None:
    """In words, with the next step."""
    words = [sys.executable, "-m", "timeline", "merge-driver"]
    said = subprocess.run([*words, "--install"], capture_output=True, text=True, check=True).stdout

    assert "already set  .gitattributes: sources/*.events.yml merge=timeline" in said
    assert "To undo it: timeline merge-driver --uninstall" in said


@pytest.mark.parametrize(
    ("given", "code", "hint"),
    [
        ([], 2, "timeline merge-driver --install"),
        (["a", "b"], 2, "%O %A %B %P"),
        (["gone", "gone", "gone", NAME], 2, "timeline merge-driver --install"),
        (["--install"], 1, "git init"),
    ],
)
def test_wrong_use_is_told(project: Path, given: list[str], code: int, hint: str) -> None:
    """Somebody typed what git should, or there is no repository."""
    words = [sys.executable, "-m", "timeline", "merge-driver", *given]
    said = subprocess.run(words, capture_output=True, text=True, check=False)

    assert said.returncode == code
    assert hint in said.stderr


@pytest.mark.parametrize(
    ("given", "names"),
    [(("", ""), ("ours", "theirs")), (("%X", "%Y"), ("ours", "theirs")), (("HEAD", "anna"),) * 2],
)
def test_names_beside_the_marks(given: tuple[str, str], names: tuple[str, str]) -> None:
    """git before 2.44 hands over the signs themselves."""
    found = merge_driver.names_for(*given)

    assert (found.ours, found.theirs) == names
