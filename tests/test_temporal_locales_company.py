"""The neighbours that make words a time, or keep them from being one."""

from __future__ import annotations

import datetime as dt

import pytest

from timeline.temporal import tag

FRIDAY = dt.date(2015, 9, 25)


def said(text: str, language: str = "es") -> list[str]:
    """The texts of the mentions."""
    return [m.text for m in tag(text, published=FRIDAY, language=language)]


def test_years_that_last_are_told_from_an_age() -> None:
    """ "A sentence of 12 years" lasts, "a man of 45 years" is so old."""
    assert said("Una condena de 12 años.") == ["12 años"]
    assert said("Un hombre de 45 años.") == []
    assert said("Ana Ruiz, 52 años, habló.") == []


def test_one_day_is_a_length_only_after_a_word_for_it() -> None:
    """ "Un día" begins a tale."""
    assert said("Durante un día no hubo luz.") == ["un día"]
    assert said("Un día todo cambiará.") == []


def test_four_figures_are_a_year_beside_a_preposition() -> None:
    """Not where they count, number or cost something."""
    assert said("Llegó en 1808 al puerto.") == ["1808"]
    assert said("Murió en 1936, 1937 o 1938.") == ["1936", "1937", "1938"]
    assert said("Reunió a 2000 soldados.") == []
    assert said("Véase la página 1999 del tomo.") == []


def test_a_paper_is_no_repetition() -> None:
    """ "El diario" is a newspaper, "un vuelo diario" goes every day."""
    assert said("El diario calló.") == []
    assert said("Hay un vuelo diario.") == ["diario"]


def test_a_figure_after_at_counts_nothing() -> None:
    """ "A las 8" is a time, "a las 8 personas" none."""
    assert said("Llegó a las 8.") == ["las 8"]
    assert said("Salvó a las 8 personas.") == []


@pytest.mark.parametrize("text", ["Na segunda guerra.", "A segunda parte.", "Pela segunda vez."])
def test_an_ordinal_is_no_weekday(text: str) -> None:
    """Portuguese weekdays are ordinals."""
    assert said(text, "pt") == []
    assert said("O juiz falou na segunda.", "pt") == ["segunda"]


def test_a_century_by_name_wants_its_article() -> None:
    """ "Nell'Ottocento", not the car."""
    assert said("Nell'Ottocento era un borgo.", "it") == ["Ottocento"]
    assert said("Guidava una Fiat Cinquecento.", "it") == []
