"""dateparser, called on exact spans."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys

import pytest

from timeline.temporal.calendar import Point
from timeline.temporal.resolve import resolve

FRIDAY = dt.date(2015, 9, 25)


@pytest.mark.parametrize(
    ("words", "language", "point"),
    [
        ("16 березня 2014", "uk", Point(2014, 3, 16)),
        ("marzo de 2014", "es", Point(2014, 3)),
        ("2014", "en", Point(2014)),
        ("16/Mar/2014", "en", Point(2014, 3, 16)),
        ("no date at all", "en", None),
    ],
)
def test_answer_is_cut_to_what_the_words_say(
    words: str, language: str, point: Point | None
) -> None:
    """No day is invented for a month, no month for a year."""
    assert resolve(words, language=language, published=FRIDAY) == point


def test_order_of_figures_is_the_callers() -> None:
    """ "3/4/2014" is March or April as the order says."""
    assert resolve("3/4/2014", language="en", published=FRIDAY) == Point(2014, 3, 4)
    assert resolve("3/4/2014", language="en", published=FRIDAY, order="DMY") == Point(2014, 4, 3)


def test_words_that_need_an_anchor_give_nothing_without_one() -> None:
    """No date is made up from today's."""
    assert resolve("16 березня 2014", language="uk", published=None) == Point(2014, 3, 16)
    assert resolve("вчора", language="uk", published=None) is None


def test_dateparser_is_not_imported_for_common_english() -> None:
    """It costs more time than a page of text; most texts never need it."""
    code = (
        "import sys, datetime; from timeline.temporal import tag; "
        "tag('He left on Friday, 3 May 2014.', published=datetime.date(2015, 9, 25)); "
        "sys.exit('dateparser' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
