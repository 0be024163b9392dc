"""An invented project to import into: two articles, and lines that another program gives."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from timeline import store
from timeline.model import Citation, Event

PORT = """\
---
title: The port plans a new quay
published: 2014-06-01
url: https://gazette.example/quay/
---

The port board met in Lowmouth on 3 March 2014 and chose Grey & Sons, a builder from Highmouth.

Work on the quay   began in April 2014, the mayor, Ada Quill, told reporters on Friday.

The first ship is to moor there in 2016.
"""
LETTER = """\
---
title: A letter
published: 2014-06-02
---

The clerk wrote to the board in May 2014.
"""
MET: Mapping[str, Any] = {
    "source": "port",
    "title": "The port board chose a builder",
    "when": "2014-03-03",
    "quote": "The port board met in Lowmouth on 3 March 2014 and chose Grey & Sons",
    "paragraph": 1,
    "said": "3 March 2014",
}
_MET = Citation(1, str(MET["quote"]), "3 March 2014")
_OUTSIDE = Citation(quote="=cheap; a \\ b", url="https://other.example/a?b=c,d")
_LETTER = Citation(1, "The clerk wrote to the board in May 2014", "May 2014", "letter")
_EVENTS = [
    Event(
        "aa000001",
        "2014-03-03",
        '=The "board", met; & <chose>',
        citations=(_MET, _OUTSIDE, _LETTER),
        kind="alleged",
        who=("Grey & Sons", "A; B"),
        where=("Lowmouth",),
        tags=("quay", "-x"),
        summary="It met, and it chose.",
        order=2,
        slug="chosen",
        image="https://i.example/a.jpg",
    ),
    Event("aa000002", "../2014-04", "Work began", citations=(Citation(2, "Work on the quay"),)),
    Event("aa000003", "2014-06/2014-08~", "Told", citations=(Citation(2, "Ada Quill"),)),
    Event(
        "aa000004",
        "-0043-03-15",
        "Long ago",
        citations=(Citation(3, "in 2016", "2016"),),
        calendar="julian",
        date_from="context",
    ),
]
ACCEPTED = tuple(dataclasses.replace(event, status="accepted") for event in _EVENTS)
"""Four events with everything that an event can have."""


def write_project(root: Path) -> Path:
    """The two sources; gives the folder."""
    folder = root / "sources"
    folder.mkdir(exist_ok=True)
    (folder / "port.md").write_text(PORT, "utf-8")
    (folder / "letter.md").write_text(LETTER, "utf-8")
    return folder


def write_lines(path: Path, *lines: Mapping[str, Any]) -> Path:
    """JSON Lines."""
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    return path


def events_in(folder: Path, source: str = "port") -> tuple[Event, ...]:
    """The events of one event file."""
    return store.load(folder / f"{source}.events.yml").record.events
