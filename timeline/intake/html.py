"""A saved or fetched web page -> the article on it: its text as people see it, and its facts."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.errors import SourceError
from timeline.intake import byline, metadata
from timeline.intake.article import Article, Block, Original
from timeline.intake.furniture import drop_furniture, is_mostly_links
from timeline.intake.markup import drop_unseen, parse, tree
from timeline.intake.region import article
from timeline.intake.walk import walk

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*"
    rb"<(?:!doctype\s+html|html)[\s>]",
    re.IGNORECASE | re.DOTALL,
)


def is_page(data: bytes) -> bool:
    """Whether bytes begin as a web page does, whatever the file is called."""
    return bool(_PAGE.match(data[:8192]))


def read(original: Original) -> tuple[Article, ...]:
    """The one article of a page.

    Raises SourceError where the extra is missing, the page can't be read (too large, too deep,
    no text), or there is no text on it.
    """
    root, encoding = tree(original)
    facts = metadata.facts(root, original)
    found = _blocks(root, facts)
    if not found:
        raise SourceError(
            "there is no text on this page",
            where=original.where,
            hint="a page that a script fills must be saved by a browser, after it has loaded",
        )
    return (replace(facts, blocks=found, encoding=encoding),)


def blocks(text: str, *, where: object = None) -> tuple[Block, ...]:
    """All text of a piece of HTML that has nothing around it: a chapter, a mail, an entry.

    Raises SourceError where it is nested too deeply, or has too many elements.
    """
    if not re.search(r"\w", text):
        return ()
    root = parse(text, where=where)
    drop_unseen(root)
    return tuple(found.block for found in walk(root))


def _blocks(root: HtmlElement, facts: Article) -> tuple[Block, ...]:
    drop_unseen(root)
    had_furniture = drop_furniture(root)
    whole = walk(root)
    plain = not had_furniture and not any(map(is_mostly_links, whole))
    taken = [found.block for found in (whole if plain else article(root))]
    taken = taken if plain else byline.from_title(taken, facts.title)
    return tuple(byline.without(taken, facts))
