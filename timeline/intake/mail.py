"""An e-mail (.eml): its text, its subject as title, the sender, and the day it was sent."""

from __future__ import annotations

import email
import email.policy
import re
from email.message import EmailMessage
from typing import Any

from timeline.errors import SourceError
from timeline.intake import html
from timeline.intake.article import Article, Block, DateFound, Original

_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_QUOTED = re.compile(r"^(?:> ?)+")
_BULLET = re.compile(r"[*•-] +(?=\S)")
_MUCH_LESS = 5  # how much longer the HTML part's text is where the plain one only says so


def read(original: Original) -> tuple[Article, ...]:
    """The one article. SourceError where there is no text in it."""
    message = email.message_from_bytes(original.data, policy=email.policy.default)
    if not any(_header(message, name) for name in ("From", "Subject", "Date", "Message-ID")):
        hint = "save it from the mail program once more, as .eml"
        raise SourceError(
            "is no mail: it has no sender, subject or day", where=original.where, hint=hint
        )
    blocks = _blocks(message)
    if not blocks:
        raise SourceError(
            "is a mail without text",
            where=original.where,
            hint="save its attachment and add that, or the article as plain text",
        )
    return (
        Article(
            blocks=blocks,
            title=_header(message, "Subject"),
            author=_sender(message),
            url=_address(message),
            published=_day(message),
            doubts=_attachments(message),
        ),
    )


def _blocks(message: EmailMessage) -> tuple[Block, ...]:
    plain = _plain(_content(message.get_body(("plain",))))
    try:
        rich = html.blocks(_content(message.get_body(("html",))))
    except SourceError:
        if not plain:
            raise
        rich = ()
    length = sum(len(block.text) for block in plain)
    return rich if sum(len(block.text) for block in rich) > _MUCH_LESS * length else plain


def _content(part: Any) -> str:
    """A part's text. A charset that is wrong or unknown is recognised from the bytes."""
    if part is None:
        return ""
    data = part.get_payload(decode=True) or b""
    try:
        text = data.decode(part.get_content_charset("utf-8"))
    except (LookupError, UnicodeDecodeError):
        from timeline.readers.decode import decode

        text, _ = decode(data)
    if part.get_param("format") == "flowed":
        text = re.sub(r"(?<!^--) \r?\n(?!>)", " ", text)
    return str(text)


def _plain(text: str) -> tuple[Block, ...]:
    """Paragraphs between blank lines, without the signature; quoted ones apart."""
    text = _SIGNATURE.split(text.replace("\r\n", "\n"), maxsplit=1)[0]
    found: list[Block] = []
    open_ = False
    for line in text.split("\n"):
        mark = _QUOTED.match(line)
        words = " ".join(line[mark.end() if mark else 0 :].split())
        bullet = _BULLET.match(words)
        role = "quote" if mark else "item" if bullet else "text"
        goes_on = open_ and not bullet and (found[-1].role == role or found[-1].role == "item")
        if not words:
            open_ = False
        elif goes_on and (mark is None) == (found[-1].role != "quote"):
            found[-1] = Block(f"{found[-1].text} {words}", found[-1].role)
        else:
            found.append(Block(words[bullet.end() if bullet else 0 :], role))  # type: ignore[arg-type]
            open_ = True
    return tuple(found)


def _header(message: EmailMessage, name: str) -> str | None:
    try:
        words = " ".join(str(message.get(name, "")).split())
    except (ValueError, IndexError, AttributeError):  # what the parser makes of a broken header
        return None
    return words or None


def _sender(message: EmailMessage) -> str | None:
    try:
        first = message["From"].addresses[0]
    except (AttributeError, IndexError, ValueError):
        return None
    return first.display_name or first.addr_spec or None


def _day(message: EmailMessage) -> tuple[DateFound, ...]:
    """The sender's day, which need not be the reader's."""
    try:
        sent = message["Date"].datetime
    except (AttributeError, ValueError, IndexError):
        return ()
    return (DateFound(sent.date().isoformat(), "from the mail's Date line"),) if sent else ()


def _address(message: EmailMessage) -> str | None:
    found = re.search(r"https?://[^\s>]+", _header(message, "Archived-At") or "")
    return found[0] if found else None


def _attachments(message: EmailMessage) -> tuple[str, ...]:
    names = [
        part.get_filename() or part.get_content_type()
        for part in message.walk()
        if part.get_content_disposition() == "attachment"
    ]
    if not names:
        return ()
    listed = ", ".join(names[:5]) + (" and more" if len(names) > 5 else "")
    return (f"Attachments were not taken: {listed}.",)
