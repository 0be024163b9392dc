"""German."""

from timeline.temporal.lang.de import rules_dates, rules_durations, rules_relative, rules_times
from timeline.temporal.lang.de.slots import VOCABULARY
from timeline.temporal.lang.de.tense import BACKGROUND, LINKS, RANKS, TENSE
from timeline.temporal.rule import Language

LANGUAGE = Language(
    code="de",
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
    ahead=frozenset({"in"}),
    ranks=RANKS,
    links=LINKS,
)
