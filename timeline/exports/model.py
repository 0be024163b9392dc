"""What an export is asked for and what it gives: frozen values, no I/O."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from timeline.model import Entry, Timeline

Key = tuple[str, str]
"""An event's source name and its id."""


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """How the timeline is called, in which language its dates are said, and where it stands.

    `url` is the absolute address of the timeline's page, None where it has none yet. `folder` is
    where the feeds stand, as an absolute address that ends in a slash. `reviewed` says when a
    person decided on an event, with an offset from UTC; what isn't in it is not known.
    """

    title: str = "Timeline"
    language: str = "en"
    url: str | None = None
    folder: str | None = None
    reviewed: Mapping[Key, dt.datetime] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An event that a format can't hold, and why."""

    entry: Entry
    why: str


@dataclass(frozen=True, slots=True)
class Export:
    """A text to write, the events that it can't hold, and texts that belong beside it, by name."""

    text: str
    left_out: tuple[LeftOut, ...] = ()
    beside: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Format:
    """A way to take a timeline away: one line about it, its file on a site, and its function.

    `label` is what the site calls it; a format without one is not offered there.
    """

    about: str
    file: str
    make: Callable[[Timeline, ExportOptions], Export]
    label: str = ""
