"""Raw HTML that goes around the Markdown parser.

The parser would read every tag of it, three times over, and give it back as it was. So a mark goes
through the parser in the place of each block, and everything else as ever: headings get their
anchors, their permanent links and their place in the table of contents as the site wants them.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

_MARK = re.compile(r'<div data-tl-block="(\d+)"></div>')
_ANCHOR = re.compile(r'<[^<>]* id="([^"]*)"')


def lift(markdown: str) -> tuple[str, tuple[str, ...]]:
    """A generated page with a mark for each block of raw HTML, and the blocks.

    A block is what stands between blank lines and begins with a tag. Text of others can't look
    like one or like a mark: each `<` in it is a character reference (see `markup`).
    """
    blocks: list[str] = []
    pieces = markdown.split("\n\n")
    for i, piece in enumerate(pieces):
        bare = piece.strip("\n")
        if bare.startswith("<"):
            pieces[i] = f'<div data-tl-block="{len(blocks)}"></div>'
            blocks.append(bare)
    return "\n\n".join(pieces), tuple(blocks)


def lower(content: str, blocks: Sequence[str]) -> str:
    """The page's HTML with the blocks in the places of their marks."""
    return _MARK.sub(lambda mark: blocks[int(mark[1])], content)


def anchors(blocks: Sequence[str]) -> set[str]:
    """All ids in the blocks: MkDocs checks links to anchors against those it knows of."""
    return {html.unescape(found) for block in blocks for found in _ANCHOR.findall(block)}
