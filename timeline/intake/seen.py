"""The day and the names that stand on a page for people: beside the byline, in marked places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from timeline.errors import SourceError
from timeline.intake import days
from timeline.intake.article import DateFound
from timeline.intake.libraries import missing_for_web
from timeline.intake.walk import squeeze

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Kind = Literal["published", "updated"]

_DATED = re.compile(
    r"(?:^|[-_\s])(?:(?:post|entry|article|story)[-_]?(?:date|time|on|at|ed)"
    r"|(?:pub|publish|published|publication|posted|create)[-_]?(?:date|time|on|at|ed)?"
    r"|date|dateline|timestamp|datum|byline|meta|info|postinfo)(?=$|[-_\s\d])",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"related|recommend|comment|sidebar|teaser|widget(?! Blog)|trending|popular|latest|more-|promo"
    r"|(?<!post-)(?<!entry-)(?<!article-)footer|archive|(?<!v)card|listing|wm-ipp|most-|copyright"
    r"|masthead|top-?bar|(?<![a-z])today|caption",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"comment|related|teaser|card", re.IGNORECASE)  # articles that are others
_UNREAD = ("script", "style", "head", "title", "textarea", "option", "noscript")
_OUTSIDE = frozenset("aside footer nav li table blockquote figure".split())
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6 figure figcaption".split())  # they tell of other days
_RDFA = re.compile(r"(?:^|\s)(?:dc|dcterms|schema):(?:(date(?:Published|Created)?|created|issued)"
                   r"|(?:modified|dateModified))(?=\s|$)")  # fmt: skip
_UPDATED = re.compile(
    r"\b(?:updat\w*|modif\w*|last changed|edited|revised|aktualisiert|geändert|stand"
    r"|mis à jour|modifié\w*|mise à jour|actualizado|aggiornato|обновлено)\b",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"\b(?:published|posted|first published|veröffentlicht|erschienen|publié\w*|publicado"
    r"|pubblicato|опубликовано)\b",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*[|·•–—]\s*|\s+-\s+|(?<=\d)\s*\(|\)|\n")
_SHORT = 160  # characters of a line with a byline and a day
_NEAR = 12  # elements below a title
_MOST = 40  # places that are looked at
_NAMES = re.compile(r"(?:(?:(?:Posted |Written )?[Bb]y|BY|Von|Par|Por|Di)\s+)(.{3,80})")
_BESIDE = "from the day beside the title"
_EARLIEST = "1900-01-01"
_LATEST = "2100-01-01"  # given, because htmldate would ask the clock


def dates(
    root: HtmlElement, *, language: str, latest: str | None
) -> Iterator[tuple[Kind, DateFound]]:
    """The days given in places that are marked as such, in their order on the page.

    Those of microdata are sure; so is the first other one that stands before the text.
    """
    for element, kind in _microdata(root):
        for found in _value(element, "from the page's microdata", language, latest):
            yield kind, found
    looked = 0
    for element in root.iter():
        if looked >= _MOST:
            return
        if not isinstance(element.tag, str) or element.tag in _UNREAD:
            continue
        if element.get("itemprop", "").startswith("date"):
            continue
        said = _said(element.text)
        if said and not re.search(r"\d", element.text_content()[:_SHORT]):
            said = None
        marked = element.tag == "time" or _is_dated(element) or said == "published"
        if said != "updated" and (not marked or _is_elsewhere(element)):
            continue
        looked += 1
        if element.tag in _HEADINGS and not _is_day_alone(element):
            continue
        yield from _told(element, language, latest)


def _told(
    element: HtmlElement, language: str, latest: str | None
) -> Iterator[tuple[Kind, DateFound]]:
    if element.tag in ("time", "abbr"):  # blogs of before 2010 have the day in the title of <abbr>
        for found in _value(element, "from the time mark on the page", language, latest):
            yield _kind(element), found
        return
    text = squeeze(element.text_content())
    if len(text) > _SHORT or next(element.iterdescendants("time"), None) is not None:
        return
    parts = [(_said(part), part) for part in _cut(text)]
    if any(said for said, _ in parts):  # "Meeting of 4 March, posted 11 March"
        parts = [(said, part) for said, part in parts if said]
    for said, part in parts:
        kind = said or _kind(element)
        for found in days.found(part, _BESIDE, language=language, latest=latest):
            yield kind, found


def _cut(text: str) -> Iterator[str]:
    """A line in its parts: at bars and dots, and where it goes on to the other kind of day."""
    for part in filter(None, _PARTS.split(text)):
        words = [found for kind in (_PUBLISHED, _UPDATED) if (found := kind.search(part))]
        places = sorted(found.start() for found in words)
        yield from filter(None, (part[: places[-1]], part[places[-1] :]) if places[1:] else (part,))


def _said(text: str | None) -> Kind | None:
    """What a line calls its day."""
    if not text or len(text) > _SHORT:
        return None
    return "updated" if _UPDATED.search(text) else "published" if _PUBLISHED.search(text) else None


def _is_day_alone(element: HtmlElement) -> bool:
    """A heading that is nothing but a day, as blogs have above the posts of one day."""
    from timeline.temporal import tag

    text = squeeze(element.text_content())
    named = re.search("title|headline", element.get("class") or "")
    if element.tag in ("h1", "figure", "figcaption") or named or not _is_dated(element):
        return False
    if len(text) > 40:
        return False
    return any(len(mention.text) >= len(text) - 1 for mention in tag(text, published=None))


def below_title(root: HtmlElement, *, language: str, latest: str | None) -> Iterator[DateFound]:
    """A day that stands alone between the title and the text, in a place without a mark."""
    after, looked = False, 0
    for element in root.iter():
        if not isinstance(element.tag, str) or element.tag in _UNREAD:
            continue
        own = squeeze(element.text or "")
        if element.tag == "h1":
            after, looked = True, 0
            continue
        looked += after
        if looked > _NEAR or (after and len(own) > _SHORT):
            return
        if after and 6 <= len(own) <= 40 and not _is_elsewhere(element):
            for one in days.found(own, "from a line below the title", language=language,
                                  latest=latest):  # fmt: skip
                yield DateFound(one.value, one.basis, False)


def guess(root: HtmlElement, *, language: str, latest: str | None) -> Iterator[DateFound]:
    """What htmldate makes of the page's text; its first of a month is no day it has read."""
    try:
        import htmldate
        from lxml import html
    except ImportError:
        raise missing_for_web() from None
    text = html.tostring(root, encoding="unicode")
    if len(text) > 2_000_000:
        return
    try:
        found = htmldate.find_date(
            text, original_date=True, min_date=_EARLIEST, max_date=latest or _LATEST
        )
    except (ValueError, RecursionError, SourceError):
        return
    if not found or found.endswith("-01"):
        return
    both = days.readings(root.text_content(), found, language=language, latest=latest)
    for one in both or (found,):
        basis = f"guessed from the page's text{f'; {days.EITHER}' if both else ''}"
        yield DateFound(one, basis, False, offered=True)


