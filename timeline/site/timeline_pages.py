"""The timeline's page, or where there are many events its parts and the page that leads to them."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from timeline.exports.linked import script
from timeline.model import PUBLISHED_STATUSES, Entry
from timeline.site.indexes import NameView, lists
from timeline.site.kept import Kept
from timeline.site.labels import capitalised, counted, sentence
from timeline.site.markup import front_matter, render
from timeline.site.names import Names
from timeline.site.parts import Part
from timeline.site.periods import Year, years
from timeline.site.shown import EventView
from timeline.site.takeaway import export_options, links
from timeline.site.views import Views
from timeline.when import When

_FILTER_WORDS = (
    *("filter", "filter_clear", "filter_from", "filter_kind", "filter_none", "filter_of"),
    *(
        "filter_open",
        "filter_source",
        "filter_text",
        "filter_to",
        "who_title",
        "where_title",
        "tags_title",
    ),
    *("happened", "planned", "alleged", "denied", "disputed", "proposed"),
)


@dataclass(frozen=True, slots=True)
class MonthView:
    """Events under one month's heading, or under the year's own where `title` is None."""

    title: str | None
    events: tuple[EventView, ...]


@dataclass(frozen=True, slots=True)
class YearView:
    """A year's heading and what stands under it."""

    title: str
    anchor: str
    count: int
    months: tuple[MonthView, ...]


@dataclass(frozen=True, slots=True)
class PartView:
    """A part of a split timeline: what it spans, its address, and all anchors that stand there."""

    title: str
    href: str
    count: str
    anchors: str
    current: bool


def timeline_pages(views: Views, names: Names, kept: Kept) -> dict[str, str]:
    """The timeline by path: one page, or a page that leads to the parts, and each part."""
    options = views.options
    found = {options.part_page(part.name): part for part in views.parts}
    shown = found if options.timeline_page in found else {options.timeline_page: None, **found}
    return {page: _page(views, page, part, names, kept) for page, part in shown.items()}


def _page(views: Views, page: str, part: Part | None, names: Names, kept: Kept) -> str:
    """A page with the events of a part; without one, that which leads to the parts."""
    around = _around(views, page, part, names)
    own = part.entries if part else ()
    return kept.page(
        page,
        lambda: (around, views.drawn, [views.made_of(entry) for entry in own]),
        lambda: render(
            "timeline.md",
            **around,
            overview=views.drawn_for(page),
            years=[_year(year, views, page) for year in (part.years if part else ())],
            linked=_linked(views, own),
            words=views.words,
        ),
    )


def _around(views: Views, page: str, part: Part | None, names: Names) -> dict[str, object]:
    """What stands on the page beside the overview and the events."""
    options, words = views.options, views.words
    home = page == options.timeline_page
    title = options.title or words["timeline_title"]
    taken = home and options.take_away and views.timeline.entries
    if part and not home:
        title = f"{title}, {part_title(part, views)}"
    return {
        "front_matter": front_matter(title, hide=("navigation",)),
        "title": title,
        "up": None if home else options.link(page, options.timeline_page),
        "lists": lists(views, names, page) if home else (),
        "filter_words": filter_words(views),
        "filter_events": options.file(page, options.events_file) if len(views.parts) > 1 else "",
        "lead": _lead(views, years(views.timeline)) if home else "",
        "proposed": home
        and options.proposed
        and any(e.event.status == "proposed" for e in views.timeline),
        "parts": _parts(views, page) if len(views.parts) > 1 else (),
        "take_away": links(options.language) if taken else (),
        "embed": options.file(page, options.embed_file()) if taken else "",
        "cards": options.file(page, posixpath.dirname(options.card_file("x"))),
    }


def _linked(views: Views, own: Sequence[Entry]) -> Markup:
    """The events of a page for search engines, as data that no browser runs; "" without any."""
    entries = [entry for entry in own if entry.event.status in PUBLISHED_STATUSES]
    options = export_options(views.options)
    return Markup(script(entries, views.timeline, options) if entries else "")


def filter_words(views: Views) -> str:
    """The words that the filters' script shows, as JSON."""
    words = {key: views.words[key] for key in _FILTER_WORDS}
    return json.dumps(words, ensure_ascii=False, separators=(",", ":"))


def _parts(views: Views, page: str) -> list[PartView]:
    """Links to the parts; on the timeline's own page with their anchors, for old permalinks."""
    options = views.options
    home = page == options.timeline_page
    return [
        PartView(
            title=part_title(part, views),
            href=options.link(page, options.part_page(part.name)),
            count=str(len(part)),
            anchors=" ".join(_anchors(part, views)) if home else "",
            current=page == options.part_page(part.name),
        )
        for part in views.parts
    ]


def _anchors(part: Part, views: Views) -> list[str]:
    found = [anchor for entry in part.entries for anchor in views.anchors(entry)]
    return [*(year.anchor for year in part.years), *found]


def part_title(part: Part, views: Views) -> str:
    """ "2014", "1990–1998", or the months of a year that is in several parts."""
    language = views.options.language
    ends = [
        _heading(end.when, language) or views.words["undated"]
        for end in (part.years[0], part.years[-1])
    ]
    months = [month.when for month in part.years[0].months if month.when]
    same = sum(year.when == part.years[0].when for other in views.parts for year in other.years)
    if len(part.years) == 1 and same > 1 and months:
        ends = [capitalised(end.display(language)) for end in (months[0], months[-1])]
    return "–".join(dict.fromkeys(ends))


def _year(year: Year, views: Views, page: str) -> YearView:
    language = views.options.language
    return YearView(
        title=_heading(year.when, language) or views.words["undated"],
        anchor=year.anchor,
        count=len(year),
        months=tuple(
            MonthView(
                title=_heading(month.when, language),
                events=tuple(views.event(entry, page) for entry in month.entries),
            )
            for month in year.months
        ),
    )


def _heading(when: When | None, language: str) -> str | None:
    return capitalised(when.display(language)) if when else None


def _lead(views: Views, grouped: Sequence[Year]) -> str:
    language, words = views.options.language, views.words
    if not grouped:
        return words["no_events"]
    dated = [year.when.display(language) for year in grouped if year.when]
    cited = sum(views.cites(name) for name in views.timeline.documents)
    values = {
        "events": counted(len(views.timeline), "event", language),
        "sources": counted(cited, "from_source", language),
        "span": "–".join(dict.fromkeys((dated[0], dated[-1]))) if dated else "",
    }
    return sentence(words["lead" if dated else "lead_short"], **values)
