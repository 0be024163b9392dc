"""How well and how fast `tag` reads a folder of TimeML, by the measures of TempEval-3.

    TIMELINE_CORPORA=DIR python -m tests.bench.temporal [FOLDER ...]

DIR is searched for folders of .tml files. Of each, a third of the documents (by a hash of the
name) is held out: its figures are printed, its errors never. `--errors FILE` writes those of the
rest, most frequent first.

Measures (micro-averaged): strict and relaxed F1 of extents; value F1, relaxed F1 times the share
of matched extents with the right TIMEX3 value (UzZaman et al., SemEval-2013 task 1).
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import re
import sys
import time
import xml.etree.ElementTree as ET
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from timeline.temporal import tag

HELD_OUT = 3  # one document in so many


@dataclass(frozen=True)
class Timex:
    start: int
    end: int
    value: str
    type: str = ""


@dataclass(frozen=True)
class Sample:
    name: str
    text: str
    published: dt.date | None
    gold: tuple[Timex, ...]
    language: str = "en"

    @property
    def held_out(self) -> bool:
        return zlib.crc32(self.name.encode()) % HELD_OUT == 0


@dataclass
class Figures:
    """Counts over documents; `errors` are (kind, gold words, gold value, our words, our value)."""

    gold: int = 0
    ours: int = 0
    strict: int = 0
    relaxed: int = 0
    value: int = 0
    errors: Counter[tuple[str, str, str, str, str]] = field(default_factory=Counter)

    def f1(self, hits: float) -> float:
        return 200 * hits / (self.gold + self.ours) if self.gold + self.ours else 0.0

    @property
    def value_f1(self) -> float:
        return self.f1(self.relaxed) * self.value / max(self.relaxed, 1)

    def line(self) -> str:
        return (
            f"strict {self.f1(self.strict):5.1f}  relaxed {self.f1(self.relaxed):5.1f}  "
            f"value {self.value_f1:5.1f}  gold {self.gold:5d}  ours {self.ours:5d}"
        )


def folders(root: Path, names: Iterable[str] = ()) -> Iterator[Path]:
    """The folders of .tml files under `root`, in order; only those named, where some are."""
    wanted = set(names)
    for folder in sorted({path.parent for path in root.rglob("*.tml")}):
        if not wanted or wanted & {folder.name, label(folder)}:
            yield folder


def label(folder: Path) -> str:
    """How a corpus is called: "en/timebank", its language and its name."""
    return f"{folder.parent.name}/{folder.name}"


def language(folder: Path) -> str:
    """The language of a corpus is the folder it stands in; English where that is no code."""
    return folder.parent.name if len(folder.parent.name) == 2 else "en"


def sample(path: Path) -> Sample:
    """One TimeML document: the text of its TEXT element, its creation time and its timexes."""
    raw = re.sub(r"<!DOCTYPE[^>]*>", "", path.read_text("utf-8", "replace")).lstrip("\ufeff")
    root = ET.fromstring(re.sub(r"&(?!#?\w+;)", "&amp;", raw))
    body = next(e for e in root.iter() if e.tag.upper().endswith("TEXT"))
    parts: list[str] = []
    gold: list[Timex] = []

    def walk(element: ET.Element) -> None:
        start = sum(map(len, parts))
        parts.append(element.text or "")
        for child in element:
            walk(child)
            parts.append(child.tail or "")
        if element.tag.upper().endswith("TIMEX3"):
            said = "".join(parts)[start:]
            lead = len(said) - len(said.lstrip())
            if said.strip():
                end = start + lead + len(said.strip())
                gold.append(
                    Timex(start + lead, end, element.get("value", ""), element.get("type", ""))
                )

    walk(body)
    created = _created(root)
    return Sample(path.name, "".join(parts), created, tuple(gold), language(path.parent))


def _created(root: ET.Element) -> dt.date | None:
    for element in root.iter():
        if element.get("functionInDocument") in ("CREATION_TIME", "PUBLICATION_TIME"):
            match = re.match(r"(\d{4})-?(\d\d)-?(\d\d)", element.get("value", ""))
            return dt.date(*map(int, match.groups())) if match else None
    return None


def tagged(one: Sample) -> list[Timex]:
    """What `tag` finds in a document. LookupError for a language without rules."""
    found = tag(one.text, published=one.published, language=one.language)
    return [Timex(m.start, m.end, m.value, m.type) for m in found]


def compare(one: Sample, figures: Figures, ours: list[Timex] | None = None) -> None:
    """Pair gold and our mentions one to one, equal extents first, then by overlap; and count.

    `ours` are the mentions to score, those of `tag` where none are given.
    """
    ours = tagged(one) if ours is None else ours
    overlaps = sorted(
        (-((g.start, g.end) == (o.start, o.end)), -min(g.end, o.end) + max(g.start, o.start), i, j)
        for i, g in enumerate(one.gold)
        for j, o in enumerate(ours)
        if min(g.end, o.end) > max(g.start, o.start)
    )
    left, right = dict(enumerate(one.gold)), dict(enumerate(ours))
    figures.gold, figures.ours = figures.gold + len(left), figures.ours + len(right)
    for same, _, i, j in overlaps:
        if i in left and j in right:
            g, o = left.pop(i), right.pop(j)
            figures.relaxed += 1
            figures.strict += bool(same)
            figures.value += g.value == o.value
            if g.value != o.value:
                figures.errors["value", *_said(one, g), *_said(one, o)] += 1
    figures.errors.update(("missed", *_said(one, g), "", "") for g in left.values())
    figures.errors.update(("spurious", "", "", *_said(one, o)) for o in right.values())


def _said(one: Sample, timex: Timex) -> tuple[str, str]:
    return " ".join(one.text[timex.start : timex.end].lower().split()), timex.value


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folders", nargs="*", help="names of folders; all where none is named")
    parser.add_argument("--errors", type=Path)
    options = parser.parse_args()
    if "TIMELINE_CORPORA" not in os.environ:
        sys.exit("Set TIMELINE_CORPORA to a folder that holds folders of .tml files.")
    errors: Counter[tuple[str, str, str, str, str]] = Counter()
    for folder in folders(Path(os.environ["TIMELINE_CORPORA"]), options.folders):
        samples = [sample(path) for path in sorted(folder.glob("*.tml"))]
        seen, held = Figures(), Figures()
        try:
            for one in samples:
                compare(one, held if one.held_out else seen)
        except LookupError as missing:
            print(f"{folder.name:16}  left out: {missing}")
            continue
        started = time.process_time()
        for one in samples:
            tag(one.text, published=one.published, language=one.language)
        seconds = time.process_time() - started
        size = sum(len(one.text.encode()) for one in samples) / 1024
        print(f"{folder.name:16}  seen      {seen.line()}")
        print(f"{'':16}  held out  {held.line()}")
        print(f"{'':16}  {size / max(seconds, 1e-9):.0f} KB/s on one core")
        errors += seen.errors
    if options.errors:
        lines = ("\t".join((str(n), *error)) for error, n in errors.most_common())
        options.errors.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
