"""Originals fetched or read one by one, and what became of each, told."""

from __future__ import annotations

import traceback
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from timeline import errors
from timeline.cli import asking, copied
from timeline.cli.asking import Terminal
from timeline.console import count, err, inert, out, short

if TYPE_CHECKING:
    from timeline.intake import Article, Original
    from timeline.intake.add import Added
    from timeline.intake.article import DateFound
    from timeline.intake.copied import Copies

Place = Path | str  # a file, or a web address
UNDATED = (
    "“Friday” or “last week” in it will need a date from you.\n"
    "To give one, add a line such as published: 2015-09-25 between its --- lines."
)


@dataclass(frozen=True, slots=True)
class Fetching:
    """How originals are had: `today` as EDTF, and whether private networks are asked, too."""

    today: str
    private: bool = False

    def __call__(self, place: Place) -> Original:
        from timeline.intake import Original
        from timeline.intake.fetch import fetch

        if isinstance(place, Path):
            return Original.of(place)
        return fetch(place, retrieved=self.today, allow_private=self.private)


@dataclass(slots=True)
class Arrival:
    """What became of one place. `there`: the source that has this address already.

    `original` is kept where one of its articles is a copy that a person may want all the same.
    """

    place: Place
    added: tuple[Added, ...] = ()
    failed: tuple[errors.TimelineError, ...] = ()
    there: Path | None = None
    original: Original | None = None

    @property
    def copies(self) -> tuple[Added, ...]:
        """The articles that are copies of sources, and weren't written."""
        return tuple(added for added in self.added if added.copy)


@dataclass(slots=True)
class Coming:
    """Where sources go, with which facts, what becomes of copies, and what is known there."""

    folder: Path
    facts: Mapping[str, str | None]
    keep_original: bool
    fetching: Fetching
    choice: copied.Choice | None = None
    known: dict[str, Path] | None = field(default=None)
    copies: Copies | None = field(default=None)

    def take(self, place: Place) -> Arrival:
        """Bring one original in, unless its address is there. Raises TimelineError."""
        from timeline.intake import known
        from timeline.intake.bring import bring
        from timeline.intake.copied import Copies

        if isinstance(place, str):
            if self.known is None:
                self.known = known.addresses(self.folder)
            if there := self.known.get(known.key(place)):
                self._refuse_other_facts(there)
                return Arrival(place, there=there)
        original = self.fetching(place)
        if self.copies is None and self.choice != "own":
            self.copies = Copies(self.folder)
        found = bring(
            original,
            self.folder,
            self.facts,
            keep_original=self.keep_original,
            copies=self.copies,
        )
        arrival = Arrival(place, found.added, found.failed)
        for added in arrival.copies:
            if self.notes(added):
                copied.note(added)
            elif isinstance(place, str):  # a file can be read again
                arrival.original = original
        self._learn(found.added)
        return arrival

    def notes(self, added: Added) -> bool:
        """Whether the place of a copy is noted in the source without a question."""
        return bool(self.choice == "also-at" and added.copy and added.copy.place)

    def write_copy(self, arrival: Arrival, copy: Added) -> Added:
        """Make a copy a source of its own all the same. Raises TimelineError."""
        from timeline.intake.bring import bring

        original = arrival.original or self.fetching(arrival.place)
        brought = bring(
            original,
            self.folder,
            self.facts,
            keep_original=self.keep_original,
            each=lambda article: article if article.key == copy.article.key else None,
        )
        self._learn(brought.added)
        return brought.added[0]

    def _learn(self, new: Sequence[Added]) -> None:
        """From now on their addresses are known."""
        from timeline.intake import known

        for added in new:
            source, path = added.document.source, added.path
            if added.copy:
                if not self.notes(added):
                    continue
                path = added.copy.path
            others = (one.url for one in source.also_at)
            for url in (source.url, source.archived, *others):
                if url and self.known is not None:
                    self.known[known.key(url)] = path

    def _refuse_other_facts(self, there: Path) -> None:
        """What a person gives is never dropped in silence."""
        from timeline import readers

        source = readers.read(there).source
        for key, value in self.facts.items():
            if value and value.strip() != getattr(source, key):
                what = f"is there already, as {short(there)}, and its {key} is not {value}"
                raise errors.ProjectError(what, hint="change it between the --- lines there")


