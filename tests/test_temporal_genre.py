"""News and narrative told apart by the dates in a text."""

from __future__ import annotations

import datetime as dt

import pytest

from timeline.temporal.engine import candidates, grammar
from timeline.temporal.genre import is_narrative

PUBLISHED = dt.date(2015, 9, 25)


@pytest.mark.parametrize(
    ("text", "narrative"),
    [
        ("It rose in 1848, fell in 1849, rose in 1866 and fell in 1867.", True),
        ("It rose in 1848 and fell in 1849.", False),
        ("It rose in 2014, in June 2014, in May 2015 and in July 2015.", False),
        ("On Friday he spoke of 1911, 1912, 1913 and of 1914.", False),
        ("He leaves next week. It fell in 1911, 1912, 1913, 1914, 1916 and in 1918.", True),
        ("It rose on 3 May 1848 and fell in 1849.", True),
        ("It rose on 3 May 1848 and fell in June.", False),
        ("It rose on 3 May 1848 and fell in 2015.", False),
        ("", False),
    ],
)
def test_far_dates_that_outweigh_told_ones_make_a_story(text: str, narrative: bool) -> None:
    """Four dates far from publication, and more than five for each "Friday" or "next week"."""
    found = list(candidates(text, grammar("en")))
    assert is_narrative(found, PUBLISHED) is narrative


def test_without_publication_date_every_full_date_is_far() -> None:
    """A history with no date of its own is still a history."""
    found = list(candidates("1914, May 1915, 1916, then 3 June 1917.", grammar("en")))
    assert is_narrative(found, None)
