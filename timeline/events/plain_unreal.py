"""What a date stands beside without anything happening on it, told from words and their order.

The same as `timeline.events.unreal`, where no tree says what hangs from what.
"""

from __future__ import annotations

import re

_NOT = re.compile(
    r"\b(?:did|does|do|was|were|is|are|will|would|could|can|should)(?:\s+not|\s?n[’']t)\b|\bnever\b"
    r"|\bno one\b|\bnobody\b",
    re.I,
)
_NONE = re.compile(r"\s*(?:No|Neither|None|Nobody|Nothing)\b|.*\b[Tt]here (?:was|were|is|are) no\b")
_CONDITION = re.compile(r"\s*(?:if|unless|whether)\b", re.I)
_WOULD_HAVE = re.compile(r"\b(?:would|could|should) (?:\w+ )?have\b", re.I)
_UNTIL = re.compile(r"\b(?:until|till|before)\s+(?:the\s+)?$", re.I)
_COMPARED = re.compile(r"\b(?:compared|comparing)\s(?:with|to)\b", re.I)
_FROM_FIGURE = re.compile(
    r"\b(?:from|than)\s[^a-z]*\d[\d.,$€£%\s]*(?:(?:m|b|tr)illion)?,?\s*$", re.I
)
_SINCE_LAST = re.compile(r"\b(?:first|only|\w+est|most|least)\b.*\bsince\s+$", re.I)


def tells_nothing(piece: str, before: str, *, ahead: bool | None) -> bool:
    """Whether the date in `piece`, with the words `before` it there, dates no event of it.

    Negations, conditions, what would have been, and figures that another is compared with.
    """
    if _CONDITION.match(piece) or _NONE.match(piece):
        return True
    if _NOT.search(piece) and not _UNTIL.search(before):
        return True
    if ahead is False and _WOULD_HAVE.search(piece):
        return True
    return any(p.search(before) for p in (_COMPARED, _FROM_FIGURE, _SINCE_LAST))
