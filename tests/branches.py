"""Hypothesis strategies for two branches of an event file that people and the program worked on."""

from __future__ import annotations

import dataclasses
from typing import Any

from hypothesis import strategies as st

from tests import strategies
from timeline.merge import is_persons, stamp
from timeline.model import Citation, Event, Record

HAND: dict[str, dict[str, Any]] = {
    "accept": {"status": "accepted"},
    "reject": {"status": "rejected"},
    "dispute": {"status": "disputed"},
    "reopen": {"status": "proposed"},
    "score": {"salience": 0.31},
    "score otherwise": {"salience": 0.72},
    "retitle": {"title": "As Anna words it"},
    "retitle otherwise": {"title": "As Ben words it: otherwise"},
    "redate": {"when": "2013-05"},
    "note": {"note": "ask the desk"},
    "no note": {"note": None},
    "tag": {"tags": ("talks", "a, b")},
    "join": {"same_as": "flight/0a0a0a0a"},
    "cite": {"citations": (Citation(3, "they met # again", "again"),)},
}
MACHINE = ("refresh", "refresh otherwise", "lose")
HEADS = ("cited-timeline 0.1", "cited-timeline 0.2")


@st.composite
def proposals(draw: st.DrawFn, prefix: str) -> list[Event]:
    """What the program found, each with its digest."""
    number = draw(st.integers(0, 3))
    return [
        stamp(
            Event(
                id=f"{prefix}{k}a0b1c2",
                when=draw(strategies.dates),
                title=draw(strategies.sentences),
                citations=(Citation(k + 1, draw(strategies.sentences), "Friday"),),
            )
        )
        for k in range(number)
    ]


@st.composite
def worked_on(draw: st.DrawFn, record: Record, new: list[Event]) -> Record:
    """A branch of a record: for each event one to three acts of a person, or of the program."""
    done = []
    for event in (*record.events, *(e for e in new if draw(st.booleans()))):
        acts = draw(st.lists(st.sampled_from(["leave", *HAND, *MACHINE, "delete"]), max_size=3))
        now = event
        for act in acts:
            now = _after(act, now) if now else None
        done += [now] if now else []
    taken = {event.id for event in record.events}
    own = [Event(id="own0", when="2012", title=t) for t in draw(_OWN) if "own0" not in taken]
    return Record(record.source, draw(st.sampled_from(HEADS)), (*done, *own))


_OWN = st.lists(st.sampled_from(["Mine", "Yours"]), max_size=1)


def _after(act: str, event: Event) -> Event | None:
    if act in HAND:
        return dataclasses.replace(event, **HAND[act])
    if act == "delete":
        return None
    if act == "leave" or is_persons(event):
        return event  # the program leaves people's events alone
    if act == "lose":
        return None
    return stamp(dataclasses.replace(event, title=f"Found again: {act}"))


@st.composite
def branches(draw: st.DrawFn) -> tuple[Record, Record, Record]:
    """The version both sides have grown from, and the two sides."""
    first = Record("talks", HEADS[0], tuple(draw(proposals("1"))))
    base = draw(worked_on(first, [])) if draw(st.booleans()) else first
    new = draw(proposals("2"))
    return base, draw(worked_on(base, new)), draw(worked_on(base, new))
