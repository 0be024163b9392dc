"""The project's folder as it stands on disk now, without reading again what has not changed."""

from __future__ import annotations

import dataclasses
import hashlib
import os
import threading
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from timeline import history, pipeline, readers, store
from timeline.check import Folder, Parsed, read_event_file, read_folder
from timeline.errors import TimelineError
from timeline.history import Decided
from timeline.model import Document, Event, Mention
from timeline.quotes import span
from timeline.remembered import Remembered, Version, version

Marks = Mapping[int, tuple[Mention, ...]]
Owners = Mapping[tuple[int, int], tuple[str, ...]]
"""(paragraph, start of a date expression) -> ids of the events that it dates."""

PRINT = 16
"""Hex digits of a fingerprint."""


def fingerprint(block: str) -> str:
    """What a form carries of the event that it showed: another block, another fingerprint."""
    return hashlib.sha256(block.encode("utf-8", "surrogatepass")).hexdigest()[:PRINT]


class Shelf:
    """The sources and event files of one folder; safe to ask from several threads."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.Lock()
        self._seen: Mapping[str, Version | None] | None = None
        self._folder = Folder(path, {}, {}, (), {})
        self._source: Remembered[Document] = Remembered(readers.read)
        self._events: Remembered[Parsed] = Remembered(read_event_file)
        self._decided: Remembered[Mapping[str, Decided]] = Remembered(history.of_file)
        self._marks: dict[str, tuple[Document, Marks]] = {}
        self._owners: dict[str, tuple[Document, store.EventFile, Owners]] = {}

    def folder(self) -> Folder:
        """Everything in the folder as it stands now."""
        with self._lock:
            seen = self._look()
            if seen != self._seen:
                self._folder = self._exchanged(seen) or read_folder(
                    self.path, read_source=self._source, read_events=self._events
                )
                self._seen = seen
            return self._folder

    def load(self, path: Path) -> store.EventFile:
        """An event file as it stands now, as `store.load` gives it; read only where it changed."""
        file, faults = self._events(path)
        return store.load(path) if faults or file is None else file

    def decided(self, path: Path, event_id: str) -> Decided | None:
        """Who decided on an event, and when, as git has it; None where git says nothing."""
        try:
            found = self._decided(path).get(event_id)
            if found is not None and found.when is None:  # a commit changes no file
                found = history.of_file(path).get(event_id)
        except TimelineError:
            return None
        return found

    def _look(self) -> Mapping[str, Version | None]:
        seen = {}
        try:
            with os.scandir(self.path) as entries:
                for entry in entries:
                    seen[entry.name] = version(entry)
        except OSError:
            return {}  # the folder is gone: read_folder tells of it
        return seen

    def _exchanged(self, seen: Mapping[str, Version | None]) -> Folder | None:
        """The folder with the event files that changed; None where more than that did."""
        known = self._seen
        if known is None or known.keys() != seen.keys():
            return None
        files = dict(self._folder.files)
        for changed in (name for name, now in seen.items() if known[name] != now):
            name, path = changed.removesuffix(store.SUFFIX), self.path / changed
            if name not in files or changed == name or name not in self._folder.paths:
                return None
            try:
                file, faults = self._events(path)
            except TimelineError:
                return None
            known_problem = any(p.path == str(path) for p in self._folder.problems)
            if file is None or faults or known_problem or file.record.source != name:
                return None
            files[name] = file
        return dataclasses.replace(self._folder, files=files)

    def marks(self, document: Document) -> Marks:
        """Every date expression of a document, by paragraph."""
        name = document.source.name
        known = self._marks.get(name)
        if known is None or known[0] is not document:
            known = self._marks[name] = document, pipeline.mentions(document)
        return known[1]

    def owners(self, document: Document, file: store.EventFile) -> Owners:
        """Which events each date expression of a document dates."""
        name = document.source.name
        known = self._owners.get(name)
        if known is None or known[0] is not document or known[1] is not file:
            found = _owners(document, file.record.events, self.marks(document))
            known = self._owners[name] = document, file, found
        return known[2]


def _owners(document: Document, events: tuple[Event, ...], marks: Marks) -> Owners:
    found: dict[tuple[int, int], list[str]] = defaultdict(list)
    for event in events:
        for citation in event.citations:
            paragraph = document.paragraph(citation.paragraph)
            if citation.source not in (None, document.source.name) or paragraph is None:
                continue
            place = span(citation.quote, paragraph.text)
            said = span(citation.said, paragraph.text[place[0] : place[1]]) if place else None
            if place is None or said is None:
                continue
            start, end = place[0] + said[0], place[0] + said[1]
            for mention in marks.get(paragraph.number, ()):
                if mention.start < end and start < mention.end:
                    found[paragraph.number, mention.start].append(event.id)
    return {key: tuple(dict.fromkeys(ids)) for key, ids in found.items()}
