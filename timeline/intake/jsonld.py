"""schema.org data in a page's scripts -> what it says of the article, however badly written."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Node = dict[str, Any]

_ARTICLES = re.compile(r"(?:\w*Article|BlogPosting|LiveBlogPosting|Report|SocialMediaPosting)$")
_PAGES = frozenset("WebPage ItemPage Blog CreativeWork".split())
_WITHIN = ("@graph", "mainEntity", "mainEntityOfPage")
_LONG = 2_000_000  # characters of a script
_MOST = 5_000  # nodes that are looked at
_LOOSE = re.compile(
    r'"(headline|datePublished|dateModified|dateCreated|inLanguage)"\s*:\s*"((?:[^"\\\n]|\\.){1,300})"'
)
_COMMENTS = re.compile(
    r"^\s*(?://\s*)?(?:<!--|<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|"
    r"(?://\s*)?(?:-->|\]\]>|/\*\s*\]\]>\s*\*/)\s*$"
)
_COMMA = re.compile(r",(\s*[}\]])")


def article(root: HtmlElement) -> Node:
    """The node of the page's article, else of the page; empty where there is none.

    `author` and `publisher` that only name another node (`@id`) are that node.
    """
    nodes = [node for script in _scripts(root) for node in _nodes(script)]
    named = {
        node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 2
    }
    of_pages = [node for node in nodes if _PAGES & set(_types(node))]
    articles = [node for node in nodes if any(_ARTICLES.search(kind) for kind in _types(node))]
    best = max(articles or of_pages, key=lambda node: "datePublished" in node, default={})
    return {key: _followed(value, named) for key, value in best.items()}


def text(value: object) -> str | None:
    """A value as text: the first of a list, the name of a thing; None where there is none."""
    for one in value if isinstance(value, list) else [value]:
        found = one.get("name") or one.get("@value") if isinstance(one, dict) else one
        if isinstance(found, list):
            found = found[0] if found else None
        if isinstance(found, str | int | float) and not isinstance(found, bool):
            return _plain(str(found)) or None
    return None


def names(value: object) -> list[str]:
    """The names of all people or bodies in a value."""
    values = value if isinstance(value, list) else [value]
    found = (text(one) for one in values[:20])
    return list(dict.fromkeys(filter(None, found)))


def _plain(written: str) -> str:
    return " ".join(html.unescape(re.sub(r"</?[a-z][^>]{0,200}>", "", written)).split(" ")).strip()


def _followed(value: object, named: dict[str, Node]) -> object:
    if isinstance(value, list):
        return [_followed(one, named) if isinstance(one, dict) else one for one in value]
    if isinstance(value, dict) and isinstance(value.get("@id"), str) and "name" not in value:
        return named.get(value["@id"], value)
    return value


def _types(node: Node) -> list[str]:
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return [kind.rpartition("/")[2] for kind in kinds if isinstance(kind, str)]


def _scripts(root: HtmlElement) -> Iterator[object]:
    for script in root.iter("script"):
        kind = (script.get("type") or "").lower()
        written = script.text_content()
        if "ld+json" in kind and len(written) <= _LONG:
            yield _read(written)


def _read(written: str) -> object:
    """What a script holds; where it is broken, the facts that can be picked out of it."""
    bare = _COMMENTS.sub("", _COMMENTS.sub("", written)).strip().rstrip(";")
    for attempt in (bare, _COMMA.sub(r"\1", bare), html.unescape(bare)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    loose: Node = {}
    for found in _LOOSE.finditer(bare):
        loose.setdefault(found[1], found[2].replace('\\"', '"').replace("\\/", "/"))
    return {"@type": "Article", **loose} if loose else None


def _nodes(top: object) -> Iterator[Node]:
    waiting: list[object] = [top]
    for _ in range(_MOST):
        if not waiting:
            return
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting[:0] = value[:_MOST]
        elif isinstance(value, dict):
            yield value
            waiting.extend(_inner(value))


def _inner(node: Node) -> Sequence[object]:
    found = [node[key] for key in _WITHIN if isinstance(node.get(key), dict | list)]
    people = [node[key] for key in ("author", "publisher") if isinstance(node.get(key), dict)]
    return [*found, *people]
