"""What `timeline extract` costs beside the language model that it runs, and without it.

    TIMELINE_CORPORA=DIR python -m tests.bench.extract [FOLDER] [--rounds N]

The texts of a folder of TimeML (en/timebank, where none is named) are written as sources, with
their date and no language. Then, in one process, round after round in turn: spaCy alone (parser
and names, nothing else loaded) on exactly the sentences that extract gives it; the same with the
pipes and settings that extract uses; the whole of extract, from reading the sources to writing
new event files; and extract without the model. CPU time of all threads, medians. What a program
keeps from one text to the next is kept, but for the language of a text, which is asked anew.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.bench.temporal import Sample, folders, label, sample
from timeline import pipeline, unchanged
from timeline.events.parser import MODELS, Parser, load_parser
from timeline.readers import text as text_reader

MOST = 1.4  # times what spaCy takes
LEAST = 300.0  # KB/s without it


def write_sources(samples: Sequence[Sample], folder: Path) -> list[Path]:
    """One source a text, as somebody would bring it in."""
    paths = []
    for one in samples:
        path = folder / f"{one.name.removesuffix('.tml')}.md"
        path.write_text(f"---\npublished: {one.published}\n---\n\n{one.text}\n", "utf-8")
        paths.append(path)
    return paths


def cpu(work: Callable[[], object]) -> float:
    """Seconds of CPU time, all threads together."""
    started = time.process_time()
    work()
    return time.process_time() - started


def extracting(samples: Sequence[Sample]) -> float:
    """The CPU seconds of one whole extract into a new folder, its memory included."""
    text_reader._classify.cache_clear()
    with tempfile.TemporaryDirectory() as folder:
        paths = write_sources(samples, Path(folder))
        outcomes: list[pipeline.Outcome] = []

        def run() -> None:
            outcomes.extend(pipeline.update(paths, memory=unchanged.Memory()))

        seconds = cpu(run)
    failed = [outcome for outcome in outcomes if not outcome.changed]
    assert not failed, failed[0]
    return seconds


@contextmanager
def without_model() -> Iterator[None]:
    """As it is where the extra `english` isn't installed."""
    before = pipeline._parser
    pipeline._parser = lambda language: None  # type: ignore[assignment]
    try:
        yield
    finally:
        pipeline._parser = before


def given(samples: Sequence[Sample]) -> list[str]:
    """The sentences that extract hands to the language model, in their order."""
    sentences: list[str] = []
    parse = Parser.parse

    def listening(self: Parser, some: Sequence[str]) -> Any:
        sentences.extend(some)
        return parse(self, some)

    Parser.parse = listening  # type: ignore[method-assign]
    try:
        extracting(samples)
    finally:
        Parser.parse = parse  # type: ignore[method-assign]
    return sentences


def spacy_alone(sentences: Sequence[str]) -> Callable[[], object]:
    """spaCy as it comes, parser and names alone, its model as our parser has it."""
    spacy = importlib.import_module("spacy")
    package = next(name for name in MODELS["en"] if importlib.util.find_spec(name))
    unused = ["lemmatizer", "senter", "attribute_ruler", "tagger"]
    alone = spacy.load(package, exclude=unused)
    return lambda: list(alone.pipe(sentences, batch_size=64))


def main() -> None:
    options = arguments()
    parser = load_parser("en")
    assert parser is not None, "this needs the extra: pip install -e '.[english]'"
    folder = next(folders(Path(os.environ["TIMELINE_CORPORA"]), [options.folder]))
    samples = [sample(path) for path in sorted(folder.glob("*.tml"))]
    size = sum(len(one.text.encode()) for one in samples) / 1024
    sentences = given(samples)
    alone = spacy_alone(sentences)
    rounds = []
    for _ in range(options.rounds):
        times = [cpu(alone), cpu(lambda: parser.parse(sentences)), extracting(samples)]
        with without_model():
            times.append(extracting(samples))
        rounds.append(times)
    spacy, ours, whole, plain = (statistics.median(column) for column in zip(*rounds, strict=True))
    print(f"{label(folder)}: {len(samples)} texts, {size:.0f} KB; {len(sentences)} sentences with")
    print(f"a date, {sum(map(len, sentences)) / 1024:.0f} KB; medians of {options.rounds} rounds\n")
    print("| | CPU s | KB/s of the texts | times spaCy alone |\n|---|---:|---:|---:|")
    for name, seconds in (
        ("spaCy alone, parser and names", spacy),
        ("our call of it: tagger, parser, names, trees", ours),
        ("the whole of extract", whole),
        ("extract without the extra", plain),
    ):
        print(f"| {name} | {seconds:.2f} | {size / seconds:.0f} | {seconds / spacy:.2f} |")
    kept = whole / spacy <= MOST and size / plain >= LEAST
    print(f"\nAt most {MOST} times and at least {LEAST:.0f} KB/s: {'yes' if kept else 'no'}")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", nargs="?", default="en/timebank", help="as en/timebank")
    parser.add_argument("--rounds", type=int, default=5)
    return parser.parse_args()


if __name__ == "__main__":
    main()
