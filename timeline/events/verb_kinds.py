"""Kinds of English verbs: those of change, those that act by words, those of mere saying and being.

What a verb does decides much of whether its clause is worth a line of a timeline.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from timeline.events.english import SAYING
from timeline.events.plain_title import WORD, verb_at
from timeline.events.words import words

VerbKind = Literal["change", "act", "other", "saying", "state"]

_CHANGE = words(
    """
    abandon abolish acquire acquit adopt annex approve arrest arrive assassinate attack award ban
    bar batter begin block bomb break brief build burn buy cancel capture cease cede change charge
    clash close collapse collide commit complete conclude convene convict crash create cross crown
    cut damage defeat deploy depart depose derail destroy detain detonate die disappear discover
    dismiss dissolve divert drown elect enact end enter erupt escape establish evacuate execute
    expel explode extend extradite fall file fine fire flee flood force form found free freeze
    gather give go grant halt hang hijack hit hold impeach impose imprison inaugurate indict infect
    injure install introduce invade issue jail join kidnap kill land launch lay leave lift lose
    marry massacre meet merge murder name negotiate nominate occupy open order oust overthrow
    overturn pardon pass plunge poison present privatize publish pull raid raise ratify reach
    rebuild recapture recall receive recover reduce release relocate remove rename reopen repeal
    replace rescue resign restore resume retake retire retreat return revoke ruin sack sail
    sanction scrap secure seize sell send sentence set settle shell shoot shut sign sink slay
    split stab start steal step stop storm strike sue surrender suspend swear take test topple
    touch transfer travel turn unveil upgrade veto visit vote win withdraw wound
    """
)
_ACTS = words(
    """
    accept accuse advise agree announce apologize apologise appeal appoint back blame call
    challenge commend condemn confirm congratulate criticize criticise declare decide defy demand
    denounce describe dispute endorse hail honor honour invite offer oppose pledge praise promise
    propose protest recommend refuse reject request reveal rule swear thank threaten urge vow warn
    welcome
    """
)
_STATES = words(
    """
    be have remain seem appear know want need include contain own belong consist depend like live
    stand stay mean cost involve deserve lack exist believe think hope fear feel expect intend
    plan continue keep tend carry face represent
    """
)
_IRREGULAR = {
    "began": "begin", "begun": "begin", "broke": "break", "broken": "break", "built": "build",
    "bought": "buy", "fell": "fall", "fallen": "fall", "fled": "flee", "found": "find",
    "froze": "freeze", "frozen": "freeze", "gave": "give", "given": "give", "went": "go",
    "gone": "go", "hung": "hang", "held": "hold", "laid": "lay", "left": "leave", "lost": "lose",
    "met": "meet", "overthrew": "overthrow", "overthrown": "overthrow", "retook": "retake",
    "retaken": "retake", "sold": "sell", "sent": "send", "shot": "shoot", "sank": "sink",
    "sunk": "sink", "slew": "slay", "slain": "slay", "stole": "steal", "stolen": "steal",
    "struck": "strike", "swore": "swear", "sworn": "swear", "took": "take", "taken": "take",
    "won": "win", "withdrew": "withdraw", "withdrawn": "withdraw", "died": "die", "dying": "die",
    "was": "be", "were": "be", "is": "be", "are": "be", "been": "be", "being": "be", "am": "be",
    "has": "have", "had": "have", "knew": "know", "known": "know", "stood": "stand",
    "meant": "mean", "thought": "think", "felt": "feel", "kept": "keep", "lay": "lie",
}  # fmt: skip
_HELPERS = words(
    """
    is are was were be been being has have had will would can could may might shall should must do
    does did to not also now then just already recently reportedly allegedly not
    """
)
_ENDINGS = (
    ("ies", "y"), ("ied", "y"), ("ing", ""), ("ing", "e"), ("es", ""), ("s", ""), ("ed", ""),
    ("d", ""),
)  # fmt: skip
_DOUBLED = re.compile(r"([bdgklmnprt])\1$")


@lru_cache(maxsize=4096)
def kind_of_verb(word: str) -> VerbKind:
    """What kind of verb a word is a form of."""
    lower = word.lower()
    stems = base_forms(lower)
    if stems & _CHANGE:
        return "change"
    if stems & _ACTS:
        return "act"
    if stems & _STATES:
        return "state"
    if lower in SAYING:
        return "saying"
    return "other"


def main_verb(clause: str) -> str:
    """The verb that a clause is told with, without its helpers; "" where none is seen."""
    start = verb_at(clause)
    if start is None:
        return ""
    for word in WORD.finditer(clause, start):
        lower = word.group().lower()
        if lower not in _HELPERS and not lower.endswith("ly"):
            return word.group()
    return ""


def base_forms(word: str) -> frozenset[str]:
    """The words that a word can be a form of, itself included, lower case."""
    found = {word, _IRREGULAR.get(word, word)}
    for ending, put in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > 2:
            stem = word.removesuffix(ending) + put
            found |= {stem, _DOUBLED.sub(r"\1", stem)}
    return frozenset(found)
