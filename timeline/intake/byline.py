"""The lines between a title and its text that say who wrote it and when: facts, and no text."""

from __future__ import annotations

import datetime as dt
import re

from timeline.intake.article import Article, Block

_WORDS = re.compile(
    r"\b(?:by|written|posted|published|first|updated|last|modified|created|on|at|in|and|of|the|for|from"
    r"|date|time|staff|reporter|correspondent|editor|print|share|am|pm|a\.m|p\.m|[ECMPG][SDM]T|UTC|BST|CES?T"
    r"|IST|ago|min|read|minutes?|von|am|um|uhr|und|veröffentlicht|aktualisiert|erschienen|stand|par|publié"
    r"|le|à|mis|mise|jour|modifié|et|por|publicado|el|actualizado|a|las|y|di|pubblicato|il|alle"
    r"|опубликовано|обновлено|автор|года|г|в)\b",
    re.IGNORECASE,
)
_NAMES = re.compile(r"^\s*(?:By|BY|Von|Par|Por|Di|Автор:?)\s+[\w.'’ ,-]{3,80}$")
_BESIDE = 5  # words beside the day: names, desks and places, which no other mark may tell
# "By Dana Ruiz, Reporter - email": a name of two to four words, and what she is.
_SIGNED = re.compile(
    r"(?:By|BY|Von|Par|Por) (?:[^\W\d_a-z][\w.'’-]+ ?){2,4}"
    r"(?:(?:,| [-–|]| and ) ?[\w ,.'’|–-]{0,60})?"
)
_LINES = 6  # blocks from the top that are looked at
_LONG = 200  # characters


def without(blocks: list[Block], facts: Article) -> list[Block]:
    """The blocks without the title and the lines that say who and when, before the text begins."""
    title = _squeezed(facts.title or "")
    kept: list[Block] = []
    for number, block in enumerate(blocks):
        text = _squeezed(block.text)
        if title and text.casefold().startswith(title.casefold()):
            text = text[len(title) :]
            if not text.strip() or _is_line(text, facts):
                title = ""
                continue
        elif block.role in ("text", "item") and _is_line(text, facts):
            continue
        kept.append(block)
        if number >= _LINES or (block.role == "text" and len(text) > _LONG):
            return kept + blocks[number + 1 :]
    return kept


def from_title(blocks: list[Block], title: str | None) -> list[Block]:
    """The blocks without the name of the site and of the desk that stand above the title."""
    for number, block in enumerate(blocks[:_LINES]):
        if block.role == "heading" and title and _squeezed(block.text) == _squeezed(title):
            return blocks[number:]
        if block.role not in ("text", "heading") or re.search(r"[.!?…。]\W*$", block.text):
            return blocks
    return blocks


def _is_line(text: str, facts: Article) -> bool:
    """Whether nothing is left of a line without names, days of this page, and the words between."""
    if len(text) > _LONG or not re.search(r"\w", text):
        return False
    if _NAMES.match(text) and facts.author and _squeezed(facts.author.split(",")[0]) in text:
        return True
    if _SIGNED.fullmatch(text) and not re.search(r"[.!?]$|\d", text):
        return True
    from timeline.temporal import tag  # the grammar of a language, for short lines alone

    known = {found.value for found in (*facts.published, *facts.updated)}
    day = facts.published[0].value if facts.published else ""
    base = dt.date.fromisoformat(day) if re.fullmatch(r"\d{4}-\d\d-\d\d", day) else None
    rest, dated = text, False
    for mention in reversed(tag(text, published=base, language=facts.language or "en")):
        written = (mention.when or "").split("T")[0]
        if written and written not in known:
            return False
        dated = dated or bool(
            re.search(r"[^\W\d]{3}|\d.*\d.*\d.*\d.*\d", mention.text)
        )  # not 18:05
        rest = rest[: mention.start] + " " + rest[mention.end :]
    names = [name.strip() for name in (facts.author or "").split(",") if name.strip()]
    named = [name for name in (*names, facts.publisher or "") if name and name in rest]
    for name in named:
        rest = rest.replace(name, " ")
    rest = _WORDS.sub("", rest)
    words = re.findall(r"[^\W\d_]+", rest)
    if not words:
        return bool(dated or named) and not re.search(r"\w", rest)
    return dated and len(words) <= _BESIDE and not _tells(text, words)


def _tells(text: str, words: list[str]) -> bool:
    """Whether words beside a day are a sentence or a heading rather than names."""
    lower = [word for word in words if word[0].islower()]
    return bool(re.search(r"[.!?…:;。]\W*$", text) or len(lower) > 1)


def _squeezed(text: str) -> str:
    return " ".join(text.split())
