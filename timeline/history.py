"""Who decided on an event, and when: read from git, stored nowhere.

`decisions` is pure: from what `git blame --porcelain` says of an event file to

    {event id: Decided(status, who, when, commit)}

with one entry for each event that a person has accepted, rejected or marked as disputed; a
proposal has none. The commit is that of the line `status:`. `of_file` and `of_folder` run git,
once for each file and afresh with each call, so whoever asks often keeps the answer.
"""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from timeline import git, store
from timeline.errors import GitError, TimelineError
from timeline.layout import lines_of
from timeline.model import Status
from timeline.when import When


@dataclass(frozen=True, slots=True)
class Decided:
    """A person's decision on one event.

    `who` is the author's name, `when` the author's own time with its offset from UTC, `commit`
    40 hex digits (64 in some repositories). All three are None for what isn't committed yet.
    """

    status: Status
    who: str | None = None
    when: dt.datetime | None = None
    commit: str | None = None

    @property
    def day(self) -> When | None:
        """The day of the decision where it was made, to be said in words with `.display`."""
        return None if self.when is None else When.parse(self.when.date().isoformat())

    def __str__(self) -> str:
        if self.day is None:
            return f"{self.status}, not committed yet"
        return f"{self.status} by {self.who}, {self.day.display()}"


def of_folder(folder: Path) -> Mapping[str, Mapping[str, Decided]]:
    """{source name: decisions} of all event files of a folder; see `of_file` for errors."""
    shallow = git.is_shallow(folder)
    files = store.files_in(folder)
    return {p.name.removesuffix(store.SUFFIX): of_file(p, shallow=shallow) for p in files}


def of_file(path: Path, *, shallow: bool | None = None) -> Mapping[str, Decided]:
    """The decisions in one event file; none where it can't be read.

    `shallow` is whether the clone is, for those who have asked `git.is_shallow` before.

    Decisions older than a shallow clone's history are left out: git can't tell them there.
    Raises GitError where there is no git or no repository.
    """
    shallow = git.is_shallow(path.parent) if shallow is None else shallow
    said = git.blame(path, shallow=shallow)
    if said is not None:
        return decisions(said)
    file, _ = store.parse(store.read_text(path), path)  # nothing of it is committed
    events = file.record.events if file else ()
    return {e.id: Decided(e.status) for e in events if e.status != "proposed"}


def known(folder: Path) -> Mapping[tuple[str, str], Decided]:
    """{(source name, event id): decision} of a folder; empty where git can't tell."""
    found: dict[tuple[str, str], Decided] = {}
    with contextlib.suppress(GitError):
        shallow = git.is_shallow(folder)
        for path in store.files_in(folder):
            with contextlib.suppress(TimelineError):  # one file that can't be told of
                name = path.name.removesuffix(store.SUFFIX)
                found |= {(name, key): one for key, one in of_file(path, shallow=shallow).items()}
    return found


def decisions(blame: str) -> Mapping[str, Decided]:
    """{event id: decision} from the output of `git blame --porcelain` on an event file.

    Empty where the file that it shows can't be read. An event whose line is marked `boundary`
    is left out, and so is one whose status stands on no line of its own.
    """
    rows = list(_rows(blame))
    text = "".join(f"{content}\n" for _, content in rows).lstrip("\ufeff")
    file, _ = store.parse(text, Path("blame"))
    if file is None:
        return {}
    # YAML ends a line at more characters than git does.
    starts = [text.count("\n", 0, start) for start in _starts(text)]
    found = {}
    for i, event in enumerate(file.record.events):
        line = file.lines.get(("events", i, "status"))
        if event.status == "proposed" or line is None:
            continue
        facts = rows[starts[line - 1]][0]
        if "boundary" not in facts:
            found[event.id] = _decided(event.status, facts)
    return found


def _starts(text: str) -> Iterator[int]:
    at = 0
    for row in lines_of(text):
        yield at
        at += len(row)


def _decided(status: Status, facts: Mapping[str, str]) -> Decided:
    if not facts["commit"].strip("0"):  # zeros: the line isn't committed
        return Decided(status)
    offset = facts.get("author-tz", "+0000")
    away = dt.timedelta(hours=int(offset[1:3]), minutes=int(offset[3:5]))
    zone = dt.timezone(-away if offset[0] == "-" else away)
    when = dt.datetime.fromtimestamp(int(facts["author-time"]), tz=zone)
    return Decided(status, facts.get("author", ""), when, facts["commit"])


def _rows(blame: str) -> Iterator[tuple[Mapping[str, str], str]]:
    """(facts about the commit, the line itself) for each line of the file.

    A commit's facts stand above the first of its lines only.
    """
    commits: dict[str, dict[str, str]] = {}
    facts: dict[str, str] = {}
    begun = False
    for row in blame.split("\n"):
        if row.startswith("\t"):
            yield facts, row[1:].removesuffix("\r")
            begun = False
            continue
        key, _, value = row.partition(" ")
        if not begun and key:
            facts = commits.setdefault(key, {"commit": key})
            begun = True
        elif key:
            facts[key] = value
