"""timeline.jsonld through a JSON-LD processor, with schema.org's terms at hand and no network."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pyld import jsonld

from tests.export_example import DATES, OPTIONS, dated, evil, made
from tests.site_example import EXAMPLE
from timeline.exports.linked import script

SCHEMA = "https://schema.org/"
# What schema.org's own context says of the terms used here.
CONTEXT = {
    "@context": {
        "@vocab": SCHEMA,
        "url": {"@type": "@id"},
        "eventStatus": {"@type": "@id"},
    }
}


def load(url: str, options: Any) -> dict[str, Any]:
    """The context, for that address alone."""
    assert url.rstrip("/") == SCHEMA.rstrip("/")
    return {"contextUrl": None, "documentUrl": url, "document": CONTEXT}


def expanded(text: str) -> list[dict[str, Any]]:
    """Every node with its full names; a relative or unknown term would be dropped."""
    nodes = jsonld.expand(json.loads(text), {"documentLoader": load})
    assert isinstance(nodes, list)
    return nodes


def test_facts_are_events_and_allegations_are_claims() -> None:
    """Denied and disputed ones, too."""
    nodes = expanded(made("jsonld", EXAMPLE).text)
    kinds = {n[f"{SCHEMA}name"][0]["@value"]: n["@type"][0].removeprefix(SCHEMA) for n in nodes}

    assert kinds["The city closes the bridge"] == "Event"
    assert kinds["Grey & Sons is warned (alleged)"] == "Claim"
    assert kinds["A letter reaches the builder (denied)"] == "Claim"
    assert kinds["Divers see cracks in the second pier (disputed)"] == "Claim"
    assert len(nodes) == len(EXAMPLE)


def test_a_planned_event_is_scheduled() -> None:
    """And is still an event."""
    nodes = json.loads(made("jsonld", EXAMPLE).text)["@graph"]
    planned = next(n for n in nodes if n["name"] == "The bridge is to be taken down")

    assert planned["eventStatus"] == "https://schema.org/EventScheduled"


@pytest.mark.parametrize(
    ("name", "dates"),
    [
        ("year", {"startDate": "2010"}),
        ("month", {"startDate": "2013-03"}),
        ("day", {"startDate": "2014-04-17"}),
        ("zoned", {"startDate": "2014-04-17T14:30+02:00"}),
        ("days", {"startDate": "2014-05-16", "endDate": "2014-05-18"}),
        ("since", {"startDate": "2014-04-17"}),
        *((name, {}) for name in ("bc", "decade", "season", "before", "about", "possibly")),
    ],
)
def test_dates_as_far_as_they_are_known(name: str, dates: dict[str, str]) -> None:
    """What schema.org has no form for stays in words."""
    nodes = {n["name"]: n for n in json.loads(made("jsonld", dated()).text)["@graph"]}
    node = nodes[name]

    assert {key: value for key, value in node.items() if key in ("startDate", "endDate")} == dates
    assert node["description"]


def test_quotes_stand_in_their_articles() -> None:
    """With the number of the paragraph."""
    nodes = expanded(made("jsonld", EXAMPLE).text)
    quoted = nodes[0][f"{SCHEMA}subjectOf"][0]

    assert quoted[f"{SCHEMA}text"][0]["@value"] == "widened in the 1970s"
    assert quoted[f"{SCHEMA}position"][0]["@value"] == 5
    article = quoted[f"{SCHEMA}isPartOf"][0]
    assert article[f"{SCHEMA}publisher"][0][f"{SCHEMA}name"][0]["@value"] == "The Harbour Gazette"


def test_a_page_script_is_inert() -> None:
    """Nothing that HTML, Markdown or a template could take for its own; the same data."""
    timeline = evil()
    html = script(timeline, timeline, OPTIONS)
    inside = html.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    name = json.loads(inside)["@graph"][0]["name"]

    assert not any(
        mark in inside for mark in ("<", ">", "&", "{{", "}}", "{%", "*", "`", "](", "\n")
    )
    assert name == json.loads(made("jsonld", timeline).text)["@graph"][0]["name"]
    assert "text" not in json.dumps(json.loads(inside)["@graph"][0].get("subjectOf", []))


def test_every_date_has_a_place() -> None:
    """No form of date breaks it."""
    assert len(expanded(made("jsonld", dated()).text)) == len(DATES)
