"""Clauses without a language model: cut at punctuation, joining words and relatives.

Coarser than the tree, same shape: each dated expression gives the piece of its sentence that has
a verb (or an event noun), a subject found before it, and a title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from timeline.events.draft import Context, Draft
from timeline.events.english import (
    POSSESSIVES,
    SAYING,
    SUBJECT_PRONOUNS,
    TITLES,
    is_event_noun,
)
from timeline.events.gazetteer import is_organisation, is_place
from timeline.events.kind import is_ahead, kind_of
from timeline.events.names import NAME, Names
from timeline.events.phrases import LONGEST, cut, tidy
from timeline.events.reference import Resolver
from timeline.events.words import words
from timeline.model import Mention

_WORD = re.compile(r"[\w’'.-]*\w")
_AUXILIARY = words(
    """
    is are was were be been has have had will would can could may might shall should must do
    does did won’t didn’t isn’t wasn’t weren’t hasn’t haven’t hadn’t
    """
)
_PAST = words(
    """
    met said told took made gave went came became began broke brought built bought caught chose
    cut did drew drove fell fought found fled flew forbade got grew held hit kept knew led left
    lost meant paid put quit read rose ran saw sold sent set shot shut sank slew spoke spent
    stood struck swore swept taught thought threw understood won wrote withdrew overthrew
    overtook undertook beat bit blew burnt dealt dug fed felt hid hurt laid lay lent let rang
    rode sang sat shook shone slid split spread stole stuck sought swam swung tore woke wore
    wept reads meets says plans expects hopes intends wants agrees remains
    """
)
_NO_VERB = words("united need red hundred breed seed speed bed shed indeed armed")
_SUBORDINATE = "while because although though whereas unless since after before until when where if"
_RELATIVE = words("who which that")
_BREAK = re.compile(
    r"\s*[;:]\s+|,\s+(?:and |but |or |so )?|\s+[–—-]+\s+|\s+(?=and |but |or )"
    rf"|\s+(?=(?:who|which|that|{'|'.join(_SUBORDINATE.split())})\s)"
)
_OPENER = re.compile(
    rf"(?:(?P<join>and|but|or|so)|(?P<relative>who|which|that)|{'|'.join(_SUBORDINATE.split())})\s+"
)
_BEFORE_DATE = re.compile(
    r"(?:\b(?:also|only|back|early|late|earlier|later|just|about|around|the)\s+)*"
    r"\b(?:in|on|at|by|since|until|till|during|from|between|over|within|for|of|before|after|through"
    r"|throughout|around|near|the)\s+(?:(?:the|early|late|mid)\s+)*$",
    re.I,
)
_PREPOSITIONS = words("in at near from into outside inside across off")
_CONNECTIVE = re.compile(r"^(?:meanwhile|however|moreover|also|but|and|so|then|later),?\s+", re.I)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of the sentence between two breaks; `opener` is the word it hangs by."""

    start: int
    end: int
    opener: str = ""


def draft_events(context: Context) -> tuple[Draft, ...]:
    """The events of one sentence, in the order of their date words."""
    pieces = list(_pieces(context))
    resolver = Resolver(context.names, context.before, context.text)
    drafts: dict[tuple[int, int], Draft] = {}
    for mention in context.mentions:
        piece = _piece_of(context, pieces, mention)
        if piece is None:
            continue
        known = drafts.get((piece.start, piece.end))
        if known is None or len(mention.when or "") > len(known.mention.when or ""):
            drafts[piece.start, piece.end] = _draft(context, piece, mention, resolver)
    if context.leading is not None:
        piece = next((p for p in pieces if _is_event(context.text[p.start : p.end])), None)
        if piece is not None and (piece.start, piece.end) not in drafts:
            draft = _draft(context, piece, context.leading, resolver)
            drafts[-1, -1] = replace(draft, start=context.leading.start)
    return tuple(sorted(drafts.values(), key=lambda draft: draft.mention.start))


def _pieces(context: Context) -> Iterator[_Piece]:
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
        joined = _verb_at(right) is not None and (
            _verb_at(left) is not None or _verb_at(right) == 0
        )
        return bool(found.group().strip()) or joined
    # "since March", "after two weeks": part of the date, not of a clause
    return not any(m.start - 4 <= after <= m.end for m in context.mentions)


def _opened(text: str, start: int, end: int) -> Iterator[_Piece]:
    opener = _OPENER.match(text, start, end)
    if start < end:
        yield _Piece(
            opener.end() if opener else start, end, opener.group().strip() if opener else ""
        )


def _is_verb(word: str) -> bool:
    lower = word.lower()
    if lower in _AUXILIARY or lower in _PAST or lower.endswith(("n’t", "n't")):
        return True
    return len(lower) > 4 and lower.endswith("ed") and lower not in _NO_VERB and word[0].islower()


def _verb_at(text: str) -> int | None:
    """Where the first verb of a piece stands."""
    before = ""
    for word in _WORD.finditer(text):
        if _is_verb(word.group()) and before not in ("the", "a", "an", "of", "its", "his", "her"):
            return word.start()
        before = word.group().lower()
    return None


