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
# The letters beyond ASCII that stand together in a text of western Europe. The first row is for
# English, French, German and Spanish with names of each other; it lacks what Polish, Czech,
# Hungarian, Turkish, Cyrillic ... text in its own encoding looks like when taken for this one.
_WESTERN = tuple(
    frozenset(letters + letters.upper().replace("SS", ""))
    for letters in (
        "àâæçéèêëîïôœùûüÿáíóúñäöß",
        "áàâãçéêíóôõúü",  # Portuguese
        "àèéìíîòóùú",  # Italian
        "åäöæøéü",  # the Nordic languages
    )
)
_SIGNS = frozenset("“”‘’‚„‹›«»–—…•·€£§©®°¿¡ªº\xa0")
_MANY = 0.25  # more letters than this beyond ASCII, and it is no western language
_HALF_WIDTH = re.compile("[\uff61-\uff9f]")  # what Cyrillic looks like when taken for Japanese
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
    if _is_western(data):
        return "cp1252"
    from charset_normalizer import from_bytes  # slow to import, and rarely needed

    for match in from_bytes(data[:_SAMPLE]):  # the most likely first
        half_width = len(_HALF_WIDTH.findall(str(match)))
        if half_width <= _MANY * len(str(match)):
            return match.encoding
    raise _unknown(where)


def _is_western(data: bytes) -> bool:
    """Whether it reads as windows-1252; statistics fail on a few curly quotes in English."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return False
    beyond = {char for char in text if not char.isascii()} - _SIGNS
    letters = sum(map(str.isalpha, text))
    foreign = sum(map(text.count, beyond))
    return foreign <= _MANY * letters and any(beyond <= known for known in _WESTERN)


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
