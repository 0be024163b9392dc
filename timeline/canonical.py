"""The one way an event file is written: fixed key order, one scalar a line, dates quoted.

A change to one event is then a change to the lines of that event, and to no others.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from typing import Any

import yaml
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, SingleQuotedScalarString

from timeline.model import Citation, Event
from timeline.schema import SCHEMA_NAME

SCHEMA_LINE = f"# yaml-language-server: $schema=.{SCHEMA_NAME}"

EVENT_KEYS = (
    *("id", "when", "title", "kind", "status", "who", "where", "tags", "summary", "note", "order"),
    *("same_as", "not_same_as", "slug", "calendar", "image", "citations", "date_from"),
    *("salience", "proposed_by", "digest"),
)
ALWAYS = frozenset(
    {"id", "when", "title", "kind", "status", "who", "where", "tags", "citations", "date_from"}
)
CITATION_KEYS = ("source", "url", "paragraph", "quote", "said")
LISTS = frozenset({"who", "where", "tags", "not_same_as"})
QUOTED = frozenset({"when"})
_REFUSALS = (YAMLError, ValueError, TypeError, AttributeError, NotImplementedError)
_UNBROKEN = 1_000_000  # columns: no scalar is ever folded onto a second line
_COMMENT = re.compile(r"#[^\r\n\x85\u2028\u2029]*")
_BREAK = re.compile("[\n\r\x85\u2028\u2029]")


def render_header(source: str, extractor: str, comments: Iterable[str] = ()) -> str:
    """The lines before the events. `comments` are people's own, kept above the fields."""
    lines = [SCHEMA_LINE, *(c for c in comments if c != SCHEMA_LINE)]
    fields = {"source": source, "extractor": extractor}
    pairs = [(_scalar(key), _scalar(value)) for key, value in fields.items()]
    return "\n".join(lines) + "\n" + _serialize(_mapping(pairs))


def render_event(event: Event, comments: Iterable[str] = ()) -> str:
    """One event as a block of lines: the comments, then `- id:` and its other fields."""
    pairs = []
    for key in EVENT_KEYS:
        value = getattr(event, key)
        if value is None and key not in ALWAYS:
            continue
        pairs.append((_scalar(key), _field(key, value)))
    return "".join(f"{c}\n" for c in comments) + _serialize(_sequence([_mapping(pairs)]))


def render_field(event: Event, key: str) -> str:
    """One field's line without its indent; empty for a field that isn't written."""
    value = getattr(event, key)
    if value is None and key not in ALWAYS:
        return ""
    return _serialize(_mapping([(_scalar(key), _field(key, value))])).removesuffix("\n")


def render_scalar(value: object) -> str:
    """One value as it stands behind its key."""
    text = _serialize(_mapping([(_scalar("key"), _scalar(value))]))
    return text.removeprefix("key: ").removesuffix("\n")


def render_file(header: str, blocks: Iterable[str]) -> str:
    """A whole event file from its header and its blocks, one blank line between them."""
    parts = [block.rstrip("\r\n") + "\n" for block in blocks]
    if not parts:
        return f"{header}events: []\n"
    return f"{header}events:\n\n" + "\n".join(parts)


def reformat_block(block: str) -> str | None:
    """A block with comments in canonical form, or None where the parser can't read it.

    The parser that keeps comments loses some (inside flow lists) and refuses some YAML (tabs):
    the caller compares before and after.
    """
    try:
        return _dump(_arrange_all(_round_trip().load(block)))
    except _REFUSALS:
        return None


def reformat_file(text: str) -> str | None:
    """A file that can't be cut into blocks, laid out so that it can; see `reformat_block`."""
    try:
        data = _round_trip().load(text)
        _reorder(data, ("source", "extractor", "events"))
        if data.get("events"):
            data["events"].fa.set_block_style()
            _arrange_all(data["events"])
        data.fa.set_block_style()
        return _dump(data)
    except _REFUSALS:
        return None


