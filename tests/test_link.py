"""Suggestions: which events may be one, in what order, and why."""

from __future__ import annotations

from typing import Any

import pytest

from timeline.link import Suggestion, Telling, clash, suggest
from timeline.model import Citation, Document, Event, Paragraph, Source

FERRY = "the ferry Aurora ran aground off Skagen"
STORIES = {
    "aground": ("2019-05-05", f"On Saturday {FERRY}. The pilots of Skagen towed the ferry Aurora."),
    "inquiry": ("2019-09-02", f"On 4 May {FERRY}, an inquiry into the ferry found. Pilots agreed."),
    "bridge": ("2019-05-06", "The mayor of Lund opened a bridge on Saturday. Children sang there."),
}


def document(name: str) -> Document:
    published, text = STORIES[name]
    return Document(Source(name, name, published=published), (Paragraph(1, text),))


DOCUMENTS = {name: document(name) for name in STORIES}


def telling(source: str, title: str, when: str = "2019-05-04", **more: Any) -> Telling:
    event_id = more.pop("id", f"{source}-{when}")
    quote = more.pop("quote", title)
    apart = frozenset(more.pop("apart", ()))
    root = more.pop("root", (source, event_id))
    event = Event(event_id, when, title, citations=(Citation(1, quote),), **more)
    return Telling(source, event, root, apart)


AGROUND = telling("aground", "The ferry Aurora ran aground off Skagen", id="a1")
INQUIRY = telling("inquiry", "The ferry Aurora ran aground near Skagen", id="b1")
BRIDGE = telling("bridge", "The mayor of Lund opened a bridge", id="c1")


def pairs(*tellings: Telling) -> list[tuple[str, str]]:
    return [(s.repeat.event.id, s.kept.event.id) for s in suggest(tellings, DOCUMENTS)]


def one(*tellings: Telling) -> Suggestion:
    (suggestion,) = suggest(tellings, DOCUMENTS)
    return suggestion


def test_the_same_happening_in_two_articles() -> None:
    """Found with the same day and the same words; another happening of that day is not."""
    assert pairs(AGROUND, INQUIRY, BRIDGE) == [("b1", "a1")]


def test_a_suggestion_says_why() -> None:
    """The dates, the names both give, and how alike the texts are."""
    named = [
        telling(source, "Nils Holm ran aground", who=("Nils Holm",), where=("Skagen",))
        for source in ("aground", "inquiry")
    ]
    why = one(*named).why

    assert why[:2] == ("both on 2019-05-04", "both name Nils Holm, Skagen")
    assert why[2] == "titles 100% alike, quotes 100%"


def test_dates_must_share_a_moment() -> None:
    """The day before is another happening, however alike the words."""
    assert pairs(AGROUND, telling("inquiry", AGROUND.event.title, "2019-05-03")) == []


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ("2019-05", "2019-05-04 lies in 2019-05"),
        ("2019-05-04/..", "2019-05-04 lies in 2019-05-04/.."),
        ("2019-04-29/2019-05-05", "2019-05-04 lies in 2019-04-29/2019-05-05"),
    ],
)
def test_the_exacter_date_is_kept(when: str, words: str) -> None:
    """The vaguer telling repeats the exacter one, and the reason names both dates."""
    vague = telling("aground", AGROUND.event.title, when, id="v1")
    suggestion = one(INQUIRY, vague)

    assert suggestion.kept is INQUIRY or when.endswith("..")
    assert suggestion.why[0] == words


def test_a_vague_date_speaks_less() -> None:
    """The same words score lower where only a month or a year is shared."""
    scores = [
        one(
            *(telling(source, AGROUND.event.title, when) for source in ("aground", "inquiry"))
        ).score
        for when in ("2019-05-04", "2019-05", "2019")
    ]

    assert scores[0] > scores[1] > scores[2] > 0


def test_the_deed_is_kept_and_its_plan_repeats_it() -> None:
    """A planned meeting points at the meeting that was held."""
    plan = telling("aground", AGROUND.event.title, id="p1", kind="planned")

    assert pairs(plan, INQUIRY) == [("p1", "b1")]


@pytest.mark.parametrize(
    "other",
    [
        telling("aground", AGROUND.event.title, id="a2"),
        telling("inquiry", AGROUND.event.title, status="rejected"),
        telling("inquiry", AGROUND.event.title, kind="denied"),
        telling("inquiry", AGROUND.event.title, root=("aground", "a1")),
        telling("inquiry", AGROUND.event.title, apart=[("aground", "a1")]),
        telling("inquiry", AGROUND.event.title, ""),
        telling("inquiry", AGROUND.event.title, "May 2019"),
    ],
    ids=["same article", "rejected", "denied", "joined", "declined", "undated", "no date"],
)
def test_what_is_never_suggested(other: Telling) -> None:
    """Alike in every word, and still no pair for a person to read."""
    assert pairs(AGROUND, other) == []


