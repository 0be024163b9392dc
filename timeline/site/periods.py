"""Events under the headings of a timeline: years, and in them months."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from timeline.model import Entry
from timeline.when import When

_LONG = frozenset({"decade", "century", "millennium"})
_IN_A_MONTH = frozenset({"second", "minute", "hour", "day", "month"})
_UNSPECIFIED_YEAR = re.compile(r"-?[0-9X]{4}")


@dataclass(frozen=True, slots=True)
class Month:
    """Events of a month, or known to a season or quarter; `when` is None for a year's others."""

    when: When | None
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """Events of one year (or decade, century ...). `when` is None for those without a date."""

    when: When | None
    months: tuple[Month, ...]

    @property
    def anchor(self) -> str:
        """The heading's anchor, such as "y.2014": the full stop keeps it apart from slugs."""
        return f"y.{self.when.text if self.when else ''}"

    def __len__(self) -> int:
        return sum(len(month.entries) for month in self.months)


def years(entries: Iterable[Entry]) -> tuple[Year, ...]:
    """The entries by year and month, in order of time; within a month they keep their order."""
    groups: dict[str, dict[str, list[Entry]]] = {}
    for entry in entries:
        year, month = _place(entry.event.when)
        groups.setdefault(year, {}).setdefault(month, []).append(entry)
    return tuple(
        Year(
            _when(year),
            tuple(
                Month(_when(month), tuple(entries))
                for month, entries in sorted(months.items(), key=lambda item: _order(item[0]))
            ),
        )
        for year, months in sorted(groups.items(), key=lambda item: (not item[0], *_order(item[0])))
    )


def _place(text: str) -> tuple[str, str]:
    """The EDTF of the year and of the month that an event stands under; "" for none.

    An interval stands where it begins, and one with an open beginning where it ends.
    """
    when = When.parse(text) if text else None
    if when is not None and when.precision == "interval":
        when = when.start or when.end
    if when is None or when.earliest is None:
        return "", ""
    if when.precision in _LONG:
        digits = _UNSPECIFIED_YEAR.search(when.text)
        return digits.group() if digits else "", ""
    number, month = when.earliest[:2]
    year = _year(number)
    if when.part is not None:
        return year, f"{year}-{when.part}"
    return year, f"{year}-{month:02}" if when.precision in _IN_A_MONTH else ""


def _year(number: int) -> str:
    if -9999 <= number <= 9999:
        return f"{'-' if number < 0 else ''}{abs(number):04}"
    return f"Y{number}"


def _when(text: str) -> When | None:
    return When.parse(text) if text else None


def _order(text: str) -> tuple[object, ...]:
    return When.parse(text).sort_key if text else ()
