"""What a page says of itself: title, names, language, addresses, and its days with their place.

What was made for machines goes first (JSON-LD, meta tags), then what people see (the day beside
the byline), then what can only be guessed (the address, any day in the text).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from timeline.intake import address, days, jsonld, seen, titles
from timeline.intake.article import Article, DateFound, Original

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PUBLISHED = (
    "article:published_time article:published og:article:published_time og:published_time"
    " datepublished rnews:datepublished parsely-pub-date sailthru.date article.published"
    " vr:published_time bt:pubdate cxenseparse:recs:publishtime analyticsattributes.articledate"
    " dcterms.issued dc.date.issued dc.issued prism.publicationdate citation_publication_date"
    " citation_online_date citation_date article_date_original originalpublicationdate"
    " publication_date publication-date publish_date publish-date publishdate published_date"
    " published-date published_at pubdate pub_date article-publish-date article_publish_date"
    " displaydate ptime dcterms.date dc.date dcterms.created dc.date.created dc.created"
    " date_published creation_date date"
).split()
_UPDATED = (
    "article:modified_time og:article:modified_time article:modified og:updated_time"
    " datemodified dcterms.modified dc.date.modified dc.modified article_date_updated"
    " parsely-modified-date lastmod last-modified last_modified modified_time updated_time"
    " revised utime"
).split()
_AUTHORS = (
    "author article:author parsely-author sailthru.author dc.creator dcterms.creator byl".split()
)
_PUBLISHERS = "og:site_name dc.publisher dcterms.publisher citation_journal_title publisher".split()
_LANGUAGES = "og:locale content-language dc.language dcterms.language language".split()
_TITLES = "og:title twitter:title dc.title dcterms.title citation_title parsely-title".split()
_BY = re.compile(r"^\s*(?:by|von|par|por|di|автор:?)\s+", re.IGNORECASE)
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z0-9]{2,8}))?(?:[-_.@].*)?")
_SAVED = re.compile(r"saved from url=\(\d+\)(https?://\S+)")

Meta = dict[str, str]


def facts(root: HtmlElement, original: Original) -> Article:
    """An article without text, with all that the page says of it; nothing in `root` is changed."""
    node, meta = jsonld.article(root), _meta(root)
    copy, url = _addresses(root, original, node, meta)
    language = _language(root, node, meta)
    latest = original.retrieved
    spoken = _spoken(language, url or original.url)
    visible = list(seen.dates(root, language=spoken, latest=latest))
    published = [
        *_days(
            [node.get("datePublished"), node.get("dateCreated")], "from JSON-LD", spoken, latest
        ),
        *_days(map(meta.get, _PUBLISHED), "from the page's meta tags", spoken, latest),
        *(one for kind, one in visible if kind == "published"),
        *_of_address(url or original.url, latest),
    ]
    updated = [
        *_days([node.get("dateModified")], "from JSON-LD", spoken, latest),
        *_days(map(meta.get, _UPDATED), "from the page's meta tags", spoken, latest),
        *(one for kind, one in visible if kind == "updated"),
    ]
    if not published:
        changed = {one.value for one in updated}
        guesses = (
            *seen.below_title(root, language=spoken, latest=latest),
            *seen.guess(root, language=spoken, latest=latest),
        )
        published = [one for one in guesses if one.value not in changed]
    publisher = jsonld.text(node.get("publisher")) or _first(meta, _PUBLISHERS)
    given = [jsonld.text(node.get("headline")), *(meta.get(name) for name in _TITLES)]
    return Article(
        title=titles.title(root, given, publisher=publisher, url=url),
        author=_author(root, node, meta),
        publisher=publisher,
        url=url,
        archived=copy.archived if copy else None,
        language=language,
        published=_distinct(published),
        updated=_distinct(updated),
    )


def _meta(root: HtmlElement) -> Meta:
    """Names in lower case -> the first value that is given."""
    found: Meta = {}
    for element in root.iter("meta"):
        content = (element.get("content") or "").strip()
        names = (element.get(key) for key in ("property", "name", "itemprop", "http-equiv"))
        for name in filter(None, names):
            if content:
                found.setdefault(name.strip().lower(), content)
    return found


def _first(meta: Meta, names: Iterable[str]) -> str | None:
    return next((meta[name] for name in names if meta.get(name)), None)


def _days(
    values: Iterable[object], basis: str, language: str, latest: str | None
) -> Iterator[DateFound]:
    for value in values:
        yield from days.found(jsonld.text(value), basis, language=language, latest=latest)


def _of_address(url: str | None, latest: str | None) -> Iterator[DateFound]:
    found = days.day(address.day_in(address.real(url)), latest=latest) if url else None
    if found:
        yield DateFound(found, "guessed from the address", False)


def _distinct(found: Iterable[DateFound]) -> tuple[DateFound, ...]:
    """The first of each day, the sure ones first.

    Of two readings of the same figures, the one that another place gives goes alone.
    """
    every = list(found)
    plain = {one.value for one in every if not one.basis.endswith(days.EITHER)}
    first: dict[str, DateFound] = {}
    for one in sorted(every, key=lambda one: not one.sure):
        refuted = one.value not in plain and days.swapped(one.value) in plain
        if not (refuted and one.basis.endswith(days.EITHER)):
            first.setdefault(one.value, one)
    return tuple(first.values())


def _spoken(language: str | None, url: str | None) -> str:
    """The language with its country, which may stand in the address alone."""
    known = language or "en"
    country = (urlsplit(url or "").hostname or "").rpartition(".")[2].upper()
    if "-" in known or len(country) != 2:
        return known
    return f"{known}-{'GB' if country == 'UK' else country}"


def _addresses(
    root: HtmlElement, original: Original, node: jsonld.Node, meta: Meta
) -> tuple[address.Copy | None, str | None]:
    """An archive's copy, if the page is one, and the article's own address."""
    saved = next((m[1] for m in map(_SAVED.search, _comments(root)) if m), None)
    links = {
        link.get("rel", "").lower(): link.get("href") for link in reversed(list(root.iter("link")))
    }
    base = original.url or saved
    page = node.get("mainEntityOfPage")
    named = page.get("@id") if isinstance(page, dict) else page
    candidates = [
        address.resolved(one if isinstance(one, str) else None, base)
        for one in (links.get("canonical"), meta.get("og:url"), node.get("url"), named, base)
    ]
    whole = [one for one in candidates if one and not address.is_front_page(address.real(one))]
    copies = map(address.copy_of, filter(None, (original.url, saved, *candidates)))
    url = address.real(whole[0]) if whole else base and address.real(base)
    return next(filter(None, copies), None), url


def _comments(root: HtmlElement) -> Iterator[str]:
    from lxml import etree

    tree = root.getroottree()
    for comment in tree.iter(etree.Comment):
        yield (comment.text or "")[:500]


def _language(root: HtmlElement, node: jsonld.Node, meta: Meta) -> str | None:
    given = [
        jsonld.text(node.get("inLanguage")),
        root.get("lang"),
        root.get("xml:lang"),
        *(meta.get(name) for name in _LANGUAGES),
    ]
    for value in filter(None, given):
        if found := _LANGUAGE.fullmatch(value.strip()):
            return found[1].lower() + (f"-{found[2]}" if found[2] else "")
    return None


def _author(root: HtmlElement, node: jsonld.Node, meta: Meta) -> str | None:
    names = (
        jsonld.names(node.get("author"))
        or [value for value in (meta.get(name) for name in _AUTHORS) if value][:1]
    )
    names = [name for name in names if not name.startswith(("http:", "https:", "@"))]
    joined = ", ".join(_BY.sub("", name).strip() for name in names)
    return joined or seen.author(root)
