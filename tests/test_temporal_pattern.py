"""The language that rules are written in."""

from __future__ import annotations

import pytest

from timeline.temporal.pattern import ANY, DIGIT, alive, compiled, shape, table

VOCABULARY = {
    "colour": table({"red|scarlet": 1, "dark blue": 2, "col.": 3}),
    "n": shape(r"\d{1,3}(?!\d)", int, one_word=True),
    "long": shape(r"\d{1,3}(?:,\d\d\d)?", str),
}


@pytest.mark.parametrize(
    ("pattern", "text", "matches"),
    [
        ("the <colour>", "the  red", True),
        ("the <colour>", "the reddish", False),
        ("the <colour>", "thered", False),
        ("(the )?<colour>", "Scarlet", True),
        ("<n>~<colour>", "12-red", True),
        ("<n>~<colour>", "12 dark\nblue", True),
        ("<n>_<colour>", "12red", True),
        ("(a|b) x?<colour>", "b red", True),
        ("<colour>", "col", True),
        ("<colour>", "col.", True),
        ("o'clock", "o’clock", True),
        ("<n>.<n:m>", "1.2", True),
        ("<n>.<n:m>", "1x2", False),
    ],
)
def test_pattern_matches_what_it_says(pattern: str, text: str, matches: bool) -> None:
    """Words in any case, slots, choice, options, hyphens and white space."""
    assert (compiled(pattern, VOCABULARY).regex.fullmatch(text) is not None) is matches


@pytest.mark.parametrize(
    ("pattern", "starts"),
    [
        ("the <n>", {("the", DIGIT)}),
        ("the <colour>", {("the", w) for w in ("red", "scarlet", "dark", "col")}),
        ("<colour>", {("red", ANY), ("scarlet", ANY), ("dark", "blue"), ("col", ANY)}),
        ("(the )?a", {("the", "a"), ("a", ANY)}),
        ("(the |<n>~)?x", {("the", "x"), (DIGIT, "x"), ("x", ANY)}),
        ("<n>_x", {(DIGIT, ANY), (DIGIT, "x")}),
        ("<n>:<n:m>", {(DIGIT, DIGIT)}),
        ("<long> x", {(DIGIT, ANY)}),
        ("year's end", {("year", "s")}),
    ],
)
def test_starts_are_the_first_two_words_of_any_match(
    pattern: str, starts: set[tuple[str, str]]
) -> None:
    """The engine looks at a rule only where these stand, so none may be missing."""
    assert compiled(pattern, VOCABULARY).starts == starts


@pytest.mark.parametrize("pattern", ["(the", "the )x", "the?", "(a|b?)"])
def test_malformed_pattern_is_refused(pattern: str) -> None:
    """An open or stray bracket, or a pattern that can match nothing, is an error at load."""
    with pytest.raises(ValueError, match=r"bracket|nothing"):
        compiled(pattern, VOCABULARY)


def test_unknown_slot_is_an_error() -> None:
    """A misspelt slot name doesn't pass silently."""
    with pytest.raises(KeyError):
        compiled("<color>", VOCABULARY)


def test_table_reads_every_form_back() -> None:
    """A form's meaning is found whatever its case, white space and final stop."""
    slot = VOCABULARY["colour"]
    assert [slot.parse(t) for t in ("Red", "SCARLET", "dark \n blue", "col.", "Col")] == [
        1, 1, 2, 3, 3,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        ("the <n> century", {"century"}),
        ("(early |late )?<kind> of <n>", {"summer", "winter"}),
        ("<n> (days|weeks)", {"days", "weeks"}),
        ("<n>( days)?", None),
        ("<n>|<kind>", None),
        ("the (summer|<n>)", {"the"}),
    ],
)
def test_needs_are_words_one_of_which_is_in_every_match(
    pattern: str, needs: set[str] | None
) -> None:
    """The longer words before the short ones that stand everywhere; None where none must be."""
    vocabulary = {
        "n": shape(r"\d+", int),
        "kind": table({"summer": 2, "winter": 4}),
    }
    assert compiled(pattern, vocabulary).needs == needs


@pytest.mark.parametrize(
    ("pattern", "can"),
    [
        ("<full> week", True),
        ("<empty> week", False),
        ("(<empty>)?<full>", True),
        ("(<full>(<empty>)?|<empty>)", True),
        ("<full>(<empty>|<empty:other>)", False),
        ("<full> <empty>|<full>", True),
    ],
)
def test_a_pattern_is_alive_where_it_can_do_without_empty_slots(pattern: str, can: bool) -> None:
    """Choices and optional parts count."""
    vocabulary = {"full": table({"last": -1}), "empty": table({})}
    assert alive(pattern, vocabulary) is can
