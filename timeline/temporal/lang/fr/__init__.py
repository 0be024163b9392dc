"""French."""

from timeline.temporal.lang.fr import rules_dates, rules_durations, rules_relative, rules_times
from timeline.temporal.lang.fr.slots import VOCABULARY
from timeline.temporal.lang.fr.tense import BACKGROUND, LINKS, RANKS, TENSE
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
    tense=TENSE,
    background=BACKGROUND,
    ahead=frozenset({"dans"}),
    ranks=RANKS,
    links=LINKS,
)
