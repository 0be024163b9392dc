"""`timeline.site.labels`: the words of the interface, complete in every language we have."""

from __future__ import annotations

import string
from collections.abc import Mapping
from importlib import resources

import pytest
from babel import Locale

from timeline.site.labels import counted, labels, sentence
from timeline.words import word_file

LANGUAGES = tuple(
    sorted(
        file.name.removesuffix(".toml")
        for file in (resources.files("timeline") / "locale").iterdir()
        if file.name.endswith(".toml")
    )
)
ENGLISH = word_file("en") or {}


def placeholders(text: str) -> set[str]:
    """The names in braces."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def part(language: str, name: str) -> Mapping[str, object]:
    """A table of the language's own file, without what falls back."""
    return dict((word_file(language) or {}).get(name, {}))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_every_word_and_no_other(language: str) -> None:
    """A word that is missing would stand in English on the page."""
    assert set(part(language, "words")) == set(ENGLISH["words"])
    assert set(part(language, "counted")) == set(ENGLISH["counted"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_is_filled_in_with_what_english_is_filled_in_with(language: str) -> None:
    """No name is lost, none misspelt: either would be an error on the page."""
    said = part(language, "words")
    assert all(str(text).strip() for text in said.values())
    wrong = {
        key: text
        for key, text in said.items()
        if placeholders(str(text)) != placeholders(ENGLISH["words"][key])
    }
    assert wrong == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_plural_forms_are_those_of_the_language(language: str) -> None:
    """CLDR's categories, all of them: Russian has one, few, many and other."""
    rules = Locale.parse((word_file(language) or {})["cldr"]).plural_form
    for forms in part(language, "counted").values():
        assert set(forms) == {*rules.tags, "other"}
        assert "{number}" in forms["other"]
        assert all(placeholders(text) <= {"number"} for text in forms.values())


@pytest.mark.parametrize(
    ("language", "number", "said"),
    [
        ("de", 1, "aus 1 Quelle"),
        ("de", 1204, "aus 1.204 Quellen"),
        ("ru", 1, "из 1 источника"),
        ("ru", 3, "из 3 источников"),
        ("pl", 22, "z 22 źródeł"),
        ("ar", 2, "من مصدرين"),
        ("ar", 5, "من 5 مصادر"),
        ("ar", 11, "من 11 مصدرا"),
        ("he", 2, "משני מקורות"),
        ("ja", 1, "1点の出典による"),
        ("en", 1, "from 1 source"),
        ("pt-BR", 2, "de 2 fontes"),
    ],
)
def test_numbers_are_said_as_the_language_says_them(language: str, number: int, said: str) -> None:
    """With its plural forms, cases and separators."""
    assert counted(number, "from_source", language) == said


def test_a_date_that_ends_in_a_full_stop_ends_its_sentence() -> None:
    """Russian and Ukrainian years do; an ellipsis is left as it is."""
    assert sentence("{events}, {span}. Дальше.", events="2 события", span="1990–2014 гг.") == (
        "2 события, 1990–2014 гг. Дальше."
    )
    assert sentence("{one} Then ...", one="So ...") == "So ... Then ..."


def test_a_word_that_a_language_lacks_is_english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Key by key: what the file has is used all the same."""
    half = {"language": "xx", "cldr": "de", "words": {"cite": "Zitieren"}, "counted": {}}
    files = {"xx": half, "en": ENGLISH}
    monkeypatch.setattr("timeline.site.labels.word_file", files.get)
    said = labels.__wrapped__("xx")
    assert said["cite"] == "Zitieren"
    assert said["overview"] == "Overview"
    assert counted(1, "event", "xx") == "1 event"


@pytest.mark.parametrize("language", ["xx", "", "../../etc", "\0", "en_GB", "sv"])
def test_an_unknown_language_has_english_words(language: str) -> None:
    """Whatever a site calls its language."""
    assert labels(language)["timeline_title"] == "Timeline"
