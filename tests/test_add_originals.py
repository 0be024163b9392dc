"""`timeline add --keep-original`, and `timeline check` on what was kept."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tests.shell import Run
from tests.web_articles import page
from timeline.intake import originals
from timeline.intake.article import Original
from timeline.readers import read

pytest.importorskip("trafilatura")

NAME = "bridge-at-orl-closed"


@pytest.fixture
def kept(project: Path, run: Run) -> Path:
    """The kept original of a page."""
    (project / "page.html").write_bytes(page())
    assert run("add", "page.html", "--keep-original").code == 0
    return project / "sources" / "originals" / f"{NAME}.html"


def test_the_original_is_kept_under_the_sources_name(kept: Path) -> None:
    """Byte for byte, with its sha256 in the front matter."""
    assert kept.read_bytes() == page()
    source = read(kept.parents[1] / f"{NAME}.md").source
    assert source.original == f"originals/{NAME}.html"
    assert source.sha256 == hashlib.sha256(page()).hexdigest()


def test_without_the_option_nothing_is_kept(project: Path, run: Run) -> None:
    """Nor said to be."""
    (project / "page.html").write_bytes(page())
    run("add", "page.html")
    assert not (project / "sources" / "originals").exists()
    assert read(project / "sources" / f"{NAME}.md").source.sha256 is None


def test_check_is_content_with_what_was_kept(kept: Path, run: Run) -> None:
    """Nothing is wrong."""
    assert kept.is_file()
    assert "nothing wrong." in run("check").out


def test_check_says_when_the_kept_file_is_another(kept: Path, run: Run) -> None:
    """A problem, at the line of its sha256."""
    kept.write_bytes(page("Another text altogether, of the same file."))
    said = run("check")
    lines = (kept.parents[1] / f"{NAME}.md").read_text().splitlines()
    line = 1 + next(n for n, text in enumerate(lines) if text.startswith("sha256:"))
    assert said.code == 1
    assert f"{NAME}.md:{line}: its original, originals/{NAME}.html, is no longer" in said.out


def test_check_warns_when_the_kept_file_is_gone(kept: Path, run: Run) -> None:
    """It may only not have come along; no reason to publish nothing."""
    kept.unlink()
    said = run("check")
    assert said.code == 0
    assert f"warning: its original is not there: originals/{NAME}.html" in said.out


def test_check_reads_nothing_outside_the_folder(kept: Path, run: Run) -> None:
    """Whatever a front matter names."""
    source = kept.parents[1] / f"{NAME}.md"
    source.write_text(source.read_text().replace(f"originals/{NAME}.html", "../page.html"))
    assert "its original is not there: ../page.html" in run("check").out


def test_a_second_run_keeps_nothing_twice(kept: Path, run: Run) -> None:
    """And says that the source is there."""
    assert "is there already" in run("add", "page.html", "--keep-original").out
    assert [path.name for path in kept.parent.iterdir()] == [kept.name]


def test_an_original_is_never_overwritten(tmp_path: Path) -> None:
    """Other bytes get a name of their own, the same ones none."""
    first, second = Original(b"One.", "a.txt"), Original(b"Two.", "a.txt")
    facts, path = originals.keep(first, tmp_path, "talks")
    assert (facts["original"], path) == ("originals/talks.txt", tmp_path / "originals/talks.txt")
    again, new = originals.keep(second, tmp_path, "talks")
    assert again["original"] == f"originals/talks-{again['sha256'][:8]}.txt"
    assert path is not None
    assert path.read_bytes() == b"One."
    assert new is not None
    assert originals.keep(first, tmp_path, "talks") == (facts, None)


def test_nothing_is_kept_of_what_fails(project: Path, run: Run) -> None:
    """The name is taken by another text."""
    (project / "sources" / f"{NAME}.md").write_text("Another text.\n")
    (project / "page.html").write_bytes(page())
    assert run("add", "page.html", "--keep-original").code == 1
    assert not list((project / "sources").glob("originals/*"))


def test_a_page_of_a_script_is_kept_as_a_page(tmp_path: Path) -> None:
    """The suffix tells what it is, not what made it."""
    fetched = Original(page(), "story.php", url="https://paper.example/story.php")
    assert originals.keep(fetched, tmp_path, "talks")[0]["original"] == "originals/talks.html"
