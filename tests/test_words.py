"""`timeline.words`: how dates are said, in the languages that have a word file and others."""

from __future__ import annotations

import tomllib
from importlib import resources

import pytest

from timeline.when import When
from timeline.words import words

LANGUAGES = tuple(
    sorted(
        file.name.removesuffix(".toml")
        for file in (resources.files("timeline") / "locale").iterdir()
        if file.name.endswith(".toml")
    )
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2014-03-16", "16 March 2014"),
        ("2014-03", "March 2014"),
        ("2014", "2014"),
        ("2014-03-16T14:30", "16 March 2014, 14:30"),
        ("2014-03-16T14:30:05Z", "16 March 2014, 14:30:05 UTC"),
        ("2014-03-16T14:30-05:00", "16 March 2014, 14:30 UTC−05:00"),
        ("2014-03-16T14", "16 March 2014, 2 pm"),
        ("2014-03-16T00", "16 March 2014, 12 am"),
        ("1860~", "about 1860"),
        ("2014?", "possibly 2014"),
        ("2014-03%", "possibly about March 2014"),
        ("199X~", "about the 1990s"),
        ("../2014", "before 2014"),
        ("2014/..", "since 2014"),
        ("/2014", "until 2014"),
        ("2014/", "from 2014"),
        ("../2014~", "before about 2014"),
        ("2014-33/..", "since the first quarter of 2014"),
        ("../18XX", "before the 19th century"),
        ("2014-03-16/2014-03-18", "16–18 March 2014"),
        ("2015-09-29/2015-10-04", "29 September – 4 October 2015"),
        ("2014-12-30/2015-01-02", "30 December 2014 – 2 January 2015"),
        ("2014-03/2014-05", "March – May 2014"),
        ("1990/1995", "1990–1995"),
        ("1990~/1995~", "about 1990–1995"),
        ("1990/1995~", "1990 – about 1995"),
        ("199X/200X", "1990s – 2000s"),
        ("2014-03-16/2014-03-16", "16 March 2014"),
        ("2014-03-16T14:30/2014-03-16T16:00", "16 March 2014, 14:30–16:00"),
        ("2015-09-28/2015-10-04", "week of 28 September 2015"),
        ("2014-21", "spring 2014"),
        ("2014-28", "winter 2014"),
        ("2014-29", "spring 2014"),
        ("2014-33", "first quarter of 2014"),
        ("2014-41", "second half of 2014"),
        ("2014-38", "middle four months of 2014"),
        ("199X", "1990s"),
        ("18XX", "19th century"),
        ("19XX", "20th century"),
        ("20XX", "21st century"),
        ("11XX", "12th century"),
        ("1XXX", "2nd millennium"),
        ("-0043-03-15", "15 March 44 BC"),
        ("-0043", "44 BC"),
        ("0000", "1 BC"),
        ("0009", "9 AD"),
        ("-004X", "50–41 BC"),
        ("-01XX", "2nd century BC"),
        ("-00XX", "1st century BC"),
        ("-0043/-0040", "44 BC – 41 BC"),
        ("-0043-21", "spring 44 BC"),
        ("Y12000", "12000"),
        ("Y-50000", "50001 BC"),
        ("2014-XX", "2014"),
        ("2014-03-1X", "March 2014"),
        ("156X-12-25", "1560s"),
        ("XXXX-12-25", "25 December"),
        ("XXXX-12", "December"),
        ("XXXX", "year unknown"),
    ],
)
def test_english_is_said_as_newspapers_say_it(text: str, said: str) -> None:
    """Each form of EDTF in British newspaper English, no more precise than it is."""
    assert When.parse(text).display() == said


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("en-US", "2014-03-16", "March 16, 2014"),
        ("en-US", "2014-03-16T14:30", "March 16, 2014, 2:30 PM"),
        ("en-US", "2014-03-16/2014-03-18", "March 16–18, 2014"),
        ("de", "2014-03-16", "16. März 2014"),
        ("de", "../2014-03-16", "vor dem 16. März 2014"),
        ("de", "/2014-03-16", "bis zum 16. März 2014"),
        ("de", "/199X", "bis zu den 1990er Jahren"),
        ("de", "../2014", "vor 2014"),
        ("de", "18XX", "19. Jahrhundert"),
        ("de", "-0043-03-15", "15. März 44 v. Chr."),
        ("fr", "2014-03-01", "1er mars 2014"),
        ("fr", "2014-04/", "à partir d’avril 2014"),
        ("fr", "/2014-03-16", "jusqu’au 16 mars 2014"),
        ("fr", "/2014", "jusqu’en 2014"),
        ("fr", "00XX", "Ier siècle"),
        ("fr", "18XX", "XIXe siècle"),
        ("fr", "2014-22/..", "depuis l’été 2014"),
        ("es", "2014-03-16/2014-03-18", "16–18 de marzo de 2014"),
        ("es", "../2014-03-16", "antes del 16 de marzo de 2014"),
        ("es", "-0043-03-15", "15 de marzo de 44 a. C."),
        ("es", "18XX", "siglo XIX"),
        ("ru", "2014-03", "март 2014 г."),
        ("ru", "../2014-03", "до марта 2014 г."),
        ("ru", "199X", "1990-е годы"),
        ("ru", "199X/..", "с 1990-х годов"),
        ("ru", "-0043", "44 г. до н. э."),
        ("ru", "1990/1995", "1990–1995 гг."),
        ("ru", "1860~", "примерно 1860 г."),
        ("uk", "2014-03", "березень 2014 р."),
        ("uk", "2014-03/..", "з березня 2014 р."),
        ("uk", "2014-21", "весна 2014 р."),
        ("it", "2014-03-01", "1º marzo 2014"),
        ("it", "../2014-03-16", "prima del 16 marzo 2014"),
        ("it", "2014-03-08/..", "dall’8 marzo 2014"),
        ("it", "/2014-03", "fino a marzo 2014"),
        ("it", "2015-09-29/2015-10-04", "29 settembre – 4 ottobre 2015"),
        ("it", "199X~", "intorno agli anni 1990"),
        ("it", "../18XX", "prima del XIX secolo"),
        ("it", "2015-09-28/2015-10-04", "settimana da lunedì 28 settembre 2015"),
        ("pt", "2014-03-16", "16 de março de 2014"),
        ("pt", "../199X", "antes da década de 1990"),
        ("pt", "18XX", "século XIX"),
        ("pt-BR", "/2014-03-16", "até 16 de março de 2014"),
        ("nl", "../2014-03-16", "vóór 16 maart 2014"),
        ("nl", "18XX", "19e eeuw"),
        ("nl", "199X/..", "sinds de jaren 1990"),
        ("pl", "2014-03", "marzec 2014"),
        ("pl", "/2014-03", "do marca 2014"),
        ("pl", "../2014-03", "wcześniej niż marzec 2014"),
        ("pl", "199X", "lata 1990–1999"),
        ("pl", "18XX", "XIX wiek"),
        ("tr", "2014-03-16", "16 Mart 2014"),
        ("tr", "2014/..", "2014 yılından beri"),
        ("tr", "18XX", "19. yüzyıl"),
        ("tr", "-0043", "MÖ 44"),
        ("ar", "2014-03-16", "16 مارس 2014"),
        ("ar", "../2014", "قبل عام 2014"),
        ("ar", "1860~", "نحو عام 1860"),
        ("ar", "18XX", "القرن 19"),
        ("ar", "-0043", "44 ق.م"),
        ("he", "2014-03-16", "16 במרץ 2014"),
        ("he", "../2014-03", "לפני מרץ 2014"),
        ("he", "18XX", "המאה ה־19"),
        ("zh", "2014-03-16", "2014年3月16日"),
        ("zh", "../2014", "2014年之前"),
        ("zh", "2014-21", "2014年春季"),
        ("zh", "-0043", "公元前44年"),
        ("zh", "-01XX", "公元前2世纪"),
        ("ja", "2014-03", "2014年3月"),
        ("ja", "1860~", "1860年ごろ"),
        ("ja", "199X/..", "1990年代以来"),
        ("ja", "2014-33", "2014年第1四半期"),
    ],
)  # fmt: skip
def test_other_languages_inflect_and_contract(language: str, text: str, said: str) -> None:
    """Cases, articles and contractions come out as the language has them."""
    assert When.parse(text).display(language) == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Sunday 16 March 2014"),
        ("en-US", "Sunday, March 16, 2014"),
        ("de", "Sonntag, 16. März 2014"),
        ("fr", "dimanche 16 mars 2014"),
        ("ru", "воскресенье, 16 марта 2014 г."),
        ("nl", "zondag 16 maart 2014"),
        ("ar", "الأحد، 16 مارس 2014"),
        ("zh", "2014年3月16日星期日"),
    ],
)
def test_the_weekday_is_named_on_demand(language: str, said: str) -> None:
    """16 March 2014 was a Sunday."""
    assert When.parse("2014-03-16").display(language, weekday=True) == said


