"""Stretches of time between two mentions."""

from __future__ import annotations

import datetime as dt

import pytest

from timeline.temporal import ranges, tag
from timeline.when import When

FRIDAY = dt.date(2015, 9, 25)


@pytest.mark.parametrize(
    ("text", "said", "when"),
    [
        ("from 16 to 18 March 2014", "16 to 18 March 2014", "2014-03-16/2014-03-18"),
        ("on 16-18 March 2014", "16-18 March 2014", "2014-03-16/2014-03-18"),
        ("on March 16–18, 2014", "March 16–18, 2014", "2014-03-16/2014-03-18"),
        ("between 2010 and 2012", "2010 and 2012", "2010/2012"),
        ("from the 1940s through 2002", "the 1940s through 2002", "194X/2002"),
        ("the war of 1914-1918", "1914-1918", "1914/1918"),
        ("the 1998-99 season", "1998-99", "1998/1999"),
        ("from May 3 to June 5, 1999", "May 3 to June 5, 1999", "1999-05-03/1999-06-05"),
        ("between March and June 2014", "March and June 2014", "2014-03/2014-06"),
        ("from Dec. 28 to Jan. 3, 2014", "Dec. 28 to Jan. 3, 2014", "2013-12-28/2014-01-03"),
        ("from 499 to 493 BC", "499 to 493 BC", "-0498/-0492"),
        ("on 7 and 8 June 2015", "7 and 8 June 2015", "2015-06-07/2015-06-08"),
        ("on June 7 and 8, 2015", "June 7 and 8, 2015", "2015-06-07/2015-06-08"),
        ("in the night of 15–16 May 2014", "the night of 15–16 May 2014", "2014-05-15/2014-05-16"),
        ("It ran from Monday to Thursday.", "Monday to Thursday", "2015-09-21/2015-09-24"),
    ],
)
def test_two_ends_make_one_stretch(text: str, said: str, when: str) -> None:
    """TimeML marks two mentions; the stretch joins them, with both as precise as they are."""
    mentions = tag(text, published=FRIDAY)
    assert len(mentions) == 2
    (found,) = ranges(text, mentions)
    assert (found.text, found.when) == (said, when)
    assert text[found.start : found.end] == said
    When.parse(when)


@pytest.mark.parametrize(
    "text",
    [
        "in 2010 and 2012",
        "on 7 and 9 June 2015",
        "on 7 June 2015 and 8 June 2015",
        "from 2012 to 2010",
        "May 3, 1999, to be followed in 2001",
        "from three days to 2014",
    ],
)
def test_what_bounds_nothing_is_no_stretch(text: str) -> None:
    """A list, a stretch that runs backwards, other words between, or a length."""
    assert ranges(text, tag(text, published=FRIDAY)) == ()


def test_open_ends_make_no_stretch() -> None:
    """Without a publication date the ends aren't known."""
    text = "from Monday to Thursday"
    assert ranges(text, tag(text, published=None)) == ()