def take_one(coming: Coming, place: Place, terminal: Terminal) -> None:
    """One original, told in full; its date is asked for where that is needed."""
    if isinstance(place, str) and err.is_terminal:
        err.print(inert(f"Fetching {place} ..."))
    arrival = coming.take(place)
    if arrival.there:
        out.print(f"{inert(short(arrival.there))}: is there already, from this address")
        return
    if len(arrival.added) + len(arrival.failed) != 1:
        _end(coming, [arrival], (), terminal, of=1)
        return
    (added,) = arrival.added
    if added.copy:
        _end_copy(coming, arrival, added, terminal)
        return
    _tell_one(added)
    asking.about_date(added, terminal)


def _end_copy(coming: Coming, arrival: Arrival, added: Added, terminal: Terminal) -> None:
    """A single article that is a copy: asked about, or told."""
    if terminal.asks and coming.choice is None:
        new = copied.settle(arrival.place, added, terminal, partial(coming.write_copy, arrival))
        if new:
            _tell_one(new)
            asking.about_date(new, terminal)
        return
    copied.tell(arrival.place, added, noted=coming.notes(added))
    if added.copy and not coming.notes(added):
        copied.tell_choices([added.copy])


def take_all(
    coming: Coming, places: Sequence[Place], left_out: Sequence[Path], terminal: Terminal
) -> None:
    """Many originals; what fails costs no other, and Ctrl-C keeps what is done."""
    done: list[Arrival] = []
    try:
        for place in _counted(places):
            done.append(_tried(coming, place))
    except BaseException:  # stopped with Ctrl-C, too
        _report(coming, done, left_out, of=len(places))
        raise
    _end(coming, done, left_out, terminal, of=len(places))


def _end(
    coming: Coming,
    done: Sequence[Arrival],
    left_out: Sequence[Path],
    terminal: Terminal,
    *,
    of: int,
) -> None:
    asks = terminal.asks and coming.choice is None
    _report(coming, done, left_out, of=of, copies=not asks)
    new = _settled(coming, done, terminal) if asks else []
    asked = [a for one in done for a in (*one.added, *new) if asking.needs_date(a)]
    if asked and terminal.asks:
        err.print(f"{count(len(asked), 'source')} without a sure date; Ctrl-D ends the questions.")
    for added in asked:
        asking.about_date(added, terminal)
    if any(one.failed for one in done):
        raise typer.Exit(1)


def _settled(coming: Coming, done: Sequence[Arrival], terminal: Terminal) -> list[Added]:
    """Each copy asked about; those that became sources."""
    new: list[Added] = []
    for arrival in done:
        for added in arrival.copies:
            write = partial(coming.write_copy, arrival)
            try:
                written = copied.settle(arrival.place, added, terminal, write)
            except errors.TimelineError as error:
                arrival.failed += (error,)
                err.print(inert(str(error)))
                continue
            if written:
                _tell_of_many(written)
                new.append(written)
    return new


def _tried(coming: Coming, place: Place) -> Arrival:
    try:
        return coming.take(place)
    except errors.TimelineError as error:
        if not isinstance(error, errors.SourceError):
            error = type(error)(f"{place}: {error.what}", hint=error.hint)
        return Arrival(place, failed=(error,))
    except Exception as error:  # whatever it is, it concerns one file and not the others
        at = traceback.extract_tb(error.__traceback__)[-1]
        what = f"the program failed on it ({type(error).__name__}, {Path(at.filename).name}"
        hint = "report this with the file; nothing was written for it"
        failure = errors.SourceError(f"{what}:{at.lineno})", where=place, hint=hint)
        return Arrival(place, failed=(failure,))


