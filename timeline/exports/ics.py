"""timeline.ics: the events that a calendar can hold, which are those known to the day.

A month, "about 1860" or "since May" in a calendar would look like a day or a stretch that no
source names; such events are left out and listed, in the calendar's own description, too.
"""

from __future__ import annotations

import datetime as dt

import icalendar

from timeline.exports.data import GENERATOR
from timeline.exports.facts import (
    clean,
    date_words,
    evidence,
    permalink,
    place,
    published_time,
    told,
    when_of,
)
from timeline.exports.model import Export, ExportOptions, LeftOut
from timeline.model import Entry, Event, Timeline
from timeline.site.labels import labels
from timeline.when import When

_LISTED = 100  # events named in a calendar's description, at most
_WIDTH = 74  # bytes of a line
_END = b"END:VCALENDAR\r\n"
Span = tuple[dt.date, dt.date | None]
"""Start and end as iCalendar has them: days or times, the end not included, None where one."""


def as_calendar(timeline: Timeline, options: ExportOptions) -> Export:
    """RFC 5545: days as whole days, times as they are written, nothing that blocks a day."""
    calendar = icalendar.Calendar()
    left_out = []
    parts = []
    for entry in timeline:
        span = span_of(when_of(entry.event))
        if isinstance(span, str):
            left_out.append(LeftOut(entry, labels(options.language)[span]))
        else:
            # Each at once: ten thousand events as objects cost more than their text.
            lines = _event(entry, span, timeline, options).content_lines()
            parts += [_folded(line) for line in lines if line]
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//{GENERATOR}//EN")
    # As text, with escapes: the library takes fields it doesn't know for words without any.
    calendar.add("x-wr-calname", icalendar.vText(clean(options.title)))
    if left_out:
        calendar.add("x-wr-caldesc", icalendar.vText(_listed(left_out, options.language)))
    head = calendar.to_ical().removesuffix(_END)
    return Export(b"".join((head, *parts, _END)).decode("utf-8"), tuple(left_out))


def _folded(line: str) -> bytes:
    """A line of at most 74 bytes and its continuations; no letter and no escape is cut in two."""
    data, pieces = line.encode("utf-8"), []
    while len(data) > _WIDTH:
        end = _WIDTH
        while data[end] & 0xC0 == 0x80:  # within a letter
            end -= 1
        end -= data[end - 1] in b"\\^"
        pieces.append(data[:end])
        data = data[end:]
    return b"\r\n ".join((*pieces, data)) + b"\r\n"


def span_of(when: When | None) -> Span | str:
    """Where a calendar puts this date, or the label that says why it can't."""
    if when is None or when.precision == "unknown":
        return "not_known"
    if when.approximate or when.uncertain:
        return "not_certain"
    if when.precision == "interval":
        return _interval(when)
    if when.precision in ("minute", "second"):
        time = _time(when)
        return "not_a_year" if time is None else (time, None)
    if when.precision not in ("day", "hour"):  # an hour without minutes is less than a time
        return "not_a_day"
    return "not_a_year" if when.day is None else (when.day, None)


def _interval(when: When) -> Span | str:
    start, end = when.start, when.end
    if start is None or end is None:
        return "not_closed"
    if start.precision == end.precision == "day":
        first, last = start.day, end.day
        if first is None or last is None or last == dt.date.max:
            return "not_a_year"
        week = first.weekday() == 0 and last - first == dt.timedelta(days=6)
        # How a date in that week is written, too: it need not last all of it.
        return "not_a_day" if week else (first, last + dt.timedelta(days=1))
    if {start.precision, end.precision} <= {"minute", "second"}:
        first_time, last_time = _time(start), _time(end)
        if first_time is not None and last_time is not None and start.offset == end.offset:
            return first_time, last_time
    return "not_a_day"


def _time(when: When) -> dt.datetime | None:
    """The moment; without an offset it stays wall-clock time, wherever one looks from."""
    if when.day is None or when.earliest is None:
        return None
    time = dt.datetime(*when.earliest)
    if not when.offset:
        return time
    return dt.datetime.fromisoformat(f"{time.isoformat()}{when.offset}").astimezone(dt.UTC)


def _event(entry: Entry, span: Span, timeline: Timeline, options: ExportOptions) -> icalendar.Event:
    event, language = entry.event, options.language
    start, end = span
    part = icalendar.Event()
    part.add("uid", f"{event.id}.{entry.source}@cited-timeline")
    part.add("dtstamp", _stamp(entry, timeline, options))
    part.add("dtstart", start)
    if end is not None:
        part.add("dtend", end)
    part.add("summary", told(event, language))
    part.add("description", _description(entry, timeline, language))
    if event.where:
        part.add("location", ", ".join(map(clean, event.where)))
    categories = [clean(tag) for tag in event.tags] + _categories(event)
    if categories:
        part.add("categories", categories)
    link = permalink(entry, options)
    if link:
        part.add("url", link)
    part.add("transp", "TRANSPARENT")
    return part


def _categories(event: Event) -> list[str]:
    kind = [] if event.kind == "happened" else [event.kind]
    return kind + (["disputed"] if event.status == "disputed" else [])


def _description(entry: Entry, timeline: Timeline, language: str) -> str:
    lines = [date_words(entry.event, language, weekday=True)]
    if entry.event.summary:
        lines.append(clean(entry.event.summary))
    for one in evidence(entry, timeline):
        lines.append("")
        lines += [f"“{clean(one.quote)}”"] if one.quote else []
        lines.append(place(one, language))
        lines += [one.url] if one.url and one.url != one.title else []
    return "\n".join(lines)


def _stamp(entry: Entry, timeline: Timeline, options: ExportOptions) -> dt.datetime:
    """When what is said here was last looked at: the review, else the source's own day."""
    reviewed = options.reviewed.get((entry.source, entry.event.id))
    if reviewed is not None:
        return reviewed.astimezone(dt.UTC)
    return published_time(entry, timeline)


def _listed(left_out: list[LeftOut], language: str) -> str:
    words = labels(language)
    lines = [words["calendar_without"]]
    for one in left_out[:_LISTED]:
        event = one.entry.event
        lines.append(f"{date_words(event, language)}: {told(event, language)}")
    if len(left_out) > _LISTED:
        lines.append("…")
    return "\n".join(lines)
