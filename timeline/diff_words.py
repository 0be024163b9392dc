"""Changes said in words: as text for a terminal, Markdown for a pull request, or JSON."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any

from timeline.changes import SOURCE_CHANGES, STATUS_CHANGES, WHATS, Change, Value, plain
from timeline.diff import Diff
from timeline.errors import WhenError
from timeline.model import Citation
from timeline.when import When

_MARKUP = re.compile(r"([\\`*_{}\[\]<>()#+!|~&-])")
_COUNTED = {
    "source-added": "source added",
    "source-removed": "source removed",
    "source-renamed": "source renamed",
    "source-text": "article changed",
    "when": "date changed",
    "title": "title reworded",
    "joined": "joined",
    "parted": "taken apart",
    "not_same_as": "kept apart",
    "date_from": "where the date is from",
}
_TELLS = {"text": "its sentence", "context": "an earlier sentence", "published": "the publication"}


def as_text(diff: Diff) -> str:
    """One line for each source, each event and each of its changes; counts at the end."""
    lines = [f"From {diff.before} to {diff.after}:", ""]
    for source, found in groupby(diff.changes, lambda change: change.source):
        lines.append(source)
        for event, some in groupby(found, lambda change: change.event):
            several = list(some)
            if event:
                lines.append(f"  {event}  {_date(several[0].when)}  {several[0].title}")
            lines += [f"{'    ' if event else '  '}{say(change)}" for change in several]
        lines.append("")
    lines += [f"left out: {source}: {why}" for source, why in diff.unreadable]
    return "\n".join([*lines, f"{sums(diff)}."]) + "\n"


def as_markdown(diff: Diff) -> str:
    """A heading for each source and a list of its events, for a pull request."""
    lines = [f"From {_inert(diff.before)} to {_inert(diff.after)}: {_inert(sums(diff))}.", ""]
    for source, found in groupby(diff.changes, lambda change: change.source):
        lines += [f"### {_inert(source)}", ""]
        for event, some in groupby(found, lambda change: change.event):
            several = list(some)
            if event:
                head = f"{_date(several[0].when)}: {several[0].title}"
                lines.append(f"- `{_code(event)}` **{_inert(head)}**")
            lines += [f"{'  ' if event else ''}- {_inert(say(change))}" for change in several]
        lines.append("")
    if diff.unreadable:
        lines += ["### Left out", ""]
        lines += [f"- {_inert(source)}: {_inert(why)}" for source, why in diff.unreadable]
    return "\n".join(lines).rstrip("\n") + "\n"


def as_json(diff: Diff) -> str:
    """The same for programs; `counts` by what changed."""
    counts = Counter(change.what for change in diff.changes)
    data = {
        "before": diff.before,
        "after": diff.after,
        "changes": [{**plain(change), "words": say(change)} for change in diff.changes],
        "unreadable": [{"source": source, "why": why} for source, why in diff.unreadable],
        "counts": {what: counts[what] for what in WHATS if counts[what]},
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


FORMATS: dict[str, Callable[[Diff], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "json": as_json,
}


def sums(diff: Diff) -> str:
    """How many events changed, and how."""
    events = {(change.source, change.event) for change in diff.changes if change.event}
    if not diff.changes:
        return "nothing changed" if not diff.unreadable else "nothing else changed"
    counts = Counter(change.what for change in diff.changes)
    parts = [f"{counts[what]} {_counted(what, counts[what])}" for what in WHATS if counts[what]]
    return f"{len(events)} event{'' if len(events) == 1 else 's'}: {', '.join(parts)}"


def _counted(what: str, number: int) -> str:
    word = _COUNTED.get(what)
    if word is None:
        plain_word = what in ("added", "removed", *STATUS_CHANGES)
        return what if plain_word else f"{what} changed"
    noun, _, rest = word.partition(" ")
    plural = number != 1 and what in (*SOURCE_CHANGES, "when", "title")
    return f"{noun}s {rest}" if plural else word


def say(change: Change) -> str:
    """One change in words: “date moved from March 2014 to 18 March 2014”."""
    before, after = change.before, change.after
    match change.what:
        case "source-added" | "source-removed" | "source-renamed" | "source-text":
            return _of_source(change)
        case "added" | "removed":
            return change.what
        case "accepted" | "rejected" | "disputed" | "reopened":
            decided = before not in (None, "proposed")
            return f"{change.what} (was {before})" if decided else change.what
        case "joined":
            was = f" (was {before})" if before else ""
            return f"joined: it tells the same as {_named(after, change.other)}{was}"
        case "parted":
            return f"taken apart from {_named(before, change.other)}"
        case "when":
            return _of_date(str(before or ""), str(after or ""))
        case "who" | "where" | "tags" | "not_same_as":
            label = "kept apart from" if change.what == "not_same_as" else change.what
            return f"{label}: {_of_names(_names(before), _names(after))}"
        case "citations":
            return "; ".join(_of_citations(_citations(before), _citations(after)))
        case "date_from":
            return f"the date comes from {_TELLS[str(after)]} (was {_TELLS[str(before)]})"
        case "kind":
            return f"kind changed from {before} to {after}"
        case "title" | "summary" | "note":
            return _of_words(change)
    name = "order among events of its day" if change.what == "order" else change.what
    return f"{name}: {_or_none(after)} (was {_or_none(before)})"


def _named(event: Value, title: str) -> str:
    return f"{event} “{title}”" if title else str(event)


def _of_source(change: Change) -> str:
    if change.what == "source-renamed":
        return f"source renamed from {change.before}"
    return {
        "source-added": "source added",
        "source-removed": "source removed",
        "source-text": "the article was changed",
    }[change.what]


def _of_date(before: str, after: str) -> str:
    if not before:
        return f"dated {_date(after)}"
    if not after:
        return f"date taken out (was {_date(before)})"
    return f"date moved from {_date(before)} to {_date(after)}"


def _of_words(change: Change) -> str:
    before, after = change.before, change.after
    if not before:
        return f"{change.what} added: “{after}”"
    if not after:
        return f"{change.what} taken out: “{before}”"
    return f"{change.what} reworded from “{before}” to “{after}”"


def _of_names(before: Sequence[str], after: Sequence[str]) -> str:
    come = [name for name in after if name not in before]
    gone = [name for name in before if name not in after]
    parts = [f"added {', '.join(come)}"] if come else []
    parts += [f"took out {', '.join(gone)}"] if gone else []
    return "; ".join(parts) or "put in another order"


def _of_citations(before: Sequence[Citation], after: Sequence[Citation]) -> Iterator[str]:
    come = [citation for citation in after if citation not in before]
    gone = [citation for citation in before if citation not in after]
    for citation in come:
        old = next((c for c in gone if c.quote == citation.quote), None)
        if old is None and len(come) == len(gone) == 1:
            old = gone[0]
        if old is None:
            yield f"quote added: “{citation.quote}”{_where(citation)}"
            continue
        gone.remove(old)
        if old.quote != citation.quote:
            yield f"quote changed from “{old.quote}” to “{citation.quote}”"
        if _where(old) != _where(citation):
            yield f"quote now{_where(citation)}, was{_where(old)}"
        if old.said != citation.said:
            yield f"date words changed from “{old.said}” to “{citation.said}”"
    yield from (f"quote taken out: “{citation.quote}”{_where(citation)}" for citation in gone)
    if not come and before and sorted(map(repr, before)) == sorted(map(repr, after)):
        yield "citations put in another order"


def _where(citation: Citation) -> str:
    if citation.url:
        return f" ({citation.url})"
    number = f"paragraph {citation.paragraph}" if citation.paragraph else "no paragraph"
    return f" ({number} of {citation.source})" if citation.source else f" ({number})"


def _date(text: str) -> str:
    if not text:
        return "no date"
    try:
        return When.parse(text).display()
    except WhenError:
        return text


def _names(value: Any) -> tuple[str, ...]:
    return tuple(value or ())


def _citations(value: Any) -> tuple[Citation, ...]:
    return tuple(value or ())


def _or_none(value: object) -> str:
    return "none" if value is None else str(value)


def _inert(text: str) -> str:
    """Text as Markdown that shows it, on one line; no page can be built from a title."""
    return _MARKUP.sub(r"\\\1", " ".join(text.split())).replace("@", "&#64;")


def _code(text: str) -> str:
    return text.replace("`", "")
