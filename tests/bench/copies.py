"""How far copies of an article lie from other articles on its subject, by several measures.

    python -m tests.bench.copies              # ours; the others where they are installed
    python -m tests.bench.copies --sources 1000

Of each way a paper changes a report, the least likely copy; of each other article, the likeliest.
A measure can do the work where all copies lie above all others. datasketch and rapidfuzz are
in tests/bench/requirements.txt. The second part times a folder of invented sources.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Mapping
from pathlib import Path

from tests import wire_texts
from timeline.intake.copies import Known, runs
from timeline.readers.paragraphs import paragraphs

Measure = Callable[[str, str], float]
_WORDS = 700
_VOCABULARY = 20_000


def main() -> None:
    """Print a table of shares and the time a folder takes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sources", type=int, default=1000)
    options = parser.parse_args()
    _shares(measures())
    _speed(options.sources)


def measures() -> Mapping[str, Measure]:
    """The measures that can be taken here, from 0 to 1."""
    return {"runs, of the shorter": _contained, "runs, of both": _jaccard, **_minhash(), **_fuzz()}


def _contained(one: str, other: str) -> float:
    a, b = runs(one), runs(other)
    return len(a & b) / (min(len(a), len(b)) or 1)


def _jaccard(one: str, other: str) -> float:
    a, b = runs(one), runs(other)
    return len(a & b) / (len(a | b) or 1)


def _minhash() -> dict[str, Measure]:
    try:
        from datasketch import MinHash
    except ImportError:
        return {}

    def sketch(text: str) -> MinHash:
        made = MinHash(num_perm=128, seed=1)
        made.update_batch([str(run).encode() for run in runs(text)])
        return made

    return {"MinHash": lambda one, other: float(sketch(one).jaccard(sketch(other)))}


def _fuzz() -> dict[str, Measure]:
    try:
        from rapidfuzz import fuzz
    except ImportError:
        return {}
    return {
        "rapidfuzz ratio": lambda one, other: fuzz.ratio(one, other) / 100,
        "rapidfuzz partial": lambda one, other: fuzz.partial_ratio(one, other) / 100,
        "rapidfuzz token set": lambda one, other: fuzz.token_set_ratio(one, other) / 100,
    }


def _shares(taken: Mapping[str, Measure]) -> None:
    found: dict[tuple[bool, str], dict[str, list[float]]] = {}
    for is_copy, pairs in ((True, wire_texts.copies()), (False, wire_texts.others())):
        for kind, one, other in pairs:
            row = found.setdefault((is_copy, kind), {name: [] for name in taken})
            for name, measure in taken.items():
                row[name].append(measure(wire_texts.words(one), wire_texts.words(other)))
    print(f"| | pairs | {' | '.join(taken)} |")
    print("|---|--:|" + "--:|" * len(taken))
    for (is_copy, kind), row in found.items():
        _row(kind, row, min if is_copy else max)
    for is_copy, label, worst in (
        (True, "least likely copy", min),
        (False, "likeliest other", max),
    ):
        rows = [row for key, row in found.items() if key[0] == is_copy]
        _row(label, {name: [s for row in rows for s in row[name]] for name in taken}, worst)


def _row(label: str, row: Mapping[str, list[float]], worst: Callable[[list[float]], float]) -> None:
    figures = " | ".join(f"{worst(shares):.2f}" for shares in row.values())
    print(f"| {label} | {len(next(iter(row.values())))} | {figures} |")


def _speed(number: int) -> None:
    draw = random.Random(1)
    letters = "abcdefghijklmnopqrstuvwxyz"
    vocabulary = ["".join(draw.choices(letters, k=draw.randint(2, 9))) for _ in range(_VOCABULARY)]
    with tempfile.TemporaryDirectory() as folder:
        bodies = []
        for n in range(number):
            drawn = [draw.choices(vocabulary, k=70) for _ in range(_WORDS // 70)]
            bodies.append(wire_texts.words([f"{' '.join(words)}." for words in drawn]))
            head = f"---\ntitle: Article {n}\npublished: 2015-09-25\n---\n\n"
            (Path(folder) / f"a{n}.md").write_text(head + bodies[n], "utf-8")
        texts = [paragraphs(body) for body in bodies[:100]]
        tracemalloc.start()
        Known(Path(folder)).like(texts[0])
        memory = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        known, start = Known(Path(folder)), time.process_time()
        first = known.like(texts[0])
        reading, start = time.process_time() - start, time.process_time()
        found = [known.like(text) for text in texts[:100]]
        each = (time.process_time() - start) / len(found)
    assert all(len(one) == 1 for one in (first, *found))
    print(f"\n{number} sources of {_WORDS} words, processor time: {reading:.2f} s for", end=" ")
    print(f"the first text, {1000 * each:.1f} ms for each more; {memory / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
