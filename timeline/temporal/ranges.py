"""Two mentions that bound one stretch of time: "from 16 to 18 March", "between 2010 and 2012".

TimeML marks the two ends; who dates an event wants the stretch. So `tag` gives two mentions and
`ranges` joins them.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from timeline.errors import WhenError
from timeline.model import Mention
from timeline.temporal.lang import load
from timeline.when import When

_BARE_DAY = re.compile(r"\d{1,2}\w{0,2}(?:,?\s+\d{4})?")  # "7", or "8, 2015" after a month
_BACK = 12  # characters before the first mention that may hold "from" or "between"


@dataclass(frozen=True, slots=True)
class Range:
    """A stretch of time between two mentions. `text` runs from the first to the last."""

    start: int
    end: int
    text: str
    when: str
    first: Mention
    last: Mention


def ranges(text: str, mentions: Sequence[Mention], *, language: str = "en") -> tuple[Range, ...]:
    """The stretches that neighbouring mentions bound, in order; both ends must be known times.

    `when` is EDTF from the beginning of the first to the end of the last, each as precise as its
    own words: "from the 1940s through 2002" is `194X/2002`.
    """
    spoken = load(language)
    found = []
    for first, last in pairwise(mentions):
        if first.when is None or last.when is None or "DURATION" in (first.type, last.type):
            continue
        if not _linked(text, first, last, spoken.links) and not (
            _listed(text, first, last, spoken.lists)
        ):
            continue
        when = _stretch(first.when, last.when)
        if when is not None:
            said = text[first.start : last.end]
            found.append(Range(first.start, last.end, said, when, first, last))
    return tuple(found)


def _linked(text: str, first: Mention, last: Mention, links: tuple[tuple[str, str], ...]) -> bool:
    between = " ".join(text[first.end : last.start].split()).lower()
    before = text[max(0, first.start - _BACK) : first.start].lower()
    return any(
        between == link and (not opener or re.search(rf"\b{opener}(?:\s+the)?\s*$", before))
        for opener, link in links
    )


def _listed(text: str, first: Mention, last: Mention, lists: frozenset[str]) -> bool:
    """ "7 and 8 June": two days in one date are a stretch where they follow each other."""
    if text[first.end : last.start].strip().lower() not in lists or first.when is None:
        return False
    if not (_BARE_DAY.fullmatch(first.text) or _BARE_DAY.fullmatch(last.text)):
        return False
    begins, ends = _day(first.when), _day(last.when or "")
    return begins is not None and ends is not None and ends - begins == dt.timedelta(1)


def _day(when: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(when) if len(when) == 10 else None
    except ValueError:
        return None


def _stretch(first: str, last: str) -> str | None:
    """EDTF of the stretch, or None where it would run backwards."""
    when = f"{first.split('/')[0]}/{last.split('/')[-1]}"
    try:
        begins, ends = When.parse(first).earliest, When.parse(last).latest
    except WhenError:
        return None
    return when if begins is not None and ends is not None and begins < ends else None