def _is_event(text: str) -> bool:
    return _verb_at(text) is not None or any(
        is_event_noun(w.group()) for w in _WORD.finditer(text) if w.group()[0].islower()
    )


def _piece_of(context: Context, pieces: list[_Piece], mention: Mention) -> _Piece | None:
    """The piece that holds the expression, joined with its neighbour until something happens."""
    at = next((i for i, p in enumerate(pieces) if p.start <= mention.start < p.end), None)
    if at is None:
        return None
    first = last = at
    while not _is_event(
        context.text[pieces[first].start : pieces[last].end].replace(mention.text, "")
    ):
        if (first == 0 or pieces[first].start == mention.start) and last + 1 < len(pieces):
            last += 1
        elif first > 0:
            first -= 1
        else:
            return None
        if last - first > 3:
            return None
    return _Piece(pieces[first].start, pieces[last].end, pieces[first].opener)


def _draft(context: Context, piece: _Piece, mention: Mention, resolver: Resolver) -> Draft:
    text, ahead = context.text[piece.start : piece.end], is_ahead(mention.when, context.published)
    title = _title(context, piece, resolver)
    full = context.names.expand(title)
    who, where = _names(context.names, title)
    return Draft(
        mention,
        piece.start,
        piece.end,
        full if len(full) <= LONGEST else title,
        kind_of(text, above=_speaker(context, piece), ahead=ahead),
        who,
        where,
    )


def _speaker(context: Context, piece: _Piece) -> str:
    """The last words before a that-clause: "the ministry denied that"."""
    return context.text[: piece.start].rpartition(",")[2][-60:] if piece.opener == "that" else ""


def _title(context: Context, piece: _Piece, resolver: Resolver) -> str:
    text = " ".join(_without_dates(context, piece).split()).lstrip(" ,;:.–—-")
    text = _CONNECTIVE.sub("", text)
    verb = _verb_at(text)
    first = text.partition(" ")[0]
    bare = first.lower().rstrip(",")
    if verb == 0 or (piece.opener in _RELATIVE and verb is not None and verb < 12):
        subject = _subject_before(context, piece)
        text = f"{subject} {text}" if subject else text
    elif bare in SUBJECT_PRONOUNS or bare in POSSESSIVES:
        known = resolver.resolve(bare)
        if known:
            text = f"{known}{'’s' if bare in POSSESSIVES else ''}{text[len(first) :]}"
        elif bare in SUBJECT_PRONOUNS:
            text = text[len(first) :]
    return cut(tidy(text))


def _without_dates(context: Context, piece: _Piece) -> str:
    out, at = "", piece.start
    for mention in context.mentions:
        if not piece.start <= mention.start < piece.end:
            continue
        before = context.text[at : mention.start]
        after = context.text[mention.end : mention.end + 2]
        if not after.startswith(("’s", "'s")) and not re.match(r"\s\w", after):
            before = _BEFORE_DATE.sub("", before)
        elif (found := _BEFORE_DATE.search(before)) and not found.group().lower().startswith("the"):
            before = before[: found.start()]
        out += before
        at = mention.end + (2 if after in ("’s", "'s") else 0)
    return f"{out} {context.text[at : piece.end]}" if at < piece.end else out


def _subject_before(context: Context, piece: _Piece) -> str:
    """The noun a relative hangs from, or the subject of the sentence for a second verb."""
    before = context.text[: piece.start].rstrip(" ,")
    if piece.opener in _RELATIVE:
        words = before.removesuffix(piece.opener).rstrip(" ,").split()
        while words and (_is_verb(words[0]) or len(words) > 6):
            words = words[1:]
        for index in range(len(words) - 1, 0, -1):
            if words[index - 1].lower().strip(",") in (
                *_PREPOSITIONS,
                "of",
                "to",
                "by",
                "with",
            ) or _is_verb(words[index - 1]):
                return " ".join(words[index:])
        return " ".join(words)
    verb = _verb_at(before)
    subject = before[:verb].strip(" ,") if verb else ""
    subject = _BREAK.split(subject)[-1] if "," in subject else subject
    return "" if subject.lower() in SUBJECT_PRONOUNS else subject


def _names(names: Names, title: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    who: dict[str, None] = {}
    where: dict[str, None] = {}
    verb = _verb_at(title)
    for found in NAME.finditer(title):
        word = found.group()
        name = names.full(word)
        before = title[: found.start()].split()
        locative = bool(before) and before[-1].lower() in _PREPOSITIONS
        lone = found.start() == 0 and " " not in word and not names.is_person(name)
        known = is_place(name) or is_organisation(name)
        if lone and not known and verb is not None and verb > len(word) + 1:
            continue
        if (is_place(name) and (locative or (verb is not None and found.start() > verb))) or (
            locative and not names.is_person(name) and not is_organisation(name)
        ):
            where[name] = None
        elif name.lower() not in TITLES | SAYING:
            who[name] = None
    return tuple(who), tuple(w for w in where if w not in who)
