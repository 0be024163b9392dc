"""One field changed in a file, and every other byte as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline import edit, store

EVENTS = """\
source: talks
extractor: cited-timeline 0.1
events:

# Anna: look at this one
- id: 8c1f03aa
  when: '2014-03'
  title:   "Ministers met"      # odd layout, a person's
  status: proposed   # until Friday
  citations:
  - paragraph: 1
    quote: ministers met

- title: Undated
  id: 8c1f99bb
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "talks.events.yml"
    found.write_bytes(EVENTS.encode())
    return found


def test_a_line_goes_in_at_its_place_and_out_again(path: Path) -> None:
    """In the order of fields, indented as the others; taken out, the bytes are as before."""
    edit.rewrite(path, {"8c1f03aa": edit.setting(same_as="ffff0000")})
    assert path.read_text("utf-8") == EVENTS.replace(
        "until Friday\n", "until Friday\n  same_as: ffff0000\n"
    )

    edit.rewrite(path, {"8c1f03aa": edit.setting(same_as=None)})
    assert path.read_bytes() == EVENTS.encode()


def test_a_value_is_put_right(path: Path) -> None:
    """The line that stands there already changes."""
    for names in (("a1",), ("a1", "b2")):
        edit.rewrite(path, {"8c1f99bb": edit.setting(not_same_as=names)})

    assert path.read_text("utf-8").endswith("  id: 8c1f99bb\n  not_same_as: [a1, b2]\n")


def test_a_comment_beside_a_value_outlives_it(path: Path) -> None:
    """It stands above the line that is put right, and stays where the line is taken out."""
    for names, left in ((("a1",), "  # Anna is sure\n  not_same_as: [a1]\n"), (None, "sure\n")):
        path.write_text(f"{EVENTS}  not_same_as: [b2] # Anna is sure\n", "utf-8")
        edit.rewrite(path, {"8c1f99bb": edit.setting(not_same_as=names)})

        assert path.read_text("utf-8").endswith(left)


def test_windows_line_ends_stay(path: Path) -> None:
    """The new line ends as the others do."""
    path.write_bytes(EVENTS.replace("\n", "\r\n").encode())
    edit.rewrite(path, {"8c1f99bb": edit.setting(same_as="8c1f03aa")})

    assert path.read_bytes().endswith(b"8c1f99bb\r\n  same_as: 8c1f03aa\r\n")


def test_the_first_field_can_go(path: Path) -> None:
    """Its line begins the event, so the event is written anew under its comments."""
    path.write_text("source: talks\nevents:\n- same_as: a\n  id: b\n  title: T # why\n", "utf-8")
    edit.rewrite(path, {"b": edit.setting(same_as=None)})

    assert store.load(path).by_id["b"].same_as is None
    assert "# why" in path.read_text("utf-8")


def test_a_block_scalar_above_stays_whole(path: Path) -> None:
    """The line goes behind a note of several lines, not into it."""
    path.write_text(EVENTS.replace("status: proposed ", "note: |\n    Two\n    lines\n  order: 1 "))
    edit.rewrite(path, {"8c1f03aa": edit.setting(same_as="b", order=None)})

    assert "    lines\n  # until Friday\n  same_as: b\n  citations" in path.read_text("utf-8")


def test_nothing_to_change_writes_nothing(path: Path) -> None:
    """The events that changed are told, and only those."""
    assert edit.rewrite(path, {"8c1f99bb": edit.setting(same_as=None)}) == []
    assert path.read_bytes() == EVENTS.encode()
