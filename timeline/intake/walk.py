"""A tree of elements -> blocks in reading order, each with the element it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from timeline.intake.article import Block, Role

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dir div dl dt fieldset"
    " figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li"
    " main menu nav ol optgroup option p pre section summary table tbody td tfoot th thead tr ul"
    " xmp listing noframes amp-img amp-ad".split()
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_ROLES: dict[str, Role] = {
    "blockquote": "quote",
    "li": "item",
    "dt": "item",
    "dd": "item",
    "figcaption": "caption",
    "caption": "caption",
}
_QUOTED = {"q": ("“", "”")}  # browsers set them around <q>; they stand in no text
_SPACE = re.compile(r"[ \t\n\r\f]+")  # not the no-break space, which is text
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")  # where a word may be cut, and marks
_PARAGRAPH = re.compile(r"\n(?:[ \t\r\f]*\n)+|\n[ \t]*(?=[\xa0\u2003\u3000]{2})")
_EDGES = " \t\n\r\f\xa0\u2003\u3000"
_CELL = 300  # characters; a longer one holds paragraphs, and the table is a layout


@dataclass(frozen=True, slots=True)
class Found:
    """A block, the innermost element around it, and how many of its characters are links."""

    block: Block
    element: HtmlElement
    linked: int

    @property
    def link_share(self) -> float:
        """Of its characters, from 0 to 1."""
        return min(1.0, self.linked / max(1, len(self.block.text)))


def walk(root: HtmlElement) -> list[Found]:
    """Every block under `root`. No text is left out but white space, none is added but quotes."""
    return list(_Walk().over(root))


def squeeze(text: str) -> str:
    """Text as it is seen: white space is one space, marks of no width are gone."""
    return _SPACE.sub(" ", _INVISIBLE.sub("", text)).strip(_EDGES)


class _Walk:
    """The pieces of the block that is being read, and what stands around it."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.linked = 0
        self.links = 0  # how many <a> are open
        self.pre = 0
        self.around: list[HtmlElement] = []  # open block elements
        self.texts: dict[HtmlElement, bool] = {}  # items of lists, and whether they are texts

    def over(self, root: HtmlElement) -> Iterator[Found]:
        from lxml import etree

        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            tag = element.tag if isinstance(element.tag, str) else ""
            if event == "start" and tag == "table" and is_data(element):
                yield from self._flush()
                yield from _rows(element)
                walker.skip_subtree()
                continue
            yield from self._start(element, tag) if event == "start" else self._end(element, tag)
            if event == "end" and element is not root and element.tail:
                self._text(element.tail)
        yield from self._flush()

    def _start(self, element: HtmlElement, tag: str) -> Iterator[Found]:
        if tag in _BLOCKS:
            yield from self._flush()
            self.around.append(element)
        elif tag == "br":
            self.pieces.append("\n")
        elif tag in _QUOTED:
            self.pieces.append(_QUOTED[tag][0])
        self.links += tag == "a"
        self.pre += tag in ("pre", "xmp", "listing")
        if element.text and tag:
            self._text(element.text)

    def _end(self, element: HtmlElement, tag: str) -> Iterator[Found]:
        if tag in _BLOCKS and (tag != "table" or element in self.around):
            yield from self._flush()
            self.around.pop()
        elif tag in _QUOTED:
            self.pieces.append(_QUOTED[tag][1])
        self.links -= tag == "a"
        self.pre -= tag in ("pre", "xmp", "listing")

    def _text(self, text: str) -> None:
        if self.links:
            self.linked += len(squeeze(text))
        # A line break of the markup is a space; one of <br>, and any in <pre>, stays until the end.
        self.pieces.append(text if self.pre else _SPACE.sub(" ", text))

    def _flush(self) -> Iterator[Found]:
        text, linked = "".join(self.pieces), self.linked
        self.pieces, self.linked = [], 0
        for part in _PARAGRAPH.split(text):
            seen = squeeze(part)
            if seen and self.around:
                yield Found(self._block(seen), self.around[-1], min(linked, len(seen)))

    def _block(self, text: str) -> Block:
        for element in reversed(self.around):
            tag = str(element.tag)
            if tag in _HEADINGS:
                return Block(text, "heading", level=_HEADINGS[tag])
            if tag in _ROLES and not (tag == "li" and self._holds_paragraphs(element)):
                return Block(text, _ROLES[tag])
            if tag in ("table", "article", "section", "body"):
                break
        return Block(text)

    def _holds_paragraphs(self, item: HtmlElement) -> bool:
        """An item of a list that is a small text of its own, as in a live blog."""
        if item not in self.texts:
            inner = item.iterdescendants("p", "h2", "h3", "h4", "h5", "h6")
            self.texts[item] = len(list(islice(inner, 2))) == 2
        return self.texts[item]


def is_data(table: HtmlElement) -> bool:
    """Whether a table holds data, row by row, and isn't there to lay out a page."""
    if (table.get("role") or "").lower() in ("presentation", "none"):
        return False
    if (
        next(table.iterdescendants("table", "form", "article", "blockquote", "h1"), None)
        is not None
    ):
        return False
    if next(table.iterdescendants("th", "thead", "caption"), None) is not None:
        return True
    rows = [len([c for c in row if c.tag in ("td", "th")]) for row in table.iterdescendants("tr")]
    cells = [len(squeeze(cell.text_content())) for cell in table.iterdescendants("td")]
    return (
        len(rows) >= 2
        and sum(count >= 2 for count in rows) > len(rows) / 2
        and max(cells, default=0) <= _CELL
    )


def _rows(table: HtmlElement) -> Iterator[Found]:
    """A row is a block. A cell over several rows stands in each, as it is seen beside each."""
    for caption in table.iterchildren("caption"):
        if text := squeeze(caption.text_content()):
            yield Found(Block(text, "caption"), caption, 0)
    over: dict[int, tuple[int, str]] = {}  # column: rows it still spans, its text
    for row in table.iterdescendants("tr"):
        cells: list[str] = []
        for cell in (c for c in row if c.tag in ("td", "th")):
            _spanned(cells, over)
            text = cell_text(cell)
            rows = _number(cell.get("rowspan"))
            if rows > 1:
                over[len(cells)] = (rows - 1, text)
            cells += [text] + [""] * (_number(cell.get("colspan")) - 1)
        _spanned(cells, over)
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            yield Found(
                Block(" |".join(f" {cell}" if cell else "" for cell in cells).strip(), "row"),
                row,
                _linked(row),
            )


def _spanned(cells: list[str], over: dict[int, tuple[int, str]]) -> None:
    while (column := len(cells)) in over:
        left, text = over.pop(column)
        if left > 1:
            over[column] = (left - 1, text)
        cells.append(text)


def _number(value: str | None) -> int:
    """Of rows or columns; at most 50, whatever the page says."""
    return min(max(int(value), 1), 50) if value and re.fullmatch("[0-9]{1,4}", value) else 1


def cell_text(cell: HtmlElement) -> str:
    """All text of a cell; paragraphs and lines in it are parted by a space."""
    return " ".join(found.block.text for found in _Walk().over(cell))


def _linked(row: HtmlElement) -> int:
    return sum(len(squeeze(a.text_content())) for a in row.iterdescendants("a"))
