"""Write down that a source also stands elsewhere: lines in its front matter, and nothing else."""

from __future__ import annotations

import codecs
from pathlib import Path

import yaml

from timeline.errors import SourceError
from timeline.files import write_atomic, writing
from timeline.intake import known
from timeline.model import AlsoAt, Source
from timeline.readers import decode, frontmatter

_BY_HAND = "add it to `also_at` in an editor"


def record(path: Path, place: AlsoAt) -> bool:
    """Add a place to the source's `also_at`; False where it stands there already.

    Every other byte of the file stays. Raises SourceError, with nothing written, where that
    can't be done, ProjectError where the file can't be written.
    """
    with writing(path.parent):
        return put(path, place)


def put(path: Path, place: AlsoAt) -> bool:
    """As `record`, for who has the lock of the folder already."""
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise SourceError(f"can't be read: {reason}", where=path) from None
    text, encoding = decode(data, where=path)
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    new = with_place(text, place, path=path)
    if new == text:
        return False
    try:
        same = mark + text.encode(encoding) == data
        written = mark + new.encode(encoding)
    except UnicodeEncodeError:
        same = False
    if not same:
        what = f"its encoding, {encoding}, can't be written again byte for byte"
        raise SourceError(what, where=path, hint="save it as UTF-8")
    write_atomic(path, written)
    return True


def with_place(text: str, place: AlsoAt, *, path: Path | None = None) -> str:
    """A source's text with one place more; the same text where it has that place."""
    parts = frontmatter.parts(text, path=path)
    newline = "\r\n" if "\r\n" in text else "\n"
    if parts is None:
        added = frontmatter.write({"also_at": (place,)}) + "\n"
        return added.replace("\n", newline) + text
    opening, header, closing, body = parts
    before = frontmatter.parse(header, path=path)
    there = before.get("also_at", ())
    if is_among(place, there):
        return text
    new = _inserted(header, place, newline)
    try:
        after = frontmatter.parse(new, path=path)
    except SourceError:
        after = {}
    if after != {**before, "also_at": (*there, place)}:
        what = "its front matter is written so that nothing can be added to it"
        raise SourceError(what, where=path, line=1, hint=_BY_HAND)
    return opening + new + closing + body


def is_among(place: AlsoAt, there: tuple[AlsoAt, ...]) -> bool:
    """Whether a place is one of these: the same address, or without one the same paper."""
    if place.url:
        return any(known.key(place.url) == known.key(other.url or "") for other in there)
    return any(place.publisher == other.publisher for other in there)


def is_known(place: AlsoAt, source: Source) -> bool:
    """Whether a place is the source's own, or among those it is said to be at."""
    own = AlsoAt(source.url, source.publisher, source.published)
    return is_among(place, (own, *source.also_at))


def _inserted(header: str, place: AlsoAt, newline: str) -> str:
    """The YAML with the place below those it has, or as its last lines."""
    root = yaml.compose(header, Loader=yaml.SafeLoader)
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    found = [value for key, value in pairs if key.value == "also_at"]
    if not found:
        return header + _lines([place], newline, heading=True)
    value = found[0]
    if isinstance(value, yaml.SequenceNode) and value.value and not value.flow_style:
        end = _end_of_line(header, _end(value))
        lines = _lines([place], newline, indent=value.start_mark.column)
        return header[:end] + lines + header[end:]
    # One address, an empty value or a list in brackets: a list of lines takes its place.
    places = (*frontmatter.parse(header).get("also_at", ()), place)
    start = header.rindex(":", 0, value.start_mark.index) + 1
    rest = header[value.end_mark.index :]
    return header[:start] + newline + _lines(places, newline).rstrip("\r\n") + rest


def _lines(
    places: list[AlsoAt] | tuple[AlsoAt, ...],
    newline: str,
    *,
    indent: int = 2,
    heading: bool = False,
) -> str:
    lines = frontmatter.places(places, indent=indent)
    return ("also_at:\n" * heading + lines).replace("\n", newline)


def _end(node: yaml.Node) -> yaml.Mark:
    """Where the last word of a value ends; a block's own end is where the next key begins."""
    if not isinstance(node, yaml.CollectionNode) or node.flow_style or not node.value:
        return node.end_mark
    last = node.value[-1]
    return _end(last[1] if isinstance(last, tuple) else last)


def _end_of_line(text: str, mark: yaml.Mark) -> int:
    """The index behind the line that a mark stands in; a block scalar ends at a line's start."""
    if mark.column == 0:
        return int(mark.index)
    end = text.find("\n", mark.index)
    return len(text) if end < 0 else end + 1
