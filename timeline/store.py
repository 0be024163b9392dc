"""Event files: read whole or not at all, cut into one block an event, written back.

What a person wrote keeps its bytes: only the blocks of events that change are written anew.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from timeline import canonical
from timeline.conflicts import HINT, left_in
from timeline.errors import EventFileError
from timeline.faults import Fault as Fault  # others say store.Fault
from timeline.faults import Place, schema_faults, yaml_fault
from timeline.files import inside, write_atomic
from timeline.layout import Pieces, cut, spliced
from timeline.model import Event, Record
from timeline.schema import to_record

SUFFIX = ".events.yml"
MAX_BYTES = 20_000_000
_KEEPS_BLANKS = re.compile(r"[|>]\d?\+\d?\s")  # the mark of a block scalar that keeps its end
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(frozen=True)
class EventFile:
    """An event file as it stands on disk.

    `blocks[i]` is the text of `record.events[i]`, its comments included, and begins at
    `offsets[i]` of `text`. `header` is what stands above them. `lines` maps a place to its line,
    from 1. `text` is `as_read`, unless its layout couldn't be cut into blocks.
    """

    path: Path
    as_read: str
    text: str
    record: Record
    header: str
    blocks: tuple[str, ...]
    offsets: tuple[int, ...]
    lines: Mapping[Place, int] = field(repr=False)
    unquoted: tuple[tuple[int, str], ...] = ()

    def line(self, *place: str | int) -> int:
        """The line of a place, or of the nearest thing around it that has one."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)

    @cached_property
    def by_id(self) -> Mapping[str, Event]:
        """The events by their ids, which are unique in a file."""
        return {event.id: event for event in self.record.events}

    @cached_property
    def commented(self) -> frozenset[str]:
        """Ids of the events whose block holds a comment: people's, whatever their fields."""
        pairs = zip(self.record.events, self.blocks, strict=True)
        return frozenset(event.id for event, block in pairs if canonical.comments_in(block))


def path_for(source: Path) -> Path:
    """The event file that belongs to a source file."""
    return source.with_name(source.stem + SUFFIX)


def files_in(place: Path) -> list[Path]:
    """The event files in a folder, by name; a path that is no folder stands for itself."""
    return sorted(place.glob("*" + SUFFIX)) if place.is_dir() else [place]


def load(path: Path) -> EventFile:
    """Read an event file. Raises EventFileError, with the line, when any of it is wrong."""
    text = read_text(path)
    file, faults = parse(text, path)
    if faults or file is None:
        fault = faults[0]
        more = f" (and {len(faults) - 1} more; `timeline check` lists them)" if faults[1:] else ""
        raise EventFileError(fault.what + more, where=path, line=fault.line, hint=fault.hint)
    return file


def load_again(path: Path, known: EventFile | None) -> EventFile | None:
    """The event file as it stands now, None where there is none; not parsed again if `known`."""
    if not path.exists():
        return None
    same = known is not None and known.as_read == read_text(path)
    return known if same else load(path)


def parse(text: str, path: Path) -> tuple[EventFile | None, list[Fault]]:
    """The event file in `text`, and all that is wrong with it (then the file is None)."""
    conflicts = [Fault(c.line, c.what, HINT, "merge-conflict") for c in left_in(text)]
    if conflicts:
        return None, conflicts
    try:
        node = yaml.compose(text, Loader=_Loader)
        if not isinstance(node, yaml.MappingNode):
            raise _UnreadableError(
                1, "this is not an event file", "it begins with source: and events:"
            )
        tree = _Tree()
        data = tree.value(node, ())
    except _UnreadableError as error:
        return None, [Fault(error.line, error.what, error.hint)]
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        return None, [yaml_fault(error, last_line=text.rstrip().count("\n") + 1)]
    try:
        record = to_record(data)
    except ValidationError as error:
        return None, list(schema_faults(error, tree.lines))
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
    laid_out, pieces = text, cut(text, node)
    if pieces is None or (tree.block_scalars and not _joins_again(pieces, record)):
        laid_out = _laid_out(text, record)
        pieces = cut(laid_out, yaml.compose(laid_out, Loader=_Loader))
        assert pieces is not None, "a canonical file can always be cut"
    return EventFile(path, text, laid_out, record, *pieces, tree.lines, tuple(tree.unquoted)), []


