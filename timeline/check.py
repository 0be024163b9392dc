"""What is wrong in a folder of sources and event files, each with its line and what to try."""

from __future__ import annotations

import contextlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from timeline import contradictions, quotes, readers, store
from timeline.conflicts import HINT, left_in
from timeline.errors import SourceError, TimelineError, WhenError
from timeline.model import PUBLISHED_STATUSES, Citation, Document, Event, Problem
from timeline.when import When

Parsed = tuple[store.EventFile | None, list[store.Fault]]


@dataclass(frozen=True)
class Folder:
    """All sources and event files of a folder, as far as they can be read.

    `documents` by source name, `files` by the source name they belong to. `problems` are the
    files that can't be read.
    """

    path: Path
    documents: Mapping[str, Document]
    files: Mapping[str, store.EventFile]
    problems: tuple[Problem, ...]
    paths: Mapping[str, Path]

    @cached_property
    def joined(self) -> Mapping[tuple[str, str], list[tuple[str, str]]]:
        """For each event that is joined to others, all of them, (source, id), the shown first."""
        roots = {
            (name, event_id): joined_root(self, name, event_id) or (name, event_id)
            for name, file in self.files.items()
            for event_id in file.by_id
        }
        groups = contradictions.groups(roots)
        return {key: keys for keys in groups.values() for key in keys}

    def resolve(self, same_as: str, *, source: str) -> tuple[str, str] | None:
        """(source, id) that a `same_as` names: an id, own file first, or `source/id`."""
        owner, slash, event_id = same_as.rpartition("/")
        names = [owner] if slash else [source, *(name for name in self.files if name != source)]
        for name in names:
            file = self.files.get(name)
            if file and event_id in file.by_id:
                return name, event_id
        return None


def read_folder(
    path: Path,
    *,
    read_source: Callable[[Path], Document] = readers.read,
    read_events: Callable[[Path], Parsed] | None = None,
) -> Folder:
    """Everything in a folder; what can't be read becomes a problem, never an exception.

    Whoever reads the folder again and again gives functions that remember unchanged files.
    """
    documents, paths, problems = {}, {}, []
    try:
        found = readers.sources_in(path)
    except SourceError as error:
        found = []
        problems.append(as_problem(error, path))
    for source in found:
        paths[source.stem] = source
        try:
            documents[source.stem] = read_source(source)
        except SourceError as error:
            problems.append(as_problem(error, source))
        problems += _conflicts(documents.get(source.stem), source)
    files, faults = _event_files(path, paths, read_events or read_event_file)
    return Folder(path, documents, files, (*problems, *faults), paths)


def check(folder: Folder) -> list[Problem]:
    """Every problem and warning of the folder, in the order of its files and lines."""
    problems = list(folder.problems)
    for name, path in folder.paths.items():
        document = folder.documents.get(name)
        if document:
            problems += _original_faults(document, path)
        if document and document.source.published is None:
            what = "this source has no publication date, so its “Friday” or “last week” has none"
            hint = "add published: 2015-09-25 to its front matter (XXXX if nobody knows)"
            problems.append(Problem(str(path), 1, what, hint, rule="source-date"))
    for file in folder.files.values():
        for event, faults in each_event(file, folder):
            del event
            problems += faults
    problems += _duplicate_permalinks(folder)
    wrong = {(problem.path, problem.event) for problem in problems}
    problems += (p for p in contradictions.doubts(folder) if (p.path, p.event) not in wrong)
    return sorted(set(problems), key=lambda p: (p.path, p.line, p.what))


def each_event(file: store.EventFile, folder: Folder) -> Iterator[tuple[Event, list[Problem]]]:
    """Each event of a file with what is wrong with it."""
    for i, event in enumerate(file.record.events):
        yield event, event_problems(event, file, i, folder)


def event_problems(event: Event, file: store.EventFile, i: int, folder: Folder) -> list[Problem]:
    """What is wrong with an event that stands, or is to stand, at place `i` of a file."""
    line = file.line("events", i, "when")
    found = (
        ("date", _date_faults(event, dict(file.unquoted), line)),
        ("citation", _citation_faults(event, file, i, folder)),
        ("same-as", _same_as_faults(event, file, i, folder)),
    )
    return [
        Problem(str(file.path), line, what, hint, event.id, rule=rule)
        for rule, faults in found
        for line, what, hint in faults
    ]


def _conflicts(document: Document | None, path: Path) -> Iterator[Problem]:
    """Marks of a merge in an article, which would be quoted and published with it."""
    if document and not any("<<<<<<< " in paragraph.text for paragraph in document.paragraphs):
        return
    with contextlib.suppress(OSError):  # then it can't be read at all, which is told already
        for left in left_in(path.read_text("utf-8", "replace"), markdown=True):
            yield Problem(str(path), left.line, left.what, HINT, rule="merge-conflict")


def _original_faults(document: Document, path: Path) -> Iterator[Problem]:
    """A kept original that is another file now, or gone."""
    source = document.source
    if source.sha256 is None:
        return
    from timeline.intake import originals  # with all readers; few folders keep originals

    if found := originals.fault(source.original, source.sha256, path.parent):
        what, hint, warning = found
        line = 1
        with contextlib.suppress(OSError):
            lines = path.read_text("utf-8", "replace").splitlines()
            line = next((n for n, one in enumerate(lines, 1) if one.startswith("sha256")), 1)
        yield Problem(str(path), line, what, hint, warning=warning, rule="original")


def as_problem(error: TimelineError, path: Path) -> Problem:
    """The problem that an error describes."""
    return Problem(str(error.where or path), error.line or 1, error.what, error.hint)


Fault = tuple[int, str, str]


def read_event_file(path: Path) -> Parsed:
    """An event file, and all that is wrong with it; raises EventFileError where it has no text."""
    return store.parse(store.read_text(path), path)


