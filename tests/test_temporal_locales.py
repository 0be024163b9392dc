"""Every locale of dateparser: its data is read, its dates are found, and nothing breaks."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.temporal import lang, locales, tag
from timeline.when import When

FRIDAY = dt.date(2015, 9, 25)
CODES = sorted(locales.codes().values())
COMPILED = [code for code in CODES if code not in lang.written()]


def full_names(code: str) -> dict[int, str]:
    """Month number -> its longest form in the data."""
    found = locales.locale(code)
    assert found is not None
    return {
        n: max((f for f in found.months if found.months[f] == n), key=len) for n in range(1, 13)
    }


def test_there_are_as_many_locales_as_promised() -> None:
    """About two hundred."""
    assert len(CODES) >= 200


@pytest.mark.parametrize("code", COMPILED)
def test_day_month_year_in_the_words_of_the_locale(code: str) -> None:
    """ "16 <month> 2014" is that day, whatever the order of the locale, for all twelve months."""
    for number, name in full_names(code).items():
        said = f"2014年{name}16日" if "月" in name else f"16 {name} 2014"
        (mention,) = tag(f"— {said} —", published=None, language=code)
        assert (mention.text, mention.when) == (said, f"2014-{number:02d}-16")


@pytest.mark.parametrize("code", COMPILED)
def test_month_and_year_stay_a_month(code: str) -> None:
    """No day is invented: all twelve full names with a year."""
    for number, name in full_names(code).items():
        said = f"2014年{name}" if "月" in name else f"{name} 2014"
        assert [m.when for m in tag(said, published=FRIDAY, language=code)] == [
            f"2014-{number:02d}"
        ]


@pytest.mark.parametrize("code", COMPILED)
def test_yesterday_is_one_day_ago(code: str) -> None:
    """The words for yesterday, where they are long enough to be no other word."""
    found = locales.locale(code)
    assert found is not None
    words = [f for f, away in found.relative.items() if away == ("day", -1) and len(f) > 4]
    for said in words:
        whens = {m.when for m in tag(said, published=FRIDAY, language=code)}
        assert whens <= {"2015-09-24"}


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("pt-BR", "pt"),
        ("zh-TW", "zh-Hant"),
        ("zh_hant_hk", "zh-Hant"),
        ("sr-Cyrl-RS", "sr-Cyrl"),
        ("no", "nb"),
        ("EN-gb", "en"),
        ("xx", ""),
        ("", ""),
        ("../en", ""),
    ],
)
def test_code_leads_to_the_nearest_locale(code: str, name: str) -> None:
    """Script and region are kept where there is data for them, else taken off."""
    assert locales.name_of(code) == name


def test_region_changes_the_order_of_figures() -> None:
    """English is month first, but not in South Africa."""
    orders = [found.order for code in ("en", "en-ZA") if (found := locales.locale(code))]
    assert orders == ["MDY", "YMD"]


def test_english_phrases_that_stand_in_for_missing_ones_are_left_out() -> None:
    """A hundred locales have "last week" in place of their own words."""
    found = locales.locale("gsw")
    assert found is not None
    assert not any("week" in form for form in found.relative)


def test_neither_english_nor_a_compiled_language_imports_dateparser() -> None:
    """Its data is read by itself; its code costs a third of a second."""
    code = (
        "import sys, datetime; from timeline.temporal import tag; "
        "d = datetime.date(2015, 9, 25); tag('3 May 2014', published=d); "
        "english = 'timeline.temporal.locales.language' in sys.modules; "
        "tag('3 мая 2014', published=d, language='ru'); "
        "sys.exit(english or 'dateparser' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_first_use_of_a_locale_is_quick() -> None:
    """Read, compiled and used within 0.3 s, for one with many forms."""
    started = time.process_time()
    tag("3 sierpnia 2014", published=FRIDAY, language="pl")
    assert time.process_time() - started < 0.3


PIECES = sorted(
    {
        form
        for code in ("ru", "es", "ja", "ar", "hi", "th", "tr", "he", "ko", "zh")
        if (found := locales.locale(code))
        for form in (*found.months, *found.weekdays, *found.relative, *found.units)
    }
    | {*"0 1 16 31 99 2014 1984 12345 . , - / : ( ) ' $ ٣ 年 \u200f \u0301 IV".split(" ")}
)
TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from(PIECES), max_size=16).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=16).map("".join),
)
LANGUAGES = st.one_of(st.sampled_from(CODES), st.text(max_size=8), st.just("pt-BR"))


@settings(max_examples=400, deadline=None)
@given(TEXTS, st.one_of(st.none(), st.dates()), LANGUAGES)
def test_any_text_in_any_language_gives_sound_mentions(
    text: str, published: dt.date | None, language: str
) -> None:
    """Never an error; offsets valid and in order; the words are the text's; EDTF throughout."""
    position = 0
    for mention in tag(text, published=published, language=language):
        assert position <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        if mention.when is not None:
            When.parse(mention.when)
        position = mention.end


HOSTILE = ["16 ", "2014", "марта ", "16.", "через ", "1/1/", "пн ", "лет назад ", "два ", "\u0301"]


@pytest.mark.parametrize("unit", [*HOSTILE, "三月", "1月", "十", "日"])
def test_cost_is_linear_on_hostile_text(unit: str) -> None:
    """Four times the text costs about four times as much, in a script with and without spaces."""
    language = "ja" if unit in ("三月", "1月", "十", "日") else "ru"

    def cost(size: int) -> float:
        text = unit * (size // len(unit))
        best = float("inf")
        for _ in range(2):
            started = time.process_time()
            tag(text, published=None, language=language, genre="news")
            best = min(best, time.process_time() - started)
        return best

    tag(unit, published=None, language=language)
    assert cost(40_000) < 9 * cost(10_000) + 0.05


def test_a_folder_with_forms_belongs_to_a_locale() -> None:
    """A misspelt code would never be read."""
    folders = {path.parent.name for path in Path(lang.__file__).parent.glob("*/forms.yml")}
    assert folders <= set(CODES)


@pytest.mark.parametrize(
    "code", ["uk", "ru", "es", "pt", "it", "nl", "pl", "tr", "ar", "hi", "ja", "zh"]
)
def test_corpus_is_as_large_as_promised(code: str) -> None:
    """At least fifteen phrases and five that must not match."""
    path = Path(lang.__file__).parent / code / "corpus.yml"
    corpus = yaml.safe_load(path.read_text("utf-8"))
    assert sum(len(entry["say"]) for entry in corpus["phrases"]) >= 15
    assert len(corpus["must_not_match"]) >= 5


def test_day_alone_is_near_publication_in_news() -> None:
    """Japanese, Chinese and Korean news leave the month out for the days around publication."""
    text = "橋は2014年3月に開通した。裁判所は24日、判決を言い渡した。"
    assert [m.when for m in tag(text, published=FRIDAY, language="ja")] == ["2014-03", "2015-09-24"]
