"""`timeline.intake.reworded`: what changed between two versions of a text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from timeline.intake.reworded import Reworded, compare

A = "The council of Orl closed the bridge on 3 May 2014."
B = "Mayor Pavel Novak resigned in March."
C = "The ferry runs again."


def test_the_same_text_has_no_changes() -> None:
    """None at all."""
    assert compare([A, B], [A, B]) == ()


def test_a_word_that_was_exchanged() -> None:
    """The word before and the word now, in the paragraph's number now."""
    changed = A.replace("closed", "shut")
    assert compare([A, B], [C, changed, B]) == (
        Reworded("added", 1, (("", C),)),
        Reworded("changed", 2, (("closed", "shut"),)),
    )


def test_words_put_in_and_taken_out() -> None:
    """Neighbouring ones together; a comma is a word of its own."""
    (one,) = compare(["He said the old bridge is safe."], ["He said, loudly, the bridge is safe."])
    assert one.words == (("", ", loudly,"), ("old", ""))


def test_what_is_gone_has_its_old_number() -> None:
    """There is no new one."""
    assert compare([A, B, C], [A, C]) == (Reworded("gone", 2, ((B, ""),)),)


def test_paragraphs_without_likeness_are_no_change_of_one() -> None:
    """One is gone, the other added."""
    assert [one.what for one in compare([A], [C])] == ["gone", "added"]


def test_spaces_alone_are_told() -> None:
    """As the texts they are."""
    (one,) = compare(["a b c d"], ["a  b c d"])
    assert one == Reworded("changed", 1, (("a b c d", "a  b c d"),))


TEXTS = st.lists(st.sampled_from([A, B, C, A.replace("3 May", "4 May"), "One.", ""]), max_size=8)


@given(before=TEXTS, after=TEXTS)
def test_the_counts_add_up(before: list[str], after: list[str]) -> None:
    """What was there, less what is gone, plus what was added, is there."""
    whats = [one.what for one in compare(before, after)]
    assert len(before) - whats.count("gone") + whats.count("added") == len(after)
    assert (not whats) == (before == after)
