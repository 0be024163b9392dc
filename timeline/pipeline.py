"""Extraction: a source file in, its events out, merged into its event file."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from timeline import __version__, files, readers, store
from timeline.errors import SourceError, TimelineError
from timeline.events import propose
from timeline.events.parser import Parser, load_parser
from timeline.merge import Report, merge
from timeline.model import Document, Mention, Record
from timeline.schema import SCHEMA_NAME, json_schema
from timeline.temporal import tag
from timeline.temporal.lang import available, speaks
from timeline.when import When

PROGRAM = "cited-timeline " + ".".join(__version__.split(".")[:2])
_GAP = "\n\n"
_SAME_AS = re.compile(r"same_as['\"]?\s*:\s*['\"]?([^\s'\",}]+)")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source: a report, or why it was left alone.

    `events` counts the events of the file as it stands now; `changed` is whether it was (or,
    in a dry run, would be) written.
    """

    source: Path
    report: Report | None = None
    events: int = 0
    undated: int = 0
    changed: bool = False
    left: str = ""
    error: TimelineError | None = None


def extract(path: str | Path) -> Record:
    """The events of one source, as the program finds them. Writes nothing."""
    return find_events(readers.read(Path(path)))


def extract_all(
    paths: Collection[Path],
    run: Callable[[Callable[[Path], Record], Collection[Path]], Iterator[Record]] = map,
) -> Iterator[Record]:
    """The records of many sources; `run` may be any map, over processes for example."""
    return run(extract, paths)


def find_events(document: Document) -> Record:
    """The record of a document: its proposed events in text order, without digests."""
    if not speaks(document.source.language):
        return Record(document.source.name, PROGRAM)
    parser = _parser(document.source.language)
    events = propose(document, mentions(document), parser=parser)
    return Record(document.source.name, extractor_name(parser), events)


def mentions(document: Document) -> dict[int, tuple[Mention, ...]]:
    """Paragraph number -> its temporal expressions, with offsets into the paragraph.

    The document is read as one text, because a date may hang on one in an earlier paragraph.
    """
    told = [p for p in document.paragraphs if not p.boilerplate]
    text = _GAP.join(p.text for p in told)
    found = tag(text, published=publication_day(document), language=document.source.language)
    placed: dict[int, list[Mention]] = {p.number: [] for p in told}
    start, queue = 0, list(found)
    for paragraph in told:
        end = start + len(paragraph.text)
        while queue and queue[0].start < end:
            mention = queue.pop(0)
            if mention.end <= end:
                placed[paragraph.number].append(_shifted(mention, start))
        start = end + len(_GAP)
    return {number: tuple(some) for number, some in placed.items() if some}


def publication_day(document: Document) -> dt.date | None:
    """The day relative dates are resolved against; None where it isn't known to the day."""
    if not document.source.published:
        return None
    when = When.parse(document.source.published)
    if when.earliest is None or when.latest is None or when.earliest[:3] != when.latest[:3]:
        return None
    year, month, day = when.earliest[:3]
    return dt.date(year, month, day) if 1 <= year <= 9999 else None


def extractor_name(parser: Parser | None) -> str:
    """What proposed the events, as event files name it."""
    return f"{PROGRAM}, {parser.name}" if parser else PROGRAM


def update(
    paths: Sequence[Path], *, force: bool = False, dry_run: bool = False
) -> Iterator[Outcome]:
    """Extract each source and merge it into its event file; one outcome a source.

    Each file is written whole as soon as its source is done, so an interruption costs only
    the source in hand. A file that can't be read is left as it is and reported.
    """
    named = _Named()
    for path in dict.fromkeys(paths):
        try:
            _refuse_unclear(path)
            document = readers.read(path)
            yield _update_one(path, document, named, force=force, dry_run=dry_run)
        except TimelineError as error:
            yield Outcome(path, error=error)


