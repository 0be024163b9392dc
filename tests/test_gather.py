"""`timeline.intake.gather`: which files the words typed mean."""

from __future__ import annotations

from pathlib import Path

from timeline.intake.gather import gather


def put(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("One.\n")


def test_a_folder_is_everything_readable_in_it_by_name(tmp_path: Path) -> None:
    """Its folders too; what no reader takes is told, what is no article passed over."""
    put(tmp_path, "b.txt", "a.md", "deep/c.TXT", "x.jpg", "README.md", ".hid.md", ".git/d.md")
    put(tmp_path, "a.events.yml")
    found = gather([tmp_path])
    assert [path.name for path in found.files] == ["a.md", "b.txt", "c.TXT"]
    assert [path.name for path in found.left_out] == ["x.jpg"]


def test_each_file_once_in_the_order_named(tmp_path: Path) -> None:
    """A file named twice, or by itself and by its folder, is one file."""
    put(tmp_path, "a.txt", "b.txt")
    found = gather([tmp_path / "b.txt", tmp_path, tmp_path / "a.txt"])
    assert [path.name for path in found.files] == ["b.txt", "a.txt"]


def test_the_folder_of_sources_is_not_added_to_itself(tmp_path: Path) -> None:
    """Neither inside the folder that was named, nor named itself."""
    put(tmp_path, "a.txt", "sources/b.md", "sources/old/c.md")
    assert [path.name for path in gather([tmp_path], but=tmp_path / "sources").files] == ["a.txt"]
    assert not gather([tmp_path / "sources"], but=tmp_path / "sources").files


def test_what_a_browser_saved_beside_a_page_is_no_article(tmp_path: Path) -> None:
    """Its frames are pages, too; a folder without its page is like any other."""
    put(tmp_path, "Talks.html", "Talks_files/ad.html", "Rede.htm", "Rede-Dateien/x.htm")
    put(tmp_path, "old_files/a.html")
    assert [path.name for path in gather([tmp_path]).files] == ["Rede.htm", "Talks.html", "a.html"]


def test_addresses_stand_where_they_were_named(tmp_path: Path) -> None:
    """Each once, however it is written."""
    put(tmp_path, "a.txt")
    web = "https://paper.example/a"
    found = gather([web, tmp_path / "a.txt", "http://www.paper.example/a/#top", f"{web}?b=1"])
    assert found.files == (web, tmp_path / "a.txt", f"{web}?b=1")


def test_a_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    """One that leads back up would never end."""
    put(tmp_path, "in/a.txt")
    (tmp_path / "in" / "up").symlink_to(tmp_path)
    assert [path.name for path in gather([tmp_path / "in"]).files] == ["a.txt"]


def test_a_named_file_is_taken_whatever_it_is(tmp_path: Path) -> None:
    """Whoever reads it says what is wrong with it."""
    missing = tmp_path / "no.jpg"
    assert gather([missing]).files == (missing,)
