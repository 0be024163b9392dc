"""`timeline.readers.decode`: bytes to text, and what the bytes were."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.errors import SourceError
from timeline.readers import decode

TYPOGRAPHY = "“Don’t,” she said – twice — and left…\u00a0Fin."


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig"])
def test_utf8_comes_first_and_loses_only_its_mark(codec: str) -> None:
    """Curly quotes, dashes and no-break spaces are as they were; the mark is not text."""
    assert decode(TYPOGRAPHY.encode(codec)) == (TYPOGRAPHY, "utf-8")


@pytest.mark.parametrize("codec", ["utf-16", "utf-32"])
def test_a_byte_order_mark_tells_the_wide_encodings(codec: str) -> None:
    """UTF-32's little mark begins with UTF-16's and is told apart."""
    assert decode(TYPOGRAPHY.encode(codec)) == (TYPOGRAPHY, codec)


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        ("“Ça va,” said the minister – in Kyiv’s café.", "cp1252", "windows-1252"),
        ("It’s over.", "cp1252", "windows-1252"),
        ("Die Gespräche würden fortgeführt, hieß es in Köln.", "cp1252", "windows-1252"),
        ("As eleições são em março, disse o senhor João.", "cp1252", "windows-1252"),
        ("Forhandlingerne på Færøerne slutter først i år.", "cp1252", "windows-1252"),
        ("Переговоры в Минске продолжались всю ночь.", "cp1251", "windows-1251"),
        ("Президент встретился в среду с министром иностранных дел.", "koi8-r", "koi8-r"),
        ("Rozmowy trwały sześć godzin i zakończyły się późną nocą.", "cp1250", "windows-1250"),
        ("Výbuch v elektrárně poškodil střechu, uvedl mluvčí hasičů.", "cp1250", "windows-1250"),
    ],
)
def test_other_encodings_are_recognised_and_named(text: str, codec: str, name: str) -> None:
    """Accents and quotes come out right, also where there are very few of them."""
    assert decode(text.encode(codec)) == (text, name)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"one\x00two", "binary"),
        (b"plain\x01\x02text", "binary"),
        (b"%PDF-1.7\n...", "a PDF"),
        (b"PK\x03\x04rest", "Word"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        ("a\0b".encode("utf-16"), "binary"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, what: str) -> None:
    """The error names the file, what it is, and what to do."""
    with pytest.raises(SourceError) as caught:
        decode(data, where=Path("talks.md"))
    assert what in caught.value.what
    assert str(caught.value).startswith("talks.md: ")
    assert "plain text" in caught.value.hint


def test_a_broken_wide_text_is_refused() -> None:
    """Half a character at the end is an error of ours, not of Python."""
    with pytest.raises(SourceError, match="can't be recognised"):
        decode("abc".encode("utf-16")[:-1])


def test_garbage_is_refused_rather_than_guessed() -> None:
    """Russian that statistics take for half-width Japanese is better saved anew than mangled."""
    text = "Переговоры в Минске продолжались всю ночь до утра."
    with pytest.raises(SourceError, match="can't be recognised"):
        decode(text.encode("koi8-r"))


def test_line_ends_stay() -> None:
    """Nothing is normalised: the body is copied byte for byte later."""
    assert decode(b"a\r\nb\rc\n")[0] == "a\r\nb\rc\n"
