"""`timeline.events.parser`: trees by hand and from the language model."""

from __future__ import annotations

import pytest

from timeline.events.parser import Parser, Token, Tree, load_parser, model_versions


def _tree() -> Tree:
    """ "Orr met Lund", as a parser would see it."""
    return Tree(
        "Orr met Lund",
        (
            Token(0, 3, "Orr", "PROPN", "NNP", "nsubj", 1, "PERSON", True),
            Token(4, 7, "met", "VERB", "VBD", "ROOT", 1),
            Token(8, 12, "Lund", "PROPN", "NNP", "dobj", 1, "PERSON", True),
        ),
    )


def test_tree_walks_up_and_down() -> None:
    """Children in text order, whole branches left out, ancestors nearest first."""
    tree = _tree()
    assert tree.children == ((), (0, 2), ())
    assert tree.subtree(1) == [0, 1, 2]
    assert tree.subtree(1, without=frozenset({2})) == [0, 1]
    assert tree.subtree(0, without=frozenset({0, 1})) == [0]
    assert tree.child(1, "dobj") == 2
    assert tree.child(1, "attr") is None
    assert list(tree.ancestors(0)) == [1]


@pytest.mark.parametrize(
    ("start", "end", "expected"), [(0, 3, range(1)), (2, 6, range(2)), (12, 20, range(0))]
)
def test_within_gives_the_touched_tokens(start: int, end: int, expected: range) -> None:
    """Any overlap counts; none gives an empty range."""
    assert _tree().within(start, end) == expected


def test_no_parser_for_other_languages() -> None:
    """Only English has a model so far."""
    assert load_parser("xx") is None


@pytest.fixture(scope="module")
def english() -> Parser:
    """The English parser, or a skip."""
    parser = load_parser("en-GB")
    if parser is None:
        pytest.skip("no English model installed")
    return parser


@pytest.mark.model
def test_name_says_which_model(english: Parser) -> None:
    """The same name for the same weights, whatever the package is called."""
    assert english.name == "en_core_web_sm 3.8.0"


@pytest.mark.model
def test_parse_keeps_order_and_sentences(english: Parser) -> None:
    """One tree a sentence with one root; offsets point into the sentence."""
    sentences = ["Orr met Lund. They left.", "The port opened in May."]
    trees = english.parse(sentences)
    assert [tree.text for tree in trees] == sentences
    for tree in trees:
        assert sum(token.head == i for i, token in enumerate(tree.tokens)) == 1
        assert all(tree.text[t.start : t.end] == t.text for t in tree.tokens)


@pytest.mark.model
def test_a_sentence_has_the_same_tree_in_any_batch(english: Parser) -> None:
    """What an article gives doesn't hang on which others are read with it."""
    sentences = [
        f"On {day} May the mayor of Lund, who had met {who} in {year}, opened the new bridge."
        for day, who, year in zip(
            range(1, 29), ["Orr", "Lind"] * 14, range(1990, 2018), strict=True
        )
    ]

    assert [english.parse([one])[0] for one in sentences] == english.parse(sentences)


@pytest.mark.model
def test_the_stamp_of_a_model_is_its_own_file(english: Parser) -> None:
    """Known without loading it: another version is another text."""
    assert any('"version":"3.8.0"' in one for one in model_versions())
