"""`timeline.readers.frontmatter`: the facts about a source, checked."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.errors import SourceError, WhenError
from timeline.readers import frontmatter

PATH = Path("sources/talks.md")


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_the_body_is_all_that_follows_and_unchanged(newline: str) -> None:
    """Four parts that joined are the text, whatever its line ends."""
    text = newline.join(["---", "title: Talks", "--- ", "", "One.", "---", "Two.", ""])
    parts = frontmatter.parts(text)
    assert parts is not None
    assert "".join(parts) == text
    assert parts[3] == newline.join(["", "One.", "---", "Two.", ""])


@pytest.mark.parametrize("text", ["", "One.", "\n---\na: b\n---\n", "----\n", "--- x\n---\n"])
def test_without_a_first_line_of_three_hyphens_there_is_none(text: str) -> None:
    """A rule further down is text."""
    assert frontmatter.parts(text) is None


@pytest.mark.parametrize("text", ["---\ntitle: Talks\n", "---\nOne.\n" + "x" * 70_000 + "\n---\n"])
def test_front_matter_without_an_end_is_refused(text: str) -> None:
    """The message says how to end it, and what to do where the first line is a rule."""
    with pytest.raises(SourceError, match="no end") as caught:
        frontmatter.parts(text, path=PATH)
    assert str(caught.value).startswith("sources/talks.md:1: ")
    assert "rule" in caught.value.hint


@pytest.mark.parametrize(
    ("header", "facts"),
    [
        ("", {}),
        ("# only a comment\n", {}),
        ("title: Talks\npublish: none\n", {"title": "Talks", "publish": "none"}),
        ("published: 2015-09-25\n", {"published": "2015-09-25"}),
        ("published: 2014\nretrieved: '2014-03'\n", {"published": "2014", "retrieved": "2014-03"}),
        ("language: no\ntitle: Yes\n", {"language": "no", "title": "Yes"}),
        ("title: 1984\nauthor: 007\n", {"title": "1984", "author": "007"}),
        ("author: ~\npublisher:\nurl: ''\ntitle: T\n", {"title": "T"}),
        ("title: >-\n  Talks\n  fail\n", {"title": "Talks fail"}),
        ("{title: 'a: b', publish: full}\n", {"title": "a: b", "publish": "full"}),
        ("url: https://example.org/a?b=c#d\n", {"url": "https://example.org/a?b=c#d"}),
    ],
)
def test_values_are_taken_as_written(header: str, facts: dict[str, str]) -> None:
    """YAML's own dates, numbers and yes/no never get in the way; nothing is no fact."""
    assert frontmatter.parse(header) == facts


@pytest.mark.parametrize(
    ("header", "line", "what", "hint"),
    [
        ("title: Talks\n  - x: [\n", 3, "no YAML", "quote a value"),
        ("title: Talks: day two\n", 2, "no YAML", "quote a value"),
        ("title: Talks\nauthor: 'x\n", 4, "no YAML", "quote"),
        ("- a\n- b\n", 2, "no mapping", "title: ..."),
        ("just words\n", 2, "no mapping", "title: ..."),
        ("title: T\npubished: 2014\n", 3, "'pubished'", "published? The keys are title,"),
        ("license: MIT\n", 2, "'license'", "licence? "),
        ("date: 2014\n", 2, "'date'", "published? "),
        ("zzz: 1\n", 2, "'zzz'", "The keys are title, published"),
        ("[a]: b\n", 2, "no key", "The keys are"),
        ("title: A\ntitle: B\n", 3, "twice", "keep one"),
        ("title: T\nauthor: [A, B]\n", 3, "author is a list", "one text"),
        ("title: {a: b}\n", 2, "title is a mapping", "one text"),
        ("title: !!binary eA==\n", 2, "tagged", "one text"),
        ("published: 2015-02-30\n", 2, "February 2015 has 28 days", "2015-02"),
        ("published: March 2014\n", 2, "no date in EDTF", "write 2014-03"),
        ("retrieved: 3/4/2014\n", 2, "retrieved: 3/4/2014", "2014-03-16"),
        ("published: 2015-09-25 14:30:00\n", 2, "no date", "2015-09-25T14:30:00"),
        ("publish: all\n", 2, "publish is 'all'", "full, cited, none"),
        ("publish: true\n", 2, "publish is 'true'", "full, cited, none"),
        ("language: English\n", 2, "no language code", "en"),
        ("url: javascript:alert(1)\n", 2, "no web address", "https://"),
        ("[" * 5000 + "\n", 2, "no YAML", "title"),
        ("a: &x [*x]\n", 2, "no key 'a'", "The keys"),
        ("title: \x07\n", 2, "no YAML", "title"),
    ],
)  # fmt: skip
def test_each_mistake_has_its_line_and_its_remedy(
    header: str, line: int, what: str, hint: str
) -> None:
    """Path, line in the file, what is wrong, what to try; nothing but SourceError."""
    with pytest.raises(SourceError) as caught:
        frontmatter.parse(header, path=PATH)
    assert (caught.value.where, caught.value.line) == (PATH, line)
    assert what in caught.value.what
    assert hint in caught.value.hint


