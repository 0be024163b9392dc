"""What the page's forms do: each one change to an event file, under the lock, and a journal step.

Every change begins by reading the file again. An event that is no longer as the form showed it
is left alone: `StaleError` carries what stands there now, and the page asks.
"""

from __future__ import annotations

import dataclasses
import hashlib
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from timeline import canonical, decide, edit, files, joins, store
from timeline.check import Folder, event_problems, joined_root
from timeline.errors import EventFileError, TimelineError, UsageError
from timeline.model import PUBLISHED_STATUSES, Event, Record, Status
from timeline.review.journal import Change, Journal, Step
from timeline.review.state import Shelf, fingerprint

DONE: Mapping[Status, str] = {
    "accepted": "Accepted",
    "rejected": "Rejected",
    "disputed": "Marked as disputed",
    "proposed": "Opened again",
}
Make = Callable[[store.EventFile], tuple[str, Record]]


@dataclass(frozen=True, slots=True)
class Seen:
    """An event as a page showed it: in which source, its id, the fingerprint of its block."""

    source: str
    id: str
    print: str


class StaleError(Exception):
    """The event is not as the page showed it; `now` is what stands there, None if it is gone."""

    def __init__(self, seen: Seen, now: Event | None, print_now: str = "") -> None:
        self.seen, self.now, self.print_now = seen, now, print_now
        super().__init__(seen.id)


