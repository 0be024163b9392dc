"""What a document says of itself at its top: title, who wrote it, and the day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from timeline.intake import days
from timeline.intake.article import Block, DateFound
from timeline.model import Paragraph
from timeline.readers.text import language_of

_FIRST = 8  # blocks that are looked at
_LINE = 140  # characters; a longer block is running text
_SENTENCE = re.compile(r"[.!?…][\"”’»')\]]*\Z")
_BESIDE = 7  # words beside a day; a line with more may tell of it, as a headline does
_DATELINE = re.compile(r"(.{4,70}?)(?: \([^)]{2,40}\))? ?[–—-] ")
_UPDATED = re.compile(
    r"\b(?:updated|last changed|modified|aktualisiert|mis à jour)\b", re.IGNORECASE
)
_BYLINE = re.compile(r"(?:by|von|par|por|di|door|av)[: ]+(?P<name>.+)", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,4}")
_JUNK = re.compile(
    r"(?:microsoft (?:word|powerpoint|excel) - .*|untitled.*|unbenannt.*"
    r"|document\s*\d*|dokument\s*\d*"
    r"|(?:new )?layout ?\d*|slide ?\d*|page ?\d*|title|about:blank|word document|print"
    r"|(?:https?|file):.*|\(?anonymous\)?|unspecified"
    r"|.*\.(?:docx?|odt|pdf|indd|qxd|qxp|tex|dvi|rtf|pages|html?|txt))",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"(?:python-docx|anonymous|\(anonymous\)|unknown|unspecified|user|admin(?:istrator)?|author"
    r"|owner|default|root|office|windows user|microsoft office user)",
    re.IGNORECASE,
)


def honest_title(title: str | None) -> str | None:
    """A title from a document's properties; None where a program made it up."""
    words = " ".join((title or "").split())
    return None if not words or _JUNK.fullmatch(words) else words


def honest_name(name: str | None) -> str | None:
    """An author from a document's properties; None where it is nobody's name."""
    words = " ".join((name or "").split())
    return None if not words or _NOBODY.fullmatch(words) else words


def without_title(blocks: Sequence[Block], title: str | None) -> tuple[Block, ...]:
    """The blocks but the one near the top that is the title, which the front matter has."""
    for n, block in enumerate(blocks[:3]):
        if title and _bare(block.text) == _bare(title):
            return (*blocks[:n], *blocks[n + 1 :])
    return tuple(blocks)


def byline(blocks: Sequence[Block]) -> str | None:
    """Who a line at the top says wrote it: "By Ada Example, 3 May 2019"."""
    for block in _top(blocks):
        match = _BYLINE.match(block.text)
        name = _NAME.match(match["name"]) if match else None
        if name and all(part[0].isupper() or len(part) < 4 for part in name[0].split()):
            return name[0]
    return None


def dates_at_the_top(
    blocks: Sequence[Block], *, language: str | None = None, heads: Iterable[str] = ()
) -> tuple[tuple[DateFound, ...], tuple[DateFound, ...]]:
    """Days of publication and of change that short lines at the top give; best first.

    `heads` are running heads that were taken out. A dateline ("Ghent, 3 May 2019 (dpa) -")
    counts, running text doesn't.
    """
    language = language or language_of(
        tuple(Paragraph(n, block.text, False, False) for n, block in enumerate(blocks[:50], 1))
    )
    published: dict[str, DateFound] = {}
    updated: dict[str, DateFound] = {}
    for text, basis in (
        *((block.text, "from the line at the top") for block in _top(blocks)),
        *_dateline(blocks),
        *((head, "from the running head") for head in heads),
    ):
        for before, day, sure, both in _days(text, language):
            into = updated if _UPDATED.search(before) else published
            told = f"{basis}; {days.EITHER}" if both else basis
            into.setdefault(day, DateFound(day, told, sure))
    order = sorted(published.values(), key=lambda found: not found.sure)
    return tuple(order), tuple(updated.values())


def _days(text: str, language: str) -> Iterable[tuple[str, str, bool, bool]]:
    """Whole days in a line: the words before it, the day, whether it is sure, whether it is one
    of two readings of the same figures.
    """
    if not re.search(r"\d", text):
        return
    from timeline.temporal import tag  # half a second, and only for documents

    after = 0
    for mention in tag(text, published=None, language=language):
        day = (mention.when or "")[:10]
        if re.fullmatch(r"\d{4}-\d\d-\d\d", day) and re.search(r"\d{4}", mention.text):
            beside = len((text[: mention.start] + text[mention.end :]).split())
            both = days.either(mention.text, language=language)
            before = text[after : mention.start]
            for one in both or (day,):
                yield before, one, len(both) < 2 and beside <= _BESIDE, len(both) == 2
        after = mention.end


def _top(blocks: Sequence[Block]) -> list[Block]:
    """Short lines before the running text."""
    found = []
    for block in blocks[:_FIRST]:
        words = len(block.text.split())
        if len(block.text) > _LINE or (words > 8 and _SENTENCE.search(block.text)):
            break
        found.append(block)
    return found


def _dateline(blocks: Sequence[Block]) -> list[tuple[str, str]]:
    first = next((block.text for block in blocks[:_FIRST] if len(block.text) > _LINE), "")
    match = _DATELINE.match(first)
    return [(match[1], "from the dateline")] if match else []


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()
