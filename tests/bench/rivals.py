"""Our tagger and others on the same documents in one run: quality, and speed as a ratio.

    TIMELINE_CORPORA=DIR python -m tests.bench.rivals [FOLDER ...] [--documents N] [--markdown]

Without names: timebank and aquaint. What isn't installed is left out, and said to be. Quality as
in `tests.bench.temporal`; "cal" is value F1 over the dates of the calendar alone; "it alone" the
number of mentions whose value it has right and we haven't. Speed is CPU
time, all threads, of a second pass over the same documents, so that caches and the JVM are warm.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import platform
import re
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from importlib import metadata
from pathlib import Path

from tests.bench.adapters import RIVALS, Found, Tagger
from tests.bench.parts import PARTS, ours
from tests.bench.temporal import Figures, Sample, Timex, compare, folders, label, sample

CALENDAR = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
UNDATED = dt.date(2000, 1, 1)  # for rivals that must be told a day
COLUMNS = ("strict", "relaxed", "value F1", "cal", "it alone", "KB/s", "ours is")


@dataclass(frozen=True)
class Row:
    """One tagger's figures; `rate` in KB of UTF-8 per second of CPU, 0 where not timed.

    `right` are the gold mentions whose value it has, as (document, number).
    """

    name: str
    whole: Figures
    calendar: Figures
    right: frozenset[tuple[str, int]]
    rate: float = 0.0

    def cells(self, ours: Row) -> tuple[str, ...]:
        """As printed; "it alone" counts the mentions that it has right and we haven't."""
        whole, rate = self.whole, self.rate
        times = ours.rate / rate if rate else 0.0
        return (
            f"{whole.f1(whole.strict):.1f}",
            f"{whole.f1(whole.relaxed):.1f}",
            f"{whole.value_f1:.1f}",
            f"{self.calendar.value_f1:.1f}",
            str(len(self.right - ours.right)) if self is not ours else "",
            f"{rate:.{0 if rate >= 20 else 1}f}" if rate else "",
            f"{times:.{0 if times >= 20 else 1}f}x as fast" if rate and self is not ours else "",
        )


def timexes(text: str, found: Sequence[Found]) -> list[Timex]:
    """A tagger's output without the white space around it and without repeats, in order."""
    trimmed = set()
    for start, end, kind, value in found:
        said = text[start:end]
        start += len(said) - len(said.lstrip())
        trimmed.add(Timex(start, start + len(said.strip()), value, kind))
    return sorted(trimmed, key=lambda t: (t.start, t.end, t.value, t.type))


def of_calendar(one: Sample, found: list[Timex]) -> tuple[Sample, list[Timex]]:
    """Only dates of the calendar; what stands on other gold mentions counts neither way."""
    gold = tuple(g for g in one.gold if g.type == "DATE" and CALENDAR.fullmatch(g.value))
    others = [g for g in one.gold if g not in gold]
    dates = [
        f
        for f in found
        if f.type == "DATE" and not any(f.start < g.end and g.start < f.end for g in others)
    ]
    return replace(one, gold=gold), dates


def right_of(one: Sample, found: Sequence[Timex]) -> set[int]:
    """The numbers of the gold mentions that overlap one with the same value."""
    return {
        number
        for number, g in enumerate(one.gold)
        if any(f.start < g.end and g.start < f.end and f.value == g.value for f in found)
    }


def measure(name: str, tagger: Tagger, samples: Sequence[Sample], *, timed: bool) -> Row:
    """Two passes over the documents: one for quality, and where `timed` one for speed."""
    whole, calendar = Figures(), Figures()
    right: set[tuple[str, int]] = set()
    for one in samples:
        found = timexes(one.text, tagger(one.text, one.published or UNDATED))
        right |= {(one.name, number) for number in right_of(one, found)}
        compare(one, whole, found)
        dated, dates = of_calendar(one, found)
        compare(dated, calendar, dates)
    if not timed:
        return Row(name, whole, calendar, frozenset(right))
    started = time.process_time()
    for one in samples:
        tagger(one.text, one.published or UNDATED)
    seconds = time.process_time() - started
    size = sum(len(one.text.encode()) for one in samples) / 1024
    return Row(name, whole, calendar, frozenset(right), size / max(seconds, 1e-9))


def rows(samples: Sequence[Sample]) -> list[Row]:
    """Ours first, the rivals, then the parts; a missing rival is said on stderr.

    LookupError where we have no rules for the language.
    """
    language = samples[0].language
    measured = [measure("this project", ours(language), samples, timed=True)]
    wanted: list[tuple[str, Callable[[str], Tagger], bool]] = []
    wanted += [(name, factory, True) for name, (_, factory) in RIVALS.items()]
    wanted += [(name, factory, False) for name, factory in PARTS.items()]
    for name, factory, timed in wanted:
        try:
            tagger = factory(language)
        except (ImportError, LookupError) as missing:
            print(f"{name}: left out: {missing}", file=sys.stderr)
            continue
        measured.append(measure(name, tagger, samples, timed=timed))
    return measured


def table(title: str, measured: Sequence[Row], *, markdown: bool) -> str:
    cells = [(title, *COLUMNS)] + [(r.name, *r.cells(measured[0])) for r in measured]
    if markdown:
        lines = [f"| {' | '.join(line)} |" for line in cells]
        return "\n".join([lines[0], "|---" + "|---:" * len(COLUMNS) + "|", *lines[1:]])
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return "\n".join(
        "  ".join(
            [line[0].ljust(widths[0])]
            + [c.rjust(w) for c, w in zip(line[1:], widths[1:], strict=True)]
        )
        for line in cells
    )


def versions() -> str:
    """What was measured, on what: for the head of a dated table."""
    found = []
    for package in sorted({"cited-timeline", *(package for package, _ in RIVALS.values())}):
        try:
            found.append(f"{package} {metadata.version(package)}")
        except metadata.PackageNotFoundError:
            found.append(f"{package} not installed")
    cores = os.cpu_count()
    return f"Python {platform.python_version()}, {cores} cores; " + ", ".join(found)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folders", nargs="*", default=["timebank", "aquaint"])
    parser.add_argument("--documents", type=int, help="so many of each folder, evenly spread")
    parser.add_argument("--markdown", action="store_true")
    options = parser.parse_args()
    if "TIMELINE_CORPORA" not in os.environ:
        sys.exit("Set TIMELINE_CORPORA to a folder that holds folders of .tml files.")
    print(versions())
    for folder in folders(Path(os.environ["TIMELINE_CORPORA"]), options.folders):
        paths = sorted(folder.glob("*.tml"))
        if options.documents:
            paths = paths[:: max(1, len(paths) // options.documents)][: options.documents]
        title = f"{label(folder)}, {len(paths)} documents"
        try:
            measured = rows([sample(path) for path in paths])
        except LookupError as missing:
            print(f"{title}: left out: {missing}", file=sys.stderr)
            continue
        print(f"\n{table(title, measured, markdown=options.markdown)}", flush=True)


if __name__ == "__main__":
    main()
