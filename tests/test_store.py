"""Event files: read whole or not at all, and written with everyone's bytes in place."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
import yaml
from hypothesis import given

from tests import strategies
from timeline import store
from timeline.errors import EventFileError
from timeline.model import Citation, Event, Record

PATH = Path("talks.events.yml")

CANONICAL = """\
# yaml-language-server: $schema=.events.schema.json
source: talks
extractor: cited-timeline 0.1, en_core_web_sm 3.8.0
events:

- id: 8c1f03aa
  when: '2014-03'
  title: Ministers met in Geneva
  kind: happened
  status: proposed
  who: [Anna Lind, 'Lind, Berg & Co.']
  where: [Geneva]
  tags: []
  citations:
  - paragraph: 20
    quote: 'since ministers met in Geneva in March 2014: “a start”'
    said: March 2014
  date_from: text
  salience: 0.70
  digest: 91c0de7f

- id: '00000001'
  when: ''
  title: 'Yes'
  kind: planned
  status: accepted
  who: []
  where: []
  tags: [talks]
  note: ask the desk
  order: 2
  citations: []
  date_from: text
"""

RECORD = Record(
    source="talks",
    extractor="cited-timeline 0.1, en_core_web_sm 3.8.0",
    events=(
        Event(
            id="8c1f03aa",
            when="2014-03",
            title="Ministers met in Geneva",
            who=("Anna Lind", "Lind, Berg & Co."),
            where=("Geneva",),
            citations=(
                Citation(
                    20, "since ministers met in Geneva in March 2014: “a start”", "March 2014"
                ),
            ),
            salience=0.7,
            digest="91c0de7f",
        ),
        Event(
            id="00000001",
            when="",
            title="Yes",
            kind="planned",
            status="accepted",
            tags=("talks",),
            note="ask the desk",
            order=2,
        ),
    ),
)


def parsed(text: str) -> store.EventFile:
    file, faults = store.parse(text, PATH)
    assert not faults
    assert file is not None
    return file


def faults(text: str) -> list[store.Fault]:
    file, found = store.parse(text, PATH)
    assert file is None
    return found


class TestCanonicalForm:
    def test_is_what_the_design_shows(self) -> None:
        """Fixed order, a scalar a line, dates quoted, a blank line between events."""
        assert store.compose(RECORD, stored=None) == CANONICAL

    def test_reads_back(self) -> None:
        """The canonical text holds the very record."""
        assert parsed(CANONICAL).record == RECORD

    @given(strategies.records)
    def test_any_record_reads_back_and_is_stable(self, record: Record) -> None:
        """Writing, reading and formatting any record gives that record and that text."""
        text = store.compose(record, stored=None)
        file = parsed(text)

        assert file.record == record
        assert store.formatted(file) == text

    @given(strategies.records)
    def test_means_the_same_to_any_yaml_reader(self, record: Record) -> None:
        """A plain YAML 1.1 reader gets the same words, and dates as text."""
        data = yaml.safe_load(store.compose(record, stored=None))

        assert [e["when"] for e in data["events"]] == [e.when for e in record.events]
        assert [e["title"] for e in data["events"]] == [e.title for e in record.events]
        assert [tuple(e["who"]) for e in data["events"]] == [e.who for e in record.events]

    @given(strategies.records)
    def test_takes_one_line_a_scalar(self, record: Record) -> None:
        """However long or broken a text is, its field stays on one line."""
        event_lines = store.compose(record, stored=None).split("\n")
        keys = [line for line in event_lines if line.startswith("  title: ")]

        assert len(keys) == len(record.events)


class TestBytesThatStay:
    def test_an_untouched_block_keeps_its_odd_layout(self) -> None:
        """Only the changed event is written anew; a person's quotes and comments stay."""
        odd = CANONICAL.replace("title: 'Yes'", 'title:   "Yes"   # agreed with Anna')
        file = parsed(odd)
        first = dataclasses.replace(file.record.events[0], title="New title")
        record = dataclasses.replace(file.record, events=(first, file.record.events[1]))

        assert store.compose(record, stored=file) == odd.replace(
            "title: Ministers met in Geneva\n", "title: New title\n"
        )

    def test_comments_above_an_event_go_with_it(self) -> None:
        """A comment line belongs to the event under it."""
        text = CANONICAL.replace("- id: '00000001'", "# Anna: keep\n- id: '00000001'")
        file = parsed(text)
        record = dataclasses.replace(file.record, events=file.record.events[1:])

        assert "# Anna: keep\n- id: '00000001'" in store.compose(record, stored=file)
        assert file.commented == {"00000001"}

    def test_a_hash_in_a_text_is_no_comment(self) -> None:
        """`#` counts only outside the texts."""
        assert parsed(CANONICAL.replace("Geneva in March", "Geneva #1 in March")).commented == set()

    def test_header_comments_stay(self) -> None:
        """What a person wrote above the fields survives a new extractor."""
        file = parsed(CANONICAL.replace("source: talks", "# Desk: Anna\nsource: talks"))
        text = store.compose(dataclasses.replace(file.record, extractor="next"), stored=file)

        assert "# Desk: Anna\nsource: talks\nextractor: next\n" in text

    def test_saving_what_stands_there_writes_nothing(self, tmp_path: Path) -> None:
        """No change, no write: the file's time stays."""
        path = tmp_path / "talks.events.yml"
        path.write_text(CANONICAL, "utf-8")

        assert not store.save(path, RECORD, stored=store.load(path))


