"""News or narrative, told by the dates in the text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from timeline.temporal.engine import Candidate
from timeline.temporal.nodes import At, Calendar, Node, Offset

NEAR = 1  # years from publication that news speaks of as its own time
SHORT = 2  # far dates of a short story, the first of them with its month, and nothing told beside
FEW = 4  # fewer far dates than these make no story
OUTWEIGH = 5  # far dates for each one told from publication; histories have 15 and more
MOST_NEAR = 3  # dates near publication weigh as much, but a history may go on until then


def is_narrative(found: Sequence[Candidate], published: dt.date | None) -> bool:
    """Whether dates far from publication outweigh those told from it ("Friday", "last week").

    A few are enough where the text begins with one and speaks of nothing near publication.
    """
    far = told = 0
    years = []
    for one in found:
        if _told(one.node):
            told += 1
        elif isinstance(one.node, Calendar) and one.node.year is not None:
            years.append(one.node)
            far += published is None or abs(one.node.year - published.year) > NEAR
    short = told == 0 and far == len(years) >= SHORT
    if short and years[0].month is not None and found[0].node is years[0]:
        return True
    near = min(len(years) - far, MOST_NEAR)
    return far >= FEW and far > OUTWEIGH * (told + near)


def _told(node: Node) -> bool:
    if isinstance(node, At):
        return node.on is not None and _told(node.on)
    if isinstance(node, Offset):
        return node.base == "published"
    if not isinstance(node, Calendar):
        return False
    weekday = node.weekday is not None and node.day is None
    return weekday or (node.direction != "" and node.base == "published")
