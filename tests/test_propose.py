"""`timeline.events.propose`: a document and its dated expressions to events."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from timeline.events import load_parser, propose, propose_many
from timeline.events.parser import Parser
from timeline.events.reading import can_date
from timeline.model import Document, Event, Mention, Paragraph, Source

PUBLISHED = "2015-09-25"


def _document(*texts: str, published: str | None = PUBLISHED) -> Document:
    source = Source("harbour", "The harbour", published=published)
    return Document(source, tuple(Paragraph(n, t) for n, t in enumerate(texts, 1)))


def _mentions(
    document: Document, *dates: tuple[int, str, str | None]
) -> Mapping[int, Sequence[Mention]]:
    found: dict[int, list[Mention]] = {}
    for number, said, when in dates:
        text = document.paragraphs[number - 1].text
        start = text.index(said)
        anchor = "" if when else "missing"
        mention = Mention(start, start + len(said), said, "DATE", when or "X", when, "test", anchor)
        found.setdefault(number, []).append(mention)
    return found


@pytest.fixture(params=["plain", pytest.param("model", marks=pytest.mark.model)])
def parser(request: pytest.FixtureRequest) -> Parser | None:
    """Both paths: without and with the language model."""
    if request.param == "plain":
        return None
    loaded = load_parser("en")
    if loaded is None:
        pytest.skip("no English model installed")
    return loaded


def _propose(
    document: Document, *dates: tuple[int, str, str | None], parser: Parser | None
) -> tuple[Event, ...]:
    return propose(document, _mentions(document, *dates), parser=parser)


def test_quotes_stand_verbatim_in_their_paragraph(parser: Parser | None) -> None:
    """Every citation can be checked against the source, and holds the date words."""
    document = _document(
        "Rain fell.",
        "Norland annexed the strait in March 2014. The ministers, who signed a treaty on 4 May 2015"
        " in Oslo, will meet next week, the ministry said on Friday.",
    )
    events = _propose(
        document,
        (2, "March 2014", "2014-03"),
        (2, "4 May 2015", "2015-05-04"),
        (2, "next week", "2015-09-28/2015-10-04"),
        (2, "Friday", "2015-09-25"),
        parser=parser,
    )
    assert [e.when for e in events] == ["2014-03", "2015-05-04", "2015-09-28/2015-10-04", PUBLISHED]
    for event in events:
        (citation,) = event.citations
        assert citation.paragraph == 2
        assert citation.quote in document.paragraphs[1].text
        assert citation.said in citation.quote


def test_planned_and_happened(parser: Parser | None) -> None:
    """What lies after publication is planned."""
    document = _document("The talks ended in May. The port will reopen in October.")
    events = _propose(document, (1, "May", "2015-05"), (1, "October", "2015-10"), parser=parser)
    assert [e.kind for e in events] == ["happened", "planned"]


def test_without_publication_date_an_event_needs_a_date(parser: Parser | None) -> None:
    """A relative expression with nothing to resolve it against is kept, undated."""
    document = _document("The council met on Friday.", published=None)
    (event,) = _propose(document, (1, "Friday", None), parser=parser)
    assert event.when == ""
    assert event.citations[0].said == "Friday"


def test_a_pronoun_becomes_the_name_before_it(parser: Parser | None) -> None:
    """Where the sentence before names one person, "he" is that person."""
    document = _document("President Vera Orr spoke. She opened the harbour bridge in May 2015.")
    (event,) = _propose(document, (1, "May 2015", "2015-05"), parser=parser)
    assert event.title == "Vera Orr opened the harbour bridge"
    assert event.who == ("Vera Orr",)


def test_names_are_full_and_places_are_where(parser: Parser | None) -> None:
    """The surname of the clause is the full name of the article."""
    document = _document(
        "President Vera Orr spoke with Pavel Lund.", "Orr met Lund in Geneva in May 2015."
    )
    (event,) = _propose(document, (2, "May 2015", "2015-05"), parser=parser)
    assert event.who == ("Vera Orr", "Pavel Lund")
    assert event.where == ("Geneva",)


def test_boilerplate_gives_no_events(parser: Parser | None) -> None:
    """It keeps its number and nothing more."""
    document = _document("Orr met Lund in May 2015.")
    paragraph = replace(document.paragraphs[0], boilerplate=True)
    document = replace(document, paragraphs=(paragraph,))
    assert _propose(document, (1, "May 2015", "2015-05"), parser=parser) == ()


def test_a_repeated_sentence_has_an_id_of_its_own(parser: Parser | None) -> None:
    """The same words twice are two events."""
    document = _document("Orr met Lund in May 2015.", "Orr met Lund in May 2015.")
    events = _propose(
        document, (1, "May 2015", "2015-05"), (2, "May 2015", "2015-05"), parser=parser
    )
    assert len({e.id for e in events}) == 2


@pytest.mark.model
def test_ids_do_not_depend_on_the_model() -> None:
    """Installing the model refreshes events; it never renames them."""
    document = _document("Orr met Lund in May 2015. The port, which opened in June 2014, closed.")
    dates = ((1, "May 2015", "2015-05"), (1, "June 2014", "2014-06"))
    plain = _propose(document, *dates, parser=None)
    parsed = _propose(document, *dates, parser=load_parser("en"))
    assert [e.id for e in plain] == [e.id for e in parsed]


@pytest.mark.parametrize(
    ("kind", "value", "when", "anchor", "expected"),
    [
        ("DATE", "2015-05", "2015-05", "", True),
        ("DURATION", "P2W", "2015-09-11/2015-09-25", "published", True),
        ("DATE", "XXXX-WXX-5", None, "missing", True),
        ("DURATION", "P2W", None, "", False),
        ("SET", "P1W", None, "missing", False),
        ("DATE", "PRESENT_REF", None, "missing", False),
        ("DATE", "PAST_REF", "2015", "", False),
        ("DATE", "XXXX-07", None, "", False),
    ],
)
def test_which_expressions_date_events(
    kind: str, value: str, when: str | None, anchor: str, expected: bool
) -> None:
    """Known times, and times that only lack the day of publication."""
    mention = Mention(0, 4, "said", kind, value, when, "test", anchor)  # type: ignore[arg-type]
    assert can_date(mention) is expected


def test_many_documents_give_what_each_gives(parser: Parser | None) -> None:
    """One batch for all, and no document's events depend on the others."""
    texts = ("Orr met Lund in May 2015.", "Nothing happened.", "The port opened in May 2015.")
    read = [
        (document, _mentions(document, (1, "May 2015", "2015-05")) if "May" in text else {})
        for text, document in ((text, _document(text)) for text in texts)
    ]
    alone = [propose(document, mentions, parser=parser) for document, mentions in read]
    assert propose_many(read, parser=parser) == alone
    assert [len(events) for events in alone] == [1, 0, 1]


