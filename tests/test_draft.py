"""`timeline.events.draft`: one parsed sentence to drafts of events."""

from __future__ import annotations

import pytest

from timeline.events.draft import Context, draft_events
from timeline.events.names import Names
from timeline.events.parser import Parser
from timeline.model import Mention

pytestmark = pytest.mark.model


def _saids(parser: Parser, text: str, *dates: tuple[str, str]) -> list[tuple[str, str]]:
    mentions = tuple(
        Mention(text.index(s), text.index(s) + len(s), s, "DATE", w, w, "test") for s, w in dates
    )
    context = Context(text, mentions, (), Names([text]), "2015-09-25")
    (tree,) = parser.parse([text])
    return [(d.mention.text, d.kind) for d in draft_events(context, tree)]


@pytest.mark.parametrize(
    ("text", "dates", "kept"),
    [
        (
            "They agreed last week, on 16 September, to talk.",
            (("last week", "2015-09-14/2015-09-20"), ("16 September", "2015-09-16")),
            [("16 September", "happened")],
        ),
        (
            "The council on 3 May prolonged the ban until 1 July.",
            (("3 May", "2015-05-03"), ("1 July", "2015-07-01")),
            [("3 May", "happened")],
        ),
        (
            "Officials denied that the jet crossed the border in May.",
            (("May", "2015-05"),),
            [("May", "denied")],
        ),
        (
            "Rebels allegedly burned the port in May.",
            (("May", "2015-05"),),
            [("May", "alleged")],
        ),
    ],
)
def test_one_date_a_head_and_its_kind(
    english: Parser, text: str, dates: tuple[tuple[str, str], ...], kept: list[tuple[str, str]]
) -> None:
    """The finer of two dates, none for an end; the kind from the words around the verb."""
    assert _saids(english, text, *dates) == kept


def test_two_places_two_days(english: Parser) -> None:
    """Each title has the place of its own day."""
    text = "The army surrendered in Italy on 29 April and in Western Europe on 7 May."
    mentions = tuple(
        Mention(text.index(s), text.index(s) + len(s), s, "DATE", w, w, "test")
        for s, w in (("29 April", "1945-04-29"), ("7 May", "1945-05-07"))
    )
    (tree,) = english.parse([text])
    drafts = draft_events(Context(text, mentions, (), Names([text]), None), tree)
    assert [(d.title, d.where) for d in drafts] == [
        ("Army surrendered in Italy", ("Italy",)),
        ("Army surrendered in Western Europe", ("Western Europe",)),
    ]


@pytest.mark.parametrize(
    ("text", "said", "kind", "title"),
    [
        (
            "Volvane accuses Norland of having seized the strait in March 2014.",
            ("March 2014", "2014-03"),
            "alleged",
            "Volvane accuses Norland of having seized the strait",
        ),
        (
            "Orr rejected claims that Lund had met the rebels in May 2014.",
            ("May 2014", "2014-05"),
            "denied",
            "Orr rejected claims that Lund had met the rebels",
        ),
        (
            "Halden broke the agreement, prompting Suder to file suit in 1989.",
            ("1989", "1989"),
            "happened",
            "Halden broke the agreement, prompting Suder to file suit",
        ),
    ],
)
def test_what_a_clause_hangs_from(
    english: Parser, text: str, said: tuple[str, str], kind: str, title: str
) -> None:
    """What isn't vouched for keeps who says so; an outcome keeps what it is the outcome of."""
    words, when = said
    mention = Mention(
        text.index(words), text.index(words) + len(words), words, "DATE", when, when, "test"
    )
    (tree,) = english.parse([text])
    (draft,) = draft_events(Context(text, (mention,), (), Names([text]), "2015-09-25"), tree)
    assert (draft.kind, draft.title) == (kind, title)


def test_the_accused_takes_part(english: Parser) -> None:
    """Who is accused of a deed is its doer."""
    text = "Volvane accuses Norland of having seized the strait in March 2014."
    mention = Mention(55, 65, "March 2014", "DATE", "2014-03", "2014-03", "test")
    (tree,) = english.parse([text])
    (draft,) = draft_events(Context(text, (mention,), (), Names([text]), "2015-09-25"), tree)
    assert draft.who == ("Norland",)


def test_a_question_tells_nothing(english: Parser) -> None:
    """Whoever asks doesn't say that it happened."""
    assert _saids(english, "“Why did Orr leave in May?”", ("May", "2015-05")) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Orr on Monday: “I want to be clear, I am going to the port on Friday.”", 0),
        ("“We open the port on Friday,” said Orr.", 1),
        ("We opened the port on Friday.", 1),
    ],
)
def test_bare_words_of_a_speaker_are_no_event(english: Parser, text: str, count: int) -> None:
    """But for what somebody is told to have said, and for what a writer says of himself."""
    assert len(_saids(english, text, ("Friday", "2015-09-25"))) == count
