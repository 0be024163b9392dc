"""The documentation says what the program does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from tests import reference
from timeline import reports
from timeline.exports import FORMATS
from timeline.importing.given import GivenEvent

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def test_the_command_page_is_current() -> None:
    """docs/commands.md is what the commands' help says now (python -m tests.reference)."""
    assert reference.PAGE.read_text("utf-8") == reference.page()


def options_of(words: list[str]) -> set[str]:
    """The options of the command that these words begin with."""
    known = reference.commands()[words[1]]
    return {o for p in known.params for o in (*p.opts, *p.secondary_opts)} | {"--help"}


def test_the_workflow_is_yaml_and_its_commands_exist() -> None:
    """What people copy from docs/ci.md runs as it stands."""
    page = (ROOT / "docs" / "ci.md").read_text("utf-8")
    workflow = yaml.safe_load(re.findall(r"```yaml\n(.*?)```", page, re.S)[0])
    lines = [step["run"].split() for step in workflow["jobs"]["check"]["steps"] if "run" in step]
    commands = [words for words in lines if words[0] == "timeline"]

    assert [words[1] for words in commands] == ["check", "build", "diff"]
    for words in commands:
        assert {word for word in words if word.startswith("--")} <= options_of(words)


def test_the_page_names_the_rules_of_reports() -> None:
    """Each once, in their order."""
    page = (ROOT / "docs" / "ci.md").read_text("utf-8")

    assert re.findall(r"^\| `([a-z-]+)` \|", page, re.M) == list(reports.RULES)


@pytest.mark.parametrize(
    "page", [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))], ids=str
)
def test_commands_named_in_the_docs_exist(page: Path) -> None:
    """Each `timeline ...` line to type names a command, and only options that it has."""
    blocks = re.findall(r"```sh\n(.*?)```", page.read_text("utf-8"), re.S)
    for line in "\n".join(blocks).replace("\\\n", " ").splitlines():
        words = line.split("#")[0].split()
        if words[:1] != ["timeline"] or words[1].startswith("-"):
            continue
        assert {word for word in words if word.startswith("--")} <= options_of(words)


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
