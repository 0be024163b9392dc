"""Pages for other people's pages: the timeline for an iframe, and a card for each event.

They are whole HTML files without a generator's header and search, so they cost no page rendering.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from types import MappingProxyType

from markupsafe import Markup

from timeline.model import Entry, Timeline
from timeline.site.labels import capitalised, locale_of
from timeline.site.markup import render, template
from timeline.site.options import SiteOptions
from timeline.site.overview import drawn
from timeline.site.parts import Part
from timeline.site.shown import EventView
from timeline.site.timeline_pages import filter_words, part_title
from timeline.site.views import Reviewed, Views

ASSETS = "assets/timeline"
# Links that stay in the frame: to a place on the page, or to another part of the timeline.
_WITHIN = re.compile(r'<a (?=[^>]*\bhref="(?:#|[^"&:/]+\.html))')


@dataclass(frozen=True, slots=True)
class YearView:
    """A year's heading, its anchor and its events."""

    title: str
    anchor: str
    events: tuple[EventView, ...]


@dataclass(frozen=True, slots=True)
class PartView:
    """A part of a split timeline, as a link within the frame."""

    title: str
    href: str
    count: str
    current: bool


def embedded(
    timeline: Timeline,
    *,
    options: SiteOptions | None = None,
    reviewed: Reviewed = MappingProxyType({}),
) -> dict[str, str]:
    """{path: HTML} of the pages for an iframe: one, and of a split timeline one more a part.

    Each shows the whole overview and the events of its part. Links to the site open a new tab.
    """
    options = options or SiteOptions()
    views = Views(timeline, options, reviewed)
    if len(views.parts) == 1:
        return {options.embed_file(): _page(views, views.parts[0])}
    made = {options.embed_file(): _page(views, None)}
    return made | {options.embed_file(part.name): _page(views, part) for part in views.parts}


def cards(timeline: Timeline, *, options: SiteOptions | None = None) -> Iterator[tuple[str, str]]:
    """Pairs of path and HTML: a card for each event, made one at a time, as they may be many."""
    options = options or SiteOptions()
    views = Views(timeline, options)
    page = posixpath.join(options.timeline, "cards", "index.md")
    shared = _shared(views, page, ("timeline", "embed"))
    made = template("card.html")
    for entry in timeline:
        yield options.card_file(entry.anchor), made(card=views.card(entry, page), **shared)


def _page(views: Views, part: Part | None) -> str:
    options = views.options
    page = posixpath.join(options.timeline, "embed", "index.md")
    split = len(views.parts) > 1
    homes = {e.anchor: one.name for one in views.parts for e in one.entries} if split else {}
    here = part.name if part else ""

    def href(entry: Entry) -> str:
        other = homes.get(entry.anchor, here)
        return (
            options.link("a.md", "a.md", entry.anchor)
            if other == here
            else (f"{other}.html{options.link('a.md', 'a.md', entry.anchor)}")
        )

    text = render(
        "embed.html",
        overview=drawn(views.picture, href=href) if views.picture else "",
        filter_words=filter_words(views) if part else "",
        parts=[_link(one, views, here) for one in views.parts] if split else (),
        years=_years(views, part, page) if part else (),
        site_href=options.link(page, options.part_page(here)),
        scripts=_assets(options, page, ("overview", "filter", "embed"), "js"),
        **_shared(views, page, ("timeline", "overview", "filter", "embed")),
    )
    return _WITHIN.sub('<a target="_self" ', text)


def _shared(views: Views, page: str, styles: tuple[str, ...]) -> dict[str, object]:
    options, words = views.options, views.words
    title = options.title or words["timeline_title"]
    return {
        "title": title,
        "language": options.language,
        "direction": str(locale_of(options.language).text_direction),
        "styles": _assets(options, page, styles, "css"),
        "words": words,
        "of": words["embed_of"].format(title=options.name or title),
    }


def _assets(options: SiteOptions, page: str, names: tuple[str, ...], ending: str) -> list[str]:
    return [options.file(page, f"{ASSETS}/{name}.{ending}") for name in names]


def _link(part: Part, views: Views, here: str) -> PartView:
    title = part_title(part, views)
    return PartView(title, f"{part.name}.html", str(len(part)), part.name == here)


def _years(views: Views, part: Part, page: str) -> list[YearView]:
    language, undated = views.options.language, views.words["undated"]
    return [
        YearView(
            title=capitalised(year.when.display(language)) if year.when else undated,
            anchor=year.anchor,
            events=tuple(
                _event(views, entry, page) for month in year.months for entry in month.entries
            ),
        )
        for year in part.years
    ]


def _event(views: Views, entry: Entry, page: str) -> EventView:
    """The event with its anchors, which here stand within the frame."""
    anchor, *aliases = views.anchors(entry)
    event = views.event(entry, page)
    return replace(event, anchor=anchor, aliases=tuple(aliases), card=None)
