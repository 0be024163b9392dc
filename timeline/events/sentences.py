"""Where sentences begin and end: one deterministic rule set, with or without a language model.

An event's identity rests on its sentence, so this split must not depend on what is installed.
Of the three usual doubts (abbreviation, initial, closing quote) a full stop that could be part
of an abbreviation ends a sentence only where the next word is one that opens sentences.
"""

from __future__ import annotations

import re

from timeline.events.words import words

# Stops with the quotes and brackets that close behind them, then space, then whatever opens next.
_STOP = re.compile(r"(?:[.!?…]+[\"'”’»)\]]*(?:\[\d+\])*(?=\s)\s+|[。！？।։؟]+[」』”]*\s*)")
_NEXT = re.compile(r"[\"'`“‘«„(\[¿¡–—-]*\s?(?P<word>\w[\w'’.-]*)")
_LAST_WORD = re.compile(r"[^\s(\[\"“‘'—–/]+$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+(?:-[^\W\d_]\.)*$")

# Always followed by the name or number they belong to.
_BEFORE_NAMES = words(
    """
    mr mrs ms mx dr prof rev fr sr sen sens rep reps gov govs gen col lt maj capt cmdr adm sgt
    cpl pvt pres supt hon msgr st ste mt ft messrs mme mlle vs v no nos art fig vol pp ca approx
    op cf e.g i.e u.s.s h.m.s mons amb atty insp det brig dist sec nr bzw z.b d.h
    """
)
# May also close a sentence.
_MAY_END = words(
    """
    u.s u.k u.n e.u u.a.e u.s.a u.s.s.r d.c n.y l.a a.m p.m b.c a.d jr inc ltd co corp bros etc
    al ave blvd rd dept univ est assn cie jan feb mar apr jun jul aug sep sept oct nov dec mon
    tue tues wed thu thur thurs fri sat sun ph.d m.d b.a m.a ala ariz calif colo conn del fla ga
    ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa tenn tex vt va wash wis
    wyo
    """
)
_MONTHS = words("jan feb mar apr jun jul aug sep sept oct nov dec")
# After an ordinal ("am 16. März"), in the language that gives its months a capital.
_AFTER_ORDINAL = words(
    """
    januar jänner februar märz april mai juni juli august september oktober november dezember
    jahrhundert jahrhunderts jahrestag geburtstag
    """
)
_OPENERS = words(
    """
    the a an in on at for from by with under after before since during until as when while where
    although though if but and or so yet however meanwhile he she it they we i you his her its
    their our my this that these those there then here both each some many most all no not one
    two three several last next earlier later also still what who why how according to of about
    officials police authorities state hours days weeks months years mr mrs ms dr
    """
)
_ASKED = re.compile(r"(?:\w+\s){1,4}?(?:said|says|asked|asks|wrote|added|replied|shouted)\b")


def split(text: str) -> tuple[tuple[int, int], ...]:
    """The sentences of a paragraph as (start, end) offsets, in order, without outer spaces.

    Every character that is not space stands in exactly one sentence. Closing quotes and brackets
    stay with the sentence they close.
    """
    spans: list[tuple[int, int]] = []
    start = len(text) - len(text.lstrip())
    for stop in _STOP.finditer(text):
        if stop.end() < len(text) and _is_boundary(text, start, stop):
            spans.append((start, stop.start() + len(stop.group().rstrip())))
            start = stop.end()
    end = len(text.rstrip())
    if start < end:
        spans.append((start, end))
    return tuple(spans)


def _is_boundary(text: str, start: int, stop: re.Match[str]) -> bool:
    mark = stop.group().rstrip()
    if mark[0] in "。！？।։؟":
        return True
    opening = _NEXT.match(text, stop.end())
    if opening is None or opening["word"][0].islower():
        return False
    if mark[0] in "!?":
        return not (len(mark) > 1 and _ASKED.match(text, opening.start("word")))
    if mark.startswith(("..", "…")) or not mark.startswith("."):
        return True
    last = _LAST_WORD.search(text, start, stop.start() + 1)
    return last is None or not _belongs_together(last.group(), mark, opening["word"])


def _belongs_together(last: str, mark: str, following: str) -> bool:
    """Whether the full stop after `last` marks an abbreviation that runs on into `following`."""
    bare = last.rstrip(".").lower()
    closed = len(mark) > 1
    if bare in _BEFORE_NAMES:
        # "No." is a number only before one; elsewhere it is an answer.
        return following[0].isdigit() if bare in ("no", "nos", "art", "fig") else not closed
    if len(bare) < 3 and bare.isdigit() and following.rstrip(".").lower() in _AFTER_ORDINAL:
        return True
    if bare in _MONTHS and following[0].isdigit():
        return True
    if bare in _MAY_END:
        return following.lower() not in _OPENERS and not closed
    if _INITIALS.fullmatch(last) and not closed:
        return len(bare) == 1 or following.lower() not in _OPENERS
    return False
