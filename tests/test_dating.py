"""`timeline.events.dating`: which date a word of a document has."""

from __future__ import annotations

import pytest

from timeline.events.dating import Dates, Origin, Story, Told, aspect, days
from timeline.events.parser import Parser
from timeline.model import Document, Paragraph, Source
from timeline.pipeline import mentions

PUBLISHED = "2015-09-25"  # a Friday


def date_of(word: str, *texts: str, parser: Parser) -> tuple[str, str]:
    """The date of a word's first place, and where it comes from."""
    source = Source("harbour", "The harbour", published=PUBLISHED)
    document = Document(source, tuple(Paragraph(n, t) for n, t in enumerate(texts, 1)))
    number, offset = next((n, t.index(word)) for n, t in enumerate(texts, 1) if word in t)
    origin = Dates(document, mentions(document), parser).of(number, offset)
    return (origin.when, origin.date_from) if origin else ("", "")


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The council closed the bridge.", "past"),
        ("The bridge was closed.", "past"),
        ("The council has closed the bridge.", "perfect"),
        ("The council had closed the bridge.", "before"),
        ("The council will have closed the bridge.", "ahead"),
        ("The council met to close the bridge.", "ahead"),
        ("The council closes the bridge.", "present"),
    ],
)
def test_how_a_verb_is_told(english: Parser, text: str, told: str) -> None:
    """A participle is told as its helper says."""
    (tree,) = english.parse([text])
    assert aspect(tree, next(i for i, t in enumerate(tree.tokens) if "clos" in t.text)) == told


@pytest.mark.model
@pytest.mark.parametrize(
    ("word", "date"),
    [
        ("signed", ("2015-09-23", "text")),
        ("ceremony", ("2015-09-23", "text")),
        ("cheered", ("2015-09-23", "context")),
        ("repaired", ("2015-09-23", "context")),
        ("praised", ("2015-09-25", "published")),
        ("reopened", ("2015-09-25", "published")),
    ],
)
def test_own_date_then_the_sentences_before_then_publication(
    english: Parser, word: str, date: tuple[str, str]
) -> None:
    """A date holds on for two sentences; what has happened by now is of the day of writing."""
    texts = (
        "Norland and Suder signed an accord at a ceremony in Halden on Wednesday.",
        "Hundreds cheered in the harbour. The crew repaired a crane. Traders praised the accord.",
        "The port has reopened.",
    )
    assert date_of(word, *texts, parser=english) == date


@pytest.mark.model
def test_what_was_said_has_its_own_time(english: Parser) -> None:
    """The day of the saying isn't that of what was said."""
    text = "The mayor said on Wednesday that vandals burned the ferry."
    assert date_of("said", text, parser=english) == ("2015-09-23", "text")
    assert date_of("burned", text, parser=english) == (PUBLISHED, "published")


@pytest.mark.model
def test_a_month_stays_a_month(english: Parser) -> None:
    """A date that holds on is no more precise than it was."""
    texts = ("The ferry sank in March 2014. Divers raised the hull.",)
    assert date_of("raised", *texts, parser=english) == ("2014-03", "context")


def told(index: int, paragraph: int, when: str) -> Told:
    return Told(index, paragraph, when, "then", "it was then")


def test_the_own_paragraph_comes_first() -> None:
    """The nearest date of the paragraph, else the nearest of the one before."""
    story = Story(PUBLISHED)
    story.tell(told(3, 1, "2015-01"))
    story.tell(told(4, 1, "2015-02"))
    assert story.before(5, 2) == Origin("2015-02", "context", "then", "it was then", 1)
    story.tell(told(5, 2, "2015-03"))
    assert (
        story.before(6, 2)
        == story.before(7, 2)
        == Origin("2015-03", "context", "then", "it was then", 2)
    )
    assert story.before(8, 2) is None


def test_an_unclear_date_hides_the_clear_one_before_it() -> None:
    """Nobody reads over a sentence with dates to one further back."""
    story = Story(PUBLISHED)
    story.tell(told(3, 1, "2015-01"))
    story.tell(told(4, 1, ""))
    assert story.before(5, 1) is None


def test_an_hour_belongs_to_its_own_sentence() -> None:
    """What comes after "at 2.30 p.m." is of that day."""
    story = Story(PUBLISHED)
    story.tell(told(0, 1, "2015-09-23T14:30"))
    near = story.before(1, 1)
    assert near is not None
    assert near.when == "2015-09-23"


@pytest.mark.parametrize(
    ("lead", "of_the_day"),
    [
        ((), True),
        ((PUBLISHED,), True),
        (("2014-03",), True),
        (("2015-09-23",), False),
        (("2015-09-23", PUBLISHED), False),
    ],
)
def test_news_of_the_day(lead: tuple[str, ...], of_the_day: bool) -> None:
    """A lead that names another day of these is about that day; old dates are background."""
    assert Story(PUBLISHED, lead=lead).is_of_the_day() is of_the_day
    assert Story(None, lead=lead).is_of_the_day() is False


@pytest.mark.parametrize("when", ["", "2014/..", "-0043-03-15", "no date"])
def test_days_of_what_has_none(when: str) -> None:
    """Open ends and years before 1 have no days to count with."""
    assert days(when) is None
