"""Originals fetched or read one by one, and what becomes of each."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from timeline import errors
from timeline.cli import asking, copied, telling
from timeline.cli.asking import Terminal
from timeline.console import count, err, inert, out, short

if TYPE_CHECKING:
    from timeline.intake import Original
    from timeline.intake.add import Added
    from timeline.intake.copied import Copies

Place = Path | str  # a file, or a web address


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
    telling.tell_one(added)
    asking.about_date(added, terminal)


def _end_copy(coming: Coming, arrival: Arrival, added: Added, terminal: Terminal) -> None:
    """A single article that is a copy: asked about, or told."""
    if terminal.asks and coming.choice is None:
        new = copied.settle(arrival.place, added, terminal, partial(coming.write_copy, arrival))
        if new:
            telling.tell_one(new)
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
        telling.report(coming, done, left_out, of=len(places))
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
    telling.report(coming, done, left_out, of=of, copies=not asks)
    new = _settled(coming, done, terminal) if asks else []
    came = [*(added for one in done for added in one.added), *new]
    asked = [added for added in came if asking.needs_date(added)]
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
                telling.tell_of_many(written)
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
