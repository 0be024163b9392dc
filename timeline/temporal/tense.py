"""Which way a clause looks, from the words around a mention, without a parser."""

from __future__ import annotations

import re

from timeline.temporal.anchor import Side
from timeline.temporal.rule import Tense

_WORD = re.compile(r"[A-Za-z]+|['’](?:ll|d)\b|[.!?;:]")
_BACK, _FORWARD = 120, 90  # characters looked at on either side


def side(text: str, start: int, end: int, tense: Tense) -> Side:
    """ "past" or "future" by the nearest verb before in the sentence, else after; else ""."""
    before = _WORD.findall(text[max(0, start - _BACK) : start])
    if " ".join(before[-3:]).lower() in tense.ahead:
        return "future"
    if before and before[-1] in tense.until and len(before) > 1 and before[-2] not in ".!?":
        return "future"
    found: Side = ""
    for i in range(len(before) - 1, -1, -1):
        word = before[i]
        if word in ".!?":
            break
        if _infinitive(word, before[i + 1 : i + 2], tense) and before[i - 1 : i] != ["have"]:
            return "future" if i and before[i - 1].lower() in tense.future_to else ""
        found = _cue(word, before[i - 1] if i else "", tense)
        if found:
            return found
    previous = ""
    for word in _WORD.findall(text[end : end + _FORWARD]):
        if word in ".!?":
            break
        found = _cue(word, previous, tense)
        if found:
            return found
        previous = word
    return ""


def _infinitive(word: str, following: list[str], tense: Tense) -> bool:
    """Whether this is the "to" of an infinitive, as far as the word after it shows."""
    if word.lower() != tense.infinitive or not following:
        return False
    return following[0].islower() and following[0] not in tense.determiners


def _cue(word: str, previous: str, tense: Tense) -> Side:
    if word[0].isupper() and previous:
        return ""
    word, previous = word.lower().replace("’", "'"), previous.lower()
    if previous == tense.been:
        return ""
    if word in tense.future or (word == tense.infinitive and previous in tense.future_to):
        return "future"
    if word in tense.past:
        return "past"
    if word.endswith(tense.past_endings) and previous not in tense.after_auxiliary:
        return "past" if tense.past_endings else ""
    return ""
