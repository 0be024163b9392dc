"""`timeline.intake.copies`: which sources a text is a copy of."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import wire_texts
from tests.intake.texts import ARCHIVE, BRIDGE, WATER
from timeline.intake.copies import FEW, LEAST, MANY, Known, Likeness, runs
from timeline.readers.paragraphs import paragraphs

HEAD = "---\ntitle: A title of their own\n---\n\n"
COPIES = tuple(wire_texts.copies())
OTHERS = tuple(wire_texts.others())


def known(folder: Path, **sources: tuple[str, ...]) -> Known:
    """A folder with these sources."""
    for name, text in sources.items():
        (folder / f"{name}.md").write_text(HEAD + wire_texts.words(text), "utf-8")
    return Known(folder)


def names(known: Known, text: tuple[str, ...]) -> list[str]:
    """The sources that a text is a copy of."""
    return [found.name for found in like(known, *text)]


def like(known: Known, *text: str) -> tuple[Likeness, ...]:
    """What is found for a text of these paragraphs."""
    return known.like(paragraphs(wire_texts.words(text)))


@pytest.mark.parametrize("kind", sorted({kind for kind, _, _ in COPIES}))
def test_what_papers_do_to_a_report_leaves_it_a_copy(tmp_path: Path, kind: str) -> None:
    """Cut, led, edited, widened, updated: in scripts with spaces and without."""
    pairs = [(one, other) for k, one, other in COPIES if k == kind]
    folder = known(tmp_path, **{f"a{n}": one for n, (one, _) in enumerate(pairs)})
    for n, (_, copy) in enumerate(pairs):
        assert f"a{n}" in names(folder, copy)


@pytest.mark.parametrize("kind", sorted({kind for kind, _, _ in OTHERS}))
def test_another_article_of_the_same_story_is_none(tmp_path: Path, kind: str) -> None:
    """A shared quote, a paragraph of background or a line at the end makes no copy."""
    for n, (_, one, other) in enumerate(pair for pair in OTHERS if pair[0] == kind):
        folder = tmp_path / str(n)
        folder.mkdir()
        assert names(known(folder, one=one), other) == []


def test_shares_say_what_stands_where(tmp_path: Path) -> None:
    """The first half is in the source as a whole, and about half of the source is in it."""
    half = BRIDGE.paragraphs[:4]
    (found,) = like(known(tmp_path, bridge=BRIDGE.paragraphs), *half)
    assert (found.name, found.share, found.of_text) == ("bridge", 1.0, 1.0)
    assert 0.4 < found.of_source < 0.6
    assert found.share >= LEAST


def test_the_likeliest_comes_first(tmp_path: Path) -> None:
    """The whole report before the one that was cut."""
    folder = known(
        tmp_path,
        cut=wire_texts.cut(BRIDGE.paragraphs),
        whole=BRIDGE.paragraphs,
        water=WATER.paragraphs,
    )
    assert names(folder, wire_texts.led(BRIDGE.paragraphs)) == ["whole", "cut"]


def test_other_signs_cases_breaks_and_forms_of_letters_do_not_matter() -> None:
    """A PDF's ligatures, typewriter quotes and capitals; a soft difference is none."""
    ours = "The ﬁrst oﬃcial said: “It’s over”, in Zürich – at last."
    theirs = "the FIRST official\nsaid 'It's over'. In Zu\u0308rich, at last"
    assert runs(ours) == runs(theirs)


def test_signs_that_belong_to_a_letter_part_no_word() -> None:
    """Hindi of five words has three runs, as English has."""
    assert len(runs("दिल्ली में बैठक हुई थी")) == 3
    assert len(runs("a meeting was held there")) == 3


def test_six_signs_stand_for_three_words() -> None:
    """Of eight Chinese signs there are three runs; a name in Latin letters counts as two signs."""
    assert len(runs("大桥周四上午关闭")) == 3
    assert len(runs("大桥BBC上午关闭")) == 3


def test_a_few_words_are_nobodys_copy(tmp_path: Path) -> None:
    """A caption or an empty page that stands in a source says nothing."""
    folder = known(tmp_path, bridge=BRIDGE.paragraphs, empty=())
    short = " ".join(BRIDGE.paragraphs[0].split()[: FEW + 1])  # a run fewer than it takes
    assert like(folder, short) == ()
    assert like(folder, " ".join(BRIDGE.paragraphs[0].split()[: FEW + 2])) != ()
    assert like(folder, "") == ()


def test_headings_are_not_compared(tmp_path: Path) -> None:
    """Each paper writes its own; a list of them would make short texts look alike."""
    heading = "## " + " ".join(f"word{n}" for n in range(FEW + 10))
    folder = known(tmp_path, water=(heading, *WATER.paragraphs))
    assert names(folder, (heading, *ARCHIVE.paragraphs)) == []
    assert like(folder, heading) == ()


def test_what_a_publisher_always_adds_makes_no_copy(tmp_path: Path) -> None:
    """Short notices with a long line about the sender are other notices; a copy is still found."""
    about = " ".join(f"about{n}" for n in range(80))
    notices = {
        f"notice{n}": (" ".join(f"n{n}w{w}" for w in range(60)), about) for n in range(MANY + 2)
    }
    folder = known(tmp_path, **notices)
    assert names(folder, (" ".join(f"new{w}" for w in range(60)), about)) == []
    assert names(folder, (notices["notice3"][0], "And something else.")) == ["notice3"]


def test_many_copies_that_were_kept_hide_none(tmp_path: Path) -> None:
    """Where all of a text stands in many sources, it is a copy of each."""
    kept = {f"paper{n}": BRIDGE.paragraphs for n in range(MANY + 3)}
    assert len(names(known(tmp_path, **kept), BRIDGE.paragraphs)) == MANY + 3


def test_sources_that_come_later_are_noticed(tmp_path: Path) -> None:
    """One comparison serves a whole run of `timeline add`."""
    folder = known(tmp_path, water=WATER.paragraphs)
    assert names(folder, BRIDGE.paragraphs) == []
    known(tmp_path, bridge=BRIDGE.paragraphs)
    assert names(folder, BRIDGE.paragraphs) == ["bridge"]


def test_what_is_no_source_and_what_cannot_be_read_is_left_out(tmp_path: Path) -> None:
    """Event files, README, dotfiles, folders, broken front matter: nothing breaks."""
    body = wire_texts.words(BRIDGE.paragraphs)
    for name in ("README.md", ".hidden.md", "a.events.yml", "original.pdf"):
        (tmp_path / name).write_text(body, "utf-8")
    (tmp_path / "broken.md").write_text("---\ntitle: A\n" + body, "utf-8")
    (tmp_path / "binary.md").write_bytes(b"%PDF-1.4\x00")
    (tmp_path / "folder.md").mkdir()
    assert like(Known(tmp_path), *BRIDGE.paragraphs) == ()


def test_each_two_copies_of_a_folder_are_named_once(tmp_path: Path) -> None:
    """The order of names, whichever is the longer one."""
    folder = known(
        tmp_path,
        water=WATER.paragraphs,
        bridge=BRIDGE.paragraphs,
        another=wire_texts.cut(BRIDGE.paragraphs),
    )
    assert [(name, found.name) for name, found in folder.pairs()] == [("another", "bridge")]
