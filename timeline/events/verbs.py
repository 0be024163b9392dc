"""Finite verbs told from the word alone, where no parser is at hand."""

from __future__ import annotations

from timeline.events.words import words

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
    wept rebuilt remade reset resold retook rewrote outsold oversaw foresaw upheld
    reads meets says plans expects hopes intends wants agrees remains
    """
)
_NO_VERB = words("united need red hundred breed seed speed bed shed indeed armed")


def is_verb(word: str) -> bool:
    """Whether a word alone looks like a finite verb."""
    lower = word.lower()
    if lower in _AUXILIARY or lower in _PAST or lower.endswith(("n’t", "n't")):
        return True
    return len(lower) > 4 and lower.endswith("ed") and lower not in _NO_VERB and word[0].islower()
