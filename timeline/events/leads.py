"""What stands before a sentence and isn't part of it: datelines, and dates that open a list item.

"KYIV, 20 July (AFP) — Talks ended." and "2014-03-16: Crimea votes." hold a clause behind the mark;
a date before the mark is the clause's own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.model import Mention

_DATELINE = re.compile(
    r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ .’'-]{2,30}(?:,\s[^–—_:;()]{1,40}?)?(?:\s?\([^)]{2,30}\))?"
    r"\s?(?:--|[–—_]|\s-(?=\s))+\s*"
)
_MARK = re.compile(r"\s*(?::|--|[–—]|\s-(?=\s))\s*")
_BULLET = re.compile(r"\s*(?:[-*•·]\s*)?(?:[Oo]n\s+|[Ii]n\s+)?")


def lead_length(text: str, mentions: Sequence[Mention]) -> int:
    """How many characters of a sentence stand before its first clause; 0 for most."""
    dateline = _DATELINE.match(text)
    if dateline and dateline.end() < len(text):
        return dateline.end()
    bullet = _BULLET.match(text)
    begin = bullet.end() if bullet else 0
    first = next((m for m in mentions if m.start == begin), None)
    mark = _MARK.match(text, first.end) if first is not None else None
    return mark.end() if mark and mark.end() < len(text) else 0
