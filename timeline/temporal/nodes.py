"""What an expression says, before it is known what it is relative to.

A rule's production returns one of these; `timeline.temporal.anchor` turns it into a `Meaning`.
Months count from 1, weekdays from 0 (Monday), seasons and quarters and halves from 1; years
before 1 are astronomical (44 BC is -43).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Unit = Literal[
    "second", "minute", "hour", "day", "weekend", "week", "month", "season", "quarter", "half",
    "year", "decade", "century", "millennium",
]  # fmt: skip
Base = Literal["published", "discourse", "home"]
Direction = Literal["", "past", "this", "future"]
Side = Literal["past", "future", ""]


@dataclass(frozen=True, slots=True)
class Calendar:
    """A point of the calendar; what is None is to be taken from the anchor.

    `direction` is what the words themselves say ("last Friday" past, "this June" this). `years`
    moves the anchor's year ("the third quarter of last year" -1), `weeks` a weekday ("a week from
    Friday" 1). `loose` marks a day that stands for the weeks around it ("year-end").
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: int | None = None
    quarter: int | None = None
    half: int | None = None
    direction: Direction = ""
    base: Base | None = None
    years: int | None = None
    weeks: int = 0
    loose: bool = False
    mod: str = ""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A day by its rank in a month: "the last Friday of May" (-1), "the 15th of last month".

    `weekday` None counts all days. Without `of`, or with a month nobody can tell, the day is open.
    """

    rank: int
    weekday: int | None = None
    of: Calendar | Offset | None = None
    mod: str = ""


@dataclass(frozen=True, slots=True)
class Holding:
    """The unit of the calendar that holds a day: "the week of 8 October"."""

    unit: Unit
    day: Calendar
    side: Side = ""


@dataclass(frozen=True, slots=True)
class FromDay:
    """So many days from a day that the text names: "tomorrow", said on Thursday.

    `side`: that day is behind, whichever way the quotation looks.
    """

    days: int
    day: Calendar
    mod: str = ""
    side: Side = "past"


@dataclass(frozen=True, slots=True)
class Era:
    """A decade, century or millennium, by its first year ("the 1980s" 1980)."""

    unit: Unit
    first: int
    bc: bool = False
    mod: str = ""


@dataclass(frozen=True, slots=True)
class Offset:
    """A calendar unit so many units away from the anchor: "last week", "two years later".

    `about` marks words that leave the exact unit open ("a year ago"); `rolling` those that run up
    to the anchor ("the past year"). `amount` None: a number nobody knows. `to_the_day`: the day of
    the anchor in a month or year so far away ("a year ago today").
    """

    unit: Unit
    amount: float | None
    base: Base = "published"
    about: bool = False
    mod: str = ""
    rolling: bool = False
    to_the_day: bool = False


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time. `bound` places it against publication: "the past two weeks".

    `away` -1 marks the length from a time gone by to publication, 1 from publication to a time to
    come, where the language leaves the word for it out of the expression: "vor [drei Jahren]".
    With `base` "discourse" it is counted from where the text is: "[deux ans] plus tard".
    """

    amount: float | None
    unit: Unit
    bound: Direction = ""
    mod: str = ""
    also: tuple[float, Unit] | None = None
    away: int = 0
    base: Base = "published"


@dataclass(frozen=True, slots=True)
class Repeat:
    """Something that happens again and again, by its TIMEX3 value ("every Monday")."""

    value: str
    mod: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """PAST_REF, PRESENT_REF or FUTURE_REF."""

    value: str
    mod: str = ""


@dataclass(frozen=True, slots=True)
class At:
    """A part of a day (`part` MO MI AF EV NI) or a clock time on the day that `on` names.

    `halfless`: a clock time that leaves open which half of the day it is in ("six o'clock").
    `night` marks one that lies between two days, 1 after and -1 before the day that `on` names.
    """

    on: Calendar | Offset | FromDay | None
    part: str = ""
    clock: str = ""
    mod: str = ""
    zone: str = ""
    halfless: bool = False
    night: int = 0


@dataclass(frozen=True, slots=True)
class Same:
    """A unit that the text has spoken of before: "that summer", "the same day"."""

    unit: Unit
    mod: str = ""
    season: int | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """The quarter that a report is about, moved by years: "the year-ago quarter" -1."""

    years: int = 0
    quarter: int | None = None
    mod: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Feast:
    """A feast or holiday by the name that `timeline.temporal.feasts` knows."""

    name: str
    year: int | None = None
    direction: Direction = ""
    mod: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """One unit after (`sign` 1) or before something: "the day after"; a time only where that has
    a date.
    """

    unit: Unit
    sign: int
    mod: str = ""


@dataclass(frozen=True, slots=True)
class Unread:
    """Recognised as a date, not computed by a rule: dateparser reads the words."""

    language: str
    order: str = "MDY"


Node = (
    Calendar | Era | Offset | Duration | Repeat | Reference | At | Same | Period | Feast | Beside
    | Unread | Ranked | Holding | FromDay
)  # fmt: skip
