"""A page saved by a browser in one file with its pictures (.mhtml, .mht)."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes, policy
from email.message import Message

from timeline.errors import SourceError
from timeline.intake import html
from timeline.intake.article import Article, Original

_MOST = 500  # parts that are looked at


def read(original: Original) -> tuple[Article, ...]:
    """The article on the first page in the file. SourceError as `html.read`, or without a page."""
    message = message_from_bytes(original.data, policy=policy.compat32)
    for _, part in zip(range(_MOST), message.walk(), strict=False):
        data = part.get_payload(decode=True)
        if part.get_content_type() in ("text/html", "application/xhtml+xml") and data:
            charset = part.get_content_charset()
            page = replace(original, data=bytes(data), charset=charset, url=_url(message, part))
            return html.read(page)
    raise SourceError(
        "holds no page", where=original.where, hint="save the page again, as a web page"
    )


def _url(message: Message, part: Message) -> str | None:
    found = message.get("Snapshot-Content-Location") or part.get("Content-Location")
    return str(found) if found and str(found).startswith(("http://", "https://")) else None
