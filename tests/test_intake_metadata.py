"""`timeline.intake.metadata`, `days` and `seen`: the day a page gives for itself, and how sure."""

from __future__ import annotations

import pytest

from timeline.intake import Article, Original, articles, days

pytest.importorskip("trafilatura")

TEXT = (
    "<p>The bridge at Orl was closed to lorries after a crack was found in its third pier.</p>"
    "<p>It will be mended before the winter, the county said, and paid for by the state.</p>"
)
ISO = "2015-09-25T23:50:00-05:00"
JSON_LD = (
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"The bridge",'
    '"datePublished":"2015-09-25T08:00:00Z","dateModified":"2015-09-27T08:00:00Z"}</script>'
)


def page(
    head: str = "",
    top: str = "",
    *,
    lang: str = "en",
    title: str = "The bridge at Orl",
    url: str | None = None,
    retrieved: str | None = None,
) -> Article:
    """The article of a page with these marks in its head and above its text."""
    html = (
        f'<!doctype html><html lang="{lang}"><head><title>{title}</title>{head}</head><body>'
        f"<article><h1>{title}</h1>{top}{TEXT}</article></body></html>"
    )
    original = Original(html.encode(), "page.html", url=url, retrieved=retrieved)
    (found,) = articles(original)
    return found


def told(article: Article) -> list[tuple[str, bool]]:
    """Days of publication, each with whether it is sure."""
    return [(one.value, one.sure) for one in article.published]


def test_json_ld_goes_first() -> None:
    """Before meta tags and the marks on the page, which are kept as what it might be."""
    found = page(
        '<meta property="article:published_time" content="2015-09-20">' + JSON_LD,
        '<time datetime="2015-09-18">18 September</time>',
    )
    assert [one.value for one in found.published] == ["2015-09-25", "2015-09-20", "2015-09-18"]
    assert found.published[0].basis == "from JSON-LD"
    assert [one.value for one in found.updated] == ["2015-09-27"]


@pytest.mark.parametrize(
    "mark",
    [
        '<meta property="article:published_time" content="{}">',
        '<meta property="og:article:published_time" content="{}">',
        '<meta name="DC.date.issued" content="{}">',
        '<meta name="dcterms.created" content="{}">',
        '<meta name="parsely-pub-date" content="{}">',
        '<meta itemprop="datePublished" content="{}">',
    ],
)
def test_meta_tags(mark: str) -> None:
    """The day is the page's own: in New York it is still Friday."""
    assert told(page(mark.format(ISO))) == [("2015-09-25", True)]


@pytest.mark.parametrize(
    "mark",
    [
        '<time datetime="{}">last night</time>',
        '<time itemprop="datePublished" datetime="{}">last night</time>',
        '<span property="dc:date dc:created" content="{}">Submitted by ada</span>',
        '<abbr class="published" title="{}">11:50 PM</abbr>',
        '<span class="post-date">25 September 2015</span>',
        '<p class="byline">By Ada Example, September 25, 2015</p>',
        "<p>Published: 25 September 2015</p>",
    ],
)
def test_marks_on_the_page(mark: str) -> None:
    """As people see them, or beside that."""
    assert told(page(top=mark.format(ISO))) == [("2015-09-25", True)]


@pytest.mark.parametrize(
    ("head", "top"),
    [
        (f'<meta property="article:modified_time" content="{ISO}">', ""),
        (f'<meta property="og:updated_time" content="{ISO}">', ""),
        ("", f'<time itemprop="dateModified" datetime="{ISO}">x</time>'),
        ("", "<p>Last updated: 25 September 2015</p>"),
        ("", '<p class="meta">Updated on September 25, 2015</p>'),
        ("", f'Updated <time datetime="{ISO}">x</time>'),
    ],
)
def test_the_last_change_is_no_day_of_publication(head: str, top: str) -> None:
    """And a person is told that there is none."""
    found = page(head, top)
    assert (found.published, [one.value for one in found.updated]) == ((), ["2015-09-25"])
    assert any("none of publication" in doubt for doubt in found.doubts)


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        ("By Ada Example<time>Tuesday</time>", "Ada Example"),
        ("By <a>Ada Example</a><span>The Courier</span>", "Ada Example The Courier"),
        ("By <a>Ada Example</a>, The Courier", "Ada Example"),
        ("By <b>Ada Example</b>’s desk", "Ada Example’s desk"),
        ("<span>By</span><span>Ada Example</span><time>Tuesday</time>", "Ada Example"),
    ],
)
def test_words_of_a_byline_are_parted(byline: str, author: str) -> None:
    """Where only markup stands between them; the day is no name."""
    assert page(top=f'<div class="byline">{byline}</div>').author == author


