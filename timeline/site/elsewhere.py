"""The other places a source was published at, as the templates print them."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from timeline.model import AlsoAt, Source
from timeline.site.markup import web_url
from timeline.site.shown import PlaceView, WhenView

def places(source: Source, when: Callable[[str | None], WhenView | None]) -> tuple[PlaceView, ...]:
    """Every place, in the order of the front matter; `when` gives a date in words."""
    return tuple(_place(place, when(place.published)) for place in source.also_at)


def _place(place: AlsoAt, published: WhenView | None) -> PlaceView:
    href = web_url(place.url)
    if href and not href.lower().startswith(("http://", "https://")):
        href = None
    host = urlsplit(href).netloc.removeprefix("www.") if href else None
    return PlaceView(place.publisher or host or place.url or "", href, published)
