"""`timeline.when`: EDTF text to bounds, precision, qualifiers and order, and its errors."""

from __future__ import annotations

import datetime as dt
import re

import edtf
import pytest
from edtf.parser.edtf_exceptions import EDTFParseException
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.errors import WhenError
from timeline.when import When, days_in, read


def bounds(text: str) -> tuple[str, str]:
    """Both bounds as short text: without the time where it is the day's first or last second."""
    when = When.parse(text)
    shown = []
    for moment, edge in ((when.earliest, (0, 0, 0)), (when.latest, (23, 59, 59))):
        if moment is None:
            shown.append("-")
            continue
        year, month, day, *clock = moment
        time = "" if tuple(clock) == edge else " " + ":".join(f"{n:02}" for n in clock)
        shown.append(f"{year}-{month:02}-{day:02}{time}")
    return shown[0], shown[1]


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2014", "2014-01-01", "2014-12-31", "year"),
        ("2014-02", "2014-02-01", "2014-02-28", "month"),
        ("2016-02", "2016-02-01", "2016-02-29", "month"),
        ("1900-02", "1900-02-01", "1900-02-28", "month"),
        ("2014-03-16", "2014-03-16", "2014-03-16", "day"),
        ("2014-03-16T14:30", "2014-03-16 14:30:00", "2014-03-16 14:30:59", "minute"),
        ("2014-03-16T14", "2014-03-16 14:00:00", "2014-03-16 14:59:59", "hour"),
        ("2014-03-16T14:30:05Z", "2014-03-16 14:30:05", "2014-03-16 14:30:05", "second"),
        ("2014-03-16T23:30-05:00", "2014-03-16 23:30:00", "2014-03-16 23:30:59", "minute"),
        ("-0043-03-15", "-43-03-15", "-43-03-15", "day"),
        ("0000", "0-01-01", "0-12-31", "year"),
        ("Y-12000", "-12000-01-01", "-12000-12-31", "year"),
        ("Y170000002", "170000002-01-01", "170000002-12-31", "year"),
        ("199X", "1990-01-01", "1999-12-31", "decade"),
        ("18XX", "1800-01-01", "1899-12-31", "century"),
        ("1XXX", "1000-01-01", "1999-12-31", "millennium"),
        ("-01XX", "-199-01-01", "-100-12-31", "century"),
        ("2014-XX", "2014-01-01", "2014-12-31", "year"),
        ("2014-1X", "2014-10-01", "2014-12-31", "year"),
        ("2014-03-XX", "2014-03-01", "2014-03-31", "month"),
        ("2014-02-3X", None, None, None),
        ("2014-XX-31", "2014-01-31", "2014-12-31", "year"),
        ("156X-02-29", "1560-02-29", "1568-02-29", "decade"),
        ("1XX4", "1004-01-01", "1994-12-31", "millennium"),
        ("XXXX-12-25", "-", "-", "unknown"),
        ("2014-21", "2014-03-01", "2014-05-31", "season"),
        ("2014-24", "2014-12-01", "2015-02-28", "season"),
        ("2015-24", "2015-12-01", "2016-02-29", "season"),
        ("2014-29", "2014-09-01", "2014-11-30", "season"),
        ("2014-33", "2014-01-01", "2014-03-31", "quarter"),
        ("2014-36", "2014-10-01", "2014-12-31", "quarter"),
        ("2014-38", "2014-05-01", "2014-08-31", "quadrimester"),
        ("2014-41", "2014-07-01", "2014-12-31", "half"),
        ("2014-03/2014-05-02", "2014-03-01", "2014-05-02", "interval"),
        ("2014-06/2014", "2014-06-01", "2014-12-31", "interval"),
        ("../2014", "-", "2014-12-31", "interval"),
        ("/2014", "-", "2014-12-31", "interval"),
        ("2014-03/..", "2014-03-01", "-", "interval"),
        (
            "2014-03-16T14:30/2014-03-16T16",
            "2014-03-16 14:30:00",
            "2014-03-16 16:59:59",
            "interval",
        ),
    ],
)
def test_bounds_are_inclusive_and_no_tighter_than_known(
    text: str, earliest: str | None, latest: str, precision: str
) -> None:
    """Each form of EDTF gives the first and last moment it can mean, and its precision."""
    if earliest is None:
        with pytest.raises(WhenError):
            When.parse(text)
        return
    assert bounds(text) == (earliest, latest)
    assert When.parse(text).precision == precision
    assert When.parse(text).text == text


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("2014", False, False),
        ("2014~", True, False),
        ("2014?", False, True),
        ("2014-03%", True, True),
        ("2014-~03", True, False),
        ("?2014-03-16", False, True),
        ("2014~-03?-16", True, True),
        ("2014-21~", True, False),
        ("199X?", False, True),
        ("2014/2015~", True, False),
        ("../2014?", False, True),
    ],
)
def test_a_qualifier_of_any_part_or_end_qualifies_the_whole(
    text: str, approximate: bool, uncertain: bool
) -> None:
    """`~` is approximate, `?` uncertain, `%` both, wherever it stands; bounds stay as written."""
    when = When.parse(text)
    assert (when.approximate, when.uncertain) == (approximate, uncertain)
    assert bounds(text) == bounds(re.sub("[~?%]", "", text))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [("../2014", True, False), ("/2014", True, False), ("2014/..", False, True),
     ("2014/", False, True), ("2014/2015", False, False), ("2014", False, False)],
)  # fmt: skip
def test_open_and_unknown_ends_are_open(text: str, start: bool, end: bool) -> None:
    """Both `..` and nothing leave that end without a bound."""
    when = When.parse(text)
    assert (when.open_start, when.open_end) == (start, end)
    assert (when.earliest is None, when.latest is None) == (start, end)


