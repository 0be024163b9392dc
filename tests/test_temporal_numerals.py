"""Numbers as they stand in texts of languages with a decimal comma."""

from __future__ import annotations

import pytest

from timeline.temporal.lang.de.slots import NUMBER_WORDS as GERMAN
from timeline.temporal.lang.fr.slots import NUMBER_WORDS as FRENCH
from timeline.temporal.lang.numerals import decimal, leading, roman, romans, short_year


@pytest.mark.parametrize(
    ("text", "value"), [("3.000", 3000), ("3 000", 3000), ("1,5", 1.5), ("12", 12)]
)
def test_comma_is_decimal_and_full_stop_groups(text: str, value: float) -> None:
    """As in French and German."""
    assert decimal(text) == value


@pytest.mark.parametrize(("text", "value"), [("iv", 4), ("XIX", 19), ("xl", 40), ("MCMXC", 1990)])
def test_roman_numerals_subtract_the_smaller_before_the_larger(text: str, value: int) -> None:
    """Centuries are written so."""
    assert roman(text) == value


def test_roman_numerals_up_to_thirty_read_back() -> None:
    """What is written is what is read, and each is written once."""
    assert [roman(text) for text in romans(30)] == list(range(1, 31))
    assert len(set(romans(30))) == 30


def test_leading_digits_and_short_years() -> None:
    """ "1980er" begins with 1980; 49 is 2049 and 50 is 1950."""
    assert leading("1980er") == 1980
    assert leading("'80s") == 80
    assert (short_year("49"), short_year("'50")) == (2049, 1950)


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("vingt et une", 21),
        ("soixante et onze", 71),
        ("soixante-dix-sept", 77),
        ("quatre-vingts", 80),
        ("quatre-vingt-dix-neuf", 99),
        ("deux cents", 200),
        ("trois mille", 3000),
    ],
)
def test_french_number_words(word: str, value: int) -> None:
    """Tens of sixty and eighty run on to nineteen."""
    assert FRENCH[word] == value


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("einer", 1),
        ("einundzwanzig", 21),
        ("sechsundneunzig", 96),
        ("hundertfünfzig", 150),
        ("zweitausend", 2000),
        ("dreissig", 30),
    ],
)
def test_german_number_words(word: str, value: int) -> None:
    """The ones come before the tens; ß may be written ss."""
    assert GERMAN[word] == value
