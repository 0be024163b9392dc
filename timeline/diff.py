"""The timeline at two revisions, side by side: read from git, or as it stands on disk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from timeline import git, readers, store
from timeline.changes import Change, changes
from timeline.errors import EventFileError
from timeline.model import Record

HERE = "the working tree"


@dataclass(frozen=True)
class State:
    """A sources folder at one revision, `name` in words.

    `records` and `texts` (an article's text) by source name. `unreadable` says, by the same
    name, why an event file could not be read.
    """

    name: str
    records: Mapping[str, Record] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    unreadable: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Diff:
    """What changed between two revisions. `unreadable`: (source, where and why) left out."""

    before: str
    after: str
    changes: tuple[Change, ...]
    unreadable: tuple[tuple[str, str], ...] = ()


def between(folder: Path, revision: str = "HEAD", other: str | None = None) -> Diff:
    """The changes of a sources folder from one revision to another, or to what is on disk.

    A revision may be a range: `main..anna` from one to the other, `main...anna` from where
    anna left main. Raises GitError, and UsageError for a revision that there isn't.
    """
    first, last = _ends(revision, other, folder)
    old, new = (_on_disk(folder) if one is None else _at(one, folder) for one in (first, last))
    unreadable = [
        (name, f"{state.name}: {why}") for state in (old, new) for name, why in
        state.unreadable.items()
    ]  # fmt: skip
    left_out = {name for name, _ in unreadable}
    kept = [{k: v for k, v in s.records.items() if k not in left_out} for s in (old, new)]
    corrected = [name for name, text in old.texts.items() if new.texts.get(name, text) != text]
    found = changes(*kept, corrected=corrected)
    return Diff(old.name, new.name, tuple(found), tuple(sorted(unreadable)))


def _ends(revision: str, other: str | None, folder: Path) -> tuple[str | None, str | None]:
    for dots in ("...", ".."):
        if dots in revision and other is None:
            first, _, last = revision.partition(dots)
            first, last = first or "HEAD", last or "HEAD"
            return (git.meeting(first, last, folder=folder) if dots == "..." else first), last
    return revision, other


def _at(revision: str, folder: Path) -> State:
    commit = git.commit(revision, folder=folder)
    name = commit[:8] if commit.startswith(revision) else f"{revision} ({commit[:8]})"
    return _state(name, folder, git.files_at(commit, folder))


def _on_disk(folder: Path) -> State:
    paths = [path for path in sorted(folder.iterdir()) if path.is_file() and not path.is_symlink()]
    return _state(HERE, folder, {p.name: p.read_bytes() for p in paths if _counts(p)})


def _counts(path: Path) -> bool:
    return path.name.endswith(store.SUFFIX) or readers.is_source(path)


def _state(name: str, folder: Path, files: Mapping[str, bytes]) -> State:
    records: dict[str, Record] = {}
    unreadable: dict[str, str] = {}
    texts = dict(_texts(files))
    for file, data in files.items():
        if file.endswith(store.SUFFIX):
            source = file.removesuffix(store.SUFFIX)
            try:
                records[source] = _record(data, folder / file)
            except EventFileError as error:
                unreadable[source] = f"{file}:{error.line or 1}: {error.what}"
    for source in texts.keys() - records.keys() - unreadable.keys():
        records[source] = Record(source, "")
    return State(name, records, texts, unreadable)


def _texts(files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    for file, data in files.items():
        path = Path(file)
        if readers.is_source(path):  # however its lines end
            yield path.stem, data.decode("utf-8", "replace").replace("\r\n", "\n")


def _record(data: bytes, path: Path) -> Record:
    try:
        text = data.decode("utf-8").lstrip("\ufeff")
    except UnicodeDecodeError as error:
        raise EventFileError("this file is not UTF-8 text", where=path) from error
    file, faults = store.parse(text, path)
    if file is None:
        raise EventFileError(faults[0].what, where=path, line=faults[0].line)
    return file.record
