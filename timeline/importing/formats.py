"""A file's text -> the events given in it, each with its line. One function a format."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from timeline.errors import UsageError
from timeline.exports.table import IN_STEP, NAMES, bared, parted
from timeline.importing import slides
from timeline.importing.given import Item

CITED = (*IN_STEP, "cited_source")
_SPACE = re.compile(r"[ \t\r\n]*")
_SEPARATORS = ",;\t"
_NUMBERS = ("paragraph", "order")


def jsonl(text: str) -> Iterator[Item]:
    """One JSON object a line; empty lines are passed over."""
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            yield _item(json.loads(line), number)
        except (ValueError, RecursionError) as error:
            yield Item(number, wrong=f"this line is no JSON: {_reason(error)}")


def timeline_json(text: str) -> Iterator[Item]:
    """The `events` of timeline.json, as `timeline export json` writes it."""
    for number, value in _members(text):
        yield _item(value, number)


def timelinejs(text: str) -> Iterator[Item]:
    """The slides of a TimelineJS file, but for its title and eras, which are no events."""
    for number, value in _members(text):
        if not isinstance(value, dict):
            yield Item(number, wrong="is no event")
            continue
        data, candidates = slides.read(value)
        yield Item(number, data, candidates=candidates)


def table(text: str) -> Iterator[Item]:
    """The rows of a CSV file whose first row names the fields; by comma, semicolon or tab."""
    csv.field_size_limit(10_000_000)
    head = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=head.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        columns = [name.strip() for name in next(rows, [])]
        if "title" not in columns:
            what = "its first row doesn't name the columns"
            raise UsageError(what, hint="title, when, source, quote and so on; docs/importing.md")
        while True:
            start = rows.line_num + 1
            row = next(rows, None)
            if row is None:
                return
            if any(row):
                yield _row(columns, row, start)
    except csv.Error as error:
        yield Item(rows.line_num, wrong=f"this is no CSV from here on: {error}")


READERS: Mapping[str, Callable[[str], Iterator[Item]]] = MappingProxyType(
    {"jsonl": jsonl, "csv": table, "timelinejs": timelinejs, "json": timeline_json}
)


def format_of(path: Path, text: str) -> str:
    """The format that a file's name and beginning speak for. Raises UsageError."""
    suffix = path.suffix.lower()
    named = {".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "csv"}.get(suffix)
    if named is None and suffix == ".json":
        named = "timelinejs" if '"start_date"' in text else "json"
    if named is None:
        what = f"can't tell the format of {path.name}"
        raise UsageError(what, hint=f"--format with one of {', '.join(READERS)}")
    return named


def _item(value: Any, line: int) -> Item:
    return Item(line, value) if isinstance(value, dict) else Item(line, wrong="is no JSON object")


def _row(columns: Sequence[str], row: Sequence[str], line: int) -> Item:
    if len(row) > len(columns):
        return Item(line, wrong=f"has {len(row)} cells for {len(columns)} columns")
    cells = {name: bared(cell) for name, cell in zip(columns, row, strict=False) if cell.strip()}
    data: dict[str, Any] = {n: c for n, c in cells.items() if n not in CITED and n not in NAMES}
    data |= {name: parted(cells[name]) for name in NAMES if name in cells}
    lines = {name: cells[name].split("\n") for name in CITED if name in cells}
    count = max(map(len, lines.values()), default=0)
    if any(len(some) not in (1, count) for some in lines.values()):
        return Item(line, wrong=f"{', '.join(lines)} don't have the same number of lines")
    many = [
        {
            name.removeprefix("cited_"): some[i].strip()
            for name, some in lines.items()
            if i < len(some) and some[i].strip()
        }
        for i in range(count)
    ]
    if len(many) == 1 and "source" not in many[0]:
        data |= many[0]
    elif many:
        data["citations"] = many
    return Item(line, data)


def _members(text: str) -> Iterator[tuple[int, Any]]:
    """The members of the array `events` of a JSON object, each with its line."""
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"is no JSON: {_reason(error)}", hint="export or save it again") from None
    if not isinstance(whole, dict) or not isinstance(whole.get("events"), list):
        raise UsageError(
            "holds no list `events`", hint="is it the right file, and the right format?"
        )
    decoder = json.JSONDecoder()
    at = _after(text, text.index("{") + 1)
    while text[at] != "}":
        name, at = decoder.raw_decode(text, at)
        at = _after(text, _after(text, at) + 1)
        if name == "events" and text[at] == "[":
            yield from _elements(text, at + 1, decoder)
        _, at = decoder.raw_decode(text, at)
        at = _after(text, at)
        at = _after(text, at + 1) if text[at] == "," else at


def _elements(text: str, at: int, decoder: json.JSONDecoder) -> Iterator[tuple[int, Any]]:
    at, line, counted = _after(text, at), 1, 0
    while text[at] != "]":
        line, counted = line + text.count("\n", counted, at), at
        value, at = decoder.raw_decode(text, at)
        yield line, value
        at = _after(text, at)
        at = _after(text, at + 1) if text[at] == "," else at


def _after(text: str, at: int) -> int:
    """Where the white space at `at` ends."""
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _reason(error: Exception) -> str:
    return error.msg if isinstance(error, json.JSONDecodeError) else "it is nested too deeply"
