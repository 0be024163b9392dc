"""The sources cited, as BibTeX and as CSL-JSON.

An author stands as one literal name: front matter doesn't say what is a family name, or whether
it is a person at all, and a wrong guess would be printed in a footnote.
"""

from __future__ import annotations

import re
from typing import Any

from timeline.exports.data import as_text
from timeline.exports.facts import cited_sources, clean, published_when, words_of
from timeline.exports.model import Export, ExportOptions
from timeline.model import Source, Timeline
from timeline.site.markup import web_url
from timeline.when import When

_LATEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{mark: f"\\{mark}" for mark in "&%$#_{}"},
}
# What biblatex reads as a date; everything else would stop it.
_BIBLATEX = re.compile(r"-?[0-9]{4}(?:-[0-9]{2}){0,2}[?~%]?")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_KEY = re.compile(r"[^A-Za-z0-9:.-]")


def as_bibtex(timeline: Timeline, options: ExportOptions) -> Export:
    """One `@misc` a source: `year` and `month` for BibTeX, `date` in EDTF for biblatex."""
    entries = [_entry(source, options.language) for source in cited_sources(timeline)]
    return Export("\n".join(entries))


def as_csl(timeline: Timeline, options: ExportOptions) -> Export:
    """An array of CSL items."""
    return Export(as_text([_item(source, options.language) for source in cited_sources(timeline)]))


def bibtex_key(name: str) -> str:
    """The source's name as a key that every BibTeX program reads."""
    return _KEY.sub("-", name)


def latex(text: str) -> str:
    """The text with everything that LaTeX would take for a command escaped."""
    return "".join(_LATEX.get(mark, mark) for mark in clean(text))


def _entry(source: Source, language: str) -> str:
    fields = {"title": f"{{{latex(source.title)}}}"}
    if source.author:
        fields["author"] = f"{{{latex(source.author)}}}"
    if source.publisher:
        fields["howpublished"] = latex(source.publisher)
    fields |= _dates(source, language)
    url = web_url(source.url) or web_url(source.original)
    if url:
        fields["url"] = url.translate({ord(c): f"%{ord(c):02X}" for c in "{}\\"})
    if _BIBLATEX.fullmatch(source.retrieved or ""):
        fields["urldate"] = str(source.retrieved)
    fields["langid"] = latex(source.language)
    lines = [
        f"  {name} = {value}," if name == "month" else f"  {name} = {{{value}}},"
        for name, value in fields.items()
    ]
    return "\n".join((f"@misc{{{bibtex_key(source.name)},", *lines, "}")) + "\n"


def _dates(source: Source, language: str) -> dict[str, str]:
    when = published_when(source)
    if when is None:
        return {"note": latex(source.published)} if source.published else {}
    plain = _plain(when)
    if plain is None or plain[0] < 1:
        return {"note": latex(words_of(source.published, language))}
    date = {"date": when.text} if _BIBLATEX.fullmatch(when.text) else {}
    month = {"month": _MONTHS[plain[1] - 1]} if len(plain) > 1 else {}
    return {**date, "year": str(plain[0]), **month}


def _item(source: Source, language: str) -> dict[str, Any]:
    url = web_url(source.url) or web_url(source.original)
    item: dict[str, Any] = {
        "id": source.name,
        "type": "webpage" if url else "document",
        "title": clean(source.title),
        "language": source.language,
    }
    if source.author:
        item["author"] = [{"literal": clean(source.author)}]
    if source.publisher:
        item["container-title" if url else "publisher"] = clean(source.publisher)
    if source.published:
        item["issued"] = _csl_date(source.published, published_when(source), language)
    if url:
        item["URL"] = url
    if source.retrieved and _BIBLATEX.fullmatch(source.retrieved):
        item["accessed"] = _csl_date(source.retrieved, When.parse(source.retrieved), language)
    return item


def _csl_date(text: str, when: When | None, language: str) -> dict[str, Any]:
    """Parts as far as they are known; words where there are none."""
    parts = None if when is None else _plain(when)
    if when is None or parts is None:
        return {"literal": words_of(text, language)}
    about = {"circa": True} if when.approximate or when.uncertain else {}
    return {"date-parts": [list(parts)], **about}


def _plain(when: When) -> tuple[int, ...] | None:
    """Year, month and day as far as they are known, or None for a date that is no such thing."""
    known = {"year": 1, "month": 2, "day": 3, "hour": 3, "minute": 3, "second": 3}
    if when.precision not in known or when.earliest is None or "X" in when.text:
        return None
    return when.earliest[: known[when.precision]]
