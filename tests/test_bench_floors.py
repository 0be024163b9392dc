"""The figures of `tag` on public corpora hold their floors (`tests/bench/baseline.json`)."""

from __future__ import annotations

import pytest

from tests.bench.gate import load, measured, problems
from tests.bench.temporal import folders
from tests.corpora import outside


@pytest.mark.parametrize("corpus", sorted(load()))
def test_value_f1_does_not_fall(corpus: str) -> None:
    """No change lowers a published figure unless somebody says that it may."""
    folder = next(folders(outside(), [corpus]), None)
    if folder is None:
        pytest.skip(f"TIMELINE_CORPORA has no {corpus}")
    assert problems(load(), {corpus: measured(folder)}) == []
