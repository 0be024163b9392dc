"""Pages of an invented paper, and a `timeline add` that fetches them from this computer."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import partial

import pytest

from timeline.intake import fetch as fetching
from timeline.intake.fetch import Visits

FIRST = "The council of Orl closed the bridge on 3 May 2014 after a crack had been found in it."
SECOND = "Mayor Pavel Novak resigned in March 2014, two months before the vote on a new budget."
OTHER = "The ferry to the island of Lund sank on 7 June 2013, and all nine aboard were saved."
NAV = '<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>'


def page(
    *paragraphs: str,
    title: str = "Bridge at Orl closed",
    published: str | None = "2015-09-25",
    head: str = "",
    **facts: object,
) -> bytes:
    """A page with these paragraphs in its article, and its facts in JSON-LD."""
    node: dict[str, object] = {"@type": "NewsArticle", "headline": title, **facts}
    if published:
        node["datePublished"] = published
    body = "".join(f"<p>{text}</p>" for text in paragraphs or (FIRST, SECOND))
    return (
        f'<!doctype html><html lang="en"><head><title>{title}</title>{head}'
        f'<script type="application/ld+json">{json.dumps(node)}</script></head>'
        f"<body>{NAV}<article><h1>{title}</h1>{body}</article></body></html>"
    ).encode()


@pytest.fixture
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """The real fetcher, but no waiting between visits and no memory of other tests."""
    monkeypatch.setattr(fetching, "fetch", partial(fetching.fetch, delay=0, visits=Visits()))


class Typing:
    """A terminal on which these lines are typed; then Ctrl-D."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = list(lines)

    def isatty(self) -> bool:
        return True

    def readline(self) -> str:
        return f"{self.lines.pop(0)}\n" if self.lines else ""

    def read(self) -> str:
        raise AssertionError("nothing should be read to its end here")