def author(root: HtmlElement) -> str | None:
    """The names in the byline; None where none is marked."""
    for element in root.iter():
        if not isinstance(element.tag, str) or not _is_byline(element):
            continue
        text = squeeze(_byline(element))
        told = _NAMES.match(text)
        text = _PARTS.split((told[1] if told else text).split(",")[0])[0].strip()
        if 3 <= len(text) <= 80 and not re.search(r"\d|^(?:by|about)\b", text, re.IGNORECASE):
            return text
    return None


def _byline(element: HtmlElement) -> str:
    """Its words, elements parted by a space, without the day in a `time`."""
    texts = element.xpath(".//text()[not(ancestor::time or ancestor::script or ancestor::style)]")
    return re.sub(r"(?<=\w)\0(?=\w)", " ", "\0".join(texts)).replace("\0", "")


def _is_byline(element: HtmlElement) -> bool:
    marks = " ".join(element.get(key) or "" for key in ("class", "rel", "itemprop"))
    found = re.search(
        r"(?:^|[-_\s])(?:author|byline|signature|auteur|autora?|autore)(?=$|[-_\s])", marks
    )
    return bool(found) and not _is_elsewhere(element)


def _microdata(root: HtmlElement) -> Iterator[tuple[HtmlElement, Kind]]:
    for element in root.iter():
        if not isinstance(element.tag, str) or element.tag == "meta" or _is_elsewhere(element):
            continue
        names = element.get("itemprop", "").split()
        if "datePublished" in names or (
            element.tag == "time" and element.get("pubdate") is not None
        ):
            yield element, "published"
        elif "dateModified" in names:
            yield element, "updated"
        elif told := _RDFA.search(element.get("property", "")):
            yield element, "published" if told[1] else "updated"


def _value(
    element: HtmlElement, basis: str, language: str, latest: str | None
) -> tuple[DateFound, ...]:
    given = (element.get("content"), element.get("datetime"), element.get("title"))
    for value in (*given, squeeze(element.text_content())):
        if found := days.found(value, basis, language=language, latest=latest):
            return found
    return ()


def _kind(element: HtmlElement) -> Kind:
    before = element.getprevious()
    parent = element.getparent()
    near = [
        element.get("class") or "",
        (before.tail or before.text_content()[-40:]) if before is not None else "",
        (parent.text or "") if parent is not None and before is None else "",
    ]
    return "updated" if _UPDATED.search(" ".join(near)) else "published"


def _is_dated(element: HtmlElement) -> bool:
    name = f"{element.get('class') or ''} {element.get('id') or ''}"
    return name != " " and bool(_DATED.search(name))


def _is_elsewhere(element: HtmlElement) -> bool:
    """In a list of other articles, a comment, a footer: not beside this article's title."""
    for above in (element, *element.iterancestors()):
        name = f"{above.get('class') or ''} {above.get('id') or ''}"
        if above.tag in ("body", "html", "main"):
            return False
        if above.tag in _OUTSIDE and above is not element:
            return True
        pattern = _OTHERS if above.tag == "article" else _ELSEWHERE
        if name != " " and pattern.search(name):
            return True
    return False
