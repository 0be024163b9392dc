"""A file of events that others found -> proposals in event files, each quote checked.

    bring_in(path, folder, file_format=..., source=..., by=...) -> Brought(added, there, refused)

What is taken becomes a proposal, whatever the file says of it: accepting is a person's. What was
imported once stays as it is then, be it accepted, edited or rejected; importing again adds nothing.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz

from timeline import files, quotes, store
from timeline.check import Folder, read_folder
from timeline.errors import UsageError
from timeline.importing.formats import READERS, format_of
from timeline.importing.given import Item, RefusedError, read, unread
from timeline.importing.proof import Proof, Proposal
from timeline.model import Citation, Document, Event, Record
from timeline.pipeline import PROGRAM
from timeline.schema import SCHEMA_NAME, json_schema

__all__ = ["READERS", "Brought", "Refusal", "bring_in"]

Placed = tuple[str, Event]
"""An event and the source in whose event file it stands."""

ALIKE = 75.0
"""Least likeness (0 to 100) of the titles of two events that the same words tell on one day."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """An event that was not taken: its line from 1, what it is called, why, and what to try."""

    line: int
    title: str
    why: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Brought:
    """What an import did. `added` and `there` (already) are (source, event); see `Proposal`.

    `remarks` are by the id of an added event. `unread` are names of fields nobody knows.
    """

    added: tuple[Placed, ...] = ()
    there: tuple[Placed, ...] = ()
    refused: tuple[Refusal, ...] = ()
    remarks: tuple[tuple[str, str], ...] = ()
    unread: tuple[str, ...] = ()


def bring_in(
    path: Path,
    folder: Path,
    *,
    file_format: str | None = None,
    source: str | None = None,
    by: str | None = None,
    dry_run: bool = False,
) -> Brought:
    """Read a file and write its events into the event files of `folder`.

    `source` is the source of events that name none; `by` says in the event files what found them
    (the file's name if left out). Raises UsageError for a file that can't be read, and
    EventFileError for an event file that can't; then nothing is written.
    """
    text = _text_of(path)
    items = list(READERS[file_format or format_of(path, text)](text))
    found = read_folder(folder)
    proposals, refused = _proved(items, Proof(found, source=source, by=by or path.name))
    with files.writing(folder):
        added, there = _written(proposals, found, dry_run=dry_run)
    ids = {event.id for _, event in added}
    remarks = [(p.event.id, r) for p in proposals for r in p.remarks if p.event.id in ids]
    names = {name for item in items if item.data for name in unread(item.data)}
    return Brought(tuple(added), tuple(there), tuple(refused), tuple(remarks), tuple(sorted(names)))


def _written(
    proposals: Sequence[Proposal], found: Folder, *, dry_run: bool
) -> tuple[list[Placed], list[Placed]]:
    """What was added and what was there; all event files are read before one is written."""
    stored = {p.source: _stored(p.source, found) for p in proposals}
    added: list[Placed] = []
    there: list[Placed] = []
    records = {}
    for name, file in stored.items():
        mine = [p.event for p in proposals if p.source == name]
        before = file.record if file else Record(name, PROGRAM)
        record, new = with_events(before, mine, found.documents[name])
        added += [(name, event) for event in new]
        there += [(name, event) for event in mine if all(event is not one for one in new)]
        if new:
            records[name] = record
    for name, record in records.items():
        if not dry_run:
            _write(name, record, stored[name], found)
    return added, there


def with_events(
    record: Record, events: Iterable[Event], document: Document
) -> tuple[Record, list[Event]]:
    """The record with the events that it hasn't got, each where its words stand in the text."""
    all_events, new = list(record.events), []
    places = [_place(event, document) for event in all_events]
    for event in events:
        if any(_same(event, other, document) for other in all_events):
            continue
        place = _place(event, document)
        at = max((i + 1 for i, other in enumerate(places) if other <= place), default=0)
        all_events.insert(at, event)
        places.insert(at, place)
        new.append(event)
    return dataclasses.replace(record, events=tuple(all_events)), new


def _proved(items: Sequence[Item], proof: Proof) -> tuple[list[Proposal], list[Refusal]]:
    proposals, refused = [], []
    for item in items:
        title = str((item.data or {}).get("title") or "")
        if item.data is None:
            refused.append(Refusal(item.line, title, item.wrong))
            continue
        try:
            proposals.append(proof.proposal(read(item.data), item.candidates))
        except RefusedError as error:
            refused.append(Refusal(item.line, title, error.why, error.hint))
    return proposals, refused


def _same(one: Event, other: Event, document: Document) -> bool:
    """Whether it is there already: by id, or told by the same words of the same day."""
    if one.id == other.id:
        return True
    if one.when != other.when or not _share_words(one, other, document):
        return False
    return fuzz.token_set_ratio(one.title.casefold(), other.title.casefold()) >= ALIKE


def _share_words(one: Event, other: Event, document: Document) -> bool:
    spans = [_span(event.citations[0], document) for event in (one, other) if event.citations]
    if len(spans) < 2:
        return False
    (paragraph, start, end), (paragraph2, start2, end2) = spans
    return paragraph == paragraph2 and start < end2 and start2 < end


def _place(event: Event, document: Document) -> tuple[int, int]:
    """Where in the text an event's words begin."""
    return _span(event.citations[0], document)[:2] if event.citations else (0, 0)


def _span(citation: Citation, document: Document) -> tuple[int, int, int]:
    paragraph = document.paragraph(citation.paragraph) if citation.source is None else None
    place = quotes.span(citation.quote, paragraph.text) if paragraph else None
    return (citation.paragraph or 0, *(place or (0, 0)))


def _stored(name: str, folder: Folder) -> store.EventFile | None:
    path = store.path_for(folder.paths[name])
    return store.load(path) if path.exists() else None


def _write(name: str, record: Record, stored: store.EventFile | None, folder: Folder) -> None:
    if stored is None:
        files.write_atomic(folder.path / f".{SCHEMA_NAME}", json_schema().encode())
    store.save(store.path_for(folder.paths[name]), record, stored=stored)


def _text_of(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError("is not UTF-8 text", where=path, hint="save it again as UTF-8") from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UsageError(f"can't be read: {reason}", where=path, hint="name the file") from None
