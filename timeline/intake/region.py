"""Which blocks of a page are its article.

trafilatura names the paragraphs it takes for the article; it loses tables, lists and short
lines on the way. So its answer only chooses the place: the smallest element that holds nearly
all of them. What stands there is read whole, but for furniture.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from timeline.intake.furniture import is_furniture_line, is_mostly_links, leads_to_others
from timeline.intake.libraries import missing_for_web
from timeline.intake.markup import DEPTH, summed
from timeline.intake.walk import Found, walk

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NEARLY = 0.9  # of the article's characters
_KEY = re.compile(r"[\W_]+")
_LONG = 1_000_000  # characters of a page; beyond, trafilatura takes minutes
_DEEP = 200  # elements; it recurses
_SOME = 0.2  # of a line's characters are a link
_PROSE = 60  # characters of a paragraph that tells something
_END = re.compile(r"""[.!?…:;]["'”’»)\]]*$""")


def article(root: HtmlElement) -> list[Found]:
    """The blocks of the article under `root`, which holds no furniture that can be told by name."""
    blocks = walk(root)
    told = _told(root, blocks) or [_is_prose(found) for found in blocks]
    if not any(told):
        return [found for found in blocks if not _is_noise(found)]
    place = _smallest(root, blocks, told)
    inside = _inside(blocks, place)
    first, last = inside.index(True), len(inside) - inside[::-1].index(True)
    taken = [
        (found, mark)
        for found, mark, within in zip(
            blocks[first:last], told[first:last], inside[first:last], strict=True
        )
        if within
    ]
    noise = [_leads_away(found) if mark else _is_noise(found) for found, mark in taken]
    noise = _with_lists(taken, noise)
    return _without_ends([pair for pair, out in zip(taken, noise, strict=True) if not out])


def _with_lists(taken: Sequence[tuple[Found, bool]], noise: Sequence[bool]) -> list[bool]:
    """What a heading such as "Read also" leads to is noise like it: lines with links."""
    under, found = False, []
    for (one, _), out in zip(taken, noise, strict=True):
        if leads_to_others(one.block):
            under = True
        elif one.link_share < _SOME:
            under = False
        found.append(out or under)
    return found


def _told(root: HtmlElement, blocks: Sequence[Found]) -> list[bool]:
    """For each block, whether trafilatura takes it for the article; empty where it can't tell."""
    from lxml import html

    try:
        import trafilatura
    except ImportError:
        raise missing_for_web() from None
    if sum(len(found.block.text) for found in blocks) > _LONG or _depth(blocks) > _DEEP:
        return []
    text = trafilatura.extract(
        html.tostring(root, encoding="unicode"), include_comments=False, favor_recall=True
    )
    lines = _key(text or "")
    if not lines:
        return []
    keys = [_key(found.block.text) for found in blocks]
    told = [bool(key) and key in lines for key in keys]
    # A word that stands somewhere in the article's text proves nothing about another place.
    return [mark and len(key) >= 20 for mark, key in zip(told, keys, strict=True)]


def _key(text: str) -> str:
    return _KEY.sub("", text).casefold()


def _depth(blocks: Sequence[Found]) -> int:
    return max(
        (sum(1 for _ in found.element.iterancestors()) for found in blocks[:DEPTH]), default=0
    )


def _is_prose(found: Found) -> bool:
    text = found.block.text
    return len(text) >= _PROSE and found.link_share < 0.3 and bool(_END.search(text))


def _is_noise(found: Found) -> bool:
    return _leads_away(found) or is_mostly_links(found)


def _leads_away(found: Found) -> bool:
    """Not even trafilatura's word makes a line that is one link, or an advertisement, text."""
    only_link = found.link_share > 0.95 and found.block.role == "text"
    return only_link or is_furniture_line(found.block.text)


def _smallest(root: HtmlElement, blocks: Sequence[Found], told: Sequence[bool]) -> HtmlElement:
    """The smallest element with nearly all characters of the blocks told."""
    own: Counter[HtmlElement] = Counter()
    for found, mark in zip(blocks, told, strict=True):
        own[found.element] += len(found.block.text) * mark
    weight = summed(root, own)
    best, element = root, root
    while element is not None:
        best = element
        enough = _NEARLY * weight[root]
        element = next((child for child in element if weight.get(child, 0) >= enough), None)
    return best


def _inside(blocks: Sequence[Found], place: HtmlElement) -> list[bool]:
    within = set(place.iter())
    return [found.element in within for found in blocks]


def _without_ends(taken: list[tuple[Found, bool]]) -> list[Found]:
    """Without headings that nothing follows, and short lines before and after the article."""
    while taken and _is_end(*taken[-1]):
        taken.pop()
    start = 0
    while start < len(taken) and _is_end(*taken[start]):
        start += 1
    if all(not mark for _, mark in taken[:start]) and start == len(taken):
        start = 0
    return [found for found, _ in taken[start:]]


def _is_end(found: Found, told: bool) -> bool:
    return is_mostly_links(found) or (
        _is_loose(found) and (not told or found.link_share > 2 * _SOME)
    )


def _is_loose(found: Found) -> bool:
    """A line that is neither prose nor part of a list, a table or a quotation."""
    block = found.block
    return block.role in ("text", "heading") and not _END.search(block.text)
