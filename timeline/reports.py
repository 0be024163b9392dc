"""What `timeline check` found, for programs that show it on its line: GitHub's annotations, SARIF.

A problem's `rule` is one of RULES. Those names are kept: reports of two runs are compared by them.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

from timeline import __version__, git
from timeline.errors import GitError
from timeline.model import Problem

RULES: Mapping[str, str] = MappingProxyType(
    {
        "unreadable": "A file that can't be read",
        "merge-conflict": "An unresolved merge conflict",
        "source-name": "An event file without its source",
        "source-date": "A source without a publication date",
        "original": "A kept original that is another file now",
        "date": "A date that is missing or wrong",
        "citation": "A quote that doesn't stand in its source",
        "same-as": "A join that can't be",
        "slug": "A permalink that is taken",
        "doubt": "Worth a second look",
    }
)
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def root_of(folder: Path) -> Path:
    """What paths in a report are relative to: the top of the repository, else the project."""
    try:
        return git.top(folder)
    except GitError:
        return folder.resolve().parent


def as_github(problems: Iterable[Problem], root: Path) -> str:
    """Workflow commands, one a line: GitHub shows each on its line of the pull request."""
    return "".join(_command(problem, root) for problem in problems)


def _command(problem: Problem, root: Path) -> str:
    facts = {
        "file": _path(problem, root),
        "line": str(problem.line),
        "title": RULES[problem.rule],
    }
    said = ",".join(f"{key}={_property(value)}" for key, value in facts.items())
    return f"::{_level(problem)} {said}::{_data(_message(problem))}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_sarif(problems: Iterable[Problem], root: Path) -> str:
    """A SARIF 2.1.0 log with one run; addresses are relative to the top of the repository."""
    driver = {
        "name": "cited-timeline",
        "version": __version__,
        "rules": [_rule(name, text) for name, text in RULES.items()],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, root) for problem in problems],
    }
    log = {"version": "2.1.0", "$schema": _SCHEMA, "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(name: str, text: str) -> dict[str, Any]:
    return {
        "id": name,
        "shortDescription": {"text": text},
        "defaultConfiguration": {"level": "warning" if name == "doubt" else "error"},
    }


def _result(problem: Problem, root: Path) -> dict[str, Any]:
    place = {
        "artifactLocation": {"uri": quote(_path(problem, root)), "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": problem.line},
    }
    # Not the line: a problem that has moved down by ten lines is the same one.
    same = "\0".join((_path(problem, root), problem.rule, problem.event or "", problem.what))
    return {
        "ruleId": problem.rule,
        "ruleIndex": list(RULES).index(problem.rule),
        "level": _level(problem),
        "message": {"text": _message(problem)},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"problem/v1": hashlib.sha256(same.encode()).hexdigest()[:32]},
    }


FORMATS: Mapping[str, Callable[[Iterable[Problem], Path], str]] = MappingProxyType(
    {"github": as_github, "sarif": as_sarif}
)


def _level(problem: Problem) -> str:
    return "warning" if problem.warning else "error"


def _message(problem: Problem) -> str:
    event = f"{problem.event}: " if problem.event else ""
    hint = f"\nTry: {problem.hint}" if problem.hint else ""
    return f"{event}{problem.what}{hint}"


def _path(problem: Problem, root: Path) -> str:
    return Path(os.path.relpath(Path(problem.path).resolve(), root.resolve())).as_posix()
