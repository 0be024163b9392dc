"""Extraction: a source file in, its events out, merged into its event file."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
import traceback
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import TypeVar

from timeline import __version__, files, readers, store
from timeline.errors import SourceError, TimelineError
from timeline.events import propose_many, repeats
from timeline.events.parser import Parser, load_parser
from timeline.events.reasons import Reason, reasons
from timeline.jobs import spread
from timeline.merge import Report, merge
from timeline.model import Document, Mention, Record
from timeline.schema import SCHEMA_NAME, json_schema
from timeline.temporal import tag
from timeline.temporal.lang import available, speaks
from timeline.unchanged import Memory, Seen, digest
from timeline.when import When

PROGRAM = "cited-timeline " + ".".join(__version__.split(".")[:2])
_GAP = "\n\n"
T = TypeVar("T")
_SAME_AS = re.compile(r"same_as['\"]?\s*:\s*['\"]?([^\s'\",}]+)")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source: a report, or why it was left alone.

    `events` counts the events of the file as it stands now; `changed` is whether it was (or,
    in a dry run, would be) written. `unchanged` says that it was left out, because nothing has
    changed since a run that had nothing more to do; `seen` is what such a run is known by.
    """

    source: Path
    report: Report | None = None
    events: int = 0
    undated: int = 0
    changed: bool = False
    left: str = ""
    error: TimelineError | None = None
    seen: Seen | None = None
    unchanged: bool = False


@dataclass(frozen=True, slots=True)
class _Read:
    """A source that has been read: its digest, its document, and its event file if it has one."""

    path: Path
    known: str
    document: Document
    stored: store.EventFile | None


def extract(path: str | Path) -> Record:
    """The events of one source, as the program finds them. Writes nothing."""
    found = find_events(readers.read(Path(path)))
    return dataclasses.replace(found, events=repeats.joined(found.events))


def extract_all(
    paths: Collection[Path],
    run: Callable[[Callable[[Path], Record], Collection[Path]], Iterator[Record]] = map,
) -> Iterator[Record]:
    """The records of many sources; `run` may be any map, over processes for example."""
    return run(extract, paths)


def find_events(document: Document) -> Record:
    """The record of a document: its proposed events in text order, without digests."""
    (record,) = find_all([document])
    return record


def find_all(documents: Sequence[Document]) -> list[Record]:
    """The records of several documents, in their order; faster than each by itself."""
    records = [Record(document.source.name, PROGRAM) for document in documents]
    groups: dict[Parser | None, list[int]] = {}
    for number, document in enumerate(documents):
        if speaks(document.source.language):
            groups.setdefault(_parser(document.source.language), []).append(number)
    for parser, numbers in groups.items():
        read = [(documents[n], mentions(documents[n])) for n in numbers]
        for n, events in zip(numbers, propose_many(read, parser=parser), strict=True):
            records[n] = Record(records[n].source, extractor_name(parser), events)
    return records


def explain(path: str | Path) -> tuple[Reason, ...]:
    """Why the events of one source have their dates and their salience. Writes nothing."""
    document = readers.read(Path(path))
    found = repeats.joined(find_events(document).events)
    return reasons(document, mentions(document), found)


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
    paths: Sequence[Path],
    *,
    force: bool = False,
    dry_run: bool = False,
    jobs: int | None = 1,
    memory: Memory | None = None,
) -> Iterator[Outcome]:
    """Extract each source and merge it into its event file; one outcome a source.

    Each file is written whole as soon as its source is done, so an interruption costs only
    the sources in hand. A file that can't be read is left as it is and reported. What `memory`
    knows to be unchanged comes first and isn't read again, unless `force` is given. `jobs` are
    processes, 0 for one a core, None for as many as pay; the files are the same with any number.
    """
    todo = []
    for path in dict.fromkeys(paths):
        seen = memory.recall(path) if memory is not None and not force else None
        if seen is None or not _is_clear(path):
            todo.append(path)
        else:
            yield Outcome(path, Report(), seen.events, seen.undated, seen=seen, unchanged=True)
    work = partial(_work, force=force, dry_run=dry_run)
    try:
        for outcome in spread(work, todo, jobs=jobs):
            if memory is not None and outcome.seen is not None and not dry_run:
                memory.note(outcome.source, outcome.seen)
            yield outcome
    finally:
        if memory is not None:
            memory.save()


