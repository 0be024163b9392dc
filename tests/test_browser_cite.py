"""Citing an event, in Chromium."""

from __future__ import annotations

import json

import pytest

sync_api = pytest.importorskip("playwright.sync_api")

pytestmark = pytest.mark.browser


def cited(open_reader, anchor: str, form: str) -> str:
    """What is in the clipboard after a click on one of the forms."""
    page = open_reader(permissions=["clipboard-read", "clipboard-write"]).open(
        f"timeline/index.html#{anchor}"
    )
    event = page.locator(f".tl-event:has([id='{anchor}'])")
    event.locator(".tl-cite > summary").click()
    event.get_by_role("button", name=form).click()
    event.locator(".tl-cite [data-tl-done]").wait_for()
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_an_event_is_cited_in_plain_text(open_reader) -> None:
    """With its words, their source and the permalink."""
    text = cited(open_reader, "first-cracks", "Text")
    assert text.startswith("“Divers see cracks in the second pier” (17 April 2014). Harbour. file:")
    assert "Old harbour bridge closed after cracks are found, The Harbour Gazette" in text


def test_an_event_is_cited_in_csl_json(open_reader) -> None:
    """The date as exact as it is: a decade is words, a day is numbers."""
    (day,) = json.loads(cited(open_reader, "00000006", "CSL"))
    assert day["issued"] == {"date-parts": [[2014, 5, 2]]}
    (decade,) = json.loads(cited(open_reader, "00000001", "CSL"))
    assert decade["issued"] == {"literal": "1970s"}


def test_hostile_words_leave_bibtex_whole(open_reader) -> None:
    """Braces pair once the escaped ones are gone."""
    text = cited(open_reader, "0e0e0e0e", "BibTeX")
    bare = text.replace("\\{", "").replace("\\}", "")
    assert bare.count("{") == bare.count("}")
    assert text.startswith("@misc{timeline-0e0e0e0e,")
