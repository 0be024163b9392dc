"""The facts about a source: YAML between two `---` lines at the top of its file.

Values are taken as they are written, so that `2015-09-25`, `2014` and `no` (Norwegian) need no
quotes: what YAML would make of them is never asked.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

from timeline.errors import SourceError, WhenError
from timeline.model import AlsoAt
from timeline.when import When

KEYS = (
    "title",
    "published",
    "updated",
    "author",
    "publisher",
    "url",
    "archived",
    "also_at",
    "language",
    "licence",
    "retrieved",
    "original",
    "sha256",
    "pages",
    "publish",
)
ALSO_KEYS = ("url", "publisher", "published")  # of each place in also_at
PUBLISH = ("full", "cited", "none")
LIMIT = 64 * 1024  # characters; a longer one is no front matter

_OPEN = re.compile(r"---[ \t]*(?:\r\n|\r|\n)")
_CLOSE = re.compile(r"(?:^|(?<=[\r\n]))---[ \t]*(?:\r\n|\r|\n|\Z)")
_OTHER_NAMES = {
    "date": "published",
    "also": "also_at",
    "lang": "language",
    "link": "url",
    "license": "licence",
    "accessed": "retrieved",
    "byline": "author",
    "headline": "title",
}
_PLAIN_TAGS = frozenset(
    f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "timestamp", "null")
)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


def parts(text: str, *, path: Path | None = None) -> tuple[str, str, str, str] | None:
    """(opening line, YAML, closing line, body), which joined are the text; None without any.

    Raises SourceError where the closing line is missing.
    """
    start = _OPEN.match(text)
    if start is None:
        return None
    end = _CLOSE.search(text, start.end(), start.end() + LIMIT)
    if end is None:
        raise SourceError(
            "the front matter has no end",
            where=path,
            line=1,
            hint="a line --- after the last key; or an empty line before a --- that is a rule",
        )
    return start[0], text[start.end() : end.start()], end[0], text[end.end() :]


def parse(header: str, *, path: Path | None = None) -> dict[str, Any]:
    """The facts that are given, checked, as written; line 1 of `header` is the file's line 2.

    Each is text, but `also_at`, a tuple of AlsoAt. Raises SourceError (path, line, what, what
    to try) for broken YAML, anything but a mapping of known keys to such values, and values that
    can't be: dates that are no EDTF, a `publish` other than full, cited or none, a `url` that
    isn't http.
    """
    node = _compose(header, path)
    if node is None:
        return {}
    if not isinstance(node, yaml.MappingNode):
        raise SourceError(
            "the front matter is no mapping", where=path, line=2, hint="lines such as title: ..."
        )
    try:
        return _facts(node, KEYS)
    except (SourceError, WhenError) as error:
        raise SourceError(error.what, where=path, line=error.line, hint=error.hint) from None


def _facts(node: yaml.MappingNode, keys: tuple[str, ...]) -> dict[str, Any]:
    """The checked facts of a mapping; errors have the line of their key."""
    facts: dict[str, Any] = {}
    for key_node, value_node in node.value:
        try:
            key = _key(key_node, facts, keys)
            value = _also_at(value_node) if key == "also_at" else _scalar(key, value_node)
            if value:
                facts[key] = check(key, value) if isinstance(value, str) else value
        except (SourceError, WhenError) as error:
            line = error.line or key_node.start_mark.line + 2
            raise SourceError(error.what, line=line, hint=error.hint) from None
    return facts


def _also_at(node: yaml.Node) -> tuple[AlsoAt, ...]:
    """A list of addresses, or of mappings with url, publisher and published; one may stand alone.

    Raises SourceError with its line.
    """
    items = node.value if isinstance(node, yaml.SequenceNode) else [node]
    return tuple(place for item in items if (place := _place(item)))


def _place(node: yaml.Node) -> AlsoAt | None:
    line = node.start_mark.line + 2
    if isinstance(node, yaml.MappingNode):
        facts = _facts(node, ALSO_KEYS)
        if "url" in facts or "publisher" in facts:
            return AlsoAt(**facts)
        what = "a place in also_at has no url and no publisher"
        raise SourceError(what, line=line, hint="- url: https://example.net/talks")
    try:
        url = _scalar("a place in also_at", node)
        return AlsoAt(check("url", url)) if url else None
    except SourceError as error:
        raise SourceError(f"also_at: {error.what}", line=line, hint=error.hint) from None


def check(key: str, value: str) -> str:
    """A value as it goes into a Source; SourceError or WhenError without a place if it can't."""
    value = " ".join(value.split())
    checked = _CHECKS.get(key)
    if checked is not None:
        checked(key, value)
    return value


def write(facts: Mapping[str, Any], comments: Mapping[str, str] = MappingProxyType({})) -> str:
    """Front matter for these facts, in the order of KEYS, with both `---` lines.

    A comment, without its `#`, stands behind the value of its key.
    """
    lines = [
        f"also_at:\n{places(facts[key])}"
        if key == "also_at"
        else line(key, facts[key], comments.get(key, ""))
        for key in KEYS
        if key in facts
    ]
    return "---\n" + "".join(lines) + "---\n"


def places(also_at: Iterable[AlsoAt], *, indent: int = 2) -> str:
    """The lines of a list of places; `indent` is the column of its hyphens."""
    lines = []
    for place in also_at:
        given = [(key, value) for key in ALSO_KEYS if (value := getattr(place, key))]
        for number, (key, value) in enumerate(given):
            mark = "  " if number else "- "
            lines.append(" " * indent + mark + line(key, value))
    return "".join(lines)


