"""The sources as BibTeX, through a parser of it, and as CSL-JSON."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

import bibtexparser
import pytest

from tests.export_example import EVIL, evil, made
from tests.site_example import BRIDGE, EXAMPLE
from timeline.exports.bibliography import bibtex_key, latex
from timeline.model import Timeline


def entries(timeline: Timeline) -> dict[str, dict[str, str]]:
    """{key: fields}; a block that can't be read is a failure."""
    library = bibtexparser.parse_string(made("bibtex", timeline).text)
    assert library.failed_blocks == []
    return {e.key: {f.key: f.value for f in e.fields} for e in library.entries}


def published(text: str | None) -> Timeline:
    """One source, published then."""
    source = dataclasses.replace(BRIDGE.source, published=text)
    document = dataclasses.replace(BRIDGE, source=source)
    return dataclasses.replace(
        EXAMPLE, entries=EXAMPLE.entries[:1], documents={source.name: document}
    )


def test_every_source_that_is_cited_is_an_entry() -> None:
    """With its facts; an author stays one name, for nobody said which part is the family's."""
    found = entries(EXAMPLE)

    assert sorted(found) == ["bridge-closed", "rival-report", "silent"]
    assert found["bridge-closed"]["author"] == "{Ines Carvalho}"
    assert found["bridge-closed"]["date"] == "2014-05-09"
    assert found["bridge-closed"]["urldate"] == "2015-01-04"
    assert "url" not in found["rival-report"]


def test_hostile_words_are_no_commands() -> None:
    """Every brace, backslash and mark of LaTeX is escaped, and the file is read whole."""
    fields = entries(evil())["evil"]

    assert fields["title"].startswith("{=cmd|'/c calc'!A1 <b onclick=")
    assert r"\{\{ 7*7 \}\}" in fields["title"]
    assert r"50\% \#1" in fields["title"]
    assert latex("\\end{x}~^") == (r"\textbackslash{}end\{x\}\textasciitilde{}\textasciicircum{}")
    assert bibtex_key("a b,c{}ü") == "a-b-c---"


@pytest.mark.parametrize(
    ("text", "bibtex", "csl"),
    [
        ("2014-05-09", {"date": "2014-05-09", "year": "2014", "month": "may"}, [[2014, 5, 9]]),
        ("2014-05", {"date": "2014-05", "year": "2014", "month": "may"}, [[2014, 5]]),
        ("1860~", {"date": "1860~", "year": "1860"}, [[1860]]),
        ("2014-21", {"note": "spring 2014"}, "spring 2014"),
        ("-0043", {"note": "44 BC"}, [[-43]]),
        ("nonsense", {"note": "nonsense"}, "nonsense"),
        (None, {}, None),
    ],
)
def test_dates_as_far_as_they_are_known(text: str, bibtex: dict[str, str], csl: Any) -> None:
    """Words where there are no numbers."""
    fields = entries(published(text))["bridge-closed"]
    (item,) = json.loads(made("csl", published(text)).text)
    issued = item.get("issued", {})

    assert {k: v for k, v in fields.items() if k in ("date", "year", "month", "note")} == bibtex
    assert issued.get("date-parts", issued.get("literal")) == csl
    assert issued.get("circa", False) == (text == "1860~")


def test_csl_items_have_what_processors_need() -> None:
    """An id, a type that CSL 1.0.2 knows, names as literals."""
    items = json.loads(made("csl", EXAMPLE).text)

    assert {item["type"] for item in items} <= {"webpage", "document"}
    assert items[1]["author"] == [{"literal": "Ines Carvalho"}]
    assert items[1]["URL"] == "https://gazette.example/2014/05/bridge"
    assert items[1]["accessed"] == {"date-parts": [[2015, 1, 4]]}


def test_csl_keeps_words_as_they_are() -> None:
    """JSON needs no escapes of ours; an address that can't be opened is left out."""
    (item,) = json.loads(made("csl", evil()).text)

    assert item["title"] == EVIL.replace(" \x0b;", " ;")
    assert "URL" not in item
