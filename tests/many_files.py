"""A download folder of a thousand files of all kinds, each an article of its own; some broken."""

from __future__ import annotations

import io
import random
import textwrap
import zipfile
from collections.abc import Callable
from pathlib import Path

from tests.web_articles import page

NUMBER = 1000
SYLLABLES = "ba ce di fo gu ka le mi no pu ra se ti vo zu ".split()
BROKEN = 20  # of them can't be read
_WORD = "http://schemas.openxmlformats.org"
_TYPES = (
    f'<Types xmlns="{_WORD}/package/2006/content-types"><Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override'
    ' PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument'
    '.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    f'<Relationships xmlns="{_WORD}/package/2006/relationships"><Relationship Id="r"'
    f' Type="{_WORD}/officeDocument/2006/relationships/officeDocument"'
    ' Target="word/document.xml"/></Relationships>'
)


def _told(number: int) -> tuple[str, str]:
    """A title and a paragraph that no other file has, most of it in words of no language."""
    chance = random.Random(number)
    words = ("".join(chance.choices(SYLLABLES, k=3)) for _ in range(60))
    told = f"The council numbered house {number} in Mill Street on 3 May 2014"
    return f"House {number}", f"{told}: {' '.join(words)}."


def text(number: int) -> bytes:
    return "{}\n\n{}\n".format(*_told(number)).encode()


def markdown(number: int) -> bytes:
    return "---\ntitle: {}\npublished: 2015-09-25\n---\n\n{}\n".format(*_told(number)).encode()


def web_page(number: int) -> bytes:
    title, told = _told(number)
    return page(told, title=title)


def mail(number: int) -> bytes:
    return (
        (
            "From: desk@paper.example\nDate: Fri, 25 Sep 2015 10:00:00 +0000\nMIME-Version: 1.0\n"
            "Subject: {}\n\n{}\n"
        )
        .format(*_told(number))
        .encode()
    )


def word(number: int) -> bytes:
    body = "".join(f"<w:p><w:r><w:t>{part}</w:t></w:r></w:p>" for part in _told(number))
    main = f'xmlns:w="{_WORD}/wordprocessingml/2006/main"'
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONS,
        "word/document.xml": f"<w:document {main}><w:body>{body}</w:body></w:document>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def pdf(number: int) -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    title, told = _told(number)
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    canvas.setTitle(title)
    canvas.drawString(72, 760, title)
    for line, words in enumerate(textwrap.wrap(told, 70)):
        canvas.drawString(72, 720 - 14 * line, words)
    canvas.save()
    return out.getvalue()


KINDS: tuple[tuple[str, Callable[[int], bytes]], ...] = (
    ("txt", text),
    ("md", markdown),
    ("html", web_page),
    ("eml", mail),
    ("docx", word),
    ("pdf", pdf),
)


def fill(folder: Path, number: int = NUMBER, broken: int = BROKEN) -> None:
    """Files in turn of each kind, in two folders; the last `broken` of them are cut or no text."""
    for n in range(number):
        suffix, make = KINDS[n % len(KINDS)]
        data = make(n)
        if n >= number - broken:
            data = data[: len(data) // 3] if suffix in ("docx", "pdf") else b"a\0b"
        path = folder / ("old" if n % 2 else "new") / f"file-{n:04}.{suffix}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
