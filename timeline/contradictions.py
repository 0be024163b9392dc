"""What can't be true together: joined events' dates, and dates beside the words they come from."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from timeline.errors import WhenError
from timeline.link import Key, clash
from timeline.merge import digest
from timeline.model import Citation, Document, Event, Mention, Problem
from timeline.when import Precision, When

if TYPE_CHECKING:
    from timeline.check import Folder

_UNITS: tuple[Precision, ...] = ("century", "decade", "year", "season", "quarter", "month")
Fault = tuple[str, str, str]
"""The field, what is wrong with it, and what to try."""


def groups(roots: Mapping[Key, Key]) -> dict[Key, list[Key]]:
    """The events that are joined, the one they all lead to first; only groups of two or more."""
    found: dict[Key, list[Key]] = defaultdict(list)
    for key, root in roots.items():
        found[root].append(key)
    return {
        root: [root, *(key for key in keys if key != root)]
        for root, keys in found.items()
        if len(keys) > 1
    }


def clashes(event: Event, others: list[tuple[Key, Event]]) -> Iterator[Fault]:
    """A fault where the event's date and that of one it is joined to can't both be true.

    A disputed event says itself that the sources differ, and a rejected one says nothing.
    """
    for (source, event_id), other in others:
        silent = {"disputed", "rejected"} & {event.status, other.status}
        if not silent and clash(event, other):
            what = f"{event.when} and {other.when} of {source}/{event_id}, joined by same_as"
            hint = (
                "correct one of the dates, take same_as out, "
                "or write status: disputed where the sources differ"
            )
            yield "same_as", f"the dates can't both be true: {what}", hint
            return


def doubts(folder: Folder) -> Iterator[Problem]:
    """Warnings: what a person may have meant, and an editor would ask about."""
    for name, file in folder.files.items():
        for i in range(len(file.record.events)):
            yield from event_doubts(folder, name, i)


def event_doubts(folder: Folder, source: str, i: int) -> Iterator[Problem]:
    """The warnings about one event: the source it is of, and its place in the event file."""
    file = folder.files[source]
    event = file.record.events[i]
    if event.status == "rejected":
        return
    for judge in (_to_rejected, _kept_apart, _beside_the_words):
        for field, what, hint in judge(event, source, folder):
            line = file.line("events", i, field)
            yield Problem(str(file.path), line, what, hint, event.id, warning=True, rule="doubt")


def _to_rejected(event: Event, source: str, folder: Folder) -> Iterator[Fault]:
    target = folder.resolve(event.same_as, source=source) if event.same_as else None
    if target is None:
        return
    if folder.files[target[0]].by_id[target[1]].status == "rejected":
        what = f"same_as names {target[0]}/{target[1]}, which is rejected"
        yield "same_as", what, "name an event that is shown, or take the line out"


def _kept_apart(event: Event, source: str, folder: Folder) -> Iterator[Fault]:
    """An event joined, perhaps by a third, to one that a person said it is not."""
    if not event.not_same_as:
        return  # who is joined to whom takes the whole folder
    joined = folder.joined.get((source, event.id), [])
    for other in event.not_same_as:
        key = folder.resolve(other, source=source)
        if key in joined:
            what = f"joined to {'/'.join(key)}, and said to be another by not_same_as"
            yield "not_same_as", what, "take one of the two out"


def _beside_the_words(event: Event, source: str, folder: Folder) -> Iterator[Fault]:
    """A date that a person or an import wrote and that no citation's date words carry."""
    if not event.when or event.calendar:
        return
    if event.digest == digest(event) and not event.proposed_by:
        return  # the program's own dates come from these words
    try:
        when = When.parse(event.when)
    except WhenError:
        return
    said = [_meaning(c, folder.documents.get(c.source or source)) for c in event.citations]
    meant = [reading for reading in said if reading]
    if not meant or len(meant) < len(said):
        return  # words that can't be read for sure say nothing against a date
    words, one, _ = meant[0]
    if all(m.precision in _UNITS and _length(when) < _length(m) for _, m, _ in meant):
        what = f"{event.when} is more exact than the words “{words}”"
        yield "when", what, f"give the {one.precision} alone, or cite the words that say more"
    elif all(absolute and not when.overlaps(m) for _, m, absolute in meant):
        what = f"{event.when} is not what the words “{words}” say"
        yield "when", what, f"write when: '{one.text}', or cite the words that say so"


def _meaning(citation: Citation, document: Document | None) -> tuple[str, When, bool] | None:
    """A citation's date words, the time they name, and whether they name it without a context.

    None where the words aren't one plain date. Of words such as "March" only the unit is sure.
    """
    from timeline.temporal import tag  # dateparser is loaded only where a person wrote a date

    if not citation.said or document is None:
        return None
    language = document.source.language
    found = tag(citation.said, published=_published(document), language=language)
    if len(found) != 1 or not _whole(found[0], citation.said) or not found[0].when:
        return None
    when, absolute = When.parse(found[0].when), not found[0].anchor
    sure = not when.approximate and (absolute or when.precision in _UNITS)
    return (citation.said, when, absolute) if sure else None


def _whole(mention: Mention, said: str) -> bool:
    return mention.type == "DATE" and not mention.mod and mention.text == said.strip()


def _published(document: Document) -> dt.date | None:
    try:
        return When.parse(document.source.published).day if document.source.published else None
    except WhenError:
        return None


def _length(when: When) -> float:
    """Days, near enough to tell a day from a month; an open end has no length."""
    if when.earliest is None or when.latest is None:
        return float("inf")
    (y, m, d), (y2, m2, d2) = when.earliest[:3], when.latest[:3]
    return (y2 - y) * 366 + (m2 - m) * 31 + (d2 - d)
