"""Timeline -> text to take away: one function a format, one dict.

    make("ics", timeline, options=...) -> Export(text, left_out, beside)

All formats show the same events: what a person has accepted or marked as disputed. None of them
says a date more precisely than its source; what a format can't hold is left out and listed.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from timeline.errors import UsageError
from timeline.exports import (
    bibliography,
    chronology,
    data,
    feeds,
    ics,
    linked,
    markdown,
    table,
    timelinejs,
)
from timeline.exports.facts import publishable
from timeline.exports.model import Export, ExportOptions, Format, LeftOut
from timeline.model import Timeline

__all__ = ["FORMATS", "Export", "ExportOptions", "Format", "LeftOut", "make"]

FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "json": Format(
            "everything that is published, as data with a JSON Schema",
            "timeline.json",
            data.as_json,
            "JSON",
        ),
        "schema": Format("the JSON Schema of `json`", data.SCHEMA_FILE, data.as_schema),
        "csv": Format(
            "a table for spreadsheets, one row an event", "timeline.csv", table.as_csv, "CSV"
        ),
        "ics": Format(
            "a calendar; only events known to the day, the rest are listed",
            "timeline.ics",
            ics.as_calendar,
            "iCalendar",
        ),
        "timelinejs": Format(
            "a file that TimelineJS shows",
            "timelinejs.json",
            timelinejs.as_timelinejs,
            "TimelineJS",
        ),
        "atom": Format("a feed, what was reviewed last first", "feed.atom", feeds.as_atom, "Atom"),
        "jsonfeed": Format(
            "the same feed as JSON Feed", "feed.json", feeds.as_json_feed, "JSON Feed"
        ),
        "jsonld": Format(
            "schema.org events and claims, for search engines",
            "timeline.jsonld",
            linked.as_jsonld,
            "JSON-LD",
        ),
        "markdown": Format(
            "a text to read or paste", "timeline.markdown.txt", markdown.as_markdown, "Markdown"
        ),
        "bibtex": Format(
            "the sources cited, for LaTeX", "sources.bib", bibliography.as_bibtex, "BibTeX"
        ),
        "csl": Format(
            "the sources cited, as CSL-JSON for Zotero and pandoc",
            "sources.csl.json",
            bibliography.as_csl,
            "CSL-JSON",
        ),
        "chronology": Format(
            "a numbered table as courts want it: a page to print, or to save as a PDF",
            "chronology.html",
            chronology.as_chronology,
            "Chronology to print",
        ),
    }
)


def make(name: str, timeline: Timeline, *, options: ExportOptions | None = None) -> Export:
    """The timeline in one format. Raises UsageError for a name that is none."""
    if name not in FORMATS:
        raise UsageError(f"there is no format {name}", hint=f"one of {', '.join(FORMATS)}")
    return FORMATS[name].make(publishable(timeline), options or ExportOptions())
