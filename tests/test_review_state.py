"""The folder as it is now, with nothing read twice that has not changed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.review_client import ARTICLE, EVENTS, project
from timeline import readers
from timeline.check import read_folder
from timeline.review import state
from timeline.review.state import Shelf, fingerprint


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """Two sources and their event files."""
    project(tmp_path)
    return Shelf(tmp_path / "sources")


def test_nothing_is_read_again_unchanged(shelf: Shelf) -> None:
    """The very same folder comes back."""
    assert shelf.folder() is shelf.folder()


def test_only_what_changed_is_read_again(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    """One event file out of four files."""
    before = shelf.folder()
    (shelf.path / "bridge.events.yml").write_text(EVENTS.replace("'2014-03'", "'2014'"), "utf-8")
    after = shelf.folder()

    assert after.files["bridge"].by_id["aaaa0002"].when == "2014"
    assert after.files["river"] is before.files["river"]
    assert after.documents["bridge"] is before.documents["bridge"]


def test_a_change_of_the_same_length_and_time_is_seen(shelf: Shelf) -> None:
    """As a program leaves it that sets the time back: the change time tells."""
    path = shelf.path / "bridge.events.yml"
    before = path.stat()
    shelf.folder()
    path.write_text(EVENTS.replace("'2014-03'", "'2014-04'"), "utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert shelf.folder().files["bridge"].by_id["aaaa0002"].when == "2014-04"


def test_a_link_that_leads_nowhere_hides_no_change(shelf: Shelf) -> None:
    """It can't be looked at; the other files can."""
    (shelf.path / "nowhere.md").symlink_to(shelf.path / "gone.md")
    shelf.folder()
    (shelf.path / "bridge.events.yml").write_text(EVENTS.replace("'2014-03'", "'2014'"), "utf-8")

    assert shelf.folder().files["bridge"].by_id["aaaa0002"].when == "2014"


@pytest.mark.parametrize("text", ["source: [", EVENTS.replace("bridge\n", "river\n", 1), EVENTS])
def test_a_changed_event_file_gives_the_folder_that_reading_all_gives(
    shelf: Shelf, text: str
) -> None:
    """Be it broken, wrongly named, or mended again."""
    path = shelf.path / "bridge.events.yml"
    for version in (text, EVENTS + "# one more\n", EVENTS):
        path.write_text(version, "utf-8")
        found, whole = shelf.folder(), read_folder(shelf.path)
        assert (found.files, found.problems) == (whole.files, whole.problems)


def test_what_is_wrong_is_remembered_too(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    """And forgotten once it is mended."""
    path = shelf.path / "bridge.md"
    path.write_bytes(b"")
    assert "bridge" not in shelf.folder().documents
    path.write_text(ARTICLE, "utf-8")
    assert shelf.folder().documents["bridge"] == readers.read(path)


def test_dates_are_found_once(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    """And again where the article changed."""
    document = shelf.folder().documents["bridge"]
    found = shelf.marks(document)
    monkeypatch.setattr(state.pipeline, "mentions", lambda _: {})

    assert [mention.text for mention in found[2]] == ["March 2014", "2 April 2014"]
    assert shelf.marks(document) is found
    assert shelf.marks(readers.read(shelf.path / "bridge.md")) == {}


def test_dates_know_their_events(shelf: Shelf) -> None:
    """By the words that carry them."""
    folder = shelf.folder()
    owners = shelf.owners(folder.documents["bridge"], folder.files["bridge"])

    assert owners == {(1, 29): ("aaaa0001",), (2, 27): ("aaaa0002",), (3, 25): ("aaaa0003",)}


def test_another_block_has_another_fingerprint() -> None:
    """A lone surrogate, which YAML can spell, is no stumbling block."""
    assert fingerprint("- id: a\n") != fingerprint("- id: b\n")
    assert len(fingerprint("\ud800")) == 16
