"""Citations of a source that stand in the event files of others, after its text was refreshed."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from pathlib import Path

from timeline import quotes, store
from timeline.errors import TimelineError
from timeline.files import writing
from timeline.merge import is_persons, stamp
from timeline.model import Document, Event


@dataclass(frozen=True, slots=True)
class Followed:
    """An event file whose citations were looked at: ids that moved, and that are adrift.

    `error` says why it could not be looked at; then it is as it was.
    """

    path: Path
    moved: tuple[str, ...] = ()
    adrift: tuple[str, ...] = ()
    error: TimelineError | None = None


def follow(document: Document, folder: Path) -> tuple[Followed, ...]:
    """Let citations in other event files follow the words they quote, as `merge` does for its own.

    Only files that name this document are read whole, and only those that change written.
    """
    own = f"{document.source.name}{store.SUFFIX}"
    found = []
    for path in sorted(folder.glob("*" + store.SUFFIX)):
        try:
            if path.name != own and document.source.name in store.read_text(path):
                with writing(folder):
                    found.append(_follow(path, document))
        except TimelineError as error:
            found.append(Followed(path, error=error))
    return tuple(one for one in found if one.moved or one.adrift or one.error)


def _follow(path: Path, document: Document) -> Followed:
    stored = store.load(path)
    events, moved, adrift = [], [], []
    for event in stored.record.events:
        now, lost = _followed(event, document)
        if now != event:
            moved.append(event.id)
            now = now if is_persons(event) else stamp(now)
        adrift += [event.id] if lost else []
        events.append(now)
    if moved:
        record = dataclasses.replace(stored.record, events=tuple(events))
        store.write(path, store.compose(record, stored=stored), record, stored=stored)
    return Followed(path, tuple(moved), tuple(adrift))


def _followed(event: Event, document: Document) -> tuple[Event, bool]:
    citations, lost = [], False
    for citation in event.citations:
        there = citation
        if citation.source == document.source.name and citation.quote:
            place = quotes.follow(citation, document)
            lost, there = lost or place is None, place or citation
        citations.append(there)
    return dataclasses.replace(event, citations=tuple(citations)), lost
