"""`timeline.near_edtf`: what a wrong date was meant to be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.near_edtf import FORMS, suggest
from timeline.when import When


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("March 2014", "2014-03"),
        ("Sept. 2014", "2014-09"),
        ("2014-3", "2014-03"),
        ("2014/03/16", "2014-03-16"),
        ("2014.3.6", "2014-03-06"),
        ("20140316", "2014-03-16"),
        ("16.3.2014", "2014-03-16"),
        ("03/2014", "2014-03"),
        ("16 March 2014", "2014-03-16"),
        ("the 16th", None),
        ("March 16th, 2014", "2014-03-16"),
        ("44 BC", "-0043"),
        ("1 B.C.E.", "0000"),
        ("15 March 44 BC", "-0043-03-15"),
        ("AD 70", "0070"),
        ("70 CE", "0070"),
        ("12000", "Y12000"),
        ("Y2014", "2014"),
        ("the 1990s", None),
        ("1990s", "199X"),
        ("199x", "199X"),
        ("19th century", "18XX"),
        ("spring 2014", "2014-21"),
        ("Fall of 2014", "2014-23"),
        ("Q1 2014", "2014-33"),
        ("2014-Q4", "2014-36"),
        ("2014-W40", "2014-09-29/2014-10-05"),
        ("about 1860", "1860~"),
        ("c. 1860", "1860~"),
        ("before 2014", "../2014"),
        ("since March 2014", "2014-03/.."),
        ("16–18 March 2014", "2014-03-16/2014-03-18"),
        ("2014-03-16/18", "2014-03-16/2014-03-18"),
        ("1914-1918", "1914/1918"),
        ("March 2014 to May 2014", "2014-03/2014-05"),
        ("2014-03-16 14:30", "2014-03-16T14:30"),
    ],
)
def test_what_can_be_read_in_one_way_is_suggested(text: str, meant: str | None) -> None:
    """The hint names the EDTF form; None where only the forms can be shown."""
    assert suggest(text) == (f"write {meant}" if meant else FORMS)


@pytest.mark.parametrize("text", ["3/4/2014", "04-03-14", "44", "199", "yesterday", "..", "BC"])
def test_what_is_ambiguous_is_not_guessed(text: str) -> None:
    """3/4/2014 is March in one country and April in another."""
    assert suggest(text) == FORMS


@given(st.text(alphabet="0123456789 -/.abcABCmaryjuntosincebeforept–", max_size=30))
def test_every_suggestion_is_a_date(text: str) -> None:
    """A hint that is itself refused would be worse than none."""
    hint = suggest(text)
    if hint != FORMS:
        assert When.parse(hint.removeprefix("write "))


def test_a_long_text_is_answered_without_reading_it_all() -> None:
    """Only the beginning is looked at, so a pasted article costs nothing."""
    assert suggest("before " * 100_000) == FORMS
