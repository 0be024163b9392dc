"""timeline.json and its schema, held against each other by a validator that isn't ours."""

from __future__ import annotations

import json

import jsonschema
import pytest

from tests.export_example import dated, evil, made
from tests.site_example import EXAMPLE
from timeline.exports.data import SCHEMA_FILE, schema
from timeline.model import Timeline

SCHEMA = json.loads(schema())


@pytest.mark.parametrize("timeline", [EXAMPLE, dated(), evil(), Timeline()], ids=len)
def test_what_is_written_keeps_to_the_schema(timeline: Timeline) -> None:
    """The schema itself is valid, and stands beside the file that names it."""
    export = made("json", timeline)
    plain = json.loads(export.text)

    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(plain, SCHEMA)
    assert plain["$schema"] == SCHEMA_FILE
    assert json.loads(export.beside[SCHEMA_FILE]) == SCHEMA


@pytest.mark.parametrize(
    ("field", "value"), [("status", "proposed"), ("note", "secret"), ("kind", "rumoured")]
)
def test_the_schema_refuses_what_is_never_written(field: str, value: str) -> None:
    """So that it means something to those who build on it."""
    plain = json.loads(made("json", EXAMPLE).text)
    plain["events"][0][field] = value

    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(plain, SCHEMA)


def test_an_event_is_whole() -> None:
    """Every field a reader of the site sees, and the bounds of its date."""
    events = {e["id"]: e for e in json.loads(made("json", EXAMPLE).text)["events"]}
    cracks = events["0000001a"]

    assert cracks["link"] == "https://site.example/timeline/#first-cracks"
    assert (cracks["status"], cracks["repeats"]) == ("disputed", ["0000001b"])
    assert [c.get("source") for c in cracks["citations"]] == ["bridge-closed", None, "rival-report"]
    assert cracks["citations"][1]["url"] == "https://divers.example/log"
    assert (events["00000001"]["earliest"], events["00000001"]["latest"]) == (
        "1970-01-01",
        "1979-12-31",
    )


def test_bounds_are_days_and_missing_where_open() -> None:
    """Years before our era are counted as EDTF does."""
    events = {e["title"]: e for e in json.loads(made("json", dated()).text)["events"]}

    assert events["bc"]["earliest"] == "-0043-03-15"
    assert events["hour"]["latest"] == "2014-04-17"
    assert "earliest" not in events["before"]
    assert "latest" not in events["since"]
    assert events["far"]["latest"] == "Y12000"


def test_a_source_that_is_cited_is_listed_with_its_facts() -> None:
    """And none twice."""
    sources = json.loads(made("json", EXAMPLE).text)["sources"]

    assert [s["name"] for s in sources] == ["silent", "bridge-closed", "rival-report"]
    assert sources[1]["licence"] == "CC BY 4.0"
