"""`timeline.intake.also_at`: other places of an article, written beside the facts people wrote."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from timeline.errors import ProjectError, SourceError
from timeline.intake.also_at import is_known, record, with_place
from timeline.model import AlsoAt, Source
from timeline.readers import frontmatter, read

MAIL = AlsoAt("https://mail.example/talks", "The Evening Mail", "2015-09-26")
WIRE = AlsoAt(publisher="North: Wire")
BODY = "\nMinisters met in Geneva.\n\n---\n\nThey left — “soon”.  \n"
NEW = """\
also_at:
  - url: https://mail.example/talks
    publisher: The Evening Mail
    published: 2015-09-26
"""
ITEM = NEW.removeprefix("also_at:\n")


def header_of(text: str) -> str:
    """The YAML of a source."""
    parts = frontmatter.parts(text)
    assert parts is not None
    return parts[1]


@pytest.mark.parametrize(
    ("header", "written"),
    [
        ("title: A  # ours\n", "title: A  # ours\n" + NEW),
        ("", NEW),
        (
            "also_at:\n  - url: https://a.example/b\n\n# the rest\ntitle: A\n",
            f"also_at:\n  - url: https://a.example/b\n{ITEM}\n# the rest\ntitle: A\n",
        ),
        (
            "also_at:\n  - https://a.example/b  # seen\ntitle: A\n",
            f"also_at:\n  - https://a.example/b  # seen\n{ITEM}title: A\n",
        ),
        (
            "also_at:\n- publisher: B\n  published: 2014\ntitle: A\n",
            "also_at:\n- publisher: B\n  published: 2014\n"
            + ITEM.replace("    ", "  ").replace("  - ", "- ")
            + "title: A\n",
        ),
        (
            "also_at:\n  - publisher: >-\n      The\n      Post\ntitle: A\n",
            f"also_at:\n  - publisher: >-\n      The\n      Post\n{ITEM}title: A\n",
        ),
        (
            "also_at: https://a.example/b  # seen\ntitle: A\n",
            "also_at:\n  - url: https://a.example/b\n" + ITEM.rstrip("\n") + "  # seen\ntitle: A\n",
        ),
        ("also_at:\ntitle: A\n", NEW + "title: A\n"),
        (
            "also_at: [{publisher: B},\n  https://a.example/b]\ntitle: A\n",
            f"also_at:\n  - publisher: B\n  - url: https://a.example/b\n{ITEM}title: A\n",
        ),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_only_the_lines_of_the_place_are_new(header: str, written: str, newline: str) -> None:
    """Comments, order, line ends and the whole body stay, however the list is laid out."""
    text = f"---\n{header}---\n{BODY}".replace("\n", newline)
    assert with_place(text, MAIL) == f"---\n{written}---\n{BODY}".replace("\n", newline)


@pytest.mark.parametrize("place", [MAIL, WIRE, AlsoAt("https://a.example/?q='#x: y")])
def test_what_is_written_is_read_again(place: AlsoAt) -> None:
    """A colon, a quote or a hash in a name or an address does no harm."""
    text = with_place(with_place("---\ntitle: A\n---\nOne.\n", WIRE), place)
    expected = (WIRE,) if place == WIRE else (WIRE, place)
    assert frontmatter.parse(header_of(text))["also_at"] == expected


def test_a_list_survives_writing_and_reading() -> None:
    """Front matter written as a whole has it, too."""
    facts = {"title": "A", "also_at": (MAIL, WIRE)}
    assert frontmatter.parse(header_of(frontmatter.write(facts))) == facts


@pytest.mark.parametrize(
    "again",
    [
        AlsoAt("http://www.mail.example/talks/#top"),
        AlsoAt("https://MAIL.example/talks", "Another name"),
    ],
)
def test_a_place_is_written_once(again: AlsoAt) -> None:
    """An address is the same with and without www., a slash at the end, or a fragment."""
    text = with_place("---\ntitle: A\n---\nOne.\n", MAIL)
    assert with_place(text, again) == text


def test_a_place_of_the_sources_own_is_known() -> None:
    """By its address, or by the paper where there is no address."""
    source = Source("a", "A", url="https://a.example/b", publisher="The Post", also_at=(MAIL,))
    assert is_known(AlsoAt("https://a.example/b"), source)
    assert is_known(AlsoAt(publisher="The Post"), source)
    assert is_known(AlsoAt(MAIL.url), source)
    assert not is_known(AlsoAt("https://a.example/c", "The Post"), source)


def test_front_matter_that_cannot_be_added_to_is_left(tmp_path: Path) -> None:
    """All in one line of braces: said, and nothing written."""
    path = tmp_path / "a.md"
    path.write_text("---\n{title: A}\n---\nOne.\n", "utf-8")
    with pytest.raises(SourceError, match="nothing can be added") as caught:
        record(path, MAIL)
    assert "editor" in caught.value.hint
    assert path.read_text("utf-8") == "---\n{title: A}\n---\nOne.\n"


@pytest.mark.parametrize(
    ("encoding", "mark"), [("utf-8", b""), ("utf-8", codecs.BOM_UTF8), ("windows-1252", b"")]
)
def test_the_bytes_of_the_file_stay(tmp_path: Path, encoding: str, mark: bytes) -> None:
    """In the file's own encoding, with its mark; the paragraphs and their numbers as before."""
    path = tmp_path / "a.md"
    head, body = "---\ntitle: Café\n", "---\n\nDas Café schließt.\n\nDas „Öl“ fließt weiter.\n"
    path.write_bytes(mark + (head + body).encode(encoding))
    before = read(path)
    assert record(path, MAIL)
    assert path.read_bytes() == mark + (head + NEW + body).encode(encoding)
    assert read(path).paragraphs == before.paragraphs
    assert read(path).source.also_at == (MAIL,)
    assert not record(path, MAIL)


