"""The marks of a merge: git's own, found again by line wherever a file is read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from timeline import store
from timeline.check import check, read_folder
from timeline.conflicts import Left, Names, left_in, marked
from timeline.errors import EventFileError

BLOCK = marked("  when: '2014'\n", "", Names("main", "anna"))


def test_the_marks_are_gits() -> None:
    """So that an editor offers to take one side or the other."""
    assert BLOCK == "<<<<<<< main\n  when: '2014'\n=======\n>>>>>>> anna\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("source: talks\n", []),
        (f"a: b\n{BLOCK}c: d\n{BLOCK}", [Left(2, 5), Left(7, 10)]),
        (BLOCK.replace("\n", "\r\n"), [Left(1, 4)]),
        ("<<<<<<< a\nx\n||||||| b\ny\n=======\nz\n>>>>>>> c\n", [Left(1, 7)]),
        ("a: b\n=======\n", [Left(2, 2)]),
        ("a: b\n>>>>>>> anna\n", [Left(2, 2)]),
        ("<<<<<<< main\na: b\n", [Left(1, 1)]),
        ("<<<<<<< a\n<<<<<<< b\n>>>>>>> c\n", [Left(1, 1), Left(2, 3)]),
        ("quote: <<<<<<< a\n", []),
        ("<<<<<<<<<<<<<< a\n", []),
    ],
)
def test_conflicts_and_forgotten_marks_are_found(text: str, expected: list[Left]) -> None:
    """From the first mark to the last, or the single line."""
    assert list(left_in(text)) == expected


def test_an_underlined_title_is_no_conflict() -> None:
    """Markdown writes headings so; a whole conflict is one there too."""
    text = "Talks\n=======\n\n>>>>>>> quoted seven times\n\n<<<<<<< not meant\n"

    assert list(left_in(text, markdown=True)) == []
    assert list(left_in(text + BLOCK, markdown=True)) == [Left(7, 10)]


def test_loading_says_where_the_conflict_is(tmp_path: Path) -> None:
    """Instead of what YAML makes of the marks."""
    path = tmp_path / "talks.events.yml"
    path.write_text(f"source: talks\nevents:\n\n- id: aa\n{BLOCK}  title: A\n", "utf-8")
    with pytest.raises(EventFileError, match="unresolved merge conflict at lines 5–8") as caught:
        store.load(path)

    assert caught.value.line == 5
    assert "delete the lines <<<<<<<" in caught.value.hint


def test_check_tells_of_conflicts_in_both_kinds_of_files(
    project: Path, write: Callable[..., Path]
) -> None:
    """A source with marks would be quoted and published with them."""
    source = write("talks.md")
    body = marked("The minister left.\n", "The minister stayed.\n", Names())
    write("talks.md", source.read_text("utf-8") + "\n" + body)
    write("talks.events.yml", f"source: talks\nevents:\n- id: aa\n{BLOCK}  title: A\n")
    found = check(read_folder(project / "sources"))

    assert [(Path(p.path).name, p.line, p.rule) for p in found] == [
        ("talks.events.yml", 4, "merge-conflict"),
        ("talks.md", 13, "merge-conflict"),
    ]


def test_a_conflict_in_an_articles_facts_is_told(project: Path, write: Callable[..., Path]) -> None:
    """Beside what YAML makes of it."""
    text = write("talks.md").read_text("utf-8")
    facts = marked("published: 2015-09-25\n", "published: 2015-09-26\n", Names())
    write("talks.md", text.replace("published: 2015-09-25\n", facts))
    found = check(read_folder(project / "sources"))

    assert (3, "merge-conflict") in [(p.line, p.rule) for p in found]