def save(path: Path, record: Record, *, stored: EventFile | None) -> bool:
    """Write `record`, keeping the bytes of each event that is as `stored` has it.

    Returns whether the file changed. The caller holds `files.writing`; see `write` for errors.
    """
    text = compose(record, stored=stored)
    if stored is not None and stored.as_read == text:
        return False
    write(path, text, record, stored=stored)
    return True


def write(
    path: Path, text: str, record: Record, *, stored: EventFile | None, settle: bool = True
) -> None:
    """Write an event file's text, once it is sure that it reads back as `record`.

    `settle` is for `files.write_atomic`. Raises EventFileError, with nothing written, where it
    would not; ChangedError where the file is no longer as `stored` was read: an editor has saved
    it in between.
    """
    written, _ = parse(text, path)
    if written is None or written.record != record:
        raise EventFileError(
            "can't be written so that it reads back the same; nothing was changed",
            where=path,
            hint="write its texts as plain lines (no block scalars, tags or tabs)",
        )
    if (read_text(path) if path.exists() else None) != (stored.as_read if stored else None):
        raise ChangedError(
            "was saved by another program just now; nothing was changed",
            where=path,
            hint="run the command again",
        )
    write_atomic(path, text.encode(), settle=settle)


def compose(record: Record, *, stored: EventFile | None) -> str:
    """The text of an event file that holds `record`."""
    comments: tuple[str, ...] = ()
    if stored is not None:
        comments = tuple(canonical.comments_in(stored.header))
        same = (stored.record.source, stored.record.extractor) == (record.source, record.extractor)
        if same and stored.header.startswith(canonical.SCHEMA_LINE):
            header = stored.header
            return canonical.render_file(header, _blocks(record, stored))
    header = canonical.render_header(record.source, record.extractor, comments)
    return canonical.render_file(header, _blocks(record, stored))


def formatted(file: EventFile) -> str:
    """The canonical text of an event file; comments stay."""
    comments = canonical.comments_in(file.header)
    header = canonical.render_header(file.record.source, file.record.extractor, comments)
    pairs = zip(file.record.events, file.blocks, strict=True)
    return canonical.render_file(header, (_formatted(event, block) for event, block in pairs))


def _formatted(event: Event, block: str) -> str:
    """One event's canonical block; comments that have no place in it stand above it."""
    comments = canonical.comments_in(block)
    text = canonical.reformat_block(block) if comments else None
    if text is not None:
        whole = canonical.render_file(canonical.render_header("", ""), [text])
        same = _reads_as(whole, Record("", "", (event,)), [canonical.SCHEMA_LINE, *comments])
        if same and canonical.reformat_block(text) == text:
            return text
    return canonical.render_event(event, comments)


def _laid_out(text: str, record: Record) -> str:
    """A file's text, brought into a layout that can be cut, its comments kept."""
    comments = canonical.comments_in(text)
    new = canonical.reformat_file(text)
    if new is not None and _reads_as(new, record, comments):
        return new
    header = canonical.render_header(record.source, record.extractor, comments)
    return canonical.render_file(header, map(canonical.render_event, record.events))


def _joins_again(pieces: Pieces, record: Record) -> bool:
    """Whether no block scalar's value hangs on blank lines, or the file's end, behind it."""
    if any(_KEEPS_BLANKS.search(block) for block in pieces[1]):
        return False
    last = Event(id="last", when="", title="One more")
    text = canonical.render_file(pieces[0], [*pieces[1], canonical.render_event(last)])
    more = dataclasses.replace(record, events=(*record.events, last))
    return _reads_as(text, more, canonical.comments_in(text))


