"""`timeline.events.plain`: clauses and titles without a language model."""

from __future__ import annotations

import pytest

from timeline.events.draft import Context, Draft
from timeline.events.introductions import Introductions
from timeline.events.names import Names
from timeline.events.plain import draft_events
from timeline.model import Mention


def _mention(text: str, said: str, when: str | None) -> Mention:
    start = text.index(said)
    return Mention(start, start + len(said), said, "DATE", when or "", when, "test")


def _drafts(text: str, *dates: tuple[str, str]) -> list[tuple[str, str]]:
    mentions = tuple(_mention(text, said, when) for said, when in dates)
    context = Context(text, mentions, (), Names([text]), "2015-09-25")
    return [(text[d.start : d.end], d.title) for d in draft_events(context)]


@pytest.mark.parametrize(
    ("text", "said", "when", "quote", "title"),
    [
        (
            "Norland annexed the strait in March 2014, and talks stopped.",
            "March 2014",
            "2014-03",
            "Norland annexed the strait in March 2014",
            "Norland annexed the strait",
        ),
        (
            "On Thursday, the council passed the fisheries bill.",
            "Thursday",
            "2015-09-24",
            "On Thursday, the council passed the fisheries bill",
            "Council passed the fisheries bill",
        ),
        (
            "The two will meet in Oslo next week, the ministry said.",
            "next week",
            "2015-09-28/2015-10-04",
            "The two will meet in Oslo next week",
            "The two will meet in Oslo",
        ),
        (
            "Prices have risen since the collapse of the old federation in 1991.",
            "1991",
            "1991",
            "the collapse of the old federation in 1991",
            "Collapse of the old federation",
        ),
    ],
)
def test_clause_and_title(text: str, said: str, when: str, quote: str, title: str) -> None:
    """The piece in which something happens, and it without the date."""
    assert _drafts(text, (said, when)) == [(quote, title)]


def test_two_dates_are_two_events() -> None:
    """Each with a clause of its own."""
    text = "The bridge opened in May 2013, but the tunnel collapsed in June 2014."
    assert [
        quote for quote, _ in _drafts(text, ("May 2013", "2013-05"), ("June 2014", "2014-06"))
    ] == [
        "The bridge opened in May 2013",
        "the tunnel collapsed in June 2014",
    ]


def test_a_relative_clause_gets_its_noun() -> None:
    """No title begins with "who"."""
    text = "The pilot, who crossed the border in July 2014, was freed."
    ((_, title),) = _drafts(text, ("July 2014", "2014-07"))
    assert title == "Pilot crossed the border"


@pytest.mark.parametrize(
    ("language", "text", "said", "title"),
    [
        (
            "fr",
            "Le conseil a voté la loi en mai 2015, sans débat.",
            "mai 2015",
            "Le conseil a voté la loi",
        ),
        (
            "de",
            "Am 3. Mai 2015 wurde die Brücke eröffnet.",
            "3. Mai 2015",
            "Wurde die Brücke eröffnet",
        ),
    ],
)
def test_other_languages_keep_the_piece(language: str, text: str, said: str, title: str) -> None:
    """Where no word is known the piece that holds the date stands for the clause."""
    mention = _mention(text, said, "2015-05")
    context = Context(text, (mention,), (), Names([text]), "2015-09-25", language=language)
    (draft,) = draft_events(context)
    assert draft.title == title


def test_scripts_without_spaces_give_events() -> None:
    """Where a sentence is one unbroken word, letters are counted, not words."""
    text = "外相は2014年3月16日にジュネーブで会談した。"
    mention = Mention(3, 13, text[3:13], "DATE", "2014-03-16", "2014-03-16", "date")
    context = Context(text, (mention,), (), Names([text]), "2015-09-25", language="ja")
    (draft,) = draft_events(context)

    assert (draft.start, draft.end) == (0, len(text))


def test_date_words_alone_are_no_event() -> None:
    """A title is what is left without the dates; where nothing is, there is nothing to tell."""
    text = "Nine trading days after Oct. 12, in the spring, the port was opened."
    drafts = _drafts(text, ("Nine trading days", "2014-10-23"), ("Oct. 12", "2014-10-12"))

    assert "" not in [title for _, title in drafts]


def _told(text: str, said: str, *before: str) -> tuple[Draft, ...]:
    at = text.index(said)
    mention = Mention(at, at + len(said), said, "DATE", "2015-05", "2015-05", "test")
    told = [*before, text]
    return draft_events(
        Context(
            text, (mention,), before, Names(told), "2015-09-25", introductions=Introductions(told)
        )
    )


@pytest.mark.parametrize(
    "text",
    [
        "Orr never met Lund in May.",
        "If Orr signed in May, she kept quiet.",
        "No talks ended in May.",
    ],
)
def test_what_did_not_happen_is_no_event(text: str) -> None:
    """Negations and conditions give nothing here either."""
    assert _told(text, "May") == ()


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Orr stated in May that the port was safe.", "Vera Orr stated the port was safe"),
        ("The mayor rebuilt the old harbour in May.", "Vera Orr rebuilt the old harbour"),
    ],
)
def test_bare_nouns_get_names(text: str, title: str) -> None:
    """The one mayor of the document has a name."""
    (draft,) = _told(text, "May", "Mayor Vera Orr spoke.")
    assert (draft.kind, draft.title) == ("happened", title)
