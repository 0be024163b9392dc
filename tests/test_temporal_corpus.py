"""Every language's corpus: phrases give the values they stand under, and others give nothing."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import yaml

from timeline.temporal import lang, tag
from timeline.when import When

FOLDER = Path(lang.__file__).parent


def corpora() -> list[tuple[str, dict[str, Any]]]:
    """(language, corpus) of every language folder that has one."""
    return [
        (path.parent.name, yaml.safe_load(path.read_text("utf-8")))
        for path in sorted(FOLDER.glob("*/corpus.yml"))
    ]


def phrases() -> list[Any]:
    """One parameter set for each phrase of each corpus."""
    return [
        pytest.param(code, corpus["published"], entry, say, id=f"{code}: {say}")
        for code, corpus in corpora()
        for entry in corpus["phrases"]
        for say in entry["say"]
    ]


def negatives() -> list[Any]:
    """One parameter set for each phrase that holds no time."""
    return [
        pytest.param(code, corpus["published"], say, id=f"{code}: {say}")
        for code, corpus in corpora()
        for say in corpus["must_not_match"]
    ]


def sentences() -> list[Any]:
    """One parameter set for each sentence with several dates."""
    return [
        pytest.param(code, corpus["published"], entry, id=f"{code}: {entry['text']}")
        for code, corpus in corpora()
        for entry in corpus.get("sentences", [])
    ]


@pytest.mark.parametrize(("code", "published", "entry", "say"), phrases())
def test_phrase_has_the_value_it_stands_under(
    code: str, published: dt.date, entry: dict[str, Any], say: str
) -> None:
    """The expression is found whole and alone, with type, value, EDTF and modifier as written."""
    before, brace, rest = say.partition("{")
    said, _, after = rest.partition("}") if brace else (say, "", "")
    text = (before + said + after) if brace else say
    mentions = tag(text, published=published, language=code)
    assert [m.text for m in mentions] == [said]
    (found,) = mentions
    assert found.value == entry["value"]
    assert found.when == entry["when"]
    assert found.type == entry.get("type", "DATE")
    if "mod" in entry:
        assert found.mod == entry["mod"]


@pytest.mark.parametrize(("code", "published", "entry"), sentences())
def test_dates_of_a_sentence_lean_on_each_other(
    code: str, published: dt.date, entry: dict[str, Any]
) -> None:
    """The ends of a range, two days of one month, what comes the day after: each with its EDTF."""
    mentions = tag(entry["text"], published=published, language=code)
    assert [[m.text, m.when] for m in mentions] == entry["when"]


@pytest.mark.parametrize(("code", "published", "say"), negatives())
def test_phrase_without_a_time_gives_nothing(code: str, published: dt.date, say: str) -> None:
    """Words that only look like dates stay words."""
    assert tag(say, published=published, language=code) == ()


@pytest.mark.parametrize(("code", "corpus"), corpora())
def test_every_when_of_a_corpus_is_edtf(code: str, corpus: dict[str, Any]) -> None:
    """The expectations themselves are well formed."""
    for entry in corpus["phrases"]:
        if entry["when"] is not None:
            When.parse(entry["when"])


def test_english_corpus_is_as_large_as_promised() -> None:
    """At least 250 phrases and 60 that must not match."""
    english = dict(corpora())["en"]
    assert sum(len(entry["say"]) for entry in english["phrases"]) >= 250
    assert len(english["must_not_match"]) >= 60
