"""Extraction end to end: a source in, its event file out, decisions kept."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from pathlib import Path

import pytest

import timeline
from timeline import jobs, pipeline, readers, store
from timeline.errors import EventFileError, SourceError
from timeline.model import Document, Event

Write = Callable[..., Path]


@pytest.fixture(autouse=True)
def _plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a language model, so that these tests run everywhere."""
    monkeypatch.setattr(pipeline, "_parser", lambda language: None)


def update(*paths: Path, **options: int) -> list[pipeline.Outcome]:
    return list(pipeline.update(paths, **options))


def stored(path: Path) -> store.EventFile:
    return store.load(store.path_for(path))


def test_extract_writes_nothing(write: Write) -> None:
    """`timeline.extract` gives a record of proposals and leaves the folder alone."""
    path = write("talks.md")
    record = timeline.extract(path)

    assert record.source == "talks"
    assert {event.when for event in record.events} >= {"2014-03", "2015-09-24"}
    assert list(path.parent.iterdir()) == [path]


def test_mentions_have_offsets_into_their_paragraph(write: Write) -> None:
    """Every mention's words stand where its offsets say."""
    document = readers.read(write("talks.md"))
    found = pipeline.mentions(document)

    assert {m.text for some in found.values() for m in some} >= {"Thursday", "March 2014"}
    for number, some in found.items():
        text = document.paragraphs[number - 1].text
        assert all(text[m.start : m.end] == m.text for m in some)


def test_boilerplate_gives_no_mentions(write: Write) -> None:
    """A trim mark between paragraphs keeps its number and nothing is read in it."""
    path = write("talks.md", "---\ntitle: T\n---\n\nAdvertisement\n\nThey met in March 2014.\n")

    assert list(pipeline.mentions(readers.read(path))) == [2]


def test_the_first_run_proposes_and_the_second_changes_nothing(write: Write) -> None:
    """Extract twice: the same bytes, and nothing counted as new."""
    path = write("talks.md")
    (first,) = update(path)
    before = store.path_for(path).read_bytes()
    (second,) = update(path)

    assert first.report.added
    assert not second.changed
    assert store.path_for(path).read_bytes() == before