@pytest.mark.parametrize(
    ("text", "what", "hint"),
    [
        ("2015-02-30", "February 2015 has 28 days", "2015-02 where the day is not known"),
        ("-0043-02-29", "February -0043 has 28 days", "-0043-02"),
        ("2014-13", "there is no month 13", "2014 where"),
        ("2014-00", "there is no month 00", "2014"),
        ("2014-25-12", "there is no month 25", "2014-12-25 (year, month, day)"),
        ("2014-21-05", "there is no month 21", "2014-05-21"),
        ("2014-42", "there is no month 42", "2014"),
        ("2014-02-3X", "no day fits", "2014"),
        ("2014-05/2014-03", "ends before it starts", "2014-03/2014-05"),
        ("/", "neither a start nor an end", "2014/.."),
        ("../..", "neither a start nor an end", "../2014"),
        ("2014/2015/2016", "is no date in EDTF", "2014-03-16/2014-03-18"),
        ("2014/x", "'x' is no date", "2014"),
        ("-0000", "-0000", "0000"),
        ("Y2014", "is no date in EDTF", "write 2014"),
        ("Y00012", "starts with 0", "four digits"),
        ("Y12000-03", "stands alone", "Y12000"),
        ("2014-03T10:00", "needs a whole, certain day", "2014-03"),
        ("2014-03-16~T10:00", "needs a whole, certain day", "2014-03-16~"),
        ("2014-03-16T24:00", "no such time of day", "hours 00 to 23"),
        ("2014-03-16T10:60", "no such time of day", "minutes"),
        ("2014-03-16T10:00+15:00", "no such offset", "+14:00"),
        ("", "an empty text is no date", "2014-03-16"),
        (" 2014", "is no date in EDTF", "write 2014"),
        ("٢٠١٤", "is no date in EDTF", "2014"),
        ("March 2014", "is no date in EDTF", "write 2014-03"),
    ],
)  # fmt: skip
def test_an_error_says_what_is_wrong_and_what_to_write(text: str, what: str, hint: str) -> None:
    """Every refusal names the text, the reason and a form that would be right."""
    with pytest.raises(WhenError) as caught:
        When.parse(text)
    assert what in caught.value.what
    assert hint in caught.value.hint


@given(st.text(alphabet="0123456789XY-/.~?%T:Z+ ", max_size=24) | st.text(max_size=40))
def test_any_text_is_a_date_or_a_when_error(text: str) -> None:
    """No text raises anything but WhenError; what parses keeps its text and ordered bounds."""
    try:
        when = When.parse(text)
    except WhenError:
        return
    assert when.text == text
    assert when.earliest is None or when.latest is None or when.earliest <= when.latest
    assert isinstance(when.display(), str)


def test_a_very_long_text_is_refused_quickly_and_shown_short() -> None:
    """A novel pasted into `when` gives one short message."""
    with pytest.raises(WhenError) as caught:
        When.parse("1/" * 500_000)
    assert len(str(caught.value)) < 300


@given(st.dates())
def test_a_day_is_that_day(day: dt.date) -> None:
    """From a date and back, and through `datetime` as HTML has it."""
    when = When.from_date(day)
    assert when.text == when.datetime == day.isoformat()
    assert when.day == day


def test_the_time_of_a_datetime_is_left_out() -> None:
    """`from_date` gives a day even for a datetime, which is a date too."""
    assert When.from_date(dt.datetime(2014, 3, 16, 14, 30)).text == "2014-03-16"


def test_a_day_is_known_only_where_there_is_exactly_one() -> None:
    """A time is in its day; a month, an interval and a day that `date` can't hold have none."""
    assert When.parse("2014-03-16T14:30").day == dt.date(2014, 3, 16)
    for text in ("2014-03", "2014-03-16/2014-03-16", "-0043-03-15", "2014-03-1X", "XXXX-03-16"):
        assert When.parse(text).day is None


