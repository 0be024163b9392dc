"""How documents are read: ours beside pypdf alone, on the documents in `tests/intake`.

    python -m tests.bench.intake_documents [FOLDER]

FOLDER holds documents, each with its truth beside it: `talks.pdf` and `talks.pdf.yml` with
`title`, `published` and `paragraphs`. Similarity is 1 - edits / characters of the longer text,
with a line break between paragraphs; "whole" are the paragraphs found to the letter. pypdf reads
PDFs alone; its text is taken page after page, its lines joined, a blank line ends a paragraph.
The documents are our own, and the reader was made with them in sight: see --looks.

    python -m tests.bench.intake_documents --looks [--seed N]

sets an article in many looks that nobody has read (producer, columns, sizes, margins, indents,
heads, notes), and prints the same figures of these.
"""

from __future__ import annotations

import argparse
import io
import random
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pypdf
import yaml
from rapidfuzz.distance import Levenshtein

from tests.intake.make_pdf import set_in
from tests.intake.texts import ARCHIVE, BRIDGE, WATER
from tests.intake.typeset import Fpdf, ReportLab
from timeline.errors import SourceError
from timeline.intake import Original, articles

FOLDER = Path(__file__).parents[1] / "intake" / "documents"


class Found(NamedTuple):
    """What a reader makes of a document."""

    title: str | None
    published: str | None
    paragraphs: list[str]


class Case(NamedTuple):
    """A document and its truth."""

    name: str
    data: bytes
    truth: dict[str, Any]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else "")
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    parser.add_argument("--looks", action="store_true", help="articles in looks drawn by lot")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=60)
    options = parser.parse_args()
    cases = looks(options.seed, options.count) if options.looks else stored(options.folder)
    show(list(cases))


def stored(folder: Path) -> Iterator[Case]:
    """The documents of a folder."""
    for truth in sorted(folder.glob("*.yml")):
        path = truth.with_suffix("")
        yield Case(path.name, path.read_bytes(), yaml.safe_load(truth.read_text("utf-8")))


def looks(seed: int, count: int) -> Iterator[Case]:
    """Articles set in looks drawn by lot."""
    lot = random.Random(seed)
    for n in range(count):
        text = lot.choice((BRIDGE, ARCHIVE, WATER))
        sheet = lot.choice((ReportLab, Fpdf))(lot.choice((text.title, "Untitled", "")), "")
        columns = lot.choice((1, 1, 2, 2, 3))
        head = lot.choice(("", "The Courier", "The Courier {}", "{} The Courier"))
        indented = lot.random() < 0.5
        look = {
            "columns": columns,
            "size": lot.choice((8.5, 9.0, 10.0, 11.0, 12.0)),
            "indent": lot.choice((9.0, 14.0)) if indented else 0.0,
            "between": 0.0 if indented else lot.choice((5.0, 8.0, 12.0)),
            "gutter": lot.choice((14.0, 20.0, 30.0)),
            "margin": lot.choice((50.0, 72.0, 90.0)),
            "height": lot.choice((420.0, 600.0, 842.0)),
            "justified": lot.random() < 0.5,
            "head": (head, head),
            "foot": lot.choice(("", "{}", "- {} -", "Page {}")),
        }
        data, _, paragraphs = set_in(sheet, text, {}, **look)
        truth = {"title": text.title, "published": text.published, "paragraphs": list(paragraphs)}
        yield Case(f"look-{n:02}-{type(sheet).__name__.lower()}-{columns}.pdf", data, truth)


def ours(case: Case) -> Found:
    """What `timeline add` takes."""
    try:
        article = articles(Original(case.data, case.name))[0]
    except SourceError:
        return Found(None, None, [])
    day = article.published[0].value if article.published else None
    return Found(article.title, day, [block.text for block in article.blocks])


def pypdf_alone(case: Case) -> Found:
    """What pypdf gives without more."""
    reader = pypdf.PdfReader(io.BytesIO(case.data))
    pages = "\n".join(page.extract_text() for page in reader.pages)
    paragraphs = [" ".join(part.split()) for part in pages.split("\n\n")]
    facts = reader.metadata
    day = facts.creation_date.date().isoformat() if facts and facts.creation_date else None
    return Found(facts.title if facts else None, day, [p for p in paragraphs if p])


def similarity(found: Iterable[str], wanted: Iterable[str]) -> float:
    """From 0 to 1."""
    return Levenshtein.normalized_similarity("\n".join(found), "\n".join(wanted))


def show(cases: list[Case]) -> None:
    """A row a document and reader, then the means."""
    print(f"{'document':34} {'reader':7} similar  whole  title  day")
    sums: dict[str, list[tuple[float, int, int, bool, bool]]] = {}
    for case in cases:
        readers = {"ours": ours} | ({"pypdf": pypdf_alone} if case.name.endswith(".pdf") else {})
        for name, read in readers.items():
            found, wanted = read(case), case.truth["paragraphs"]
            alike = similarity(found.paragraphs, wanted)
            whole = len(set(found.paragraphs) & set(wanted))
            title, day = (
                found.title == case.truth["title"],
                found.published == case.truth["published"],
            )
            group = f"{name}, {'PDF' if case.name.endswith('.pdf') else 'others'}"
            sums.setdefault(group, []).append((alike, whole, len(wanted), title, day))
            marks = f"{'yes' if title else 'no':5}  {'yes' if day else 'no'}"
            print(f"{case.name:34} {name:7} {alike:7.3f}  {whole:2}/{len(wanted):2}  {marks}")
    for group, rows in sums.items():
        alike = [row[0] for row in rows]
        print(
            f"\n{group}: similarity {sum(alike) / len(rows):.3f}, least {min(alike):.3f}; whole "
            f"paragraphs {sum(r[1] for r in rows)} of {sum(r[2] for r in rows)}; titles "
            f"{sum(r[3] for r in rows)} and days {sum(r[4] for r in rows)} of {len(rows)}"
        )


if __name__ == "__main__":
    main()