def comments_in(text: str) -> list[str]:
    """The comments of a piece of YAML, each from its `#` to the end of its line."""
    if "#" not in text:
        return []
    return [c.rstrip() for gap in _gaps(text) for c in _COMMENT.findall(gap)]


def _gaps(text: str) -> Iterator[str]:
    """What stands between the scalars; a block scalar's own first line counts (`| # why`)."""
    end = 0
    for token in yaml.scan(text, Loader=yaml.CSafeLoader):
        if isinstance(token, yaml.ScalarToken):
            yield text[end : token.start_mark.index]
            end = token.end_mark.index
            if token.style in ("|", ">"):
                yield text[token.start_mark.index : end].splitlines()[0]
    yield text[end:]


def _field(key: str, value: Any) -> yaml.Node:
    if key in LISTS:
        return _sequence([_scalar(name) for name in value], flow=True)
    if key == "citations":
        return _sequence([_citation(c) for c in value], flow=not value)
    return _scalar(value, quoted=key in QUOTED)


def _citation(citation: Citation) -> yaml.Node:
    pairs = []
    for key in CITATION_KEYS:
        value = getattr(citation, key)
        if value is not None:
            pairs.append((_scalar(key), _scalar(value)))
    return _mapping(pairs)


def _scalar(value: Any, *, quoted: bool = False) -> yaml.ScalarNode:
    if isinstance(value, int):
        return yaml.ScalarNode("tag:yaml.org,2002:int", str(value))
    if isinstance(value, float):
        return yaml.ScalarNode("tag:yaml.org,2002:float", f"{value:.2f}")
    text = str(value)
    style = "'" if quoted or not text else None
    if _BREAK.search(text):
        style = '"'  # written as \n, so that the scalar stays on its line
    return yaml.ScalarNode("tag:yaml.org,2002:str", text, style=style)


def _sequence(items: list[Any], *, flow: bool = False) -> yaml.SequenceNode:
    return yaml.SequenceNode("tag:yaml.org,2002:seq", items, flow_style=flow)


def _mapping(pairs: list[Any]) -> yaml.MappingNode:
    return yaml.MappingNode("tag:yaml.org,2002:map", pairs, flow_style=False)


def _serialize(node: yaml.Node) -> str:
    text = yaml.serialize(node, Dumper=yaml.CSafeDumper, allow_unicode=True, width=_UNBROKEN)
    assert isinstance(text, str)
    return text


def _round_trip() -> YAML:
    parser = YAML(typ="rt")
    parser.preserve_quotes = True
    parser.width = _UNBROKEN
    parser.indent(mapping=2, sequence=2, offset=0)
    return parser


def _dump(data: Any) -> str:
    out = io.StringIO()
    _round_trip().dump(data, out)
    return out.getvalue()


def _arrange_all(events: CommentedSeq) -> CommentedSeq:
    for event in events:
        _arranged(event)
    return events


def _arranged(event: CommentedMap) -> CommentedMap:
    """Key order, list styles and quotes as `render_event` has them; comments stay put."""
    event.fa.set_block_style()
    _reorder(event, EVENT_KEYS)
    for key, value in event.items():
        if isinstance(value, CommentedSeq):
            if key in LISTS or not value:
                value.fa.set_flow_style()
            else:
                value.fa.set_block_style()
                for citation in value:
                    citation.fa.set_block_style()
                    _reorder(citation, CITATION_KEYS)
                    _unfold(citation)
    _unfold(event)
    return event


def _unfold(mapping: CommentedMap) -> None:
    for key, value in mapping.items():
        if isinstance(value, str) and _BREAK.search(value):
            mapping[key] = DoubleQuotedScalarString(value)
        elif key in QUOTED:
            mapping[key] = SingleQuotedScalarString("" if value is None else str(value))


def _reorder(mapping: CommentedMap, keys: tuple[str, ...]) -> None:
    for key in keys:
        if key in mapping:
            mapping.move_to_end(key)
