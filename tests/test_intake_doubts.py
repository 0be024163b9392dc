"""`timeline.intake.doubts`: page, address and text against each other."""

from __future__ import annotations

import pytest

from timeline.intake import Original, articles
from timeline.intake.article import Article, Block, DateFound
from timeline.intake.doubts import with_doubts

PAGE = DateFound("2015-09-25", "from JSON-LD")  # a Friday


def doubts(*texts: str, language: str = "en", **facts: object) -> tuple[str, ...]:
    """Of an article with these blocks, published on Friday unless told otherwise."""
    known = {"published": (PAGE,), "language": language, **facts}
    return with_doubts(Article(blocks=tuple(map(Block, texts)), **known)).doubts  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("He spoke on Tuesday, today, in Orl.", "en"),
        ("Today is Tuesday, and the ferry runs.", "en"),
        ("The vote is today (Tuesday).", "en"),
        ("Heute, Dienstag, wird gewählt.", "de"),
        ("Aujourd'hui, mardi, on vote.", "fr"),
    ],
)
def test_a_weekday_that_is_called_today_and_is_another(text: str, language: str) -> None:
    """The 25th of September 2015 was a Friday."""
    (said,) = doubts(text, language=language)
    assert said.endswith("but 2015-09-25 (from JSON-LD) is a Friday")


@pytest.mark.parametrize(
    "text",
    [
        "MOSCOW, 23 September (Agency) — The two will meet.",
        "MOSCOW, Sept. 23 – The two will meet.",
        "Moscow (Agency, Sept 23) The two will meet.",
        "(Agency, 23 September) The two will meet.",
    ],
)
def test_a_dateline_of_another_day(text: str) -> None:
    """What the text begins with is told."""
    (said,) = doubts(text)
    assert "23" in said
    assert said.endswith("but was published on 2015-09-25 (from JSON-LD)")


@pytest.mark.parametrize(
    "text",
    [
        "Today is Friday, and the ferry runs.",
        "He spoke on Tuesday, and today he left.",
        "MOSCOW, 24 September (Agency) — The two will meet.",
        "NEW YORK (Agency, Sept 25) The two will meet.",
        "The bridge (Orl, 1934) fell on 3 May 2014 - twice.",
    ],
)
def test_no_doubt_where_words_and_day_agree(text: str) -> None:
    """A dateline may be of the day before."""
    assert doubts(text) == ()


def test_two_places_that_give_other_days() -> None:
    """A day apart may be a time zone."""
    near = DateFound("2015-09-26", "from the page's meta tags")
    far = DateFound("2015-09-20", "guessed from the address", False)
    assert doubts(published=(PAGE, near, far)) == (
        "published on 2015-09-25 (from JSON-LD), but 2015-09-20 (guessed from the address)",
    )


def test_a_month_is_not_against_its_day() -> None:
    """It only says less."""
    assert doubts(published=(PAGE, DateFound("2015-09", "from the page's meta tags"))) == ()


def test_a_change_before_publication_and_a_change_alone() -> None:
    """Each is told with the place it stands in."""
    changed = DateFound("2015-09-01", "from the page's meta tags")
    assert "before it was published" in doubts(updated=(changed,))[0]
    assert doubts(updated=(changed,), published=())[0].endswith("but none of publication")


def test_an_archive_had_it_before() -> None:
    """Its copy's day is in its address."""
    copy = "https://web.archive.org/web/20150901120000/https://paper.example/a"
    assert doubts(archived=copy) == (
        "the archived copy is of 2015-09-01, before 2015-09-25 (from JSON-LD)",
    )


def test_a_text_file_has_doubts_too() -> None:
    """Its front matter isn't its text."""
    content = "---\ntitle: x\n---\n\nToday is Tuesday.\n\nMore."
    assert len(with_doubts(Article(content=content, published=(PAGE,))).doubts) == 1


def test_a_file_made_later_is_no_disagreement() -> None:
    """A PDF is often made long after the article."""
    made = DateFound("2026-11-25", "from the PDF's date of creation", False)
    assert doubts(published=(PAGE, made)) == ()


MAIL = b"""From: Ada Example <ada@paper.example>
Date: Fri, 25 Sep 2015 10:00:00 +0200
MIME-Version: 1.0
Message-ID: <1@paper.example>
Subject: The ferry

Today is Tuesday, and the ferry runs.
"""
FEED = """<rss version="2.0"><channel><title>Courier</title><language>en</language><item>
<title>The ferry</title><pubDate>Fri, 25 Sep 2015 10:00:00 +0200</pubDate>
<description>Today is Tuesday, and the ferry runs.</description></item></channel></rss>"""


@pytest.mark.parametrize(("data", "name"), [(MAIL, "a.eml"), (FEED.encode(), "a.rss")])
def test_every_format_is_doubted(data: bytes, name: str) -> None:
    """Not pages alone."""
    pytest.importorskip("feedparser")
    (article,) = articles(Original(data, name))
    assert any("“Today is Tuesday”" in doubt for doubt in article.doubts)


def test_what_front_matter_says_a_person_has_decided() -> None:
    """A text of record is taken as it is."""
    text = b"---\ntitle: x\npublished: 2015-09-25\n---\n\nToday is Tuesday.\n"
    (article,) = articles(Original(text, "a.md"))
    assert article.doubts == ()
