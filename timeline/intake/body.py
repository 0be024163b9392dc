"""Blocks -> the body of a source. What `readers` makes of it are the blocks again, one for one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.intake.article import Block

# A source with one would be no text, and a terminal obeys some.
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")


def body(blocks: Sequence[Block]) -> str:
    """Markdown with a blank line between blocks, each on one line; empty ones are left out."""
    return "\n\n".join(line for block in blocks if (line := _line(block))) + "\n"


def pages(blocks: Sequence[Block]) -> str | None:
    """The first paragraph that begins on each page from page 1, as "1 5 5 9"; None without pages.

    A page on which none begins has the number of the next one's first.
    """
    numbers = [block.page for block in blocks if _line(block)]
    if not any(numbers):
        return None
    starts: list[int] = []
    for paragraph, page in enumerate(numbers, start=1):
        starts += [paragraph] * ((page or 0) - len(starts))
    return " ".join(map(str, starts))


def _line(block: Block) -> str:
    text = CONTROLS.sub("", " ".join(block.text.split("\n"))).strip()
    if not text:
        return ""
    if block.role == "heading":
        return f"{'#' * min(max(block.level, 1), 6)} {text}"
    return {"item": "- ", "quote": "> "}.get(block.role, "") + text
