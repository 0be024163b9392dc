"""The documentation says what the program does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests import reference
from timeline.exports import FORMATS
from timeline.importing.given import GivenEvent

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def test_the_command_page_is_current() -> None:
    """docs/commands.md is what the commands' help says now (python -m tests.reference)."""
    assert reference.PAGE.read_text("utf-8") == reference.page()


@pytest.mark.parametrize(
    "page", [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))], ids=str
)
def test_commands_named_in_the_docs_exist(page: Path) -> None:
    """Each `timeline ...` line to type names a command, and only options that it has."""
    known = reference.commands()
    blocks = re.findall(r"```sh\n(.*?)```", page.read_text("utf-8"), re.S)
    for line in "\n".join(blocks).replace("\\\n", " ").splitlines():
        words = line.split("#")[0].split()
        if words[:1] != ["timeline"] or words[1].startswith("-"):
            continue
        options = {o for p in known[words[1]].params for o in (*p.opts, *p.secondary_opts)}
        assert {word for word in words if word.startswith("--")} <= options | {"--help"}


def test_the_changelog_names_every_command() -> None:
    """People learn of a command where they look for news."""
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")

    assert [name for name in reference.commands() if f"`{name}`" not in text] == []


def test_the_page_of_formats_has_each_with_its_file() -> None:
    """In the order of `timeline export`."""
    text = (ROOT / "docs" / "exports.md").read_text("utf-8")
    rows = re.findall(r"^\| `(\w+)` \| `([\w.]+)` \|", text, re.M)

    assert rows == [(name, one.file) for name, one in FORMATS.items()]


def test_the_page_of_imports_has_each_field() -> None:
    """Of a line, and no other."""
    text = (ROOT / "docs" / "importing.md").read_text("utf-8")
    cells = re.findall(r"^\| (`\w+`(?:, `\w+`)*) \|", text, re.M)
    named = [name for cell in cells for name in re.findall(r"\w+", cell)]

    assert sorted(named) == sorted(GivenEvent.model_fields)
