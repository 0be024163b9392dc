"""Pages from values: what stands on them, in which order, with which links; no MkDocs."""

from __future__ import annotations

import dataclasses
import re
import subprocess
import sys
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from tests.site_example import BRIDGE, ENTRIES, EXAMPLE, RIVAL, cite, event
from tests.site_project import HOSTILE
from timeline.errors import ProjectError
from timeline.model import Document, Entry, Paragraph, Source, Timeline
from timeline.site.generate import pages, selection
from timeline.site.options import SiteOptions


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    return pages(EXAMPLE)


class _Text(HTMLParser):
    """The text of an HTML fragment, and its ids and addresses."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.ids += filter(None, [values.get("id")])
        self.links += filter(None, [values.get("href")])

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


def article(page: str, anchor: str) -> str:
    """The article of a timeline page that holds this anchor."""
    found = [a for a in re.findall(r"<article.*?</article>", page, re.S) if f'id="{anchor}"' in a]
    assert len(found) == 1
    return str(found[0])


def one(entry_event: object, *documents: Document) -> Timeline:
    """A timeline of a single event of the first document."""
    entry = Entry(entry_event, documents[0].source.name)  # type: ignore[arg-type]
    return Timeline((entry,), {d.source.name: d for d in documents})


def test_generating_pages_imports_no_mkdocs() -> None:
    """Other generators can be fed without MkDocs being there."""
    code = "import sys, timeline.site.generate; sys.exit('mkdocs' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_pages_are_the_timeline_the_sources_each_source_and_the_names(
    made: dict[str, str],
) -> None:
    """Each has its path below the root of the site."""
    names = [f"sources/{name}.md" for name in ("bridge-closed", "rival-report", "silent")]
    assert list(made)[:5] == ["timeline/index.md", "sources/index.md", *names]
    assert sorted(list(made)[5:]) == [
        *("timeline/people/ada-quill.md", "timeline/people/index.md"),
        *("timeline/places/index.md", "timeline/places/lowmouth.md", "timeline/tags/index.md"),
    ]


def test_years_and_months_are_the_headings_in_order_of_time(made: dict[str, str]) -> None:
    """A season has its own heading; what is known to the decade or year has no month."""
    headings = re.findall(r"^(#+ .*)$", made["timeline/index.md"], re.M)
    assert headings == [
        *("# Timeline", "## 1970s", "## 2009", "### Spring 2009"),
        *("## 2013", "### March 2013", "### December 2013"),
        *("## 2014", "### April 2014", "### May 2014", "## 2016"),
    ]


def test_events_are_articles_with_date_title_and_marks_as_heading(made: dict[str, str]) -> None:
    """The kind and the dispute are said in words, and an accepted event is not marked."""
    page = made["timeline/index.md"]
    heads = [_Text(head).text for head in re.findall(r"<h[34] .*?</h[34]>", page, re.S)]
    assert heads == [
        "1970s The bridge is widened",
        "Spring 2009 The bridge is painted",
        "March 2013 Grey & Sons is warned alleged",
        "Tuesday 3 December 2013 The port board meets",
        "Before 17 April 2014 A letter reaches the builder denied",
        "Thursday 17 April 2014 Divers see cracks in the second pier disputed",
        "Friday 2 May 2014 The mayor asks for a full report",
        "Friday 9 May 2014 The city closes the bridge",
        "2016 The bridge is to be taken down planned",
    ]


def test_machine_readable_dates_are_no_more_precise_than_known(made: dict[str, str]) -> None:
    """HTML's datetime exists for days, months and years; a decade, a season, a bound has none."""
    found = re.findall(r'<time class="tl-when" datetime="(.*?)"', made["timeline/index.md"])
    assert found == ["2013-03", "2013-12-03", "2014-04-17", "2014-05-02", "2014-05-09", "2016"]


def test_an_event_has_its_slug_its_id_and_the_ids_of_what_it_joins(made: dict[str, str]) -> None:
    """Old links keep working once events are joined or given a slug."""
    ids = _Text(article(made["timeline/index.md"], "first-cracks")).ids
    assert sorted(ids) == ["0000001a", "0000001b", "first-cracks"]