def _update_one(
    path: Path, document: Document, named: _Named, *, force: bool, dry_run: bool
) -> Outcome:
    target = store.path_for(path)
    if not speaks(document.source.language):
        count = len(available())
        why = f"its language is {document.source.language}, none of the {count} with date rules"
        return Outcome(
            path, left=f"{why} (write language: en into its front matter if it is wrong)"
        )
    fresh_extractor = extractor_name(_parser(document.source.language))
    if target.exists() and not force:
        model = _missing_model(store.load(target).record.extractor, fresh_extractor)
        if model:
            why = f"proposed with {model}, which is not installed (--force redoes it without)"
            return Outcome(path, left=why)
    fresh = find_events(document)
    with files.writing(path.parent):
        stored = store.load(target) if target.exists() else None
        before = stored.record if stored else None
        held = stored.commented if stored else frozenset()
        record, report = merge(before, fresh, document, held=held)
        if report.refreshed or report.removed:  # only then can it matter who else names them
            held |= named.elsewhere(target)
            record, report = merge(before, fresh, document, held=held)
        changed = stored is None or store.compose(record, stored=stored) != stored.text
        if not dry_run and changed:
            _write_schema(path.parent)
            store.save(target, record, stored=stored)
    undated = sum(not event.when and event.status != "rejected" for event in record.events)
    return Outcome(path, report, len(record.events), undated, changed)


def _refuse_unclear(path: Path) -> None:
    """Raise SourceError for a source that lies elsewhere, or shares its event file."""
    if path.name != path.name.encode("utf-8", "replace").decode():
        raise SourceError("its name is not UTF-8", where=path, hint="rename it")
    if path.is_symlink() and not files.inside(path, path.parent):
        raise SourceError(
            "is a link that leads out of its folder",
            where=path,
            hint="put a copy of the file here (`timeline add` does)",
        )
    for other in (path.with_suffix(suffix) for suffix in readers.READERS):
        if other != path and other.exists() and path.exists() and not other.samefile(path):
            raise SourceError(
                f"has the name of another source, {other.name}",
                where=path,
                hint="rename one of them; its event file needs the same name",
            )


def _missing_model(stored: str, fresh: str) -> str:
    """The language model an event file was made with, when none is at hand now."""
    model = stored.partition(", ")[2]
    return model if model and ", " not in fresh else ""


class _Named:
    """The ids that `same_as` names, by event file: each is read once, and again when changed."""

    def __init__(self) -> None:
        self._read: dict[Path, tuple[tuple[int, int, int], frozenset[str]]] = {}

    def elsewhere(self, target: Path) -> frozenset[str]:
        """Ids that the event files beside `target` name."""
        named: set[str] = set()
        for sidecar in target.parent.glob("*" + store.SUFFIX):
            if sidecar != target:
                named |= self._in(sidecar)
        return frozenset(named)

    def _in(self, sidecar: Path) -> frozenset[str]:
        try:
            found = sidecar.stat()
            version = found.st_mtime_ns, found.st_size, found.st_ino
            if sidecar not in self._read or self._read[sidecar][0] != version:
                self._read[sidecar] = version, _names(store.read_text(sidecar), sidecar)
        except (OSError, TimelineError):
            return frozenset()
        return self._read[sidecar][1]


def _names(text: str, path: Path) -> frozenset[str]:
    """Ids that `same_as` names in an event file, be it readable or just now half-written."""
    if "same_as" not in text:
        return frozenset()
    file, _ = store.parse(text, path)
    if file is None:
        return frozenset(name.rpartition("/")[2] for name in _SAME_AS.findall(text))
    events = file.record.events
    return frozenset(e.same_as.rpartition("/")[2] for e in events if e.same_as)


def _write_schema(folder: Path) -> None:
    path = folder / f".{SCHEMA_NAME}"
    text = json_schema().encode()
    if not path.exists() or path.read_bytes() != text:
        files.write_atomic(path, text)


def _shifted(mention: Mention, start: int) -> Mention:
    return dataclasses.replace(mention, start=mention.start - start, end=mention.end - start)


@cache
def _parser(language: str) -> Parser | None:
    return load_parser(language)
