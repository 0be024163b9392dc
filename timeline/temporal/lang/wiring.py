"""A language written by hand, put together from its modules."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from timeline.temporal.pattern import Slot
from timeline.temporal.rule import Language, Rule, Tense


class Words(Protocol):
    """The words of a language that stand around a date; a module `tense` has them."""

    TENSE: Tense
    BACKGROUND: frozenset[str]
    AHEAD: frozenset[str]
    RANKS: frozenset[str]
    LINKS: tuple[tuple[str, str], ...]
    LISTS: frozenset[str]
    ONWARD: tuple[str, ...]
    LOOSE: dict[str, str]
    AROUND: frozenset[str]
    COUNTED_FROM: dict[str, int]
    ARTICLES: frozenset[str]


def wired(
    code: str, vocabulary: Mapping[str, Slot], rules: tuple[Rule, ...], around: Words
) -> Language:
    """The language whose words stand apart; for what each set of words says see `Language`."""
    return Language(
        code=code,
        vocabulary=vocabulary,
        rules=rules,
        tense=around.TENSE,
        background=around.BACKGROUND,
        ahead=around.AHEAD,
        ranks=around.RANKS,
        links=around.LINKS,
        lists=around.LISTS,
        onward=around.ONWARD,
        loose=around.LOOSE,
        around=around.AROUND,
        counted_from=around.COUNTED_FROM,
        articles=around.ARTICLES,
        apart=True,
    )