def test_no_anchor_stands_twice_on_a_page(made: dict[str, str]) -> None:
    """Also where a joined event is named like another one."""
    clash = dataclasses.replace(ENTRIES[1], repeats=(ENTRIES[0].event, ENTRIES[0].event))
    page = pages(Timeline((ENTRIES[0], clash), EXAMPLE.documents))["timeline/index.md"]
    for text in (*made.values(), page):
        ids = _Text(text).ids
        assert len(ids) == len(set(ids))


def test_a_citation_shows_the_quote_its_paragraph_and_its_source(made: dict[str, str]) -> None:
    """The words that carry the date are marked, and the link leads to the paragraph."""
    html = article(made["timeline/index.md"], "00000001")
    assert '<mark>widened in <span class="tl-said">the 1970s</span></mark>' in html
    read = _Text(html)
    assert "The bridge had been widened in the 1970s and painted in spring 2009." in read.text
    assert read.text.endswith("The Harbour Gazette 9 May 2014 paragraph 5 original")
    assert "../sources/bridge-closed/#p5" in read.links


def test_a_long_paragraph_is_cut_around_the_quote(made: dict[str, str]) -> None:
    """The quote is whole, what stands far from it is left to the source's page."""
    text = _Text(article(made["timeline/index.md"], "first-cracks")).text
    assert "Divers had seen cracks in the second pier on 17 April, and again on 2 May" in text
    assert "asked the port engineers in Lowmouth for a full report. …" in text
    assert "ninety pages" not in text


def test_the_same_citation_twice_is_shown_once(made: dict[str, str]) -> None:
    """Joined events often cite the same words."""
    assert article(made["timeline/index.md"], "00000006").count("<figure") == 1


def test_evidence_outside_the_sources_is_linked_by_its_host(made: dict[str, str]) -> None:
    """There is no page of ours to link to."""
    read = _Text(article(made["timeline/index.md"], "first-cracks"))
    assert "https://divers.example/log#:~:text=cracks%20since%20April" in read.links
    assert "cracks since April divers.example" in read.text


def test_an_unsafe_address_is_never_a_link(made: dict[str, str]) -> None:
    """Neither a source's nor a citation's."""
    bad = dataclasses.replace(cite(1, "on Friday", "Friday"), url="javascript:alert(1)")
    page = pages(one(event(1, "2014", "x", bad), BRIDGE))["timeline/index.md"]
    links = _Text(page + made["sources/rival-report.md"]).links
    assert not [link for link in links if "javascript" in link]


def test_notes_for_reviewers_are_not_published(made: dict[str, str]) -> None:
    """A summary is for readers, a note is not."""
    assert "The first sign that the pier was giving way." in made["timeline/index.md"]
    assert not [path for path, text in made.items() if "NOTE-FOR-REVIEWERS" in text]


def test_a_source_that_may_not_be_shown_gives_no_words(made: dict[str, str]) -> None:
    """`publish: none` leaves the facts about the source, and where in it the event stands."""
    assert not [path for path, text in made.items() if "SECRETWORD" in text]
    html = article(made["timeline/index.md"], "00000004")
    assert _Text(html).text.endswith("Minutes of the port board 2013 paragraph 1")
    assert "<mark>" not in html
    assert "../sources/silent/" in _Text(html).links
    page = _Text(made["sources/silent.md"])
    assert "The text of this source is not published here." in page.text
    assert "../../timeline/#00000004" in page.links


def test_a_source_shows_only_its_cited_paragraphs_and_says_so(made: dict[str, str]) -> None:
    """`publish: cited` keeps the numbers and names the gaps."""
    read = _Text(made["sources/bridge-closed.md"])
    assert [i for i in read.ids if i[1:].isdigit()] == ["p1", "p2", "p5", "p6"]
    assert "Paragraphs 3–4 not shown" in read.text
    assert "Paragraph 7 not shown" in read.text
    assert "Nobody was hurt" not in read.text


