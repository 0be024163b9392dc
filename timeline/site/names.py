"""The people, places and tags of a timeline, each with its events and the address of its page."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from timeline.model import Entry, Event
from timeline.site.options import SiteOptions

FACETS = ("who", "where", "tags")
"""The fields of an event that have pages for their values, by name."""

FOLDERS = {"who": "people", "where": "places", "tags": "tags"}
_NO_LETTER = re.compile(r"[^\w]+|_+")
_LONGEST = 60  # letters of a file's name


@dataclass(frozen=True, slots=True)
class Name:
    """One person, place or tag as most of its events write it; its events in order of time.

    `slug` is the file's name of its own page, None where a single event names it: the list of
    names then leads to that event.
    """

    facet: str
    text: str
    slug: str | None
    entries: tuple[Entry, ...]


class Names:
    """The names of one timeline by facet, and the paths of the pages they have on a site."""

    def __init__(self, entries: Iterable[Entry], options: SiteOptions) -> None:
        listed = tuple(entries)
        self.folder = options.timeline
        self.by_facet = {facet: names(listed, facet) for facet in FACETS}
        self._slugs = {
            (facet, name.text.casefold()): name.slug
            for facet, found in self.by_facet.items()
            for name in found
        }

        self._beside = {
            (facet, name.text.casefold(), entry.anchor): (before, after)
            for facet in ("who", "where")
            for name in self.by_facet[facet]
            for before, entry, after in zip(
                (None, *name.entries), name.entries, (*name.entries[1:], None), strict=False
            )
        }

    def beside(self, facet: str, text: str, entry: Entry) -> tuple[Entry | None, Entry | None]:
        """The events before and after this one of the same person or place."""
        return self._beside.get((facet, text.casefold(), entry.anchor), (None, None))

    def index(self, facet: str) -> str:
        """The path of the list of people, places or tags."""
        return posixpath.join(self.folder, FOLDERS[facet], "index.md")

    def path(self, facet: str, text: str) -> str | None:
        """The path of a name's own page, None where it has none."""
        slug = self._slugs.get((facet, text.casefold()))
        return posixpath.join(self.folder, FOLDERS[facet], f"{slug}.md") if slug else None


def names(entries: Iterable[Entry], facet: str) -> tuple[Name, ...]:
    """All values of a facet, those with the most events first; case makes no difference."""
    groups: dict[str, list[Entry]] = {}
    spellings: dict[str, Counter[str]] = {}
    for entry in entries:
        for text in dict.fromkeys(values(entry.event, facet)):
            key = text.casefold()
            spellings.setdefault(key, Counter())[text] += 1
            group = groups.setdefault(key, [])
            if not group or group[-1] is not entry:
                group.append(entry)
    taken: set[str] = {"index", "readme"}
    found = []
    for key in sorted(groups, key=lambda key: (-len(groups[key]), key)):
        slug = _slug(key, taken) if len(groups[key]) > 1 else None
        text = spellings[key].most_common(1)[0][0]
        found.append(Name(facet, text, slug, tuple(groups[key])))
    return tuple(found)


def values(event: Event, facet: str) -> tuple[str, ...]:
    """The event's people, places or tags."""
    return tuple(text for text in getattr(event, facet) if text.strip())


def _slug(text: str, taken: set[str]) -> str:
    """Letters and digits of any script with hyphens between; a number where that is taken."""
    plain = unicodedata.normalize("NFC", text).casefold()
    stem = _NO_LETTER.sub("-", plain).strip("-")[:_LONGEST].strip("-") or "x"
    slug, number = stem, 2
    while slug in taken:
        slug, number = f"{stem}-{number}", number + 1
    taken.add(slug)
    return slug
