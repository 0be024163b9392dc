"""timelinejs.json: what TimelineJS shows. Its text fields are HTML, so all words are escaped.

TimelineJS knows points and spans only. Each slide shows its date in our words (`display_date`);
the numbers beside them are no more exact than the date, and place the slide. Years before our era
are numbered as TimelineJS labels them: -44 is 44 BCE, and there is no year 0.
"""

from __future__ import annotations

from typing import Any

from timeline.exports.data import as_text, exported
from timeline.exports.facts import clean, date_words, evidence, told, when_of
from timeline.exports.html import body, escape
from timeline.exports.model import Export, ExportOptions, LeftOut
from timeline.model import Entry, Timeline
from timeline.site.labels import labels
from timeline.site.markup import web_url
from timeline.when import Moment, Precision, When

EXTENSION = "cited_timeline"
"""The field of a slide that TimelineJS passes over and `timeline import` reads."""

_PARTS = ("year", "month", "day", "hour", "minute", "second")
_KNOWN: dict[Precision, int] = {
    **dict.fromkeys(("year", "decade", "century", "millennium"), 1),
    **dict.fromkeys(("month", "season", "quarter", "quadrimester", "half"), 2),
    "day": 3,
    "hour": 4,
    "minute": 5,
    "second": 6,
}
_SPANS = frozenset({"season", "quarter", "quadrimester", "half", "decade", "century", "millennium"})
Numbers = dict[str, int]


def as_timelinejs(timeline: Timeline, options: ExportOptions) -> Export:
    """TimelineJS 3's JSON; an event without a year has no place in it and is left out."""
    slides, left_out = [], []
    for entry in timeline:
        dates = dates_of(when_of(entry.event))
        if dates is None:
            left_out.append(LeftOut(entry, labels(options.language)["not_known"]))
        else:
            slides.append(_slide(entry, dates, timeline, options))
    whole = {"title": {"text": {"headline": escape(options.title)}}, "events": slides}
    return Export(as_text(whole), tuple(left_out))


def dates_of(when: When | None) -> dict[str, Numbers] | None:
    """`start_date` and perhaps `end_date`; None where no year is known."""
    if when is None:
        return None
    if when.precision == "interval":
        return _interval(when)
    if when.earliest is None or when.latest is None:
        return None
    dates = {"start_date": _numbers(when.earliest, when.precision)}
    if when.precision in _SPANS or "X" in when.text:
        dates["end_date"] = _numbers(when.latest, when.precision)
    return dates


def year_shown(year: int) -> int:
    """An astronomical year as TimelineJS numbers it."""
    return year if year > 0 else year - 1


def year_meant(year: int) -> int:
    """A year of a TimelineJS file as an astronomical one."""
    return year if year > 0 else year + 1


def _interval(when: When) -> dict[str, Numbers] | None:
    start, end = when.start, when.end
    known = start or end
    if known is None or known.earliest is None:
        return None
    dates = {"start_date": _numbers(known.earliest, known.precision)}
    if start is not None and end is not None and end.latest is not None:
        dates["end_date"] = _numbers(end.latest, end.precision)
    return dates


def _numbers(moment: Moment, precision: Precision) -> Numbers:
    shown = (year_shown(moment[0]), *moment[1:])
    return dict(zip(_PARTS[: _KNOWN[precision]], shown, strict=False))


def _slide(
    entry: Entry, dates: dict[str, Numbers], timeline: Timeline, options: ExportOptions
) -> dict[str, Any]:
    event = entry.event
    slide: dict[str, Any] = {
        "unique_id": entry.anchor,
        **dates,
        "display_date": clean(date_words(event, options.language, weekday=True)),
        "text": {
            "headline": escape(told(event, options.language)),
            "text": body(entry, evidence(entry, timeline), options),
        },
    }
    if event.tags:
        slide["group"] = escape(event.tags[0])
    image = web_url(event.image)
    if image:
        slide["media"] = {"url": image}
    slide[EXTENSION] = exported(entry, timeline, options).model_dump(exclude_none=True)
    return slide
