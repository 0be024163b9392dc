"""Text of others never becomes markup, whatever parser reads the page."""

from __future__ import annotations

import html

import markdown
import pytest

from tests.site_project import HOSTILE
from timeline.site.markup import encode, plain_title, web_url


@pytest.mark.parametrize("text", HOSTILE)
def test_encoded_text_reads_as_the_text(text: str) -> None:
    """A browser shows what was written, less control characters."""
    shown = html.unescape(encode(text))
    assert shown == "".join(c for c in text if c not in "\x02\x03")


@pytest.mark.parametrize("text", HOSTILE)
def test_encoded_text_has_no_active_character(text: str) -> None:
    """No bracket, brace, quote, backtick, asterisk or underscore is left to be read as syntax."""
    encoded = encode(text)
    assert not set("<>\"'{}[]`*_~^|\\$!@:+=%\x02\x03") & set(encoded)
    assert "--" not in encoded


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_leaves_encoded_text_alone(text: str) -> None:
    """Both in a block of raw HTML and, for the worst case, as Markdown's own text."""
    extensions = ["extra", "admonition", "smarty", "toc", "pymdownx.extra", "pymdownx.magiclink"]
    encoded = encode(text)
    block = f"<div><p>{encoded}</p></div>"
    assert markdown.markdown(block, extensions=extensions) == block
    assert markdown.markdown(f"x {encoded}") == f"<p>x {encoded.rstrip()}</p>"


def test_white_space_becomes_single_spaces() -> None:
    """So that no line of a text can begin a block of its own."""
    assert encode(" a\n\n\tb\u2028c ") == " a b c "


def test_letters_of_any_script_stay_letters() -> None:
    """Only syntax is encoded: pages stay small and readable."""
    text = "Кремль, Łódź, 東京, القاهرة – «да» (1991); 3–4"
    assert encode(text) == text


@pytest.mark.parametrize(
    "url",
    [
        "http://a.example",
        "https://a.example/b?c=d#e",
        "HTTPS://a.example",
        "mailto:a@b.example",
        "  https://a.example ",
    ],
)
def test_web_addresses_are_linked(url: str) -> None:
    """http, https and mailto, with spaces around them forgiven."""
    assert web_url(url) == url.strip()


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//evil.example",
        "/etc/passwd",
        "article.pdf",
        "https://",
        "https://[::1",
        "https://a.example/ b",
    ],
)
def test_other_addresses_are_not_linked(url: str | None) -> None:
    """Anything a browser could run, and anything that is no address on the web."""
    assert web_url(url) is None


def test_a_page_title_is_harmless_where_themes_print_it_raw() -> None:
    """Twice unescaped, it still holds no tag and no template."""
    title = plain_title("</title><script>{{ x }}&lt;b&gt; \x00 \n AT&T")
    assert not set("<>{}\n\x00") & set(html.unescape(title).replace("&lt;", "").replace("&gt;", ""))
    assert title.endswith("AT&amp;T")
