"""Which sources of a folder a text is a copy of: the share of runs of words they have in common.

Of the shorter text, since a paper that prints a wire report cuts its end or puts its own lead
before it.
"""

from __future__ import annotations

import os
import re
import unicodedata
import zlib
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from timeline import readers
from timeline.errors import SourceError
from timeline.likeness import UNSPACED
from timeline.model import Paragraph
from timeline.readers import frontmatter, text
from timeline.readers.paragraphs import paragraphs

LEAST = 0.5
"""The share from which a text counts as a copy; see docs/evaluation.md for what lies about it."""
RUN = 6
"""The length of a run: a word counts 2, a sign of a script without spaces 1."""
FEW = 20
"""Runs below which a text says too little to be anybody's copy."""
MANY = 4
"""Sources besides it that a run may stand in; one in more is what their publisher always adds."""

_LETTER = r"[\w\u0900-\u0963\u0966-\u0dff]"  # India's vowel signs are no \w
_WORD = re.compile(f"{_LETTER}+")
_SIGN_OR_WORD = re.compile(f"{UNSPACED.pattern}|(?:(?!{UNSPACED.pattern}){_LETTER})+")
_SPARSE = 200  # runs from which only one in `_ONE_IN` is looked up
_ONE_IN = 4
_WORTH = 20  # a text that shares less than a twentieth of the runs looked up is no candidate


@dataclass(frozen=True, slots=True)
class Likeness:
    """A source that a text resembles. Shares are from 0 to 1.

    `share` is that of the shorter of both; `of_text` is how much of the text stands in the
    source, and `of_source` how much of the source stands in the text.
    """

    name: str
    share: float
    of_text: float
    of_source: float


def runs(written: str) -> frozenset[int]:
    """A fingerprint of each run of words, whatever their case, signs and line breaks."""
    whole = unicodedata.normalize("NFKC", written).casefold()
    if UNSPACED.search(whole):
        found = _mixed(_SIGN_OR_WORD.findall(whole))
    else:
        words = _WORD.findall(whole)
        found = zip(words, words[1:], words[2:], strict=False)
    return frozenset(zlib.crc32(" ".join(run).encode()) for run in found)


def _mixed(words: Sequence[str]) -> Iterator[Sequence[str]]:
    """Runs of words and signs in any mixture; from each one on, as far as it takes."""
    weights = [1 if UNSPACED.match(word) else 2 for word in words]
    end = weight = 0
    for start in range(len(words)):
        while weight < RUN and end < len(words):
            weight += weights[end]
            end += 1
        if weight < RUN:
            return
        yield words[start:end]
        weight -= weights[start]


def prose(found: Iterable[Paragraph]) -> str:
    """What of a text is compared: no headings, which each paper writes anew."""
    return "\n".join(p.text for p in found if not (p.heading or p.boilerplate))


class Known:
    """The sources of a folder, compared with any number of texts; new ones are noticed.

    `paths` has the file of each by its name.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.paths: dict[str, Path] = {}
        self._seen: set[str] = set()
        self._runs: dict[str, array[int]] = {}
        self._holding: dict[int, list[str]] = {}

    def like(self, found: Iterable[Paragraph], *, least: float = LEAST) -> tuple[Likeness, ...]:
        """The sources that a text is a copy of, or that are copies of it; likeliest first."""
        self._look()
        own = runs(prose(found))
        return self._like(own, least=least) if len(own) >= FEW else ()

    def pairs(self, *, least: float = LEAST) -> Iterator[tuple[str, Likeness]]:
        """Each two sources of the folder that look like copies, once."""
        self._look()
        for name in sorted(self._runs):
            own = frozenset(self._runs[name])
            for found in self._like(own, least=least, but=name):
                if found.name > name:
                    yield name, found

    def _look(self) -> None:
        """Read the sources not read so far; one that can't be read is told of elsewhere."""
        with os.scandir(self._folder) as entries:
            new = sorted({entry.name for entry in entries} - self._seen)
        for name in new:
            self._seen.add(name)
            path = self._folder / name
            if not readers.is_source(path) or not path.is_file():
                continue
            try:
                content, _ = text.load(path)
                parts = frontmatter.parts(content, path=path)
            except SourceError:
                continue
            self.paths[path.stem] = path
            self._learn(path.stem, runs(prose(paragraphs(parts[3] if parts else content))))

    def _learn(self, name: str, found: Iterable[int]) -> None:
        kept = array("L", sorted(found))
        if len(kept) < FEW:
            return
        self._runs[name] = kept
        for run in kept:
            if len(kept) < _SPARSE or run % _ONE_IN == 0:
                self._holding.setdefault(run, []).append(name)

    def _like(
        self, own: frozenset[int], *, least: float, but: str | None = None
    ) -> tuple[Likeness, ...]:
        shared = {name: both for name, both in self._candidates(own) if name != but}
        times = Counter(run for found in shared.values() for run in found)
        usual = {run for run, number in times.items() if number > MANY}
        found = []
        for name, both in shared.items():
            here, there = len(own), len(self._runs[name])
            rare = both - usual
            cut = len(both) - len(rare)
            if min(here, there) - cut >= FEW:
                here, there, both = len(own - usual), there - cut, rare
            one = Likeness(name, len(both) / min(here, there), len(both) / here, len(both) / there)
            if one.share >= least:
                found.append(one)
        return tuple(sorted(found, key=lambda one: (-one.share, -one.of_source, one.name)))

    def _candidates(self, own: frozenset[int]) -> Iterator[tuple[str, frozenset[int]]]:
        hits = Counter(name for run in own for name in self._holding.get(run, ()))
        for name, number in hits.items():
            there = self._runs[name]
            if number * _WORTH >= min(len(own), len(there)):
                yield name, own.intersection(there)
