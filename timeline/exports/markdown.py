"""timeline.markdown.txt: a text to read as it is, or to paste where Markdown is understood."""

from __future__ import annotations

import re

from timeline.exports.facts import Evidence, clean, date_words, evidence, place, told
from timeline.exports.model import Export, ExportOptions
from timeline.model import Entry, Timeline
from timeline.site.labels import labels
from timeline.site.periods import years

_ACTIVE = re.compile(
    r"[\\`*_{}\[\]<>#|~^$@]|&(?=[#\w])|!(?=\[)|=(?==)|(?<==)=|-(?=-)|(?<=-)-|^[-+](?=\s|$)"
    r"|:(?=//)|:(?=\w+:)|(?<=www)\."
)
_LIST = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")


def as_markdown(timeline: Timeline, options: ExportOptions) -> Export:
    """A heading for each year, an event a paragraph, its quotes below it."""
    lines = [f"# {inert(options.title)}", ""]
    for year in years(timeline):
        title = (
            year.when.display(options.language)
            if year.when
            else labels(options.language)["undated"]
        )
        lines += [f"## {inert(title)}", ""]
        for month in year.months:
            for entry in month.entries:
                lines += _event(entry, timeline, options)
    return Export("\n".join(lines).rstrip() + "\n")


def inert(text: str) -> str:
    """The text with a `\\` before all that Markdown could take for more than text."""
    safe = _ACTIVE.sub(lambda match: "\\" + match[0], clean(text))
    return _LIST.sub(r"\1\\\2", safe)


def _event(entry: Entry, timeline: Timeline, options: ExportOptions) -> list[str]:
    event, language = entry.event, options.language
    date = date_words(event, language, weekday=True)
    lines = [f"**{inert(date)}** {inert(told(event, language))}", ""]
    if event.summary:
        lines += [inert(event.summary), ""]
    for one in evidence(entry, timeline):
        lines += _quoted(one, language)
    return lines


def _quoted(one: Evidence, language: str) -> list[str]:
    words = inert(place(one, language))
    source = f"[{words}](<{one.url.translate(_IN_ANGLES)}>)" if one.url else words
    if not one.quote:
        return [source, ""]
    return [f"> {inert(one.quote)}", ">", f"> {source}", ""]


_IN_ANGLES = {ord(mark): f"%{ord(mark):02X}" for mark in "<>\\{}"}