class TestOtherLayouts:
    @pytest.mark.parametrize(
        "text",
        [
            "source: talks\nevents: [{id: aa, title: A}, {id: bb, title: B}]\n",
            "events:\n- id: aa\n  title: A\n- id: bb\n  title: B\nsource: talks\n",
            "{source: talks, events: [{id: aa, title: A}, {id: bb, title: B}]}\n",
            "source: talks\nevents:\n  - id: aa\n    title: A\n  - id: bb\n    title: B\n",
            "source: talks\r\nevents:\r\n-\r\n  id: aa\r\n  title: A\r\n- {id: bb, title: B}\r\n",
        ],
    )
    def test_are_read_and_brought_into_form(self, text: str) -> None:
        """Flow style, another key order, indented or CRLF: read alike, formatted alike."""
        file = parsed(text)

        assert [event.title for event in file.record.events] == ["A", "B"]
        assert len(file.blocks) == 2
        assert parsed(store.formatted(file)).record == file.record

    def test_formatting_keeps_comments(self) -> None:
        """`fmt` moves fields, and comments with them."""
        text = "source: talks\nevents:\n- title: A # mine\n  # and this\n  id: aa\n"
        formatted = store.formatted(parsed(text))

        assert "title: A # mine" in formatted
        assert "# and this" in formatted
        assert parsed(formatted).record == parsed(text).record


HEAD = "# yaml-language-server: $schema=.events.schema.json\nsource: talks\nextractor: x 1\n"
ONE = "- id: aa\n  when: '2014'\n  title: A\n  status: accepted\n"
NEW = Event(id="cc", when="2014", title="New")

HARD_LAYOUTS = {
    "comment behind events:": HEAD + "events: # Anna 1\n" + ONE,
    "comment under no events": HEAD + "events: []  # Anna 1\n# Anna 2\n",
    "comment where events are missing": HEAD + "# Anna 1\n",
    "all events deleted": HEAD + "events:\n# Anna 1\n",
    "comments in the header": HEAD.replace("talks", "talks # Anna 1") + "events:\n" + ONE,
    "document end": HEAD + "events:\n" + ONE + "...\n# Anna 1\n",
    "document start": "---\n" + HEAD + "events:\n" + ONE,
    "comments in a flow list": HEAD
    + "events:\n- id: aa\n  title: A\n  who: [Bo, # Anna 1\n    Lu, # Anna 2\n    ]\n",
    "comments between flow events": HEAD
    + "events: [\n  # Anna 1\n  {id: aa, title: A}, # Anna 2\n  # Anna 3\n]\n",
    "comment behind a block scalar's mark": HEAD
    + "events:\n- id: aa\n  title: A\n  note: | # Anna 1\n    text # no comment\n",
    "blank lines that count": HEAD + "events:\n- id: aa\n  title: A\n  note: |+\n    One\n\n\n",
    "a block scalar that keeps its end": HEAD
    + "events:\n- id: aa\n  title: A\n  note: |+\n    One\n",
    "a comment behind blank lines that count": HEAD
    + "events:\n- id: aa\n  title: A\n  note: |+\n    One\n\n# Anna 1\n"
    + ONE.replace("aa", "bb"),
    "a block scalar of blanks": HEAD + "events:\n- id: aa\n  title: A\n  note: |+\n\n\n",
    "a block scalar and YAML's own breaks": HEAD
    + "events:\n- id: aa\n  title: A\n  note: |+\n    One\n\x85",
    "a block scalar ending the file": HEAD + "events:\n- id: aa\n  title: A\n  note: |\n    One",
    "tabs": HEAD + "events:\n- id: aa\n  title:\tA\t\n  who: [a,\tb]\t# Anna 1\n",
    "tabs in flow events": HEAD + "events: [{id: aa,\ttitle: A}] # Anna 1\n",
    "a title over several lines": HEAD + "events:\n- title: A long\n    title\n  id: aa # Anna 1\n",
    "tags": HEAD + "events:\n- id: aa\n  title: A\n  !!str who: [Bo] # Anna 1\n",
    "breaks that only YAML knows": HEAD + "events:\n- id: aa\n  ? title\x85\n  : A # Anna 1\n",
    "a comment that wanders": HEAD + "events:\n- # Anna 1\r\n\n  id: bb\n  title: B\n",
    "old Mac line ends": (HEAD + "events:\n\n# Anna 1\n" + ONE).replace("\n", "\r"),
}


