"""The text of a merge: everybody's bytes, comments and layout, and marks a person can mend."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.branches import branches
from timeline import store
from timeline.merge_driver import Result, merge_files
from timeline.model import Record

BASE = """\
# yaml-language-server: $schema=.events.schema.json
source: talks
extractor: cited-timeline 0.1
events:

- id: 8c1f03aa
  when: '2014-03'
  title: Ministers met in Geneva
  kind: happened
  status: proposed
  who: [Anna Lind]
  where: [Geneva]
  tags: []
  citations:
  - paragraph: 2
    quote: ministers met in Geneva in March 2014
    said: March 2014
  date_from: text

- id: 91c0de7f
  when: '2015-09-24'
  title: Envoys left Oslo
  kind: happened
  status: proposed
  who: []
  where: [Oslo]
  tags: []
  citations: []
  date_from: text
"""
CONFLICT = """\
  kind: happened
<<<<<<< ours
  status: accepted
=======
  status: rejected
>>>>>>> theirs
  who: [Anna Lind]
"""


class Desk:
    """Three versions of a file, as git hands them over."""

    def __init__(self, folder: Path) -> None:
        self.paths = [folder / name for name in ("base", "ours", "theirs")]

    def merge(self, base: str, ours: str, theirs: str) -> Result:
        for path, text in zip(self.paths, (base, ours, theirs), strict=True):
            path.write_bytes(text.encode())
        return merge_files(*self.paths)

    @property
    def text(self) -> str:
        return self.paths[1].read_bytes().decode()


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A desk in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return Desk(tmp_path)


def edited(*changes: tuple[str, str], text: str = BASE) -> str:
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return text


ACCEPT = ("proposed", "accepted")
REJECT = ("proposed", "rejected")


def test_two_events_decided_on_two_branches(desk: Desk) -> None:
    """Both decisions, and no other byte."""
    ours = edited(ACCEPT)
    theirs = edited(("Oslo\n  kind: happened\n  status: proposed", "Oslo\n  status: rejected"))

    assert desk.merge(BASE, ours, theirs) == Result(clean=True)
    assert desk.text == edited(ACCEPT, text=theirs)


def test_neighbouring_fields_are_no_conflict(desk: Desk) -> None:
    """git's own merge would stop at lines that touch."""
    ours = edited(("'2014-03'", "'2014-03-16'"))
    theirs = edited(("Ministers met", "Ministers sat"))

    assert desk.merge(BASE, ours, theirs).clean
    assert desk.text == edited(("'2014-03'", "'2014-03-16'"), text=theirs)


def test_the_same_field_twice_is_marked_around_its_lines(desk: Desk) -> None:
    """Nothing else stands between the marks."""
    result = desk.merge(BASE, edited(ACCEPT), edited(REJECT))

    assert result == Result(clean=False, open=(("8c1f03aa", ("status",)),))
    assert CONFLICT in desk.text


def test_either_side_can_be_chosen(desk: Desk) -> None:
    """Delete the marks and one version, and the file is whole."""
    desk.merge(BASE, edited(ACCEPT), edited(REJECT))
    ours = "".join(CONFLICT.splitlines(keepends=True)[i] for i in (0, 2, 6))

    assert edited((CONFLICT, ours), text=desk.text) == edited(ACCEPT)


def test_a_field_that_one_side_put_in_and_the_other_too(desk: Desk) -> None:
    """Two notes: both to read, in the place where a note belongs."""
    ours = edited(("tags: []\n", "tags: []\n  note: ask Anna\n"))
    theirs = edited(("tags: []\n", "tags: []\n  note: ask Ben\n"))
    desk.merge(BASE, ours, theirs)

    both = "<<<<<<< ours\n  note: ask Anna\n=======\n  note: ask Ben\n>>>>>>> theirs\n"
    assert desk.text == edited(("tags: []\n", f"tags: []\n{both}"))


