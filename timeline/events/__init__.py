"""From a document and its temporal expressions to proposed events.

    sentences -> (language model) -> clause -> title, kind, who and where -> Event

Each dated expression gives the event it dates, with the clause as a verbatim quote. Nothing is
read or written here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timeline.events.parser import Parser, load_parser
from timeline.events.propose import propose_many
from timeline.model import Document, Event, Mention

__all__ = ["Parser", "load_parser", "propose", "propose_many"]


def propose(
    document: Document, mentions: Mapping[int, Sequence[Mention]], *, parser: Parser | None = None
) -> tuple[Event, ...]:
    """The events that a document's dated expressions date, in text order.

    `mentions[n]` are the expressions of paragraph n, with offsets into its text. Without a
    `parser` clauses are cut at punctuation and joining words. Events whose date needs a
    publication date that the source doesn't give have `when == ""`.
    """
    (events,) = propose_many([(document, mentions)], parser=parser)
    return events
