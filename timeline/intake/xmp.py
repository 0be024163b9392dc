"""The facts in a PDF's XMP, which the file keeps readable beside what it shows."""

from __future__ import annotations

import re
from xml.etree import ElementTree

_PACKET = re.compile(rb"<x:xmpmeta\b.{0,200000}?</x:xmpmeta>", re.DOTALL)
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_NAMES = {
    "{http://purl.org/dc/elements/1.1/}title": "title",
    "{http://purl.org/dc/elements/1.1/}creator": "author",
    "{http://purl.org/dc/elements/1.1/}publisher": "publisher",
    "{http://purl.org/dc/elements/1.1/}language": "language",
    "{http://purl.org/dc/elements/1.1/}date": "date",
    "{http://prismstandard.org/namespaces/basic/2.0/}publicationDate": "published",
    "{http://prismstandard.org/namespaces/basic/2.0/}url": "url",
    "{http://ns.adobe.com/xap/1.0/}CreateDate": "created",
}


def facts(data: bytes) -> dict[str, str]:
    """What the last packet of a PDF says; empty where there is none, or it is no XML."""
    packets = _PACKET.findall(data)
    if not packets or b"<!" in packets[-1]:  # no declarations: no entities
        return {}
    try:
        root = ElementTree.fromstring(packets[-1])
    except ElementTree.ParseError:
        return {}
    found: dict[str, str] = {}
    for node in root.iter():
        for name, value in node.attrib.items():
            if name in _NAMES and value.strip():
                found.setdefault(_NAMES[name], value.strip())
        if node.tag in _NAMES:
            items = [(item.text or "").strip() for item in node.iter(f"{_RDF}li")]
            text = ", ".join(filter(None, items)) or (node.text or "").strip()
            if text:
                found.setdefault(_NAMES[node.tag], text)
    return found