@given(st.dictionaries(st.sampled_from(["title", "author", "publisher", "original"]), st.text()))
def test_any_fact_survives_writing_and_reading(facts: dict[str, str]) -> None:
    """Quotes, colons, hashes, any script: what is written is read again."""
    clean = {key: frontmatter.check(key, value) for key, value in facts.items()}
    clean = {key: value for key, value in clean.items() if value}
    parts = frontmatter.parts(frontmatter.write(clean))
    assert parts is not None
    assert frontmatter.parse(parts[1]) == clean


@pytest.mark.parametrize(
    ("key", "value", "line"),
    [
        ("published", "2015-09-25", "published: 2015-09-25\n"),
        ("published", "../2014~", "published: ../2014~\n"),
        ("published", "%2014", "published: '%2014'\n"),
        ("title", "Talks fail", "title: Talks fail\n"),
        ("title", "Talks: day two", "title: 'Talks: day two'\n"),
        ("title", "It’s “over” – или нет", "title: It’s “over” – или нет\n"),
        ("title", "2014", "title: '2014'\n"),
    ],
)
def test_only_what_needs_quotes_gets_them(key: str, value: str, line: str) -> None:
    """Front matter is for people: dates and plain titles stand bare."""
    assert frontmatter.line(key, value) == line


def test_an_update_leaves_all_other_lines_alone() -> None:
    """Comments, order and line ends stay; a folded value goes as a whole; new keys come last."""
    header = "# ours\r\ntitle: >-\r\n  Old\r\n  title\r\nauthor: A  # hers\r\n"
    updated = frontmatter.update(header, {"title": "New", "publish": "full"})
    assert updated == "# ours\r\ntitle: New\r\nauthor: A  # hers\r\npublish: full\r\n"


def test_a_comment_stands_behind_its_value() -> None:
    """It is read over, and goes when the value is replaced."""
    written = frontmatter.write({"published": "2015-09-25"}, {"published": "from the\n address"})
    assert written == "---\npublished: 2015-09-25  # from the address\n---\n"
    header = written.removeprefix("---\n").removesuffix("---\n")
    assert frontmatter.parse(header) == {"published": "2015-09-25"}
    assert frontmatter.update(header, {"published": "2015"}) == "published: 2015\n"


@pytest.mark.parametrize(
    "line",
    ["pages: 3 1", "pages: 0 2", "pages: one", "sha256: abc", "updated: soon"],
)
def test_facts_of_an_original_are_checked(line: str) -> None:
    """Each says which key is wrong."""
    with pytest.raises((SourceError, WhenError), match=line.split(":")[0]):
        frontmatter.parse(f"{line}\n")
