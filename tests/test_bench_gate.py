"""The gate under the figures: floors rise, never fall unasked, and belong to one corpus."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench.gate import Floor, RegressionError, fingerprint, load, problems, save, updated

NEWS = Floor(documents=3, sha256="aa", value_f1=80.0)


@pytest.mark.parametrize("today", [80.0, 79.95, 93.1])
def test_a_figure_at_or_within_the_slack_of_its_floor_passes(today: float) -> None:
    """Five hundredths of a point are rounding, not a loss."""
    assert problems({"en/news": NEWS}, {"en/news": Floor(3, "aa", today)}) == []


def test_a_figure_below_its_floor_is_named_with_both_numbers() -> None:
    """Who broke it must see what fell, and how far."""
    (line,) = problems({"en/news": NEWS}, {"en/news": Floor(3, "aa", 79.94)})
    assert line == "en/news: value F1 79.94, the floor is 80.0"


@pytest.mark.parametrize("other", [Floor(3, "bb", 99.0), Floor(4, "aa", 99.0)])
def test_a_better_figure_on_another_corpus_is_no_pass(other: Floor) -> None:
    """Documents can't be exchanged under a floor."""
    (line,) = problems({"en/news": NEWS}, {"en/news": other})
    assert "not the corpus" in line


def test_a_corpus_that_is_not_there_or_has_no_floor_is_no_problem() -> None:
    """The corpora are licensed; few machines have them all."""
    assert problems({"en/news": NEWS}, {}) == []
    assert problems({}, {"en/news": NEWS}) == []


def test_update_raises_a_floor_and_leaves_what_was_not_measured() -> None:
    """A run without the French corpus doesn't drop its floor."""
    baseline = {"en/news": NEWS, "fr/news": NEWS}
    raised = updated(baseline, {"en/news": Floor(3, "aa", 81.5), "de/news": NEWS})
    assert raised == {"de/news": NEWS, "en/news": Floor(3, "aa", 81.5), "fr/news": NEWS}


def test_update_does_not_creep_down_within_the_slack() -> None:
    """Twenty updates of 0.05 each would lower a floor by a point."""
    assert updated({"en/news": NEWS}, {"en/news": Floor(3, "aa", 79.96)}) == {"en/news": NEWS}


@pytest.mark.parametrize("sha256", ["aa", "bb"])
def test_update_refuses_to_lower_a_floor(sha256: str) -> None:
    """Neither on the same corpus, nor by way of another one."""
    with pytest.raises(RegressionError, match=r"en/news: value F1 70.0, the floor is 80.0"):
        updated({"en/news": NEWS}, {"en/news": Floor(3, sha256, 70.0)})


def test_update_lowers_a_floor_when_told_to() -> None:
    """Sometimes a corpus is mended and the figure with it."""
    lower = {"en/news": Floor(2, "bb", 70.0)}
    assert updated({"en/news": NEWS}, lower, allow_regression=True) == lower


def test_update_pins_a_changed_corpus() -> None:
    """Its new hash is written with the figure measured on it."""
    other = Floor(4, "bb", 80.5)
    assert updated({"en/news": NEWS}, {"en/news": other}) == {"en/news": other}


def test_a_baseline_is_read_as_it_was_written(tmp_path: Path) -> None:
    """Nothing is lost on the way to the file and back."""
    save({"en/news": NEWS}, tmp_path / "baseline.json")
    assert load(tmp_path / "baseline.json") == {"en/news": NEWS}


def test_a_fingerprint_changes_with_names_and_bytes_and_nothing_else(tmp_path: Path) -> None:
    """Neither the folder's own name nor a file beside the documents counts."""
    prints = []
    for folder, name, text in [
        ("a", "1.tml", "x"),
        ("b", "1.tml", "x"),
        ("c", "2.tml", "x"),
        ("d", "1.tml", "y"),
    ]:
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_text(text)
        (tmp_path / folder / "README").write_text(folder)
        prints.append(fingerprint(tmp_path / folder))
    assert prints[0] == prints[1]
    assert len(set(prints)) == 3


def test_bytes_moved_from_one_document_to_the_next_change_the_fingerprint(tmp_path: Path) -> None:
    """Lengths are part of it, so that a boundary can't slip."""
    prints = set()
    for number, (first, second) in enumerate([("ab", "c"), ("a", "bc")]):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "1.tml").write_text(first)
        (folder / "2.tml").write_text(second)
        prints.add(fingerprint(folder))
    assert len(prints) == 2