def test_published_and_updated_in_one_line() -> None:
    """Each is what the line calls it."""
    found = page(top='<p class="meta">Published 25 September 2015 | Updated 2 October 2015</p>')
    assert told(found) == [("2015-09-25", True)]
    assert [one.value for one in found.updated] == ["2015-10-02"]


@pytest.mark.parametrize(
    "address",
    [
        "https://paper.example/2015/09/25/the-bridge",
        "https://paper.example/news/2015-09-25-the-bridge.html",
        "https://paper.example/2015/sep/25/the-bridge",
        "https://paper.example/a/20150925/the-bridge",
    ],
)
def test_the_address_is_a_guess(address: str) -> None:
    """Never sure; and a month in it is no day."""
    assert told(page(url=address)) == [("2015-09-25", False)]


@pytest.mark.parametrize("address", ["https://a.example/2015/09/x", "https://a.example/201509251"])
def test_an_address_without_a_day(address: str) -> None:
    """A month, and a number."""
    assert told(page(url=address)) == []


@pytest.mark.parametrize(
    "top",
    [
        "",
        "<footer><p>© 2015 The Courier</p></footer>",
        '<p class="copyright">Copyright 25 September 2015 The Courier</p>',
        '<div class="related"><time datetime="2015-09-25">x</time></div>',
        '<ul class="comments"><li><time datetime="2015-09-25">x</time> Well done!</li></ul>',
        '<div class="masthead"><span class="date">25 September 2015</span></div>',
        '<figure class="story-image"><figcaption>The pier, 25 September 2015</figcaption></figure>',
    ],
)
def test_days_that_are_not_the_articles(top: str) -> None:
    """A copyright, another article, a comment, today, a picture: none of them is sure."""
    assert [one for one in page(top=top).published if one.sure] == []


@pytest.mark.parametrize("mark", ["", ' class="entry-title"', ' class="post-title published"'])
@pytest.mark.parametrize("title", ["Timeline: 11 September 2001", "11 September 2001"])
def test_a_day_in_the_headline_is_what_it_is_about(title: str, mark: str) -> None:
    """Not when it was published, whatever the heading's class is called."""
    top = f'<h2{mark}>{title}</h2><span class="post-date">25 September 2015</span>'
    assert told(page(top=top, title=title))[0] == ("2015-09-25", True)
    alone = page(top=f"<h2{mark}>{title}</h2>", title=title)
    assert [one for one in alone.published if one.sure] == []


FIGURES = '<span class="post-date">03/04/2015</span>'


@pytest.mark.parametrize(
    ("lang", "url", "first", "second"),
    [
        ("en-US", None, "2015-03-04", "2015-04-03"),
        ("en-GB", None, "2015-04-03", "2015-03-04"),
        ("en", "https://paper.co.uk/a", "2015-04-03", "2015-03-04"),
        ("fr", None, "2015-04-03", "2015-03-04"),
    ],
)
@pytest.mark.parametrize(
    ("head", "top"),
    [
        ("", FIGURES),
        ("", "<p>Posted 03/04/2015 10:22</p>"),
        ("", "<time>03/04/2015</time>"),
        ('<meta name="pubdate" content="03/04/2015">', ""),
        ('<script type="application/ld+json">{"@type":"Article","datePublished":"03/04/2015"}'
         "</script>", ""),
    ],
)  # fmt: skip
def test_figures_that_can_be_read_two_ways(
    lang: str, url: str | None, first: str, second: str, head: str, top: str
) -> None:
    """Both, neither sure, the likelier first for the language and its country; and a doubt."""
    found = page(head, top, lang=lang, url=url)
    assert told(found) == [(first, False), (second, False)]
    assert all("day and month could be the other way round" in d.basis for d in found.published)
    assert any(first in doubt and second in doubt for doubt in found.doubts)


