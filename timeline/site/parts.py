"""A long timeline in parts: whole years where they fit, else months."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from timeline.model import Entry
from timeline.site.periods import Month, Year, years

SPLIT_ABOVE = 700
"""A timeline of more events is split."""

PART = 250
"""Events that a part has at most, unless one month has more."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some consecutive years, or months of one. `name` is the page's; "" where all is one page."""

    name: str
    years: tuple[Year, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What stands on the page, in order of time."""
        return tuple(e for year in self.years for month in year.months for e in month.entries)

    def __len__(self) -> int:
        return sum(len(year) for year in self.years)


def parts(entries: Iterable[Entry]) -> tuple[Part, ...]:
    """The timeline in parts, in order of time; a single one up to `SPLIT_ABOVE` events."""
    grouped = years(entries)
    if sum(len(year) for year in grouped) <= SPLIT_ABOVE:
        return (Part("", grouped),)
    made: list[list[Year]] = [[]]
    for block in _blocks(grouped):
        if made[-1] and sum(len(year) for year in made[-1]) + len(block) > PART:
            made.append([])
        made[-1].append(block)
    taken: set[str] = set()
    return tuple(Part(_name(part, taken), tuple(part)) for part in made if part)


def _blocks(grouped: Iterable[Year]) -> Iterator[Year]:
    """Years that fit in a part; of longer ones, runs of months that do."""
    for year in grouped:
        if len(year) <= PART:
            yield year
            continue
        run: list[Month] = []
        for month in year.months:
            if run and sum(len(one.entries) for one in run) + len(month.entries) > PART:
                yield Year(year.when, tuple(run))
                run = []
            run.append(month)
        yield Year(year.when, tuple(run))


def _name(part: list[Year], taken: set[str]) -> str:
    """Such as "2014", "1990-1998", "2014-2" for a second part of a year; "undated"."""
    first, last = part[0].when, part[-1].when
    stem = first.text if first else "undated"
    if len(part) > 1 and last:
        stem = f"{stem}-{last.text}"
    stem = stem.removeprefix("-") + ("bc" if stem.startswith("-") else "")
    name, number = stem, 2
    while name in taken:
        name, number = f"{stem}-{number}", number + 1
    taken.add(name)
    return name
