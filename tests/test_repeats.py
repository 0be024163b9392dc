"""`timeline.events.repeats`: the same event told twice in one article."""

from __future__ import annotations

import dataclasses

import pytest

from timeline.events.repeats import find, is_same, join, joined
from timeline.model import Citation, Event


def event(paragraph: int, when: str, title: str, **fields: object) -> Event:
    base = Event(
        id=f"{paragraph}",
        when=when,
        title=title,
        who=("Norland",),
        citations=(Citation(paragraph, f"{title} then", "then"),),
    )
    return dataclasses.replace(base, **fields)


FIRST = event(1, "2014-03", "Norland annexed the strait of Halden")


@pytest.mark.parametrize(
    "again",
    [
        event(5, "2014-03", "Norland annexed the strait"),
        event(5, "2014-03-16", "Norland annexed the strait of Halden"),
        event(5, "2014", "Norland’s annexation of the strait"),
        event(5, "2014-03", "Norland annexed the strait", who=("Norland", "Vera Orr")),
    ],
)
def test_told_again(again: Event) -> None:
    """The same verb or its noun, the same who, and a date within the other."""
    assert is_same(FIRST, again)
    assert is_same(again, FIRST)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(event(5, "2014-04", "Norland annexed the strait"), id="another month"),
        pytest.param(event(5, "", "Norland annexed the strait"), id="no date"),
        pytest.param(event(5, "2014-03", "Norland left the strait"), id="another verb"),
        pytest.param(event(5, "2014-03", "Norland annexed the islands of Suder"), id="elsewhere"),
        pytest.param(event(5, "2014-03", "Norland annexed the strait", who=("Suder",)), id="who"),
        pytest.param(event(5, "2014-03", "Norland annexed the strait", who=()), id="nobody"),
        pytest.param(event(5, "2014-03", "Norland annexed the strait", kind="planned"), id="kind"),
        pytest.param(event(1, "2014-03", FIRST.title), id="the same words"),
    ],
)
def test_not_told_again(other: Event) -> None:
    """Where anything differs that would make it another event, they stay two."""
    assert not is_same(FIRST, other)


def test_plans_stay_apart() -> None:
    """A day to come that is told of twice may be two plans, or the same one changed."""
    one, two = (event(n, "2015-10-01", "Norland will annex the strait") for n in (1, 5))
    assert is_same(one, two)
    assert not is_same(*(dataclasses.replace(e, kind="planned") for e in (one, two)))


def test_figures_that_differ() -> None:
    """A toll that rose is news of its own."""
    few = event(1, "2014-03-16", "Soldiers of Norland killed 12 people")
    many = event(5, "2014-03-16", "Soldiers of Norland killed 30 people")
    assert not is_same(few, many)


def test_two_meetings_of_one_day() -> None:
    """The same man meets two others: who takes part differs."""
    one = event(1, "2014-03-16", "Vera Orr met Pavel Lund", who=("Vera Orr", "Pavel Lund"))
    two = event(5, "2014-03-16", "Vera Orr met Ana Kirk", who=("Vera Orr", "Ana Kirk"))
    assert not is_same(one, two)


def test_the_first_keeps_its_name_and_takes_the_finer_date() -> None:
    """One proposal, two citations; what the second adds refines the first."""
    again = event(5, "2014-03-16", "Norland annexed the strait", where=("Halden",), salience=0.4)
    both = join(dataclasses.replace(FIRST, salience=0.6), again)
    assert (both.id, both.title, both.when) == ("1", FIRST.title, "2014-03-16")
    assert [c.paragraph for c in both.citations] == [1, 5]
    assert (both.where, both.salience) == (("Halden",), 0.6)


def test_the_coarser_date_adds_nothing() -> None:
    """A year told later doesn't blur the month."""
    assert join(FIRST, event(5, "2014", "Norland annexed the strait")).when == "2014-03"


def test_three_times_is_once() -> None:
    """Every repeat belongs to the first."""
    events = [FIRST, event(5, "2014-03", FIRST.title), event(9, "2014", FIRST.title)]
    assert find(events) == {"5": "1", "9": "1"}
    (only,) = joined(events)
    assert [c.paragraph for c in only.citations] == [1, 5, 9]