@pytest.mark.parametrize(
    ("text", "first", "last", "when", "said"),
    [
        (
            "Ministers met in Geneva on 7 and 8 June 2015.",
            ("7", "2015-06-07"),
            ("8 June 2015", "2015-06-08"),
            "2015-06-07/2015-06-08",
            "7 and 8 June 2015",
        ),
        (
            "The port grew during 1956 and 1957.",
            ("1956", "1956"),
            ("1957", "1957"),
            "1956/1957",
            "1956 and 1957",
        ),
        (
            "The port stood open from 16 to 18 March 2014.",
            ("16", "2014-03-16"),
            ("18 March 2014", "2014-03-18"),
            "2014-03-16/2014-03-18",
            "16 to 18 March 2014",
        ),
    ],
)
def test_two_ends_of_one_stretch_are_one_event(
    parser: Parser | None,
    text: str,
    first: tuple[str, str],
    last: tuple[str, str],
    when: str,
    said: str,
) -> None:
    """Neighbouring days or years, and the ends of "from ... to ...", are one interval."""
    (event,) = _propose(_document(text), (1, *first), (1, *last), parser=parser)
    assert event.when == when
    assert event.citations[0].said == said


def test_a_dateline_dates_the_clause_behind_it(parser: Parser | None) -> None:
    """The quote holds the date; the title doesn't hold the dateline."""
    document = _document("HALDEN, 20 July (NNA) — Talks on a truce ended without a result.")
    (event,) = _propose(document, (1, "20 July", "2015-07-20"), parser=parser)
    assert event.title == "Talks on a truce ended without a result"
    assert event.citations[0].quote.startswith("20 July")
