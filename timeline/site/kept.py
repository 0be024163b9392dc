"""Pages of the last build, kept for the next where what they are made of is the same."""

from __future__ import annotations

from collections.abc import Callable

import jinja2
from jinja2.bccache import Bucket


class Kept:
    """Lives as long as a preview; without one, every page is made anew.

    Nothing here knows what depends on what: each page names all that it is made of, as values,
    and these are compared.
    """

    def __init__(self, *, on: bool = True) -> None:
        self._on = on
        self._last: dict[str, tuple[object, str]] = {}
        self._now: dict[str, tuple[object, str]] = {}
        self._settings: object = None

    def begin(self, settings: object) -> None:
        """A new build; other settings than those of the last one make every page anew."""
        self._last = self._now if settings == self._settings else {}
        self._now, self._settings = {}, settings

    def page(self, path: str, made_of: Callable[[], object], make: Callable[[], str]) -> str:
        """The page's text; `make` is asked only where what it is made of isn't what it was."""
        if not self._on:
            return make()
        known, now = self._last.get(path), made_of()
        text = known[1] if known is not None and known[0] == now else make()
        self._now[path] = now, text
        return text


class Compiled(jinja2.BytecodeCache):
    """The theme's templates, compiled once for all builds; a changed template is another one."""

    def __init__(self) -> None:
        self._known: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what is known; jinja looks whether it is of this very text."""
        if bucket.key in self._known:
            bucket.bytecode_from_string(self._known[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._known[bucket.key] = bucket.bytecode_to_string()
