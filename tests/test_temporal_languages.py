"""French and German in running text: discourse, tense, ranges, and that nothing breaks them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.temporal import ranges, tag
from timeline.temporal.lang import load
from timeline.temporal.lang.clocks import clock
from timeline.when import When

FRIDAY = dt.date(2015, 9, 25)
FRENCH = """Le siège commença le 3 mai 1683. Le 12 juillet, le mur céda et, deux jours plus tard,
la garnison se rendit. Le lendemain, elle partit. La ville, fondée en 1590 et prise en 1648,
fut rebâtie en 1691."""
GERMAN = """Die Belagerung begann am 3. Mai 1683. Am 12. Juli fiel die Mauer, und zwei Tage später
ergab sich die Stadt. Am Tag darauf zog man ab. Die Stadt, 1590 gegründet und 1648 erobert,
wurde 1691 wieder aufgebaut."""
SEEDS = {
    "fr": [
        "le ",
        "mars ",
        "dernier ",
        "prochaine ",
        "trois ",
        "ans ",
        "lundi ",
        "XIXe ",
        "siècle ",
    ],
    "de": ["den ", "März ", "letzten ", "nächste ", "drei ", "Jahre ", "Montag ", "19. ", "Uhr "],
}


def found(text: str, language: str) -> dict[str, str | None]:
    """Text of each mention -> its EDTF."""
    return {m.text: m.when for m in tag(text, published=FRIDAY, language=language)}


def test_french_history_counts_from_where_the_text_is() -> None:
    """A bare day takes the running year, and what comes later is counted from the text."""
    when = found(FRENCH, "fr")
    assert when["Le 12 juillet"] == "1683-07-12"
    assert when["deux jours"] == "1683-07-14"
    assert when["Le lendemain"] == "1683-07-15"
    assert when["1691"] == "1691"


def test_german_history_counts_from_where_the_text_is() -> None:
    """The same in German."""
    when = found(GERMAN, "de")
    assert when["12. Juli"] == "1683-07-12"
    assert when["zwei Tage"] == "1683-07-14"
    assert when["Tag darauf"] == "1683-07-15"


@pytest.mark.parametrize(
    ("language", "text", "when"),
    [
        ("fr", "La foire dure du 16 au 18 mars 2014.", "2014-03-16/2014-03-18"),
        ("fr", "Entre 1914 et 1918, on s'y battit.", "1914/1918"),
        ("fr", "La guerre (1914-1918) fut longue.", "1914/1918"),
        ("fr", "La saison 2013/14 fut longue.", "2013/2014"),
        ("de", "Die Messe dauert vom 16. bis 18. März 2014.", "2014-03-16/2014-03-18"),
        ("de", "Zwischen 1914 und 1918 wurde hier gekämpft.", "1914/1918"),
        ("de", "Er saß von 1998 bis 2002 im Rat.", "1998/2002"),
    ],
)
def test_two_ends_are_joined_to_one_stretch(language: str, text: str, when: str) -> None:
    """Each language names the words that join them."""
    mentions = tag(text, published=FRIDAY, language=language)
    (stretch,) = ranges(text, mentions, language=language)
    assert stretch.when == when


def test_two_decades_share_their_noun() -> None:
    """ "les années 60 et 70" are two decades, the second not a number."""
    assert found("Dans les années 60 et 70, on construisit.", "fr") == {
        "les années 60": "196X",
        "70": "197X",
    }


@pytest.mark.parametrize(
    ("language", "text", "said", "when"),
    [
        ("fr", "Le maire a démissionné mardi.", "mardi", "2015-09-22"),
        ("fr", "Le maire sera jugé mardi.", "mardi", "2015-09-29"),
        ("de", "Der Bürgermeister ist am Dienstag zurückgetreten.", "Dienstag", "2015-09-22"),
        ("de", "Der Prozess wird am Dienstag eröffnet.", "Dienstag", "2015-09-29"),
    ],
)
def test_tense_tells_the_weekday(language: str, text: str, said: str, when: str) -> None:
    """The verb says whether the nearest one before or after is meant."""
    assert found(text, language) == {said: when}


@pytest.mark.parametrize(
    ("slots", "said"),
    [
        ({"hour": 14, "minute": 30}, "T14:30"),
        ({"hourword": 8, "part": "EV"}, "T20:00"),
        ({"hourword": 9, "beyond": -15}, "T08:45"),
        ({"halfto": 9}, "T08:30"),
        ({"hour": 24, "minute": 30}, None),
        ({"hour": 25}, None),
        ({}, None),
    ],
)
def test_clock_is_one_that_a_clock_can_show(slots: dict[str, object], said: str | None) -> None:
    """Hours and minutes from whatever slots hold them."""
    names = ("named", "hour", "hourword", "minute", "minute2", "beyond", "halfto", "part")
    assert clock(dict.fromkeys(names) | slots) == said


@pytest.mark.parametrize("language", ["fr", "de"])
def test_rule_names_are_unique(language: str) -> None:
    """`explain` shows a rule by its name."""
    names = [rule.name for rule in load(language).rules]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("language", ["fr", "de"])
@given(data=st.data())
@settings(max_examples=80, deadline=None)
def test_any_text_is_read_without_an_error(language: str, data: st.DataObject) -> None:
    """Offsets hold, mentions are in order, every `when` is EDTF."""
    piece = st.one_of(
        st.sampled_from(SEEDS[language]),
        st.integers(0, 3000).map(lambda n: f"{n} "),
        st.text(max_size=6),
    )
    text = "".join(data.draw(st.lists(piece, max_size=12)))
    published = data.draw(st.one_of(st.none(), st.dates()))
    at = 0
    for mention in tag(text, published=published, language=language):
        assert at <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        at = mention.end
        if mention.when is not None:
            When.parse(mention.when)
