"""`timeline.events.undated`: events whose own sentence has no date."""

from __future__ import annotations

import pytest

from timeline.events import load_parser, propose
from timeline.events.parser import Parser
from timeline.events.reading import Sentence
from timeline.events.undated import may_tell
from timeline.model import Document, Event, Paragraph, Source
from timeline.pipeline import mentions

LEAD = "Norland's army seized the port of Halden on Wednesday after a week of fighting."


@pytest.fixture(params=["plain", pytest.param("model", marks=pytest.mark.model)])
def parser(request: pytest.FixtureRequest) -> Parser | None:
    """Both paths: without and with the language model."""
    if request.param == "plain":
        return None
    loaded = load_parser("en")
    if loaded is None:
        pytest.skip("no English model installed")
    return loaded


def undated(
    *texts: str, parser: Parser | None, published: str | None = "2015-09-25"
) -> list[Event]:
    """The proposals whose date stands elsewhere."""
    source = Source("halden", "Norland seizes the port of Halden", published=published)
    document = Document(source, tuple(Paragraph(n, t) for n, t in enumerate(texts, 1)))
    events = propose(document, mentions(document), parser=parser)
    return [e for e in events if e.date_from != "text"]


def test_the_date_of_the_sentence_before(parser: Parser | None) -> None:
    """It is quoted as evidence beside the event's own words."""
    (event,) = undated(f"{LEAD} Soldiers arrested the mayor of Halden.", parser=parser)
    assert (event.when, event.date_from) == ("2015-09-23", "context")
    own, evidence = event.citations
    assert (own.quote, own.said) == ("Soldiers arrested the mayor of Halden", "")
    assert evidence.said == "Wednesday"
    assert evidence.quote in LEAD


def test_the_day_of_publication_for_the_news_of_that_day(parser: Parser | None) -> None:
    """An article whose lead names no other day tells what happened on its own."""
    (event,) = undated("Norland's army has seized the port of Halden.", parser=parser)
    assert (event.when, event.date_from) == ("2015-09-25", "published")
    assert len(event.citations) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "The army of Norland had seized the port of Halden.",
        "The army of Norland will seize the port of Halden.",
        "The port of Halden is a large port.",
        "The army of Norland often seized ports.",
        "The army of Norland previously seized the port of Halden.",
        "The army of Norland did not seize the port of Halden.",
        "The army of Norland seized the port of Halden three weeks after the vote.",
        "“The army of Norland seized the port of Halden.”",
        "They seized the port of Halden.",
    ],
)
def test_background_and_talk_get_no_date(sentence: str, parser: Parser | None) -> None:
    """What had happened, will happen, often happens or is said gets no day by its place."""
    assert undated("Halden is a port.", sentence, parser=parser) == []


def test_a_lead_of_another_day(parser: Parser | None) -> None:
    """Far from any date, the day of publication is no guess for news of another day."""
    texts = (LEAD, "Rain fell.", "The wind was strong.", "Soldiers arrested the mayor of Halden.")
    assert undated(*texts, parser=parser) == []


@pytest.mark.parametrize(
    "before",
    [
        "The council on Monday mourned the army's fall of Halden last Wednesday.",
        "By last Monday the council had left.",
        "The council met on Monday and voted on Tuesday.",
    ],
)
def test_a_date_that_holds_on_is_the_only_one(before: str, parser: Parser | None) -> None:
    """Of two days either could be meant, and the end of a stretch of time is no day of it."""
    assert undated(LEAD, "Rain.", f"{before} Soldiers arrested the mayor.", parser=parser) == []


def test_a_new_paragraph_is_another_matter(parser: Parser | None) -> None:
    """A date crosses into the next paragraph near the beginning only, where the news is told."""
    news = "Soldiers arrested the mayor of Halden."
    (event,) = undated(LEAD, news, parser=parser)
    assert event.when == "2015-09-23"
    old = "Halden had lost the same war before on Monday."
    assert undated("Halden is a port.", "Rain.", "Wind.", old, news, parser=parser) == []


@pytest.mark.model
@pytest.mark.parametrize(
    "sentence",
    [
        "Its soldiers arrested the mayor of Halden.",
        "Soldiers of Halden, after the truce began, slept.",
        "Soldiers arrested the mayor of Halden, who seized the port in 2004.",
    ],
)
def test_what_does_not_stand_by_itself(sentence: str, english: Parser) -> None:
    """Whose soldiers, since when, and which of two times: nobody can tell from the line."""
    assert undated(f"{LEAD} {sentence}", parser=english) == []


def test_a_year_says_too_little(parser: Parser | None) -> None:
    """ "In 2004" does not date the next sentence."""
    text = "Norland seized Halden in 2004. Soldiers arrested the mayor of Halden."
    assert undated(text, parser=parser) == []


def test_without_publication_date_nothing_is_guessed(parser: Parser | None) -> None:
    """There is no day to give."""
    text = "Norland's army has seized the port of Halden."
    assert undated(text, parser=parser, published=None) == []


@pytest.mark.model
def test_a_date_in_the_sentence_leaves_its_main_clause_open(english: Parser) -> None:
    """The signing isn't of 2014; it may be of Monday, and then nothing is said."""
    old = "Norland has signed a treaty over Halden, the port that Suder annexed in 2014."
    new = "Norland has signed a treaty over Halden, the port that Suder annexed on Monday."
    (event,) = undated(old, parser=english)
    assert (event.when, event.date_from) == ("2015-09-25", "published")
    assert undated(new, parser=english) == []


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("Soldiers arrested the mayor of Halden.", True),
        ("After the vote ended, soldiers arrested the mayor.", True),
        ("Soldiers walked along the pier quietly.", False),
        ("They had arrested the mayor before.", False),
        ("Soldiers arrested him.", False),
    ],
)
def test_a_cheap_look(text: str, may: bool) -> None:
    """Words decide which sentences are parsed at all."""
    assert may_tell(Sentence(0, 1, 0, text, (), ())) is may
