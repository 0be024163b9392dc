"""The merge driver that git calls for event files, and how a clone is told of it.

git hands over three files: the version both branches have grown from, ours and theirs. The merge
is written over ours. What can't be read as event files is merged as git merges any text.
"""

from __future__ import annotations

import re
import shlex
import sys
from dataclasses import dataclass
from pathlib import Path

from timeline import git, store
from timeline.conflicts import Names, left_in
from timeline.errors import EventFileError, GitError, TimelineError, UsageError
from timeline.files import write_atomic
from timeline.model import Record
from timeline.project import Project
from timeline.threeway import Merged, Version, merge
from timeline.weave import reads_back, woven

PATTERN = "sources/*" + store.SUFFIX
LINE = f"{PATTERN} merge=timeline"
_TITLE = "merge.timeline.name", "timeline events, one by one and field by field"
_DRIVER = "merge.timeline.driver"
# Where our command is gone or breaks down without marks in the file, git's own merge does it.
_ELSE = (
    "grep -q '^<<<<<<<' %A && exit 1; "
    "git merge-file -L ours -L base -L theirs %A %O %B || exit 1"
)  # fmt: skip
_UNNAMED = re.compile(r"%[A-Z]|")  # what an older git hands over where it has no name


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one merge. `open`: (event id, fields) where a person must choose.

    No fields stand for an event that one side deleted. `text_only` says why git's own merge
    had to do it, and is empty where it hadn't to; `clean` is whether nothing is left to mend.
    """

    clean: bool
    open: tuple[tuple[str, tuple[str, ...]], ...] = ()
    text_only: str = ""


def merge_files(base: Path, ours: Path, theirs: Path, *, names: Names | None = None) -> Result:
    """Merge three versions of an event file; `ours` is overwritten with what comes of it."""
    names = names or Names()
    try:
        files = [_read(path, whose) for path, whose in ((ours, "ours"), (theirs, "theirs"))]
        before = _read_base(base)
        merged = merge(_version(before), *map(_version, files))
        if merged is None:
            return _as_text(base, ours, theirs, names, "they belong to different sources")
        shown, *sides = woven(merged, before, files[0], files[1], names)
        if not _holds(merged, shown, sides):
            return _as_text(base, ours, theirs, names, "the result would not read back the same")
    except TimelineError as error:
        return _as_text(base, ours, theirs, names, str(error))
    except Exception as error:  # a fault of ours must not leave one side's file as the merge
        return _as_text(base, ours, theirs, names, f"{type(error).__name__}: {error}")
    write_atomic(ours, shown.encode())
    still_open = tuple((pair.id, pair.open) for pair in merged.pairs if not pair.settled)
    return Result(clean=not still_open, open=still_open)


def _read(path: Path, whose: str) -> store.EventFile:
    try:
        return store.load(path)
    except EventFileError as error:  # git's temporary name says nothing to anybody
        what = error.what[:1].lower() + error.what[1:]
        raise EventFileError(what, where=f"the version {whose}", line=error.line) from error


def _read_base(path: Path) -> store.EventFile | None:
    """The common version; None where there is none, or it is beyond reading.

    Then what both sides have counts as added by both, and nothing gets lost.
    """
    try:
        return store.load(path)
    except TimelineError:
        return None


def _version(file: store.EventFile | None) -> Version:
    if file is None:
        return Version(Record("", ""))
    return Version(file.record, file.commented)


def _holds(merged: Merged, shown: str, sides: list[str]) -> bool:
    """Whether the text says what was meant, whichever version a person chooses."""
    if merged.settled:
        return reads_back(shown, merged.record("ours"))
    pairs = zip(sides, ("ours", "theirs"), strict=True)
    return all(reads_back(text, merged.record(side)) for text, side in pairs)


def _as_text(base: Path, ours: Path, theirs: Path, names: Names, why: str) -> Result:
    labels = [word for name in (names.ours, "base", names.theirs) for word in ("-L", name)]
    paths = [str(path.absolute()) for path in (ours, base, theirs)]
    words = ["merge-file", *labels, "--", *paths]
    try:
        git.run(words, folder=Path.cwd(), fine=range(128))
    except GitError as error:
        return Result(clean=False, text_only=f"{why}; {error.what}, so ours stands as it was")
    clean = not any(True for _ in left_in(ours.read_text("utf-8", "replace")))
    return Result(clean=clean, text_only=why)


def names_for(ours: str, theirs: str) -> Names:
    """What to call the versions beside their marks; git before 2.44 gives no names."""
    given = [None if _UNNAMED.fullmatch(name) else name for name in (ours, theirs)]
    plain = Names()
    return Names(given[0] or plain.ours, given[1] or plain.theirs)


def install(project: Project) -> list[tuple[str, bool]]:
    """Have git merge this project's event files with us; (what, whether it was changed)."""
    top = git.top(project.root)
    path = project.root / ".gitattributes"
    text = path.read_bytes().decode("utf-8") if path.exists() else ""
    new = LINE not in _lines(text)
    if new:
        gap = "" if not text or text.endswith("\n") else "\n"
        write_atomic(path, f"{text}{gap}{LINE}\n".encode())
    done = [(f"{_place(path, top)}: {LINE}", new)]
    for key, value in ((_TITLE), (_DRIVER, driver())):
        changed = _configured(key, project.root) != value
        if changed:
            git.run(["config", "--local", key, value], folder=project.root)
        done.append((f"git config {key}", changed))
    return done


def uninstall(project: Project) -> list[tuple[str, bool]]:
    """Undo `install`; (what, whether it was there)."""
    top = git.top(project.root)
    path = project.root / ".gitattributes"
    text = path.read_bytes().decode("utf-8") if path.exists() else ""
    there = LINE in _lines(text)
    if there:
        rest = "".join(f"{row}\n" for row in _lines(text) if row != LINE)
        if rest.strip():
            write_atomic(path, rest.encode())
        else:
            path.unlink()
    known = _configured(_DRIVER, project.root) is not None
    if known:
        words = ["config", "--local", "--remove-section", "merge.timeline"]
        git.run(words, folder=project.root)
    return [(f"{_place(path, top)}: {LINE}", there), ("git config merge.timeline", known)]


def driver() -> str:
    """The line of shell by which git calls us, whatever environment it is called from."""
    beside = Path(sys.executable).with_name("timeline")
    call = [beside.as_posix()] if beside.exists() else [sys.executable, "-P", "-m", "timeline"]
    ours = shlex.join(call).replace("%", "%%")  # git reads %A in a path, too
    return f"{ours} merge-driver -- %O %A %B %P %X %Y && exit 0; {_ELSE}"


def must_be_files(paths: list[Path]) -> None:
    """Raise UsageError unless git, or somebody like it, has named three files."""
    for path in paths:
        if not path.is_file():
            hint = "git calls this; to set it up, timeline merge-driver --install"
            raise UsageError("there is no such file", where=path, hint=hint)


def _configured(key: str, folder: Path) -> str | None:
    words = ["config", "--local", "--null", "--get", key]
    found = git.run(words, folder=folder, fine=(0, 1))
    return found.decode().removesuffix("\0") if found else None


def _lines(text: str) -> list[str]:
    return text.removesuffix("\n").split("\n") if text else []


def _place(path: Path, top: Path) -> str:
    return path.resolve().relative_to(top.resolve()).as_posix()
