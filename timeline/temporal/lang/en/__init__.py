"""English."""

from timeline.temporal.lang.en import (
    rules_dates,
    rules_durations,
    rules_holidays,
    rules_pairs,
    rules_ranks,
    rules_relative,
    rules_sets,
    rules_times,
)
from timeline.temporal.lang.en.slots import VOCABULARY
from timeline.temporal.lang.en.tense import (
    ARTICLES,
    BACKGROUND,
    COMPANY,
    COUNTED_FROM,
    LINKS,
    LISTS,
    LOOSE,
    ONWARD,
    RANKS,
    REAL_WORDS,
    SAYING,
    TENSE,
)
from timeline.temporal.lang.en.vocabulary import MONTHS, WEEKDAYS
from timeline.temporal.rule import Language

LANGUAGE = Language(
    code="en",
    vocabulary=VOCABULARY | rules_holidays.SLOTS,
    rules=(
        *rules_pairs.RULES,
        *rules_dates.RULES,
        *rules_ranks.RULES,
        *rules_holidays.RULES,
        *rules_times.RULES,
        *rules_relative.RULES,
        *rules_sets.RULES,
        *rules_durations.RULES,
    ),
    tense=TENSE,
    names={form: "month" for key in MONTHS for form in key.split("|") if form.isalpha()}
    | dict.fromkeys(WEEKDAYS, "weekday"),
    real_words=REAL_WORDS,
    company=COMPANY,
    links=LINKS,
    ahead=frozenset({"in"}),
    ranks=RANKS,
    background=BACKGROUND,
    lists=LISTS,
    onward=ONWARD,
    loose=LOOSE,
    counted_from=COUNTED_FROM,
    saying=SAYING,
    articles=ARTICLES,
    apart=True,
)
