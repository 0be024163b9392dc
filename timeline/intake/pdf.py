"""PDF: columns, running heads, page numbers, notes, parted words; a page number for each block.

pdfium (the reader in Chromium) gives the signs and where they stand; the rest is layout.
"""

from __future__ import annotations

import re
from typing import Any

from timeline.errors import SourceError
from timeline.intake import opening, pdf_heads, xmp
from timeline.intake.article import Article, Block, DateFound, Original
from timeline.intake.libraries import missing
from timeline.intake.pdf_blocks import blocks
from timeline.intake.pdf_page import Word, columns, gutters, lines, words

PAGES = 1500  # a longer file is no article
_SIGNS = 5_000_000
_DAY = re.compile(r"(?:D:)?(\d{4})-?(\d\d)-?(\d\d)")
_LARGE = 1.12  # of the text's size: a title's


def read(original: Original) -> tuple[Article, ...]:
    """The one article. SourceError for a scan, a locked or broken file, or without pdfium."""
    try:
        import pypdfium2
    except ImportError:
        raise missing(original, "a PDF") from None
    try:
        document = pypdfium2.PdfDocument(original.data)
    except pypdfium2.PdfiumError as error:
        raise _unreadable(original, str(error)) from None
    try:
        pages = _pages(document, original)
        info = _info(document)
    finally:
        document.close()
    if not any(pages):
        raise SourceError(
            "has no text, only pictures of pages",
            where=original.where,
            hint="recognise its text with OCR (ocrmypdf scan.pdf text.pdf), then add that",
        )
    return (_article(original, pages, {**xmp.facts(original.data), **info}),)


def _unreadable(original: Original, reason: str) -> SourceError:
    if "assword" in reason or "ecurity" in reason:
        hint = "take the password off, such as by printing it to a new PDF, and add that"
        return SourceError("is locked with a password", where=original.where, hint=hint)
    return SourceError(
        "is no PDF that can be read: it is broken or cut off",
        where=original.where,
        hint="open it in a PDF viewer and save or print it anew, then add that",
    )


def _pages(document: Any, original: Original) -> list[tuple[Word, ...]]:
    import pypdfium2

    count = len(document)
    if count > PAGES:
        raise SourceError(
            f"is too long: {count:,} pages, and the limit is {PAGES:,}",
            where=original.where,
            hint="take out the pages of the article, and add those",
        )
    found: list[tuple[Word, ...]] = []
    signs = 0
    for number in range(count):
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            found.append(())
            continue
        try:
            found.append(words(page))
        finally:
            page.close()
        signs += sum(len(word.text) for word in found[-1])
        if signs > _SIGNS:
            hint = "take out the pages of the article, and add those"
            raise SourceError("has too much text for an article", where=original.where, hint=hint)
    return found


def _info(document: Any) -> dict[str, str]:
    import pypdfium2.raw as raw

    known = document.get_metadata_dict(skip_empty=True)
    names = {"Title": "title", "Author": "author", "CreationDate": "created"}
    facts = {key: known[name].strip("\0 ") for name, key in names.items() if known.get(name)}
    size = raw.FPDFCatalog_GetLanguage(document, None, 0)
    if 2 < size < 100:
        import ctypes

        buffer = ctypes.create_string_buffer(size)
        raw.FPDFCatalog_GetLanguage(
            document, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), size
        )
        facts["language"] = buffer.raw.decode("utf-16-le", "ignore").strip("\0")
    return facts


def _article(original: Original, pages: list[tuple[Word, ...]], facts: dict[str, str]) -> Article:
    kept, heads = pdf_heads.without_heads(pages)
    known = [x for page in kept for x in gutters(page)]
    layout = [
        [lines(region, number) for region in columns(page, known)]
        for number, page in enumerate(kept, start=1)
    ]
    sized = blocks(layout)
    title, doubts = _title(sized, facts.get("title"))
    body = opening.without_title([block for block, _ in sized], title)
    language = re.match(r"[a-z]{2,3}\b", facts.get("language", "").lower())
    said = [head for head in heads if not pdf_heads.printed_at(head)]
    published, updated = opening.dates_at_the_top(
        body, language=language[0] if language else None, heads=said
    )
    empty = [str(n) for n, page in enumerate(pages, start=1) if not page]
    if empty:
        which = ", ".join(empty[:10]) + (" and more" if len(empty) > 10 else "")
        doubts += (f"No text on page {which}: a picture, or empty.",)
    return Article(
        blocks=body,
        title=title,
        author=opening.byline(body) or opening.honest_name(facts.get("author")),
        publisher=facts.get("publisher"),
        url=facts.get("url") or pdf_heads.printed_address(heads),
        language=language[0] if language else None,
        published=(*_published(facts), *published, *_guesses(facts)),
        updated=updated,
        doubts=doubts,
    )


def _title(sized: list[tuple[Block, float]], own: str | None) -> tuple[str | None, tuple[str, ...]]:
    """The title in the file's properties if page 1 has it too, else the largest words there."""
    own = opening.honest_title(own)
    first = [(block, size) for block, size in sized if block.page == 1][:12]
    texts = {re.sub(r"\W+", "", block.text.casefold()) for block, _ in first}
    usual = sorted(size for block, size in sized for _ in range(len(block.text)))
    body = usual[len(usual) // 2]
    largest = max(first, key=lambda pair: pair[1], default=None)
    shown = None
    if largest and largest[1] >= _LARGE * body and len(largest[0].text) <= 250:
        shown = largest[0].text
    if own and (shown is None or re.sub(r"\W+", "", own.casefold()) in texts):
        return own, ()
    if own and shown:
        return shown, (f"The file's own title is “{own}”; its largest heading was taken.",)
    bold = next((b.text for b, _ in first[:3] if b.role == "heading"), None)
    return shown or bold, ()


def _published(facts: dict[str, str]) -> tuple[DateFound, ...]:
    match = _DAY.match(facts.get("published", ""))
    return (DateFound("-".join(match.groups()), "from the PDF's metadata"),) if match else ()


def _guesses(facts: dict[str, str]) -> tuple[DateFound, ...]:
    """A PDF is often made long after the article, so this is never sure."""
    days: dict[str, DateFound] = {}
    for key, basis in (("date", "date"), ("created", "date of creation")):
        if match := _DAY.match(facts.get(key, "")):
            day = "-".join(match.groups())
            made = key == "created"
            found = DateFound(day, f"from the PDF's {basis}", sure=False, offered=made)
            days.setdefault(day, found)
    return tuple(days.values())
