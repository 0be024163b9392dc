"""The only importer of dateparser: words that a rule recognised as a date but doesn't compute.

dateparser knows the months and orders of some 200 locales. It is called on exact spans only, with
every setting that could change its answer spelled out, and its answer is cut to the period that
it read from the words: it invents the day of "March 2014".
"""

from __future__ import annotations

import datetime as dt
import warnings
from functools import lru_cache
from typing import Any

from timeline.temporal.calendar import Point

_NOBODY = dt.datetime(2000, 1, 1)  # stands in where there is no anchor; see `_unanchored`


@lru_cache(maxsize=4096)
def resolve(
    words: str, *, language: str, published: dt.date | None, order: str = "MDY"
) -> Point | None:
    """The day, month or year that the words name, as precise as they are; None if none.

    `order` is that of figures, "MDY" or "DMY". Without `published` only words that name their
    year are resolved.
    """
    base = _NOBODY if published is None else dt.datetime.combine(published, dt.time())
    found = _read(words, language, base, order)
    if found is None or (published is None and _unanchored(words, language, found, order)):
        return None
    return found


def _read(words: str, language: str, base: dt.datetime, order: str) -> Point | None:
    data = _parser(language, base, order).get_date_data(words)
    moment, period = data["date_obj"], data["period"]
    if moment is None:
        return None
    if period == "year":
        return Point(moment.year)
    if period == "month":
        return Point(moment.year, moment.month)
    return Point(moment.year, moment.month, moment.day)


def _unanchored(words: str, language: str, found: Point, order: str) -> bool:
    """Whether another anchor would give another day: then the words need one."""
    return _read(words, language, dt.datetime(1970, 7, 15), order) != found


@lru_cache(maxsize=64)
def _parser(language: str, base: dt.datetime, order: str) -> Any:
    # Imported here: it takes longer than a page of text, and most texts never need it.
    from dateparser.date import DateDataParser

    settings = {
        "RELATIVE_BASE": base,
        "DATE_ORDER": order,
        "PREFER_LOCALE_DATE_ORDER": False,
        "PREFER_DATES_FROM": "current_period",
        "PREFER_DAY_OF_MONTH": "first",
        "PREFER_MONTH_OF_YEAR": "first",
        "RETURN_TIME_AS_PERIOD": False,
        "RETURN_AS_TIMEZONE_AWARE": False,
        "TIMEZONE": "UTC",
        "TO_TIMEZONE": "UTC",
        "STRICT_PARSING": False,
        "REQUIRE_PARTS": [],
        "NORMALIZE": True,
        "SKIP_TOKENS": [],
        "PARSERS": ["absolute-time", "relative-time"],
        "DEFAULT_LANGUAGES": [],
        "LANGUAGE_DETECTION_CONFIDENCE_THRESHOLD": 0.5,
        "CACHE_SIZE_LIMIT": 1000,
    }
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return DateDataParser(languages=[language], settings=settings)