def _work(paths: Sequence[Path], *, force: bool, dry_run: bool) -> Iterator[Outcome]:
    """The sources of one batch, their sentences parsed together."""
    read = [_tried(path, partial(_read, path, force=force)) for path in paths]
    fresh = iter(_find_each([one for one in read if isinstance(one, _Read)]))
    schemas: set[Path] = set()  # the folders written to, which have theirs
    for one in read:
        if isinstance(one, Outcome):
            yield one
            continue
        found = next(fresh)
        if isinstance(found, Record):
            step = partial(_revise, one, found, dry_run=dry_run, schemas=schemas)
            found = _tried(one.path, step)
        yield found
    for folder in schemas:
        files.settled(folder)


def _find_each(read: Sequence[_Read]) -> list[Record | Outcome]:
    """The records of a batch; where something fails, of each by itself, with its failure."""
    try:
        return [*find_all([one.document for one in read])]
    except Exception:  # whatever it is, it concerns one source and not the others
        return [_tried(one.path, partial(find_events, one.document)) for one in read]


def _tried(path: Path, step: Callable[[], T]) -> T | Outcome:
    """What a step gives, or the outcome that says why it failed."""
    try:
        return step()
    except TimelineError as error:
        return Outcome(path, error=error)
    except OSError as error:
        what = f"can't be worked on: {(error.strerror or str(error)).lower()}"
        hint = "see that it and its folder can be read and written, and run the command again"
        return Outcome(path, error=SourceError(what, where=path, hint=hint))
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(place.filename).name}:{place.lineno}"
        why = "".join(str(error).splitlines()[:1])
        what = f"the program failed on it ({type(error).__name__}: {why}, at {where})"
        hint = "report this with the article; its event file is as it was"
        return Outcome(path, error=SourceError(what, where=path, hint=hint))


def _read(path: Path, *, force: bool) -> _Read | Outcome:
    """A source and its event file, or why it is left alone."""
    _refuse_unclear(path)
    # Before it is read: one that is saved in between differs from it, and is read again.
    known = digest(path.read_bytes()) if path.is_file() else ""
    document, target = readers.read(path), store.path_for(path)
    if not speaks(document.source.language):
        why = f"its language is {document.source.language}, none of the {len(available())}"
        hint = "(write language: en into its front matter if it is wrong)"
        return Outcome(path, left=f"{why} with date rules {hint}")
    stored = store.load(target) if target.exists() else None
    if stored is not None and not force:
        fresh_extractor = extractor_name(_parser(document.source.language))
        model = _missing_model(stored.record.extractor, fresh_extractor)
        if model:
            why = f"proposed with {model}, which is not installed (--force redoes it without)"
            return Outcome(path, left=why)
    return _Read(path, known, document, stored)


def _revise(one: _Read, fresh: Record, *, dry_run: bool, schemas: set[Path]) -> Outcome:
    """Merge what was found into the event file."""
    path, target = one.path, store.path_for(one.path)
    with files.writing(path.parent):
        stored = store.load_again(target, one.stored)
        before = stored.record if stored else None
        held = stored.commented if stored else frozenset()
        again = repeats.find(fresh.events)
        record, report = alone = merge(before, fresh, one.document, held=held, repeats=again)
        if report.refreshed or report.removed:  # only then can it matter who else names them
            held |= _NAMED.elsewhere(target)
            record, report = merge(before, fresh, one.document, held=held, repeats=again)
        text = store.compose(record, stored=stored)
        changed = stored is None or text != stored.text
        if not dry_run and changed:
            _write_schema(path.parent, schemas)
            store.write(target, text, record, stored=stored, settle=False)
    undated = sum(not event.when and event.status != "rejected" for event in record.events)
    written = text if stored is None or changed else stored.as_read
    seen = Seen(one.known, digest(written.encode()), len(record.events), undated)
    # What has to be told each time, or hangs on other event files, is looked at each time.
    settled = not report.lost and not report.adrift and alone == (record, report)
    outcome = Outcome(path, report, len(record.events), undated, changed)
    return dataclasses.replace(outcome, seen=seen) if settled else outcome


def _is_clear(path: Path) -> bool:
    try:
        _refuse_unclear(path)
    except TimelineError:
        return False
    return True


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


_NAMED = _Named()


def _write_schema(folder: Path, done: set[Path]) -> None:
    path = folder / f".{SCHEMA_NAME}"
    text = json_schema().encode()
    if folder not in done and (not path.exists() or path.read_bytes() != text):
        files.write_atomic(path, text)
    done.add(folder)


def _shifted(mention: Mention, start: int) -> Mention:
    return dataclasses.replace(mention, start=mention.start - start, end=mention.end - start)


@cache
def _parser(language: str) -> Parser | None:
    return load_parser(language)
