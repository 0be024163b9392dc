"""`<!-- timeline tags=minsk from=2014-09 -->`: a selection of events on a page people write."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from timeline.errors import TimelineError, UsageError
from timeline.model import Timeline
from timeline.selection import select

# Alone on its line, and indented by less than a code block is.
_MARKER = re.compile(r"^ {0,3}<!--\s*timeline(?P<keys>\s.*?|)-->[ \t]*$", re.MULTILINE | re.DOTALL)
_FENCED = re.compile(
    r"^ *(?P<fence>`{3,}|~{3,})[^\n]*$.*?(?:^ *(?P=fence)[`~]*[ \t]*$|\Z)", re.MULTILINE | re.DOTALL
)
_LISTS = {
    "tags": "tags",
    "tag": "tags",
    "who": "who",
    "where": "where",
    "source": "sources",
    "kind": "kinds",
    "status": "statuses",
}
_WORDS = {
    "kind": ("happened", "planned", "alleged", "denied"),
    "status": ("accepted", "disputed", "proposed"),
}
_KEYS = ("tags", "who", "where", "source", "kind", "status", "from", "to", "limit")


@dataclass(frozen=True, slots=True)
class BadMarker:
    """A marker that can't be followed: where it stands (line from 1) and what is wrong."""

    line: int
    problem: str


def replace(
    markdown: str, timeline: Timeline, show: Callable[[Timeline], str]
) -> tuple[str, tuple[BadMarker, ...]]:
    """The page with each marker replaced by what `show` makes of its events.

    A bad marker is left where it stands, which is a comment, and reported. Markers in fenced
    code blocks are examples, and stay.
    """
    bad: list[BadMarker] = []
    fences = [match.span() for match in _FENCED.finditer(markdown)]

    def shown(match: re.Match[str]) -> str:
        if any(start <= match.start() < end for start, end in fences):
            return match.group()
        try:
            chosen = select(timeline, **criteria(match["keys"]))
        except TimelineError as error:
            bad.append(BadMarker(markdown.count("\n", 0, match.start("keys")) + 1, str(error)))
            return match.group()
        return f"\n{show(chosen)}\n"

    return _MARKER.sub(shown, markdown), tuple(bad)


def criteria(text: str) -> dict[str, Any]:
    """The arguments of `timeline.selection.select` that a marker's words stand for.

    Values are separated by commas, and quoted where they hold spaces: `who="Ada Quill,Grey"`.
    Raises UsageError, naming the key.
    """
    try:
        words = shlex.split(text)
    except ValueError as error:
        raise UsageError(f"the marker's quotes don't match: {error}") from error
    found: dict[str, Any] = {}
    for word in words:
        key, equals, value = word.partition("=")
        if not equals:
            raise UsageError(f"{word} has no =", hint='key=value, or key="two words"')
        name, argument = _argument(key, value)
        if name in found:
            raise UsageError(f"{key} is given twice", hint=f"one {key}= with commas between values")
        found[name] = argument
    return found


def _argument(key: str, value: str) -> tuple[str, Any]:
    if not value.strip():
        raise UsageError(f"{key} has no value", hint=f"{key}=value, or leave it out")
    if key in ("from", "to"):
        return ("start" if key == "from" else "end"), value
    if key == "limit":
        if not value.isascii() or not value.isdigit() or int(value) < 1:
            raise UsageError(f"limit={value} is no number of events", hint="limit=5")
        return "limit", int(value)
    if key not in _LISTS:
        raise UsageError(f"there is no key {key}", hint=f"one of {', '.join(_KEYS)}")
    values = tuple(part.strip() for part in value.split(",") if part.strip())
    known = _WORDS.get(key)
    for one in values:
        if known and one.casefold() not in known:
            raise UsageError(f"{key}={one} selects nothing", hint=f"one of {', '.join(known)}")
    return _LISTS[key], values
