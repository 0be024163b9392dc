"""The wire report as a document of another kind gives what it gives as text."""

from __future__ import annotations

import html
import io
import json
import textwrap
from collections.abc import Callable
from email import policy
from email.message import EmailMessage
from pathlib import Path

import pytest

import timeline
from tests.corpora import outside
from tests.test_seed import TITLE, WANTED, cited, extracted, with_model
from timeline.intake import Original, articles
from timeline.intake.add import add
from timeline.model import Event

__all__ = ["with_model"]  # its fixture: with the language model, and without it


def as_pdf(title: str, paragraphs: list[str]) -> bytes:
    """Two columns over several pages, with running heads and numbers."""
    pytest.importorskip("reportlab")
    from tests.intake.typeset import ReportLab, Setter

    setter = Setter(ReportLab(title, ""), columns=2, justified=True, foot="{}", size=9.5)
    setter.across(title, 18, bold=True)
    for paragraph in paragraphs:
        setter.paragraph(paragraph)
    return setter.finish()


def as_word(title: str, paragraphs: list[str]) -> bytes:
    """The title in its style."""
    docx = pytest.importorskip("docx")
    document, out = docx.Document(), io.BytesIO()
    document.add_heading(title, 0)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save(out)
    return out.getvalue()


def as_page(title: str, paragraphs: list[str]) -> bytes:
    """Saved from a newspaper's site, with what stands around an article there."""
    facts = {
        "@type": "NewsArticle",
        "headline": title,
        "datePublished": "2015-09-25T16:40:00-04:00",
    }
    body = "".join(f"<p>{html.escape(text)}</p>" for text in paragraphs)
    return f"""<!doctype html><html lang="en-US"><head><meta charset="utf-8">
<title>{html.escape(title)} | The Courier</title>
<script type="application/ld+json">{json.dumps(facts)}</script></head><body>
<header><nav><a href="/">Home</a> <a href="/world">World</a></nav></header>
<div class="cookie-notice"><p>We changed our privacy policy on 25 May 2018.</p></div>
<article><h1>{html.escape(title)}</h1>
<p class="byline">By Ada Example, September 25, 2015</p>{body}
<div class="related"><h3>Related</h3>
<ul><li><a href="/1">The war since March 2014</a></li></ul></div>
</article><footer><p>© 2015 The Courier</p></footer></body></html>""".encode()


def as_mail(title: str, paragraphs: list[str]) -> bytes:
    """Plain text in lines of 72 signs, as mail programs break them."""
    message = EmailMessage(policy=policy.SMTP)
    message["From"], message["Subject"] = "Ada Example <ada@courier.example>", title
    message["Message-ID"] = "<1@courier.example>"
    message["Date"] = "Fri, 25 Sep 2015 16:40:00 -0400"
    lines = (textwrap.fill(text, 72, break_long_words=False, break_on_hyphens=False)
             for text in paragraphs)  # fmt: skip
    message.set_content("\n\n".join(lines), cte="quoted-printable")
    return message.as_bytes()


FORMATS: dict[str, Callable[[str, list[str]], bytes]] = {
    "seed.pdf": as_pdf,
    "seed.docx": as_word,
    "seed.html": as_page,
    "seed.eml": as_mail,
}


def from_document(name: str, folder: Path) -> tuple[Event, ...]:
    text = outside("seed", "article.txt").read_text("utf-8")
    paragraphs = [line.strip() for line in text.splitlines() if line.strip()]
    original = Original(FORMATS[name](TITLE, paragraphs), name)
    (article,) = articles(original)
    # A page and a mail say their day themselves.
    given = None if name.endswith(("html", "eml")) else "2015-09-25"
    added = add(article, original, folder, published=given)
    assert added.document.source.published == "2015-09-25"
    assert added.document.source.title == TITLE
    return timeline.extract(added.path).events


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_events(name: str, tmp_path: Path, with_model: bool) -> None:
    """The thirteen, with their dates, their paragraphs, their quotes to the letter."""
    del with_model
    (tmp_path / "text").mkdir()
    wanted = extracted(tmp_path / "text", published="2015-09-25")
    found = from_document(name, tmp_path)

    assert {want[:3] for want in WANTED} <= {cited(event) for event in found}
    quotes = [[(cited(e), e.citations[0].quote) for e in events] for events in (wanted, found)]
    assert quotes[1] == quotes[0]