@dataclass(frozen=True, slots=True)
class Many:
    """What became of many: the step, and for those left alone, each with why."""

    step: Step | None
    left: tuple[tuple[Seen, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Desk:
    """What the actions work on: the folder of event files, and the journal."""

    shelf: Shelf
    journal: Journal

    def set_status(self, seen: Seen, status: Status) -> Step:
        """Give one event a status: the one line, and nothing else."""
        folder = self.shelf.folder()

        def make(file: store.EventFile) -> tuple[str, Record]:
            event = file.by_id[seen.id]
            refuse_unpublishable(dataclasses.replace(event, status=status), file, folder)
            return edit.rewritten(file, {seen.id: decide.giving(status)})[:2]

        return self._rewrite(folder, seen, make, DONE[status])

    def edit(self, seen: Seen, new: Event, *, done: str = "Saved") -> Step:
        """Put an event's new fields in the place of the old ones: the lines that differ."""
        folder = self.shelf.folder()

        def make(file: store.EventFile) -> tuple[str, Record]:
            refuse_unpublishable(new, file, folder)
            return _edited(file, new)

        return self._rewrite(folder, seen, make, done)

    def put(self, seen: Seen, events: Sequence[Event], *, done: str) -> Step:
        """Put events in the place of one, which keeps its id and is the first of them."""
        folder = self.shelf.folder()

        def make(file: store.EventFile) -> tuple[str, Record]:
            for event in events:
                refuse_unpublishable(event, file, folder)
            kept: list[Event] = []
            for event in file.record.events:
                kept += events if event.id == seen.id else [event]
            record = dataclasses.replace(file.record, events=tuple(kept))
            return store.compose(record, stored=file), record

        return self._rewrite(folder, seen, make, done)

    def add(self, source: str, event: Event) -> Step:
        """Put a new event behind those that quote what stands before it."""
        folder = self.shelf.folder()
        path = _path(folder, source)
        with files.writing(self.shelf.path):
            file = self.shelf.load(path) if path.exists() else None
            old = file.record if file else Record(source, "")
            refuse_unpublishable(event, file, folder)
            at = _behind(event, old.events)
            events = (*old.events[:at], event, *old.events[at:])
            record = dataclasses.replace(old, events=events)
            return self._write(path, file, store.compose(record, stored=file), record, "Added")

    def join(self, seen: Seen, target: tuple[str, str] | None) -> Step:
        """Say that an event repeats another (or, with None, that it repeats none)."""
        folder = self.shelf.folder()
        here = (seen.source, seen.id)
        event = folder.files[seen.source].by_id[seen.id]
        name = None
        if target is not None:
            root = joined_root(folder, *target)
            if root is None or root == here:
                what = "that event already points at this one"
                raise UsageError(what, hint="open that one, and take its “same as” away first")
            if _kept_apart(folder, here, target) or _kept_apart(folder, target, here):
                what = "somebody said that these two are not the same"
                raise UsageError(what, hint=f"`timeline link --undo {seen.id}` takes that back")
            name = joins.name_of(folder, root, source=seen.source)
        done = "Joined" if target else "Parted"
        return self.edit(seen, dataclasses.replace(event, same_as=name), done=done)

    def set_many(self, some: Sequence[Seen], status: Status) -> Many:
        """Give many events a status; those that changed meanwhile, or can't be, are left alone."""
        folder = self.shelf.folder()
        by_source: dict[str, list[Seen]] = defaultdict(list)
        for seen in some:
            by_source[seen.source].append(seen)
        changes: list[Change] = []
        left: list[tuple[Seen, str]] = []
        with files.writing(self.shelf.path):
            for source, group in by_source.items():
                try:
                    changes += self._decide_in(source, group, status, folder, left)
                except TimelineError as error:
                    left += [(seen, error.what) for seen in group]
            if not changes:
                return Many(None, tuple(left))
            count = f"{len(changes)} event{'s' if len(changes) != 1 else ''}"
            step = self._note(DONE[status], count, changes, each=True)
        return Many(step, tuple(left))

    def _decide_in(
        self,
        source: str,
        group: Sequence[Seen],
        status: Status,
        folder: Folder,
        left: list[tuple[Seen, str]],
    ) -> list[Change]:
        file = self.shelf.load(_path(folder, source))
        blocks = _blocks(file)
        ids = set()
        for seen in group:
            if fingerprint(blocks.get(seen.id, "")) != seen.print:
                left.append((seen, "it has been changed since this page was made"))
                continue
            try:
                event = dataclasses.replace(file.by_id[seen.id], status=status)
                refuse_unpublishable(event, file, folder)
            except UsageError as error:
                left.append((seen, error.what))
                continue
            ids.add(seen.id)
        text, record, _ = edit.rewritten(file, dict.fromkeys(ids, decide.giving(status)))
        if text == file.text:
            return []
        store.write(file.path, text, record, stored=file)
        return self._changes(source, blocks, file.path)

    def _rewrite(self, folder: Folder, seen: Seen, make: Make, done: str) -> Step:
        path = _path(folder, seen.source)
        with files.writing(self.shelf.path):
            file = self.shelf.load(path)
            now = _blocks(file).get(seen.id)
            if now is None:
                raise StaleError(seen, None)
            if fingerprint(now) != seen.print:
                raise StaleError(seen, file.by_id[seen.id], fingerprint(now))
            return self._write(path, file, *make(file), done)

    def _write(
        self, path: Path, file: store.EventFile | None, text: str, record: Record, done: str
    ) -> Step:
        source = path.name.removesuffix(store.SUFFIX)
        if file is not None and text == file.as_read:
            return Step(0, "Nothing changed", "")
        store.write(path, text, record, stored=file)
        changes = self._changes(source, _blocks(file) if file else {}, path)
        ids = {change.id for change in changes}
        title = next((event.title for event in record.events if event.id in ids), "")
        return self._note(done, title, changes)

    def _changes(self, source: str, before: Mapping[str, str], path: Path) -> list[Change]:
        """Which blocks of a file that was just written are other ones now."""
        pairs = _blocks(self.shelf.load(path)).items()
        return [Change(source, i, before.get(i), b) for i, b in pairs if before.get(i) != b]

    def _note(
        self, done: str, title: str, changes: Sequence[Change], *, each: bool = False
    ) -> Step:
        """Write the step down. The decision stands even where that fails: it is only told."""
        try:
            return self.journal.add(done, title, changes, each=each)
        except TimelineError as error:
            return Step(0, f"{done} ({error.what})", title, tuple(changes), each)


def refuse_unpublishable(event: Event, file: store.EventFile | None, folder: Folder) -> None:
    """Raise UsageError for an event that is to be published and that `check` would keep back."""
    if event.status not in PUBLISHED_STATUSES:
        return
    if not event.when:
        raise UsageError("it needs a date first", hint="edit it (e), or reject it (r)")
    if file is None:
        return
    own = file.path.name.removesuffix(store.SUFFIX)
    if own not in folder.documents:
        what = f"the source {own} can't be read, so nothing shows that it says so"
        raise UsageError(what, hint="bring the article back, then decide")
    ids = [known.id for known in file.record.events]
    old = file.record.events[ids.index(event.id)] if event.id in ids else None
    problems = event_problems(event, file, ids.index(event.id) if old else 0, folder)
    if old is None or dataclasses.replace(event, status=old.status) != old:
        # its block will be written anew, and then the date has its quotes
        problems = [p for p in problems if "has no quotes around it" not in p.what]
    if problems:
        raise UsageError(problems[0].what, hint=problems[0].hint)


def new_id(folder: Folder, source: str, event: Event) -> str:
    """An id for a person's event: from its evidence, and nobody else's in the folder."""
    taken: Collection[str] = {known for file in folder.files.values() for known in file.by_id}
    quote = event.citations[0].quote if event.citations else ""
    for number in range(len(taken) + 1):
        evidence = "\x1f".join(("by hand", source, quote, event.title, str(number)))
        found = hashlib.sha256(evidence.encode("utf-8", "surrogatepass")).hexdigest()[:8]
        if found not in taken:
            return found
    raise AssertionError("there are more ids than events")


def _edited(file: store.EventFile, new: Event) -> tuple[str, Record]:
    """The file with an event's new fields; where lines can't be exchanged, its block anew."""
    old = file.by_id[new.id]
    names = [field.name for field in dataclasses.fields(Event)]
    fields = {
        name: getattr(new, name) for name in names if getattr(new, name) != getattr(old, name)
    }
    if "citations" not in fields:
        text, record, _ = edit.rewritten(file, {new.id: edit.setting(**fields)})
        if sorted(canonical.comments_in(text)) == sorted(canonical.comments_in(file.text)):
            return text, record
    events = tuple(new if event.id == new.id else event for event in file.record.events)
    record = dataclasses.replace(file.record, events=events)
    return store.compose(record, stored=file), record


def _kept_apart(folder: Folder, one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether a person said that an event is not the same as another."""
    names = folder.files[one[0]].by_id[one[1]].not_same_as or ()
    return any(folder.resolve(name, source=one[0]) == other for name in names)


def _path(folder: Folder, source: str) -> Path:
    """The event file of a source, found by its name among those that are there."""
    if source in folder.files:
        return folder.files[source].path
    if source in folder.paths:
        return store.path_for(folder.paths[source])
    raise EventFileError(
        f"there is no source {source} any more", hint="look whether it was renamed"
    )


def _behind(event: Event, events: Sequence[Event]) -> int:
    """The place of a new event: after the last one that quotes its paragraph or one before."""
    number = next((c.paragraph for c in event.citations if c.paragraph), None) or 0
    at = 0
    for i, other in enumerate(events):
        if any((c.paragraph or 0) <= number for c in other.citations[:1]):
            at = i + 1
    return at


def _blocks(file: store.EventFile) -> dict[str, str]:
    pairs = zip(file.record.events, file.blocks, strict=True)
    return {event.id: block for event, block in pairs}