class TestHardLayouts:
    """Whatever way a file is laid out: no value changes, no comment goes, it stays readable."""

    @pytest.mark.parametrize("name", HARD_LAYOUTS)
    def test_take_a_new_event(self, name: str) -> None:
        """An event put in before and one behind, by a new extractor."""
        text = HARD_LAYOUTS[name]
        file = parsed(text)
        record = Record("talks", "next 2", (NEW, *file.record.events, event_named("dd")))
        now = store.compose(record, stored=file)

        assert parsed(now).record == record
        assert now.count("# Anna") == text.count("# Anna")

    @pytest.mark.parametrize("name", HARD_LAYOUTS)
    def test_are_formatted(self, name: str) -> None:
        """`fmt` keeps them, and a second `fmt` has nothing to do."""
        text = HARD_LAYOUTS[name]
        formatted = store.formatted(parsed(text))

        assert parsed(formatted).record == parsed(text).record
        assert formatted.count("# Anna") == text.count("# Anna")
        assert store.formatted(parsed(formatted)) == formatted


def event_named(event_id: str) -> Event:
    return dataclasses.replace(NEW, id=event_id)


class TestEmptyFields:
    def test_are_as_if_left_out(self) -> None:
        """`same_as:` with nothing behind it names no event; an empty list is a list."""
        empty = "  who:\n  when:\n  citations: ~\n  order:\n  same_as: null\n  slug:\n"
        file = parsed("source: talks\nevents:\n- id: aa\n  title: A\n" + empty)

        assert file.record.events == (Event(id="aa", when="", title="A"),)

    def test_null_is_a_name(self) -> None:
        """A person or an event may be called so."""
        (event,) = parsed(
            "source: t\nevents:\n- id: 'aa'\n  title: Null\n  who: [Null]\n"
        ).record.events

        assert (event.title, event.who) == ("Null", ("Null",))


class TestWriting:
    def test_what_would_not_read_back_is_not_written(self, tmp_path: Path) -> None:
        """The last look before a write: another record than meant, and the file stays."""
        path = tmp_path / "talks.events.yml"
        path.write_text(CANONICAL, "utf-8")
        file = store.load(path)

        with pytest.raises(EventFileError, match="nothing was changed"):
            store.write(path, CANONICAL.replace("Geneva", "Oslo"), RECORD, stored=file)
        assert path.read_text("utf-8") == CANONICAL

    def test_an_editors_save_in_between_stays(self, tmp_path: Path) -> None:
        """A file saved since it was read is not written over."""
        path = tmp_path / "talks.events.yml"
        path.write_text(CANONICAL, "utf-8")
        file = store.load(path)
        saved = CANONICAL.replace("status: proposed", "status: rejected")
        path.write_text(saved, "utf-8")

        with pytest.raises(store.ChangedError, match="saved by another program"):
            store.save(path, dataclasses.replace(RECORD, extractor="next"), stored=file)
        assert path.read_text("utf-8") == saved


def test_byte_order_marks_are_no_text(tmp_path: Path) -> None:
    """One from an editor, or two from two, before the first line."""
    path = tmp_path / "talks.events.yml"
    path.write_text("\ufeff\ufeff" + CANONICAL, "utf-8")

    assert store.load(path).record == RECORD


class TestFaults:
    @pytest.mark.parametrize(
        ("text", "line", "words"),
        [
            ("source: a\nevents:\n- id: [", 3, "not valid YAML"),
            ("- id: aa\n", 1, "not an event file"),
            ("", 1, "not an event file"),
            ("source: a\nsource: b\n", 2, "source stands here twice"),
            ("source: a\nevents:\n- id: aa\n  title: A\n  staus: x\n", 5, "unknown field staus"),
            ("source: a\nevents:\n- id: aa\n", 3, "title is missing"),
            (
                "source: a\nevents:\n- id: a\n  title: A\n  kind: odd\n",
                5,
                "kind: odd is not one of",
            ),
            ("source: a\nevents:\n- id: a\n  title: A\n- id: a\n  title: B\n", 5, "the id a"),
            ("source: a\nevents: &x [*x]\n", 2, "aliases"),
            ("source: a\nevents: 7\n", 2, "events"),
            ("source: a\nevents:\n- id: a\n  title: A\n  order: x\n", 5, "order"),
        ],
    )
    def test_say_which_line(self, text: str, line: int, words: str) -> None:
        """Each fault names its line and what is wrong."""
        found = faults(text)

        assert found[0].line == line
        assert words in found[0].what

    def test_unquoted_dates_are_read_as_they_stand(self) -> None:
        """YAML would make a number or a date of them; here they stay text, and are told of."""
        text = CANONICAL.replace("'2014-03'", "2014-03-16").replace("when: ''", "when: 2014")
        file = parsed(text)

        assert [event.when for event in file.record.events] == ["2014-03-16", "2014"]
        assert [line for line, _ in file.unquoted] == [7, 23]

    def test_load_raises_with_path_and_line(self, tmp_path: Path) -> None:
        """A file that can't be read whole is an error that says where."""
        path = tmp_path / "talks.events.yml"
        path.write_text("source: a\nevents:\n- id: [", "utf-8")

        with pytest.raises(EventFileError, match=r"talks\.events\.yml:3: not valid YAML"):
            store.load(path)
