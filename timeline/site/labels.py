"""The words of the interface, by language: from `locale/<language>.toml`, in English key by key.

Plural forms follow CLDR's rules, through babel. Dates have their words in `timeline.words`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.dates import get_day_names
from babel.numbers import format_decimal

from timeline.words import word_file


@lru_cache(maxsize=64)
def labels(language: str) -> Mapping[str, str]:
    """The interface in this language ("de", "pt-BR"), in English where we lack a word."""
    return MappingProxyType({**_part("en", "words"), **_part(language, "words")})


def sentence(pattern: str, **said: object) -> str:
    """The pattern filled in; a date that ends in a full stop ("2014 г.") ends its sentence."""
    return re.sub(r"(?<!\.)\.\.(?!\.)", ".", pattern.format(**said))


def counted(number: int, unit: str, language: str) -> str:
    """ "1 event", "1,204 events": `unit` is a table of plural forms in the language's file."""
    forms, locale = _part(language, "counted").get(unit), locale_of(language)
    shown = format_decimal(number, locale=locale)
    if forms is None:
        forms, locale = _part("en", "counted")[unit], Locale("en")
    pattern = forms.get(locale.plural_form(number)) or forms["other"]
    return str(pattern).format(number=shown)


def _part(language: str, name: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = (word_file(language) or {}).get(name, {})
    return found


def capitalised(text: str) -> str:
    """The text as it stands at the beginning of a line: "Spring 2014", "About 1860"."""
    return text[:1].upper() + text[1:]


def weekday_name(day: date, language: str) -> str:
    """ "Sunday", in this language."""
    return str(get_day_names("wide", locale=locale_of(language))[day.weekday()])


def locale_of(language: str) -> Locale:
    """Babel's data for a language tag; English where it has none."""
    try:
        return Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale("en")