def test_each_event_has_one_partner_in_another_article() -> None:
    """Two that are alike and two others more so: the likest go together."""
    towed = "Pilots towed the ferry Aurora into port"
    tellings = (
        *(AGROUND, INQUIRY),
        telling("aground", towed, id="a2"),
        telling("inquiry", f"{towed} at night", id="b2"),
    )

    assert sorted(pairs(*tellings)) == [("b1", "a1"), ("b2", "a2")]


def test_partners_are_those_that_fit_best_together() -> None:
    """The likest pair gives way where both events have another partner, and one has no third."""
    plan = telling("aground", "Holm and Lind are to talk about the ferry in the harbour", id="p1")
    speech = telling("aground", "Holm and Lind are to speak to the pilots", id="p2")
    spoke = telling("inquiry", "Holm and Lind spoke to the pilots about the ferry", id="d2")
    talked = telling("inquiry", "In the harbour there was a talk", id="d1")
    found = suggest((plan, speech, spoke, talked), {}, least=0.01)

    assert {(s.repeat.event.id, s.kept.event.id) for s in found} == {("d1", "p1"), ("d2", "p2")}


def test_three_tellings_need_two_pairs() -> None:
    """All three are one after two answers; the third question would be idle."""
    third = telling("bridge", AGROUND.event.title, id="c2")

    assert len(suggest((AGROUND, INQUIRY, third), {})) == 2


def test_a_group_never_holds_two_events_of_one_article() -> None:
    """What tells of two of an article's events joins one of them, never both to each other."""
    towed = telling("aground", "Pilots towed the ferry Aurora into port", id="a2")
    both = telling("bridge", "Pilots towed the ferry Aurora into port from Skagen", id="c2")
    found = suggest((AGROUND, towed, INQUIRY, both), {})

    assert {(s.repeat.event.id, s.kept.event.id) for s in found} == {("b1", "a1"), ("c2", "a2")}


def test_a_group_never_holds_dates_that_clash() -> None:
    """Two days of one month are two happenings, though each may be the month's."""
    month = telling("bridge", AGROUND.event.title, "2019-05", id="m1")
    later = telling("inquiry", f"Again {FERRY}", "2019-05-20", id="b2")

    assert [s.repeat.event.id for s in suggest((AGROUND, later, month), {})] == ["m1"]


def test_a_pair_kept_apart_parts_their_groups() -> None:
    """What is not the one is not what the one is joined to, either."""
    joined = telling("bridge", AGROUND.event.title, id="c2", root=("aground", "a1"))
    other = telling("inquiry", AGROUND.event.title, id="b2", apart=[("aground", "a1")])

    assert suggest((AGROUND, joined, other), {}) == ()


def test_other_figures_speak_against_it() -> None:
    """Shares that closed at other prices are other shares, though every other word is shared."""
    scores = []
    for one_price, other_price in (("many", "few"), ("43", "12")):
        told = [f"Shares of a bank closed at {price} crowns" for price in (one_price, other_price)]
        sides = [telling(s, t, id=s) for s, t in zip(("aground", "inquiry"), told, strict=True)]
        scores.append(suggest(sides, {}, least=0)[0].score)

    assert scores[1] < scores[0] / 2


def test_another_story_speaks_against_it() -> None:
    """The same vague words in articles about other things score lower than in one story."""
    told = "It was expected to close by then"
    scores = {
        other: one(telling("aground", told), telling(other, told)).score
        for other in ("inquiry", "bridge")
    }

    assert scores["bridge"] < scores["inquiry"]


def test_the_likeliest_comes_first() -> None:
    """A reviewer reads the sure ones first, and may stop where they end."""
    tellings = [
        *(telling(s, "A treaty was signed in Oslo", id=f"{s}2") for s in ("aground", "bridge")),
        *(AGROUND, INQUIRY),
    ]
    scores = [suggestion.score for suggestion in suggest(tellings, {})]

    assert scores == sorted(scores, reverse=True)


def test_clash() -> None:
    """Two days clash; a day and its month don't; no date clashes with nothing."""
    day, month, other, none = (
        Event("x", when, "x") for when in ("2019-05-04", "2019-05", "2019-05-06", "")
    )

    assert clash(day, other)
    assert not clash(day, month)
    assert not clash(day, none)
