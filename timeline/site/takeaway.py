"""The files a site offers for download, and the line that names them."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import quote, urljoin

from timeline.exports import FORMATS, ExportOptions, make
from timeline.exports.model import Key
from timeline.history import Decided
from timeline.model import Timeline
from timeline.site.labels import labels
from timeline.site.options import SiteOptions


@dataclass(frozen=True, slots=True)
class Download:
    """One link of the line: its words and its address, relative to the timeline's page."""

    label: str
    href: str


def downloads(timeline: Timeline, *, options: ExportOptions, site: SiteOptions) -> dict[str, str]:
    """{path in the site: text} of every format, in the folder of the timeline's page."""
    found: dict[str, str] = {}
    for name, one in FORMATS.items():
        if one.label:
            made = make(name, timeline, options=options)
            texts = {one.file: made.text, **made.beside}
            found |= {posixpath.join(site.timeline, file): text for file, text in texts.items()}
    return found


def links(language: str = "en") -> tuple[Download, ...]:
    """The line of links; every file stands beside the timeline's page, however it is served."""
    words = labels(language)
    return tuple(
        Download(words.get(f"format_{name}", one.label), quote(one.file))
        for name, one in FORMATS.items()
        if one.label
    )


def export_options(
    site: SiteOptions, *, reviewed: Mapping[Key, Decided] = MappingProxyType({})
) -> ExportOptions:
    """What the site is called and where it stands; `reviewed` is who decided, and when."""
    url = None
    if site.url:
        page = site.link("index.md", site.timeline_page)
        url = urljoin(f"{site.url.rstrip('/')}/", page)
    return ExportOptions(
        title=site.title or site.name or labels(site.language)["timeline_title"],
        language=site.language,
        url=url,
        folder=urljoin(url, ".") if url else None,
        reviewed={key: one.when for key, one in reviewed.items() if one.when},
    )
