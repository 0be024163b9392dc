"""French."""

from timeline.temporal.lang.fr import (
    rules_dates,
    rules_durations,
    rules_relative,
    rules_times,
    tense,
)
from timeline.temporal.lang.fr.slots import VOCABULARY
from timeline.temporal.rule import Language

LANGUAGE = Language(
    code="fr",
    vocabulary=VOCABULARY,
    rules=(
        *rules_dates.PAIRS,
        *rules_dates.RULES,
        *rules_times.RULES,
        *rules_relative.RULES,
        *rules_durations.SETS,
        *rules_durations.DURATIONS,
    ),
    tense=tense.TENSE,
    background=tense.BACKGROUND,
    ahead=frozenset({"dans"}),
    ranks=tense.RANKS,
    links=tense.LINKS,
    lists=tense.LISTS,
    onward=tense.ONWARD,
    loose=tense.LOOSE,
    counted_from=tense.COUNTED_FROM,
    articles=tense.ARTICLES,
    apart=True,
)
