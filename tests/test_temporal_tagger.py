"""`tag` on running text: what a news story and a history need, and that it never breaks."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.temporal import tag
from timeline.temporal.rule import words
from timeline.when import When

FRIDAY = dt.date(2015, 9, 25)

WIRE = """The two presidents will meet next week in Geneva, their spokesman announced on Friday.
The ferry, due on Monday, would be the first since the port closed in 1997.
The strike has been overshadowed in the past two weeks by the floods; last week the river rose.
On Wendesday, the governor said that he had phoned the mayor in June.
He was first elected in March 2012, nearly a year after the four-year-old reform was dropped.
More than 40 towns sent 312 people. Call 202-555-0142."""

HISTORY = """The siege began on 3 May 1683. On 12 July the outer wall fell, and two days later the
garrison asked for terms. In September a second army came. The following year the treaty was
signed. By 1690 the border had moved. That winter was hard."""


def found(text: str, published: dt.date | None = FRIDAY) -> dict[str, str | None]:
    """Text of each mention -> its EDTF."""
    return {m.text: m.when for m in tag(text, published=published)}


def test_news_story_is_read_from_its_publication_date() -> None:
    """Weeks, weekdays by tense, months just past, a slip of the pen, and a bounded duration."""
    assert found(WIRE) == {
        "next week": "2015-09-28/2015-10-04",
        "Friday": "2015-09-25",
        "Monday": "2015-09-28",
        "1997": "1997",
        "the past two weeks": "2015-09-11/2015-09-25",
        "last week": "2015-09-14/2015-09-20",
        "Wendesday": "2015-09-23",
        "June": "2015-06",
        "March 2012": "2012-03",
        "nearly a year": None,
    }


def test_without_publication_date_absolute_dates_stand_and_the_rest_is_open() -> None:
    """A relative expression keeps its open value and says that its anchor is missing."""
    mentions = {m.text: m for m in tag(WIRE, published=None)}
    assert mentions["1997"].when == "1997"
    assert mentions["March 2012"].when == "2012-03"
    for said, value in {
        "Friday": "XXXX-WXX-5",
        "June": "XXXX-06",
        "next week": "XXXX-WXX",
        "the past two weeks": "P2W",
    }.items():
        assert (mentions[said].value, mentions[said].when) == (value, None)
        assert mentions[said].anchor == "missing"


def test_history_takes_the_year_from_the_text_before() -> None:
    """In narrative a bare day, month or season belongs to the running year."""
    when = {m.text: m.when for m in tag(HISTORY, published=dt.date(2012, 4, 1), genre="narrative")}
    assert when == {
        "3 May 1683": "1683-05-03",
        "12 July": "1683-07-12",
        "two days later": "1683-07-14",
        "September": "1683-09",
        "The following year": "1684",
        "1690": "1690",
        "That winter": "1684-24",
    }


def test_year_deep_in_a_sentence_does_not_move_a_story() -> None:
    """A look at another year in passing leaves the running year as it was."""
    text = (
        "On 3 May 1683 the siege began. The outer wall fell, though the garrison, as was learned "
        "from papers that were found when the archive was opened in 1901, had food for a year. "
        "On 4 August it left. In 1685 it came back. On 6 June it won."
    )
    when = [m.when for m in tag(text, published=None, genre="narrative") if m.type == "DATE"]
    assert when == ["1683-05-03", "1901", "1683-08-04", "1685", "1685-06-06"]


def test_genre_is_told_by_the_text() -> None:
    """Many far dates and no weekdays make a story; a story of the day stays news."""
    story = HISTORY + " In 1699 and 1702 it was renewed; in 1710 it was broken."
    assert [m.when for m in tag(story, published=FRIDAY)][1] == "1683-07-12"
    assert found("The wall fell in 1989. On 12 July it rained.")["12 July"] == "2015-07-12"


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The minister will speak on Monday.", "2015-09-28"),
        ("The minister spoke on Monday.", "2015-09-21"),
        ("The minister is to speak on Friday.", "2015-09-25"),
        ("She said the hearing would resume Tuesday.", "2015-09-29"),
        ("The paper, released Tuesday, is long.", "2015-09-22"),
        ("They are expected to arrive on Thursday.", "2015-10-01"),
        ("He had been due to leave on Thursday.", "2015-09-24"),
        ("It stays shut until Thursday.", "2015-10-01"),
    ],
)
def test_tense_decides_the_side_of_a_weekday(text: str, when: str) -> None:
    """Past tense looks up to a week back, future tense up to a week ahead."""
    assert [m.when for m in tag(text, published=FRIDAY)] == [when]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The bridge will reopen in two days.", "2015-09-27~"),
        ("The bridge will reopen in a year.", "2016~"),
        ("The bridge was built in two days.", None),
        ("They will meet for the first time in two years.", None),
    ],
)
def test_length_ahead_dates_what_is_to_come(text: str, when: str | None) -> None:
    """ "In" and a length after a future verb is a time; after a past verb or a rank it is none."""
    assert [m.when for m in tag(text, published=FRIDAY)] == [when]


def test_discourse_day_carries_over() -> None:
    """ "The following day" and "the same day" are counted from the day last named."""
    text = "On 8 March 2013 the bank failed. The following day it was sold. The same day it shut."
    assert [m.when for m in tag(text, published=FRIDAY)] == [
        "2013-03-08",
        "2013-03-09",
        "2013-03-09",
    ]


def test_number_and_full_stop_end_a_sentence() -> None:
    """The tense of the sentence before "7." says nothing about the next."""
    text = "It will close on Dec. 7. On Monday, the yard was empty."
    assert [m.when for m in tag(text, published=FRIDAY)] == ["2015-12-07", "2015-09-21"]


STORY = """It was on 6 March that the king signed the order on which this month's rules rest. On the
same day he left."""


def test_day_stays_while_the_text_speaks_of_its_month() -> None:
    """ "The same day" is the latest day that was named, not the month named since."""
    when = [m.when for m in tag(STORY, published=dt.date(2014, 3, 20))]
    assert when == ["2014-03-06", "2014-03", "2014-03-06"]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("On Monday the dam broke, the worst flood since May 1999. The next day it rained.", "22"),
        ("On Monday the dam broke, the worst since May 1999. Two days later it rained.", "23"),
        ("On Monday the dam broke, the worst flood since May 1999. That evening it rained.", "21"),
        ("On Monday the dam broke, the worst flood since 1999. A day earlier it had rained.", "20"),
        ("On Monday the dam broke, the worst since 1999. Two hours later it rained.", "21~"),
    ],
)
def test_look_at_another_time_within_a_sentence_leaves_the_day(text: str, when: str) -> None:
    """A month or year in the sentence of a day doesn't take its place."""
    assert [m.when for m in tag(text, published=FRIDAY)][-1] == f"2015-09-{when}"


