"""Text of others -> HTML that no later step can read as markup.

Pages pass through a Markdown parser with unknown extensions, perhaps through other plugins
(Jinja macros, snippets), and only then reach a browser. Everything that any of these could take
for syntax is written as a character reference, which all of them leave alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import Any
from urllib.parse import quote as percent
from urllib.parse import urlsplit

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup

# Letters, digits, spaces and the marks below mean nothing to any of them. A hyphen beside
# another hyphen could be a snippet, a comment or a dash.
_ACTIVE = re.compile(r"[^\w\s,.;()/#\-‐-⁞«»]|_|-(?=-)|(?<=-)-")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")
_OWN_ADDRESS = re.compile(r"[a-zA-Z0-9./]*(?:-[a-zA-Z0-9./]+)*#?[a-zA-Z0-9.]*(?:-[a-zA-Z0-9.]+)*")
_SPACE = re.compile(r"\s+")
_BLANK_LINES = re.compile(r"\n\s*")
_MANY_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")
_FRAGMENT_WORDS = 5
_WEB_SCHEMES = frozenset({"http", "https", "mailto"})
_TITLE_MARKS = str.maketrans({"<": "‹", ">": "›", "{": "(", "}": ")", "&": "&amp;", '"': "”"})


@lru_cache(maxsize=8192)  # names, dates and places on the axis come again and again
def encode(text: str) -> Markup:
    """The text as HTML for content and for quoted attributes, inert in Markdown and Jinja too.

    White space becomes single spaces, and control characters vanish.
    """
    clean = _SPACE.sub(" ", _CONTROL.sub("", text))
    return Markup(_ACTIVE.sub(lambda match: f"&#{ord(match.group())};", clean))


def plain_title(text: str) -> str:
    """The text for a page's `title`, which themes put unescaped into several kinds of place.

    Angle brackets and braces become look-alikes; the page's own heading shows the exact words.
    """
    return _SPACE.sub(" ", _CONTROL.sub("", text)).strip().translate(_TITLE_MARKS)


def front_matter(
    title: str, *, hide: Sequence[str] = (), boost: float | None = None, searched: bool = True
) -> Markup:
    """YAML for MkDocs and Material: JSON strings are YAML strings, and braces are gone."""
    lines = [f"title: {json.dumps(plain_title(title), ensure_ascii=False)}"]
    if hide:
        lines += ["hide:", *(f"  - {part}" for part in hide)]
    if not searched:
        lines += ["search:", "  exclude: true"]
    elif boost is not None:
        lines += ["search:", f"  boost: {boost}"]
    return Markup("\n".join(("---", *lines, "---")))


def web_url(url: str | None) -> str | None:
    """The address if it is safe to link to (http, https, mailto), else None."""
    if not url or _CONTROL.search(url) or _SPACE.search(url.strip()):
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:  # such as an unclosed IPv6 bracket
        return None
    if parts.scheme.lower() not in _WEB_SCHEMES:
        return None
    return url.strip() if parts.netloc or parts.scheme.lower() == "mailto" else None


def at_quote(url: str | None, quote: str) -> str | None:
    """The address with a text fragment, so that browsers scroll to the quote and mark it.

    Long quotes are named by their first and last words. An address that has a fragment keeps it.
    """
    words = quote.split()
    if url is None or not words or "#" in url or url.lower().startswith("mailto:"):
        return url
    ends = (
        [words]
        if len(words) <= 2 * _FRAGMENT_WORDS
        else [words[:_FRAGMENT_WORDS], words[-_FRAGMENT_WORDS:]]
    )
    # A hyphen, a comma and an ampersand mean something in a text fragment.
    parts = (percent(" ".join(end), safe="").replace("-", "%2D") for end in ends)
    return f"{url}#:~:text={','.join(parts)}"


def render(name: str, /, **values: object) -> str:
    """A template of `templates/` filled in. Whatever it prints is encoded, unless Markup."""
    return template(name)(**values)


@cache
def template(name: str) -> Callable[..., str]:
    """What `render` does for a template, for whoever fills it in ten thousand times."""
    fill = _environment().get_template(name).render

    def filled(**values: object) -> str:
        return _MANY_BLANK_LINES.sub("\n\n", fill(values)).strip() + "\n"

    return filled


def _block(html: str) -> Markup:
    """HTML without blank lines: so CommonMark parsers, too, keep it as one raw block."""
    return Markup(_BLANK_LINES.sub("\n", html).strip() + "\n")


def _address(url: str) -> Markup:
    """One of our own addresses: no character in it needs a reference, which would cost space."""
    return Markup(url) if _OWN_ADDRESS.fullmatch(url) else encode(url)


class _Once(CodeGenerator):
    """What a template prints is encoded by `_finalize`; jinja need not look at it once more."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(finalize.src or "escape(")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(")")


class _Environment(jinja2.Environment):
    code_generator_class = _Once


@cache
def _environment() -> jinja2.Environment:
    environment = _Environment(
        loader=jinja2.PackageLoader("timeline.site", "templates"),
        autoescape=True,
        auto_reload=False,  # else every page looks for changed templates
        finalize=_finalize,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["block"] = _block
    environment.filters["address"] = _address
    return environment


def _finalize(value: object) -> object:
    """Encode whatever a template prints, unless it is markup already."""
    if value is None:
        return ""
    return value if isinstance(value, Markup) else encode(str(value))
