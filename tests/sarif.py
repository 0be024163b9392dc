"""The parts of the SARIF 2.1.0 schema (OASIS) that a log like ours must keep to, as JSON Schema."""

from __future__ import annotations

from typing import Any


def fields(*required: str, **known: Any) -> dict[str, Any]:
    """An object with these fields and no others."""
    return {
        "type": "object",
        "required": list(required),
        "properties": known,
        "additionalProperties": False,
    }


def many(items: Any, **more: Any) -> dict[str, Any]:
    return {"type": "array", "items": items, **more}


WORDS = {"type": "string"}
TEXT = fields("text", text=WORDS)
LEVEL = {"enum": ["none", "note", "warning", "error"]}
URI = {"type": "string", "pattern": "^[A-Za-z0-9_.~/%-]+$"}

RULE = fields("id", id=WORDS, shortDescription=TEXT, defaultConfiguration=fields(level=LEVEL))
DRIVER = fields("name", name=WORDS, version=WORDS, rules=many(RULE, uniqueItems=True))
PLACE = fields(
    "artifactLocation",
    artifactLocation=fields(uri=URI, uriBaseId=WORDS),
    region=fields(startLine={"type": "integer", "minimum": 1}),
)
RESULT = fields(
    "message",
    message=TEXT,
    ruleId=WORDS,
    ruleIndex={"type": "integer", "minimum": -1},
    level=LEVEL,
    locations=many(fields(physicalLocation=PLACE)),
    partialFingerprints={"type": "object", "additionalProperties": WORDS},
)
RUN = fields(
    "tool",
    tool=fields("driver", driver=DRIVER),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    results=many(RESULT),
)
LOG = fields(
    "version", "runs", version={"const": "2.1.0"}, runs=many(RUN), **{"$schema": {"format": "uri"}}
)
