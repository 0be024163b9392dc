"""Titles without a language model: the piece of a sentence, cleaned, with a subject before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.events.draft import Context
from timeline.events.english import POSSESSIVES, SAYING, SUBJECT_PRONOUNS
from timeline.events.names import NAME, Names, strip_titles
from timeline.events.phrases import LONGEST, SHORTEST, cut, tidy
from timeline.events.plain_dates import without_dates
from timeline.events.reference import Resolver
from timeline.events.verbs import is_verb
from timeline.events.words import words

WORD = re.compile(r"[\w’'.-]*\w")
_RELATIVE = frozenset({"who", "which", "that"})
_PREPOSITIONS = words("in at near from into outside inside across off")
_NOUN_ENDS = _PREPOSITIONS | {"of", "to", "by", "with"}
_LOWERED = words("the a an his her its their this these there it he she they in on at")
_OPENING = re.compile(
    r"^(?:it (?:was|is)\s+that\s+)?"
    r"(?:(?:meanwhile|however|moreover|also|but|and|so|then|later|although|though|because),?\s+)*",
    re.I,
)
_LEADING = re.compile(
    r"^(?:in addition to|including|during|after|before|since|following|despite|amid|as of)\s+", re.I
)
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_ATTRIBUTION = re.compile(r",?\s+according to .*$")
_TIME_PHRASE = re.compile(
    r"\s(?:for|in|over|within) (?:the |an? )?(?:\w+ )?(?:first time|years?|months?|weeks?|days?)\b"
)
_ARTICLE = re.compile(
    r"^(?:the|an?|th(?:is|ese|at|ose)) (?!\d|two|three|four|five|six|seven|eight|nine|ten)", re.I
)
_BARE_NOUN = re.compile(r"((?:[Tt]he two|[Bb]oth|[Tt]he) [a-z-]+) ([\w’'-]+)")
_LAST_RELATIVE = re.compile(r"^(.*)\b(?:who|which)\b", re.S)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the sentence between two breaks; `opener` is the word it hangs by."""

    start: int
    end: int
    opener: str = ""


def verb_at(text: str) -> int | None:
    """Where the first verb of a piece stands."""
    before = ""
    for word in WORD.finditer(text):
        if is_verb(word.group()) and before not in ("the", "a", "an", "of", "its", "his", "her"):
            return word.start()
        before = word.group().lower()
    return None


def make_title(context: Context, pieces: Sequence[Piece], piece: Piece, resolver: Resolver) -> str:
    """The title of one piece of a sentence, at most 90 characters."""
    text = " ".join(without_dates(context, piece.start, piece.end).split()).lstrip(" ,;:.–—-")
    text = _ATTRIBUTION.sub("", _BRACKETS.sub("", _OPENING.sub("", text)))
    if verb_at(text) is None:
        text = _LEADING.sub("", text)
    text = _with_subject(context, piece, text, resolver)
    text = _with_speech(context, pieces, piece, tidy(text))
    shorter = _ARTICLE.sub("", text)
    text = tidy(shorter) if len(shorter) >= SHORTEST else text
    if len(text) > LONGEST:
        text = _TIME_PHRASE.sub("", _without_titles(text, context.names))
    full = context.names.expand(text)
    return cut(full if len(full) <= LONGEST else text)


def _with_subject(context: Context, piece: Piece, text: str, resolver: Resolver) -> str:
    verb = verb_at(text)
    first = text.partition(" ")[0]
    bare = first.lower().rstrip(",")
    adverb = first.endswith("ly") and verb == len(first) + 1
    adverb = adverb or (first.endswith("ing") and first[:1].islower() and verb is None)
    if verb == 0 or adverb or (piece.opener in _RELATIVE and verb is not None and verb < 12):
        subject = _subject_before(context, piece)
        return f"{subject} {text}" if subject else text
    if bare in SUBJECT_PRONOUNS or bare in POSSESSIVES:
        known = resolver.resolve(bare)
        if known:
            return f"{known}{'’s' if bare in POSSESSIVES else ''}{text[len(first) :]}"
        return text[len(first) :]
    noun = _BARE_NOUN.match(text)
    known = resolver.resolve(noun[1]) if noun and is_verb(noun[2]) else None
    return f"{known}{text[noun.end(1) :]}" if noun and known else text


def _with_speech(context: Context, pieces: Sequence[Piece], piece: Piece, text: str) -> str:
    """A bare "the ministry announced" with what it announced, from the piece beside it."""
    if text.rpartition(" ")[2].lower() not in SAYING or len(text) > LONGEST // 2:
        return text
    at = next((i for i, p in enumerate(pieces) if p.start <= piece.start < p.end), 0)
    after = pieces[at + 1] if at + 1 < len(pieces) and pieces[at + 1].opener == "that" else None
    beside = after or (pieces[0] if at > 0 and pieces[0].start < piece.start else None)
    if beside is None or beside.end > context.text.find(text.rpartition(" ")[2]) > beside.start:
        return text
    said = tidy(without_dates(context, beside.start, beside.end)).strip('“”"')
    first = said.partition(" ")[0]
    lower = first.lower() if first.lower() in _LOWERED else first
    return f"{text} {lower}{said[len(first) :]}"


def _without_titles(text: str, names: Names) -> str:
    """ "President Vera Orr" to "Vera Orr", where room is short."""

    def bare(match: re.Match[str]) -> str:
        name = strip_titles(match.group())
        return name if names.is_person(name) else match.group()

    return NAME.sub(bare, text)


def _subject_before(context: Context, piece: Piece) -> str:
    """The noun a relative hangs from, or the subject of the sentence for a second verb."""
    before = context.text[: piece.start].rstrip(" ,")
    relative = _LAST_RELATIVE.match(before)
    if piece.opener in _RELATIVE:
        return _last_noun(before.removesuffix(piece.opener))
    if relative and piece.opener in ("and", "but", "or", ""):
        return _last_noun(relative[1])
    verb = verb_at(before)
    if verb is None:
        subject = re.split(r"[,;:–—]\s+", before)[0]
    else:
        subject = re.split(r"[,;:–—]\s+", before[:verb].strip(" ,"))[-1]
    return "" if subject.lower() in SUBJECT_PRONOUNS else subject


def _last_noun(before: str) -> str:
    """The noun phrase that a text ends with: back to its preposition or verb."""
    parts = before.rstrip(" ,").split()[-6:]
    for index in range(len(parts) - 1, 0, -1):
        previous = parts[index - 1].lower()
        if previous.strip(",") in _NOUN_ENDS or previous.endswith(",") or is_verb(parts[index - 1]):
            return " ".join(parts[index:])
    return " ".join(parts)
