"""`timeline.events.title`: a clause made into the title of an entry."""

from __future__ import annotations

import pytest

from timeline.events.clause import find_clause
from timeline.events.parser import Parser
from timeline.events.phrases import LONGEST
from timeline.events.subject import Subjects
from timeline.events.title import Wording

pytestmark = pytest.mark.model


def _title(parser: Parser, text: str, said: str, **known: str) -> str:
    (tree,) = parser.parse([text])
    date = tree.within(text.index(said), text.index(said) + len(said))
    clause = find_clause(tree, date)
    assert clause is not None
    return Wording(tree, clause, [date], Subjects(tree, known.get)).title()


@pytest.mark.parametrize(
    ("text", "said", "title"),
    [
        (
            "Norland annexed the strait in March 2014.",
            "March 2014",
            "Norland annexed the strait",
        ),
        (
            "The council on Friday passed the fisheries bill, officials said.",
            "Friday",
            "Council passed the fisheries bill",
        ),
        (
            "The rebels, who seized the old port in July 2014, withdrew.",
            "July 2014",
            "Rebels seized the old port",
        ),
        (
            "An inquiry begun by the city in 2018 found nothing.",
            "2018",
            "Inquiry was begun by the city",
        ),
        (
            "The council (founded by Orr) will reopen the harbour bridge by May 2016.",
            "May 2016",
            "Council will reopen the harbour bridge",
        ),
        (
            "The talks – they’d take place in the old town hall on Monday – are off.",
            "Monday",
            "Talks would take place in the old town hall",
        ),
        (
            "The ministers will sign the treaty in Geneva, the king announced on Friday.",
            "Friday",
            "King announced the ministers will sign the treaty in Geneva",
        ),
        (
            "Prices doubled after the collapse of the old federation in 1991.",
            "1991",
            "Collapse of the old federation",
        ),
        (
            "The mayor said that he had opened the new harbour bridge in May 2015.",
            "May 2015",
            "Mayor had opened the new harbour bridge",
        ),
        (
            "The old car maker Halden filed for bankruptcy on Monday.",
            "Monday",
            "Old car maker Halden filed for bankruptcy",
        ),
        ("Norland denounced the 2013 attack.", "2013", "The attack that Norland denounced"),
        (
            "The old port has changed dramatically since its founding in 1949.",
            "1949",
            "Founding, since which the old port has changed dramatically",
        ),
        (
            "Halden posted a third-quarter loss of 2 million.",
            "third-quarter",
            "Halden posted a loss of 2 million",
        ),
        (
            "Two ships to be built in July 2016 will link the towns.",
            "July 2016",
            "Two ships are to be built",
        ),
        (
            "On a day when people were led to the port, Lund was much calmer on Friday.",
            "Friday",
            "Lund was much calmer",
        ),
    ],
)
def test_title(english: Parser, text: str, said: str, title: str) -> None:
    """Subject, verb and objects; no date, no attribution, no relative, no brackets."""
    assert _title(english, text, said) == title


def test_pronouns_become_names(english: Parser) -> None:
    """What is known about a pronoun from the text before stands in its place."""
    text = "She opened the harbour bridge with them in May 2015."
    title = _title(english, text, "May 2015", she="Vera Orr", them="Orr and Lund")
    assert title == "Vera Orr opened the harbour bridge with Orr and Lund"


def test_unknown_pronouns_are_not_guessed(english: Parser) -> None:
    """No name rather than a wrong one, and no title that begins with "it"."""
    assert _title(english, "It opened the harbour bridge in May 2015.", "May 2015") == (
        "Opened the harbour bridge"
    )


def test_long_clauses_are_cut_at_phrases(english: Parser) -> None:
    """At most 90 characters, ending with a whole phrase of the source."""
    text = (
        "The regional council approved the reconstruction of the old"
        " harbour bridge near the market, which had been damaged by the flood, with the votes of"
        " all parties in May 2015."
    )
    title = _title(english, text, "May 2015")
    assert len(title) <= LONGEST
    assert title.startswith("Regional council")
    assert "approved the reconstruction of the old harbour bridge" in title
    assert set(title.lower().split()) <= set(text.lower().replace(",", "").split())


