"""Event files: read whole or not at all, cut into one block an event, written back.

What a person wrote keeps its bytes: only the blocks of events that change are written anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from timeline import canonical
from timeline.errors import EventFileError
from timeline.files import write_atomic
from timeline.model import Event, Record
from timeline.schema import to_record

SUFFIX = ".events.yml"
MAX_BYTES = 20_000_000
_LINE = re.compile(
    r"[^\r\n\x85\u2028\u2029]*(?:\r\n|[\r\n\x85\u2028\u2029]|\Z)"
)  # as YAML 1.1 counts

Place = tuple[str | int, ...]
"""Where a value stands in an event file, e.g. ("events", 3, "citations", 0, "quote")."""


@dataclass(frozen=True)
class Fault:
    """Something wrong in an event file, and the line it stands on (from 1)."""

    line: int
    what: str
    hint: str = ""


@dataclass(frozen=True)
class EventFile:
    """An event file as it stands on disk.

    `blocks[i]` is the text of `record.events[i]`, its comments included. `header` is what
    stands above them. `lines` maps a place to its line, from 1.
    """

    path: Path
    text: str
    record: Record
    header: str
    blocks: tuple[str, ...]
    lines: Mapping[Place, int] = field(repr=False)
    unquoted: tuple[tuple[int, str], ...] = ()

    def line(self, *place: str | int) -> int:
        """The line of a place, or of the nearest thing around it that has one."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)

    @cached_property
    def commented(self) -> frozenset[str]:
        """Ids of the events whose block holds a comment: people's, whatever their fields."""
        pairs = zip(self.record.events, self.blocks, strict=True)
        return frozenset(event.id for event, block in pairs if has_comment(block))


def path_for(source: Path) -> Path:
    """The event file that belongs to a source file."""
    return source.with_name(source.stem + SUFFIX)


def load(path: Path) -> EventFile:
    """Read an event file. Raises EventFileError, with the line, when any of it is wrong."""
    text = read_text(path)
    file, faults = parse(text, path)
    if faults or file is None:
        fault = faults[0]
        more = f" (and {len(faults) - 1} more; `timeline check` lists them)" if faults[1:] else ""
        raise EventFileError(fault.what + more, where=path, line=fault.line, hint=fault.hint)
    return file


def parse(text: str, path: Path) -> tuple[EventFile | None, list[Fault]]:
    """The event file in `text`, and all that is wrong with it (then the file is None)."""
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
        if not isinstance(node, yaml.MappingNode):
            raise _UnreadableError(
                1, "this is not an event file", "it begins with source: and events:"
            )
        tree = _Tree()
        data = tree.value(node, ())
    except _UnreadableError as error:
        return None, [Fault(error.line, error.what, error.hint)]
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        return None, [_yaml_fault(error, last_line=text.rstrip().count("\n") + 1)]
    try:
        record = to_record(data)
    except ValidationError as error:
        return None, list(_schema_faults(error, tree.lines))
    seen: dict[str, int] = {}
    faults = []
    for i, event in enumerate(record.events):
        line = tree.lines[("events", i, "id")]
        if event.id in seen:
            what = f"two events have the id {event.id} (the other is on line {seen[event.id]})"
            faults.append(Fault(line, what, "give one of them another id, or delete one"))
        seen[event.id] = line
    if faults:
        return None, faults
    cut = _cut(text, node)
    if cut is None:
        text = canonical.reformat_file(text)
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
        cut = _cut(text, node)
        assert cut is not None, "a canonical file can always be cut"
    return EventFile(path, text, record, *cut, tree.lines, tuple(tree.unquoted)), []


def save(path: Path, record: Record, *, stored: EventFile | None) -> bool:
    """Write `record`, keeping the bytes of each event that is as `stored` has it.

    Returns whether the file changed. The caller holds `files.writing`.
    """
    text = compose(record, stored=stored)
    if stored is not None and path.exists() and path.read_bytes() == text.encode():
        return False
    write_atomic(path, text.encode())
    return True


def compose(record: Record, *, stored: EventFile | None) -> str:
    """The text of an event file that holds `record`."""
    kept: dict[Event, str] = {}
    comments: tuple[str, ...] = ()
    if stored is not None:
        kept = dict(zip(stored.record.events, stored.blocks, strict=True))
        comments = tuple(s for s in stored.header.splitlines() if s.lstrip().startswith("#"))
        same = (stored.record.source, stored.record.extractor) == (record.source, record.extractor)
        if same and stored.header.startswith(canonical.SCHEMA_LINE):
            header = stored.header
            return canonical.render_file(header, _blocks(record, kept))
    header = canonical.render_header(record.source, record.extractor, comments)
    return canonical.render_file(header, _blocks(record, kept))


def formatted(file: EventFile) -> str:
    """The canonical text of an event file; comments stay."""
    comments = tuple(s for s in file.header.splitlines() if s.lstrip().startswith("#"))
    header = canonical.render_header(file.record.source, file.record.extractor, comments)
    blocks = (
        canonical.reformat_block(block) if has_comment(block) else canonical.render_event(event)
        for event, block in zip(file.record.events, file.blocks, strict=True)
    )
    return canonical.render_file(header, blocks)


