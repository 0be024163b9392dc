"""`timeline.unchanged`: what is skipped, and that skipping never changes the outcome."""

from __future__ import annotations

import dataclasses
import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import pipeline, readers, store, unchanged
from timeline.model import Event
from timeline.unchanged import Memory, program_stamp

Write = Callable[..., Path]


@pytest.fixture(autouse=True)
def _plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a language model, so that these tests run everywhere."""
    monkeypatch.setattr(pipeline, "_parser", lambda language: None)


def update(path: Path, program: str = "one", **options: bool) -> pipeline.Outcome:
    """Extract with a memory that is new each time, as in a new process."""
    (outcome,) = pipeline.update([path], memory=Memory(program), **options)
    return outcome


def test_what_has_not_changed_is_not_read_again(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is counted as before."""
    path = write("talks.md")
    first = update(path)
    monkeypatch.setattr(readers, "read", lambda path: pytest.fail("it was read"))
    second = update(path)

    assert second.unchanged
    assert not second.changed
    assert (second.events, second.undated) == (first.events, first.undated) == (3, 0)


def _append(path: Path) -> None:
    path.write_text(path.read_text("utf-8") + "\n", "utf-8")


def _memory_of(path: Path) -> Path:
    return path.parents[1] / ".cache" / "timeline" / "extracted.json"


@pytest.mark.parametrize(
    "change",
    [
        _append,
        lambda path: _append(store.path_for(path)),
        lambda path: store.path_for(path).unlink(),
        lambda path: _memory_of(path).unlink(),
        lambda path: _memory_of(path).write_text("{", "utf-8"),
        lambda path: _memory_of(path).write_text('{"program": "one", "sources": {"a": 1}}'),
        lambda path: path.with_suffix(".txt").write_text("They met in May.\n"),
    ],
    ids=["source", "event file", "none", "forgotten", "broken", "other shape", "name taken"],
)
def test_a_change_is_looked_at(write: Write, change: Callable[[Path], object]) -> None:
    """Whatever has changed around a source, it is done again."""
    path = write("talks.md")
    update(path)
    change(path)

    assert not update(path).unchanged


def test_another_program_looks_again(write: Write) -> None:
    """And so does `force`."""
    path = write("talks.md")
    update(path)

    assert not update(path, "another").unchanged
    assert not update(path, "another", force=True).unchanged
    assert update(path, "another").unchanged


def test_a_dry_run_remembers_nothing(write: Write) -> None:
    """It writes no file at all."""
    path = write("talks.md")
    update(path, dry_run=True)

    assert not _memory_of(path).exists()


def test_git_is_told_to_leave_it_alone(write: Write) -> None:
    """Also in a project whose own .gitignore says nothing of it."""
    path = write("talks.md")
    update(path)

    assert (_memory_of(path).parent / ".gitignore").read_text("utf-8") == "*\n"
    assert list(json.loads(_memory_of(path).read_bytes())["sources"]) == ["sources/talks.md"]


def test_a_folder_without_a_project_has_its_own(tmp_path: Path) -> None:
    """Sources that lie anywhere are skipped, too."""
    path = tmp_path / "talks.md"
    path.write_text("They met in May 2013.\n", "utf-8")
    update(path)

    assert update(path).unchanged


def test_a_memory_that_cannot_be_written_is_none(write: Write) -> None:
    """Extraction goes on without it."""
    path = write("talks.md")
    (path.parents[1] / ".cache").write_text("a file", "utf-8")

    assert update(path).changed
    assert not update(path).unchanged


def test_what_a_person_has_to_hear_is_told_again(write: Write) -> None:
    """A kept event that is found no more is reported by each run."""
    path = write("talks.md")
    update(path)
    target = store.path_for(path)
    text = target.read_text("utf-8").replace("status: proposed", "status: accepted", 1)
    target.write_text(text, "utf-8")
    write("talks.md", "---\ntitle: T\n---\n\nNothing happened.\n")

    assert update(path).report.lost
    assert update(path).report.lost


def test_an_event_that_another_file_held_is_looked_at(write: Write) -> None:
    """Held by a `same_as` elsewhere, it takes a better title as soon as nobody names it."""
    path = write("talks.md", "They met in May 2013.\n")
    update(path)
    (event,) = store.load(store.path_for(path)).record.events
    naming = f"source: b\nevents:\n- id: b\n  title: T\n  same_as: {event.id}\n"
    other = write("b.events.yml", naming)
    titles = []
    for _ in range(2):
        _extract(path.parent, 1, Memory("two"), name="talks")
        titles.append(store.load(store.path_for(path)).record.events[0].title)
        other.unlink(missing_ok=True)

    assert titles == [event.title, f"{event.title}!"]


