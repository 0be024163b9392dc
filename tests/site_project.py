"""The small invented timeline as a project on disk, and its site."""

from __future__ import annotations

import dataclasses
import json
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


ALL_EXTENSIONS = (
    "abbr, admonition, attr_list, def_list, footnotes, md_in_html, tables, toc, smarty, nl2br, "
    "pymdownx.betterem, pymdownx.caret, pymdownx.critic, pymdownx.details, pymdownx.emoji, "
    "pymdownx.highlight, pymdownx.inlinehilite, pymdownx.keys, pymdownx.magiclink, "
    "pymdownx.mark, pymdownx.smartsymbols, pymdownx.snippets, pymdownx.superfences, "
    "pymdownx.tabbed, pymdownx.tasklist, pymdownx.tilde"
)
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror="alert(1)">',
    "{{ 7 * 7 }} {% raw %} {# no #}",
    "{: #own onclick=alert(1) }",
    "[text](javascript:alert(1)) ![image](x.png) <javascript:alert(1)>",
    "**bold** _italic_ `code` ~~gone~~ ==mark== ^^new^^ H~2~O x^2^",
    "[^1]: note [ref]: /x *[HTML]: abbreviation",
    ":smile: (c) -- --- --8<-- 'snippet.md' ;--8<-- $x$ \\(y\\) ++ctrl++",
    "https://auto.example www.auto.example a@auto.example #12 @user",
    "&lt;b&gt; &amp; &#123; &copy",
    "# heading | table | - [ ] task 1. one",
    "-->]]></article><!-- {++new++} {~~a~>b~~}",
    "wzxhzdk:0 \x02wzxhzdk:0\x03 \x02amp\x03",
)


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


def write_evil_project(folder: Path) -> Path:
    """A project in which every text field of a source and its events is hostile."""
    index = f"{INDEX}\n<!-- timeline source=evil -->\n"
    config = write_project(folder, extensions=ALL_EXTENSIONS, index=index)
    evil = " ".join(text.partition("wzx")[0] for text in HOSTILE)
    quoted = json.dumps(evil)
    (folder / "sources" / "evil.md").write_text(
        f"---\ntitle: {quoted}\nauthor: {quoted}\npublisher: {quoted}\nlicence: {quoted}\n"
        f"original: 'javascript:alert(1)'\npublished: '2014-01-01'\npublish: full\n---\n\n"
        + "".join(f"In 2014 {text}\n\n" for text in HOSTILE if "wzx" not in text),
        "utf-8",
    )
    lines = [
        "- id: '0e0e0e0e'",
        "  when: '2014'",
        f"  title: {quoted}",
        "  status: accepted",
        f"  who: [{quoted}]",
        f"  where: [{quoted}]",
        f"  tags: [{quoted}]",
        f"  summary: {quoted}",
        "  citations:",
        *(
            f"  - {{paragraph: {number}, quote: {json.dumps(text)}, said: ''}}"
            for number, text in enumerate(HOSTILE, 1)
            if "wzx" not in text
        ),
        f"  - {{url: 'javascript:alert(1)', quote: {quoted}}}",
    ]
    (folder / "sources" / "evil.events.yml").write_text(
        "source: evil\nextractor: by hand\nevents:\n\n" + "\n".join(lines) + "\n", "utf-8"
    )
    return config


def _source_text(document: Document) -> str:
    fields = dataclasses.asdict(document.source)
    del fields["name"]
    fields["also_at"] = [
        {key: value for key, value in place.items() if value} for place in fields["also_at"]
    ]
    head = "\n".join(f"{key}: {value!r}" for key, value in fields.items() if value)
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
