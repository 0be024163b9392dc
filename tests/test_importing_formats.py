"""Files of events -> plain data with lines: well-formed, broken, and as people type them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from timeline.errors import UsageError
from timeline.importing.formats import READERS, format_of, table
from timeline.importing.given import Item, unread

JSONL = '{"title": "A"}\n\nnot json\n[1]\n{"title": "B"}'
EVENTS = '{\n "title": {"text": {}},\n "events": [\n  {"title": "A"},\n  {\n   "title": "B"}\n ]\n}'


def test_json_lines() -> None:
    """Empty lines are passed over, and a bad one costs itself alone."""
    items = list(READERS["jsonl"](JSONL))

    assert [(i.line, i.data and i.data["title"]) for i in items] == [
        (1, "A"),
        (3, None),
        (4, None),
        (5, "B"),
    ]
    assert items[1].wrong.startswith("this line is no JSON")
    assert items[2].wrong == "is no JSON object"


def test_only_a_line_feed_ends_a_line() -> None:
    """JSON may hold other ends of lines in its texts."""
    (item,) = READERS["jsonl"]('{"title": "A\u2028B\u0085C"}\r\n')

    assert item.data == {"title": "A\u2028B\u0085C"}


def test_members_of_json_have_their_lines() -> None:
    """As an editor counts them."""
    assert [(i.line, i.data) for i in READERS["json"](EVENTS)] == [
        (4, {"title": "A"}),
        (5, {"title": "B"}),
    ]


@pytest.mark.parametrize("text", ["", "[]", "{", '{"events": {}}', '{"event": []}', "[" * 100_000])
def test_json_of_another_kind_is_told(text: str) -> None:
    """As wrong use: the file as a whole is not what was said."""
    with pytest.raises(UsageError):
        list(READERS["json"](text))


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_table_by_comma_semicolon_or_tab(separator: str) -> None:
    """As spreadsheets write it in different countries."""
    text = 'title|quote|who\nA|q|Ann; Bob\n\nB|"r\ns"|\n'.replace("|", separator)
    text = text.replace("Ann; Bob", '"Ann; Bob"')
    first, second = table(text)

    assert first == Item(2, {"title": "A", "quote": "q", "who": ("Ann", "Bob")})
    assert (second.line, second.data) == (
        4,
        {"title": "B", "citations": [{"quote": "r"}, {"quote": "s"}]},
    )


def test_citations_in_step_come_apart() -> None:
    """One line each; the other source where there is one."""
    text = 'title,quote,paragraph,url,cited_source\nA,"q\nr","2\n","\nhttps://u.example","\n"\n'
    (item,) = table(text)

    assert item.data is not None
    assert item.data["citations"] == [
        {"quote": "q", "paragraph": "2"},
        {"quote": "r", "url": "https://u.example"},
    ]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("A,q,1,too many", "has 4 cells for 3 columns"),
        ('A,"q\nr\ns","1\n2"', "paragraph, quote don't have the same number of lines"),
        ('A,"q" x,1', "this is no CSV from here on"),
    ],
)
def test_a_row_that_is_wrong_is_told(row: str, why: str) -> None:
    """With its line."""
    items = list(table(f"title,quote,paragraph\n{row}\n"))

    assert (items[0].line, items[0].wrong.partition(":")[0]) == (2, why)


def test_a_table_needs_names_in_its_first_row() -> None:
    """Else nothing can be read."""
    with pytest.raises(UsageError, match="doesn't name the columns"):
        list(table("A,2014,q\n"))


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("a.jsonl", "", "jsonl"),
        ("a.NDJSON", "", "jsonl"),
        ("a.csv", "", "csv"),
        ("a.tsv", "", "csv"),
        ("a.json", json.dumps({"events": [{"start_date": {}}]}), "timelinejs"),
        ("a.json", json.dumps({"events": []}), "json"),
    ],
)
def test_the_format_is_told_by_the_file(name: str, text: str, found: str) -> None:
    """Its ending, and for JSON what stands in it."""
    assert format_of(Path(name), text) == found


def test_a_field_that_nobody_knows_is_named() -> None:
    """A slip of the finger doesn't go unnoticed; what an export adds is no slip."""
    assert unread({"title": "A", "qoute": "q", "status": "accepted"}) == {"qoute"}
