"""How other taggers' output becomes TIMEX3 for the comparison: fairly, and to the letter."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace

import pytest

from tests.bench import adapters
from tests.bench.rivals import of_calendar, right_of, timexes
from tests.bench.temporal import Figures, Sample, Timex, compare
from tests.bench.throughput import prose

WEDNESDAY = dt.date(2014, 5, 7)
MOMENT = dt.datetime(2014, 5, 7, 16, 30)


@pytest.mark.parametrize(
    ("grain", "value"),
    [
        ("year", "2014"),
        ("quarter", "2014-Q2"),
        ("month", "2014-05"),
        ("week", "2014-W19"),
        ("day", "2014-05-07"),
        ("minute", "2014-05-07T16:30"),
    ],
)
def test_a_moment_is_cut_to_its_grain(grain: str, value: str) -> None:
    """A tagger that says "month" isn't charged with a day."""
    assert adapters.cut(MOMENT, grain) == value


def recognized(kind: str, *values: dict[str, str]) -> tuple[str, str]:
    result = SimpleNamespace(type_name=f"datetimeV2.{kind}", resolution={"values": [*values]})
    return adapters._recognized(result, WEDNESDAY)


def test_recognizers_past_side_is_taken_of_two() -> None:
    """It gives last and next Friday; of 7 May, the last is the 2nd."""
    last = {"timex": "XXXX-WXX-5", "value": "2014-05-02"}
    coming = {"timex": "XXXX-WXX-5", "value": "2014-05-09"}
    assert recognized("date", last, coming) == ("DATE", "2014-05-02")


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("daterange", {"timex": "XXXX-03", "start": "2014-03-01"}, ("DATE", "2014-03")),
        ("date", {"timex": "XXXX-03-16", "value": "2014-03-16"}, ("DATE", "2014-03-16")),
        ("daterange", {"timex": "SP", "value": "not resolved"}, ("DATE", "2014-SP")),
        ("time", {"timex": "T10:30", "value": "10:30:00"}, ("TIME", "2014-05-07T10:30")),
        ("datetime", {"timex": "2014-05-02T17"}, ("TIME", "2014-05-02T17:00")),
        ("set", {"timex": "XXXX-WXX-1", "value": "not resolved"}, ("SET", "XXXX-WXX-1")),
        ("duration", {"timex": "P2W", "value": "1209600"}, ("DURATION", "P2W")),
        (
            "daterange",
            {"timex": "(2013-07-01,2013-10-01,P3M)", "start": "2013-07-01"},
            ("DATE", "2013-Q3"),
        ),
    ],
)
def test_recognizers_timex_becomes_timex3(
    kind: str, value: dict[str, str], expected: tuple[str, str]
) -> None:
    """Open years are filled from its resolution, seasons and hours spelled as TIMEX3 has them."""
    assert recognized(kind, value) == expected


def point(day: str, grain: str = "day") -> dict[str, str]:
    return {"value": f"{day}.000+00:00", "grain": grain, "type": "value"}


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("2014-05-09T00:00:00", "2014-05-16T00:00:00", "2014-05-02"),
        ("2015-03-03T00:00:00", "2016-03-03T00:00:00", "2014-03-03"),
        ("2014-05-07T00:00:00", "2014-05-14T00:00:00", "2014-05-07"),
    ],
)
def test_duckling_looks_back(first: str, second: str, expected: str) -> None:
    """It only offers what is to come; the round before is what news means, today included."""
    value = {**point(second), "values": [point(first), point(second)]}
    assert adapters._ducked({"dim": "time", "value": value}, WEDNESDAY) == ("DATE", expected)


@pytest.mark.parametrize(
    ("start", "end", "grain", "expected"),
    [
        ("2013-06-21T00:00:00", "2013-09-24T00:00:00", "day", ("DATE", "2013-SU")),
        ("2014-05-06T00:00:00", "2014-05-06T12:00:00", "hour", ("TIME", "2014-05-06TMO")),
        ("2014-05-09T18:00:00", "2014-05-12T00:00:00", "hour", ("DATE", "2014-W19-WE")),
        ("2014-03-03T00:00:00", "2014-03-06T00:00:00", "day", ("DATE", "2014-03-03")),
    ],
)
def test_duckling_intervals_get_their_names(
    start: str, end: str, grain: str, expected: tuple[str, str]
) -> None:
    """Summer, a morning and a weekend are named; another interval counts by its start."""
    value = {"type": "interval", "from": point(start, grain), "to": point(end, grain)}
    assert adapters._ducked({"dim": "time", "value": value}, WEDNESDAY) == expected


