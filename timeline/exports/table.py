"""timeline.csv: one row an event, for spreadsheets, and safe to open in one.

A cell with several values keeps them apart so that `timeline import` reads back what was written:
names by `; `, citations (paragraph, quote, said, url, cited_source) by one line each, in step.
`cited_source` is empty for words of the row's own source.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

from timeline.exports.data import ExportedEvent, exported
from timeline.exports.facts import clean, evidence
from timeline.exports.model import Export, ExportOptions
from timeline.model import Timeline

COLUMNS = (
    *("id", "when", "date", "earliest", "latest", "title", "kind", "status"),
    *("who", "where", "tags", "summary"),
    *("source", "paragraph", "quote", "said", "url", "cited_source"),
    *("source_title", "source_published"),
    *("order", "slug", "calendar", "image", "date_from", "link"),
)
NAMES = ("who", "where", "tags")
IN_STEP = ("paragraph", "quote", "said", "url")
# Spreadsheets run a cell that begins with one of these; the full-width forms too, in some.
_FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")


def as_csv(timeline: Timeline, options: ExportOptions) -> Export:
    """RFC 4180 in UTF-8, with the mark at its beginning by which Excel knows that it is."""
    out = io.StringIO(newline="")
    rows = csv.writer(out)
    rows.writerow(COLUMNS)
    for entry in timeline:
        cells = _cells(exported(entry, timeline, options))
        sources = [one.source for one in evidence(entry, timeline)]
        cells["source_title"] = _lines(clean(s.title) if s else "" for s in sources)
        cells["source_published"] = _lines(clean(s.published or "") if s else "" for s in sources)
        rows.writerow(armoured(cells.get(column, "")) for column in COLUMNS)
    return Export("\ufeff" + out.getvalue())


def armoured(cell: str) -> str:
    """The cell with a `'` before what a spreadsheet would take for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def bared(cell: str) -> str:
    """The cell as it was before `armoured`."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def joined(names: Iterable[str]) -> str:
    """Names in one cell; a `;` within a name is written `\\;`."""
    return "; ".join(name.replace("\\", "\\\\").replace(";", "\\;") for name in names)


def parted(cell: str) -> tuple[str, ...]:
    """The names of a cell that `joined` made, or a person."""
    parts = re.findall(r"(?:\\.|[^;\\]|\\$)+", cell)
    names = (re.sub(r"\\(.)", r"\1", part).strip() for part in parts)
    return tuple(name for name in names if name)


def _cells(event: ExportedEvent) -> dict[str, str]:
    plain = event.model_dump(exclude_none=True, exclude={"citations", "repeats"})
    cells = {key: joined(value) if key in NAMES else str(value) for key, value in plain.items()}
    for field in IN_STEP:
        values = [getattr(citation, field) for citation in event.citations]
        cells[field] = _lines("" if value is None else str(value) for value in values)
    named = ((c.source or "", c.source != event.source or c.url) for c in event.citations)
    cells["cited_source"] = _lines(name if needed else "" for name, needed in named)
    return cells


def _lines(values: Iterable[str]) -> str:
    """One line each; none at all where all are empty."""
    lines = [" ".join(value.splitlines()) for value in values]
    return "\n".join(lines) if any(lines) else ""
