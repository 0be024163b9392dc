"""Letters read as others, one for one, so that offsets into the text stay what they are."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache

_QUOTES = {"’": "'", "ʼ": "'", "ʻ": "'", "‘": "'", "`": "'", "׳": "'", "´": "'"}
_SPACES = (
    "\u00a0\u202f\u2007\u2009\ufeff"
    "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"  # of direction
)
_ARABIC = {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ۀ": "ه"}
_OTHERS = {
    "，": ",",
    "．": ".",
    "／": "/",
    "（": "(",
    "）": ")",
    "－": "-",
    "İ": "i",
    "ё": "е",
    "Ё": "Е",
}
_DOTLESS = {"I": "ı"}
DOTLESS = frozenset({"tr", "az"})  # languages where the small letter of I has no dot


@cache
def folding(language: str) -> Mapping[int, str]:
    """A table for `str.translate`: digits of every script as 0 to 9, marks of direction as spaces,
    the letters that Arabic and Persian writers type for each other, curly apostrophes.
    """
    pairs = _QUOTES | dict.fromkeys(_SPACES, " ") | _ARABIC | _OTHERS
    if language.split("-")[0] in DOTLESS:
        pairs |= _DOTLESS
    return str.maketrans(dict(_digits()) | pairs)


@cache
def _digits() -> tuple[tuple[str, str], ...]:
    found = []
    for code in range(0x80, 0x1FBFA):
        if (character := chr(code)).isdecimal():
            found.append((character, str(unicodedata.decimal(character))))
    return tuple(found)


@cache
def marks() -> str:
    """The marks that are part of a word but no letters (vowel signs, accents, joiners), as the
    inside of a character class. Python's `\\w` leaves them out.
    """
    spans: list[list[int]] = []
    for code in [*range(0x300, 0xFFFF), *range(0x11000, 0x11900)]:
        if unicodedata.category(chr(code)) not in ("Mn", "Mc") and code not in (0x200C, 0x200D):
            continue
        if spans and spans[-1][1] == code - 1:
            spans[-1][1] = code
        else:
            spans.append([code, code])
    return "".join(f"{chr(a)}-{chr(b)}" for a, b in spans)
