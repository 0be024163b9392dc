"""Bytes -> text: UTF-8 first, then a byte order mark, then what the bytes look like."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from timeline.errors import SourceError

_MARKS = (  # UTF-32 first: its mark begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FORMATS = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a Word, OpenDocument or zip file",
    b"\xd0\xcf\x11\xe0": "an old Word file",
    b"{\\rtf": "a rich text file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
}
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# Where the statistics can't tell these apart, the commoner one is meant.
_COMMONER = {
    "cp1250": "cp1252",
    "cp1254": "cp1252",
    "cp1257": "cp1252",
    "cp1258": "cp1252",
    "latin_1": "cp1252",
    "iso8859_15": "cp1252",
}
_SAMPLE = 200_000  # bytes that are looked at to recognise an encoding


def decode(data: bytes, *, where: Path | None = None) -> tuple[str, str]:
    """The text, without byte order mark, and the name of its encoding ("utf-8", "windows-1252").

    Raises SourceError where the bytes are no text, or in no encoding that can be recognised.
    """
    for start, kind in _FORMATS.items():
        if data.startswith(start):
            raise _binary(where, f"is {kind}, not text")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding, where), encoding
    if _CONTROLS.search(data):
        raise _binary(where, "looks like a binary file")
    try:
        return data.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        encoding = _recognise(data, where)
        return _strictly(data, encoding, where), _label(encoding)


def _strictly(data: bytes, encoding: str, where: Path | None) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeError:
        raise _unknown(where) from None
    if "\0" in text:
        raise _binary(where, "looks like a binary file")
    return text


def _recognise(data: bytes, where: Path | None) -> str:
    from charset_normalizer import from_bytes  # slow to import, and rarely needed

    found = from_bytes(data[:_SAMPLE])
    best = found.best()
    if best is None:
        raise _unknown(where)
    commoner = _COMMONER.get(best.encoding)
    if commoner and any(match.encoding == commoner for match in found):
        return commoner
    if commoner and commoner in best.could_be_from_charset:
        return commoner
    return best.encoding


def _label(encoding: str) -> str:
    """Python's name as people know it: cp1252 is windows-1252."""
    name = encoding.replace("_", "-").replace("iso8859", "iso-8859")
    return re.sub(r"^cp(125[0-8])$", r"windows-\1", name)


def _binary(where: Path | None, what: str) -> SourceError:
    return SourceError(what, where=where, hint="save the article as plain text and add that")


def _unknown(where: Path | None) -> SourceError:
    return SourceError(
        "is in an encoding that can't be recognised", where=where, hint="save it as UTF-8"
    )
