"""A reader of the built site in Chromium; its fixture is registered in conftest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright import sync_api


@dataclass
class Reader:
    """A page, and what a reader should never meet: complaints and requests to other hosts."""

    page: sync_api.Page
    root: Path
    complaints: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    def open(self, path: str) -> sync_api.Page:
        self.page.goto(f"{self.root.as_uri()}/{path}")
        return self.page


@pytest.fixture
def open_reader(browser: sync_api.Browser, built_site: Path) -> Iterator[object]:
    """Makes a reader with a window of some width and a colour scheme, of this site or another."""
    contexts = []

    def make(
        width: int = 1280, scheme: str = "light", site: Path | None = None, **options: object
    ) -> Reader:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, **options
        )
        contexts.append(context)
        reader = Reader(context.new_page(), site or built_site)
        reader.page.on(
            "console",
            lambda m: reader.complaints.append(m.text) if m.type in ("error", "warning") else None,
        )
        reader.page.on("pageerror", lambda error: reader.complaints.append(str(error)))
        reader.page.on(
            "request",
            lambda r: (
                reader.foreign.append(r.url)
                if not r.url.startswith(("file:", "data:", "about:"))
                else None
            ),
        )
        return reader

    yield make
    for context in contexts:
        context.close()
