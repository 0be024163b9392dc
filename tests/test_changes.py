"""What changed between two states of a timeline, as values and in words."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

import pytest
from hypothesis import given

from tests.branches import branches
from timeline.changes import WHATS, Change, changes
from timeline.diff import Diff
from timeline.diff_words import as_json, as_markdown, as_text, say, sums
from timeline.model import Citation, Event, Record

QUOTE = Citation(2, "ministers met in Geneva in March 2014", "March 2014")
EVENT = Event(id="aa", when="2014-03", title="Ministers met", citations=(QUOTE,))


def record(*events: Event, name: str = "talks") -> Record:
    return Record(name, "cited-timeline 0.1", events)


def told(before: Event | None, after: Event | None) -> list[str]:
    """The changes of one event, in words."""
    states = ({"talks": record(*[e] if e else [])} for e in (before, after))
    return [say(change) for change in changes(*states)]


def moved(**fields: Any) -> Event:
    return dataclasses.replace(EVENT, **fields)


def cited(**fields: Any) -> Event:
    return moved(citations=(dataclasses.replace(QUOTE, **fields),))


@pytest.mark.parametrize(
    ("after", "words"),
    [
        (moved(status="accepted"), "accepted"),
        (moved(status="rejected"), "rejected"),
        (moved(status="disputed"), "disputed"),
        (moved(when="2014-03-16"), "date moved from March 2014 to 16 March 2014"),
        (moved(when="2014~/.."), "date moved from March 2014 to since about 2014"),
        (moved(when=""), "date taken out (was March 2014)"),
        (moved(when="March"), "date moved from March 2014 to March"),
        (moved(title="They met"), "title reworded from “Ministers met” to “They met”"),
        (moved(kind="denied"), "kind changed from happened to denied"),
        (moved(who=("Anna", "Ben")), "who: added Anna, Ben"),
        (moved(tags=("talks",)), "tags: added talks"),
        (moved(note="ask"), "note added: “ask”"),
        (moved(order=2), "order among events of its day: 2 (was none)"),
        (moved(slug="talks"), "slug: talks (was none)"),
        (moved(same_as="bb"), "joined: it tells the same as bb"),
        (moved(not_same_as=("bb",)), "kept apart from: added bb"),
        (moved(date_from="context"), "the date comes from an earlier sentence (was its sentence)"),
        (moved(citations=()), f"quote taken out: “{QUOTE.quote}” (paragraph 2)"),
        (cited(paragraph=3), "quote now (paragraph 3), was (paragraph 2)"),
        (cited(quote="they met"), f"quote changed from “{QUOTE.quote}” to “they met”"),
        (cited(said="2014"), "date words changed from “March 2014” to “2014”"),
        (
            moved(citations=(QUOTE, Citation(quote="so it was", url="https://a.example"))),
            "quote added: “so it was” (https://a.example)",
        ),
    ],
)
def test_each_change_has_its_words(after: Event, words: str) -> None:
    """What a colleague would say of it."""
    assert told(EVENT, after) == [words]


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (moved(status="accepted"), EVENT, ["reopened (was accepted)"]),
        (moved(status="accepted"), moved(status="rejected"), ["rejected (was accepted)"]),
        (moved(same_as="bb"), EVENT, ["taken apart from bb"]),
        (moved(same_as="bb"), moved(same_as="cc"), ["joined: it tells the same as cc (was bb)"]),
        (moved(when=""), EVENT, ["dated March 2014"]),
        (moved(note="a"), moved(note="b"), ["note reworded from “a” to “b”"]),
        (moved(note="a"), EVENT, ["note taken out: “a”"]),
        (moved(tags=("a", "b")), moved(tags=("b", "a")), ["tags: put in another order"]),
        (moved(tags=("a", "b")), moved(tags=("c", "b")), ["tags: added c; took out a"]),
        (None, EVENT, ["added"]),
        (None, moved(status="accepted"), ["added", "accepted"]),
        (EVENT, None, ["removed"]),
        (EVENT, moved(digest="0a0a0a0a", salience=0.5), []),
    ],
)
def test_before_and_after(before: Event | None, after: Event | None, words: list[str]) -> None:
    """Also where something was before; what only the program keeps is no news."""
    assert told(before, after) == words


@pytest.mark.parametrize("name", ["bb", "talks/bb"])
def test_a_join_names_the_other_event(name: str) -> None:
    """By its title as well, in whichever file it stands."""
    talks = record(moved(id="bb", title="Talks in Geneva"))
    apart = {"talks": talks, "late": record(EVENT)}
    joined = {"talks": talks, "late": record(moved(same_as=name))}

    assert [say(c) for c in changes(apart, joined)] == [
        f"joined: it tells the same as {name} “Talks in Geneva”"
    ]
    assert [say(c) for c in changes(joined, apart)] == [
        f"taken apart from {name} “Talks in Geneva”"
    ]


def test_changes_stand_by_source_and_date() -> None:
    """Undated ones last; a wrong date too."""
    ids = {"d": "", "c": "2014", "b": "1999", "a": "nonsense"}
    events = [moved(id=key, when=when) for key, when in ids.items()]
    found = changes({}, {"zoo": record(*events), "ant": record(EVENT)})

    assert [c.event or c.source for c in found] == ["ant", "aa", "zoo", "b", "c", "a", "d"]


def test_a_source_that_came_went_or_was_corrected() -> None:
    """With all that was in it."""
    old, new = {"a": record(EVENT), "b": record()}, {"b": record(), "c": record()}
    found = changes(old, new, corrected=["b", "c"])

    assert [(c.source, say(c)) for c in found] == [
        ("a", "source removed"),
        ("a", "removed"),
        ("b", "the article was changed"),
        ("c", "source added"),
    ]


def test_a_renamed_source_is_told_as_one() -> None:
    """Its events keep their ids, so only what changed in them is news."""
    other = moved(id="bb")
    found = changes({"old": record(EVENT, other)}, {"new": record(moved(when="2014"), other)})

    assert [say(change) for change in found] == [
        "source renamed from old",
        "date moved from March 2014 to 2014",
    ]


DIFF = Diff(
    "HEAD (0a0a0a0a)",
    "the working tree",
    tuple(changes({"talks": record(EVENT)}, {"talks": record(moved(status="accepted", when=""))})),
    (("broken", "HEAD: broken.events.yml:3: not valid YAML"),),
)


def test_as_text() -> None:
    """Source, event, what changed; what could not be read; counts."""
    assert as_text(DIFF).splitlines() == [
        "From HEAD (0a0a0a0a) to the working tree:",
        "",
        "talks",
        "  aa  no date  Ministers met",
        "    accepted",
        "    date taken out (was March 2014)",
        "",
        "left out: broken: HEAD: broken.events.yml:3: not valid YAML",
        "1 event: 1 accepted, 1 date changed.",
    ]


def test_as_json() -> None:
    """The same, for programs."""
    data = json.loads(as_json(DIFF))

    assert data["counts"] == {"accepted": 1, "when": 1}
    assert data["changes"][1]["words"] == "date taken out (was March 2014)"
    assert data["unreadable"][0]["source"] == "broken"


def test_as_markdown_text_is_inert() -> None:
    """A title can't mention people, close the list or make a heading."""
    evil = moved(title="# <b>@anna</b>\n\n[x](http://a.example) `code`")
    lines = as_markdown(
        dataclasses.replace(DIFF, changes=tuple(changes({}, {"talks": record(evil)})))
    )

    assert "- `aa` **March 2014: \\# \\<b\\>&#64;anna\\</b\\> \\[x\\]\\(http:" in lines
    assert "\n- source added\n" in lines


def test_nothing_changed() -> None:
    """Said in as many words."""
    assert sums(Diff("a", "b", ())) == "nothing changed"


@given(branches())
def test_every_difference_is_told_and_none_without_one(
    some: tuple[Record, Record, Record],
) -> None:
    """Equal records give nothing; each change has words and one of the known kinds."""
    base, ours, _ = ({"talks": record} for record in some)
    found = changes(base, ours)
    told_of = {change.event for change in found}
    ids = {e.id for r in some[:2] for e in r.events}
    assert changes(ours, ours) == []
    assert all(say(change) and change.what in WHATS for change in found)
    for event_id in ids:
        one, other = ({e.id: shown(e) for e in r.events}.get(event_id) for r in some[:2])
        assert (event_id in told_of) == (one != other)


def shown(event: Event) -> Event:
    return dataclasses.replace(event, digest=None, salience=None)


def test_a_change_is_a_plain_value() -> None:
    """It can be kept, compared and put into a set."""
    assert len({Change("a", "b", "added"), Change("a", "b", "added")}) == 1
