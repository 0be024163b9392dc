"""A form's texts -> an event's fields, or what is wrong with each; and fields -> a form's texts."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import cast, get_args

from timeline import quotes
from timeline.canonical import CITATION_KEYS
from timeline.check import Folder
from timeline.errors import WhenError
from timeline.model import Citation, Event, Kind
from timeline.when import When

KINDS: tuple[str, ...] = get_args(Kind)
LONGEST = 4000
"""Characters of one field: more is a slip of the clipboard."""

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_SLUG = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
Wrong = dict[str, tuple[str, str]]
"""Field name -> what is wrong with it, and what to try."""


@dataclass(frozen=True, slots=True)
class Read:
    """The event that a form describes, and what is wrong with the fields that it can't be."""

    event: Event
    wrong: Wrong


def texts_of(event: Event, *, prefix: str = "") -> dict[str, str]:
    """The texts that a form shows for an event."""
    values = {
        "title": event.title,
        "when": event.when,
        "kind": event.kind,
        "who": "\n".join(event.who),
        "where": "\n".join(event.where),
        "tags": "\n".join(event.tags),
        "summary": event.summary or "",
        "note": event.note or "",
        "order": "" if event.order is None else str(event.order),
        "slug": event.slug or "",
    }
    for i, citation in enumerate(event.citations):
        values[f"source{i}"] = citation.source or ""
        values[f"url{i}"] = citation.url or ""
        values[f"paragraph{i}"] = "" if citation.paragraph is None else str(citation.paragraph)
        values[f"quote{i}"] = citation.quote
        values[f"said{i}"] = citation.said
    return {prefix + key: value for key, value in values.items()}


def read(
    form: Mapping[str, str], event: Event, folder: Folder, *, source: str, prefix: str = ""
) -> Read:
    """The event with a form's texts as its fields; what the form leaves as it was stays so."""
    given = _changed(form, event, prefix)
    wrong: Wrong = {
        name: (f"this has {len(value)} characters", f"at most {LONGEST}")
        for name, value in given.items()
        if len(value) > LONGEST
    }
    changes: dict[str, object] = {}
    for name in ("title", "summary", "note", "when"):
        if name in given:
            changes[name] = quotes.squash(given[name])
    for name in ("summary", "note"):
        changes |= {name: None} if changes.get(name) == "" else {}
    for name in ("who", "where", "tags"):
        if name in given:
            changes[name] = _names(given[name])
    wrong |= _kind(given, changes) | _order(given, changes) | _slug(given, changes)
    found, faults = _citations(given, event, folder, source)
    wrong |= faults
    new = dataclasses.replace(event, **{**changes, "citations": found})  # type: ignore[arg-type]
    if not new.title:
        wrong["title"] = ("a title is missing", "say in one clause what happened")
    wrong |= _when(new.when)
    return Read(new, {prefix + name: what for name, what in wrong.items()})


def _changed(form: Mapping[str, str], event: Event, prefix: str) -> dict[str, str]:
    """The texts of a form that are not those of the event."""
    now = texts_of(event)
    given = {}
    for key, value in form.items():
        name = key.removeprefix(prefix)
        text = _CONTROL.sub("", value.replace("\r\n", "\n"))
        if key.startswith(prefix) and text != now.get(name, ""):
            given[name] = text
    return given


def explain(text: str) -> tuple[str, str]:
    """("", EDTF in words), or (what is wrong, what to try); an empty text needs a date."""
    text = quotes.squash(_CONTROL.sub("", text))[:200]
    if not text:
        return "", "No date yet: an event without one can’t be accepted."
    try:
        return "", When.parse(text).display("en", weekday=True)
    except WhenError as error:
        return error.what, error.hint


def _names(text: str) -> tuple[str, ...]:
    """One name a line; none twice."""
    found = (quotes.squash(part) for part in text.split("\n"))
    return tuple(dict.fromkeys(name for name in found if name))


def _when(text: str) -> Wrong:
    what, hint = explain(text)
    return {"when": (what, hint)} if what else {}


def _kind(given: Mapping[str, str], changes: dict[str, object]) -> Wrong:
    if "kind" not in given:
        return {}
    changes["kind"] = cast("Kind", given["kind"])
    wrong: Wrong = {"kind": (f"{given['kind']} is no kind", f"one of {', '.join(KINDS)}")}
    return {} if given["kind"] in KINDS else wrong


