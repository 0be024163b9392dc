"""Mail, feeds, pieces of HTML, e-books, web archives: what the test set doesn't show."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from timeline.errors import SourceError
from timeline.intake import Original, articles, bounded, epub, feed, html, kinds, mail, warc
from timeline.intake.article import Article, Block

DOCUMENTS = Path(__file__).parent / "intake" / "documents"
RSS = '<rss version="2.0"><channel><title>News</title>{}</channel></rss>'

pytest.importorskip("lxml")
pytest.importorskip("feedparser")
pytest.importorskip("warcio")


def mailed(body: str, head: str = "") -> Article:
    (found,) = mail.read(Original(f"From: a@b.example\n{head}\n{body}".encode(), "a.eml"))
    return found


def test_quoted_words_are_quotes() -> None:
    """And the signature is out."""
    found = mailed("We agree.\n\n> Shall we\n> meet?\n\nOn Monday.\n-- \nAnn\n")
    assert [(b.role, b.text) for b in found.blocks] == [
        ("text", "We agree."),
        ("quote", "Shall we meet?"),
        ("text", "On Monday."),
    ]


def test_the_senders_day() -> None:
    """It is already the next day in UTC."""
    found = mailed("Yes.", "Date: Fri, 3 May 2019 23:30:00 -0700\n")
    assert (found.published[0].value, found.published[0].basis) == (
        "2019-05-03",
        "from the mail's Date line",
    )


def test_a_mail_without_a_day_or_a_name() -> None:
    """Has the address, and no day."""
    found = mailed("Yes.", "Date: sometime\n")
    assert (found.author, found.published) == ("a@b.example", ())


def test_the_attachments_are_named() -> None:
    """They are not taken."""
    (found,) = mail.read(Original.of(DOCUMENTS / "plain.eml"))
    assert found.doubts == ("Attachments were not taken: bridge.jpg.",)


def fed(*items: str) -> tuple[Article, ...]:
    return feed.read(Original(RSS.format("".join(items)).encode(), "a.rss"))


def test_an_article_an_entry() -> None:
    """Told apart by their keys; one without text is none."""
    found = fed(
        "<item><title>A</title><guid>1</guid><description>One.</description></item>",
        "<item><title>B</title><guid>2</guid><description>Two.</description></item>",
        "<item><title>C</title></item>",
    )
    assert [(a.key, a.title, a.publisher) for a in found] == [
        ("1", "A", "News"),
        ("2", "B", "News"),
    ]


def test_an_entry_with_a_summary_alone() -> None:
    """Is told of."""
    (found,) = fed("<item><title>A</title><description>One.</description></item>")
    assert "only a summary" in found.doubts[0]


def test_an_entry_that_gives_its_last_change_alone() -> None:
    """It is a guess for the day of publication."""
    entry = "<entry><id>1</id><title>A</title><updated>2019-05-03T01:00:00+02:00</updated>"
    atom = (
        f'<feed xmlns="http://www.w3.org/2005/Atom">{entry}<content>One.</content></entry></feed>'
    )
    (found,) = feed.read(Original(atom.encode(), "a.atom"))
    assert [(d.value, d.sure) for d in found.published] == [("2019-05-03", False)]
    assert found.updated == ()


def test_pieces_of_html() -> None:
    """In the order they are read."""
    written = (
        "<p>One <b>and</b> two.</p><script>x</script><h3>Then</h3><ul><li>a<li>b</ul>"
        "<blockquote><p>Said.</p></blockquote><table><tr><td>1<td>2<tr><td>3<td>4</table>"
        "three<br>four<br><br>five"
    )
    assert html.blocks(written) == (
        Block("One and two."),
        Block("Then", "heading", level=3),
        Block("a", "item"),
        Block("b", "item"),
        Block("Said.", "quote"),
        Block("1 | 2", "row"),
        Block("3 | 4", "row"),
        Block("three four"),
        Block("five"),
    )


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("2019", ("2019", True)),
        ("2019-05", ("2019-05", True)),
        ("2019-05-03T00:00:00+00:00", ("2019-05-03", True)),
        ("2019-01-01", ("2019-01-01", False)),
        ("0101-01-01", None),
        ("May", None),
    ],
)
def test_a_books_day(written: str, found: tuple[str, bool] | None) -> None:
    """As exact as the book says."""
    days = [(date.value, date.sure) for date in epub._published(written)]
    assert days == ([found] if found else [])


def archived(*pages: tuple[str, str]) -> bytes:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    for address, status in pages:
        head = StatusAndHeaders(
            status, [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1"
        )
        page = b"<p>The text of a page.</p>"
        dates = {"WARC-Date": "2019-05-03T10:00:00Z"}
        record = writer.create_warc_record(
            address,
            "response",
            payload=io.BytesIO(page),
            length=len(page),
            http_headers=head,
            warc_headers_dict=dates,
        )
        writer.write_record(record)
    return out.getvalue()


def page(original: Original) -> tuple[Article, ...]:
    return (Article(blocks=html.blocks(original.data.decode(original.charset or ""))),)


def test_the_pages_of_a_web_archive(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that the server gave, with address and day."""
    monkeypatch.setattr("timeline.intake.FORMATS", {"html": page})
    data = archived(("https://a.example/1", "200 OK"), ("https://a.example/2", "404 Not Found"))
    (found,) = warc.read(Original(data, "a.warc.gz"))
    assert (found.url, found.retrieved) == ("https://a.example/1", "2019-05-03")
    assert found.blocks == (Block("The text of a page."),)
    assert kinds.by_bytes(data) == "warc"


def test_a_kind_is_known_by_its_bytes() -> None:
    """Whatever the name says."""
    wanted = {".pdf": "pdf", ".docx": "word", ".odt": "opendocument", ".eml": "mail",
              ".rss": "feed", ".atom": "feed", ".epub": "epub"}  # fmt: skip
    for path in (p for p in DOCUMENTS.iterdir() if p.suffix in wanted):
        assert kinds.by_bytes(path.read_bytes()) == wanted[path.suffix], path.name


@pytest.mark.parametrize(
    "text", ["Title: a\nFrom: b\n\nText.", "---\ntitle: x\n---\n", "<p>a <feed></p>", "", "PK"]
)
def test_text_is_not_taken_for_another_kind(text: str) -> None:
    """Not even with lines that look like a mail's."""
    assert kinds.by_bytes(text.encode()) is None


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the command that installs it."""
    monkeypatch.setitem(__import__("sys").modules, "feedparser", None)
    monkeypatch.setattr(bounded, "_inside", True)
    with pytest.raises(SourceError, match=r"pip install 'cited-timeline\[documents\]'"):
        articles(Original.of(DOCUMENTS / "news.rss"))
