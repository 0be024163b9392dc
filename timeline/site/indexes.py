"""Pages for people, places and tags: a list of each, and a little timeline of each name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from urllib.parse import quote

from timeline.site.labels import counted
from timeline.site.kept import Kept
from timeline.site.markup import front_matter, render
from timeline.site.names import Name, Names
from timeline.site.overview import overview
from timeline.site.views import Views


@dataclass(frozen=True, slots=True)
class NameView:
    """A name in a list, where it leads, and how many events it has."""

    text: str
    href: str
    count: str


def lists(views: Views, names: Names, page: str) -> tuple[NameView, ...]:
    """The lists that have a name in them, linked from this page."""
    return tuple(
        NameView(
            views.words[f"{facet}_title"],
            views.options.link(page, names.index(facet)),
            str(len(found)),
        )
        for facet, found in names.by_facet.items()
        if found
    )


def index_pages(views: Views, names: Names, kept: Kept) -> dict[str, str]:
    """All lists and all pages of names, by path."""
    made = {}
    for facet, found in names.by_facet.items():
        if found:
            made[names.index(facet)] = _list_page(views, names, facet, found)
        for name in found:
            path = names.path(facet, name.text)
            if path:
                made[path] = _name_page(views, names, name, path, kept)
    return made


def _list_page(views: Views, names: Names, facet: str, found: tuple[Name, ...]) -> str:
    options, words = views.options, views.words
    page, title = names.index(facet), words[f"{facet}_title"]
    return render(
        "names.md",
        front_matter=front_matter(title, hide=("navigation", "toc"), boost=0.5),
        title=title,
        timeline_href=options.link(page, options.timeline_page),
        lead=words[f"{facet}_lead"],
        names=[
            NameView(
                name.text,
                options.link(page, path)
                if (path := names.path(facet, name.text))
                else views.link(page, name.entries[0]),
                counted(len(name.entries), "event", options.language),
            )
            for name in sorted(found, key=lambda name: name.text.casefold())
        ],
        words=words,
    )


def _name_page(views: Views, names: Names, name: Name, page: str, kept: Kept) -> str:
    make = partial(_made_name_page, views, names, name, page)
    return kept.page(page, lambda: (name, [views.home(entry) for entry in name.entries]), make)


def _made_name_page(views: Views, names: Names, name: Name, page: str) -> str:
    options, words = views.options, views.words
    query = f"?{name.facet}={quote(name.text, safe='')}"
    return render(
        "name.md",
        front_matter=front_matter(name.text, hide=("navigation", "toc"), boost=0.5),
        up_href=options.link(page, names.index(name.facet)),
        up_title=words[f"{name.facet}_title"],
        title=name.text,
        lead=counted(len(name.entries), "event", options.language),
        filtered_href=options.link(page, options.timeline_page) + query,
        overview=overview(
            name.entries, href=lambda entry: views.link(page, entry), language=options.language
        ),
        events=[views.brief(entry, page) for entry in name.entries],
        words=words,
    )
