"""Numbers as they stand in texts: digits with their marks, Roman numerals, short years."""

from __future__ import annotations

import re

DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_PARTS = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def leading(text: str) -> int:
    """The digits a form begins with: "16th" -> 16, "1980er" -> 1980."""
    digits = ""
    for character in text.lstrip("'’"):
        if not character.isdecimal():
            break
        digits += character
    return int(digits)


def short_year(text: str) -> int:
    """Two digits as people use them in dates: 00 to 49 are 20xx, 50 to 99 are 19xx."""
    two = int(text[-2:])
    return 2000 + two if two < 50 else 1900 + two


def decimal(text: str) -> float:
    """ "3.000" and "3 000" -> 3000, "1,5" -> 1.5: as written where the comma is decimal."""
    return float(re.sub(r"[.\s]", "", text).replace(",", "."))


def roman(text: str) -> int:
    """ "xix" -> 19; KeyError for other letters."""
    values = [_ROMAN[letter] for letter in text.lower()]
    following = [*values[1:], 0]
    return sum(-a if a < b else a for a, b in zip(values, following, strict=True))


def romans(last: int) -> tuple[str, ...]:
    """The numerals from "i" to that of `last` (at most 39), in small letters."""
    found = []
    for number in range(1, last + 1):
        text, rest = "", number
        for value, letters in _PARTS:
            while rest >= value:
                text, rest = text + letters, rest - value
        found.append(text)
    return tuple(found)
