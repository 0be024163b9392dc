"""A small typesetter for the PDFs of the test set: columns, parted words, heads, numbers, notes."""

from __future__ import annotations

import datetime as dt
import io
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

MADE = dt.datetime(2022, 1, 7, 10, 0, tzinfo=dt.UTC)  # long after each article, as scans often are
HEIGHT, WIDTH, LEADING = 842.0, 595.0, 1.25


class Sheet(Protocol):
    """A producer of PDFs, drawn on from the upper left corner."""

    def width(self, text: str, size: float, bold: bool) -> float: ...

    def draw(self, x: float, y: float, text: str, size: float, bold: bool) -> None: ...

    def turn(self) -> None: ...

    def done(self) -> bytes: ...


class ReportLab:
    """Drawn by reportlab."""

    def __init__(self, title: str, author: str) -> None:
        from reportlab.pdfgen.canvas import Canvas

        self.out = io.BytesIO()
        self.canvas = Canvas(self.out, pagesize=(WIDTH, HEIGHT), invariant=1)
        self.canvas.setTitle(title)
        self.canvas.setAuthor(author)

    def width(self, text: str, size: float, bold: bool) -> float:
        return float(self.canvas.stringWidth(text, f"Helvetica{'-Bold' * bold}", size))

    def draw(self, x: float, y: float, text: str, size: float, bold: bool) -> None:
        self.canvas.setFont(f"Helvetica{'-Bold' * bold}", size)
        self.canvas.drawString(x, HEIGHT - y, text)

    def turn(self) -> None:
        self.canvas.showPage()

    def done(self) -> bytes:
        self.canvas.save()
        return self.out.getvalue()


class Fpdf:
    """Drawn by fpdf2, with the font that reportlab brings."""

    def __init__(self, title: str, author: str) -> None:
        import reportlab
        from fpdf import FPDF

        self.pdf = FPDF(unit="pt", format=(WIDTH, HEIGHT))
        fonts = Path(reportlab.__file__).parent / "fonts"
        self.pdf.add_font("Vera", fname=fonts / "Vera.ttf")
        self.pdf.add_font("Vera", style="B", fname=fonts / "VeraBd.ttf")
        self.pdf.set_title(title)
        self.pdf.set_author(author)
        self.pdf.set_creation_date(MADE)
        self.pdf.set_auto_page_break(False)
        self.pdf.add_page()

    def width(self, text: str, size: float, bold: bool) -> float:
        self.pdf.set_font("Vera", "B" * bold, size)
        return float(self.pdf.get_string_width(text))

    def draw(self, x: float, y: float, text: str, size: float, bold: bool) -> None:
        self.pdf.set_font("Vera", "B" * bold, size)
        self.pdf.text(x, y, text)

    def turn(self) -> None:
        self.pdf.add_page()

    def done(self) -> bytes:
        return bytes(self.pdf.output())


@dataclass
class Setter:
    """Sets paragraphs into columns, page after page."""

    sheet: Sheet
    columns: int = 1
    size: float = 10.0
    indent: float = 0.0
    between: float = 8.0
    gutter: float = 20.0
    margin: float = 72.0
    height: float = HEIGHT
    head: tuple[str, str] = ("", "")  # of odd and even pages; {} is the page's number
    foot: str = ""
    justified: bool = False
    page: int = 1
    column: int = 0
    top: float = 72.0
    y: float = 72.0
    notes: list[str] = field(default_factory=list)

    @property
    def measure(self) -> float:
        return (WIDTH - 2 * self.margin - (self.columns - 1) * self.gutter) / self.columns

    def across(self, text: str, size: float, *, bold: bool = False, gap: float = 10.0) -> None:
        """A line over all columns, at the top of the first page."""
        for line in self.broken(text, size, WIDTH - 2 * self.margin, bold=bold, part=False):
            self.y += size * LEADING
            self.sheet.draw(self.margin, self.y, line, size, bold)
        self.y += gap
        self.top = self.y

    def paragraph(self, text: str, *, note: str = "") -> None:
        """Running text; a note stands at the foot of the page it is set on."""
        lines = self.broken(text, self.size, self.measure, first=self.indent)
        for n, line in enumerate(lines):
            if self.y + self.size * LEADING > self.bottom(len(note) > 0 and n == 0):
                self.next()
            self.y += self.size * LEADING
            x = self.margin + self.column * (self.measure + self.gutter)
            self.line(x + (self.indent if n == 0 else 0), line, last=n == len(lines) - 1)
            if n == 0 and note:
                self.notes.append(note)
        self.y += self.between

    def line(self, x: float, text: str, *, last: bool) -> None:
        words = text.split(" ")
        room = self.measure - self.sheet.width(text, self.size, False)
        if not self.justified or last or len(words) < 2 or room > 0.3 * self.measure:
            self.sheet.draw(x, self.y, text, self.size, False)
            return
        column = self.margin + self.column * (self.measure + self.gutter)
        extra = (room - (x - column)) / (len(words) - 1)
        for word in words:
            self.sheet.draw(x, self.y, word, self.size, False)
            x += self.sheet.width(word + " ", self.size, False) + extra

    def bottom(self, more: bool = False) -> float:
        return self.height - 80 - 24 * (len(self.notes) + more)

    def next(self) -> None:
        if self.column + 1 < self.columns:
            self.column += 1
        else:
            self.furniture()
            self.sheet.turn()
            self.page, self.column, self.top = self.page + 1, 0, 72.0
        self.y = self.top

    def furniture(self) -> None:
        """Head, foot and notes of a page that is full."""
        head = self.head[(self.page + 1) % 2].format(self.page)
        if head:
            self.sheet.draw(self.margin, 48, head, 8.5, False)
        if self.foot:
            self.sheet.draw(WIDTH / 2 - 10, HEIGHT - 36, self.foot.format(self.page), 9, False)
        y = self.height - 60 - 24 * (len(self.notes) - 1)
        for note in self.notes:
            self.sheet.draw(self.margin, y, note, 7.5, False)
            y += 24
        self.notes = []

    def finish(self) -> bytes:
        self.furniture()
        return self.sheet.done()

    def broken(
        self, text: str, size: float, measure: float, *, first: float = 0.0, bold: bool = False,
        part: bool = True,
    ) -> list[str]:  # fmt: skip
        """Lines that fit, with long words parted after a vowel."""
        lines, line = [], ""
        for word in text.split(" "):
            room = measure - (0 if lines else first)
            longer = f"{line} {word}".strip()
            if self.sheet.width(longer, size, bold) <= room:
                line = longer
                continue
            start, rest = parted(word) if part else ("", word)
            if start and self.sheet.width(f"{line} {start}", size, bold) <= room:
                lines.append(f"{line} {start}".strip())
                line = rest
            else:
                lines.append(line)
                line = word
        return [*lines, line]


def parted(word: str) -> tuple[str, str]:
    """A long word in two parts, the first with its hyphen; nothing and the word if it is short.

    A word with a hyphen of its own is parted there and nowhere else.
    """
    if "-" in word.strip("-"):
        cut = word.index("-") + 1
        return word[:cut], word[cut:]
    if len(word) < 8 or not re.fullmatch(r"[a-z]+", word[:7]):
        return "", word
    for cut in range(len(word) // 2, len(word) - 3):
        if word[cut - 1] in "aeiou" and word[cut] not in "aeiou" and word[cut + 1] in "aeiou":
            return word[:cut] + "-", word[cut:]
    return "", word
