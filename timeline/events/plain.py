"""Clauses without a language model: cut at punctuation, joining words and relatives.

Coarser than the tree, same shape: each dated expression gives the piece of its sentence that has
a verb (or an event noun), a subject found before it, and a title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.events.draft import Context, Draft, asks
from timeline.events.english import is_event_noun
from timeline.events.kind import is_ahead, kind_of
from timeline.events.names import NAME
from timeline.events.plain_names import names_of
from timeline.events.plain_title import WORD, Piece, make_title, verb_at
from timeline.events.plain_unreal import tells_nothing
from timeline.events.reference import Resolver
from timeline.model import Mention

_SUBORDINATE = "while because although though whereas unless since after before until when where if"
_BREAK = re.compile(
    r"\s*[;:]\s+|,\s+(?:and |but |or |so )?|\s+[–—-]+\s+|\s+(?=and |but |or )"
    rf"|\s+(?=(?:who|which|that|{'|'.join(_SUBORDINATE.split())})\s)"
)
_OPENER = re.compile(
    rf"(?:(?P<join>and|but|or|so)|(?P<relative>who|which|that)|{'|'.join(_SUBORDINATE.split())})\s+"
)
_ENOUGH = 3
# Letters of scripts that put no spaces between words: Thai to Lao, Burmese, Khmer, kana, Han.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_FARTHEST = 3
_LEADS_ON = re.compile(r"(?:in|at|on|during|by|with|[a-z]+ing) |(?P<cleft>it (?:was|is) )", re.I)
_LISTED = re.compile(rf"(?:{NAME.pattern})(?:,| and | or )")


def draft_events(context: Context) -> tuple[Draft, ...]:
    """The events of one sentence, in the order of their date words; of a question none."""
    if asks(context.text):
        return ()
    pieces = list(_pieces(context))
    resolver = Resolver(context.names, context.before, context.text, context.introductions)
    drafts: dict[tuple[int, int], Draft] = {}
    for mention in context.mentions:
        piece = _piece_of(context, pieces, mention)
        if piece is None or _is_unreal(context, piece, mention):
            continue
        known = drafts.get((piece.start, piece.end))
        if known is None or len(mention.when or "") > len(known.mention.when or ""):
            drafts[piece.start, piece.end] = _draft(context, pieces, piece, mention, resolver)
    if context.leading is not None:
        piece = next((p for p in pieces if _happens(context, p.start, p.end)), None)
        if piece is not None and (piece.start, piece.end) not in drafts:
            draft = _draft(context, pieces, piece, context.leading, resolver)
            drafts[-1, -1] = replace(draft, start=context.leading.start)
    titled = (draft for draft in drafts.values() if draft.title)  # else there were date words alone
    return tuple(sorted(titled, key=lambda draft: draft.mention.start))


def _is_unreal(context: Context, piece: Piece, mention: Mention) -> bool:
    if context.language != "en":
        return False
    opener = f"{piece.opener} " if piece.opener in ("if", "unless", "whether") else ""
    text = opener + context.text[piece.start : piece.end]
    before = context.text[piece.start : mention.start]
    return tells_nothing(text, before, ahead=is_ahead(mention.when, context.published))


def _pieces(context: Context) -> Iterator[Piece]:
    start, text = 0, context.text
    for found in _BREAK.finditer(text):
        inside = any(m.start - 1 <= found.start() < m.end for m in context.mentions)
        if inside or not _is_break(context, found, start):
            continue
        yield from _opened(text, start, found.start())
        start = found.end()
    yield from _opened(text, start, len(text.rstrip(" .!?")))


def _is_break(context: Context, found: re.Match[str], start: int) -> bool:
    opener = _OPENER.match(context.text, found.end())
    if opener is None:
        return bool(found.group().strip())
    after = opener.end()
    if opener["join"]:
        left, right = context.text[start : found.start()], context.text[after : after + 40]
        joined = verb_at(right) is not None and (verb_at(left) is not None or verb_at(right) == 0)
        return bool(found.group().strip()) or joined
    # "since March", "after two weeks": part of the date, not of a clause
    return not any(m.start - 4 <= after <= m.end for m in context.mentions)


def _opened(text: str, start: int, end: int) -> Iterator[Piece]:
    opener = _OPENER.match(text, start, end)
    if start < end:
        yield Piece(
            opener.end() if opener else start, end, opener.group().strip() if opener else ""
        )


def _happens(context: Context, start: int, end: int, *, without: str = "") -> bool:
    """Whether a stretch names an event; in languages whose words aren't known, whether it says
    anything besides the date."""
    text = context.text[start:end].replace(without, "") if without else context.text[start:end]
    if context.language != "en":
        return len(WORD.findall(text)) >= _ENOUGH or len(_UNSPACED.findall(text)) > 2 * _ENOUGH
    return _is_event(text)


def _is_event(text: str) -> bool:
    return verb_at(text) is not None or any(
        is_event_noun(w.group()) for w in WORD.finditer(text) if w.group()[0].islower()
    )


def _piece_of(context: Context, pieces: list[Piece], mention: Mention) -> Piece | None:
    """The piece that holds the expression, joined with its neighbour until something happens."""
    at = next((i for i, p in enumerate(pieces) if p.start <= mention.start < p.end), None)
    if at is None:
        return None
    first = last = at
    while not _stands_alone(context, pieces, first, last, mention):
        if (first == 0 or pieces[first].start == mention.start) and last + 1 < len(pieces):
            last += 1
        elif first > 0:
            first -= 1
        else:
            break
        if last - first > _FARTHEST:
            return None
    if not _happens(context, pieces[first].start, pieces[last].end, without=mention.text):
        return None
    while first > 0 and _continues_list(context.text, pieces[first - 1], pieces[first]):
        first -= 1
    return Piece(pieces[first].start, pieces[last].end, pieces[first].opener)


def _stands_alone(
    context: Context, pieces: Sequence[Piece], first: int, last: int, mention: Mention
) -> bool:
    """Whether these pieces say what happens. "At a briefing on Monday," leads to what does, and
    so do "Speaking on Monday," and "It was on Monday"."""
    start, end = pieces[first].start, pieces[last].end
    if not _happens(context, start, end, without=mention.text):
        return False
    leads = first == 0 and last + 1 < len(pieces) and _LEADS_ON.match(context.text, start, end)
    if not leads:
        return True
    cleft = leads["cleft"] is not None and end - mention.end < _ENOUGH
    return not cleft and (
        leads["cleft"] is not None or verb_at(context.text[start:end]) is not None
    )


def _continues_list(text: str, before: Piece, piece: Piece) -> bool:
    """ "the leaders of Norland, | Suder and Halden met": a list of names is one subject."""
    between = text[before.end : piece.start].strip()
    words = text[before.start : before.end]
    listed = _LISTED.match(text, piece.start)
    return between == "," and listed is not None and verb_at(words) is None and _named_last(words)


def _named_last(text: str) -> bool:
    return text.rpartition(" ")[2][:1].isupper()


def _draft(
    context: Context, pieces: Sequence[Piece], piece: Piece, mention: Mention, resolver: Resolver
) -> Draft:
    text, ahead = context.text[piece.start : piece.end], is_ahead(mention.when, context.published)
    title = make_title(context, pieces, piece, resolver)
    who, where = names_of(context.names, title)
    return Draft(
        mention,
        piece.start,
        piece.end,
        title,
        kind_of(text, above=_speaker(context, piece), ahead=ahead),
        who or names_of(context.names, context.text)[0],
        where,
    )


def _speaker(context: Context, piece: Piece) -> str:
    """The last words before a that-clause: "the ministry denied that"."""
    return context.text[: piece.start].rpartition(",")[2][-60:] if piece.opener == "that" else ""
