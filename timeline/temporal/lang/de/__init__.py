"""German."""

from timeline.temporal.lang.de import (
    rules_dates,
    rules_durations,
    rules_relative,
    rules_times,
    tense,
)
from timeline.temporal.lang.de.slots import VOCABULARY
from timeline.temporal.lang.wiring import wired

RULES = (
    *rules_dates.PAIRS,
    *rules_dates.RULES,
    *rules_times.RULES,
    *rules_relative.RULES,
    *rules_durations.SETS,
    *rules_durations.DURATIONS,
)
LANGUAGE = wired("de", VOCABULARY, RULES, tense)
