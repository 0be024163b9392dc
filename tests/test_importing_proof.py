"""What is given, held against the text: taken, taken with a mark, or refused with the reason."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.import_example import MET, write_project
from timeline.check import read_folder
from timeline.importing.given import RefusedError, read
from timeline.importing.proof import Proof, Proposal
from timeline.model import Citation


@pytest.fixture
def prove(tmp_path: Path) -> Any:
    """Hold a line, as plain data, against the two sources."""
    folder = read_folder(write_project(tmp_path))

    def call(data: dict[str, Any], *candidates: str, source: str | None = None) -> Proposal:
        return Proof(folder, source=source, by="model 7").proposal(read(data), candidates)

    return call


def test_the_words_stored_are_those_of_the_source(prove: Any) -> None:
    """White space as it stands there."""
    quote = "Work  on the quay began in April 2014, the mayor"
    proposal = prove({"source": "port", "title": "T", "quote": quote})

    assert proposal.event.citations[0] == Citation(
        2, "Work on the quay   began in April 2014, the mayor"
    )
    assert proposal.remarks == ()


def test_a_wrong_paragraph_is_put_right_and_told(prove: Any) -> None:
    """The words stand elsewhere, and nowhere else."""
    proposal = prove({**MET, "paragraph": 3})

    assert proposal.event.citations[0].paragraph == 1
    assert proposal.remarks == ("the paragraph given was 3",)
    assert proposal.event.note is None


def test_words_that_are_nearly_right_are_marked_for_the_reviewer(prove: Any) -> None:
    """The source's own words are quoted; the note has those that were given."""
    quote = "The port board met at Lowmouth on 3 March 2014 and chose Grey and Sons"
    proposal = prove({**MET, "quote": quote})

    assert proposal.event.citations[0].quote.startswith("The port board met in Lowmouth")
    assert proposal.event.note == f"the quote given was: {quote}"


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (
            {"quote": "The port board met in Lowmouth on 4 March 2014 and chose Grey & Sons"},
            "stands nowhere",
        ),
        ({"quote": "A ship sank off the coast in a storm"}, "stands nowhere in port"),
        ({"quote": " "}, "has no quote"),
        ({"said": "4 May"}, "date words “4 May” don't stand"),
        ({"when": "2014-13-45"}, "is no date"),
        ({"when": "March 2014"}, "is no date"),
        ({"source": "nowhere"}, "there is no source nowhere"),
        ({"source": None}, "names no source"),
        ({"citations": [{"quote": "moor there"}]}, "has both a quote and citations"),
        ({"kind": "rumoured"}, "kind is none of the words"),
        ({"title": "  "}, "title"),
        ({"title": None}, "title is missing"),
        ({"who": "Ada Quill"}, "who is no list"),
        ({"slug": "a/b c"}, "slug can't be that"),
    ],
)
def test_what_cannot_stand_is_refused(prove: Any, change: dict[str, Any], why: str) -> None:
    """Other digits are another fact, however alike the words."""
    with pytest.raises(RefusedError, match=why):
        prove({**MET, **change})


def test_a_refusal_says_what_stands_there_instead(prove: Any) -> None:
    """So that it can be mended."""
    quote = "The port board met in Lowmouth on 4 March 2014 and chose Grey & Sons"
    with pytest.raises(RefusedError) as refused:
        prove({**MET, "quote": quote})

    assert "paragraph 1 says: The port board met in Lowmouth on 3 March 2014" in refused.value.hint


def test_an_address_alone_is_no_evidence(prove: Any) -> None:
    """Nothing can be held against it; the next step is named."""
    line = {
        "source": "port",
        "title": "T",
        "citations": [{"url": "https://x.example", "quote": "q"}],
    }
    with pytest.raises(RefusedError, match="its only evidence is an address") as refused:
        prove(line)

    assert "timeline add" in refused.value.hint


def test_an_address_may_stand_beside_words_of_a_source(prove: Any) -> None:
    """As it may in a file that a person wrote."""
    outside = {"url": "https://x.example", "quote": "as told there"}
    proposal = prove({**MET, "quote": "", "citations": [{"quote": MET["quote"]}, outside]})

    assert proposal.event.citations[1] == Citation(
        None, "as told there", "", None, "https://x.example"
    )


@pytest.mark.parametrize(
    "url", ["https://gazette.example/quay", "http://gazette.example/quay/#top"]
)
def test_the_address_of_a_source_names_it(prove: Any, url: str) -> None:
    """Other programs know where an article was, not what it is called here."""
    line = {key: value for key, value in MET.items() if key != "source"}
    proposal = prove({**line, "url": url})

    assert proposal.source == "port"
    assert proposal.event.citations[0].url is None
    with pytest.raises(RefusedError, match="no source in sources/ has the address"):
        prove({**line, "url": "https://elsewhere.example"})


def test_the_date_words_are_found_where_they_are_missing(prove: Any) -> None:
    """Only where they mean the date that was given."""
    line = {key: value for key, value in MET.items() if key != "said"}

    assert prove(line).event.citations[0].said == "3 March 2014"
    assert prove({**line, "when": "2014"}).event.citations[0].said == ""


def test_words_of_another_source_are_held_against_that(prove: Any) -> None:
    """A further citation, in its own file's event."""
    other = {"source": "letter", "quote": "The clerk wrote to the board"}
    proposal = prove({**MET, "quote": "", "citations": [{"quote": MET["quote"]}, other]})

    assert [c.source for c in proposal.event.citations] == [None, "letter"]
    with pytest.raises(RefusedError, match="nowhere in letter"):
        prove({**MET, "quote": "", "citations": [{**other, "quote": str(MET["quote"])}]})


def test_the_id_comes_from_what_was_given(prove: Any) -> None:
    """One of ours is kept; any other makes room for one from quote and title."""
    first, other = prove(dict(MET)).event.id, prove({**MET, "title": "Another"}).event.id

    assert prove({**MET, "when": "2014-03", "id": "evt-1"}).event.id == first != other
    assert prove({**MET, "id": "8c1f03aa"}).event.id == "8c1f03aa"


def test_a_candidate_that_stands_there_is_the_quote(prove: Any) -> None:
    """For files that have texts and no quotes."""
    line = {"title": "A ship is to moor", "when": "2016"}
    proposal = prove(
        line, "Nothing of it", "The first ship is to moor there in 2016.", source="port"
    )

    expected = Citation(3, "The first ship is to moor there in 2016.", "2016")
    assert proposal.event.citations == (expected,)
    with pytest.raises(RefusedError, match="none of its words stand in port"):
        prove(line, "Nothing of it", source="port")


def test_what_found_it_is_named(prove: Any) -> None:
    """By the line, else for the whole file."""
    assert prove(dict(MET)).event.proposed_by == "model 7"
    assert prove({**MET, "proposed_by": "a clerk"}).event.proposed_by == "a clerk"


def test_a_source_that_cannot_be_read_is_told_as_that(tmp_path: Path) -> None:
    """Not as one that isn't there."""
    path = write_project(tmp_path)
    (path / "port.md").write_text("---\ntitle: [\n---\n\nText.\n", "utf-8")
    proof = Proof(read_folder(path), source=None, by="model 7")

    with pytest.raises(RefusedError, match="the source port can't be read"):
        proof.proposal(read(MET))