def _reads_as(text: str, record: Record, comments: Sequence[str]) -> bool:
    """Whether a text can be cut into blocks and holds this record and these comments."""
    try:
        node: Any = yaml.compose(text, Loader=_Loader)
        same = to_record(_Tree().value(node, ())) == record and cut(text, node) is not None
        return same and sorted(canonical.comments_in(text)) == sorted(comments)
    except (yaml.YAMLError, ValidationError, _UnreadableError):
        return False


def _blocks(record: Record, stored: EventFile | None) -> Iterator[str]:
    """A block an event: as it stands, or with its citations moved, or written anew."""
    pairs = zip(stored.record.events, stored.blocks, strict=True) if stored else ()
    known = {event.id: (event, block) for event, block in pairs}
    for event in record.events:
        old, block = known.get(event.id, (None, ""))
        yield block if event == old else _changed(event, old, block)


def _changed(event: Event, old: Event | None, block: str) -> str:
    """The block of an event that is not as it was; people's comments stay in any case."""
    if old is None:
        return canonical.render_event(event)
    comments = canonical.comments_in(block)
    text = spliced(block, old, event)
    if text is not None:
        whole = canonical.render_file(canonical.render_header("", ""), [text])
        if _reads_as(whole, Record("", "", (event,)), [canonical.SCHEMA_LINE, *comments]):
            return text
    return canonical.render_event(event, comments)


def read_text(path: Path) -> str:
    """The text of an event file; raises EventFileError where it has none."""
    if path.is_symlink() and not inside(path, path.parent):
        raise EventFileError(
            "this event file is a link that leads out of the folder",
            where=path,
            hint="put the file itself there",
        )
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise EventFileError(
                f"this file has {size / 1e6:.0f} MB; event files stay under {MAX_BYTES / 1e6:.0f}",
                where=path,
                hint="split its source into several",
            )
        return path.read_bytes().decode("utf-8").lstrip("\ufeff")
    except UnicodeDecodeError as error:
        raise EventFileError(
            "this file is not UTF-8 text", where=path, hint="save it again as UTF-8"
        ) from error
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        hint = "name a file that ends in " + SUFFIX
        raise EventFileError(f"can't be read: {reason}", where=path, hint=hint) from error


class ChangedError(EventFileError):
    """The file was saved by someone else between reading and writing it."""


class _UnreadableError(Exception):
    def __init__(self, line: int, what: str, hint: str = "") -> None:
        self.line, self.what, self.hint = line, what, hint


class _Loader(yaml.CSafeLoader):
    """The parser in C without YAML's guesses at types, which cost as much as the parsing."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> str:
        if kind is yaml.ScalarNode:
            plain = implicit[0] and value in _NULLS
            return "tag:yaml.org,2002:null" if plain else "tag:yaml.org,2002:str"
        return "tag:yaml.org,2002:seq" if kind is yaml.SequenceNode else "tag:yaml.org,2002:map"

    def descend_resolver(self, current: Any, index: Any) -> None:
        """Nothing: no type here hangs on the place of a value."""

    def ascend_resolver(self) -> None:
        """Nothing, as above."""


class _Tree:
    """Plain values out of YAML nodes, every scalar as the text that stands in the file.

    YAML would turn an unquoted 2014 into a number and 2014-03-16 into a date; here both stay
    text, and `unquoted` lists them.
    """

    def __init__(self) -> None:
        self.lines: dict[Place, int] = {}
        self.unquoted: list[tuple[int, str]] = []
        self.block_scalars = False
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
        self.block_scalars |= node.style in ("|", ">")
        if node.style not in ("'", '"') and node.tag == "tag:yaml.org,2002:null":
            named = isinstance(place[-1], int) or place[-1] in ("id", "title")
            return str(node.value) if node.value and named else None  # Ms Null has that name
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
