"""The Markdown text, read by a parser: words are words, and quotes are quotes."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from tests.export_example import evil, made
from tests.site_example import EXAMPLE
from timeline.exports.markdown import inert

HOSTILE = (
    "1. one",
    "- point",
    "# heading",
    "**bold** _i_ `code` ~~gone~~",
    "[a](javascript:x) ![b](c.png) <b>tag</b> <https://auto.example>",
    "https://auto.example www.auto.example a@auto.example",
    "&amp; &#123; A & B",
    "| a | b |",
    "---",
    "> quote",
    "a\\*b",
    "x == y -- z",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_words_are_only_words(text: str) -> None:
    """One paragraph, no tags in it, and the same letters."""
    html = MarkdownIt("gfm-like", {"linkify": False}).render(inert(text))
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

    assert html == f"<p>{escaped}</p>\n"


def test_plain_words_stay_plain() -> None:
    """It is a text to read, too."""
    for text in ("U.S. and E.U. – 14:30, well-known (1914–18)!", "about 50 %, isn’t it?"):
        assert inert(text) == text


def test_the_text_has_years_events_and_quotes() -> None:
    """In order of time, each quote with its source."""
    html = MarkdownIt().render(made("markdown", EXAMPLE).text)

    assert html.startswith("<h1>Harbour &amp; &lt;port&gt;</h1>")
    assert html.index("<h2>1970s</h2>") < html.index("<h2>2014</h2>")
    assert "<strong>Thursday 17 April 2014</strong> Divers see cracks" in html
    assert '<a href="https://gazette.example/2014/05/bridge">Old harbour bridge closed' in html


def test_hostile_words_make_no_tags_and_no_links() -> None:
    """Wherever they stand."""
    html = MarkdownIt().render(made("markdown", evil()).text)

    assert "<b" not in html.replace("<blockquote", "")
    assert "javascript:x" not in "".join(html.split("href=")[1:])
    assert "{{" not in made("markdown", evil()).text
