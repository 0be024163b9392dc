"""timeline.csv: as a spreadsheet reads it, without running any of it."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export_example import evil, made
from tests.site_example import EXAMPLE
from timeline.exports.table import COLUMNS, armoured, bared, joined, parted
from timeline.model import Timeline


def rows(timeline: Timeline) -> list[dict[str, str]]:
    """As Python's own reader has them."""
    text = made("csv", timeline).text
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))


def test_one_row_an_event() -> None:
    """With a mark for Excel, lines that end as RFC 4180 says, and all columns named."""
    text = made("csv", EXAMPLE).text

    assert text.startswith("\ufeffid,when,date,")
    assert text.split("\r\n")[0].removeprefix("\ufeff") == ",".join(COLUMNS)
    assert len(rows(EXAMPLE)) == len(EXAMPLE)


def test_citations_stand_in_step() -> None:
    """Line by line: paragraph, quote, address, and the source where it is another."""
    cracks = next(row for row in rows(EXAMPLE) if row["id"] == "0000001a")

    assert cracks["source"] == "bridge-closed"
    assert cracks["paragraph"] == "2\n\n2"
    assert cracks["cited_source"] == "\n\nrival-report"
    assert cracks["url"] == "\nhttps://divers.example/log\n"
    assert cracks["quote"].split("\n")[1] == "cracks since April"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝", "'=", "''-"])
def test_no_cell_begins_a_formula(start: str) -> None:
    """Nor can a `'` that stands there already hide one."""
    cell = f"{start}1+1"

    assert armoured(cell) == f"'{cell}"
    assert bared(armoured(cell)) == cell


@pytest.mark.parametrize("cell", ["", "'quoted'", "plain", "2014-03", "'"])
def test_other_cells_stay(cell: str) -> None:
    """An apostrophe is one."""
    assert armoured(cell) == cell
    assert bared(cell) == cell


def test_hostile_words_run_nowhere() -> None:
    """In any column."""
    (row,) = rows(evil())

    assert row["title"].startswith("'=cmd")
    assert not any(value.startswith(("=", "+", "-", "@")) for value in row.values())


def test_a_year_bc_is_no_formula_either() -> None:
    """It begins with a minus."""
    from tests.export_example import dated

    row = next(row for row in rows(dated()) if row["title"] == "bc")

    assert row["when"] == "'-0043-03-15"


@given(st.lists(st.text(min_size=1).map(str.strip).filter(bool)))
def test_names_in_a_cell_come_back(names: list[str]) -> None:
    """Whatever stands in them."""
    assert parted(joined(names)) == tuple(names)