IN_ORDER = [
    "../-0043",
    "-0043",
    "-0043-03-15",
    "0000",
    "18XX",
    "/2014",
    "2014/..",
    "2014/2015",
    "2014",
    "2014-33",
    "2014-01",
    "2014-01-01",
    "2014-01-01T09:00",
    "2014-01-02",
    "2014-01-02~",
    "../2014-02",
    "2014-02",
    "2014-21",
    "2014-03-16",
    "2015",
    "Y12000",
    "XXXX",
]


def test_a_timeline_goes_by_the_earliest_moment_then_the_wider_first() -> None:
    """A year stands before its months as a heading does; "before 2014" stands before 2014."""
    parsed = [When.parse(text) for text in reversed(IN_ORDER)]
    assert [when.text for when in sorted(parsed, key=lambda when: when.sort_key)] == IN_ORDER


def test_the_order_is_total() -> None:
    """Two texts never share a sort key, so the order of files can't show in a timeline."""
    texts = [*IN_ORDER, "2014?", "2014~", "2014%", "2014-XX", "2014-01/2014-12", "2014/"]
    assert len({When.parse(text).sort_key for text in texts}) == len(texts)


@pytest.mark.parametrize(
    ("one", "other", "overlap", "contain"),
    [
        ("2014", "2014-03-16", True, True),
        ("2014-03-16", "2014", True, False),
        ("2014-03", "2014-04", False, False),
        ("2014-03/2014-04", "2014-04/2014-05", True, False),
        ("2014/..", "2020", True, True),
        ("2014/..", "2013", False, False),
        ("2014", "2014/..", True, False),
        ("../2014", "-0043", True, True),
        ("../2014", "2014/..", True, False),
        ("2014", "2014", True, True),
        ("2014-03-16", "2014-03-16T14:30", True, True),
        ("199X", "2000", False, False),
    ],
)
def test_overlap_and_containment_go_by_the_bounds(
    one: str, other: str, overlap: bool, contain: bool
) -> None:
    """Overlap is mutual; an open end contains everything on its side and lies in none closed."""
    first, second = When.parse(one), When.parse(other)
    assert first.overlaps(second) is second.overlaps(first) is overlap
    assert first.contains(second) is contain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2014", "2014"),
        ("0009", "0009"),
        ("Y12000", "12000"),
        ("2014-03", "2014-03"),
        ("2014-XX", "2014"),
        ("2014-03-XX", "2014-03"),
        ("2014-03-16", "2014-03-16"),
        ("2014-03-16T14", "2014-03-16"),
        ("2014-03-16T14:30", "2014-03-16T14:30"),
        ("2014-03-16T14:30:05Z", "2014-03-16T14:30:05Z"),
        ("2014-03-16T14:30-05", "2014-03-16T14:30-05:00"),
        ("2014-03-16T14:30-00:00", "2014-03-16T14:30Z"),
        *((text, None) for text in ("2014~", "2014?", "0000", "-0043-03-15", "199X", "2014-21",
                                    "2014-33", "2014/2015", "../2014", "XXXX-12-25")),
    ],
)  # fmt: skip
def test_html_gets_no_more_than_is_known_and_nothing_it_cannot_hold(
    text: str, expected: str | None
) -> None:
    """`<time datetime>` takes years above 0, months, days and times; nothing vague."""
    assert When.parse(text).datetime == expected


def test_equal_texts_are_equal_and_the_cache_returns_the_same_value() -> None:
    """A When is its text: values hash and compare by it."""
    assert When.parse("2014") is When.parse("2014")
    assert read.__wrapped__("2014") == When.parse("2014")
    assert len({When.parse("2014"), read.__wrapped__("2014"), When.parse("2014~")}) == 2


@pytest.mark.parametrize("year", [-400, -100, -4, -1, 0, 1, 4, 100, 400, 1900, 2000, 2100])
def test_february_has_29_days_in_leap_years_before_year_1_too(year: int) -> None:
    """The Gregorian rule, carried backwards: 400 years repeat, so a year above 0 tells."""
    month_later = dt.date(2000 + year % 400, 3, 1)
    assert days_in(year, 2) == (month_later - dt.timedelta(days=1)).day