def test_a_fully_public_source_shows_every_paragraph(made: dict[str, str]) -> None:
    """`publish: full` has no gaps."""
    read = _Text(made["sources/rival-report.md"])
    assert [i for i in read.ids if i[1:].isdigit()] == ["p1", "p2", "p3"]
    assert "not shown" not in read.text


def test_cited_words_are_marked_and_linked_to_their_event(made: dict[str, str]) -> None:
    """Two quotes of a paragraph are two marks; its events are listed beside it."""
    page = made["sources/bridge-closed.md"]
    marks = re.findall(r'<a class="tl-cited" href="(.*?)"><mark>(.*?)</mark>', page)
    assert marks[:3] == [
        ("../../timeline/#00000007", "on Friday"),
        ("../../timeline/#first-cracks", "Divers had seen cracks in the second pier on 17 April"),
        ("../../timeline/#00000006", "on 2 May, when Mayor Ada Quill asked"),
    ]
    assert "9 May 2014 The city closes the bridge" in _Text(page).text


def test_words_cited_twice_are_linked_to_the_shorter_quote() -> None:
    """Overlapping quotes cut the paragraph where each begins and ends, and lose no letter."""
    first = event(1, "2014", "whole", cite(1, "The city closed the old harbour bridge", ""))
    second = event(2, "2014", "part", cite(1, "the old harbour", ""))
    entries = tuple(Entry(e, "bridge-closed") for e in (first, second))
    page = pages(Timeline(entries, {"bridge-closed": BRIDGE}))["sources/bridge-closed.md"]
    marks = re.findall(r'href="[^"]*#0000000(\d)"><mark>(.*?)</mark>', page)
    assert marks == [("1", "The city closed "), ("2", "the old harbour"), ("1", " bridge")]
    assert BRIDGE.paragraphs[0].text in _Text(page).text


def test_sources_stand_by_date_with_the_number_of_their_events(made: dict[str, str]) -> None:
    """An event that cites two sources counts for both."""
    items = re.findall(r"<li>.*?</li>", made["sources/index.md"], re.S)
    assert [_Text(item).text for item in items] == [
        "Minutes of the port board 2013 1 event",
        "Old harbour bridge closed after cracks are found The Harbour Gazette 9 May 2014 6 events",
        "Builder denies that it was warned Lowmouth Times 1 June 2014 3 events",
    ]


def test_a_source_that_nothing_cites_has_a_page_only_if_it_is_public() -> None:
    """An article waiting for its review is nobody's business yet."""
    made = pages(Timeline((), {"bridge-closed": BRIDGE, "rival-report": RIVAL}))
    assert "sources/bridge-closed.md" not in made
    assert "sources/rival-report.md" in made
    assert "No events yet." in made["timeline/index.md"]


def test_the_lead_counts_events_and_the_sources_they_cite(made: dict[str, str]) -> None:
    """Not the public sources that nothing cites; the span runs from first to last heading."""
    assert "9 events from 3 sources, 1970s–2016." in made["timeline/index.md"]
    extra = dict(EXAMPLE.documents) | {"x": Document(Source("x", "X", publish="full"))}
    page = pages(Timeline(ENTRIES[:1], extra))["timeline/index.md"]
    assert "1 event from 1 source, 1970s." in page


@pytest.mark.parametrize("name", ["index", "README", "Index"])
def test_a_source_named_like_an_index_page_is_refused(name: str) -> None:
    """Its page would replace the list of sources."""
    document = Document(Source(name=name, title="x", publish="full"))
    with pytest.raises(ProjectError, match="list of sources"):
        pages(Timeline((), {name: document}))


def test_two_pages_never_share_a_place() -> None:
    """A timeline in the folder of the sources would lose one of the two."""
    with pytest.raises(ProjectError, match=r"sources/index\.md"):
        pages(EXAMPLE, options=SiteOptions(timeline="sources"))