def test_a_persons_work_stands_byte_for_byte(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """A title and a date edited, a third rejected, a rule improved: three blocks unchanged."""
    text = "---\ntitle: T\npublished: 2015-09-25\n---\n\n" + "\n\n".join(
        f"Ministers signed accord number {n} in Geneva in {month} 2014."
        for n, month in enumerate(["January", "March", "May", "July"], 1)
    )
    path = write("talks.md", text + "\n")
    update(path)
    sidecar = store.path_for(path)
    titles, dates, rejected, plain = stored(path).record.events
    edited = sidecar.read_text("utf-8")
    edited = edited.replace(f"title: {titles.title}", 'title:  "The first accord"')
    edited = edited.replace("when: '2014-03'", "when: '2014-03-16'")
    edited = edited.replace(
        f"{rejected.title}\n  kind: happened\n  status: proposed",
        f"{rejected.title}\n  kind: happened\n  status: rejected",
    )
    sidecar.write_text(edited, "utf-8")
    blocks = stored(path).blocks
    improve(monkeypatch, lambda event: dataclasses.replace(event, title=f"Better: {event.title}"))
    (outcome,) = update(path)
    now = stored(path)

    assert outcome.report.refreshed == (plain.id,)
    assert now.blocks[:3] == blocks[:3]
    assert now.record.events[3].title == f"Better: {plain.title}"
    assert dates.id in sidecar.read_text("utf-8")


def improve(monkeypatch: pytest.MonkeyPatch, change: Callable[[Event], Event]) -> None:
    """Make the extractor propose other fields than before, as a better rule would."""
    before = pipeline.propose_many

    def better(*args: object, **options: object) -> list[tuple[Event, ...]]:
        return [tuple(map(change, events)) for events in before(*args, **options)]

    monkeypatch.setattr(pipeline, "propose_many", better)


def find_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the extractor find no event any more."""
    monkeypatch.setattr(pipeline, "propose_many", lambda read, **options: [() for _ in read])


def test_a_dry_run_writes_nothing(write: Write) -> None:
    """It says what would change."""
    path = write("talks.md")
    (outcome,) = update(path, dry_run=True)

    assert outcome.changed
    assert list(path.parent.iterdir()) == [path]


def test_without_the_model_its_proposals_are_left(write: Write) -> None:
    """What a language model proposed is not redone without it, unless asked."""
    path = write("talks.md")
    update(path)
    sidecar = store.path_for(path)
    made = sidecar.read_text("utf-8").replace(
        f"extractor: {pipeline.PROGRAM}", f"extractor: {pipeline.PROGRAM}, some_model 1.0"
    )
    sidecar.write_text(made, "utf-8")
    (left,) = update(path)

    assert "some_model 1.0, which is not installed" in left.left
    assert sidecar.read_text("utf-8") == made
    (forced,) = update(path, force=True)
    assert forced.changed


def test_without_a_publication_date_relative_dates_wait(write: Write) -> None:
    """Absolute dates stand; “Thursday” and “next week” need a date."""
    text = write("talks.md").read_text("utf-8").replace("published: 2015-09-25\n", "")
    record = timeline.extract(write("talks.md", text))
    by_words = {event.citations[0].said: event.when for event in record.events}

    assert by_words["March 2014"] == "2014-03"
    assert by_words["Thursday"] == ""
    assert by_words["next week"] == ""


def test_an_unreadable_event_file_is_left_alone(write: Write) -> None:
    """One broken file is reported and untouched; the others are done."""
    bad, good = write("bad.md"), write("good.md")
    write("bad.events.yml", "source: bad\nevents:\n- id: [")
    outcomes = update(bad, good)

    assert isinstance(outcomes[0].error, EventFileError)
    assert store.path_for(bad).read_text("utf-8") == "source: bad\nevents:\n- id: ["
    assert outcomes[1].report.added


def test_a_failure_of_the_program_costs_one_source(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What nobody foresaw in an article is told with its name; its whole batch is done else."""
    bad, good = write("bad.md"), write("good.md", "They met in May 2013.\n")
    before = pipeline.mentions

    def mentions(document: Document) -> object:
        if document.source.name == "bad":
            raise ValueError("no such month")
        return before(document)

    monkeypatch.setattr(pipeline, "mentions", mentions)
    outcomes = update(bad, good)

    assert re.match(f"{bad}: .*failed.*no such month.*test_pipeline.py:", str(outcomes[0].error))
    assert outcomes[1].report.added


def test_several_at_once_are_as_each_alone(write: Write) -> None:
    """Documents found together have the events that each has by itself, in their order."""
    paths = [write("talks.md"), write("vote.md", "They met in May 2013.\n"), write("empty.md", "x")]
    documents = [readers.read(path) for path in paths]

    assert pipeline.find_all(documents) == [pipeline.find_events(one) for one in documents]
    assert [len(record.events) for record in pipeline.find_all(documents)] == [3, 1, 0]


def test_processes_write_the_same_files(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two processes: the bytes of one, in the same order, errors with their place."""
    monkeypatch.setattr(jobs, "_BATCH_SOURCES", 2)
    texts = [f"Le traité fut signé en mai {year}.\n" for year in range(2001, 2007)]
    paths = [write(f"a{n}.md", f"---\nlanguage: fr\n---\n\n{t}") for n, t in enumerate(texts)]
    broken = write("a3.events.yml", "source: a3\nevents:\n- id: [")
    first, alone = update(*paths), [*map(_written, paths)]
    for path in set(paths) - {paths[3]}:
        store.path_for(path).unlink()
    second = update(*paths, jobs=2)

    assert [*map(_written, paths)] == alone
    assert [(o.source, o.report, str(o.error)) for o in second] == [
        (o.source, o.report, str(o.error)) for o in first
    ]
    assert second[3].error.where == broken


def _written(path: Path) -> bytes:
    return store.path_for(path).read_bytes()


def test_an_event_file_that_leads_out_is_refused(write: Write, tmp_path: Path) -> None:
    """A link to a file elsewhere is not written through."""
    path = write("talks.md")
    outside = tmp_path / "outside.yml"
    outside.write_text("precious", "utf-8")
    store.path_for(path).symlink_to(outside)
    (outcome,) = update(path)

    assert "leads out of the folder" in str(outcome.error)
    assert outside.read_text("utf-8") == "precious"


def test_an_event_that_another_file_names_is_held(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`same_as` in one file keeps an untouched event in another, even when no longer found."""
    path = write("talks.md")
    update(path)
    named = stored(path).record.events[0]
    write("other.md")
    write(
        "other.events.yml",
        f"source: other\nevents:\n- id: mine\n  title: T\n  same_as: {named.id}\n",
    )
    find_nothing(monkeypatch)
    (outcome,) = update(path)

    assert [event.id for event in stored(path).record.events] == [named.id]
    assert outcome.report.lost == (named.id,)


def test_a_name_in_a_file_broken_just_now_holds_too(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that someone is in the middle of editing still says whom it leans on."""
    path = write("talks.md")
    update(path)
    named = stored(path).record.events[0]
    write("other.events.yml", f"events:\n- same_as: 'talks/{named.id}'\n  title: [half-")
    find_nothing(monkeypatch)
    update(path)

    assert [event.id for event in stored(path).record.events] == [named.id]


def test_event_files_are_read_once_a_run(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """What `same_as` names is not looked for anew for each source of a run."""
    paths = [write(f"s{n}.md") for n in range(6)]
    mine = write("mine.events.yml", "source: mine\nevents:\n- id: a\n  title: T\n  same_as: b\n")
    update(*paths)
    seen: list[Path] = []
    names = pipeline._names
    monkeypatch.setattr(pipeline, "_names", lambda text, at: seen.append(at) or names(text, at))
    improve(monkeypatch, lambda event: dataclasses.replace(event, title=f"Better: {event.title}"))
    update(*paths)

    assert seen.count(mine) == 1


def test_a_name_saved_during_a_run_holds(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between two sources of a run a person names an event of the second."""
    first, second = write("a.md"), write("b.md")
    other = write("other.events.yml", "source: other\nevents: []\n")
    update(first, second)
    named = stored(second).record.events[0].id
    find_nothing(monkeypatch)
    steps = pipeline.update([first, second])
    next(steps)
    other.write_text(f"source: other\nevents:\n- id: a\n  title: T\n  same_as: {named}\n", "utf-8")
    next(steps)

    assert [event.id for event in stored(second).record.events] == [named]


def test_a_save_during_extraction_is_not_lost(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An editor saves while the merge runs: its version stands, and the run says so."""
    path = write("talks.md")
    update(path)
    sidecar = store.path_for(path)
    saved = sidecar.read_text("utf-8").replace("status: proposed", "status: rejected")
    before = pipeline.merge

    def merge(*args: object, **options: object) -> object:
        sidecar.write_text(saved, "utf-8")
        return before(*args, **options)

    monkeypatch.setattr(pipeline, "merge", merge)
    improve(monkeypatch, lambda event: dataclasses.replace(event, title=f"Better: {event.title}"))
    (outcome,) = update(path)

    assert isinstance(outcome.error, store.ChangedError)
    assert sidecar.read_text("utf-8") == saved


def test_two_sources_of_one_name_never_share_an_event_file(write: Write) -> None:
    """Named on the command line or not, the second is refused."""
    path = write("talks.md")
    update(path)
    before = store.path_for(path).read_bytes()
    (outcome,) = update(write("talks.txt", "They met in May 2013.\n"))

    assert "name of another source, talks.md" in str(outcome.error)
    assert store.path_for(path).read_bytes() == before


def test_a_source_that_leads_out_is_refused(project: Path, tmp_path: Path) -> None:
    """Also where it is named itself."""
    (tmp_path / "secret.md").write_text("The plan was made in March 2014.\n", "utf-8")
    link = project / "sources" / "talks.md"
    link.symlink_to(tmp_path / "secret.md")
    (outcome,) = update(link)

    assert "leads out" in str(outcome.error)


def test_a_missing_source_is_an_error(project: Path) -> None:
    """A path that leads nowhere says so."""
    with pytest.raises(SourceError):
        timeline.extract(project / "sources" / "nothing.md")


def test_a_language_without_rules_is_told(write: Write) -> None:
    """Nothing is found in silence: the source is named, and its event file left alone."""
    path = write("talks.md", "---\ntitle: T\nlanguage: xx\n---\n\nThey met in March 2014.\n")
    (outcome,) = update(path)

    assert "its language is xx" in outcome.left
    assert timeline.extract(path).events == ()
    assert not store.path_for(path).exists()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("status: proposed", "status: accepted # checked with Anna"),
        ("- id:", "# Anna: keep this\n- id:"),
        ("  citations:", "  citations: # two sources\n  # and a line of its own"),
        ("paragraph: 1", "paragraph:   1 # the lead"),
    ],
)
def test_comments_outlive_a_moved_paragraph(write: Write, old: str, new: str) -> None:
    """The quote's number follows the text; the comment and every other character stay."""
    path = write("talks.md")
    update(path)
    sidecar = store.path_for(path)
    before = sidecar.read_text("utf-8").replace(old, new, 1)
    sidecar.write_text(before, "utf-8")
    text = path.read_text("utf-8")
    path.write_text(text.replace("\n\nForeign", "\n\nA new lead.\n\nForeign"), "utf-8")
    (outcome,) = update(path)
    after = sidecar.read_text("utf-8")

    assert len(outcome.report.moved) == 1
    first = stored(path).blocks[0]
    assert new.replace("paragraph:   1", "paragraph:   2") in after
    assert "paragraph: 2" in first.replace("   ", " ")


def test_a_moved_quote_leaves_odd_layout_alone(write: Write) -> None:
    """A person's spacing and quoting survive the new number."""
    path = write("talks.md")
    update(path)
    sidecar = store.path_for(path)
    title = stored(path).record.events[0].title
    text = sidecar.read_text("utf-8").replace(f"title: {title}", 'title:   "Mine"')
    sidecar.write_text(text, "utf-8")
    body = path.read_text("utf-8")
    path.write_text(body.replace("\n\nForeign", "\n\nA new lead.\n\nForeign"), "utf-8")
    update(path)

    assert '  title:   "Mine"\n' in sidecar.read_text("utf-8")
    assert stored(path).record.events[0].citations[0].paragraph == 2