def test_the_stamp_hangs_on_the_code(tmp_path: Path) -> None:
    """On every byte of code and rules, on no file's age, and not on the site's part."""
    package = tmp_path / "package"
    for name in ("rules.py", "lang/forms.yml", "site/page.py"):
        (package / name).parent.mkdir(parents=True, exist_ok=True)
        (package / name).write_text("1")
    before = program_stamp.__wrapped__(package)
    (package / "site/page.py").write_text("2")
    (package / "rules.py").write_text("1")
    same = program_stamp.__wrapped__(package)
    (package / "lang/forms.yml").write_text("2")

    assert same == before != program_stamp.__wrapped__(package)


def test_the_stamp_hangs_on_the_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that is installed or taken away makes another program."""
    before = program_stamp.__wrapped__(tmp_path)
    monkeypatch.setattr(unchanged, "model_versions", lambda: ("some_model 9",))

    assert program_stamp.__wrapped__(tmp_path) != before


# What can happen to a project between two runs; each is done to both of two equal projects.

TEXTS = (
    "They met in May 2013.\n\nThe bridge was opened on 4 June 2014.\n",
    "They met in May 2013.\n\nA new lead.\n\nThe bridge was opened on 4 June 2014.\n",
    "The bridge was opened in June 2014. Nobody came.\n",
)
ACTS = st.one_of(
    st.tuples(st.just("text"), st.integers(0, 2)),
    st.tuples(st.just("rule"), st.integers(0, 2)),
    st.tuples(st.sampled_from(["accept", "title", "forget", "name", "unname", "run"]), st.just(0)),
)


def _do(folder: Path, act: str, number: int) -> None:
    source, target = folder / "a.md", folder / "a.events.yml"
    written = target.read_text("utf-8") if target.exists() else ""
    if act == "text":
        source.write_text(TEXTS[number], "utf-8")
    elif act == "accept" and written:
        target.write_text(written.replace("status: proposed", "status: accepted", 1), "utf-8")
    elif act == "title" and written:
        target.write_text(written.replace("title: ", "title: Our ", 1), "utf-8")
    elif act == "forget":
        target.unlink(missing_ok=True)
    elif act == "name" and "id: " in written:
        name = written.partition("id: ")[2].split()[0]
        naming = f"source: b\nevents:\n- id: b\n  title: T\n  same_as: {name}\n"
        (folder / "b.events.yml").write_text(naming, "utf-8")
    elif act == "unname":
        (folder / "b.events.yml").unlink(missing_ok=True)


def _extract(
    folder: Path, rule: int, memory: Memory | None, *, name: str = "a"
) -> tuple[object, ...]:
    """What a run says and leaves behind; rule 1 words titles anew, rule 2 finds nothing."""
    before = pipeline.propose_many

    def other(*args: object, **options: object) -> list[tuple[Event, ...]]:
        found = before(*args, **options)
        found = found if rule < 2 else [() for _ in found]
        return [tuple(dataclasses.replace(e, title=f"{e.title}!") for e in one) for one in found]

    with patch.object(pipeline, "propose_many", other if rule else before):
        (said,) = pipeline.update([folder / f"{name}.md"], memory=memory)
    told = (said.report.lost, said.report.adrift)
    written = store.path_for(said.source).read_bytes()
    return said.events, said.undated, said.changed, told, written


def _two_projects(place: str) -> tuple[Path, Path]:
    """Two folders of sources with the same text in each."""
    folders = Path(place, "with", "sources"), Path(place, "without", "sources")
    for folder in folders:
        folder.mkdir(parents=True)
        _do(folder, "text", 0)
    return folders


@settings(max_examples=100)
@given(st.lists(ACTS, max_size=12))
def test_skipping_never_changes_the_outcome(acts: list[tuple[str, int]]) -> None:
    """Whatever happens between runs, with a memory and without: the same files and reports."""
    with tempfile.TemporaryDirectory() as place:
        remembering, forgetful = _two_projects(place)
        rule = 0
        for act, number in [*acts, ("run", 0), ("run", 0)]:
            rule = number if act == "rule" else rule
            _do(remembering, act, number)
            _do(forgetful, act, number)
            if act == "run":
                said = _extract(remembering, rule, Memory(str(rule)))
                assert said == _extract(forgetful, rule, None)
