"""What is wrong in the text of an event file, in words, each with its line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import yaml
from pydantic import ValidationError

from timeline import canonical

Place = tuple[str | int, ...]
"""Where a value stands in an event file, e.g. ("events", 3, "citations", 0, "quote")."""


@dataclass(frozen=True)
class Fault:
    """Something wrong in an event file, and the line it stands on (from 1)."""

    line: int
    what: str
    hint: str = ""
    rule: str = "unreadable"


def yaml_fault(error: Exception, *, last_line: int) -> Fault:
    """What the YAML parser says, on a line that is there."""
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark is not None:
        what = error.problem or error.context or "not valid"
        hint = "mend that line; texts with a colon or quotes in them want quotes around them"
        line = min(error.problem_mark.line + 1, last_line)  # never past the end
        return Fault(line, f"not valid YAML: {what}", hint)
    what = str(error).splitlines()[0] if str(error) else type(error).__name__
    return Fault(1, f"not valid YAML: {what}", "mend it, or take the file back from git")


def schema_faults(error: ValidationError, lines: Mapping[Place, int]) -> Iterator[Fault]:
    """What the schema refuses, each on the line of its place or of what is around it."""
    for item in error.errors():
        place: Place = item["loc"]
        at = place
        while at and at not in lines:
            at = at[:-1]
        name = next((str(p) for p in reversed(place) if isinstance(p, str)), "")
        what, hint = item["msg"][:1].lower() + item["msg"][1:], ""
        if item["type"] == "extra_forbidden":
            what = f"unknown field {name}"
            keys: tuple[str, ...] = (
                canonical.CITATION_KEYS if "citations" in place else canonical.EVENT_KEYS
            )
            keys = keys if place[:1] == ("events",) else ("source", "extractor", "events")
            hint = "the fields are " + ", ".join(keys)
        elif item["type"] == "missing":
            what, hint = f"{name} is missing", f"add a line {name}: ..."
        elif item["type"] == "literal_error":
            what = f"{name}: {item['input'] or 'nothing'} is not one of {item['ctx']['expected']}"
        else:
            what = f"{name}: {what}"
        yield Fault(lines.get(at, 1), what, hint)
