"""The review page in Chromium: by keyboard alone, with the mouse, without scripts; no barriers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.review_browser import Open, title, told
from tests.review_client import EVENTS, Client, project

pytest.importorskip("playwright.sync_api")

pytestmark = pytest.mark.browser


@pytest.fixture
def client(tmp_path: Path) -> Client:
    """A project with four proposals in two sources."""
    return project(tmp_path)


def select(page: Any, paragraph: int, words: str) -> None:
    """Select words of a paragraph, as the mouse or the shift key would."""
    page.evaluate(
        """([number, words]) => {
            const place = document.querySelector(`#p${number}`);
            const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
            const range = document.createRange();
            let text = "", nodes = [];
            for (let node; (node = texts.nextNode());) {
                nodes.push([node, text.length]);
                text += node.data;
            }
            const at = (offset) => nodes.filter(([, start]) => start <= offset).pop();
            const start = text.indexOf(words), end = start + words.length;
            range.setStart(at(start)[0], start - at(start)[1]);
            range.setEnd(at(end - 1)[0], end - at(end - 1)[1]);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
        }""",
        [paragraph, words],
    )


def test_a_source_reviewed_by_keyboard_alone(open_page: Open, client: Client) -> None:
    """Every kind of step, and the file that comes of it."""
    page = open_page()
    press(page, "a", "Accepted: The old bridge")
    _split_by_keyboard(page)
    press(page, "d", "Marked as disputed: Divers found cracks")
    press(page, "a", "Accepted: The council voted")
    press(page, "a", "it needs a date first")
    _date_by_keyboard(page)
    statuses = [client.event(i).status for i in range(4)]
    assert statuses == ["accepted", "disputed", "accepted", "accepted"]
    assert client.event(3).when == "2015-09-28/2015-10-04"


def press(page: Any, key: str, words: str) -> None:
    """A key, and what the page says to it."""
    page.keyboard.press(key)
    told(page, words)


def _split_by_keyboard(page: Any) -> None:
    page.keyboard.press("s")
    page.wait_for_selector("[data-write]")
    assert page.evaluate("document.activeElement.name") == "a.title"
    page.keyboard.press("Control+a")
    page.keyboard.type("Divers found cracks")
    while page.evaluate("document.activeElement.name") != "b.title":
        page.keyboard.press("Tab")
    page.keyboard.type("The council voted for repairs")
    page.keyboard.press("Tab")
    page.keyboard.press("Control+a")
    page.keyboard.type("2014-04-02")
    page.wait_for_selector("[id='b.when-words']:has-text('Wednesday 2 April 2014')")
    page.keyboard.press("Control+Enter")
    told(page, "Split: Divers found cracks")


def _date_by_keyboard(page: Any) -> None:
    page.keyboard.press("e")
    page.wait_for_selector("[data-write]")
    while page.evaluate("document.activeElement.name") != "when":
        page.keyboard.press("Tab")
    page.keyboard.type("next week")
    page.wait_for_selector("#when-words.fault:has-text('next week is no date')")
    assert page.get_attribute("#when", "aria-invalid") == "true"
    page.keyboard.press("Control+a")
    page.keyboard.type("2015-09-28/2015-10-04")
    page.wait_for_selector("#when-words:not(.fault):has-text('week of 28 September 2015')")
    while page.evaluate("document.activeElement.id") != "save-accept":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    told(page, "Saved and accepted: The ferry")


def test_steps_back_by_keyboard(open_page: Open, client: Client) -> None:
    """j and k go and come; u takes back step by step, to the first byte."""
    page = open_page()
    for key, words in (("j", "Divers"), ("j", "The ferry"), ("k", "Divers"), ("r", "The ferry")):
        page.keyboard.press(key)
        title(page, words)
    page.keyboard.press("r")
    title(page, "The bridge over the Aller")
    for words in ("The ferry", "Divers found cracks"):
        page.keyboard.press("u")
        told(page, f"Undone. It was: Rejected: {words}")
    assert client.events() == EVENTS


def test_a_twin_by_keyboard(open_page: Open, client: Client) -> None:
    """m, the likely one, Enter; the focus is on the search, and Escape leaves."""
    page = open_page()
    page.keyboard.press("m")
    page.wait_for_selector("#q:focus")
    page.keyboard.press("Escape")
    title(page, "The old bridge was closed")
    page.keyboard.press("m")
    page.wait_for_selector("#q:focus")
    page.keyboard.type("aller 2015")
    page.keyboard.press("Enter")
    page.wait_for_selector("h2:has-text('Found')")
    page.locator(".hits button").first.focus()
    page.keyboard.press("Enter")
    told(page, "Joined")
    assert client.event(0).same_as == "bbbb0001"


def test_a_new_event_from_selected_words(open_page: Open, client: Client) -> None:
    """They cross a marked date; the date is known from them."""
    page = open_page()
    select(page, 3, "the council meets on Monday")
    page.keyboard.press("n")
    page.wait_for_selector("#quote0")
    assert page.input_value("#quote0") == "the council meets on Monday"
    assert page.input_value("#when") == "2015-09-28"
    page.fill("#title", "The council meets")
    page.click("#save-accept")
    told(page, "Added: The council meets")
    assert client.event(3).citations[0].said == "Monday"


def test_the_focus_stays(open_page: Open) -> None:
    """On the button that was used; else it goes to the heading."""
    page = open_page()
    page.focus("#reject")
    page.keyboard.press("Enter")
    title(page, "Divers found cracks")
    assert page.evaluate("document.activeElement.id") == "reject"
    page.locator("a.date.loose").first.click()
    page.wait_for_selector("[data-write]")
    assert page.evaluate("document.activeElement.id") == "title"


def test_a_source_reviewed_with_the_mouse(open_page: Open, client: Client) -> None:
    """From the list of sources on."""
    page = open_page("")
    page.click(".sources a:has-text('Bridge over the Aller')")
    title(page, "The old bridge was closed")
    page.click("#accept")
    title(page, "Divers found cracks")
    page.click("a.date:has-text('next week')")
    title(page, "The ferry will run again")
    page.click("#reject")
    told(page, "Rejected: The ferry")
    page.click("#filters summary")
    page.click("text=Accept many")
    page.click("#accept-many")
    page.wait_for_selector("#told:has-text('Accepted: 1 event')")
    assert [client.event(i).status for i in range(3)] == ["accepted", "accepted", "rejected"]


def test_a_source_reviewed_without_scripts(open_page: Open, client: Client) -> None:
    """Every step is a link or a form."""
    page = open_page("", java_script_enabled=False)
    page.click("#begin")
    page.click("#accept")
    _split_without_scripts(page)
    page.click("#dispute")
    page.click("#undo")
    assert "Undone. It was: Marked as disputed" in page.inner_text("#told")
    page.click("#same")
    page.fill("#q", "aller")
    page.click("text=Search")
    page.locator(".hits button").first.click()
    _new_without_scripts(page)
    assert [client.event(i).status for i in range(3)] == ["accepted", "proposed", "proposed"]
    assert (client.event(1).same_as, client.event(4).title) == ("bbbb0001", "The council meets")


def _split_without_scripts(page: Any) -> None:
    page.click("#split")
    page.fill("[id='a.title']", "Divers found cracks")
    page.fill("[id='b.title']", "The council voted for repairs")
    page.fill("[id='b.when']", "2 April")
    page.click("#save")
    assert "2 April is no date in EDTF" in page.inner_text("[id='b.when-words']")
    page.fill("[id='b.when']", "2014-04-02")
    page.click("#save")


def _new_without_scripts(page: Any) -> None:
    page.click("#new")
    page.fill("#quote0", "the council meets on Monday")
    page.fill("#paragraph0", "3")
    page.fill("#title", "The council meets")
    page.fill("#when", "2015-09-28")
    page.click("#save")
    assert "Added: The council meets" in page.inner_text("#told")


def test_a_change_on_disk_is_shown(open_page: Open, client: Client) -> None:
    """An editor saved the file: the page reads it again by itself."""
    page = open_page()
    client.path().write_text(EVENTS.replace("bridge was closed\n", "bridge shut\n", 1), "utf-8")
    title(page, "The old bridge shut")

    assert "it was changed on disk" in page.inner_text("#changed")


def test_what_is_typed_outlives_a_change_on_disk(open_page: Open, client: Client) -> None:
    """The page tells; saving shows both; what is chosen is written."""
    page = open_page()
    page.keyboard.press("e")
    page.wait_for_selector("[data-write]")
    page.fill("#title", "Mine")
    client.path().write_text(EVENTS.replace("'2015-09-24'", "'2015-09'"), "utf-8")
    page.wait_for_selector("#changed:has-text('when you save, you are shown both')")
    assert page.input_value("#title") == "Mine"
    page.click("#save")
    page.wait_for_selector("h1:has-text('This event was changed meanwhile')")
    page.check("[name='take.when'][value=file]")
    page.click("#save")
    told(page, "Saved: Mine")
    assert (client.event(0).title, client.event(0).when) == ("Mine", "2015-09")


def test_the_keys_can_be_switched_off(open_page: Open, client: Client) -> None:
    """For those who dictate: a spoken letter decides nothing."""
    page = open_page()
    page.keyboard.press("?")
    page.wait_for_selector("#help[open]")
    page.uncheck("#keys-on")
    page.keyboard.press("Escape")
    page.keyboard.press("a")
    page.keyboard.press("j")
    page.wait_for_timeout(200)

    assert client.events() == EVENTS
    assert page.inner_text("#event-title") == "The old bridge was closed"


STATES = {
    "sources": "",
    "event": "event?source=bridge&id=aaaa0001",
    "no-date": "event?source=bridge&id=aaaa0003",
    "edit": "edit?source=bridge&id=aaaa0002",
    "split": "split?source=bridge&id=aaaa0002",
    "same": "same?source=bridge&id=aaaa0001",
    "new": "new?source=bridge&paragraph=3&at=60",
    "many": "many",
    "nothing-left": "rest?show=rejected",
    "keys": "help",
}


@pytest.mark.parametrize(
    ("width", "scheme"), [(1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")]
)
def test_no_barriers(open_page: Open, width: int, scheme: str) -> None:
    """axe finds none in any state, and nothing sticks out of a narrow window."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = open_page("help", width, color_scheme=scheme)
    base = page.url.rpartition("/")[0]
    for name, address in STATES.items():
        page.goto(f"{base}/{address}")
        found = axe.run(page)
        assert found.violations_count == 0, f"{name}: {found.generate_report()}"
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name


def test_no_barriers_where_something_is_wrong(open_page: Open, client: Client) -> None:
    """A refused form, both versions side by side, the open menu and the list of keys."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = open_page("edit?source=bridge&id=aaaa0002")
    page.fill("#when", "soon")
    page.click("#save")
    page.wait_for_selector("#told")
    assert axe.run(page).violations_count == 0, axe.run(page).generate_report()
    page.fill("#when", "2014")
    client.path().write_text(EVENTS.replace("'2014-03'", "'2014-04'"), "utf-8")
    page.click("#save")
    page.wait_for_selector("table")
    page.click("#filters summary")
    assert axe.run(page).violations_count == 0, axe.run(page).generate_report()
    page.click("#keys")
    assert axe.run(page).violations_count == 0, axe.run(page).generate_report()
