"""The review page in Chromium: a fixture that opens it, and waiting for what it says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.review_client import Client

Open = Callable[..., Any]


@pytest.fixture
def open_page(browser: Any, client: Client) -> Iterator[Open]:
    """Opens the review page; fails on any complaint and any request to another host."""
    from tests.review_server import served  # uvicorn may be missing

    complaints: list[str] = []
    contexts = []
    with served(client.root) as url:

        def open_one(start: str = "start", width: int = 1280, **options: Any) -> Any:
            context = browser.new_context(viewport={"width": width, "height": 860}, **options)
            contexts.append(context)
            page = context.new_page()
            page.on("pageerror", lambda error: complaints.append(str(error)))
            page.on("console", lambda m: complaints.append(m.text) if _bad(m) else None)
            page.on(
                "request",
                lambda r: None if r.url.startswith(url) else complaints.append(r.url),
            )
            page.goto(url + start)
            return page

        yield open_one
        for context in contexts:
            context.close()
    assert complaints == []


def _bad(message: Any) -> bool:
    refusal = re.search(r"status of 4(09|22)|status of 500", message.text)
    return message.type in ("error", "warning") and not refusal


def title(page: Any, words: str) -> None:
    """Wait until an event of this title is shown."""
    page.wait_for_selector(f"#event-title:has-text('{words}')")


def told(page: Any, words: str) -> None:
    """Wait until the page says this on top, and a screen reader is told."""
    page.wait_for_selector(f"#told:has-text('{words}')")
    page.wait_for_selector(f"#live:has-text('{words}')", state="attached")
