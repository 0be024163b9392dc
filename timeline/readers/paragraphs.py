"""A body of text -> numbered paragraphs."""

from __future__ import annotations

import re
from itertools import groupby

from timeline.model import Paragraph
from timeline.readers.boilerplate import is_boilerplate

_NEWLINE = re.compile(r"\r\n|\r|\n")
_INVISIBLE = "\u200b\u2060\ufeff"  # as wide as nothing, and no whitespace to Python
_ATX = re.compile(r"#{1,6}[ \t]+\S.*")
_BOLD = re.compile(r"(\*\*|__)(?![\s*_])([^*_]+)\1")
_UNDERLINE = re.compile(r"={3,}|-{3,}")
_END_OF_SENTENCE = tuple('.!?…:;,"”»')
_HEADING_LENGTH = 120  # characters; longer ones are sentences


def paragraphs(body: str) -> tuple[Paragraph, ...]:
    """Blocks between blank lines, or lines where the body has no blank line; numbered from 1.

    Blank lines before the first and after the last line don't count. A paragraph's text is its
    lines, stripped and joined by one space; all else stays: quotes, dashes, inner spaces, markup.
    """
    lines = [_strip(line) for line in _NEWLINE.split(body)]
    filled = [n for n, line in enumerate(lines) if line]
    lines = lines[filled[0] : filled[-1] + 1] if filled else []
    if "" in lines:
        blocks = [list(group) for text, group in groupby(lines, key=bool) if text]
        headings = [_is_heading(block) for block in blocks]
    else:
        blocks = [[line] for line in lines]
        # Here a line of hyphens may well be a rule between two paragraphs.
        under = [line if line.startswith("=") else "" for line in [*lines[1:], ""][: len(lines)]]
        pairs = zip(lines, under, strict=True)
        headings = [_is_heading([line, below] if below else [line]) for line, below in pairs]
    texts = [" ".join(block) for block in blocks]
    return tuple(
        Paragraph(number, text, is_boilerplate(text), heading)
        for number, (text, heading) in enumerate(zip(texts, headings, strict=True), start=1)
    )


def heading_text(paragraph: Paragraph) -> str:
    """A heading's words without its marks."""
    text = paragraph.text
    if _ATX.fullmatch(text):
        return re.sub(r"[ \t]+#+$", "", text).lstrip("#").strip()
    return re.sub(r" (={3,}|-{3,})$", "", text).strip("*_ ")


def _strip(line: str) -> str:
    line = line.strip()
    return line if line.strip(_INVISIBLE) else ""


def _is_heading(lines: list[str]) -> bool:
    """Marked as one: `#`, underlined, or bold and nothing else; never by looks alone."""
    first = lines[0]
    if len(lines) == 2:
        return len(first) <= _HEADING_LENGTH and bool(_UNDERLINE.fullmatch(lines[1]))
    if len(lines) > 1:
        return False
    if _ATX.fullmatch(first):
        return True
    bold = _BOLD.fullmatch(first)
    if bold is None or len(first) > _HEADING_LENGTH:
        return False
    return not bold[2].endswith(_END_OF_SENTENCE)
