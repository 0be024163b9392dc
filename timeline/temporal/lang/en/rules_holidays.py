"""English rules for feasts and holidays that name a day; see `timeline.temporal.feasts`."""

from __future__ import annotations

from timeline.temporal.lang.en.rules_dates import DIRECTIONS
from timeline.temporal.nodes import Direction, Feast, Node
from timeline.temporal.pattern import Slot, table
from timeline.temporal.rule import Groups, Rule

HOLIDAYS = {
    "christmas|christmas day": "12-25", "christmas eve": "12-24", "boxing day": "12-26",
    "new year's day|new years day": "01-01", "new year's eve|new years eve": "12-31",
    "valentine's day": "02-14", "st. patrick's day|saint patrick's day": "03-17",
    "april fools' day|april fool's day": "04-01", "independence day|july fourth": "07-04",
    "halloween": "10-31", "veterans day|veterans' day|armistice day": "11-11",
    "thanksgiving|thanksgiving day": "11-4-4", "labor day": "09-1-1", "columbus day": "10-1-2",
    "memorial day": "05-1-l", "martin luther king day|martin luther king jr. day": "01-1-3",
    "presidents' day|presidents day": "02-1-3", "mother's day": "05-7-2", "father's day": "06-7-3",
    "election day": "election", "easter|easter sunday": "easter", "good friday": "easter-2",
    "easter monday": "easter+1", "ash wednesday": "easter-46", "palm sunday": "easter-7",
}  # fmt: skip
SLOTS: dict[str, Slot] = {"holiday": table(HOLIDAYS, capitalised=True)}


def feast(g: Groups) -> Node:
    step = g["deictic"]
    direction: Direction = "" if step is None else DIRECTIONS[step + 1]
    return Feast(g["holiday"], g["year"], direction, mod=g["edge"] or "")


RULES = (
    Rule("<holiday>", "(<edge>~)?(<deictic> )?<holiday>(,| of)?( <year>)?", feast),
    Rule("the Fourth of July", "(the )?fourth of july", lambda g: Feast("07-04")),
)