def test_a_deleted_event_that_the_other_side_changed(desk: Desk) -> None:
    """The whole block stands between the marks, with nothing on the other side."""
    base = edited(("[Oslo]\n  tags: []", "[Oslo]\n  tags: [a]"))
    gone = base[: base.index("\n- id: 91")]
    result = desk.merge(base, gone, edited(("tags: [a]", "tags: [b]"), text=base))

    assert result.open == (("91c0de7f", ()),)
    assert "<<<<<<< ours\n=======\n- id: 91c0de7f\n" in desk.text
    assert desk.text.endswith("date_from: text\n>>>>>>> theirs\n")


def test_comments_and_layout_of_both_sides_stay(desk: Desk) -> None:
    """Also where the other side changed a field of the same event."""
    ours = edited(("- id: 8c", "# Anna: call them\n- id: 8c"), ("met in", "sat in"))
    theirs = edited(ACCEPT, ("who: [Anna Lind]", "who:   [Anna Lind]   # sure?"))
    desk.merge(BASE, ours, theirs)
    odd = ("who: [Anna Lind]", "who:   [Anna Lind]   # sure?")

    assert desk.text == edited(ACCEPT, odd, text=ours)


def test_a_comment_on_both_sides_of_one_line(desk: Desk) -> None:
    """One keeps its place, the other stands above the event."""
    ours = edited(("Geneva]", "Geneva] # the old palace"))
    theirs = edited(("Geneva]", "Geneva] # which hall?"), ACCEPT)
    desk.merge(BASE, ours, theirs)

    assert "# which hall?\n- id: 8c1f03aa\n" in desk.text
    assert "where: [Geneva] # the old palace\n" in desk.text


def test_a_comment_taken_out_stays_out(desk: Desk) -> None:
    """Only what nobody deleted is kept."""
    base = edited(("- id: 8c", "# Anna: call them\n- id: 8c"))
    desk.merge(base, edited(ACCEPT), edited(("met in", "sat in"), text=base))

    assert desk.text == edited(ACCEPT, ("met in", "sat in"))


def test_layouts_that_do_not_fit_are_written_anew(desk: Desk) -> None:
    """Four spaces here and two there: the canonical form, with the comments."""
    block = BASE[BASE.index("- id: 8c") : BASE.index("\n- id: 91")]
    wide = block.replace("\n  ", "\n    ").replace("- id", "-   id").replace("2\n", "2 # check\n")
    theirs = edited((block, wide), ACCEPT)
    desk.merge(BASE, edited(("met in", "sat in")), theirs)
    (event, _) = store.load(desk.paths[1]).record.events

    assert (event.status, event.title) == ("accepted", "Ministers sat in Geneva")
    assert "# check\n- id: 8c1f03aa\n  when: " in desk.text


def test_both_added_the_file(desk: Desk) -> None:
    """git gives an empty base: a decision stands, and two titles are a question."""
    result = desk.merge("", edited(ACCEPT), edited(("Envoys left", "Envoys fled")))

    assert result.open == (("91c0de7f", ("title",)),)
    assert desk.text.count("status: accepted") == 1


def test_headers_of_both_sides(desk: Desk) -> None:
    """The newer extractor, and the remarks people put on top."""
    ours = edited(("0.1\n", "0.2\n"), ("source:", "# desk: Anna\nsource:"))
    theirs = edited(("0.1\n", "0.3\n"), ("source:", "# legal: Ben\nsource:"))
    desk.merge(BASE, ours, theirs)

    top = "# desk: Anna\n# legal: Ben\nsource: talks\nextractor: cited-timeline 0.3\n"
    assert top in desk.text


@pytest.mark.parametrize("broken", ["source: [", "- a\n", "source: talks\nevents: 3\n"])
def test_what_cannot_be_read_is_merged_as_text(desk: Desk, broken: str) -> None:
    """As git does it without us, and it is said why."""
    result = desk.merge(BASE, broken, edited(ACCEPT))

    assert not result.clean
    assert "the version ours" in result.text_only
    assert "<<<<<<< ours\n" in desk.text


