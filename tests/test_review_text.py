"""A source's text in pieces."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.review_client import project
from timeline.review.state import Shelf
from timeline.review.text import Line, date_in, lines, sentence_around


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """Two sources and their event files."""
    project(tmp_path)
    return Shelf(tmp_path / "sources")


def shown(shelf: Shelf, event_id: str | None) -> tuple[Line, ...]:
    """The lines of bridge beside one of its events."""
    folder = shelf.folder()
    document, file = folder.documents["bridge"], folder.files["bridge"]
    event = file.by_id[event_id] if event_id else None
    return lines(document, shelf.marks(document), shelf.owners(document, file), event)


def test_the_pieces_are_the_text(shelf: Shelf) -> None:
    """Nothing is lost or said twice."""
    document = shelf.folder().documents["bridge"]
    texts = [
        "".join(piece.text for stretch in line.stretches for piece in stretch.pieces)
        for line in shown(shelf, "aaaa0002")
    ]

    assert texts == [paragraph.text for paragraph in document.paragraphs]


def test_the_quote_is_lit_and_the_date_words_in_it(shelf: Shelf) -> None:
    """Of the one event, in its paragraph only."""
    found = shown(shelf, "aaaa0001")
    quoted, rest = found[0].stretches

    assert [line.lit for line in found] == [True, False, False]
    assert [(piece.text, piece.said) for piece in quoted.pieces] == [
        ("The old bridge was closed on ", False),
        ("Thursday", True),
    ]
    assert [piece.text for piece in rest.pieces] == [", the harbour office said."]


def test_dates_lead_to_their_events(shelf: Shelf) -> None:
    """Or to none."""
    pieces = [p for stretch in shown(shelf, None)[1].stretches for p in stretch.pieces if p.date]

    assert [(piece.text, piece.event) for piece in pieces] == [
        ("March 2014", "aaaa0002"),
        ("2 April 2014", ""),
    ]


def test_the_sentence_around_a_date(shelf: Shelf) -> None:
    """What a new event quotes at first."""
    paragraph = shelf.folder().documents["bridge"].paragraphs[2]

    assert sentence_around(paragraph, 30) == paragraph.text
    assert sentence_around(paragraph, 999) == paragraph.text


def test_the_date_among_selected_words(shelf: Shelf) -> None:
    """One that is known, sooner than one that is not; none outside of them."""
    document = shelf.folder().documents["bridge"]
    marks, paragraph = shelf.marks(document), document.paragraphs[1]
    date = date_in("voted for repairs on 2 April 2014", paragraph, marks)

    assert date is not None
    assert date.when == "2014-04-02"
    assert date_in("the council voted", paragraph, marks) is None
