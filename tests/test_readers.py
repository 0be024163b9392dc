"""`timeline.readers`: the reader for a file, and the sources of a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.errors import SourceError
from timeline.readers import read, sources_in


@pytest.mark.parametrize("suffix", [".md", ".markdown", ".txt", ".MD"])
def test_the_suffix_chooses_the_reader_and_the_stem_is_the_name(
    suffix: str, tmp_path: Path
) -> None:
    """Capitals don't matter; dots in a name are part of it."""
    path = tmp_path / f"talks.in.minsk{suffix}"
    path.write_text("One.\n")
    document = read(path)
    assert document.source.name == "talks.in.minsk"
    assert document.paragraphs[0].text == "One."


@pytest.mark.parametrize("name", ["talks.docx", "talks.pdf", "talks"])
def test_a_file_without_a_reader_is_refused(name: str, tmp_path: Path) -> None:
    """The hint lists what can be read."""
    with pytest.raises(SourceError, match="no reader") as caught:
        read(tmp_path / name)
    assert ".md, .markdown, .txt" in caught.value.hint


def test_sources_are_the_readable_files_of_the_folder_itself_by_name(tmp_path: Path) -> None:
    """No dotfiles, no README, no event files, nothing from folders below."""
    for name in ("b.txt", "a.md", "c.markdown", "a.events.yml", ".d.md", "README.md", "e.pdf"):
        (tmp_path / name).write_text("One.")
    (tmp_path / "folder.md").mkdir()
    (tmp_path / "folder.md" / "f.md").write_text("One.")
    assert [path.name for path in sources_in(tmp_path)] == ["a.md", "b.txt", "c.markdown"]


def test_a_link_within_the_folder_is_a_source(tmp_path: Path) -> None:
    """It stays under the same roof."""
    (tmp_path / "a.md").write_text("One.")
    (tmp_path / "b.md").symlink_to("a.md")
    assert [path.name for path in sources_in(tmp_path)] == ["a.md", "b.md"]


def test_a_link_out_of_the_folder_is_refused_and_named(tmp_path: Path) -> None:
    """Nothing from elsewhere on the machine is published by accident."""
    (tmp_path / "secret.md").write_text("One.")
    (tmp_path / "sources").mkdir()
    link = tmp_path / "sources" / "talks.md"
    link.symlink_to("../secret.md")
    with pytest.raises(SourceError, match="leads out of sources/") as caught:
        sources_in(tmp_path / "sources")
    assert caught.value.where == link


def test_two_sources_of_one_name_are_refused(tmp_path: Path) -> None:
    """They would share an event file."""
    for name in ("talks.md", "talks.txt"):
        (tmp_path / name).write_text("One.")
    with pytest.raises(SourceError, match=r"talks\.txt: has the name of another source, talks\.md"):
        sources_in(tmp_path)


def test_a_missing_folder_is_an_error_of_ours(tmp_path: Path) -> None:
    """With the way to make one."""
    with pytest.raises(SourceError, match="timeline init"):
        sources_in(tmp_path / "sources")