def _counted(places: Sequence[Place]) -> Iterator[Place]:
    """The places one by one; on a terminal with a bar."""
    if not err.is_terminal:
        yield from places
        return
    from rich.progress import track

    steps: Iterable[Place] = track(places, "Adding", console=err, transient=True)
    yield from steps


def _tell_one(added: Added) -> None:
    paragraphs = count(len(added.document.paragraphs), "paragraph")
    what = "is there already, with this text" if added.already else paragraphs
    out.print(f"{inert(short(added.path))}: {what}")
    source, article = added.document.source, added.article
    facts = (
        ("title", source.title),
        ("author", source.author),
        ("publisher", source.publisher),
        ("published", dated(added)),
        *(
            ("or" if source.published else "maybe", f"{one.value} ({one.basis})")
            for one in _others(added)
        ),
        ("updated", source.updated),
        ("language", source.language),
        ("original", source.original if source.sha256 else None),
    )
    for name, value in facts:
        if value:
            out.print(inert(f"  {name:<10} {value}"))
    if added.already:
        return
    if article.encoding not in ("utf-8", "ascii") and article.content is not None:
        out.print(f"It was {article.encoding} and is UTF-8 now; look over its accents and quotes.")
    _warn(article, "")
    if source.published is None:
        out.print(f"It has no publication date: {UNDATED}")


def dated(added: Added) -> str | None:
    """The day of publication and where it was found; None without a day."""
    published = added.document.source.published
    basis = next((one.basis for one in added.article.published if one.value == published), None)
    return f"{published} ({basis})" if published and basis else published


def _others(added: Added) -> tuple[DateFound, ...]:
    """What the day might be as well."""
    published = added.document.source.published
    return tuple(one for one in added.article.published if one.value != published)


def _warn(article: Article, indent: str) -> None:
    for doubt in article.doubts:
        err.print(inert(f"{indent}Warning: {doubt}"))


def _report(
    coming: Coming,
    done: Sequence[Arrival],
    left_out: Sequence[Path],
    *,
    of: int,
    copies: bool = True,
) -> None:
    """A line for each new source and each copy, the failures with their reasons, and a sum."""
    new = [added for one in done for added in one.added if not (added.already or added.copy)]
    for added in new:
        _tell_of_many(added)
    if copies:
        copied.tell_all([(one.place, a, coming.notes(a)) for one in done for a in one.copies])
    failed = [error for one in done for error in one.failed]
    for error in failed:
        err.print(inert(str(error)))
    if len(done) < of:
        out.print(f"Stopped after {len(done)} of {count(of, 'file')}.")
    there = sum(bool(one.there) + sum(added.already for added in one.added) for one in done)
    number = sum(len(one.copies) for one in done)
    same = f"{number} {'copy' if number == 1 else 'copies'} of sources, " if number else ""
    out.print(f"{len(new)} added, {there} there already, {same}{len(failed)} failed.")
    if left_out:
        kinds = Counter(path.suffix.lower() or "no suffix" for path in left_out)
        named = ", ".join(f"{number} {kind}" for kind, number in sorted(kinds.items()))
        out.print(f"{count(len(left_out), 'file')} left out, no reader: {inert(named)}")
    undated = [added for added in new if added.document.source.published is None]
    unsure = sum(map(asking.needs_date, new)) - len(undated)
    if unsure:
        out.print(f"{unsure} with a day that is a guess or in doubt: look at published in them.")
    if undated:
        out.print(f"{len(undated)} without a publication date: {UNDATED.replace(' in it', '')}")


def _tell_of_many(added: Added) -> None:
    encoding = added.article.encoding
    odd = encoding not in ("utf-8", "ascii") and added.article.content is not None
    parts = [
        count(len(added.document.paragraphs), "paragraph"),
        *([f"published {day}"] if (day := dated(added)) else []),
        *([f"was {encoding}"] if odd else []),
    ]
    out.print(f"{inert(short(added.path))}: {inert(', '.join(parts))}")
    _warn(added.article, "  ")
