"""docs/commands.md, made from the commands' own help. `python -m tests.reference` writes it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import typer.main

from timeline import cli

PAGE = Path(__file__).parents[1] / "docs" / "commands.md"
HEAD = """\
# Commands

Each command explains itself with `--help`; this page is made from that help.
Exit codes are 0 for done, 1 for problems found, 2 for wrong use.
Commands look for `sources/` in the folder you are in, and upwards from there.
"""


def commands() -> dict[str, Any]:
    """The commands by name, in the order in which one meets them."""
    return dict(typer.main.get_command(cli.app).commands)  # type: ignore[attr-defined]


def page() -> str:
    """The text of docs/commands.md."""
    parts = [HEAD]
    for name, command in commands().items():
        about, _, example = (command.help or "").partition("Example: ")
        paragraphs = [" ".join(part.split()) for part in about.split("\n\n") if part.strip()]
        examples = [line.strip().removeprefix("Example: ") for line in example.split("\n") if line]
        lines = [f"## timeline {name}", *paragraphs]
        lines.append("```sh\n" + "\n".join(e for e in examples if e) + "\n```")
        lines.append("\n".join(rows(command)))
        parts.append("\n\n".join(lines) + "\n")
    return "\n".join(parts)


def rows(command: Any) -> list[str]:
    """A table of a command's arguments and options."""
    found = ["| Option | Meaning |", "|---|---|"]
    for parameter in command.params:
        if parameter.param_type_name == "option":
            names = ", ".join(f"`{o}`" for o in (*parameter.opts, *parameter.secondary_opts))
            found.append(f"| {names} | {parameter.help} |")
        else:
            found.append(f"| `{(parameter.name or '').upper()}` | {parameter.help} |")
    return found


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