def test_day_is_left_where_a_later_sentence_is_elsewhere() -> None:
    """Days after a month that the text has moved to are about that month."""
    text = "On Monday the dam broke. In May 1999 it had been mended. Two days later it rained."
    assert [m.when for m in tag(text, published=FRIDAY)][-1] == "1999-05~"


def test_days_after_a_week_are_not_exact() -> None:
    """ "Last week" names no day to count from."""
    text = "Last week the dam broke. The next day it rained."
    assert [m.when for m in tag(text, published=FRIDAY)][-1] == "2015-09~"


def test_week_after_a_day_is_about_that_day_and_what_follows_it_too() -> None:
    """ "A week later" is seven days on, more or less; so is what is counted from it."""
    text = "On 6 March it began. A week later it failed. Two days later it was over."
    when = [m.when for m in tag(text, published=dt.date(2014, 3, 20))]
    assert when == ["2014-03-06", "2014-03-13~", "2014-03-15~"]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Two days after the 16 March referendum it met.", ["2014-03-18", "2014-03-16"]),
        ("Two days after the vote on 16 March it met.", ["2014-03-18", "2014-03-16"]),
        ("A week after the 16 March vote it met.", ["2014-03-23~", "2014-03-16"]),
        ("Two months after the vote of March 2013 it met.", ["2013-05~", "2013-03"]),
        ("The day after Monday's vote it met.", ["2014-03-18", "2014-03-17"]),
        ("The day before the 16 March vote it met.", ["2014-03-15", "2014-03-16"]),
        ("Two days after the vote, it met on Monday.", [None, "2014-03-17"]),
        ("Two days after the vote Ann resigned on Monday.", [None, "2014-03-17"]),
        ("Two days after the vote of March 2013 it met.", [None, "2013-03"]),
        ("More than two days after the 16 March vote it met.", [None, "2014-03-16"]),
        ("The day after the vote it met.", []),
    ],
)
def test_length_beside_a_date_is_counted_from_it(text: str, when: list[str | None]) -> None:
    """Only where the event itself carries the date, and as precise as both."""
    assert [m.when for m in tag(text, published=dt.date(2014, 3, 20))] == when


def test_list_of_dates_looks_one_way() -> None:
    """What is said of the first of two dates holds for the second."""
    text = "The elections planned by both for October and November were put off."
    assert [m.when for m in tag(text, published=FRIDAY)] == ["2015-10", "2015-11"]


def test_month_after_since_then_is_the_next_one() -> None:
    """Without a publication date, "since then" gives a bare month its year; others stay open."""
    text = "They met in November 2014 and often spoke since then, the last time in June. In May?"
    june, may = tag(text, published=None)[1:]
    assert (june.when, june.anchor) == ("2015-06", "discourse")
    assert (may.when, may.anchor) == (None, "missing")


