"""timeline.ics, read by the library that wrote it and by one that shares no code with it."""

from __future__ import annotations

import datetime as dt

import ical.calendar_stream
import icalendar
import pytest

from tests.export_example import DATES, REVIEWED, dated, evil, made
from tests.site_example import EXAMPLE
from timeline.exports.ics import span_of
from timeline.when import When

UTC = dt.UTC


@pytest.mark.parametrize(
    ("name", "start", "end"),
    [
        ("day", dt.date(2014, 4, 17), None),
        ("hour", dt.date(2014, 4, 17), None),
        ("minute", dt.datetime(2014, 4, 17, 14, 30), None),
        ("zoned", dt.datetime(2014, 4, 17, 12, 30, tzinfo=UTC), None),
        ("days", dt.date(2014, 5, 16), dt.date(2014, 5, 19)),
        ("hours", dt.datetime(2014, 6, 1, 9), dt.datetime(2014, 6, 1, 11, 30)),
    ],
)
def test_a_day_or_time_is_held(name: str, start: dt.date, end: dt.date | None) -> None:
    """As known; the end of a calendar's event is the first day after it."""
    assert span_of(When.parse(DATES[name])) == (start, end)


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("bc", "not_a_year"),
        ("decade", "not_a_day"),
        ("season", "not_a_day"),
        ("month", "not_a_day"),
        ("week", "not_a_day"),
        ("months", "not_a_day"),
        ("before", "not_closed"),
        ("since", "not_closed"),
        ("about-day", "not_certain"),
        ("possibly", "not_certain"),
        ("every-year", "not_known"),
    ],
)
def test_everything_else_is_left_out_with_the_reason(name: str, why: str) -> None:
    """A week may be “some day of that week”."""
    assert span_of(When.parse(DATES[name])) == why


def test_two_readers_read_the_same() -> None:
    """Titles, days and the longest texts, folded and escaped as they are."""
    text = made("ics", dated()).text
    ours = icalendar.Calendar.from_ical(text)
    other = ical.calendar_stream.IcsCalendarStream.calendar_from_ics(text)

    def plain(value: dt.date) -> str:
        return value.isoformat().replace("+00:00", "Z")

    first = {str(e["uid"]): (str(e["summary"]), plain(e["dtstart"].dt)) for e in ours.events}
    second = {str(e.uid): (str(e.summary), plain(e.dtstart)) for e in other.events}
    assert first == second
    assert len(first) == 6


def test_hostile_words_come_back_as_words() -> None:
    """Backslashes, commas, semicolons and line ends make no new field."""
    text = made("ics", evil("2014-04-17")).text
    (event,) = icalendar.Calendar.from_ical(text).events

    assert str(event["summary"]).startswith("=cmd|'/c calc'!A1 <b onclick=")
    assert "\\n ; 50% #1" in str(event["summary"])
    assert "url" not in event or str(event["url"]).startswith("https://site.example/")


def test_lines_are_folded_at_75_bytes() -> None:
    """And end as RFC 5545 says."""
    lines = made("ics", EXAMPLE).text.split("\r\n")

    assert max(len(line.encode()) for line in lines) <= 75
    assert lines[0] == "BEGIN:VCALENDAR"


def test_what_a_calendar_cannot_hold_is_named_in_it() -> None:
    """Each with its date in words."""
    calendar = icalendar.Calendar.from_ical(made("ics", EXAMPLE).text)
    about = str(calendar["x-wr-caldesc"])

    assert "1970s: The bridge is widened" in about
    assert "March 2013: Grey & Sons is warned (alleged)" in about
    assert "Divers see cracks" not in about


def test_the_stamp_is_the_review_else_the_publication() -> None:
    """In universal time; 1970 where neither is known."""
    reviewed = {("bridge-closed", "00000007"): REVIEWED}
    calendar = icalendar.Calendar.from_ical(made("ics", EXAMPLE, reviewed=reviewed).text)
    stamps = {str(e["uid"]).partition(".")[0]: e["dtstamp"].dt for e in calendar.events}

    assert stamps["00000007"] == dt.datetime(2015, 3, 4, 8, 30, tzinfo=UTC)
    assert stamps["00000006"] == dt.datetime(2014, 5, 9, tzinfo=UTC)
    assert stamps["00000004"] == dt.datetime(1970, 1, 1, tzinfo=UTC)
