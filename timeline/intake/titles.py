"""A page's title, without the name of its site."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from timeline.intake.walk import squeeze

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BARS = re.compile(
    r"\s+[|·•»«:—–-]+\s+|\s*[|｜]\s*|(?<=[\w\"'”’»)]):\s"
    r"|(?<=[^\x00-\x7f])[_-](?=[^\x00-\x7f])"
)
_TITLE = re.compile(r"(?:^|\s)(?:headline|name|(?:entry|post)-title)(?=$|\s)")
_LONG = 400  # characters
_HEADS = 100  # headings that are looked at
_MOST = 12  # bars that are looked at


def title(
    root: HtmlElement, given: Iterable[str | None], *, publisher: str | None, url: str | None
) -> str | None:
    """The title: the heading people see where the page's data confirm it, else as these say.

    `given` are titles from the page's data, the best first.
    """
    heads = [_line(element.text_content()) for element in _heads(root)]
    whole = next((_line(element.text_content()) for element in root.iter("title")), "")
    whole = whole if len(whole) <= _LONG else ""
    site = _letters(publisher or "")
    host = _letters((urlsplit(url or "").hostname or "").removeprefix("www.").rpartition(".")[0])
    told = [_bare(_line(one), heads, site, host) for one in given if one and len(one) <= _LONG]
    told += [_bare(whole, heads, site, host)] if whole else []
    told = [one for one in told if one]
    keys = [_letters(one) for one in told]
    for key in keys:  # the best first: a heading with the site's name may stand above the title
        for head in heads:
            own = _letters(head)
            if own and own != site and len(head) <= _LONG and _agree(own, key):
                return head
    alone = heads[0] if len(heads) == 1 and len(heads[0]) <= _LONG else None
    if alone and (not told or keys[0] in _letters(alone)):
        return alone
    return next(iter(told), None)


def _heads(root: HtmlElement) -> list[HtmlElement]:
    """Those marked as the article's title, then every <h1>."""
    every = [
        (bool(_TITLE.search(_marks(element))), element) for element in root.iter("h1", "h2", "h3")
    ]
    marked = [element for is_marked, element in every if is_marked]
    plain = [element for is_marked, element in every if element.tag == "h1" and not is_marked]
    whole = next((_line(element.text_content()) for element in root.iter("title")), "")[:_LONG]
    told = [
        element for _, element in every[:_HEADS] if _begins(whole, _line(element.text_content()))
    ]
    return [
        *marked[:_HEADS],
        *plain[:_HEADS],
        *(element for element in told if element not in plain),
    ]


def _begins(whole: str, head: str) -> bool:
    """Whether a heading stands at the beginning of the page's own title, to a word's end."""
    rest = whole[len(head) :]
    return len(head) >= 15 and whole.startswith(head) and not rest[:1].isalnum()


def _marks(element: HtmlElement) -> str:
    return f"{element.get('itemprop') or ''} {element.get('class') or ''}"


def _line(text: str) -> str:
    """A title has no spaces of other kinds: it is a fact, not the text of record."""
    return " ".join(squeeze(text).split())


def _agree(head: str, given: str) -> bool:
    """The same words, or one cut short of the other."""
    short, long = sorted((head, given), key=len)
    return (
        head == given
        or (len(short) >= 20 and long.startswith(short))
        or (len(short) >= 10 and len(short) > 0.6 * len(long) and short in long)
    )


def _bare(text: str, heads: list[str], site: str, host: str) -> str:
    """Without the site's name at its end or its beginning."""
    parts = list(_BARS.finditer(text))
    if whole := _heading_in(text, parts, heads):
        return whole
    for bar in parts:
        before, behind = text[: bar.start()].strip(), text[bar.end() :].strip()
        if before and _is_site(behind, site, host):
            return before
    for bar in parts[:1]:
        before, behind = text[: bar.start()].strip(), text[bar.end() :].strip()
        if behind and _is_site(before, site, host):
            return behind
    last = text.rfind("|")
    if last > 0 and len(text[last:].split()) <= 6:  # no title has a bar in it
        return text[: text.find("|")].strip() or text
    return text


def _heading_in(text: str, parts: list[re.Match[str]], heads: list[str]) -> str | None:
    """What stands between two bars, or a bar and an end, where a heading says the same."""
    starts = [0, *(bar.end() for bar in parts[:_MOST])]
    ends = [*(bar.start() for bar in parts[:_MOST]), len(text)]
    between = [text[start:end].strip() for start in starts for end in ends if start < end]
    keys = {_letters(one): one for one in between if one != text.strip()}
    found = next((keys[key] for head in heads if (key := _letters(head)) and key in keys), None)
    return found or next((head for head in heads if _begins(text, head)), None)


def _is_site(text: str, site: str, host: str) -> bool:
    key = _letters(_BARS.split(text)[-1])
    return bool(key) and (
        _letters(text) == site
        or key == site
        or key in (host, f"the{host}")
        or (len(key) >= 5 and (key in host or (bool(site) and key in site)))
    )


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()
