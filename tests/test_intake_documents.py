"""Every document of the test set is read as it was written; `tests.intake.make` made them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from rapidfuzz.distance import Levenshtein

from timeline.intake import Article, Original, articles

FOLDER = Path(__file__).parent / "intake" / "documents"
NAMES = sorted(path.name for path in FOLDER.iterdir() if path.suffix != ".yml")
LEAST = 0.97

pytest.importorskip("pypdfium2", reason="the documents extra is not installed")
every = pytest.mark.parametrize("name", NAMES)


@cache
def article(name: str) -> Article:
    (found,) = articles(Original.of(FOLDER / name))
    return found


def truth(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((FOLDER / f"{name}.yml").read_text("utf-8"))
    return loaded


def test_the_set_is_large_enough() -> None:
    """Three producers of PDFs, and every other format."""
    assert len(NAMES) >= 18
    assert {name.split("-")[0] for name in NAMES if name.endswith(".pdf")} == {
        "reportlab",
        "fpdf2",
        "chromium",
    }
    suffixes = {Path(name).suffix for name in NAMES}
    assert suffixes >= {".pdf", ".docx", ".odt", ".eml", ".rss", ".atom", ".epub"}


@every
def test_paragraphs(name: str) -> None:
    """Nothing lost, nothing added, cut where the author did."""
    found = [block.text for block in article(name).blocks]
    wanted = truth(name)["paragraphs"]
    assert Levenshtein.normalized_similarity("\n".join(found), "\n".join(wanted)) >= LEAST
    assert len(found) == len(wanted)


@every
def test_title(name: str) -> None:
    """To the letter, whatever the program that made the file wrote into it."""
    assert article(name).title == truth(name)["title"]


@every
def test_day_of_publication(name: str) -> None:
    """The first one, and sure; the day on which the file was made comes after it."""
    first = article(name).published[0]
    assert (first.value, first.sure) == (truth(name)["published"], True)
    assert all(not date.sure for date in article(name).published if "creation" in date.basis)
