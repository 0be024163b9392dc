"""Reading the wordings of a `forms.yml`: meanings, lists, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.temporal import lang
from timeline.temporal.locales.forms import _read, forms
from timeline.temporal.locales.phrases import phrases, split

FILES = sorted(Path(lang.__file__).parent.glob("*/forms.yml"))


def test_meanings_are_read_as_their_table_says() -> None:
    """A distance has its base, an unknown number None, weekdays count from 0."""
    told = phrases({
        "near": {-1: "pasado | pasada", "1 text": "siguiente"},
        "vague": {"X": "varios", 0.5: "medio"},
        "weekday_sets": {1: "los lunes"},
    })  # fmt: skip
    assert told.table("near")["pasada"] == (-1, "published")
    assert told.table("near")["siguiente"] == (1, "discourse")
    assert told.table("vague") == {"varios": None, "medio": 0.5}
    assert told.table("weekday_sets") == {"los lunes": 0}


def test_a_bar_keeps_several_words_together() -> None:
    """Without one, white space parts them."""
    assert split("y medio | y media") == ("y medio", "y media")
    assert split("mes de |") == ("mes de",)
    assert split("desde hasta") == ("desde", "hasta")


@pytest.mark.parametrize(
    ("key", "table"),
    [("plurals", {"yeer": "años"}), ("parts", {"XX": "tarde"}), ("seasons", {5: "verano"}),
     ("near", {"1 news": "próximo"}), ("holidays", {"Navidad": "Navidad"})],
)  # fmt: skip
def test_a_meaning_that_cannot_be_is_told_with_its_key(key: str, table: dict[str, str]) -> None:
    """So that a linguist finds the line."""
    with pytest.raises(ValueError, match=rf"{key}: .* is no meaning there"):
        phrases({key: table})


def test_a_word_that_yaml_takes_for_no_is_told() -> None:
    """`not_past: no` is False."""
    with pytest.raises(ValueError, match="put it in quotes"):
        phrases({"not_past": False})


def test_an_unknown_key_is_told_with_its_file(tmp_path: Path) -> None:
    """A slip of the pen is no silent loss."""
    path = tmp_path / "forms.yml"
    path.write_text("artikles: el la\n", "utf-8")
    with pytest.raises(ValueError, match=r"forms\.yml: artikles is no key"):
        _read(path)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parent.name)
def test_every_file_of_ours_can_be_read(path: Path) -> None:
    """All keys and meanings of all languages."""
    assert forms(path.parent.name) is not None
