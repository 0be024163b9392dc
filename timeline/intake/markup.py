"""Bytes of a page -> a tree of elements, and out of it what nobody sees."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from timeline.errors import SourceError
from timeline.intake.article import Original
from timeline.intake.libraries import missing_for_web
from timeline.readers.decode import decode

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LIMIT = 20_000_000  # bytes; the longest articles with their pictures inside have some 10 MB
DEPTH = 1000  # elements within each other; browsers stop at 512
MOST = 500_000  # elements of a page; the longest manuals on one page have half of that
_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_XML = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""")
_WINDOW = 4096  # bytes in which a page names its encoding
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")
_DAMAGED = 0.001  # of a page's characters; more of them, and the encoding is another
# What browsers read under these names, because the web means it.
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
_UNSEEN = frozenset(
    "script style noscript template svg iframe object embed applet canvas audio video map head"
    " button input select textarea dialog datalist meter progress frameset"
    " del s strike".split()  # struck out: what the page says no longer
)
_INLINE = frozenset("span a b i em strong small sup sub abbr time mark font u s q cite".split())
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HIDDEN_CLASS = re.compile(
    r"(?:^|\s)(?:visually-?hidden|sr-only|screen-reader(?:-text|-only)?|element-invisible"
    r"|is-hidden|d-none|hidden|offscreen|off-screen|a11y-hidden|mw-empty-elt|print-only)(?:\s|$)",
    re.IGNORECASE,
)


def tree(original: Original) -> tuple[HtmlElement, str]:
    """The page's root element, and the name of its encoding.

    Raises SourceError where the page is too long, no text, empty, or nested beyond DEPTH.
    """
    size = len(original.data)
    if size > LIMIT:
        raise SourceError(
            f"is too large: {size / 1e6:.0f} MB, and the limit for a page is {LIMIT / 1e6:.0f} MB",
            where=original.where,
            hint="save the article alone, or its text",
        )
    text, encoding = decoded(original)
    return parse(text, where=original.where), encoding


def parse(text: str, *, where: object = None) -> HtmlElement:
    """The root element of a page's text. Raises SourceError as `tree` does."""
    place = where if where is None else str(where)
    try:
        from lxml import etree, html
    except ImportError:
        raise missing_for_web(place) from None
    if not text.strip():
        raise SourceError("is empty", where=place, hint="save the page again")
    # Without huge_tree whatever stands deeper than 255 elements is dropped without a word.
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True)
    try:
        root = html.document_fromstring(
            _CONTROLS.sub("", text).encode("utf-8", "replace"), parser=parser
        )
    except (etree.ParserError, etree.XMLSyntaxError):
        root = None
    if root is None:
        raise SourceError("holds no page", where=place, hint="save the page again")
    _check_size(root, place)
    return root


def decoded(original: Original) -> tuple[str, str]:
    """The page's text and its encoding.

    By its byte order mark; as UTF-8 where that reads all of it, since other text doesn't by
    chance; as the server says, as the page says; else as `readers.decode` recognises it.
    """
    data = original.data
    marked = data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    labels = [] if marked else [original.charset, *_named(data)]
    names = list(dict.fromkeys(filter(None, map(_known, labels))))
    for name in names if data.isascii() or marked else ("utf-8", *names):
        try:
            return data.decode(name), name
        except UnicodeError:
            continue
    for name in names:
        text = data.decode(name, "replace")
        if text.count("\ufffd") <= _DAMAGED * len(text):
            return text, name
    try:
        return decode(data)
    except SourceError as error:
        raise SourceError(error.what, where=original.where, hint=error.hint) from None


def _named(data: bytes) -> list[str]:
    found = (pattern.search(data[:_WINDOW]) for pattern in (_XML, _META))
    return [match[1].decode("ascii", "ignore") for match in found if match]


def _known(label: str | None) -> str | None:
    """Python's name of an encoding for text of single bytes; None where it knows none."""
    try:
        name = codecs.lookup((label or "").strip()).name
        b"".decode(name)
    except (LookupError, ValueError, UnicodeError):
        return None
    # A page that names UTF-16 in its own ASCII can't be in it; UTF-7 is a way to hide scripts.
    if name.startswith(("utf-16", "utf-32", "utf-7")) or not isinstance(_decode(name), str):
        return None
    return _MEANT.get(name, name)


@lru_cache(maxsize=64)
def _decode(name: str) -> object:
    """What an empty text is in this codec; some of Python's give no text."""
    try:
        return codecs.decode(b"", name)
    except Exception:  # zlib and others of Python's own that are no encodings of text
        return None


def _check_size(root: HtmlElement, where: str | None) -> None:
    from lxml import etree

    depth = count = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        count += event == "start"
        if depth > DEPTH or count > MOST:
            deep = f"is nested too deeply: more than {DEPTH:,} elements within each other"
            what = deep if depth > DEPTH else f"has more than {MOST:,} elements"
            raise SourceError(what, where=where, hint="open it in a browser and save its text")


def drop_unseen(root: HtmlElement) -> None:
    """Take out, in place, whatever a browser doesn't show as text of the page."""
    from lxml import etree

    for comment in list(root.iter(etree.Comment, etree.ProcessingInstruction, etree.Entity)):
        drop(comment)
    for element in list(root.iter()):
        if element.getparent() is not None and _is_unseen(element):
            drop(element)


def drop(element: HtmlElement) -> None:
    """Take an element out with all that is in it; the text behind it stays."""
    parent = element.getparent()
    if parent is None:
        return
    tail = element.tail or ""
    if tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + tail
        else:
            before.tail = (before.tail or "") + tail
    parent.remove(element)


def summed(root: HtmlElement, own: Mapping[HtmlElement, int]) -> dict[HtmlElement, int]:
    """What each element and all in it have together, of what each has by itself; in one pass."""
    sums = dict(own)
    for element in reversed(list(root.iter())):
        parent = element.getparent()
        if element is not root and parent is not None and element in sums:
            sums[parent] = sums.get(parent, 0) + sums[element]
    return sums


def _is_unseen(element: HtmlElement) -> bool:
    tag = str(element.tag)
    if tag in _UNSEEN:
        return True
    get = element.get
    if get("hidden") is not None or _HIDDEN_STYLE.search(get("style") or ""):
        return True
    if tag not in _INLINE and (get("aria-hidden") or "").lower() == "true":
        return True  # an initial letter is hidden like this from screen readers, but seen
    return tag not in ("html", "body") and bool(_HIDDEN_CLASS.search(get("class") or ""))
