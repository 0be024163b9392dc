"""Quotes: found where they stand, found again after a correction, not where they don't."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import strategies
from timeline import quotes
from timeline.model import Citation, Document, Paragraph, Source

LEAD = "The two ministers met in Geneva in March 2014 and signed a short accord there."
REPLY = "On Thusday, the envoy said that he had discussed two primary goals with them."


def document(*texts: str) -> Document:
    paragraphs = tuple(Paragraph(i + 1, text) for i, text in enumerate(texts))
    return Document(Source("talks", "Talks"), paragraphs)


class TestFind:
    def test_exact_words(self) -> None:
        """Words that stand in a paragraph are found there."""
        found = quotes.find("met in Geneva in March 2014", document(REPLY, LEAD))

        assert found == quotes.Found(2, "met in Geneva in March 2014", "exact")

    def test_nearest_of_equals(self) -> None:
        """Where words stand twice, the paragraph they were in before wins, then the nearest."""
        doc = document(LEAD, REPLY, LEAD, LEAD)

        assert quotes.find("met in Geneva", doc, near=3).paragraph == 3
        assert quotes.find("met in Geneva", doc, near=2).paragraph == 1

    def test_other_spaces(self) -> None:
        """Line breaks, double and no-break spaces make no difference; the text's words return."""
        text = "The two  ministers met\u00a0in Geneva."
        found = quotes.find("two ministers met in", document(text))

        assert found == quotes.Found(1, "two  ministers met\u00a0in", "spaces")

    @pytest.mark.parametrize(
        ("text", "quote"),
        [
            (LEAD.replace("met in", "met at"), "The two ministers met at Geneva in March 2014"),
            (LEAD.replace("two", "three"), "The three ministers met in Geneva in March 2014"),
            (LEAD.replace("met", "had met"), "The two ministers had met in Geneva in March 2014"),
            (LEAD.replace("two ", ""), "The ministers met in Geneva in March 2014"),
        ],
    )
    def test_corrected_words(self, text: str, quote: str) -> None:
        """A changed, added or dropped word: the words as they stand now, cut at words."""
        old = "The two ministers met in Geneva in March 2014"

        assert quotes.find(old, document(text)) == quotes.Found(1, quote, "fuzzy")

    @pytest.mark.parametrize(
        ("text", "quote"),
        [
            (LEAD.replace("two", "seventeen"), f"{LEAD[:4]}seventeen{LEAD[7:-7]}"),
            (LEAD.replace("The two", "Nineteen"), f"Nineteen{LEAD[7:-7]}"),
            ("They left in May 2012. " + LEAD.replace("The two", "Two"), f"Two{LEAD[7:-7]}"),
            (LEAD.replace("accord", "declaration"), f"{LEAD[:65]}declaration"),
            (LEAD.replace("accord there", "pact"), f"{LEAD[:65]}pact"),
            (LEAD.replace("accord there", "1.") + " Then they left.", LEAD[:64]),
        ],
    )
    def test_a_corrected_end_belongs_to_the_quote(self, text: str, quote: str) -> None:
        """Its first and last words are quoted though they are others now, in its own
        sentence; a figure that was not quoted is not."""
        found = quotes.find(LEAD[:-7], document(text))

        assert found == quotes.Found(1, quote, "fuzzy")

    @pytest.mark.parametrize("quote", ["The senators sat in Oslo in May 1999", "Geneva!", ""])
    def test_other_words_are_not_found(self, quote: str) -> None:
        """Likeness has a floor, and a short quote has to stand to the letter."""
        assert quotes.find(quote, document(LEAD, REPLY)) is None

    def test_two_like_paragraphs_are_no_answer(self) -> None:
        """Where two paragraphs are as like, none is chosen."""
        doc = document(LEAD.replace("Geneva", "Genoa"), LEAD.replace("Geneva", "Genova"))

        assert quotes.find("ministers met in Geneva in March 2014", doc) is None

    @given(strategies.documents(), st.data())
    def test_what_stands_there_is_found_there(self, doc: Document, data: st.DataObject) -> None:
        """Any cut of any paragraph is found, to the letter, in a paragraph that has it."""
        paragraph = data.draw(st.sampled_from(doc.paragraphs))
        start = data.draw(st.integers(0, len(paragraph.text) - 1))
        end = data.draw(st.integers(start + 1, len(paragraph.text)))
        cut = paragraph.text[start:end]
        found = quotes.find(cut, doc, near=paragraph.number)

        if cut.strip():
            assert found.paragraph == paragraph.number
            assert found.quote == cut


class TestFollow:
    def test_a_mended_weekday_is_followed(self) -> None:
        """The date words follow their spelling."""
        citation = Citation(1, "On Thusday, the envoy said that he had discussed", "Thusday")
        there = quotes.follow(citation, document(LEAD, REPLY.replace("Thusday", "Thursday")))

        assert there == Citation(2, "On Thursday, the envoy said that he had discussed", "Thursday")

    @pytest.mark.parametrize("now", ["March 2013", "May 2014", "June 2014"])
    def test_another_date_is_not(self, now: str) -> None:
        """Other digits or another month are another fact."""
        citation = Citation(1, "The two ministers met in Geneva in March 2014", "March 2014")

        assert quotes.follow(citation, document(LEAD.replace("March 2014", now))) is None
