"""`tests.bench.meantime`: events and their days out of CAT stand-off XML."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.bench.meantime import WAYS, measure, read
from tests.corpora import outside
from timeline.events.parser import Parser

pytestmark = pytest.mark.model
WORDS = "Port closes | May 5 , 2014 | The port closed Monday . | It is quiet ."


def _cat(links: str) -> str:
    """An invented article of four sentences, token 9 its verb, with these links."""
    tokens, number = [], 0
    for sentence, text in enumerate(WORDS.split(" | ")):
        for word in text.split():
            number += 1
            tokens.append(f'<token number="0" sentence="{sentence}" t_id="{number}">{word}</token>')
    marks = (
        '<EVENT_MENTION m_id="1"><token_anchor t_id="9"/></EVENT_MENTION>'
        '<TIMEX3 m_id="2" value="2014-05-05" functionInDocument="CREATION_TIME"/>'
        '<TIMEX3 m_id="3" value="2014-05"/>'
    )
    body = f"<Markables>{marks}</Markables><Relations>{links}</Relations>"
    return f"<Document>{''.join(tokens)}{body}</Document>"


def _link(kind: str, source: int, target: int) -> str:
    ends = f'<source m_id="{source}"/><target m_id="{target}"/>'
    return f'<TLINK reltype="{kind}">{ends}</TLINK>'


@pytest.mark.parametrize(
    ("links", "days"),
    [
        (_link("IS_INCLUDED", 1, 2), ["2014-05-05"]),
        (_link("INCLUDES", 2, 1), ["2014-05-05"]),
        (_link("SIMULTANEOUS", 1, 2), ["2014-05-05"]),
        (_link("IS_INCLUDED", 1, 2) * 2, ["2014-05-05"]),
        (_link("BEFORE", 1, 2), []),
        (_link("INCLUDES", 1, 2), []),
        (_link("IS_INCLUDED", 1, 3), []),
    ],
)
def test_links_that_put_an_event_within_a_day(tmp_path: Path, links: str, days: list[str]) -> None:
    """Once an event; a month is no day, and what comes before a day isn't in it."""
    path = tmp_path / "port.xml"
    path.write_text(_cat(links), "utf-8")
    assert [link.day for link in read(path).links] == days


def test_an_event_stands_where_its_word_is(tmp_path: Path) -> None:
    """The text is written as one would: no space before a full stop."""
    path = tmp_path / "port.xml"
    path.write_text(_cat(_link("IS_INCLUDED", 1, 2)), "utf-8")
    article = read(path)
    (link,) = article.links
    text = article.document.paragraphs[link.paragraph - 1].text
    assert text == "The port closed Monday."
    assert text[link.offset :].startswith("closed")


def test_the_figures_hold(english: Parser) -> None:
    """Three of four events have their day, and no simple answer does as well."""
    root = next(outside().rglob("meantime"), None)
    if root is None:
        pytest.skip("TIMELINE_CORPORA has no meantime")
    counts: Counter[str] = Counter()
    for folder in (p for p in root.iterdir() if p.is_dir()):
        counts += measure(folder, english)[0]
    published, same_sentence, ours = (counts[way] / counts["links"] for way in WAYS)
    assert ours >= 0.75
    assert ours > max(published, same_sentence)
