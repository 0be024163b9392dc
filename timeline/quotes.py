"""Finding quoted words in a document, and finding them again after it was corrected."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Collection
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from rapidfuzz import fuzz

from timeline.model import Citation, Document

How = Literal["exact", "spaces", "fuzzy"]

FUZZY = 88.0
"""Least similarity (0 to 100, rapidfuzz's partial ratio) at which a quote is the same words."""
CLEAR = 4.0
"""How much better than any other paragraph the best one has to be."""

SAME_WORDS = 85.0
"""Least similarity of date words that were misspelt and corrected, not changed."""

_DIGITS = re.compile(r"\d+")
_SPACE = re.compile(r"\s+")
_STOPS = ".,;:"
_ENDS = ".!?…"
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Found:
    """Where a quote stands: `paragraph` from 1, the words as they stand there, and how sure."""

    paragraph: int
    quote: str
    how: How


def squash(text: str) -> str:
    """The text with each run of white space as one space, none at its ends."""
    return _SPACE.sub(" ", text).strip()


def span(quote: str, text: str) -> tuple[int, int] | None:
    """Offsets of the quote in the text: to the letter, else with white space ignored."""
    if not quote.strip():
        return None
    at = text.find(quote)
    if at >= 0:
        return at, at + len(quote)
    match = _spaced(quote).search(text)
    return match.span() if match else None


def _spaced(quote: str) -> re.Pattern[str]:
    """The words of the quote with any white space between them."""
    return re.compile(r"\s+".join(map(re.escape, quote.split())))


def is_own(citation: Citation, document: Document) -> bool:
    """Whether a citation quotes this document, and not another source or an address."""
    elsewhere = citation.url or citation.source not in (None, document.source.name)
    return bool(citation.quote) and not elsewhere


def find(
    quote: str, document: Document, *, near: int | None = None, taken: Collection[int] = ()
) -> Found | None:
    """Where the quote stands in the document; `near` is the paragraph it stood in before.

    Exact before white space before fuzzy; in each, the paragraph nearest to `near` first.
    A fuzzy match needs FUZZY similarity and must be CLEAR of the next best paragraph. Words in
    the paragraphs `taken` are another quote's, and come last.
    """
    if not squash(quote):
        return None
    here = document.paragraph(near)
    if here and here.number not in taken and quote in here.text:
        return Found(here.number, quote, "exact")  # almost always; no need to sort
    if taken:
        others = tuple(p for p in document.paragraphs if p.number not in taken)
        found = find(quote, dataclasses.replace(document, paragraphs=others), near=near)
        return found or find(quote, document, near=near)
    order = sorted(document.paragraphs, key=lambda p: (abs(p.number - (near or 1)), p.number))
    for paragraph in order:
        if quote in paragraph.text:
            return Found(paragraph.number, quote, "exact")
    pattern = _spaced(quote)  # once for all paragraphs
    for paragraph in order:
        match = pattern.search(paragraph.text)
        if match:
            return Found(paragraph.number, match[0], "spaces")
    return _fuzzy(quote, document, near)


def follow(
    citation: Citation,
    document: Document,
    *,
    near: int | None = None,
    taken: Collection[int] = (),
) -> Citation | None:
    """The citation with the paragraph and the words its quote has now; None if it has none.

    `near` and `taken` are as in `find`; the search starts at the citation's own paragraph
    where `near` is left out. A correction is followed, a change of fact is not: other digits or
    other date words leave the citation adrift, so that a person looks again.
    """
    found = find(citation.quote, document, near=near or citation.paragraph, taken=taken)
    if found is None:
        return None
    if found.how != "fuzzy":
        return dataclasses.replace(citation, paragraph=found.paragraph)
    if _DIGITS.findall(found.quote) != _DIGITS.findall(citation.quote):
        return None
    said = citation.said
    if said and span(said, found.quote) is None:
        hit = fuzz.partial_ratio_alignment(said, found.quote)
        start, end = _whole_words(found.quote, hit.dest_start, hit.dest_end) if hit else (0, 0)
        said = found.quote[start:end]
        if fuzz.ratio(said, citation.said) < SAME_WORDS:
            return None
    return dataclasses.replace(citation, paragraph=found.paragraph, quote=found.quote, said=said)


def _fuzzy(quote: str, document: Document, near: int | None) -> Found | None:
    if len(quote) < 12:
        return None  # too few letters for likeness to mean anything
    scored = []
    for paragraph in document.paragraphs:
        if len(paragraph.text) < len(quote) * 0.6:
            continue
        hit = fuzz.partial_ratio_alignment(quote, paragraph.text, score_cutoff=FUZZY)
        if hit:
            distance = abs(paragraph.number - (near or paragraph.number))
            scored.append((hit.score, -distance, paragraph, hit.dest_start, hit.dest_end))
    if not scored:
        return None
    scored.sort(key=lambda row: row[:2], reverse=True)
    score, _, paragraph, start, end = scored[0]
    if len(scored) > 1 and score - scored[1][0] < CLEAR and paragraph.number != near:
        return None
    start, end = _best_window(quote, paragraph.text, start, end)
    return Found(paragraph.number, paragraph.text[start:end], "fuzzy")


def _best_window(quote: str, text: str, start: int, end: int) -> tuple[int, int]:
    """The span of whole words around (start, end) that is most like the quote.

    The alignment gives a window as long as the quote; a word put in or taken out moves its end.
    """
    slack = max(12, len(quote) // 4)
    edges = [m.span() for m in _WORD.finditer(text, max(0, start - slack), end + slack)]
    starts = [a for a, _ in edges if abs(a - start) <= slack]
    ends = [b for _, b in edges if abs(b - end) <= slack]
    first = max(starts or [start], key=lambda a: (fuzz.ratio(quote, text[a:end]), -abs(a - start)))
    last = max(
        (b for b in ends or [end] if b > first),
        key=lambda b: (fuzz.ratio(quote, text[first:b]), -abs(b - end)),
        default=end,
    )
    first, last = _with_ends(quote, text, *_whole_words(text, first, last))
    while last > first and text[last - 1] in _STOPS and quote[-1] not in _STOPS:
        last -= 1
    return first, last


def _with_ends(quote: str, text: str, start: int, end: int) -> tuple[int, int]:
    """The span with as many words at its ends as the quote had there: they are other words now.

    By letters alone, a quote whose subject was corrected would go on without one. Nothing is
    taken from another sentence, and no figure that was not quoted.
    """
    old, now = quote.split(), text[start:end].split()
    same = SequenceMatcher(None, old, now, autojunk=False).get_matching_blocks()[:-1]
    if not same:
        return start, end
    before = list(_WORD.finditer(text, 0, start))[::-1]
    for word in before[: max(0, same[0].a - same[0].b)]:
        if word[0][-1] in _ENDS or _DIGITS.search(word[0]):
            break
        start = word.start()
    left = len(old) - len(now) - (same[-1].a - same[-1].b)
    for word in list(_WORD.finditer(text, end))[: max(0, left)]:
        if text[end - 1] in _ENDS or _DIGITS.search(word[0]):
            break
        end = word.end()
    return start, end


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The span widened so that it cuts no word, and trimmed of white space."""
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
