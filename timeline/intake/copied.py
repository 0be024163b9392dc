"""An article that comes in, held against the sources that are there: is it one of them again?"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from timeline import readers
from timeline.errors import SourceError
from timeline.intake.also_at import is_known
from timeline.intake.copies import Known, Likeness
from timeline.model import AlsoAt, Document, Source

_ALL = 0.95  # of a text stands in a source: what is left are bylines and broken words


@dataclass(frozen=True, slots=True)
class Copy:
    """The source that an article is a copy of.

    `place` is where the article stands, to be noted there; None where the source names that
    place already, or nothing says where it stands. `there` if it says nothing new at all: not
    the place, the text, the title or the day.
    """

    path: Path
    source: Source
    likeness: Likeness
    place: AlsoAt | None
    there: bool = False

    @property
    def holds_it(self) -> bool:
        """Whether the article is the longer one, so that the source stands in it."""
        return self.likeness.of_source > self.likeness.of_text

    @property
    def part(self) -> str:
        """How much of the shorter one stands in the other: "83% of", "all of"."""
        share = max(self.likeness.of_source, self.likeness.of_text)
        return "all of" if share > 0.995 else f"{share:.0%} of"


class Copies:
    """Finds the source that an article is a copy of; for a whole run over one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known = Known(folder)

    def of(self, document: Document) -> Copy | None:
        """The likeliest source, or the one that names its place already; None without any."""
        found = [self._copy(document.source, one) for one in self._known.like(document.paragraphs)]
        copies = [one for one in found if one]
        return next((one for one in copies if one.there), copies[0] if copies else None)

    def _copy(self, new: Source, likeness: Likeness) -> Copy | None:
        path = self._known.paths[likeness.name]
        try:
            source = readers.read(path).source
        except SourceError:
            return None
        place = place_of(new)
        if place and not is_known(place, source):
            return Copy(path, source, likeness, place)
        same = _same_facts(new, source) and likeness.of_text >= _ALL
        there = same or place in source.also_at or bool(place and place.url)
        return Copy(path, source, likeness, None, there)


def _same_facts(new: Source, source: Source) -> bool:
    return new.title == source.title and new.published in (None, source.published)


def place_of(source: Source) -> AlsoAt | None:
    """Where an article stands; None where it names neither an address nor a paper."""
    if not (source.url or source.publisher):
        return None
    return AlsoAt(source.url, source.publisher, source.published)
