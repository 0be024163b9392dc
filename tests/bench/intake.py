"""How well articles are read from files, beside the library that does most of each format alone.

    python -m tests.bench.intake          # four sets of web pages, in the order they were written
    python -m tests.bench.intake fresh    # one of them; --each prints a line a file

Beside `tests/intake/<format>/<name>.<suffix>` stands `<name>.yml`: the title, the day of
publication (none: the file gives none) and the paragraphs, as a person reads them off the file.
Texts are compared without marks of headings, lists, quotes and cells, which others write
differently, by edit similarity: 1 is the same text, and .97 is what each file must reach.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml
from rapidfuzz.distance import Levenshtein

from timeline.errors import SourceError
from timeline.intake import Original, articles
from timeline.intake.body import body
from timeline.readers.paragraphs import paragraphs

FOLDER = Path(__file__).parents[1] / "intake"
ENOUGH = 0.97  # edit similarity
_MARKS = re.compile(r"^(?:#{1,6} |[-*] |> )|(?: ?\|)+ ?$|^\|", re.MULTILINE)
_CELLS = re.compile(r"[ ]?\|[ ]?")


@dataclass(frozen=True)
class Case:
    """A file and what a person reads in it; `known` holds every key of its .yml."""

    path: Path
    known: Mapping[str, Any]

    @property
    def original(self) -> Original:
        """The file as it is added, with the address it was fetched from where one is known."""
        found = Original.of(self.path)
        return Original(found.data, found.name, found.path, url=self.known.get("fetched"))


@dataclass(frozen=True)
class Reading:
    """What one reader says of a file."""

    text: str = ""
    title: str = ""
    published: str = ""


@dataclass(frozen=True)
class Score:
    """One reader on one file: likeness of the text from 0 to 1, and whether the facts are right."""

    likeness: float
    published: bool
    title: bool


def cases(kind: str) -> Iterator[Case]:
    """The files of one format, by name."""
    for told in sorted((FOLDER / kind).glob("*.yml")):
        path = next(p for p in sorted(told.parent.glob(f"{told.stem}.*")) if p != told)
        yield Case(path, yaml.safe_load(told.read_text("utf-8")))


def score(case: Case, reading: Reading) -> Score:
    """How near a reading is to what stands in the .yml."""
    known = case.known
    return Score(
        Levenshtein.normalized_similarity(
            plain("\n".join(known["paragraphs"])), plain(reading.text)
        ),
        reading.published == (known.get("published") or ""),
        reading.title == known["title"],
    )


def plain(text: str) -> str:
    """A text without marks: one paragraph a line."""
    lines = (_CELLS.sub(" ", _MARKS.sub("", line.strip())) for line in text.splitlines())
    return "\n".join(" ".join(line.split()) for line in lines if line.strip())


def ours(original: Original) -> Reading:
    """The first article, as the source that is made of it reads."""
    first = articles(original)[0]
    told = "\n".join(p.text for p in paragraphs(first.content or body(first.blocks)))
    day = first.published[0].value if first.published else ""
    return Reading(told, first.title or "", day)


def by_trafilatura(original: Original) -> Reading:
    """Web pages: trafilatura with its tables and metadata, comments left out."""
    import trafilatura

    found = trafilatura.bare_extraction(
        original.data, url=original.url, with_metadata=True, include_comments=False
    )
    return Reading(found.text or "", found.title or "", found.date or "") if found else Reading()


RIVALS: Mapping[str, tuple[str, Callable[[Original], Reading]]] = MappingProxyType(
    dict.fromkeys(("web", "fresh", "held", "last"), ("trafilatura", by_trafilatura))
)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("formats", nargs="*", default=list(RIVALS))
    parser.add_argument("--each", action="store_true", help="a line for each file")
    options = parser.parse_args()
    print(
        f"{'format':8}{'reader':14}{'files':>6}{'mean':>8}{'least':>8}{'>=.97':>7}{'day':>5}{'title':>7}"
    )
    for kind in options.formats:
        readers = [("ours", ours), *([RIVALS[kind]] if kind in RIVALS else [])]
        for name, read in readers:
            _measure(kind, name, read, each=options.each)


def _measure(kind: str, name: str, read: Callable[[Original], Reading], *, each: bool) -> None:
    scores = []
    for case in cases(kind):
        try:
            found = score(case, read(case.original))
        except SourceError as error:
            print(error)
            found = Score(0, False, False)
        scores.append(found)
        if each:
            facts = (
                f"day {'yes' if found.published else 'no':4}title {'yes' if found.title else 'no'}"
            )
            print(f"  {name:12}{case.path.name:34}{found.likeness:.3f}  {facts}")
    likeness = [one.likeness for one in scores]
    print(
        f"{kind:8}{name:14}{len(scores):6}{sum(likeness) / len(scores):8.3f}{min(likeness):8.3f}"
        f"{sum(value >= ENOUGH for value in likeness):7}{sum(one.published for one in scores):5}"
        f"{sum(one.title for one in scores):7}"
    )


if __name__ == "__main__":
    main()