def test_long_speech_keeps_its_verb(english: Parser) -> None:
    """Where room is short, what hangs behind what was said goes first."""
    text = (
        "Halden harbour officials said last week that the new offer of the old port owners will be"
        " approved once it submits the details of all its proposed investments."
    )
    title = _title(english, text, "last week")
    assert title.startswith("Halden harbour officials said the new offer")
    assert title.endswith("will be approved")


def test_long_titles_keep_what_belongs_together(english: Parser) -> None:
    """A participle keeps its preposition, and nothing ends in a hyphen."""
    text = (
        "Costs associated with the planned move of Halden Trust to the old harbour quarter from"
        " Suder Street on Monday hurt the very large 10-a-day offer of the bank."
    )
    title = _title(english, text, "Monday")
    assert "associated with the planned move" in title or "associated" not in title
    assert "- " not in title


def test_an_aside_goes_before_half_the_title(english: Parser) -> None:
    """What was raised stays, what was said besides goes, though more has to go after it."""
    text = (
        "Over the weekend, lawyers for the family raised accusations that Juan Orr had mistreated"
        " his son in telephone conversations, saying he had told the boy that he would wait."
    )
    title = _title(english, text, "the weekend")
    assert "accusations that Juan Orr had mistreated his son" in title


@pytest.mark.parametrize(
    ("text", "said", "title"),
    [
        (
            "Seven ferries have been built since it entered production in May 2011.",
            "May 2011",
            "Seven ferries have been built since it entered production",
        ),
        (
            "They sold the old stone harbour they bought in 2011.",
            "2011",
            "Old stone harbour they bought",
        ),
        (
            "They will appeal the ruling, announced on Friday by the mayor.",
            "Friday",
            "Ruling was announced by the mayor",
        ),
        (
            "The brewer is expected to see its share grow to 42% in 2016.",
            "2016",
            "Brewer is expected to see its share grow to 42%",
        ),
        ("He's expected to meet the mayor on Friday.", "Friday", "Is expected to meet the mayor"),
        ("They sold the ships in May 2011.", "May 2011", "Sold the ships"),
    ],
)
def test_without_a_subject_what_stands_around(
    english: Parser, text: str, said: str, title: str
) -> None:
    """The noun of a relative, the clause around; a pronoun that nobody can name is left out."""
    assert _title(english, text, said) == title


@pytest.mark.parametrize(
    ("text", "said", "title"),
    [
        (
            "Stocks fell, with the index of leading shares falling 17 points on Monday.",
            "Monday",
            "Index of leading shares was falling 17 points",
        ),
        (
            "Suder, with Pavel Lund having to flee the capital in 1997, was quiet.",
            "1997",
            "Pavel Lund had to flee the capital",
        ),
        (
            "Despite being given a new roof in 2002, the old market hall leaked badly.",
            "2002",
            "Old market hall was given a new roof",
        ),
        (
            "Halden Motors expects to obtain a loan and close the plant by 2016.",
            "2016",
            "Halden Motors expects to close the plant",
        ),
        (
            "About 200 guards _ some of them old _ left the port on Monday.",
            "Monday",
            "About 200 guards left the port",
        ),
    ],
)
def test_a_whole_clause_with_a_finite_verb(
    english: Parser, text: str, said: str, title: str
) -> None:
    """Participles become finite, a second infinitive keeps its verb, asides between dashes go."""
    assert _title(english, text, said) == title


@pytest.mark.parametrize(
    ("text", "said", "title"),
    [
        (
            "In May Halden Motors posted a 38% jump in pretax profit for its two northern plants"
            " to 54 million crowns on a rise in sales of steel.",
            "May",
            "Halden Motors posted a 38% jump in pretax profit for its two northern plants",
        ),
        (
            "Halden Computer CEO and co-founder Pavel Lund gave his yearly opening speech to the"
            " World Conference of Port Builders in Suder on Monday.",
            "Monday",
            "Halden Computer CEO Pavel Lund gave his yearly opening speech to the World Conference",
        ),
        (
            "The new preferred shares of the old port bank will carry a yearly dividend equal"
            " to 72% of the short rate until 2016.",
            "2016",
            "New preferred shares of the old port bank will carry a yearly dividend equal to 72%",
        ),
    ],
)
def test_what_completes_a_noun_goes_last(english: Parser, text: str, said: str, title: str) -> None:
    """ "A jump in profit", "equal to 72%", who the chief and founder is."""
    assert _title(english, text, said) == title