def test_what_is_no_text_stays_ours_and_in_conflict(desk: Desk) -> None:
    """git can't merge it either."""
    result = desk.merge(BASE, "\0", edited(ACCEPT))

    assert not result.clean
    assert "stands as it was" in result.text_only
    assert desk.text == "\0"


def test_a_text_merge_can_be_clean(desk: Desk) -> None:
    """Broken on one side only, and far from the other's change."""
    theirs = edited(("citations: []", "citations: ["))
    result = desk.merge(BASE, edited(ACCEPT), theirs)

    assert result.clean
    assert desk.text == edited(ACCEPT, text=theirs)


def test_an_unreadable_base_loses_nothing(desk: Desk) -> None:
    """Two people mended the same broken file: what both have counts as added by both."""
    done = [("Oslo\n  kind: happened\n  status: proposed", "Oslo\n  status: rejected")]
    result = desk.merge("source: [", edited(ACCEPT), edited(*done))

    assert result.clean
    assert [e.status for e in store.load(desk.paths[1]).record.events] == ["accepted", "rejected"]


def test_a_fault_of_the_program_falls_back_too(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ours must never stand as if it were the merge."""
    monkeypatch.setattr("timeline.merge_driver.woven", lambda *_: 1 / 0)
    result = desk.merge(BASE, edited(ACCEPT), edited(REJECT))

    assert "ZeroDivisionError" in result.text_only
    assert "<<<<<<< ours\n" in desk.text


@settings(max_examples=60)
@given(some=branches())
def test_any_merge_is_canonical_and_reads_back(
    some: tuple[Record, Record, Record], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Canonical files give a canonical file, the same one when merged again."""
    desk = Desk(tmp_path_factory.getbasetemp())
    base, ours, theirs = (store.compose(record, stored=None) for record in some)
    result = desk.merge(base, ours, theirs)
    assert result.text_only == ""
    if result.clean:
        done = desk.text
        file = store.load(desk.paths[1])
        assert store.formatted(file) == done
        assert desk.merge(base, done, theirs).clean
        assert desk.text == done


@settings(max_examples=60)
@given(some=branches())
def test_any_merge_leaves_every_decision_to_be_read(
    some: tuple[Record, Record, Record], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Each new status of each side stands in the text, chosen or between marks."""
    desk = Desk(tmp_path_factory.getbasetemp())
    desk.merge(*(store.compose(record, stored=None) for record in some))
    before = {event.id: event for event in some[0].events}
    for record in some[1:]:
        for event in record.events:
            old = before.get(event.id, dataclasses.replace(event, status="proposed"))
            if event.status not in ("proposed", old.status):
                block = desk.text.partition(f"- id: {event.id}\n")[2].partition("- id: ")[0]
                assert f"  status: {event.status}\n" in block


@settings(max_examples=60)
@given(some=branches(), seed=st.randoms(use_true_random=False))
def test_any_merge_keeps_the_comments_of_both_sides(
    some: tuple[Record, Record, Record], seed: Random, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Behind a line, between lines, above an event: each stands in the result."""
    desk = Desk(tmp_path_factory.getbasetemp())
    base, ours, theirs = (store.compose(record, stored=None) for record in some)
    sides = [commented(ours, "Anna", seed), commented(theirs, "Ben", seed)]
    result = desk.merge(base, *sides)

    assert result.text_only == ""
    for words in re.findall(r" # ((?:Anna|Ben) [0-9]+)$", "\n".join(sides), re.M):
        assert f"# {words}\n" in desk.text


def commented(text: str, who: str, seed: Random) -> str:
    """The text with a comment behind some of the lines of its events."""
    head, mark, events = text.partition("events:\n")
    lines = [
        f"{line} # {who} {n}" if line.strip() and seed.random() < 0.2 else line
        for n, line in enumerate(events.split("\n"))
    ]
    return head + mark + "\n".join(lines)
