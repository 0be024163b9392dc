"""The shipped JSON Schema and the checks say the same; the data dictionary names every field."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given

from tests import strategies
from timeline import canonical, store
from timeline.model import Record
from timeline.readers import frontmatter
from timeline.schema import json_schema

DOCS = Path(__file__).parents[1] / "docs"


@pytest.fixture(scope="module")
def schema() -> Any:
    found = json.loads(json_schema())
    jsonschema.Draft202012Validator.check_schema(found)
    return found


@given(record=strategies.records)
def test_every_record_written_fits(schema: Any, record: Record) -> None:
    """What the program writes, an editor that knows the schema has no complaint about."""
    jsonschema.validate(yaml.safe_load(store.compose(record, stored=None)), schema)


@pytest.mark.parametrize(
    "lines",
    [
        "source: a\nevents: []\nextra: 1\n",
        "events: []\n",
        "source: a\nevents:\n- title: T\n",
        "source: a\nevents:\n- id: a\n  title: T\n  when: 2014\n",
        "source: a\nevents:\n- id: a\n  title: T\n  status: maybe\n",
        "source: a\nevents:\n- id: a\n  title: T\n  staus: accepted\n",
        "source: a\nevents:\n- id: a\n  title: T\n  slug: 'a b'\n",
        "source: a\nevents:\n- id: a\n  title: T\n  salience: 1.5\n",
        "source: a\nevents:\n- id: a\n  title: T\n  citations:\n  - paragraph: 0\n",
    ],
)
def test_what_check_refuses_the_schema_refuses(schema: Any, lines: str) -> None:
    """An editor underlines it while it is typed (an unquoted year, too, is no text)."""
    file, faults = store.parse(lines, Path("a.events.yml"))

    assert faults or (file is not None and file.unquoted)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(yaml.safe_load(lines), schema)


@pytest.mark.parametrize(
    "field",
    sorted({*canonical.EVENT_KEYS, *canonical.CITATION_KEYS, *frontmatter.KEYS, "extractor"}),
)
def test_the_data_dictionary_has_every_field(field: str) -> None:
    """docs/data.md has a row for each field of a source, an event and a citation."""
    rows = re.findall(r"^\| `(\w+)` \|", (DOCS / "data.md").read_text("utf-8"), re.M)

    assert field in rows


def test_the_data_dictionary_has_no_other_field() -> None:
    """A row for a field that is gone misleads."""
    text = (DOCS / "data.md").read_text("utf-8")
    tables = re.findall(r"^\| Field \|.*?\n\n", text, re.M | re.S)
    rows = {name for table in tables for name in re.findall(r"^\| `(\w+)` \|", table, re.M)}

    known = {*canonical.EVENT_KEYS, *canonical.CITATION_KEYS, *frontmatter.KEYS}
    assert rows <= known | {"source", "extractor", "events"}


@pytest.mark.parametrize("page", sorted(DOCS.glob("*.md")), ids=lambda path: path.name)
def test_examples_in_the_docs_are_event_files(page: Path) -> None:
    """Each YAML example that shows events is read without a fault."""
    for example in re.findall(r"```yaml\n(- id:.*?)```", page.read_text("utf-8"), re.S):
        _, faults = store.parse(f"source: talks\nevents:\n{example}", page)

        assert not faults, example
