"""`timeline.intake.walk` and what is left out before it: text as people see it, in order."""

from __future__ import annotations

import pytest

from timeline.intake import Original, articles
from timeline.intake.article import Block
from timeline.intake.html import blocks

pytest.importorskip("lxml")


def lines(html: str) -> list[str]:
    """The texts of a piece of HTML."""
    return [block.text for block in blocks(html)]


def roles(html: str) -> list[tuple[str, str]]:
    """The texts, each with what it is."""
    return [(block.role, block.text) for block in blocks(html)]


def test_lists_in_lists() -> None:
    """Each item by itself, the outer one before the inner ones; text behind them follows."""
    html = "<ul><li>One <ol><li>1a</li><li>1b</li></ol> and after</li><li>Two</li></ul>"
    assert roles(html) == [("item", one) for one in ("One", "1a", "1b", "and after", "Two")]


def test_an_item_of_paragraphs_is_a_small_text() -> None:
    """As in a live blog; one paragraph in an item is the item."""
    assert [role for role, _ in roles("<ul><li><p>18:05</p><p>It passed.</p></li></ul>")] == [
        "text",
        "text",
    ]
    assert roles("<ul><li><p>It passed.</p></li></ul>") == [("item", "It passed.")]


def test_definition_lists() -> None:
    """A chronology is often one: the day, then what happened."""
    html = "<dl><dt>3 May 2014</dt><dd>The bridge closed.</dd><dd>It rained.</dd></dl>"
    assert lines(html) == ["3 May 2014", "The bridge closed.", "It rained."]


def test_tables_row_by_row() -> None:
    """With caption, empty cells in their place, and cells over several rows in each."""
    html = (
        "<table><caption>Levels</caption><tr><th>Year<th>Orl<th>Holm</tr>"
        "<tr><td rowspan=2>1910<td>3.4<td></tr><tr><td>3.1<td>2.0</tr>"
        "<tr><td><td colspan=2>none</tr></table>"
    )
    assert roles(html) == [
        ("caption", "Levels"),
        ("row", "Year | Orl | Holm"),
        ("row", "1910 | 3.4"),
        ("row", "1910 | 3.1 | 2.0"),
        ("row", "| none"),
    ]


def test_a_table_that_lays_out_a_page() -> None:
    """Its cells are text."""
    html = f"<table role=presentation><tr><td>Menu<td><p>{'The bridge. ' * 40}</p></tr></table>"
    assert [role for role, _ in roles(html)] == ["text", "text"]


def test_a_table_in_the_cell_of_another() -> None:
    """The outer one is layout, the inner one data."""
    inner = "<table><tr><th>Year<th>Level</tr><tr><td>1910<td>3.4</tr></table>"
    html = f"<table><tr><td><p>Before.</p>{inner}<p>After.</p></tr></table>"
    assert lines(html) == ["Before.", "Year | Level", "1910 | 3.4", "After."]


def test_quotations() -> None:
    """Block quotes with their source, and the marks that browsers set around <q>."""
    html = "<p>She said <q>no</q>.</p><blockquote><p>Never.</p><footer>Ada</footer></blockquote>"
    assert roles(html) == [("text", "She said “no”."), ("quote", "Never."), ("quote", "Ada")]


def test_quotes_and_dashes_stay_as_they_are() -> None:
    """And the space that doesn't break."""
    text = "«Nie», „doch“ – it’s 5\u00a0km — 'so' \"said\" he…"
    assert lines(f"<p>{text}</p>") == [text]


def test_headings_keep_their_rank() -> None:
    """Also within other elements, and with markup in them."""
    html = "<h1>A <em>b</em></h1><section><h3>C</h3></section>"
    assert blocks(html) == (Block("A b", "heading", level=1), Block("C", "heading", level=3))


def test_figures_have_captions() -> None:
    """A picture's other text is for those who don't see it, and is no caption."""
    html = "<figure><img src=a alt='A bridge'><figcaption>The bridge in 1934</figcaption></figure>"
    assert roles(html) == [("caption", "The bridge in 1934")]


def test_line_breaks() -> None:
    """One stands within a paragraph, two part it."""
    assert lines("<p>One<br>line<br><br>Two<br/>\n<br/>Three</p>") == ["One line", "Two", "Three"]


def test_preformatted_text() -> None:
    """Blank lines part its paragraphs, other line breaks are spaces."""
    assert lines("<pre>One\n  line\n\nTwo</pre><p>a\n\nb</p>") == ["One line", "Two", "a b"]


def test_text_between_elements_is_text() -> None:
    """Before, between and behind blocks."""
    assert lines("a<p>b</p>c<div>d<p>e</p>f</div>g") == list("abcdefg")


def test_an_aside_stands_where_it_stands() -> None:
    """In a piece that is all article."""
    assert lines("<p>a</p><aside><p>b</p></aside><p>c</p>") == ["a", "b", "c"]


