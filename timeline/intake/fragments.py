"""A piece of HTML that is all article (a mail's body, a feed's entry, a chapter) -> blocks."""

from __future__ import annotations

from typing import Any

from timeline.intake.article import Block, Role

_SKIPPED = frozenset("script style head template noscript nav svg math form button select".split())
_BLOCKS = frozenset(
    "address article aside blockquote body dd details div dl dt fieldset figcaption figure footer"
    " h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table tbody td tfoot th"
    " thead tr ul caption center".split()
)
_ROLES: dict[str, Role] = {
    "li": "item", "dd": "item", "blockquote": "quote", "figcaption": "caption",
    "caption": "caption", **{f"h{n}": "heading" for n in range(1, 7)},
}  # fmt: skip


def blocks(html: str) -> tuple[Block, ...]:
    """Paragraphs, headings, items, rows, quotes and captions as they are read."""
    from lxml import html as parser
    from lxml.etree import ParserError

    if not html.strip():
        return ()
    try:
        root = parser.document_fromstring(html, parser=parser.HTMLParser(encoding=None))
    except (ParserError, ValueError):
        return ()
    walk = _Walk()
    walk.node(root, "text", 2)
    walk.flush("text", 2)
    return tuple(walk.found)


class _Walk:
    """Gathers words until a block begins or ends."""

    def __init__(self) -> None:
        self.found: list[Block] = []
        self.words: list[str] = []
        self.broken = False  # after one <br>; two part paragraphs

    def node(self, node: Any, role: Role, level: int) -> None:
        tag = node.tag if isinstance(node.tag, str) else ""
        if not tag or tag in _SKIPPED:
            return
        if tag == "tr" and len(cells := [c for c in node if c.tag in ("td", "th")]) > 1:
            self.flush(role, level)
            texts = [" ".join(cell.text_content().split()) for cell in cells]
            if any(texts):
                self.found.append(Block(" | ".join(texts), "row"))
            return
        block = tag in _BLOCKS
        own = _ROLES.get(tag, role)
        rank = int(tag[1]) if own == "heading" and tag[1:].isdigit() else level
        if block:
            self.flush(role, level)
        if tag == "br":
            self.line_break(role, level)
        self.take(node.text)
        for child in node:
            self.node(child, own, rank)
            self.take(child.tail)
        if block:
            self.flush(own, rank)

    def take(self, text: str | None) -> None:
        if text:
            self.broken = self.broken and not text.strip()
            self.words.append(text)

    def line_break(self, role: Role, level: int) -> None:
        if self.broken:
            self.flush(role, level)
        else:
            self.words.append(" ")
            self.broken = True

    def flush(self, role: Role, level: int) -> None:
        text = " ".join("".join(self.words).replace("\u00ad", "").split())
        self.words, self.broken = [], False
        if text:
            self.found.append(Block(text, role, level))
