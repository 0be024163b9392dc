"""Days told inside a quotation are counted from the day it was spoken on.

"We vote tomorrow," she said on Thursday: that is Friday, whenever the article was published.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.temporal.engine import Candidate
from timeline.temporal.nodes import At, Calendar, FromDay, Node, Offset

_PARAGRAPH = 600  # characters back in which a quotation may have begun
_OPEN, _CLOSE = re.compile(r"[“«]|``"), re.compile(r"[”»]|\'\'")
_ANY = re.compile(r"[\"“”«]|``")
_ENDS = re.compile(r"(?:[”»\"]|\'\')\s*(?P<by>[^.!?\"“”«»\n]{2,60})\Z")
_BEGINS = re.compile(r"[^.!?\"“”«»\n]{0,60}(?:[“«\"]|``)[^.!?\n]{0,120}\Z")
_WORDS = re.compile(r"[^\W\d_]+")


def spoken(found: Sequence[Candidate], text: str, saying: frozenset[str]) -> list[Candidate]:
    """The candidates, "tomorrow" in a quotation told from the weekday it was said on."""
    mended = list(found)
    if not saying:
        return mended
    for i, one in enumerate(found):
        if _relative(one.node) and _inside(text, one.start):
            day = _said_on(text, one, found[i - 1 : i] if i else (), found[i + 1 : i + 2], saying)
            if day is not None:
                mended[i] = replace(one, node=_from(one.node, day))
    return mended


def _relative(node: Node) -> bool:
    if isinstance(node, At):
        return node.on is not None and _relative(node.on)
    return isinstance(node, Offset) and node.unit == "day" and node.base == "published"


def _from(node: Node, day: Calendar) -> Node:
    if isinstance(node, At):
        assert isinstance(node.on, Offset)
        return replace(node, on=FromDay(int(node.on.amount or 0), day))
    assert isinstance(node, Offset)
    return FromDay(int(node.amount or 0), day, node.mod)


def _inside(text: str, at: int) -> bool:
    """Whether a quotation is open here, in this paragraph."""
    before = text[max(0, at - _PARAGRAPH) : at]
    if not _ANY.search(before):
        return False
    before = before.rpartition("\n\n")[2]
    opened = max((m.end() for m in _OPEN.finditer(before)), default=0)
    closed = max((m.end() for m in _CLOSE.finditer(before)), default=0)
    return opened > closed or before.count('"') % 2 == 1


def _said_on(
    text: str,
    one: Candidate,
    before: Sequence[Candidate],
    after: Sequence[Candidate],
    saying: frozenset[str],
) -> Calendar | None:
    """The weekday of the saying, right before the quotation or right after it."""
    for other in after:
        end = _ENDS.search(text[one.end : other.start])
        if end and _weekday(other.node) and not saying.isdisjoint(_words(end["by"])):
            assert isinstance(other.node, Calendar)
            return other.node
    for other in before:
        told = _words(text[max(0, other.start - 30) : other.start])
        if (
            _weekday(other.node)
            and not saying.isdisjoint(told)
            and _BEGINS.match(text[other.end : one.start])
        ):
            assert isinstance(other.node, Calendar)
            return other.node
    return None


def _weekday(node: Node) -> bool:
    return isinstance(node, Calendar) and node.weekday is not None and node.day is None


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORDS.findall(text)]
