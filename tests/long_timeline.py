"""A timeline of 36 invented events in four parts, as a project on disk."""

from __future__ import annotations

from pathlib import Path

from tests.site_project import MKDOCS
from timeline.model import Citation, Event, Record
from timeline.store import compose

PEOPLE = ("Ada Quill", "Ben Ode", "Cleo Wren")
DEEDS = ("opens the lock", "paints the pier", "sells the ferry")
PART = 10


def write_long_project(folder: Path, *, index: str = "# Home\n") -> Path:
    """Three events a year from 2000 on, each person one; the last source keeps silent."""
    (folder / "sources").mkdir(parents=True)
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_text(index, "utf-8")
    for name, numbers, publish in (
        ("diary", range(33), "cited"),
        ("sealed", range(33, 36), "none"),
    ):
        body = "\n\n".join(said(n) for n in numbers)
        head = f"title: The {name}\npublished: '2013-01-01'\npublish: '{publish}'"
        (folder / "sources" / f"{name}.md").write_text(f"---\n{head}\n---\n\n{body}\n", "utf-8")
        record = Record(name, "by hand", tuple(event(n, at) for at, n in enumerate(numbers, 1)))
        text = compose(record, stored=None)
        (folder / "sources" / f"{name}.events.yml").write_text(text, "utf-8")
    config = folder / "mkdocs.yml"
    text = MKDOCS.format(directory_urls="false", plugins="search, timeline", extensions="toc")
    config.write_text(text, "utf-8")
    return config


def said(number: int) -> str:
    """The paragraph of an event; the word of its quote stands nowhere else."""
    who, deed = PEOPLE[number % 3], DEEDS[number % 3]
    return f"On 15 {number % 3 + 1}/{2000 + number // 3}, {who} {deed}, says witness{number:02}."


def event(number: int, paragraph: int) -> Event:
    """The event of a paragraph, with an id that shows its number."""
    who, deed = PEOPLE[number % 3], DEEDS[number % 3]
    return Event(
        id=f"{0x100 + number:08x}",
        when=f"{2000 + number // 3}-0{1 + number % 3}-15",
        title=f"{who} {deed}",
        status="accepted",
        kind="planned" if number == 20 else "happened",
        who=(who,),
        citations=(Citation(paragraph, said(number), ""),),
    )
