"""What a file is, by its first bytes."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

_HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]{1,60}:[ \t\r\n]")
_MAIL = re.compile(rb"^(?:message-id|received|mime-version|return-path|delivered-to):", re.I | re.M)
_FROM = re.compile(rb"^from:", re.I | re.M)
_FEED = re.compile(
    rb"(?:<\?xml[^>]{0,800}\?>|<!--.{0,2000}?-->|<!DOCTYPE[^>]{0,500}>|\s+)*"
    rb"<(?:\w+:)?(?:rss|feed|RDF)[\s>]",
    re.S,
)
_HEAD = 4000  # bytes that are looked at


def by_bytes(data: bytes) -> str | None:
    """A key of FORMATS; None where the first bytes are no certain sign."""
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    if b"%PDF-" in head[:1024] and not head[:1].isalpha():
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return _zipped(data)
    if head.startswith(b"WARC/") or _unzipped(head).startswith(b"WARC/"):
        return "warc"
    if _FEED.match(head):
        return "feed"
    top = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    if _HEADER.match(head) and _MAIL.search(top) and _FROM.search(top):
        return "mail"
    return None


def _zipped(data: bytes) -> str | None:
    """Which document a zip file is, by its parts."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if "word/document.xml" in names:
                return "word"
            kind = archive.open("mimetype").read(60) if "mimetype" in names else b""
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, KeyError, RuntimeError):
        return None
    if kind.startswith(b"application/vnd.oasis.opendocument.text"):
        return "opendocument"
    return "epub" if kind.startswith(b"application/epub") else None


def _unzipped(head: bytes) -> bytes:
    if not head.startswith(b"\x1f\x8b"):
        return b""
    try:
        return zlib.decompressobj(31).decompress(head, 16)
    except zlib.error:
        return b""
