"""The wire report as a document of another kind gives what it gives as text."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

import timeline
from tests.corpora import outside
from tests.test_seed import TITLE, WANTED, cited, extracted, with_model
from timeline.intake import Original, articles
from timeline.intake.add import add
from timeline.model import Event

__all__ = ["with_model"]  # its fixture: with the language model, and without it


def as_pdf(title: str, paragraphs: list[str]) -> bytes:
    """Two columns over several pages, with running heads and numbers."""
    pytest.importorskip("reportlab")
    from tests.intake.typeset import ReportLab, Setter

    setter = Setter(ReportLab(title, ""), columns=2, justified=True, foot="{}", size=9.5)
    setter.across(title, 18, bold=True)
    for paragraph in paragraphs:
        setter.paragraph(paragraph)
    return setter.finish()


def as_word(title: str, paragraphs: list[str]) -> bytes:
    """The title in its style."""
    docx = pytest.importorskip("docx")
    document, out = docx.Document(), io.BytesIO()
    document.add_heading(title, 0)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save(out)
    return out.getvalue()


FORMATS: dict[str, Callable[[str, list[str]], bytes]] = {
    "seed.pdf": as_pdf,
    "seed.docx": as_word,
}


def from_document(name: str, folder: Path) -> tuple[Event, ...]:
    text = outside("seed", "article.txt").read_text("utf-8")
    paragraphs = [line.strip() for line in text.splitlines() if line.strip()]
    original = Original(FORMATS[name](TITLE, paragraphs), name)
    (article,) = articles(original)
    added = add(article, original, folder, published="2015-09-25")
    assert added.document.source.title == TITLE
    return timeline.extract(added.path).events


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_events(name: str, tmp_path: Path, with_model: bool) -> None:
    """The thirteen, with their dates, their paragraphs, their quotes to the letter."""
    del with_model
    (tmp_path / "text").mkdir()
    wanted = extracted(tmp_path / "text", published="2015-09-25")
    found = from_document(name, tmp_path)

    assert {want[:3] for want in WANTED} <= {cited(event) for event in found}
    quotes = [[(cited(e), e.citations[0].quote) for e in events] for events in (wanted, found)]
    assert quotes[1] == quotes[0]