def test_duckling_years_before_christ_are_spelled_as_timex3() -> None:
    """Python has no such years, TIMEX3 has."""
    value = {**point("-0494-01-01T00:00:00", "year"), "values": []}
    assert adapters._ducked({"dim": "time", "value": value}, WEDNESDAY) == ("DATE", "BC0494")


def test_heideltime_tags_become_offsets_into_the_text_it_was_given() -> None:
    """Its output is the text with tags in it, nothing escaped."""
    text = "R&D in May <2014> ended."
    marked = text.replace("May", '<TIMEX3 tid="t1" type="DATE" value="2014-05">May</TIMEX3>')
    found = [*adapters._inline(f"<?xml?>\n<TimeML>\n{marked}\n</TimeML>\n", text)]
    assert found == [(7, 10, "DATE", "2014-05")]


def test_heideltime_text_that_came_back_shorter_is_an_error() -> None:
    """Offsets into another text would be counted against it."""
    with pytest.raises(ValueError, match="gave back 3 of 40"):
        list(adapters._inline("<TimeML>\nabc\n</TimeML>", "x" * 40))


def test_offsets_of_paragraphs_are_those_of_the_text() -> None:
    """Blank lines, indents and single line breaks shift nothing."""
    text = "\n  One here.\nstill one\n\n \nTwo.\n"

    def tagger(paragraph: str, published: dt.date) -> list[adapters.Found]:
        return [(0, 3, "DATE", paragraph)]

    found = adapters.by_paragraph(tagger)(text, WEDNESDAY)
    assert [text[start:end] for start, end, _, _ in found] == ["One", "Two"]
    assert found[0][3] == "One here.\nstill one"


def test_output_is_trimmed_and_counted_once() -> None:
    """White space at the ends and repeats cost nobody points."""
    found = [(3, 7, "DATE", "2014"), (2, 7, "DATE", "2014")]
    assert timexes("in 2014 ", found) == [Timex(3, 7, "2014", "DATE")]


def test_calendar_figures_leave_out_what_stands_on_other_gold() -> None:
    """A rival that dates a duration is not wrong about the calendar."""
    gold = (Timex(0, 4, "2014", "DATE"), Timex(10, 19, "P2W", "DURATION"))
    one = Sample("a.tml", "2014, for two weeks, 2013", WEDNESDAY, gold)
    found = [Timex(0, 4, "2014", "DATE"), Timex(14, 19, "2014-05", "DATE")]
    dated, dates = of_calendar(one, found)
    assert (dated.gold, dates) == (gold[:1], found[:1])


def test_a_mention_is_right_where_an_overlapping_one_has_its_value() -> None:
    """The right value in another place is no help."""
    gold = (Timex(0, 4, "2014", "DATE"), Timex(6, 10, "2015", "DATE"))
    one = Sample("a.tml", "2014, 2015, 1900", None, gold)
    assert right_of(one, [Timex(0, 5, "2014"), Timex(12, 16, "2015")]) == {0}


def test_value_f1_is_relaxed_f1_times_the_share_of_right_values() -> None:
    """Two of two found, one value right, one found too many: 2*2/(2+3) = 80, half of it 40."""
    gold = (Timex(0, 4, "2014", "DATE"), Timex(6, 10, "2015", "DATE"))
    ours = [Timex(0, 4, "2014"), Timex(6, 10, "2016"), Timex(12, 16, "1900")]
    figures = Figures()
    compare(Sample("a.tml", "2014, 2015, 1900", None, gold), figures, ours)
    assert figures.f1(figures.relaxed) == pytest.approx(80)
    assert figures.value_f1 == pytest.approx(40)


def test_generated_prose_is_the_same_for_the_same_seed() -> None:
    """A figure can be measured again."""
    assert len(prose(2048, 5)) == 2048
    assert prose(2048, 5) == prose(2048, 5) != prose(2048, 6)
