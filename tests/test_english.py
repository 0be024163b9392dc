"""`timeline.events.english`: which nouns name something that happens."""

from __future__ import annotations

import pytest

from timeline.events.english import is_event_noun


@pytest.mark.parametrize("word", ["collapse", "elections", "annexation", "Meeting", "bombings"])
def test_event_nouns(word: str) -> None:
    """Listed, or an action by its ending; number and case don't count."""
    assert is_event_noun(word)


@pytest.mark.parametrize("word", ["station", "government", "buildings", "table", "evening"])
def test_other_nouns(word: str) -> None:
    """The endings alone don't decide."""
    assert not is_event_noun(word)
