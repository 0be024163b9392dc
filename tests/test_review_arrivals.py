"""Articles that are dropped on the review page, pasted or chosen, in Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import wire_texts
from tests.intake.texts import BRIDGE
from tests.review_browser import Open, title, told
from tests.review_client import Client, project
from tests.web_server import Reply, serving
from timeline import pipeline

pytest.importorskip("playwright.sync_api")

pytestmark = pytest.mark.browser

TEXT = "Dam at Orl opened\n\nThe dam at Orl was opened on 3 May 2014, the mayor said.\n"
FILES = {"dam.txt": "# The dam\n\nIt was opened on 3 May 2014.", "town.md": "# A town\n\nIt is."}
_URL = f"https://mail.example/{'a-long-address-' * 12}"
COPIES = {
    "mail.txt": "---\npublisher: The Evening Mail\npublished: 2019-03-15\n"
    + f"url: {_URL}\n---\n\n"
    + wire_texts.words(wire_texts.led(BRIDGE.paragraphs)),
    "bare.txt": wire_texts.words(BRIDGE.paragraphs[1:]),
}
GIVE = """([kind, files, texts]) => {
    const transfer = new DataTransfer();
    for (const [name, text] of Object.entries(files)) transfer.items.add(new File([text], name));
    for (const [type, text] of Object.entries(texts)) transfer.setData(type, text);
    const target = document.activeElement || document.body;
    const options = { bubbles: true, cancelable: true };
    if (kind === "paste") {
        target.dispatchEvent(new ClipboardEvent("paste", { ...options, clipboardData: transfer }));
    } else {
        document.body.dispatchEvent(new DragEvent(kind, { ...options, dataTransfer: transfer }));
    }
}"""


@pytest.fixture
def client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Client:
    """A project of two sources; events are found without a language model."""
    monkeypatch.setattr(pipeline, "_parser", lambda language: None)
    return project(tmp_path)


@pytest.fixture
def address() -> Iterator[str]:
    """A web page on this computer."""
    page = b"<!doctype html><title>The ferry</title><p>The ferry sank on 4 May 2014 at Orl."
    with serving({"/ferry": Reply(page)}) as server:
        yield f"{server.url}/ferry"


def give(page: Any, kind: str, files: dict[str, str] | None = None, **texts: str) -> None:
    """A drag, a drop or a paste of files, or of texts by type."""
    named = {name.replace("_", "/"): text for name, text in texts.items()}
    named = {name.replace("uri/list", "uri-list"): text for name, text in named.items()}
    page.evaluate(GIVE, [kind, files or {}, named])


def added(client: Client) -> list[str]:
    """The names of the articles that came in."""
    names = {path.stem for path in (client.root / "sources").glob("*.md")}
    return sorted(names - {"bridge", "river"})


@pytest.mark.parametrize("start", ["", "start", "many", "found?source=river"])
def test_files_are_dropped(open_page: Open, client: Client, start: str) -> None:
    """On any page; while they hang over it, it says what would happen."""
    page = open_page(start)
    give(page, "dragover", FILES)
    page.wait_for_selector("#drop:has-text('Drop to add')")
    give(page, "drop", FILES)

    told(page, "2 articles added.")
    assert not page.is_visible("#drop")
    assert page.inner_text("h1") == "What was found in 2 articles"
    assert added(client) == ["dam", "town"]


def test_an_address_is_dropped(open_page: Open, client: Client, address: str) -> None:
    """As from another window's address bar."""
    page = open_page()
    give(page, "drop", text_uri_list=address, text_plain="The ferry")

    title(page, "What was found")
    assert page.input_value("[name=url]") == address
    assert added(client) == ["the-ferry"]


def test_a_text_is_dropped(open_page: Open, client: Client) -> None:
    """Selected elsewhere, and drawn here."""
    page = open_page()
    give(page, "drop", text_plain=TEXT)

    title(page, "What was found")
    assert added(client) == ["dam-at-orl-opened"]


def test_a_text_is_pasted(open_page: Open, client: Client) -> None:
    """It is shown before it is added; Enter adds it, and its events follow."""
    page = open_page()
    give(page, "paste", text_plain=TEXT)
    page.wait_for_selector("#add:focus")
    assert page.input_value("#words") == TEXT.strip()
    assert added(client) == []
    page.keyboard.press("Enter")
    told(page, "Added.")
    page.fill("[name=published]", "2014-05-04")
    page.wait_for_selector("text=Sunday 4 May 2014")
    page.click("text=Save and find its events")
    told(page, "1 event found.")
    page.wait_for_selector("text=Saturday 3 May 2014")


def test_a_copied_text_by_keyboard(open_page: Open, client: Client) -> None:
    """Ctrl and V, as people press it, beside a field and in one."""
    page = open_page("")
    page.click("#adding > summary")
    page.fill("#words", "https://one.invalid/a")
    page.press("#words", "Control+a")
    page.press("#words", "Control+x")
    page.press("#words", "Control+v")
    assert page.input_value("#words") == "https://one.invalid/a"
    page.fill("#words", "")
    page.focus("#adding > summary")
    page.keyboard.press("Control+v")
    page.wait_for_selector("#add:focus")
    assert page.input_value("#words") == "https://one.invalid/a"


def test_files_are_pasted(open_page: Open, client: Client) -> None:
    """Copied in a folder's window; also while a field has the focus."""
    page = open_page("edit?source=bridge&id=aaaa0001")
    page.focus("#title")
    give(page, "paste", FILES)

    told(page, "2 articles added.")


