"""English rules for what happens again and again: "daily", "every Monday", "twice a week"."""

from __future__ import annotations

from timeline.temporal.calendar import SEASONS
from timeline.temporal.nodes import Node, Repeat
from timeline.temporal.rule import Groups, Pair, Production, Rule, View

PERIODS = {
    "second": "PT1S", "minute": "PT1M", "hour": "PT1H", "day": "P1D", "night": "P1D",
    "weekend": "P1WE", "week": "P1W", "fortnight": "P2W", "month": "P1M", "quarter": "P1Q",
    "year": "P1Y", "decade": "P10Y", "century": "P100Y", "millennium": "P1000Y",
}  # fmt: skip
ADVERBS = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "biweekly": "P2W",
    "fortnightly": "P2W", "monthly": "P1M", "bimonthly": "P2M", "quarterly": "P1Q",
    "annually": "P1Y", "yearly": "P1Y", "biannually": "P6M",
}  # fmt: skip


def every(g: Groups) -> Node:
    """ "every day", "each month", "every two years"."""
    unit = g["unit"] or g["units"]
    period = PERIODS[unit]
    amount = g["number"]
    return Repeat(period if amount is None else period.replace("1", f"{amount:g}", 1))


def every_other(g: Groups) -> Node:
    return Repeat(PERIODS[g["unit"]].replace("1", "2", 1))


def every_few(g: Groups) -> Node:
    return Repeat(PERIODS[g["units"]].replace("1", "X", 1))


def _weekly(weekday: int) -> Repeat:
    return Repeat(f"XXXX-WXX-{weekday + 1}")


def every_weekday(g: Groups) -> Node:
    return _weekly(g["weekday"] if g["weekday"] is not None else g["weekdays"])


def every_season(g: Groups) -> Node:
    return Repeat(f"XXXX-{SEASONS[g['season'] - 1]}")


def adverb(word: str) -> Production:
    """A production for one adverb of frequency."""
    return lambda g: Repeat(ADVERBS[word])


def free(view: View) -> bool:
    """Not part of a name ("Daily News") or a compound, and no newspaper ("the daily Granma")."""
    if view.left in "-–" or (view.said[0].isupper() and not view.opens):
        return False
    return view.opens or not view.after[:1].isupper()


def often(view: View) -> bool:
    """ "every second" is a rank, "per second" a rate."""
    return not view.said.lower().endswith(("second", "millisecond"))


def adverbial(view: View) -> bool:
    """ "paid quarterly", not "quarterly earnings"."""
    return free(view) and not view.after.islower()


RULES = (
    Rule("every <unit>", "(every|each|per|every single) <unit>", every, often),
    Rule("every <n> <units>", "(every|each) <number> <units>", every),
    Rule("every other <unit>", "every other <unit>", every_other),
    Rule("every few <units>", "every (few|several|couple of) <units>", every_few),
    Rule("weekends", "weekends", lambda g: Repeat("XXXX-WXX-WE"), free),
    Rule("every <month>", "(every|each) <month>", lambda g: Repeat(f"XXXX-{g['month']:02d}")),
    Rule("every <season>", "(every|each) <season>", every_season),
    Rule("every <weekday>", "(every|each)( other| second)? <weekday>|<weekdays>", every_weekday),
    Rule(
        "twice a <unit>",
        "(once|twice|<number> times) (a|an|each|every|per) <unit>",
        lambda g: Repeat(PERIODS[g["unit"]]),
    ),
    Rule(
        "every <weekday> and <weekday>",
        "(every|each) <weekday:first>_<to>_<weekday:last>",
        lambda g: Pair(_weekly(g["first"]), _weekly(g["last"])),
    ),
    *(Rule(word, word, adverb(word), free) for word in ADVERBS if word != "quarterly"),
    Rule("quarterly", "quarterly", adverb("quarterly"), adverbial),
)
