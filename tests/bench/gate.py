"""Floors under the figures of `tag`, which move up only.

    TIMELINE_CORPORA=DIR python -m tests.bench.gate              exit 1 where one has fallen
    TIMELINE_CORPORA=DIR python -m tests.bench.gate --update     raise them to today's figures

`baseline.json` holds for each corpus its value F1 and what it was measured on: the number of
documents and a SHA-256 of their names and bytes, for a figure on other documents is another one.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.bench.temporal import Figures, compare, folders, label, sample

BASELINE = Path(__file__).with_name("baseline.json")
SLACK = 0.05  # points; one mention is 0.08 on TimeBank, so this is for rounding, not for losses


@dataclass(frozen=True)
class Floor:
    """A corpus, pinned, and the value F1 (0 to 100) measured on it."""

    documents: int
    sha256: str
    value_f1: float


class RegressionError(Exception):
    """A floor would be lowered and nobody said that it may."""


def fingerprint(folder: Path) -> tuple[int, str]:
    """The number of .tml files in a folder, and the SHA-256 over their names and bytes."""
    digest = hashlib.sha256()
    paths = sorted(folder.glob("*.tml"))
    for path in paths:
        content = path.read_bytes()
        digest.update(f"{path.name}\0{len(content)}\0".encode())
        digest.update(content)
    return len(paths), digest.hexdigest()


def measured(folder: Path) -> Floor:
    """Today's figure on all documents of a folder. LookupError for a language without rules."""
    figures = Figures()
    for path in sorted(folder.glob("*.tml")):
        compare(sample(path), figures)
    return Floor(*fingerprint(folder), round(figures.value_f1, 2))


def problems(baseline: Mapping[str, Floor], now: Mapping[str, Floor]) -> list[str]:
    """What is wrong, a line each: a figure below its floor, a corpus that isn't the pinned one.

    A corpus that isn't there is no problem, nor is one without a floor.
    """
    wrong = []
    for name, floor in baseline.items():
        today = now.get(name)
        if today is None:
            continue
        if (today.documents, today.sha256) != (floor.documents, floor.sha256):
            wrong.append(
                f"{name}: not the corpus that the floor was measured on "
                f"({today.documents} documents, then {floor.documents}); pin it with --update"
            )
        elif today.value_f1 < floor.value_f1 - SLACK:
            wrong.append(f"{name}: value F1 {today.value_f1}, the floor is {floor.value_f1}")
    return wrong


def updated(
    baseline: Mapping[str, Floor], now: Mapping[str, Floor], *, allow_regression: bool = False
) -> dict[str, Floor]:
    """The baseline with today's figures, a higher floor kept where today is within its slack.

    Corpora that weren't measured keep theirs. RegressionError, with every corpus that would fall,
    unless `allow_regression`.
    """
    lower = [
        f"{name}: value F1 {today.value_f1}, the floor is {baseline[name].value_f1}"
        for name, today in now.items()
        if name in baseline and today.value_f1 < baseline[name].value_f1 - SLACK
    ]
    if lower and not allow_regression:
        raise RegressionError("\n".join([*lower, "Nothing was written; see --allow-regression."]))
    kept = {**baseline, **now}
    if not allow_regression:
        kept |= {
            name: Floor(today.documents, today.sha256, max(today.value_f1, baseline[name].value_f1))
            for name, today in now.items()
            if name in baseline
        }
    return dict(sorted(kept.items()))


def load(path: Path = BASELINE) -> dict[str, Floor]:
    return {name: Floor(**floor) for name, floor in json.loads(path.read_text("utf-8")).items()}


def save(baseline: Mapping[str, Floor], path: Path = BASELINE) -> None:
    plain = {name: asdict(floor) for name, floor in baseline.items()}
    path.write_text(json.dumps(plain, indent=2) + "\n", "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--update", action="store_true", help="raise the floors")
    parser.add_argument("--allow-regression", action="store_true", help="or lower them")
    options = parser.parse_args()
    if "TIMELINE_CORPORA" not in os.environ:
        sys.exit("Set TIMELINE_CORPORA to a folder that holds folders of .tml files.")
    now = {}
    for folder in folders(Path(os.environ["TIMELINE_CORPORA"])):
        try:
            now[label(folder)] = measured(folder)
        except LookupError as missing:
            print(f"{label(folder)}: left out: {missing}", file=sys.stderr)
    for name, today in now.items():
        print(f"{name:20} {today.documents:4d} documents  value F1 {today.value_f1:6.2f}")
    if options.update:
        try:
            save(updated(load(), now, allow_regression=options.allow_regression))
        except RegressionError as refused:
            sys.exit(str(refused))
    elif wrong := problems(load(), now):
        sys.exit("\n".join(wrong))


if __name__ == "__main__":
    main()
