"""A form's texts, as fields of an event."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.review_client import project
from timeline.check import Folder, read_folder
from timeline.model import Citation, Event
from timeline.review import fields


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """Two sources and their event files."""
    project(tmp_path)
    return read_folder(tmp_path / "sources")


def test_a_form_sent_back_unchanged_changes_nothing(folder: Folder) -> None:
    """Double spaces and line breaks included, with the line ends of a browser."""
    cited = Citation(paragraph=1, quote="The old bridge", source="river", url="https://a.example")
    event = Event("x", "2014", "A  b", who=("C; D",), note="one\ntwo ", citations=(cited,), order=0)
    form = {key: value.replace("\n", "\r\n") for key, value in fields.texts_of(event).items()}

    assert fields.read(form, event, folder, source="bridge") == fields.Read(event, {})


def test_names_stand_one_a_line(folder: Folder) -> None:
    """Commas belong to a name; empty lines and repetitions don't."""
    form = {"who": "Washington, D.C.\r\n\r\n Anna  Lind \nAnna Lind"}
    read = fields.read(form, Event("x", "2014", "T"), folder, source="bridge")

    assert read.event.who == ("Washington, D.C.", "Anna Lind")


def test_control_characters_are_left_out(folder: Folder) -> None:
    """They come with the clipboard and can't be seen."""
    read = fields.read({"title": "A\x00\x1b b\u2028"}, Event("x", "", "T"), folder, source="bridge")

    assert read.event.title == "A b"


@pytest.mark.parametrize(
    ("name", "text", "what"),
    [
        ("title", " ", "a title is missing"),
        ("when", "soon", "soon is no date"),
        ("kind", "perhaps", "perhaps is no kind"),
        ("order", "first", "first is no number"),
        ("slug", "a b", "a b is no permalink"),
        ("note", "x" * 5000, "this has 5000 characters"),
        ("quote0", "", "the last quote can’t go"),
        ("said0", "Friday", "these date words don’t stand in paragraph 1"),
        ("paragraph0", "9", "there is no paragraph 9 in bridge"),
        ("source0", "nowhere", "there is no source nowhere"),
        ("url1", "javascript:alert(1)", "javascript:alert(1) is no address"),
    ],
)
def test_what_is_wrong_is_told_field_by_field(
    folder: Folder, name: str, text: str, what: str
) -> None:
    """Each with something to try."""
    event = folder.files["bridge"].by_id["aaaa0001"]
    read = fields.read({name: text}, event, folder, source="bridge")

    assert list(read.wrong) == [name]
    assert read.wrong[name][0].startswith(what)
    assert read.wrong[name][1]


def test_a_quote_takes_the_white_space_of_its_paragraph(folder: Folder) -> None:
    """It was copied over a line end."""
    form = {"quote0": "The old\r\n bridge   was closed"}
    event = folder.files["bridge"].by_id["aaaa0001"]
    read = fields.read(form | {"said0": ""}, event, folder, source="bridge")

    assert read.event.citations == (Citation(1, "The old bridge was closed"),)


def test_another_source_can_be_cited(folder: Folder) -> None:
    """Its words are looked for there."""
    form = {"source1": "river", "paragraph1": "1", "quote1": "bridge over the Aller"}
    event = folder.files["bridge"].by_id["aaaa0001"]
    read = fields.read(form, event, folder, source="bridge")

    assert read.wrong == {}
    assert read.event.citations[1] == Citation(1, "bridge over the Aller", source="river")


@pytest.mark.parametrize(
    ("text", "what", "hint"),
    [
        ("2014-03-16", "", "Sunday 16 March 2014"),
        (" 2014~ ", "", "about 2014"),
        ("16.3.2014", "16.3.2014 is no date in EDTF", "write 2014-03-16"),
        ("", "", "No date yet: an event without one can’t be accepted."),
    ],
)
def test_dates_in_words(text: str, what: str, hint: str) -> None:
    """What is said while one types."""
    assert fields.explain(text) == (what, hint)
