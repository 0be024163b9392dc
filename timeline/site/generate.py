"""Timeline -> pages: {path: Markdown with raw HTML}. Imports no MkDocs.

Headings (years, months) are Markdown, so that any generator makes its table of contents from them.
Everything else is raw HTML in which text is inert (see `markup`), and links are relative.
"""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType

from timeline.errors import ProjectError
from timeline.model import Document, Timeline
from timeline.site.everywhere import events_script
from timeline.site.indexes import index_pages
from timeline.site.kept import Kept
from timeline.site.markup import front_matter, render
from timeline.site.names import Names
from timeline.site.options import SiteOptions
from timeline.site.shown import ParagraphView
from timeline.site.timeline_pages import timeline_pages
from timeline.site.views import Reviewed, Views

_RESERVED_NAMES = frozenset({"index", "readme"})


def pages(
    timeline: Timeline,
    *,
    options: SiteOptions | None = None,
    reviewed: Reviewed = MappingProxyType({}),
    kept: Kept | None = None,
) -> dict[str, str]:
    """The timeline's page, the list of sources and a page for each source that is shown.

    Of a split timeline also the script that lists its events, for the filters.

    `reviewed` is who decided on which event; where it is known, the event says when. `kept` is
    handed in again and again by whoever builds again and again; it makes no difference but time.
    Raises ProjectError where two pages would take the same place.
    """
    options = options or SiteOptions()
    if options.timeline_page == options.sources_page:
        raise ProjectError(
            f"the timeline and the list of sources can't both be {options.timeline_page}",
            hint="give the timeline another folder (plugins: timeline: timeline:)",
        )
    kept = kept or Kept(on=False)
    kept.begin(options)
    names = Names(timeline, options)
    views = Views(timeline, options, reviewed, names)
    shown = [document for document in timeline.documents.values() if _is_shown(document, views)]
    made = {
        **timeline_pages(views, names, kept),
        options.sources_page: _sources_page(views, shown),
    }
    for document in shown:
        name = document.source.name
        if name.casefold() in _RESERVED_NAMES:
            raise ProjectError(
                f"a source can't be named {name}: its page would replace the list of sources",
                where=f"{name}.md",
                hint="rename the source and its event file",
            )
        made[options.source_page(name)] = _source_page(views, document, kept)
    if len(views.parts) > 1:
        made[options.events_file] = events_script(views)
    return made | index_pages(views, names, kept)


def selection(
    timeline: Timeline,
    *,
    page: str,
    options: SiteOptions | None = None,
    reviewed: Reviewed = MappingProxyType({}),
) -> str:
    """The timeline's events as a block of raw HTML for another page, the `.md` path `page`."""
    options = options or SiteOptions()
    views = Views(timeline, options, reviewed)
    return render(
        "selection.html",
        views=[views.event(entry, page) for entry in timeline],
        words=views.words,
        href=options.link(page, options.timeline_page),
    )


def _is_shown(document: Document, views: Views) -> bool:
    """A source has a page once an event that is shown cites it, or if all of it is public."""
    return document.source.publish == "full" or views.cites(document.source.name)


def _sources_page(views: Views, shown: Sequence[Document]) -> str:
    page = views.options.sources_page
    in_order = sorted(shown, key=_by_publication)
    return render(
        "sources.md",
        front_matter=front_matter(
            views.words["sources_title"], hide=("navigation", "toc"), boost=0.5
        ),
        sources=[views.source(document, page) for document in in_order],
        words=views.words,
    )


def _source_page(views: Views, document: Document, kept: Kept) -> str:
    page = views.options.source_page(document.source.name)
    entries = views.entries_of(document.source.name)
    return kept.page(
        page,
        lambda: (document, entries, [views.home(entry) for entry in entries]),
        lambda: _made_source_page(views, document, page),
    )


def _made_source_page(views: Views, document: Document, page: str) -> str:
    body = () if document.source.publish == "none" else views.body(document, page)
    listed = {
        event.href for item in body if isinstance(item, ParagraphView) for event in item.events
    }
    events = views.events_of(document.source.name, page)
    return render(
        "source.md",
        front_matter=front_matter(
            document.source.title,
            hide=("navigation", "toc"),
            boost=0.5,
            searched=views.options.search_sources,
        ),
        sources_href=views.options.link(page, views.options.sources_page),
        source=views.source(document, page),
        note=views.words[f"publish_{document.source.publish}"],
        loose=[event for event in events if event.href not in listed],
        body=body,
        language=views.options.language,
        words=views.words,
    )


def _by_publication(document: Document) -> tuple[bool, str, str]:
    source = document.source
    return source.published is None, source.published or "", source.title.casefold()