def test_week_of_the_year_before_has_the_iso_year() -> None:
    """On 2 January 2016 (in ISO week 2015-W53) "this week" still belongs to 2015."""
    (mention,) = tag("It rained all this week.", published=dt.date(2016, 1, 2))
    assert (mention.value, mention.when) == ("2015-W53", "2015-12-28/2016-01-03")


def test_a_language_without_rules_finds_nothing() -> None:
    """Who wants to know beforehand asks `lang.speaks`."""
    assert tag("Friday, 16 March 2014", published=FRIDAY, language="xx") == ()


WORDS = st.sampled_from(
    sorted(
        words(
            "the a last next this of in on early mid late 3 16 31 29 1984 2014 10:30 p.m. March "
            "Feb. May Friday Mon. days year years week quarter third century 1980s BC ago later "
            "two twenty and to - – , . ( ) ' ’ $ every half year's following spring fall Q3 noon "
            "night second minute 99,999 9999999 1/2 2014-02-30 31/12/9999 0001 now future Easter "
            "year-end 4,000,000 hundred thousand Thusday"
        )
    )
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=30).map(" ".join))
DAYS = st.one_of(st.none(), st.dates())


@settings(max_examples=400, deadline=None)
@given(TEXTS, DAYS, st.sampled_from(["auto", "news", "narrative"]))
def test_any_text_gives_sound_mentions(text: str, published: dt.date | None, genre: str) -> None:
    """Never an error; offsets valid and in order; every `when` is EDTF; open ones are marked."""
    position = 0
    for mention in tag(text, published=published, genre=genre):  # type: ignore[arg-type]
        assert position <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        assert mention.type in ("DATE", "TIME", "DURATION", "SET")
        assert mention.value
        if mention.when is not None:
            When.parse(mention.when)
        if mention.anchor == "missing":
            assert mention.when is None
        position = mention.end
    assert tag(text, published=published) == tag(text, published=published)


@pytest.mark.parametrize("text", ["next week", "this weekend", "in the next ten years", "tomorrow"])
def test_last_day_of_the_calendar_is_no_error(text: str) -> None:
    """What would lie beyond year 9999 is cut off or left out."""
    for mention in tag(text, published=dt.date.max):
        assert mention.when is None or When.parse(mention.when)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mills closed in the 1960s and 70s.", ["196X", "197X"]),
        ("It ruled in the late 18th and early 19th centuries.", ["17XX", "18XX"]),
        ("Court sits every Tuesday and Thursday.", [None, None]),
        ("Sales fell in May and July last year.", ["2014-05", "2014-07"]),
        ("They fought through the spring and summer of 1940.", ["1940-21", "1940-22"]),
        ("The accounts for fiscal year 2018-19 are out.", ["2018", "2019"]),
        ("The boxy cars of the 70s and 80s are back.", ["197X", "198X"]),
        ("First loss since 1992\n\nJanuary 27, 2006", ["1992", "2006-01-27"]),
        ("First loss since 1992\nJanuary 27, 2006", ["1992", "2006-01-27"]),
        ("On 3 April 2011 divers found it; they raised it in May.", ["2011-04-03", "2011-05"]),
        ("Divers found it on 3 April 2011. They saw it in May.", ["2011-04-03", "2015-05"]),
        ("“We vote tomorrow,” she said on Tuesday.", ["2015-09-23", "2015-09-22"]),
        ('"We vote tomorrow," she said. It met on Tuesday.', ["2015-09-26", "2015-09-22"]),
        ('He said on Sunday that "yesterday was sad".', ["2015-09-20", "2015-09-19"]),
        ("He said on Sunday that they had met yesterday.", ["2015-09-20", "2015-09-24"]),
        ("“Come tonight,” he wrote on Monday.", ["2015-09-21", "2015-09-21"]),
        ("It rained in May, June and July 2014.", ["2014-05", "2014-06", "2014-07"]),
        ("She was seen on 3 May and 5 June 2014.", ["2014-05-03", "2014-06-05"]),
        ("They met between 2pm and 4pm on Monday.", ["2015-09-21T14:00", "2015-09-21T16:00"]),
        ("They met from 11 to 1 p.m. on Monday.", ["2015-09-21T11:00", "2015-09-21T13:00"]),
        ("The museum is open Monday through Friday.", ["2015-09-21", "2015-09-25"]),
    ],
)
def test_both_ends_of_a_pair_have_their_own_time(text: str, expected: list[str | None]) -> None:
    """Two times told with one noun are two mentions."""
    assert [m.when for m in tag(text, published=dt.date(2015, 9, 25))] == expected
