"""What a language knows of tense, order, and words put together."""

from __future__ import annotations

import datetime as dt

from timeline.temporal import lang, tag


def test_tense_comes_from_the_lists() -> None:
    """Endings and words as `forms.yml` has them; a language without them has none."""
    spanish = lang.load("es")
    assert "será" in spanish.tense.future
    assert "rán" in spanish.tense.future_endings
    assert lang.load("sw").tense == type(spanish.tense)()


def test_weekday_and_part_of_day_are_one_word_where_they_are() -> None:
    """ "Maandagavond", with an s between in Swedish."""
    friday = dt.date(2015, 9, 25)
    for code, text in (("nl", "Maandagavond"), ("sv", "måndagskväll")):
        (found,) = tag(text, published=friday, language=code)
        assert found.value == "2015-09-21TEV"


def test_months_written_as_counted_units_stay_months_without_spaces() -> None:
    """ "3月" is March, "3个月" three months."""
    values = [m.value for m in tag("2014年3月，住了3个月。", published=None, language="zh")]
    assert values == ["2014-03", "P3M"]
