"""`timeline.events.names`: one name for each person and organisation of a document."""

from __future__ import annotations

import pytest

from timeline.events.names import NAME, Names, is_name, strip_titles

ARTICLE = (
    "President Vera Orr met Norland's Defense Minister Pavel Lund at the"
    " World Trade Council (WTC).",
    "Orr and Lund agreed. Halden Group shares fell; Halden said nothing. The WTC was pleased.",
    "Lund was born in Geneva. Ana Kirk and Tom Kirk left. Kirk was late.",
)


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("Orr", "Vera Orr"),
        ("Lund's", "Pavel Lund"),
        ("Defense Minister Lund", "Pavel Lund"),
        ("WTC", "World Trade Council"),
        ("Halden", "Halden Group"),
        ("Geneva", "Geneva"),
        ("Kirk", "Kirk"),
        ("the World Trade Council", "World Trade Council"),
        ("Today Lund", "Pavel Lund"),
    ],
)
def test_full_name(name: str, full: str) -> None:
    """Short names become what the article introduces; two bearers of a surname leave it short."""
    assert Names(ARTICLE).full(name) == full


BODIES = (
    "The Norland Department of the Interior approved the plan.",
    "The Department of the Interior spoke. The Department said so.",
    "The White House was silent, and the House met.",
    "The Maryland Senate and the Norland Senate met. The Senate voted.",
    "The Bureau of Enquiry and Analysis for Civil Aviation (BEA) wrote a report.",
)


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("Department", "Norland Department of the Interior"),
        ("Department of the Interior", "Norland Department of the Interior"),
        ("House", "House"),
        ("Senate", "Senate"),
        ("BEA", "Bureau of Enquiry and Analysis for Civil Aviation"),
    ],
)
def test_bodies_have_their_full_name(name: str, full: str) -> None:
    """A body's short name becomes the one longer name that the article has for it."""
    assert Names(BODIES).full(name) == full


@pytest.mark.parametrize(
    ("text", "expanded"),
    [
        ("Orr met Lund", "Vera Orr met Pavel Lund"),
        ("Vera Orr met Lund", "Vera Orr met Pavel Lund"),
        ("Orr said Orr would come", "Vera Orr said Orr would come"),
        ("The Hans Orr Stiftung opened", "The Hans Orr Stiftung opened"),
    ],
)
def test_expand_makes_the_first_mention_full(text: str, expanded: str) -> None:
    """Once, and never inside another name."""
    assert Names(ARTICLE).expand(text) == expanded


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Prime Minister Vera Orr", "Vera Orr"),
        ("Norlandic Foreign Minister Vera Orr", "Vera Orr"),
        ("the Ministry of Justice", "Ministry of Justice"),
        ("General Motors", "General Motors"),
        ("Lt. Gen. Pavel Lund", "Pavel Lund"),
    ],
)
def test_titles_are_no_part_of_a_name(name: str, bare: str) -> None:
    """What stands before a person's name goes; organisations keep their words."""
    assert strip_titles(name) == bare


def test_people_are_told_from_other_names() -> None:
    """By title, by given name, or by a surname used alone."""
    names = Names(ARTICLE)
    assert names.is_person("Orr")
    assert not names.is_person("Geneva")
    assert not names.is_person("World Trade Council")


def test_a_capital_inside_a_word_begins_no_name() -> None:
    """ "iPad" isn't called "Pad"."""
    assert [m.group() for m in NAME.finditer("Orr sold iPads in Halden")] == ["Orr", "Halden"]


@pytest.mark.parametrize("text", ["Greek", "Russians", "Democrats", "Monday", "Yesterday"])
def test_no_names(text: str) -> None:
    """Peoples, parties' members and days are nobody's name."""
    assert not is_name(text)


NAMESAKES = (
    "Dara Hassan, the prime minister, met King Hassan of Suder. Hassan was late.",
    "Hillary Kirk spoke. President Kirk was silent, and Kirk left.",
    "The Norlandic secretary, Vera Orr, came. Secretary Orr left, said Orr.",
    "Top Norlandian officials were there. The Norlandian side was pleased. Because Halden fell,",
    "Halden was sold. Hope Lund hoped. Lund won, and Prince Pavel sang.",
)


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("King Hassan", "King Hassan"),
        ("Hassan", "Hassan"),
        ("Kirk", "Kirk"),
        ("Orr", "Vera Orr"),
        ("Norlandian", "Norlandian"),
        ("Halden", "Halden"),
        ("Because Halden", "Halden"),
        ("Lund", "Hope Lund"),
        ("Prince Pavel", "Prince Pavel"),
    ],
)
def test_namesakes_stay_apart(name: str, full: str) -> None:
    """Another title is another bearer; a word that only opens a sentence is nobody's name."""
    assert Names(NAMESAKES).full(name) == full