# The oracle. Each disagreement stands here with its reason, and must be one.
SINGLE_X = "edtf fails on an X in one digit of a month or a day"
DISAGREEMENTS = {
    r"2014 ": "edtf takes text with spaces around it",
    r"X[0-9X]{3}(-.*)?": "edtf takes an unknown first digit for 0 to 9; ours has no bounds",
    r"-?[0-9X]{4}-(24|28|30)[~?%]?": "edtf cuts a winter at 31 December; ours runs to February",
    r"-?[0-9]{4}-(2[1-9]|3[0-9]|4[01])[~?%]": "edtf qualifies no seasons",
    r"[0-9]{4}-(X[0-9]|[0-9]X)": SINGLE_X,
    r"[0-9]{4}-[0-9]{2}-(X[0-9]|[0-9]X)": SINGLE_X,
    r"[^/]+/(Y.*|....-33)": "edtf takes no long year or quarter at the end of an interval",
    r"199X/2014-09\?|2014-03~/201X-XX": "edtf takes no interval of an X and a qualifier",
    r"\.\./[^.]+|[^.]+/\.\.": "edtf fails on the bounds of an interval with an open end",
    r"/[^.]+|[^.]+/": "edtf reaches 10 years from an unknown end; ours has no bound there",
    r"2015-12-31/2014.*": "edtf takes an interval that ends before it starts",
}


def oracle(text: str) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """The days of edtf's strict bounds (it has no times); None where it refuses or fails."""
    try:
        parsed = edtf.parse_edtf(text)
        return tuple(parsed.lower_strict()[:3]), tuple(parsed.upper_strict()[:3])
    except (EDTFParseException, AttributeError, TypeError, ValueError):
        return None


def ours(text: str) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """The same of `When`: an end without a bound is an empty tuple."""
    try:
        when = When.parse(text)
    except WhenError:
        return None
    return (when.earliest or ())[:3], (when.latest or ())[:3]


YEARS = ("-9999", "-0044", "-0004", "-0001", "0000", "0001", "0044", "1582", "1900", "2000", "2015")
GRID = {
    "years": [
        *(f"{year}{mark}" for year in YEARS for mark in ("", "~", "?", "%")),
        *("Y12000", "Y-12000", "Y170000002", "Y2014", "2014 ", "20140316", "14", "2014-3"),
    ],
    "months": [f"{year}-{n:02}" for year in YEARS for n in range(43)],
    "qualified": [
        f"2014-{n:02}{mark}" for n in (1, 6, 12, 21, 22, 23, 24, 25, 33, 41) for mark in "~?%"
    ],
    "days": [
        f"{year}-{month:02}-{day:02}"
        for year in ("-0044", "0004", "1900", "2000", "2014", "2015")
        for month in range(1, 13)
        for day in (0, 1, 28, 29, 30, 31, 32)
        if (month, day) != (2, 29)  # on its own: see test_edtf_knows_no_leap_years
    ],
    "parts": ["2014-~03", "?2014-03", "2014-03-~16", "2014-?03-16", "%2014-03-16", "~2014"],
    "unspecified": [
        *(f"{sign}{year}" for sign in ("", "-") for year in ("199X", "19XX", "1XXX", "000X")),
        *("XXXX", "XXXX-12", "XXXX-12-25", "XXXX-XX-25", "1X9X", "19X4", "X999", "X9X9"),
        *(f"{year}-{rest}" for year in ("2015", "156X", "15XX", "1XX4")
          for rest in ("XX", "XX-XX", "02-XX", "XX-25", "04-30", "12-25")),
        *("2015-1X", "2015-0X", "2015-X2", "2015-03-1X", "2015-03-X1"),
    ],
    "intervals": [
        f"{start}/{end}"
        for start in ("..", "", "-0044", "199X", "2014-03~", "2014-03-16", "2014-21", "2015-12-31")
        for end in ("2014", "2014-09?", "2014-12-25", "2016-33", "201X-XX", "Y12000", "..", "")
    ],
}  # fmt: skip


@pytest.mark.parametrize("family", GRID)
def test_the_edtf_library_agrees_but_for_what_is_listed(family: str) -> None:
    """Same bounds or same refusal for every text, except the listed, which do differ."""
    wrong = []
    for text in GRID[family]:
        reason = next((DISAGREEMENTS[p] for p in DISAGREEMENTS if re.fullmatch(p, text)), None)
        theirs, mine = oracle(text), ours(text)
        if (theirs == mine) == bool(reason):
            wrong.append((text, theirs, mine, reason))
    assert not wrong


@given(
    st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31)),
    st.sampled_from(["{}", "{}~", "{}?", "{}%", "{}/9999-12-31", "0001-01-01/{}"]),
)
@settings(max_examples=60, deadline=None)
def test_the_edtf_library_agrees_on_any_day(day: dt.date, form: str) -> None:
    """Days alone, qualified, and at both ends of an interval."""
    text = form.format(day.isoformat())
    assert ours(text) == oracle(text)


@pytest.mark.parametrize("year", ["2015", "1900", "-0043"])
def test_edtf_knows_no_leap_years(year: str) -> None:
    """It takes 29 February in any year, ours only in leap years; both take it in 2016."""
    assert oracle(f"{year}-02-29") is not None
    assert ours(f"{year}-02-29") is None
    assert ours("2016-02-29") == oracle("2016-02-29")
