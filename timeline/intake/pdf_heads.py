"""What stands at the head or foot of page after page, and page numbers: no text of the article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.intake.pdf_page import Row, Word, rows

_DEPTH = 4  # rows from the edge of a page that may be a running head
_HEIGHT = 3.0  # points by which its place may differ from page to page
_NUMBER = re.compile(
    r"[-–—\[(| ]*(?:(?:page|seite|p\.|página|pagina)\s*)?"
    r"\d{1,4}(?:\s*(?:of|/|von|de|sur|di)\s*\d{1,4})?[-–—\])| ]*",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"[ivxlc]{1,7}", re.IGNORECASE)
_BROWSER_FOOT = re.compile(r"((?:https?|file)://\S+)\s+(\d+/\d+)")
_BROWSER_HEAD = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}[:.]\d\d\b.*")

Page = tuple[Word, ...]


def without_heads(pages: Sequence[Page]) -> tuple[list[Page], list[str]]:
    """The pages without running heads and feet, and the text of each of those once, in order."""
    tables = [rows(page) for page in pages]
    taken: list[set[int]] = [set() for _ in pages]
    for from_top in (True, False):
        edges = [_edge(table, from_top=from_top) for table in tables]
        for page, marked in enumerate(_running(edges, tables, top=from_top)):
            taken[page] |= marked
        for page, table in enumerate(tables):
            taken[page] |= _numbers(table, edges[page], taken[page], page + 1, top=from_top)
    texts = [
        _text(table[n]) for table, marked in zip(tables, taken, strict=True) for n in sorted(marked)
    ]
    kept = [
        tuple(w for w in page if not any(w in table[n] for n in marked))
        for page, table, marked in zip(pages, tables, taken, strict=True)
    ]
    return kept, list(dict.fromkeys(texts))


def printed_address(texts: Sequence[str]) -> str | None:
    """The address that a browser printed at the foot of its pages."""
    found = (match[1] for text in texts if (match := _BROWSER_FOOT.fullmatch(text)))
    return next((address for address in found if address.startswith("http")), None)


def printed_at(text: str) -> bool:
    """Whether a head is a browser's, with the day of printing in it."""
    return bool(_BROWSER_HEAD.fullmatch(text))


def _edge(table: Sequence[Row], *, from_top: bool) -> list[int]:
    order = range(len(table)) if from_top else range(len(table) - 1, -1, -1)
    return list(order)[:_DEPTH]


def _running(
    edges: Sequence[list[int]], tables: Sequence[list[Row]], *, top: bool
) -> list[set[int]]:
    """Rows from the edge inwards that another page has too, at the same height."""
    seen: dict[str, list[tuple[int, float]]] = {}
    for page, edge in enumerate(edges):
        for n in edge:
            seen.setdefault(_key(tables[page][n]), []).append((page, tables[page][n][0].y))
    heights: list[float] = []
    marked: list[set[int]] = []
    for page, edge in enumerate(edges):
        marked.append(set())
        for n in edge:
            y = tables[page][n][0].y
            key = _key(tables[page][n])
            if not any(p != page and abs(y - other) <= _HEIGHT for p, other in seen[key]):
                break
            marked[-1].add(n)
            heights.append(y)
    _counting(edges, tables, marked, top=top)
    for page, edge in enumerate(edges):  # a head that is on this page alone, such as a chapter's
        for n in edge[len(marked[page]) :]:
            row = tables[page][n]
            same = any(abs(row[0].y - y) <= _HEIGHT for y in heights)
            if not (same and (_is_number(row[0].text) or _is_number(row[-1].text))):
                break
            marked[page].add(n)
    return marked


def _counting(
    edges: Sequence[list[int]],
    tables: Sequence[list[Row]],
    marked: Sequence[set[int]],
    *,
    top: bool,
) -> None:
    """Mark outermost rows whose first or last word counts the pages, whatever else they say."""
    seen: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for page, edge in enumerate(edges):
        for n in edge[len(marked[page]) :][:1]:
            row = tables[page][n]
            noted = not top and len(row) > 1 and row[1].x0 - row[0].x1 < 1.5 * row[0].size
            for word in {row[-1].text} if noted else {row[0].text, row[-1].text}:
                if re.fullmatch(r"\d{1,4}", word):
                    seen.setdefault((int(word) - page, round(row[0].y / 4)), []).append((page, n))
    for places in seen.values():
        for page, n in places if len(places) > 1 else ():
            marked[page].add(n)


def _numbers(table: Sequence[Row], edge: list[int], taken: set[int], page: int, *, top: bool
             ) -> set[int]:  # fmt: skip
    """A page number where no other page shows that it is one, and what a browser prints."""
    rest = [n for n in edge if n not in taken]
    if len(table) < 2 or not rest:
        return set()
    text = _text(table[rest[0]])
    if _BROWSER_FOOT.fullmatch(text) or (top and _BROWSER_HEAD.fullmatch(text)):
        return {rest[0]}
    alone = _NUMBER.fullmatch(text) and (not top or text.strip("-–—[]()| ") == str(page))
    return {rest[0]} if alone else set()


def _key(row: Row) -> str:
    text = _text(row)
    return "#" if _ROMAN.fullmatch(text) else re.sub(r"\d+", "#", text)


def _is_number(word: str) -> bool:
    return bool(re.fullmatch(r"\d{1,4}", word) or _ROMAN.fullmatch(word))


def _text(row: Row) -> str:
    return " ".join(word.text for word in row)
