"""`timeline.events.salience`: how near an event is to what its article is about."""

from __future__ import annotations

import pytest

from timeline.events.reading import sentences
from timeline.events.salience import WEIGHTS, Salience, score
from timeline.model import Document, Paragraph, Source

TEXTS = (
    "The harbour of Halden was closed on Monday after a ferry sank at the pier.",
    "Divers raised the ferry from the harbour.",
    "A bakery in the upper town sells bread.",
    "The mayor said that bread was cheap.",
)


@pytest.fixture
def salience() -> Salience:
    source = Source("halden", "Ferry sinks in Halden harbour", published="2015-09-25")
    document = Document(source, tuple(Paragraph(n, t) for n, t in enumerate(TEXTS, 1)))
    return Salience(document, list(sentences(document, {})))


def test_the_parts_make_up_a_whole() -> None:
    """A score is 0 where every part is 0, and 1 where every part is 1."""
    assert score(dict.fromkeys(WEIGHTS, 1.0)) == 1.0
    assert score(dict.fromkeys(WEIGHTS, 0.0)) == 0.0


def test_the_lead_comes_first_and_small_talk_last(salience: Salience) -> None:
    """What shares its words with the headline stands before what is said by the way."""
    ranked = sorted(range(4), key=lambda i: -score(salience.parts(i + 1, TEXTS[i])))
    assert ranked == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("part", "more", "less"),
    [
        ("verb", {"title": "The council closed the pier"}, {"title": "The council said so"}),
        ("verb", {"title": "The closure of the pier"}, {"title": "The pier was old"}),
        ("names", {"who": ["Halden"]}, {"who": ["Suder"]}),
        ("names", {"who": ["Suder"]}, {"who": []}),
        ("date", {"when": "2015-09-21"}, {"when": "2015"}),
        ("date", {"when": "2015-09-21"}, {"when": "2015-09-21", "date_from": "context"}),
    ],
)
def test_each_part_says_one_thing(
    salience: Salience, part: str, more: dict[str, str], less: dict[str, str]
) -> None:
    """Change before talk, names the article is about before others, days before years."""
    text = "They did so at noon."
    assert salience.parts(3, text, **more)[part] > salience.parts(3, text, **less)[part]


def test_place_falls_with_every_paragraph(salience: Salience) -> None:
    """The lead counts in full, five paragraphs below it half."""
    assert [salience.parts(n, "Noon.")["place"] for n in (1, 6)] == [1.0, 0.5]


def test_an_empty_document_has_scores_too() -> None:
    """No words, no likeness, no fault."""
    nothing = Salience(Document(Source("none", "")), [])
    assert nothing.parts(1, "")["topic"] == 0.0
