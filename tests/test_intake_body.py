"""`timeline.intake.body`: blocks become the paragraphs they are."""

from __future__ import annotations

import pytest

from timeline.intake.article import Block
from timeline.intake.body import body, pages
from timeline.model import Source
from timeline.readers.paragraphs import paragraphs

BLOCKS = (
    Block("The bridge", "heading", level=1, page=1),
    Block("“It fell,” she said \u2013 twice.", page=1),
    Block("  ", page=1),
    Block("16 March 2014: closed", "item", page=3),
    Block("Year | Length", "row", page=3),
    Block("We saw it.", "quote", page=4),
)


def test_each_block_is_one_paragraph() -> None:
    """An empty one is none; marks tell what it was."""
    texts = [paragraph.text for paragraph in paragraphs(body(BLOCKS))]
    assert texts == [
        "# The bridge",
        "“It fell,” she said – twice.",
        "- 16 March 2014: closed",
        "Year | Length",
        "> We saw it.",
    ]


def test_a_line_break_in_a_block_makes_no_second_paragraph() -> None:
    """Not even an empty line."""
    assert len(paragraphs(body([Block("One.\n\nTwo."), Block("Three.")]))) == 2


def test_the_first_paragraph_of_each_page() -> None:
    """Page 2 has none of its own, so the next one's stands there."""
    assert pages(BLOCKS) == "1 3 3 5"
    assert pages([Block("One.")]) is None


@pytest.mark.parametrize(("paragraph", "page"), [(1, 1), (2, 1), (3, 3), (4, 3), (5, 4), (9, 4)])
def test_the_page_of_a_paragraph(paragraph: int, page: int) -> None:
    """On which it begins."""
    assert Source("a", "A", pages="1 3 3 5").page_of(paragraph) == page


def test_where_no_page_is_known() -> None:
    """Without numbers, without a paragraph, or before the first."""
    asked = ((None, 3), ("1 3", None), ("2 3", 1))
    assert not any(Source("a", "A", pages=pages).page_of(number) for pages, number in asked)