def test_footnotes_stay_at_their_place() -> None:
    """They are read last, as they are printed."""
    html = "<p>Text.<sup>1</sup></p><hr><section><ol><li>A note of 1934.</li></ol></section>"
    assert lines(html) == ["Text.1", "A note of 1934."]


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>x</p>",
        "<p style='color:red;display: none'>x</p>",
        "<div aria-hidden=true>x</div>",
        "<span class='visually-hidden'>x</span>",
        "<script>x</script><style>x</style><template>x</template><noscript>x</noscript>",
        "<!-- x --><select><option>x</select><textarea>x</textarea><button>x</button>",
        "<svg><text>x</text></svg><del>x</del>",
        "<dialog>x</dialog>",
    ],
)
def test_what_nobody_sees(hidden: str) -> None:
    """It isn't there, and what stands around it is."""
    assert " ".join(lines(f"<p>a</p>{hidden}<p>b</p>")) == "a b"


def test_where_a_word_may_be_cut() -> None:
    """Soft hyphens and marks of no width are no text."""
    assert lines("<p>Brü\u00adcken\u200bbau<wbr>amt</p>") == ["Brückenbauamt"]


PROSE = (
    "The bridge at Orl was closed to lorries after a crack was found in its third pier.",
    "It will be mended before the winter, the county said, and paid for by the state.",
    "“We thought it would hold for another year,” said the engineer, who has left since.",
)


def page(*parts: str) -> list[str]:
    """The lines of the article on a whole page with a menu and a footer."""
    menu = "<nav><a href=/>Home</a></nav>"
    html = (
        f"<!doctype html><title>The bridge</title><body>{menu}<article><h1>The bridge</h1>"
        f"{''.join(parts)}</article><footer>© 2015 Courier</footer></body>"
    )
    (found,) = articles(Original(html.encode(), "page.html"))
    return [block.text for block in found.blocks]


def test_words_set_large_beside_the_text() -> None:
    """Out where the text has them too; else they are text."""
    first, second, third = (f"<p>{one}</p>" for one in PROSE)
    again = "<div class='pull-quote'>“We thought it would hold for another year”</div>"
    assert page(first, again, second, third) == list(PROSE)
    other = "<div class='pull-quote'>“Nobody asked the ferrymen what they had seen.”</div>"
    assert "“Nobody asked the ferrymen what they had seen.”" in page(first, other, second, third)


def test_note_marks_are_no_text() -> None:
    """Whether they are raised or only links; a link with words stays."""
    marks = (
        '<sup><a href="#n1">[1]</a></sup>',
        '<a class="footnote-anchor" href="#footnote-1">1</a>',
    )
    paragraphs = [f"<p>{text}{mark}</p>" for text, mark in zip(PROSE, (*marks, ""), strict=True)]
    assert page(*paragraphs) == list(PROSE)


@pytest.mark.parametrize("heading", ["Related articles", "Read also:", "関連記事", "اقرأ أيضاً"])
def test_what_leads_to_other_articles(heading: str) -> None:
    """The heading goes with its list, and what comes after stays."""
    first, second, third = (f"<p>{one}</p>" for one in PROSE)
    listed = "<ul><li><a href=/1>The ferry is back</a> 3 May 2014</li></ul>"
    assert page(first, second, f"<h3>{heading}</h3>{listed}", third) == list(PROSE)


def test_a_list_of_linked_events_is_text() -> None:
    """A chronology with links is what we are looking for."""
    first, second, third = (f"<p>{one}</p>" for one in PROSE)
    listed = (
        "<h3>What happened</h3><ul><li>3 May 2014: the bridge <a href=/1>was closed</a>.</li></ul>"
    )
    found = page(first, second, listed, third)
    assert found[2:4] == ["What happened", "3 May 2014: the bridge was closed."]


def test_a_lead_that_is_called_a_teaser() -> None:
    """It leads nowhere, so it is the article's own; one with a link is of another article."""
    first, second, third = (f"<p>{one}</p>" for one in PROSE)
    lead = f"<div class='teaser-text'>{first}</div>"
    other = "<div class='teaser'><p>The ferry is back, and <a href=/1>cheaper</a>.</p></div>"
    assert page(lead, second, third, other) == list(PROSE)


def test_the_way_to_a_page_is_no_text() -> None:
    """Neither are links at the end, whatever is taken for the article."""
    crumbs = "<p>You are here: <a href=/>Home</a> &gt; <a href=/n>News</a> &gt; The bridge</p>"
    first, second, third = (f"<p>{one}</p>" for one in PROSE)
    links = "<p><a href=/c>Copyright</a> | <a href=/p>Privacy</a> | The Courier</p>"
    assert page(crumbs, first, second, third, links) == list(PROSE)
