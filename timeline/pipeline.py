"""Extraction: a source file in, its events out, merged into its event file."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from timeline import __version__, files, readers, store
from timeline.errors import TimelineError
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
    paths: Sequence[Path], folder: Path, *, force: bool = False, dry_run: bool = False
) -> Iterator[Outcome]:
    """Extract each source and merge it into its event file; one outcome a source.

    Each file is written whole as soon as its source is done, so an interruption costs only
    the source in hand. A file that can't be read is left as it is and reported.
    """
    if not dry_run:
        _write_schema(folder)
    for path in paths:
        try:
            document = readers.read(path)
            yield _update_one(path, document, force=force, dry_run=dry_run)
        except TimelineError as error:
            yield Outcome(path, error=error)


def _update_one(path: Path, document: Document, *, force: bool, dry_run: bool) -> Outcome:
    target = store.path_for(path)
    _inside(target, path.parent)
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
        held = _named_elsewhere(path.parent, target) | (stored.commented if stored else set())
        record, report = merge(stored.record if stored else None, fresh, document, held=held)
        changed = stored is None or store.compose(record, stored=stored) != stored.text
        if not dry_run and changed:
            store.save(target, record, stored=stored)
    undated = sum(not event.when and event.status != "rejected" for event in record.events)
    return Outcome(path, report, len(record.events), undated, changed)


def _inside(target: Path, folder: Path) -> None:
    if target.is_symlink() and not files.inside(target, folder):
        raise TimelineError(
            "this event file is a link that leads out of the folder",
            where=target,
            hint="put the file itself there",
        )


def _missing_model(stored: str, fresh: str) -> str:
    """The language model an event file was made with, when none is at hand now."""
    model = stored.partition(", ")[2]
    return model if model and ", " not in fresh else ""


def _named_elsewhere(folder: Path, target: Path) -> set[str]:
    """Ids that the `same_as` of other event files name."""
    named = set()
    for sidecar in folder.glob("*" + store.SUFFIX):
        if sidecar == target:
            continue
        try:
            text = store.read_text(sidecar)
        except TimelineError:
            continue
        if "same_as:" not in text:
            continue
        file, _ = store.parse(text, sidecar)
        events = file.record.events if file else ()
        named |= {e.same_as.rpartition("/")[2] for e in events if e.same_as}
    return named


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