def has_comment(block: str) -> bool:
    """Whether a `#` stands outside the scalars of a block of YAML."""
    if "#" not in block:
        return False
    inside = 0
    for token in yaml.scan(block, Loader=yaml.CSafeLoader):
        if isinstance(token, yaml.ScalarToken):
            inside += block[token.start_mark.index : token.end_mark.index].count("#")
    return block.count("#") > inside


def _blocks(record: Record, kept: Mapping[Event, str]) -> Iterator[str]:
    for event in record.events:
        yield kept.get(event) or canonical.render_event(event)


def read_text(path: Path) -> str:
    """The text of an event file; raises EventFileError where it has none."""
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise EventFileError(
                f"this file has {size / 1e6:.0f} MB; event files stay under {MAX_BYTES / 1e6:.0f}",
                where=path,
                hint="split its source into several",
            )
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise EventFileError(
            "this file is not UTF-8 text", where=path, hint="save it again as UTF-8"
        ) from error
    except OSError as error:
        raise EventFileError(f"can't be read: {error.strerror}", where=path) from error


class _UnreadableError(Exception):
    def __init__(self, line: int, what: str, hint: str = "") -> None:
        self.line, self.what, self.hint = line, what, hint


class _Tree:
    """Plain values out of YAML nodes, every scalar as the text that stands in the file.

    YAML would turn an unquoted 2014 into a number and 2014-03-16 into a date; here both stay
    text, and `unquoted` lists them.
    """

    def __init__(self) -> None:
        self.lines: dict[Place, int] = {}
        self.unquoted: list[tuple[int, str]] = []
        self._seen: set[int] = set()

    def value(self, node: yaml.Node, place: Place) -> Any:
        line = node.start_mark.line + 1
        self.lines[place] = line
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, place)
        if id(node) in self._seen:
            raise _UnreadableError(line, "aliases (*name) are not used here", "write the text out")
        self._seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*place, i)) for i, item in enumerate(node.value)]
        return self._mapping(node, place)

    def _scalar(self, node: yaml.ScalarNode, place: Place) -> str | None:
        if node.style is None and node.tag == "tag:yaml.org,2002:null":
            return None
        if place[-1:] == ("when",) and node.style not in ("'", '"'):
            self.unquoted.append((node.start_mark.line + 1, node.value))
        return str(node.value)

    def _mapping(self, node: yaml.Node, place: Place) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarNode):
                raise _UnreadableError(line, "a field's name must be a word")
            if key.value in found:
                raise _UnreadableError(line, f"{key.value} stands here twice", "delete one of them")
            found[key.value] = self.value(value, (*place, key.value))
            self.lines[(*place, key.value)] = line
        return found


def _yaml_fault(error: Exception, *, last_line: int) -> Fault:
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark is not None:
        what = error.problem or error.context or "not valid"
        hint = "mend that line; texts with a colon or quotes in them want quotes around them"
        line = min(error.problem_mark.line + 1, last_line)  # never past the end
        return Fault(line, f"not valid YAML: {what}", hint)
    what = str(error).splitlines()[0] if str(error) else type(error).__name__
    return Fault(1, f"not valid YAML: {what}", "mend it, or take the file back from git")


def _schema_faults(error: ValidationError, lines: Mapping[Place, int]) -> Iterator[Fault]:
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
            what = f"{name}: {item['input']} is not one of {item['ctx']['expected']}"
        else:
            what = f"{name}: {what}"
        yield Fault(lines.get(at, 1), what, hint)


def _cut(text: str, root: Any) -> tuple[str, tuple[str, ...]] | None:
    """(header, blocks) or None where the layout has no line of its own for each event."""
    keys = [key.value for key, _ in root.value]
    events = next((pair for pair in root.value if pair[0].value == "events"), None)
    if root.flow_style or (events is not None and keys[-1] != "events"):
        return None
    rows = _LINE.findall(text)
    if events is None or not getattr(events[1], "value", None):
        at = events[0].start_mark.line if events else len(rows)
        return "".join(rows[:at]), ()
    if events[1].flow_style:
        return None
    starts = []
    for item in events[1].value:
        row = item.start_mark.line
        while row > events[0].start_mark.line and not rows[row].startswith("-"):
            row -= 1
        if row == events[0].start_mark.line or row in starts or item.flow_style:
            return None
        starts.append(_with_comments_above(rows, row, events[0].start_mark.line))
    header = "".join(rows[: events[0].start_mark.line])
    between = rows[events[0].start_mark.line + 1 : starts[0]]
    if any(row.strip() for row in between):
        starts[0] = events[0].start_mark.line + 1
    ends = [*starts[1:], len(rows)]
    blocks = tuple(_trimmed(rows[a:b]) for a, b in zip(starts, ends, strict=True))
    return header, blocks


def _with_comments_above(rows: list[str], row: int, floor: int) -> int:
    while row - 1 > floor and rows[row - 1].lstrip().startswith("#"):
        row -= 1
    return row


def _trimmed(rows: list[str]) -> str:
    return "".join(rows).strip("\r\n") + "\n"
