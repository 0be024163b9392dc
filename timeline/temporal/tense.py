"""Which way a clause looks, from the words around a mention, without a parser.

The nearest verb before the mention in its sentence decides, else the first one after it. On news
this tells past from future for about 19 weekdays in 20; the nearest day in the past is right for
most of the rest.
"""

from __future__ import annotations

import re

from timeline.temporal.nearest import Side
from timeline.temporal.rule import Tense

_WORD = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*|['’](?:ll|d)\b|[.!?](?=[\s\"”’')]|$)")
_STOPS = ".!?"
_BACK, _FORWARD = 120, 90  # characters looked at on either side


_UNTOLD = Tense()  # a language whose verbs nobody listed


def side(text: str, start: int, end: int, tense: Tense) -> Side:
    """ "past", "future", or "" where the words don't tell."""
    if tense == _UNTOLD:
        return ""
    before = [w.replace("’", "'") for w in _WORD.findall(text[max(0, start - _BACK) : start])]
    found = _before(before, tense)
    if found is None or (found == "past" and tense.pending):
        after = _WORD.findall(text[end : end + _FORWARD])
        pending = found == "past" and _pending(before, after, tense)
        return "future" if pending else found or _after(after, tense)
    return found


def _before(words: list[str], tense: Tense) -> Side | None:
    """What the words before say, nearest first; None where there is no verb among them."""
    if " ".join(words[-3:]).lower() in tense.ahead:
        return "future"
    if words and words[-1].lower() in tense.since:
        return "past"
    if len(words) > 1 and words[-1] in tense.until and words[-2] not in _STOPS:
        return "future"
    for i in range(len(words) - 1, -1, -1):
        if _ends(words, i, tense):
            return None
        if _infinitive(words, i, tense):
            return _purpose(words, i, tense)
        planned = _planned(words, i, tense)
        if planned is not None:
            return planned
        found = _cue(words, i, tense)
        if found:
            return found
    return None


def _pending(before: list[str], after: list[str], tense: Tense) -> bool:
    """Whether "is" only waits for a word that looks ahead: "ist für Mitte Mai angesetzt"."""
    verb = next((w for w in reversed(before) if w.lower() in tense.past), "")
    for i, word in enumerate(after):
        if _ends(after, i, tense):
            return False
        if verb in tense.weak and word.lower() in tense.pending:
            return True
    return False


def _after(words: list[str], tense: Tense) -> Side:
    """What the first verb after the mention says."""
    for i in range(len(words)):
        if _ends(words, i, tense):
            return ""
        found = _cue(words, i, tense)
        if found:
            return found
    return ""


def _ends(words: list[str], i: int, tense: Tense) -> bool:
    """Whether a sentence ends here; "Mr." and "J." don't end one."""
    if words[i] not in _STOPS:
        return False
    return not (words[i] == "." and i and (
        (len(words[i - 1]) == 1 and words[i - 1].isalpha())
        or words[i - 1].lower() in tense.abbreviations
    ))  # fmt: skip


def _infinitive(words: list[str], i: int, tense: Tense) -> bool:
    """Whether this is the "to" of an infinitive, as far as the word after it shows."""
    if words[i].lower() != tense.infinitive or i + 1 >= len(words):
        return False
    return words[i + 1].islower() and words[i + 1] not in tense.determiners


def _purpose(words: list[str], i: int, tense: Tense) -> Side:
    """What the "to" of an infinitive says: "is to speak", "the talks to be held"."""
    previous = words[i - 1].lower() if i else ""
    if previous in tense.future_to:
        return "past" if i > 1 and words[i - 2].lower() == tense.been else "future"
    passive = words[i + 1].lower() in tense.after_auxiliary
    looks_back = previous in tense.past or previous.endswith(tense.past_endings or ("\0",))
    return "future" if passive and previous and not looks_back else ""


def _planned(words: list[str], i: int, tense: Tense) -> Side | None:
    """What a plan says: "planned by both for", "expected in"; None where there is none here."""
    word, last = words[i].lower(), words[-1].lower()
    ahead = word in tense.planned and last in tense.purpose
    ahead = ahead or (word in tense.expected and last in tense.soon_in and i == len(words) - 2)
    previous = words[i - 1].lower() if i else ""
    if not ahead or previous in tense.done:
        return None
    if previous == tense.been:
        return "past"
    return "" if previous in tense.were and word not in tense.future else "future"


def _announced(words: list[str], i: int, tense: Tense) -> bool:
    """Whether a verb of the present announces: "the court meets", "the law takes effect"."""
    if not tense.agenda or i == 0 or not words[i - 1][-1].isalpha():
        return False
    if words[i - 1].lower() in tense.articles | {tense.infinitive}:
        return False
    following = words[i + 1].lower() if i + 1 < len(words) else ""
    return not tense.agenda.isdisjoint((words[i].lower(), f"{words[i].lower()}-{following}"))


def _cue(words: list[str], i: int, tense: Tense) -> Side:
    """What one word says about the time of its clause."""
    previous = words[i - 1].lower() if i else ""
    word = words[i].lower()
    if previous and words[i][0].isupper():
        return ""
    if word in tense.future or (word == tense.infinitive and previous in tense.future_to):
        return "past" if previous == tense.been else "future"
    if word in tense.should:
        following = words[i + 1].lower() if i + 1 < len(words) else ""
        return "" if following in tense.should_have else "future"
    if previous in tense.modals or word in tense.not_past:
        return ""
    if _announced(words, i, tense) or (word in tense.plans and previous not in tense.no_plans):
        return "future"
    passive = previous in tense.after_auxiliary
    if word in tense.past and not passive:
        return "past"
    if word.endswith(tense.past_endings) and not passive:
        return "past" if tense.past_endings and previous not in tense.articles else ""
    if word in tense.going:
        near = words[i + 1 : i + 4]
        return "future" if any(w.endswith(tense.infinitives) for w in near) else ""
    if tense.future_endings and word.endswith(tense.future_endings):
        return "future"
    return ""
