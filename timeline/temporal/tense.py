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


OPENING = 2  # words before a date that opens its sentence


_UNTOLD = Tense()  # a language whose verbs nobody listed


def side(text: str, start: int, end: int, tense: Tense) -> Side:
    """ "past", "future", or "" where the words don't tell."""
    if tense == _UNTOLD:
        return ""
    before = [w.replace("’", "'") for w in _WORD.findall(text[max(0, start - _BACK) : start])]
    if before and before[-1].lower() in tense.since:
        return "past"
    found = _before(before, tense)
    if found == "past" and not tense.weak:
        return found
    if found is None or found == "past":
        after = _WORD.findall(text[end : end + _FORWARD])
        if found is None:
            found = "future" if _second(before, after, tense) else _after(after, tense)
        if found == "past" and tense.weak and _present(before, after, tense):
            return "future"
    return found


def _before(words: list[str], tense: Tense) -> Side | None:
    """What the words before say, nearest first; None where there is no verb among them."""
    if " ".join(words[-3:]).lower() in tense.ahead:
        return "future"
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


def _present(before: list[str], after: list[str], tense: Tense) -> bool:
    """Whether "is" stands for no perfect: "ist für Mitte Mai angesetzt", "am Sonntag sind Wahlen".

    A clause that runs on beyond the words looked at doesn't tell.
    """
    for i in range(len(before) - 1, -1, -1):
        if _ends(before, i, tense):
            break
        if _cue(before, i, tense):
            return _still_open(before + after, i, tense)
    verb = next((i for i in range(len(after)) if _cue(after, i, tense)), None)
    return verb is not None and _still_open(after, verb, tense)


def _still_open(words: list[str], verb: int, tense: Tense) -> bool:
    """Whether this verb is "is", and no participle stands right before it or in what follows."""
    if words[verb] not in tense.weak:
        return False
    if verb and re.fullmatch(tense.participle, words[verb - 1]):
        return False
    return _unfinished(words[verb + 1 :], tense)


def _unfinished(rest: list[str], tense: Tense) -> bool:
    """Whether the rest of a clause has no participle that would make it a perfect."""
    for i, word in enumerate(rest):
        if _ends(rest, i, tense):
            return True
        if word in tense.pending:
            return True
        if word[0].islower() and tense.participle and re.fullmatch(tense.participle, word):
            return False
    return False


def _second(before: list[str], after: list[str], tense: Tense) -> bool:
    """Whether a verb of the present stands right after a date that opens: "Am Samstag singt"."""
    verb = after[0] if after else ""
    if not tense.second or not verb[:1].islower():
        return False
    stops = (i + 1 for i in range(len(before) - 1, -1, -1) if _ends(before, i, tense))
    opening = before[next(stops, 0) :]
    return (
        len(opening) <= OPENING
        and not (opening and opening[0].lower() in tense.articles)
        and re.fullmatch(tense.second, verb) is not None
        and verb not in tense.past | tense.not_past
    )


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
    if word in tense.perfect and previous in tense.selves:
        return "past"
    if word in tense.going:
        near = words[i + 1 : i + 4]
        return "future" if any(w.endswith(tense.infinitives) for w in near) else ""
    if tense.future_endings and word.endswith(tense.future_endings):
        return "future"
    return ""
