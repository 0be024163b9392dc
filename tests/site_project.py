"""The small invented timeline as a project on disk, and its site."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from tests.site_example import CRACKS_AGAIN, ENTRIES, EXAMPLE, cite, event
from timeline.model import Document, Event, Record
from timeline.store import compose

PROPOSED = event(
    0x2A,
    "2014-05-10",
    "A ferry is laid on",
    cite(7, "Boats may pass beneath it as before", ""),
    status="proposed",
)
REJECTED = event(0x2B, "2014-05-11", "REJECTED-TITLE", cite(4, "Nobody", ""), status="rejected")

MKDOCS = """\
site_name: Harbour
use_directory_urls: {directory_urls}
nav:
  - Home: index.md
  - Timeline: timeline/index.md
  - Sources: sources/index.md
theme:
  name: material
  font: false
  palette:
    - media: "(prefers-color-scheme: light)"
      scheme: default
    - media: "(prefers-color-scheme: dark)"
      scheme: slate
plugins: [{plugins}]
markdown_extensions: [{extensions}]
"""
INDEX = """\
# The harbour bridge

<!-- timeline who="ada quill" -->

See [the first cracks](timeline/index.md#first-cracks) and
[what was said](sources/rival-report.md#p2).
"""


def write_project(
    folder: Path,
    *,
    directory_urls: bool = False,
    plugins: str = "search, offline, timeline",
    extensions: str = "toc",
    index: str = INDEX,
) -> Path:
    """Write the example's sources, event files and an mkdocs.yml; gives the path of the last."""
    sources = folder / "sources"
    sources.mkdir(parents=True)
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_text(index, "utf-8")
    for name, document in EXAMPLE.documents.items():
        (sources / f"{name}.md").write_text(_source_text(document), "utf-8")
        record = Record(name, "by hand", tuple(_events_of(name)))
        (sources / f"{name}.events.yml").write_text(compose(record, stored=None), "utf-8")
    config = folder / "mkdocs.yml"
    config.write_text(
        MKDOCS.format(
            directory_urls=str(directory_urls).lower(), plugins=plugins, extensions=extensions
        ),
        "utf-8",
    )
    return config


def _source_text(document: Document) -> str:
    fields = dataclasses.asdict(document.source)
    del fields["name"]
    head = "\n".join(f"{key}: {value!r}" for key, value in fields.items() if value is not None)
    paragraphs = (
        f"# {paragraph.text}" if paragraph.heading else paragraph.text
        for paragraph in document.paragraphs
    )
    return f"---\n{head}\n---\n\n" + "\n\n".join(paragraphs) + "\n"


def _events_of(source: str) -> list[Event]:
    found = [entry.event for entry in ENTRIES if entry.source == source]
    if source == "bridge-closed":
        found += [PROPOSED, REJECTED]
    if source == "rival-report":
        found.append(dataclasses.replace(CRACKS_AGAIN, same_as="0000001a"))
    return [
        dataclasses.replace(
            one,
            citations=tuple(
                dataclasses.replace(c, source=None) if c.source == source else c
                for c in dict.fromkeys(one.citations)
            ),
        )
        for one in found
    ]
