"""Quotes in their paragraphs."""

from __future__ import annotations

import pytest

from timeline.site.passages import AROUND, Cited, Piece, cited, passage


def words(count: int, *, last: str = "word") -> str:
    return " ".join(["word"] * (count - 1) + [last])


def test_a_short_paragraph_is_whole() -> None:
    """Before, quote and after make up the paragraph."""
    found = passage("in 2014", "2014", "It began in 2014, they say.")
    assert (found.before, found.after) == ("It began ", ", they say.")
    assert found.quote == (Piece("in "), Piece("2014", said=True))


def test_a_quote_that_is_not_found_stands_alone() -> None:
    """Nothing is marked that the source does not say."""
    assert passage("in 2015", "2015", "It began in 2014.").before == ""
    assert passage("in 2015", "", None).quote == (Piece("in 2015"),)


def test_white_space_of_the_source_wins() -> None:
    """A quote is found across other spacing, and shown as it stands."""
    assert passage("in  2014", "", "It began in 2014.").quote == (Piece("in 2014"),)


def test_long_context_ends_at_sentences_if_it_can() -> None:
    """The nearest whole sentences that fit are shown, and the rest is an ellipsis."""
    far = f"Far {words(60, last='away.')}"
    found = passage("the quote", "", f"{far} A near sentence. Then the quote here. {far}")
    assert found.before == "… A near sentence. Then "
    assert found.after == " here. …"


def test_long_context_without_sentences_is_cut_at_words() -> None:
    """No word is cut in two, and no side grows beyond its measure."""
    found = passage("the quote", "", f"{words(60)} the quote {words(60)}")
    assert set(found.before.split()) == set(found.after.split()) == {"…", "word"}
    assert AROUND - 10 < len(found.before) <= AROUND + 2
    assert AROUND - 10 < len(found.after) <= AROUND + 2


def test_a_quote_that_begins_a_sentence_needs_no_torn_one_before_it() -> None:
    """Where no whole sentence fits, the ellipsis is enough."""
    assert passage("The quote", "", f"{words(60, last='end.')} The quote.").before == "… "


@pytest.mark.parametrize(
    ("quotes", "expected"),
    [
        ([], [Cited("ab cd ef")]),
        ([("1", "cd")], [Cited("ab "), Cited("cd", ("1",)), Cited(" ef")]),
        ([("1", "ab cd ef")], [Cited("ab cd ef", ("1",))]),
        (
            [("1", "ab cd"), ("2", "cd ef")],
            [Cited("ab ", ("1",)), Cited("cd", ("1", "2")), Cited(" ef", ("2",))],
        ),
        ([("1", "nowhere")], [Cited("ab cd ef")]),
    ],
)
def test_a_paragraph_is_cut_where_quotes_begin_and_end(
    quotes: list[tuple[str, str]], expected: list[Cited]
) -> None:
    """Stretches join up to the paragraph, each with the quotes that cover it."""
    assert list(cited("ab cd ef", quotes)) == expected
