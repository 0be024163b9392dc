"""Quotes in their paragraphs: which words are marked, and how much stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from timeline.quotes import span

AROUND = 160
"""Characters of context shown on either side of a quote on the timeline, at most."""

# Good enough for cutting: a wrong guess ("Gen. Smith") costs a few words of context.
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]?[^\W\d_a-zà-ÿ]|$)|[。！？]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text. `said` marks the words that carry the date."""

    text: str
    said: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A quote and what stands around it, cut at words. The quote is never cut."""

    before: str
    quote: tuple[Piece, ...]
    after: str


@dataclass(frozen=True, slots=True)
class Cited:
    """A stretch of a paragraph, and the keys of the quotes that cover it, shortest quote first."""

    text: str
    keys: tuple[str, ...] = ()


def passage(quote: str, said: str, paragraph: str | None) -> Passage:
    """The quote as it stands in its paragraph; alone where it is not found or none is given."""
    place = span(quote, paragraph) if paragraph is not None else None
    if place is None or paragraph is None:
        return Passage("", _pieces(quote, said), "")
    start, end = place
    return Passage(
        _tail(paragraph[:start]), _pieces(paragraph[start:end], said), _head(paragraph[end:])
    )


def cited(paragraph: str, quotes: Iterable[tuple[str, str]]) -> tuple[Cited, ...]:
    """The paragraph in stretches, cut wherever a quote begins or ends.

    `quotes` are pairs of key and quote; those not found in the paragraph are left out.
    """
    spans = [(place, key) for key, quote in quotes if (place := span(quote, paragraph))]
    spans.sort(key=lambda item: (item[0][1] - item[0][0], item[1]))
    cuts = sorted({0, len(paragraph), *(end for place, _ in spans for end in place)})
    return tuple(
        Cited(
            paragraph[start:end],
            tuple(key for place, key in spans if place[0] <= start and end <= place[1]),
        )
        for start, end in pairwise(cuts)
    )


def _pieces(quote: str, said: str) -> tuple[Piece, ...]:
    place = span(said, quote)
    if place is None:
        return (Piece(quote),)
    start, end = place
    pieces = (Piece(quote[:start]), Piece(quote[start:end], said=True), Piece(quote[end:]))
    return tuple(piece for piece in pieces if piece.text)


def _tail(text: str) -> str:
    """The end of what precedes a quote: whole sentences if any fit, else whole words."""
    if len(text) <= AROUND:
        return text
    start = len(text) - AROUND
    ends = [end.end() for end in _SENTENCE_END.finditer(text) if end.end() >= start]
    if ends:
        return f"… {text[ends[0] :]}"
    return f"… {text[start:].partition(' ')[2]}"


def _head(text: str) -> str:
    """The beginning of what follows a quote, cut in the same way."""
    if len(text) <= AROUND:
        return text
    ends = [end.end() for end in _SENTENCE_END.finditer(text, 0, AROUND)]
    if ends:
        return f"{text[: ends[-1]]}…"
    return f"{text[:AROUND].rpartition(' ')[0]} …"
