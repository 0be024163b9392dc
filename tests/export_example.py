"""Invented events for exports: every form of date, and words that each format could trip over."""

from __future__ import annotations

import dataclasses
import datetime as dt

from tests.site_example import event
from timeline.exports import Export, ExportOptions, make
from timeline.model import Citation, Document, Entry, Event, Paragraph, Source, Timeline

EVIL = (
    "=cmd|'/c calc'!A1 <b onclick=\"x()\">&amp; {{ 7*7 }} **b** [a](javascript:x) \\n \x0b; 50% #1"
)
DATES = {
    "bc": "-0043-03-15",
    "first-year": "0000",
    "century": "18XX",
    "decade": "197X",
    "season": "2009-21",
    "quarter": "2009-33",
    "year": "2010",
    "month": "2013-03",
    "day": "2014-04-17",
    "hour": "2014-04-17T14",
    "minute": "2014-04-17T14:30",
    "zoned": "2014-04-17T14:30+02:00",
    "days": "2014-05-16/2014-05-18",
    "week": "2014-05-19/2014-05-25",
    "hours": "2014-06-01T09:00/2014-06-01T11:30",
    "months": "2014-06/2014-08",
    "before": "../2014-04-17",
    "since": "2014-04-17/..",
    "about": "1860~",
    "about-day": "1860-05-02~",
    "possibly": "2014-04-17?",
    "every-year": "XXXX-12-25",
    "far": "Y12000",
}
ODD = Document(
    Source("odd", f"Odd & old {EVIL}", "2014-06-01", author="Ann & Co_", publisher="50% News"),
    tuple(
        Paragraph(n, f"On a day of the kind {name} this was told.")
        for n, name in enumerate(DATES, 1)
    ),
)
OPTIONS = ExportOptions(
    title="Harbour & <port>",
    url="https://site.example/timeline/",
    folder="https://site.example/timeline/",
)
REVIEWED = dt.datetime(2015, 3, 4, 10, 30, tzinfo=dt.timezone(dt.timedelta(hours=2)))


def dated() -> Timeline:
    """One accepted event for each form of date, with its name as title, in no special order."""
    entries = tuple(
        Entry(event(n, when, name, Citation(n, f"kind {name} this", name, "odd")), "odd")
        for n, (name, when) in enumerate(DATES.items(), 1)
    )
    return Timeline(entries, {"odd": ODD})


def evil(when: str = "2014", **fields: object) -> Timeline:
    """One event in which every text field is hostile."""
    source = Source(
        "evil", EVIL, EVIL, author=EVIL, publisher=EVIL, url="javascript:x()", licence=EVIL
    )
    values: dict[str, object] = {
        "who": (EVIL, "A; B"),
        "where": (EVIL,),
        "tags": (EVIL,),
        "summary": EVIL,
        "image": "javascript:x()",
        **fields,
    }
    citations = (Citation(1, EVIL, "", "evil"), Citation(quote=EVIL, url=f"javascript:{EVIL}"))
    one = event(0xE, when, EVIL, *citations, **values)
    document = Document(source, (Paragraph(1, EVIL),))
    return Timeline((Entry(one, "evil"),), {"evil": document})


def proposal() -> Event:
    """An event nobody has decided on."""
    return event(0xF0, "2014-04-18", "PROPOSED-TITLE", status="proposed")


def made(name: str, timeline: Timeline, **options: object) -> Export:
    """The timeline in a format, with the usual options and these."""
    return make(name, timeline, options=dataclasses.replace(OPTIONS, **options))  # type: ignore[arg-type]
