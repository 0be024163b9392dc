"""People, places and tags: their pages, their addresses, what leads to them."""

from __future__ import annotations

from tests.site_example import EXAMPLE, event
from timeline.model import Entry
from timeline.site.generate import pages
from timeline.site.names import Names, names
from timeline.site.options import SiteOptions


def entries(*people: str) -> list[Entry]:
    """An event for each."""
    made = enumerate(people)
    return [Entry(event(i, f"201{i}", f"T{i}", who=(name,)), "s") for i, name in made]


def test_case_makes_no_difference_and_the_usual_spelling_wins() -> None:
    """As for filters and selections."""
    (name,) = names(entries("ADA QUILL", "Ada Quill", "Ada Quill"), "who")
    assert (name.text, len(name.entries), name.slug) == ("Ada Quill", 3, "ada-quill")


def test_a_name_of_one_event_has_no_page() -> None:
    """The list leads to the event."""
    made = pages(EXAMPLE)
    assert "timeline/people/grey-sons.md" not in made
    assert 'href="../#00000003"' in made["timeline/people/index.md"]


def test_names_that_look_alike_have_pages_of_their_own() -> None:
    """ "A.B" and "A B" are two; "Index" is not the list."""
    found = names(entries("A.B", "A B", "A.B", "A B", "Index", "Index", "!?", "!?"), "who")
    assert sorted(str(name.slug) for name in found) == ["a-b", "a-b-2", "index-2", "x"]


def test_names_of_any_script_have_readable_addresses() -> None:
    """Letters stay letters."""
    made = Names(entries("محمد علي", "محمد علي"), SiteOptions())
    assert made.path("who", "محمد علي") == "timeline/people/محمد-علي.md"


def test_events_lead_to_the_pages_of_their_names() -> None:
    """And these to the timeline, filtered, and to each event."""
    made = pages(EXAMPLE)
    assert 'href="people/ada-quill/" dir="auto">Ada Quill</a>' in made["timeline/index.md"]
    page = made["timeline/people/ada-quill.md"]
    assert "&#63;who&#61;Ada&#37;20Quill" in page
    assert page.count('<li><a href="../../#') == 2


def test_a_name_page_has_its_own_overview() -> None:
    """Of its events only."""
    page = pages(EXAMPLE)["timeline/people/ada-quill.md"]
    assert "Overview of 2 events" in page


def test_an_event_leads_to_the_next_of_the_same_person() -> None:
    """And back; the first has none before it."""
    page = pages(EXAMPLE)["timeline/index.md"]
    assert page.count('rel="next" href="#00000006" aria-label="Next event&#58; Ada Quill"') == 1
    assert page.count('rel="prev" href="#first-cracks"') == 2  # the person's and the place's