def test_only_the_text_has_figures() -> None:
    """What is guessed from it has two readings, too."""
    found = page(top="<p>Orl, 03/04/2015.</p>")
    assert {(one.value, one.sure) for one in found.published} <= {
        ("2015-03-04", False),
        ("2015-04-03", False),
    }


@pytest.mark.parametrize(
    ("top", "head", "url", "wanted"),
    [
        ('<span class="post-date">25/09/2015</span>', "", None, ("2015-09-25", True)),
        ('<span class="post-date">09/25/2015</span>', "", None, ("2015-09-25", True)),
        ('<span class="post-date">04/04/2015</span>', "", None, ("2015-04-04", True)),
        ('<span class="post-date">Fri, 03/04/2015 - 14:20</span>', "", None, ("2015-04-03", True)),
        (FIGURES, '<meta name="date" content="2015-04-03">', None, ("2015-04-03", True)),
        (FIGURES, "", "https://a.example/2015/04/03/x", ("2015-04-03", False)),
    ],
)
def test_figures_that_something_decides(
    top: str, head: str, url: str | None, wanted: tuple[str, bool]
) -> None:
    """A figure above twelve, equal figures, the weekday, another place on the page, the address."""
    assert told(page(head, top, url=url)) == [wanted]


def test_a_day_after_the_page_was_fetched_is_none() -> None:
    """So figures are read as the day that had been."""
    found = page(top=FIGURES, lang="en-GB", retrieved="2015-03-20")
    assert told(found) == [("2015-03-04", True)]


def test_a_short_year_is_never_sure() -> None:
    """13/4/15 may be in 2013."""
    assert all(not sure for _, sure in told(page(top='<span class="post-date">13/4/15</span>')))


@pytest.mark.parametrize(
    ("written", "language"),
    [
        ("2015年9月25日", "ja"),
        ("٢٥ سبتمبر ٢٠١٥", "ar"),
        ("2015년 9월 25일", "ko"),
        ("25.09.2015", "de"),
        ("25 сентября 2015 года", "ru"),
        ("20150925", "en"),
        ("1443139200", "en"),
        ("2015-09-25T23:59:59+14:00", "en"),
    ],
)
def test_days_in_other_writings(written: str, language: str) -> None:
    """The local day, in any numerals."""
    assert days.day(written, language=language) == "2015-09-25"


@pytest.mark.parametrize("written", ["03/04/2015", "3-4-2015", "Posted 03/04/2015 at 9", "1.2", ""])
def test_no_one_day(written: str) -> None:
    """Ambiguous, or none."""
    assert days.day(written) is None


def test_a_line_that_tells_both_days() -> None:
    """Without a bar between them, and in words of the page's language."""
    line = "<div>Publié le 25/09/2015 à 18h20, mis à jour le 27/09/2015 à 7h</div>"
    found = page(top=line, lang="fr")
    assert told(found) == [("2015-09-25", True)]
    assert [one.value for one in found.updated] == ["2015-09-27"]


@pytest.mark.parametrize(
    "line", ["<i>Fri Sep 25 09:12:33 CET 2015</i>", "<div>25 Sept. 2015</div>"]
)
def test_a_day_alone_below_the_title(line: str) -> None:
    """In a place without a mark: found, and not sure."""
    found = page(top=line)
    assert told(found)[0] == ("2015-09-25", False)
    assert found.published[0].basis == "from a line below the title"


@pytest.mark.parametrize(
    ("head", "heading"),
    [
        ("Walking the salt road: The bridge at Orl", "The bridge at Orl"),
        ("GulfNet - The bridge at Orl - Mar. 20, 2003", "The bridge at Orl"),
        ("“The bridge at Orl”: an interview | Reihe", "“The bridge at Orl”"),
        ("The bridge at Orl [2012] SLR 118", "The bridge at Orl"),
        ("老码头今日重新开放_滨海日报网", "老码头今日重新开放"),
    ],
)
def test_a_title_among_names_of_the_site(head: str, heading: str) -> None:
    """As the heading has it."""
    html = f"<title>{head}</title><div>x</div><h1>{heading}</h1>{TEXT}"
    (found,) = articles(Original(html.encode(), "page.html"))
    assert found.title == heading