def _event_files(
    path: Path, sources: Mapping[str, Path], read: Callable[[Path], Parsed]
) -> tuple[dict[str, store.EventFile], list[Problem]]:
    files, problems = {}, []
    for sidecar in sorted(path.glob("*" + store.SUFFIX)):
        name = sidecar.name.removesuffix(store.SUFFIX)
        try:
            file, faults = read(sidecar)
        except TimelineError as error:
            problems.append(as_problem(error, sidecar))
            continue
        problems += [Problem(str(sidecar), f.line, f.what, f.hint, rule=f.rule) for f in faults]
        if file is None:
            continue
        files[name] = file
        line = file.line("source")
        if name not in sources:
            what = f"there is no source {name} beside this event file"
            hint = "rename it as its source is named, or bring the source back"
            problems.append(Problem(str(sidecar), line, what, hint, rule="source-name"))
        elif file.record.source != name:
            what = f"source says {file.record.source}, but the file is named for {name}"
            hint = f"write source: {name}"
            problems.append(Problem(str(sidecar), line, what, hint, rule="source-name"))
    return files, problems


def _date_faults(event: Event, unquoted: Mapping[int, str], line: int) -> Iterator[Fault]:
    if unquoted.get(line):
        hint = f"write when: '{unquoted[line]}' (`timeline fmt` does it for all)"
        yield line, f"the date {unquoted[line]} has no quotes around it", hint
    if not event.when:
        if event.status in PUBLISHED_STATUSES:
            yield line, f"{event.status}, but it has no date", "write when: '2014-03', or reject it"
        return
    try:
        When.parse(event.when)
    except WhenError as error:
        yield line, error.what, error.hint


def _citation_faults(
    event: Event, file: store.EventFile, i: int, folder: Folder
) -> Iterator[Fault]:
    if event.status == "rejected":
        return  # what is never shown may lose its evidence
    if not event.citations and event.status in PUBLISHED_STATUSES:
        what = f"{event.status}, but nothing is cited for it"
        yield file.line("events", i), what, "add a citation with paragraph: and quote:, or a url:"
    own = file.path.name.removesuffix(store.SUFFIX)
    for k, citation in enumerate(event.citations):
        place = ("events", i, "citations", k)
        if citation.source is None and citation.url is not None:
            continue
        name = citation.source or own
        document = folder.documents.get(name)
        if document is None:
            if name not in folder.paths and citation.source is not None:
                what = f"there is no source {name}"
                hint = "the sources are " + ", ".join(sorted(folder.paths)[:8])
                yield file.line(*place, "source"), what, hint
            continue
        for field, what, hint in _quote_faults(citation, document):
            yield file.line(*place, field), what, hint


def _quote_faults(citation: Citation, document: Document) -> Iterator[tuple[str, str, str]]:
    paragraph = document.paragraph(citation.paragraph)
    if not citation.quote:
        yield "quote", "this citation has no quote", "copy the words from the paragraph"
    elif paragraph is None or quotes.span(citation.quote, paragraph.text) is None:
        where = f"paragraph {citation.paragraph} of {document.source.name}"
        found = quotes.find(citation.quote, document, near=citation.paragraph)
        hint = "copy the words as they stand in the text"
        if found is not None and found.how != "fuzzy":
            hint = f"it stands in paragraph {found.paragraph}; `timeline extract` follows it"
        elif found is not None:
            hint = f"paragraph {found.paragraph} says: {found.quote}"
        yield "quote", f"the quote does not stand in {where}", hint
    elif citation.said and quotes.span(citation.said, paragraph.text) is None:
        what = f"the date words “{citation.said}” do not stand in paragraph {citation.paragraph}"
        yield "said", what, "copy them from the paragraph, or leave said: ''"


def _same_as_faults(event: Event, file: store.EventFile, i: int, folder: Folder) -> Iterator[Fault]:
    if event.same_as is None:
        return
    line = file.line("events", i, "same_as")
    own = file.path.name.removesuffix(store.SUFFIX)
    target = folder.resolve(event.same_as, source=own)
    if target is None:
        hint = "give the id of an event in this folder, or source-name/id"
        yield line, f"same_as {event.same_as} leads to no event", hint
    elif target == (own, event.id):
        yield line, "same_as names the event itself", "take the line out"
    elif joined_root(folder, own, event.id) is None:
        yield line, "same_as leads round in a circle", "let one event of them have no same_as"
    else:
        group = folder.joined[own, event.id]
        before = group[: group.index((own, event.id))]
        told = [(key, folder.files[key[0]].by_id[key[1]]) for key in before]
        for _, what, hint in contradictions.clashes(event, told):
            yield line, what, hint


def joined_root(folder: Folder, source: str, event_id: str) -> tuple[str, str] | None:
    """The event at the end of a chain of `same_as`; None where the chain is a circle."""
    at, seen = (source, event_id), set()
    while at not in seen:
        seen.add(at)
        event = folder.files[at[0]].by_id[at[1]]
        target = folder.resolve(event.same_as, source=at[0]) if event.same_as else None
        if target is None:
            return at
        at = target
    return None


def _duplicate_permalinks(folder: Folder) -> Iterable[Problem]:
    taken: dict[str, list[tuple[store.EventFile, int, Event]]] = defaultdict(list)
    for file in folder.files.values():
        for i, event in enumerate(file.record.events):
            if event.slug:
                taken[event.slug].append((file, i, event))
    for slug, owners in taken.items():
        for file, i, event in owners[1:]:
            first = owners[0][0].path.name
            what = f"the slug {slug} is taken by an event in {first}"
            line = file.line("events", i, "slug")
            yield Problem(str(file.path), line, what, "choose another", event.id, rule="slug")
