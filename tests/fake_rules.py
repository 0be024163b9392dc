"""A cheap extractor in two versions, for tests that extract thousands of times."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from timeline.events.identity import identify
from timeline.model import Citation, Document, Event, Paragraph, Record

_DATE = re.compile(r"(?:March |June )?(?:19|20)\d\d")
_MONTHS = {"March": "-03", "June": "-06"}


def find_all(documents: Sequence[Document], *, version: int) -> list[Record]:
    """What stands in for `pipeline.find_all`.

    Version 1 finds each date with its whole paragraph. Version 2 finds one in a paragraph, none
    in those with an odd number of words, cuts the quote behind it and words the title otherwise.
    """
    name = f"cited-timeline 0.{version}"
    return [
        Record(document.source.name, name, _events(document, version)) for document in documents
    ]


def _events(document: Document, version: int) -> tuple[Event, ...]:
    events: list[Event] = []
    seen: Counter[tuple[str, str]] = Counter()
    for paragraph in document.paragraphs:
        found = list(_DATE.finditer(paragraph.text))
        if version == 2:
            found = [] if len(paragraph.text.split()) % 2 else found[:1]
        for match in found:
            events.append(_event(paragraph, match, version, seen))
    return tuple(events)


def _event(
    paragraph: Paragraph, match: re.Match[str], version: int, seen: Counter[tuple[str, str]]
) -> Event:
    said, text = match[0], paragraph.text
    month, _, year = said.rpartition(" ")
    repeat = seen[text, said]
    seen[text, said] += 1
    first = " ".join(text.split()[:4])
    return Event(
        id=identify(text, said, repeat=repeat),
        when=year + _MONTHS.get(month, ""),
        title=first if version == 1 else f"{first}, in short",
        citations=(
            Citation(paragraph.number, text if version == 1 else text[: match.end()], said),
        ),
    )