@pytest.mark.parametrize("text", ["2014-03", "2014-03-16/2014-03-17", "-0043-03-15", "Y12000"])
def test_no_weekday_where_no_single_day_is_known(text: str) -> None:
    """A month or a range has none, and before year 1 nobody expects one."""
    when = When.parse(text)
    assert when.display(weekday=True) == when.display()


@pytest.mark.parametrize("language", ["xx", "", "../../etc", "en/../de", "x" * 400, "\0", "123"])
def test_an_unknown_language_is_english(language: str) -> None:
    """Whatever a page calls its language, a date is shown; no path is built from it."""
    assert When.parse("../2014-03-16").display(language) == "before 16 March 2014"


def test_a_language_without_a_word_file_has_its_own_dates_and_english_words() -> None:
    """Korean dates are CLDR's; only the word around them falls back."""
    assert When.parse("2014-03-16").display("ko") == "2014년 3월 16일"
    assert When.parse("../2014-03-16").display("ko") == "before 2014년 3월 16일"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_file_has_every_key_that_english_has(language: str) -> None:
    """Nothing falls through to an empty text: each key is there, each pattern has its place."""
    folder = resources.files("timeline") / "locale"
    table = tomllib.loads((folder / f"{language}.toml").read_text("utf-8"))
    english = words("en").table
    optional = {"weekday", "words", "counted"}  # of the interface: test_site_labels
    assert set(english) - optional <= set(table)
    for key in ("about", "possibly", "both", "before", "since", "from"):
        assert "{date}" in str(table[key]) or "{inflected}" in str(table[key])
    assert all("{}" in table[key] for key in table if key.isdigit())
    assert "other" in table["ordinal"]


@pytest.mark.parametrize("language", [*LANGUAGES, "ja", "ar", "zh-Hant", "pt-BR", "fa"])
def test_no_space_is_lost_or_narrow(language: str) -> None:
    """CLDR's narrow spaces become plain ones, so dates can be searched and set in any font."""
    for text in ("2014-03-16", "2014-03-16/2014-04-02", "2014-03", "2014-03-16T14:30"):
        assert not set(When.parse(text).display(language)) & {"\u2009", "\u202f"}
