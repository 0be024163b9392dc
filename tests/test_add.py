"""`timeline.intake.add`: bring a text file in."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.errors import ProjectError, SourceError, TimelineError, WhenError
from timeline.intake import Original, articles
from timeline.intake.add import Added, slug
from timeline.intake.add import add as bring_in
from timeline.readers import read

BODY = "“One,”  she said\u00a0– twice.\r\nTwo.\r\n\r\n"


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """An empty folder of sources."""
    folder = tmp_path / "sources"
    folder.mkdir()
    return folder


def add(path: Path, folder: Path, **facts: str | None) -> Added:
    """The one article of a file, brought in."""
    original = Original.of(path)
    (found,) = articles(original)
    return bring_in(found, original, folder, **facts)


def article(folder: Path, content: str | bytes = BODY, name: str = "article.txt") -> Path:
    """A file that is to be added."""
    path = folder.parent / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def test_the_body_stays_byte_for_byte_under_the_given_facts(sources: Path) -> None:
    """Only what was given is written, in the order people read it."""
    added = add(
        article(sources), sources, title="Talks: “day two”", published="2015-09-25", publish="none"
    )
    assert added.path == sources / "talks-day-two.md"
    header = "---\ntitle: 'Talks: “day two”'\npublished: 2015-09-25\npublish: none\n---\n\n"
    assert added.path.read_bytes() == header.encode("utf-8") + BODY.encode("utf-8")
    assert added.article.encoding == "utf-8"
    assert added.document == read(added.path)
    assert added.document.source.publish == "none"


def test_without_facts_there_is_still_a_title(sources: Path) -> None:
    """The first heading, else the name; the name of the file names the source."""
    assert add(article(sources), sources).document.source.title == "Article"
    headed = add(article(sources, "# Talks fail\n\nOne.", "b.md"), sources)
    assert headed.path.read_text("utf-8").startswith("---\ntitle: Talks fail\n---\n\n# Talks fail")
    assert headed.path.name == "b.md"


@pytest.mark.parametrize(
    "title",
    ["'", '"', "a: b # c", "- x", "{{ x }}", "*a", "%", "\\n", "🙂 Да", "null", "---", "@a"],
)
def test_any_title_makes_valid_front_matter(title: str, sources: Path) -> None:
    """What was given on the command line is what is read again."""
    added = add(article(sources), sources, title=title, name="talks")
    assert read(added.path).source.title == title


def test_front_matter_of_its_own_is_kept_and_extended(sources: Path) -> None:
    """Given facts replace or join; comments, order and the body stay."""
    own = "---\n# from the archive\ntitle: Old\nauthor: Anna Lind\n---\nOne.\n"
    added = add(article(sources, own), sources, title="New", published="2014")
    expected = (
        "---\n# from the archive\ntitle: New\nauthor: Anna Lind\npublished: 2014\n---\nOne.\n"
    )
    assert added.path.read_text("utf-8") == expected


def test_front_matter_without_new_facts_is_copied_as_it_is(sources: Path) -> None:
    """Byte for byte, the whole file."""
    own = b"---\r\ntitle:   Old\r\n---\r\nOne.\r\n"
    assert add(article(sources, own), sources).path.read_bytes() == own


@pytest.mark.parametrize(
    ("codec", "name"), [("cp1252", "windows-1252"), ("utf-16", "utf-16"), ("utf-8-sig", "utf-8")]
)
def test_other_encodings_become_utf8_and_are_told(codec: str, name: str, sources: Path) -> None:
    """The text is the same; a byte order mark does not end up in its middle."""
    added = add(article(sources, "“Nein”, sagte er.\n".encode(codec)), sources)
    assert added.article.encoding == name
    assert added.path.read_bytes().endswith("---\n\n“Nein”, sagte er.\n".encode())


@pytest.mark.parametrize("taken", ["talks.md", "talks.txt", "TALKS.markdown", "talks.events.yml"])
def test_a_taken_name_is_refused_and_nothing_changes(taken: str, sources: Path) -> None:
    """Whichever file has it, in whatever case; the hint is --name."""
    (sources / taken).write_text("mine")
    with pytest.raises(ProjectError, match="is taken") as caught:
        add(article(sources), sources, title="Talks")
    assert "--name" in caught.value.hint
    assert [path.name for path in sources.iterdir()] == [taken]
    assert (sources / taken).read_text() == "mine"


def test_a_dangling_link_takes_its_name_too(sources: Path) -> None:
    """Writing through it would write out of the folder."""
    (sources / "talks.md").symlink_to("../elsewhere.md")
    with pytest.raises(ProjectError, match="is taken"):
        add(article(sources), sources, title="Talks")
    assert not (sources.parent / "elsewhere.md").exists()


@pytest.mark.parametrize("name", ["", "../x", "a/b", "a\\b", ".x", "..", "a\nb", "x" * 200, "-x"])
def test_a_name_that_could_leave_the_folder_is_refused(name: str, sources: Path) -> None:
    """No separators, no dotfiles, no options."""
    with pytest.raises(ProjectError, match="can't be a source's name"):
        add(article(sources), sources, name=name)


def test_readme_is_no_name(sources: Path) -> None:
    """It would be written and never read again."""
    with pytest.raises(ProjectError, match="README"):
        add(article(sources, name="ReadMe.txt"), sources)


def test_a_given_name_is_used(sources: Path) -> None:
    """With or without its suffix."""
    assert add(article(sources), sources, name="talks.md").path.name == "talks.md"


@pytest.mark.parametrize(
    ("facts", "kind"),
    [
        ({"published": "25 September 2015"}, WhenError),
        ({"publish": "all"}, SourceError),
        ({"language": "English"}, SourceError),
        ({"url": "javascript:alert(1)"}, SourceError),
    ],
)
def test_wrong_facts_are_refused_before_anything_is_written(
    facts: dict[str, str], kind: type[TimelineError], sources: Path
) -> None:
    """The hint says how to write them."""
    with pytest.raises(kind) as caught:
        add(article(sources), sources, **facts)
    assert caught.value.hint
    assert not list(sources.iterdir())


@pytest.mark.parametrize(
    ("content", "name", "what"),
    [
        (b"", "a.txt", "is empty"),
        (b"a\0b", "a.txt", "binary"),
        (b"%PDF-1.7", "a.txt", "a PDF"),
        (b"One.", "a.sav", "no reader"),
        (b"---\ntitel: x\n---\nOne.", "a.md", "titel"),
        (b"---\nOne.\n", "a.md", "no end"),
    ],
)
def test_what_cannot_be_read_is_refused(
    content: bytes, name: str, what: str, sources: Path
) -> None:
    """The error names the file that was given; nothing is written."""
    with pytest.raises(SourceError, match=what):
        add(article(sources, content, name), sources)
    assert not list(sources.iterdir())


def test_a_link_to_a_file_elsewhere_is_read(sources: Path) -> None:
    """It is the text that is brought in, not the link."""
    link = sources.parent / "link.txt"
    link.symlink_to(article(sources))
    added = add(link, sources)
    assert added.path.name == "link.md"
    assert not added.path.is_symlink()


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    """With the way to make one."""
    with pytest.raises(ProjectError, match="timeline init"):
        add(article(tmp_path / "sources"), tmp_path / "sources")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Obama and Putin to meet in New York", "obama-and-putin-to-meet-in-new-york"),
        ("It’s “over”: what now?", "its-over-what-now"),
        ("Été à Genève – ça, c’est Łódź, Straße & Ærø", "ete-a-geneve-ca-cest-lodz-strasse-aero"),
        ("Переговоры в Минске", "переговоры-в-минске"),
        ("停戦に合意", "停戦に合意"),
        ("../../etc/passwd", "etc-passwd"),
        ("?!", "untitled"),
        ("word " * 40, "-".join(["word"] * 12)),
        ("x" * 200, "x" * 60),
    ],
)
def test_a_slug_keeps_letters_of_any_script(title: str, name: str) -> None:
    """Lower case, hyphens, accents off Latin letters, not too long, never empty or a path."""
    assert slug(title) == name
