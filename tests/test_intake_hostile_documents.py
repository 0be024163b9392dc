"""Documents made to harm: one clear line each, within the bounds on time and memory."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from timeline.errors import SourceError
from timeline.intake import Original, articles, bounded, worker

pytest.importorskip("pypdfium2", reason="the documents extra is not installed")

DOCUMENTS = Path(__file__).parent / "intake" / "documents"
LAUGHS = "".join(
    f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' if n else '<!ENTITY l0 "ha">' for n in range(12)
)
FETCH = '<!ENTITY l11 SYSTEM "{}">'
MANY = 1_000_000


@pytest.fixture(autouse=True)
def ended() -> Iterator[None]:
    """No process is left behind."""
    yield
    bounded.close()


def refusal(data: bytes, name: str) -> SourceError:
    with pytest.raises(SourceError) as caught:
        articles(Original(data, name))
    return caught.value


def text_of(data: bytes, name: str) -> str:
    """What is read of a document, or the refusal's hint, which is never empty."""
    try:
        found = articles(Original(data, name))
    except SourceError as error:
        return error.hint
    return " ".join(block.text for one in found for block in one.blocks)


def zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for part, data in parts.items():
            made.writestr(part, data)
    return out.getvalue()


def changed(name: str, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """A document of the test set with one part changed."""
    with zipfile.ZipFile(DOCUMENTS / name) as source:
        parts = {n: source.read(n) for n in source.namelist()}
    return zipped({**parts, part: change(parts.get(part, b""))})


def declared(entities: str, tag: bytes) -> Callable[[bytes], bytes]:
    """XML with a document type, and the last entity at the beginning of an element."""

    def change(xml: bytes) -> bytes:
        body = xml.split(b"?>", 1)[1] if xml.startswith(b"<?xml") else xml
        place = body.index(tag) + len(tag)
        doctype = f"<!DOCTYPE x [{entities}]>".encode()
        return b'<?xml version="1.0"?>' + doctype + body[:place] + b"&l11;" + body[place:]

    return change


def pdf(*objects: bytes, root: int = 1) -> bytes:
    """A PDF of these objects, numbered from 1."""
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    trailer = b"trailer\n<</Size %d/Root %d 0 R>>\n" % (len(objects) + 1, root)
    return out + head + table + trailer + b"startxref\n%d\n%%%%EOF" % len(out)


def stream(data: bytes, extra: bytes = b"") -> bytes:
    return b"<<%b/Length %d>>\nstream\n%b\nendstream" % (extra, len(data), data)


CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources 5 0 R>>"
FONT = b"<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>/XObject<</X 6 0 R>>>>"
PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources 5 0 R"
BOMB = zlib.compress(b"BT /F 9 Tf 9 9 Td (ha ha) Tj ET\n" * 20_000_000, 9)


@pytest.mark.parametrize(
    "data",
    [
        pdf(CATALOG, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"),
        pdf(CATALOG, b"<</Type/Pages/Kids 2 0 R/Count 2 0 R>>"),
        pdf(CATALOG, PAGES, PAGE, stream(b"/X Do"), FONT, stream(b"/X Do /X Do", FORM)),
        pdf(CATALOG, PAGES, PAGE, b"4 0 R", FONT),
        pdf(CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 2000000000>>", PAGE, stream(b"")),
        pdf(CATALOG, PAGES, PAGE, stream(BOMB, b"/Filter/FlateDecode"), FONT),
        b"%PDF-1.7\n" + b"[" * MANY,
        b"%PDF-1.7\n%%EOF",
        (DOCUMENTS / "chromium-print.pdf").read_bytes()[:9000],
    ],
    ids="pages cycle form reference count flate nested empty cut".split(),
)
def test_pdfs(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cycles, bombs, false counts and halves: refused, in one line with something to try."""
    monkeypatch.setattr(bounded, "SECONDS", 20.0)
    error = refusal(data, "a.pdf")
    assert "\n" not in error.what
    assert error.hint


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("word-plain.docx", "word/document.xml"),
        ("plain.odt", "content.xml"),
        ("book.epub", "OPS/text/one .xhtml"),
    ],
)
def test_zip_bombs(name: str, part: str) -> None:
    """Told by what they say they hold, before anything is unpacked."""
    data = changed(name, part, lambda xml: xml + b" " * 60_000_000)
    assert "unpack" in refusal(data, name).what


def test_a_zip_bomb_of_other_parts() -> None:
    """Pictures are not read, and still count."""
    pictures = {f"word/media/{n}.png": b"\0" * 100_000_000 for n in range(4)}
    data = zipped({"word/document.xml": b"<x/>", **pictures})
    assert "unpack" in refusal(data, "a.docx").what


@pytest.mark.parametrize(
    ("name", "part", "tag"),
    [
        ("word-plain.docx", "word/document.xml", b"<w:t>"),
        ("plain.odt", "content.xml", b"<text:p>"),
        ("book.epub", "OPS/text/one .xhtml", b"<p>"),
    ],
)
@pytest.mark.parametrize("kind", ["laughs", "file"])
def test_entities_are_never_read(name: str, part: str, tag: bytes, kind: str, tmp_path: Path
) -> None:  # fmt: skip
    """Neither multiplied nor fetched; what is left of the document is read, or it is refused."""
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret words")
    entities = LAUGHS if kind == "laughs" else FETCH.format(secret.as_uri())
    text = text_of(changed(name, part, declared(entities, tag)), name)
    assert 0 < len(text) < 10_000
    assert "secret words" not in text


@pytest.mark.parametrize("entities", [LAUGHS, FETCH.format("file:///etc/hostname")])
def test_entities_in_a_feed(entities: str) -> None:
    """Refused, since no feed needs any."""
    data = changed_feed(f"<!DOCTYPE rss [{entities}]>")
    assert "entities" in refusal(data, "a.rss").what


def changed_feed(doctype: str) -> bytes:
    feed = (DOCUMENTS / "news.rss").read_text("utf-8")
    start, rest = feed.split("?>", 1)
    return f"{start}?>{doctype}{rest.replace('In short', '&l11;')}".encode()


@pytest.mark.parametrize(
    ("name", "part", "open_", "close"),
    [
        ("word-plain.docx", "word/document.xml", b"<w:p>", b"</w:p>"),
        ("plain.odt", "content.xml", b"<text:section>", b"</text:section>"),
    ],
)
def test_deeply_nested_xml(name: str, part: str, open_: bytes, close: bytes) -> None:
    """100,000 elements in each other."""

    def change(xml: bytes) -> bytes:
        tag = b"<w:body>" if b"<w:body>" in xml else b"<office:text>"
        return xml.replace(tag, tag + open_ * 100_000 + close * 100_000)

    assert refusal(changed(name, part, change), name).hint


def test_deeply_nested_html_in_a_feed() -> None:
    """What stands in it is read, or it is refused."""
    deep = "&lt;div&gt;" * 50_000 + "the end"
    feed = (DOCUMENTS / "news.rss").read_text("utf-8").replace("&lt;p&gt;The long", deep, 1)
    assert text_of(feed.encode(), "a.rss")


HEAD = "From: a@b.example\nMIME-Version: 1.0\nMessage-ID: <1@b.example>\nContent-Type: "


@pytest.mark.parametrize("name", ["a.eml", "a.mhtml"])
@pytest.mark.parametrize("deep", [1_000, 10_000])
@pytest.mark.parametrize("kind", ["multipart", "message"])
def test_mails_in_each_other(name: str, deep: int, kind: str) -> None:
    """As parts, or as mails that were passed on: refused in one line."""
    if kind == "message":
        data = f"{HEAD}message/rfc822\n\n" * deep + "From: a@b.example\n\nThe bridge is closed."
    else:
        data = f"{HEAD}multipart/related; boundary=0\n\n" + "".join(
            f"--{n}\nContent-Type: multipart/related; boundary={n + 1}\n\n" for n in range(deep)
        )
    error = refusal(data.encode(), name)
    assert "nested too deeply" in error.what
    assert error.hint


@pytest.mark.parametrize("name", sorted(p.name for p in DOCUMENTS.iterdir() if p.suffix != ".yml"))
def test_half_a_file(name: str) -> None:
    """Read as far as it goes, or refused with something to try; never anything else."""
    data = (DOCUMENTS / name).read_bytes()
    assert text_of(data[: len(data) // 2], name)


@pytest.mark.parametrize("name", ["a.docx", "a.odt", "a.epub", "a.pdf"])
def test_a_file_that_is_something_else(name: str) -> None:
    """Plain text under the name of a document."""
    error = refusal(b"Only words, and no document at all.", name)
    assert "that can be read" in error.what


def test_a_mail_in_another_encoding_than_it_says() -> None:
    """Recognised from its bytes."""
    text = "Müller kam am 3. Mai 2019 nach Köln zurück. Die Brücke blieb geschlossen."
    head = b"From: a@b.example\nMIME-Version: 1.0\nSubject: x\nContent-Type: text/plain; charset="
    for charset in (b"utf-8", b"x-nowhere"):
        (found,) = articles(Original(head + charset + b"\n\n" + text.encode("cp1252"), "a.eml"))
        assert found.blocks[0].text == text


def test_a_scan_is_sent_to_ocr() -> None:
    """No text, only a picture of it."""
    error = refusal(pdf(CATALOG, PAGES, PAGE, stream(b"0 0 9 9 re f"), FONT), "scan.pdf")
    assert "pictures" in error.what
    assert "ocrmypdf" in error.hint


def test_a_locked_pdf() -> None:
    """Told as that."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(DOCUMENTS / "reportlab-footnotes.pdf"))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    assert "password" in refusal(out.getvalue(), "a.pdf").what


def test_time_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that takes longer is ended, and the next file is read all the same."""
    slow = Original((DOCUMENTS / "plain.eml").read_bytes(), "a.eml")
    with pytest.raises(SourceError, match="within 0 seconds"):
        bounded.read("mail", slow, seconds=0.001)
    assert articles(slow)


def test_one_process_serves_many_files() -> None:
    """Its start is paid once."""
    original = Original.of(DOCUMENTS / "plain.eml")
    articles(original)
    first = bounded._process
    articles(original)
    assert bounded._process is first


def test_every_bounded_kind_has_a_reader() -> None:
    """None is named that isn't there."""
    assert all(callable(worker.reader(kind)) for kind in worker.MODULES)