def test_a_text_without_front_matter_gets_some(tmp_path: Path) -> None:
    """Its title, language and paragraphs, one a line, are what they were."""
    path = tmp_path / "minsk-talks.txt"
    path.write_bytes(b"# Minsk\r\nOne line.\r\nAnother line.\r\n")
    before = read(path)
    assert record(path, MAIL)
    assert path.read_bytes().endswith(b"---\r\n\r\n# Minsk\r\nOne line.\r\nAnother line.\r\n")
    after = read(path)
    assert after.paragraphs == before.paragraphs
    assert after.source.title == "Minsk"
    assert after.source.also_at == (MAIL,)


def test_a_name_that_the_encoding_lacks_is_refused(tmp_path: Path) -> None:
    """A Cyrillic paper in a western file: save it as UTF-8 first."""
    path = tmp_path / "a.md"
    data = "---\ntitle: Café\n---\n\nDas Café schließt.\n".encode("windows-1252")
    path.write_bytes(data)
    with pytest.raises(SourceError, match="encoding"):
        record(path, AlsoAt(publisher="Вечер"))
    assert path.read_bytes() == data


def test_a_write_protected_file_is_left(tmp_path: Path) -> None:
    """Refused, also to those who could write there all the same."""
    path = tmp_path / "a.md"
    path.write_text("---\ntitle: A\n---\nOne.\n", "utf-8")
    path.chmod(0o444)
    with pytest.raises(ProjectError, match="write-protected"):
        record(path, MAIL)
    assert "also_at" not in path.read_text("utf-8")


@pytest.mark.parametrize(
    ("header", "line", "what"),
    [
        ("title: T\nalso_at: ftp://a.b\n", 3, "also_at: url is no web address"),
        ("also_at:\n  - https://a.b\n  - javascript:alert(1)\n", 4, "also_at: url is no web"),
        ("also_at:\n  - publisher: P\n    published: soon\n", 4, "no date in EDTF"),
        ("also_at:\n  - published: 2014\n", 3, "no url and no publisher"),
        ("also_at:\n  - publisher: P\n    title: T\n", 4, "no key 'title'"),
        ("also_at:\n  - publisher: [A, B]\n", 3, "publisher is a list"),
        ("also_at:\n  - - https://a.b\n", 3, "is a list"),
        ("also_at: &x [*x]\n", 2, "is a list"),
        ("also: https://a.b\n", 2, "'also'"),
    ],
)  # fmt: skip
def test_each_mistake_has_its_line(header: str, line: int, what: str) -> None:
    """As in all front matter."""
    with pytest.raises(SourceError) as caught:
        frontmatter.parse(header, path=Path("sources/a.md"))
    assert caught.value.line == line
    assert what in caught.value.what