def line(key: str, value: str, comment: str = "") -> str:
    """One line of YAML; quoted only where it would be read as something else."""
    written = _line(key, value)
    comment = " ".join(comment.split())
    return f"{written.rstrip()}  # {comment}\n" if comment else written


def _line(key: str, value: str) -> str:
    plain = f"{key}: {value}\n"
    try:
        node = yaml.compose(plain, Loader=yaml.SafeLoader)
        found = node.value[0][1] if isinstance(node, yaml.MappingNode) else None
    except yaml.YAMLError:
        found = None
    dates = key in ("published", "updated", "retrieved")
    same = isinstance(found, yaml.ScalarNode) and found.value == value
    if found and same and (dates or found.tag == "tag:yaml.org,2002:str"):
        return plain
    quoted: str = yaml.safe_dump({key: value}, allow_unicode=True, width=10**9)
    return quoted


def update(
    header: str,
    facts: Mapping[str, str],
    comments: Mapping[str, str] = MappingProxyType({}),
    *,
    without: Collection[str] = (),
) -> str:
    """The YAML with these facts in place of its own, and none of `without`.

    All other lines stay as they are; a comment goes behind the value of its key.
    """
    newline = "\r\n" if "\r\n" in header else "\n"
    lines = re.findall(r"[^\r\n]*(?:\r\n|\r|\n)", header)
    for key in (*facts, *without):
        written = ""
        if key in facts:
            written = line(key, facts[key], comments.get(key, "")).rstrip("\n") + newline
        starts = [n for n, text in enumerate(lines) if re.match(rf"{key}[ \t]*:", text)]
        if not starts:
            lines.append(written)
            continue
        end = starts[0] + 1
        while end < len(lines) and lines[end][:1] in (" ", "\t"):  # the rest of a folded value
            end += 1
        lines[starts[0] : end] = [written]  # an empty one is none
    return "".join(lines)


def _compose(header: str, path: Path | None) -> yaml.Node | None:
    node: yaml.Node | None
    try:
        node = yaml.compose(header, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, RecursionError):
        pass  # asked once more below, as the slow loader has the better words for what is wrong
    else:
        return node
    try:
        node = yaml.compose(header, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        number = mark.line + 2 if mark else 2
        problem = error.problem or error.context or "it can't be read"
        hint = "quote a value that holds ': ' or '#', as in title: 'Talks: day two'"
        raise SourceError(
            f"the front matter is no YAML: {problem}", where=path, line=number, hint=hint
        ) from None
    except (yaml.YAMLError, RecursionError):
        raise SourceError(
            "the front matter is no YAML", where=path, line=2, hint="lines such as title: ..."
        ) from None
    return node


def _key(node: yaml.Node, facts: Mapping[str, Any], keys: tuple[str, ...]) -> str:
    key = node.value if isinstance(node, yaml.ScalarNode) else "(a list or mapping)"
    if key in facts:
        raise SourceError(f"{key} stands here twice", hint="keep one of them")
    if key in keys:
        return str(key)
    near = _OTHER_NAMES.get(key.lower()) or next(iter(difflib.get_close_matches(key, keys, 1)), "")
    meant = f"{near}? " if near in keys else ""
    raise SourceError(f"there is no key {key!r:.60}", hint=f"{meant}The keys are {', '.join(keys)}")


def _scalar(key: str, node: yaml.Node) -> str | None:
    if not isinstance(node, yaml.ScalarNode) or node.tag not in _PLAIN_TAGS:
        kind = "a list" if isinstance(node, yaml.SequenceNode) else "a mapping or a tagged value"
        raise SourceError(f"{key} is {kind}, and should be text", hint=f"{key}: 'one text'")
    value = str(node.value)
    return value if value.strip() and node.tag != "tag:yaml.org,2002:null" else None


def _check_date(key: str, value: str) -> None:
    try:
        When.parse(value)
    except WhenError as error:
        raise WhenError(f"{key}: {error.what}", hint=error.hint) from None


def _check_publish(key: str, value: str) -> None:
    if value not in PUBLISH:
        raise SourceError(f"{key} is {value!r:.60}", hint=f"one of {', '.join(PUBLISH)}")


def _check_language(key: str, value: str) -> None:
    if not _LANGUAGE.fullmatch(value):
        raise SourceError(f"{key} is {value!r:.60}, no language code", hint="en, fr, de, pt-BR ...")


def _check_url(key: str, value: str) -> None:
    if not re.match(r"https?://[^\s/]", value, re.IGNORECASE):
        hint = "an address that begins with https://, or `original` for anything else"
        raise SourceError(f"{key} is no web address: {value!r:.60}", hint=hint)


def _check_pages(key: str, value: str) -> None:
    starts = [int(word) if word.isdecimal() else 0 for word in value.split()]
    if not starts or starts[0] < 1 or starts != sorted(starts):
        hint = "the first paragraph of each page, as in pages: 1 5 9"
        raise SourceError(f"{key} is {value!r:.60}", hint=hint)


def _check_sha256(key: str, value: str) -> None:
    if not re.fullmatch("[0-9a-f]{64}", value):
        raise SourceError(f"{key} is {value!r:.60}", hint="64 digits from 0 to f")


_CHECKS: dict[str, Callable[[str, str], None]] = {
    "published": _check_date,
    "updated": _check_date,
    "archived": _check_url,
    "pages": _check_pages,
    "sha256": _check_sha256,
    "retrieved": _check_date,
    "publish": _check_publish,
    "language": _check_language,
    "url": _check_url,
}
