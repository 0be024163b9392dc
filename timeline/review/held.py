"""Articles that were handed in and are copies of sources: held until somebody says what of them.

In memory: the review page asks for the file again where it was ended, or too much came since.
"""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from timeline.intake import Original
from timeline.intake.add import Added
from timeline.intake.copied import Copy

ROOM = 100_000_000
"""Bytes of originals that are held; what came last is, whatever came before it."""
MOST = 100
"""Forms whose copies are remembered."""


@dataclass(slots=True)
class Held:
    """A copy of a source: its title, its key in the original, and what was given with it.

    `original` is None where there was no room for it. `settled` is the step that made something
    of it, 0 before, -1 for a step that could not be written down.
    """

    title: str
    key: str
    copy: Copy
    original: Original | None
    given: Mapping[str, str | None]
    keep: bool
    settled: int = 0


def held(added: Added, original: Original, given: Mapping[str, str | None], *, keep: bool) -> Held:
    """What is to be known of a copy, without its text, which its original has."""
    assert added.copy
    title, key = added.document.source.title, added.article.key
    return Held(title, key, added.copy, original, given, keep)


class Waiting:
    """Copies by the word that their page is asked with."""

    def __init__(self) -> None:
        self._forms: OrderedDict[str, tuple[Held, ...]] = OrderedDict()
        self._lock = threading.Lock()

    def add(self, copies: Sequence[Held]) -> str:
        """Hold the copies of one form; the word for them, empty where there are none."""
        if not copies:
            return ""
        word = secrets.token_urlsafe(12)
        with self._lock:
            self._forms[word] = tuple(copies)
            while len(self._forms) > MOST:
                self._forms.popitem(last=False)
            lighten(one for form in reversed(self._forms.values()) for one in form)
        return word

    def of(self, word: str) -> tuple[Held, ...]:
        """The copies of a form; none where they are not held any more."""
        return self._forms.get(word, ())


def open_ones(copies: Sequence[Held], undone: Collection[int]) -> list[tuple[int, Held]]:
    """Those that nothing was made of, or nothing that stands; with their number in the form."""
    return [
        (number, one)
        for number, one in enumerate(copies)
        if not one.settled or one.settled in undone
    ]


def lighten(copies: Iterable[Held]) -> None:
    """Let the originals go for which there is no room, from the first on."""
    room, seen = ROOM, set()
    for one in copies:
        if one.original is None or id(one.original) in seen:
            continue
        if len(one.original.data) > room:
            one.original = None
            continue
        seen.add(id(one.original))
        room -= len(one.original.data)
