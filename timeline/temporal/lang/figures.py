"""Slots of figures that read the same in languages with a decimal comma."""

from __future__ import annotations

from timeline.temporal.lang.numerals import short_year
from timeline.temporal.pattern import Slot, shape

NO_MORE = r"(?![\w%]|[.,]\d)"  # a figure ends here: no unit, percentage or decimal after it
FIGURE = r"\d{1,3}(?:[.\s]\d{3})+|\d{1,7}(?:,\d{1,3})?"  # "3.000", "3 000", "1,5"

FIGURES: dict[str, Slot] = {
    "year": shape(rf"(?:1\d{{3}}|20\d{{2}}){NO_MORE}", int, one_word=True),
    "anyyear": shape(rf"[1-9]\d{{0,3}}{NO_MORE}", int, one_word=True),
    "short": shape(rf"\d{{2}}{NO_MORE}", short_year, one_word=True),
    "two": shape(r"(?:0[1-9]|[12]\d|3[01])(?!\d)", int, one_word=True),
    "num": shape(r"(?:0?[1-9]|[12]\d|3[01])(?!\d)", int, one_word=True),
    "hour": shape(r"(?:2[0-4]|1\d|0?\d)(?!\d)", int, one_word=True),
    "minute": shape(r"[0-5]\d(?!\d)", int, one_word=True),
    "slash": shape("[-–/]", lambda t: "range", "/"),
}
