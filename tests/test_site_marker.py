"""`<!-- timeline ... -->` on pages people write."""

from __future__ import annotations

import pytest

from tests.site_example import EXAMPLE
from timeline.errors import UsageError
from timeline.model import Timeline
from timeline.site.marker import criteria, replace


def show(timeline: Timeline) -> str:
    return "+".join(entry.anchor for entry in timeline)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", {}),
        (" tags=minsk ", {"tags": ("minsk",)}),
        ("tag=minsk", {"tags": ("minsk",)}),
        ("tags=a,b", {"tags": ("a", "b")}),
        ('who="Ada Quill, Grey & Sons"', {"who": ("Ada Quill", "Grey & Sons")}),
        ("where='Low Mouth'", {"where": ("Low Mouth",)}),
        ("source=a kind=planned status=disputed", None),
        ("from=2014-09 to=2015 limit=5", {"start": "2014-09", "end": "2015", "limit": 5}),
        ("tags=a\n  limit=2", {"tags": ("a",), "limit": 2}),
    ],
)
def test_keys_become_criteria(words: str, expected: dict[str, object] | None) -> None:
    """Values are lists with commas; quotes keep spaces together."""
    if expected is None:
        expected = {"sources": ("a",), "kinds": ("planned",), "statuses": ("disputed",)}
    assert criteria(words) == expected


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("person=Ada", "person"),
        ("tags", "tags"),
        ("tags=", "tags"),
        ("limit=many", "limit=many"),
        ("limit=0", "limit=0"),
        ("kind=plan", "kind=plan"),
        ("status=rejected", "status=rejected"),
        ("tags=a tags=b", "tags"),
        ('who="Ada', "quotes"),
    ],
)
def test_wrong_keys_are_named(words: str, named: str) -> None:
    """The message says which word is wrong."""
    with pytest.raises(UsageError, match=named):
        criteria(words)


@pytest.mark.parametrize(
    ("words", "anchors"),
    [
        ("tags=safety", "first-cracks"),
        ('who="grey & sons"', "00000003"),
        ("kind=planned", "00000008"),
        ("from=2014-05 to=2014", "00000006+00000007"),
        ("limit=1", "00000001"),
        ("tags=nothing", ""),
    ],
)
def test_a_marker_becomes_its_events(words: str, anchors: str) -> None:
    """The lines around it stay."""
    text, bad = replace(f"Before\n\n<!-- timeline {words} -->\n\nAfter", EXAMPLE, show)
    assert text.split() == ["Before", *filter(None, [anchors]), "After"]
    assert bad == ()


@pytest.mark.parametrize(
    ("words", "named"), [("from=yesterday", "yesterday"), ("colour=red", "colour")]
)
def test_a_bad_marker_stays_a_comment_and_is_reported(words: str, named: str) -> None:
    """With its line, and what is wrong."""
    markdown = f"# Page\n\n<!-- timeline {words} -->\n"
    text, (bad,) = replace(markdown, EXAMPLE, show)
    assert text == markdown
    assert bad.line == 3
    assert named in bad.problem


@pytest.mark.parametrize(
    "markdown",
    [
        "```html\n<!-- timeline limit=1 -->\n```\n",
        "~~~~\n<!-- timeline wrong -->\n~~~~\n",
        "    <!-- timeline limit=1 -->\n",
        "Write `<!-- timeline limit=1 -->` alone.\n",
        "<!-- timelines limit=1 -->\n",
        "<!-- a timeline -->\n",
    ],
)
def test_examples_and_other_comments_are_left_alone(markdown: str) -> None:
    """Documentation can show a marker."""
    assert replace(markdown, EXAMPLE, show) == (markdown, ())