def _order(given: Mapping[str, str], changes: dict[str, object]) -> Wrong:
    if "order" not in given:
        return {}
    text = given["order"].strip()
    if not re.fullmatch(r"(-?[0-9]{1,6})?", text):
        return {"order": (f"{text} is no number", "1 for the first event of its day")}
    changes["order"] = int(text) if text else None
    return {}


def _slug(given: Mapping[str, str], changes: dict[str, object]) -> Wrong:
    if "slug" not in given:
        return {}
    text = given["slug"].strip()
    if text and not _SLUG.fullmatch(text):
        return {"slug": (f"{text} is no permalink", "letters, digits, - and _ alone")}
    changes["slug"] = text or None
    return {}


def _citations(
    given: Mapping[str, str], event: Event, folder: Folder, source: str
) -> tuple[tuple[Citation, ...], Wrong]:
    """The citations of a form, in order; one that is left empty is taken away."""
    found: list[Citation] = []
    wrong: Wrong = {}
    for i in range(max([len(event.citations), *_places(given)])):
        old = event.citations[i] if i < len(event.citations) else None
        if not any(f"{name}{i}" in given for name in CITATION_KEYS):
            found += [old] if old else []
            continue
        citation = _citation(given, i, old or Citation())
        if not (citation.quote or citation.url):
            continue
        if citation != old:
            wrong |= _citation_faults(citation, i, given, folder, source)
            citation = _as_it_stands(citation, folder, source)
        found.append(citation)
    if event.citations and not found:
        wrong["quote0"] = ("the last quote can’t go", "an event needs one; or reject the event")
    return tuple(found), wrong


def _places(given: Mapping[str, str]) -> Iterator[int]:
    for name in given:
        match = re.fullmatch(rf"(?:{'|'.join(CITATION_KEYS)})([0-9]{{1,2}})", name)
        if match:
            yield int(match[1]) + 1


def _citation(given: Mapping[str, str], i: int, old: Citation) -> Citation:
    number = given.get(f"paragraph{i}", str(old.paragraph or "")).strip()
    return Citation(
        paragraph=int(number) if re.fullmatch(r"[0-9]{1,6}", number) and int(number) else None,
        quote=given.get(f"quote{i}", old.quote).strip(),
        said=given.get(f"said{i}", old.said).strip(),
        source=given.get(f"source{i}", old.source or "").strip() or None,
        url=given.get(f"url{i}", old.url or "").strip() or None,
    )


def _citation_faults(
    citation: Citation, i: int, given: Mapping[str, str], folder: Folder, source: str
) -> Wrong:
    if citation.url and not re.fullmatch(r"https?://\S+", citation.url):
        return {f"url{i}": (f"{citation.url} is no address", "it begins with https://")}
    if citation.url and not citation.source:
        return {}
    name = citation.source or source
    document = folder.documents.get(name)
    if document is None:
        return {f"source{i}": (f"there is no source {name}", "choose one of the list")}
    paragraph = document.paragraph(citation.paragraph)
    if paragraph is None:
        said = given.get(f"paragraph{i}", "") or "nothing"
        hint = f"a number from 1 to {len(document.paragraphs)}"
        return {f"paragraph{i}": (f"there is no paragraph {said} in {name}", hint)}
    if quotes.span(citation.quote, paragraph.text) is None:
        there = quotes.find(citation.quote, document, near=citation.paragraph)
        hint = "copy the words as they stand in the text"
        if there is not None and there.how != "fuzzy":
            hint = f"they stand in paragraph {there.paragraph}"
        what = f"these words don’t stand in paragraph {citation.paragraph}"
        return {f"quote{i}": (what, hint)}
    if citation.said and quotes.span(citation.said, paragraph.text) is None:
        what = f"these date words don’t stand in paragraph {citation.paragraph}"
        return {f"said{i}": (what, "copy them from the text, or leave this empty")}
    return {}


def _as_it_stands(citation: Citation, folder: Folder, source: str) -> Citation:
    """The citation with its words as the paragraph has them, white space included."""
    document = folder.documents.get(citation.source or source)
    paragraph = document.paragraph(citation.paragraph) if document else None
    place = quotes.span(citation.quote, paragraph.text) if paragraph else None
    if paragraph is None or place is None:
        return citation
    said = quotes.span(citation.said, paragraph.text)
    return dataclasses.replace(
        citation,
        quote=paragraph.text[slice(*place)],
        said=paragraph.text[slice(*said)] if said else citation.said,
        source=None if citation.source == source else citation.source,
    )
