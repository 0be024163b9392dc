"""What the command `git` tells about a folder: the only module that runs it.

Arguments are lists and no shell is involved; names are bytes between zeros, so any name will do.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from timeline.errors import GitError, UsageError

_SETTINGS = {
    "LC_ALL": "C",  # its messages are looked at
    "GIT_OPTIONAL_LOCKS": "0",  # reading must not get into the way of a commit
    "GIT_TERMINAL_PROMPT": "0",
}
_FILE_MODES = (b"100644", b"100755")


def run(
    words: Sequence[str],
    *,
    folder: Path,
    given: bytes = b"",
    fine: Sequence[int] = (0,),
) -> bytes:
    """What `git WORDS` prints when it is run in `folder`, with `given` as its input.

    Raises GitError where git is missing, or ends with a code that is not `fine`.
    """
    command = ["git", "--no-pager", "--literal-pathspecs", *words]
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            input=given,
            capture_output=True,
            check=False,
            env={**os.environ, **_SETTINGS},
        )
    except FileNotFoundError as error:
        if not folder.is_dir():
            raise GitError("there is no such folder", where=folder) from error
        hint = "install git from https://git-scm.com, or put it on your PATH"
        raise GitError("the command git was not found", hint=hint) from error
    except OSError as error:
        raise GitError(f"git can't be run: {error.strerror or error}".lower()) from error
    if done.returncode not in fine:
        raise _as_error(done.stderr.decode("utf-8", "replace"), folder)
    return done.stdout


def _as_error(said: str, folder: Path) -> GitError:
    lines = said.strip().splitlines() or ["git gave no reason"]
    if "not a git repository" in said:
        hint = "go to a clone of it, or make one of this folder: git init"
        return GitError("this folder is in no git repository", where=folder, hint=hint)
    if "dubious ownership" in said:
        hint = f"git config --global --add safe.directory {folder}"
        return GitError("git does not trust this folder, another user's", where=folder, hint=hint)
    return GitError(lines[0].removeprefix("fatal: "), where=folder)


def top(folder: Path) -> Path:
    """The top folder of the repository that `folder` lies in."""
    said = run(["rev-parse", "--show-toplevel"], folder=folder)
    return Path(os.fsdecode(said.removesuffix(b"\n")))


def is_shallow(folder: Path) -> bool:
    """Whether this clone has only the latest part of the history."""
    return run(["rev-parse", "--is-shallow-repository"], folder=folder).strip() == b"true"


def commit(revision: str, *, folder: Path) -> str:
    """The full name of the commit that a revision names. Raises UsageError where it names none."""
    top(folder)  # tells of git itself, and of no repository, before it is the revision's fault
    wanted = f"{revision}^{{commit}}"
    words = ["rev-parse", "--verify", "--quiet", "--end-of-options", wanted]
    found = run(words, folder=folder, fine=(0, 1, 128)).decode().strip()
    if found and not revision.startswith("-"):
        return found
    if revision == "HEAD":
        hint = 'git add sources && git commit -m "First events"'
        raise UsageError("nothing is committed here yet", where=folder, hint=hint)
    hint = "name a commit, a branch or a tag; `git log --oneline` lists commits"
    if is_shallow(folder):
        hint = "this clone has only the latest history; git fetch --unshallow brings the rest"
    raise UsageError(f"there is no revision {revision}", hint=hint)


def head(folder: Path) -> str | None:
    """The commit that is checked out; None where there is none, no repository or no git."""
    try:
        return commit("HEAD", folder=folder)
    except (GitError, UsageError):
        return None


def meeting(one: str, other: str, *, folder: Path) -> str:
    """The commit that two revisions have grown from. Raises UsageError where there is none."""
    commits = [commit(revision, folder=folder) for revision in (one, other)]
    found = run(["merge-base", *commits], folder=folder, fine=(0, 1)).decode().strip()
    if not found:
        hint = "git fetch --unshallow" if is_shallow(folder) else f"compare with {one} itself"
        raise UsageError(f"{one} and {other} have no commit in common", hint=hint)
    return found


def files_at(revision: str, folder: Path) -> Mapping[str, bytes]:
    """The files that stood directly in `folder` at a commit, by name; links are left out.

    A folder that wasn't there then has none.
    """
    inside = folder.resolve().relative_to(top(folder).resolve()).as_posix()
    tree = revision if inside == "." else f"{revision}:{inside}"
    there = run(["rev-parse", "--verify", "--quiet", tree], folder=folder, fine=(0, 1, 128)).strip()
    if not there:
        return {}
    listed = run(["ls-tree", "-z", "--full-tree", there.decode()], folder=folder)
    names = {}
    for row in listed.split(b"\0")[:-1]:
        facts, _, name = row.partition(b"\t")
        mode, _, blob = facts.split(b" ")
        if mode in _FILE_MODES:
            names[os.fsdecode(name)] = blob
    return dict(zip(names, _blobs(list(names.values()), folder), strict=True))


def _blobs(names: Sequence[bytes], folder: Path) -> Iterator[bytes]:
    """The contents of blobs, from one process for all of them."""
    said = run(["cat-file", "--batch"], folder=folder, given=b"".join(n + b"\n" for n in names))
    at = 0
    for name in names:
        end = said.index(b"\n", at)
        head = said[at:end].split(b" ")
        if len(head) != 3:
            hint = "git fetch brings what is missing; git fsck says what is broken"
            raise GitError(f"the object {name.decode()} is missing", where=folder, hint=hint)
        at = end + 1 + int(head[2])
        yield said[end + 1 : at]
        at += 1  # a line break ends each


def blame(path: Path, *, shallow: bool) -> str | None:
    """Who wrote each line of a file as it stands, as `git blame --porcelain` tells it.

    Blank space and moves within the file count for nothing. None where nothing of the file is
    committed. In a `shallow` clone the lines whose commit isn't here are marked `boundary`.
    """
    name, folder = path.name, path.parent
    words = ["blame", "--porcelain", "-w", "-M", *([] if shallow else ["--root"]), "--", name]
    try:
        return run(words, folder=folder).decode("utf-8", "replace")
    except GitError:
        if run(["ls-tree", "-z", "HEAD", "--", name], folder=folder, fine=(0, 128)):
            raise
        top(folder)  # no repository is another matter
        return None