def test_the_timeline_can_be_the_home_page() -> None:
    """Its folder is then the root of the site."""
    made = pages(EXAMPLE, options=SiteOptions(timeline=""))
    assert "sources/bridge-closed/#p1" in _Text(made["index.md"]).links
    assert "../../#first-cracks" in _Text(made["sources/bridge-closed.md"]).links


def test_links_fit_pages_that_are_files() -> None:
    """With `use_directory_urls: false` a page is a file, and its links end in .html."""
    made = pages(EXAMPLE, options=SiteOptions(directory_urls=False))
    links = _Text(made["timeline/index.md"]).links
    assert "../sources/bridge-closed.html#p5" in links
    links = _Text(made["sources/bridge-closed.md"]).links
    assert {"index.html", "../timeline/index.html#first-cracks"} <= set(links)


@pytest.mark.parametrize(
    ("page", "directory_urls", "link"),
    [
        ("index.md", True, "timeline/#first-cracks"),
        ("index.md", False, "timeline/index.html#first-cracks"),
        ("a/b.md", True, "../../timeline/#first-cracks"),
        ("a/b.md", False, "../timeline/index.html#first-cracks"),
        ("a/README.md", True, "../timeline/#first-cracks"),
    ],
)
def test_a_selection_links_from_the_page_it_stands_on(
    page: str, directory_urls: bool, link: str
) -> None:
    """It has no anchors of its own: the permalink is the timeline's."""
    options = SiteOptions(directory_urls=directory_urls)
    read = _Text(selection(EXAMPLE, page=page, options=options))
    assert link in read.links
    assert read.ids == []


def test_an_empty_selection_says_so() -> None:
    """Readers see that nothing matched, not a hole."""
    assert "No events match." in selection(Timeline(), page="index.md")


def test_names_with_spaces_are_escaped_in_addresses() -> None:
    """A source's file name may hold any character."""
    document = Document(Source(name="a b#c", title="T"), (Paragraph(1, "In 2014 it was."),))
    made = pages(one(event(1, "2014", "It was", cite(1, "In 2014", "2014", "a b#c")), document))
    assert "../sources/a%20b%23c/#p1" in _Text(made["timeline/index.md"]).links


def test_dates_and_numbers_follow_the_language() -> None:
    """The interface is English where we have no other words, the dates are not."""
    page = pages(EXAMPLE, options=SiteOptions(language="de"))["timeline/index.md"]
    assert "### Dezember 2013" in page
    assert "Dienstag" in page


def test_a_preview_says_that_it_holds_proposals() -> None:
    """Only where there are any."""
    proposed = event(1, "2014", "x", cite(1, "on Friday", ""), status="proposed")
    options = SiteOptions(proposed=True)
    page = pages(one(proposed, BRIDGE), options=options)["timeline/index.md"]
    assert "They are left out when the site is built." in page
    assert "tl-mark--proposed" in page
    accepted = dataclasses.replace(proposed, status="accepted")
    page = pages(one(accepted, BRIDGE), options=options)["timeline/index.md"]
    assert "left out" not in page


def test_other_markdown_parsers_read_the_same_page() -> None:
    """CommonMark keeps each block of HTML whole, and finds no syntax in hostile text."""
    evil = " ".join(HOSTILE)
    source = Source("evil", evil, publisher=evil, author=evil, licence=evil, publish="full")
    document = Document(source, tuple(Paragraph(n, text) for n, text in enumerate(HOSTILE, 1)))
    quotes = [cite(n, text, "", "evil") for n, text in enumerate(HOSTILE, 1)]
    hostile = event(1, "2014", evil, *quotes, summary=evil, who=(evil,), tags=(evil,))
    parser = MarkdownIt("commonmark").enable("table")
    for page in pages(one(hostile, document)).values():
        body = page.split("---\n", 2)[2]
        blocks = [token.type for token in parser.parse(body) if token.level == 0]
        assert set(blocks) <= {"html_block", "heading_open", "inline", "heading_close"}
        shown = _Text(parser.render(body))
        assert shown.words
        assert shown.text == _Text(re.sub(r"^#+ ", "", body, flags=re.M)).text
        assert not [link for link in shown.links if ":" in link]
