"""English rules for days by their rank: "the first Sunday in July", "the 15th of last month"."""

from __future__ import annotations

from timeline.temporal.calendar import valid
from timeline.temporal.lang.en import guards
from timeline.temporal.lang.en.rules_dates import year_of
from timeline.temporal.nodes import Calendar, Node, Offset, Ranked, Repeat
from timeline.temporal.rule import Groups, Rule


def month_of(g: Groups) -> Calendar | Offset:
    """The month that the words name, or so many months from publication or from the text."""
    if g["month"] is not None:
        return Calendar(year=year_of(g), month=g["month"])
    if g["deictic"] is not None:
        return Offset("month", g["deictic"])
    return Offset("month", g["narrative"], "discourse")


def rank(g: Groups) -> int | None:
    """1 first, -1 last; None for a rank that no weekday of a month has."""
    number = g["ordinal"] if g["ordinal"] is not None else g["which"]
    return int(number) if number is not None and -1 <= number <= 5 else None


def weekday_of_month(g: Groups) -> Node | None:
    """ "The last Friday of May 1962" is that day."""
    number = rank(g)
    return None if number is None else Ranked(number, g["weekday"], month_of(g))


def weekday_alone(g: Groups) -> Node | None:
    """ "The first Sunday" of something that has no date here."""
    number = rank(g)
    return None if number is None else Ranked(number, g["weekday"])


def day_of_month(g: Groups) -> Node | None:
    """ "The 15th of last month"."""
    return Ranked(g["ordinal"], None, month_of(g)) if valid(2000, 1, g["ordinal"]) else None


def monthly(g: Groups) -> Node | None:
    """ "The third Tuesday of each month"."""
    return None if rank(g) is None else Repeat(f"XXXX-WXX-{g['weekday'] + 1}")


RANK = "(the )?(<ordinal>|<which>) <weekday>"

RULES = (
    Rule(
        "the <ordinal> <weekday> of <month>",
        f"{RANK} (of|in) <month>(,? (of )?<year>)?",
        weekday_of_month,
    ),
    Rule(
        "the <ordinal> <weekday> of last month",
        f"{RANK} (of|in) (<deictic>|<narrative>) month",
        weekday_of_month,
    ),
    Rule(
        "the <ordinal> <weekday> of each month", f"{RANK} (of|in) (the|each|every|a) month", monthly
    ),
    Rule(
        "the <ordinal> <weekday>", "(the )?<ordinal> <weekday>", weekday_alone, guards.one_of_many
    ),
    Rule(
        "the 15th of last month",
        "(the )?<ordinal>( day)? of (<deictic>|<narrative>) month",
        day_of_month,
    ),
)