def test_what_is_typed_is_not_dropped_by_a_drop(open_page: Open, client: Client) -> None:
    """The page asks first."""
    page = open_page("edit?source=bridge&id=aaaa0001")
    page.fill("#title", "Mine")
    give(page, "drop", FILES)
    page.wait_for_selector("#changed:has-text('Not saved yet')")
    assert (page.input_value("#title"), added(client)) == ("Mine", [])
    give(page, "drop", FILES)
    told(page, "2 articles added.")


def test_what_is_not_for_us(open_page: Open, client: Client) -> None:
    """A text dragged from this page itself, or pasted into a field."""
    page = open_page("edit?source=bridge&id=aaaa0001")
    page.focus("#title")
    give(page, "paste", text_plain=TEXT)
    give(page, "dragstart", text_plain=TEXT)
    give(page, "dragover", text_plain=TEXT)
    give(page, "drop", text_plain=TEXT)
    page.wait_for_timeout(200)

    assert not page.is_visible("#drop")
    assert (page.inner_text("h1"), added(client)) == ("Edit", [])


def test_a_file_that_is_refused(open_page: Open, client: Client) -> None:
    """The reason stands on the page; the next one is taken."""
    page = open_page("")
    give(page, "drop", {"film.mp4": "\0\1"})
    told(page, "no reader for .mp4")
    give(page, "drop", {"dam.txt": FILES["dam.txt"]})
    told(page, "Added.")
    assert added(client) == ["dam"]


def test_too_large_to_send(open_page: Open, client: Client) -> None:
    """It isn't sent at all."""
    page = open_page("")
    give(page, "drop", {"a.txt": "word " * 11_000_000})
    page.wait_for_selector("#changed:has-text('This is more than 50 MB')")

    assert added(client) == []


@pytest.mark.parametrize("scripts", [True, False])
def test_added_mended_and_taken_out(open_page: Open, client: Client, scripts: bool) -> None:
    """With the form alone, with and without scripts."""
    page = open_page("", java_script_enabled=scripts)
    page.click("#adding > summary")
    file = {"name": "dam.txt", "mimeType": "text/plain", "buffer": FILES["dam.txt"].encode()}
    page.set_input_files("#files", [file])
    page.click("#add")
    page.wait_for_selector("h2:has-text('The dam')")
    page.fill("[name=author]", "Ada Example")
    page.click("text='Save'")
    page.wait_for_selector("#told:has-text('Facts saved: The dam')")
    assert "author: Ada Example\n" in (client.root / "sources" / "dam.md").read_text("utf-8")
    page.click("text=Take it out again")
    page.wait_for_selector("#told:has-text('Taken out: The dam')")
    assert added(client) == []
    page.click("#undo")
    page.wait_for_selector("a:has-text('The dam')")


@pytest.mark.parametrize("scripts", [True, False])
def test_copies_are_decided(open_page: Open, client: Client, scripts: bool) -> None:
    """One noted and one made a source of its own, by button, with and without scripts."""
    wire = _with_a_wire(client)
    page = open_page("", java_script_enabled=scripts)
    page.click("#adding > summary")
    copies = [
        {"name": name, "mimeType": "text/plain", "buffer": COPIES[name].encode()}
        for name in sorted(COPIES)
    ]
    page.set_input_files("#files", copies)
    page.click("#add")
    page.wait_for_selector("#told:has-text('2 are copies of sources, and were not added.')")
    page.click("text=Note there that it is also at The Evening Mail")
    page.wait_for_selector("#told:has-text('Noted where else it stands: Harbour shut')")
    assert "    publisher: The Evening Mail\n" in wire.read_text("utf-8")
    page.click("text=Make it a source of its own")
    page.wait_for_selector("#told:has-text('Added: Bare')")
    assert added(client) == ["bare", "wire"]
    page.click("#undo")
    page.wait_for_selector("#told:has-text('Undone. It was: Added: Bare')")
    assert added(client) == ["wire"]


@pytest.mark.parametrize(
    ("width", "scheme"), [(1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")]
)
def test_no_barriers(open_page: Open, client: Client, width: int, scheme: str) -> None:
    """axe finds none in the open form, on the page of what was found, and where that is wrong."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = open_page("", width, color_scheme=scheme)
    page.click("#adding > summary")
    page.click("text=More: a title")
    _clear(page, axe)
    give(page, "drop", {**FILES, "film.mp4": "\0\1"})
    told(page, "2 articles added. 1 could not be added.")
    _clear(page, axe)
    _with_a_wire(client)
    give(page, "drop", COPIES)
    told(page, "2 are copies of sources, and were not added.")
    _clear(page, axe)
    give(page, "drop", {**FILES, **COPIES})
    told(page, "2 are there already, with this text. 2 are copies")
    _clear(page, axe)
    page.locator("[name=published]").first.fill("Friday")
    page.locator("text='Save'").first.click()
    told(page, "Not saved yet.")
    give(page, "dragover", FILES)
    _clear(page, axe)


def _with_a_wire(client: Client) -> Path:
    """A source of a news agency that the copies are copies of."""
    path = client.root / "sources" / "wire.md"
    text = wire_texts.words(BRIDGE.paragraphs)
    path.write_text(f"---\ntitle: Harbour shut\npublisher: North Wire\n---\n\n{text}", "utf-8")
    return path


def _clear(page: Any, axe: Any) -> None:
    found = axe.run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
