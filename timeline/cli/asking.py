"""Questions on a terminal. Where there is none, nothing is asked and nothing waits."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.console import err, inert, short
from timeline.errors import WhenError

if TYPE_CHECKING:
    from timeline.intake.add import Added
    from timeline.intake.article import DateFound


@dataclass(slots=True)
class Terminal:
    """Whether there is somebody to ask."""

    asks: bool

    @classmethod
    def here(cls, *, no_input: bool) -> Terminal:
        """Of this process: standard input has to be a terminal."""
        return cls(not no_input and sys.stdin is not None and sys.stdin.isatty())

    def line(self, question: str) -> str | None:
        """What is typed, without spaces at its ends; None where nobody answers (any more)."""
        if not self.asks:
            return None
        err.print(inert(question), end=" ")
        typed = sys.stdin.readline()
        if not typed:  # Ctrl-D: leave the rest as it is
            self.asks = False
            err.print()
        return typed.strip() if typed else None

    def agrees(self, question: str) -> bool:
        """Whether the answer is yes."""
        return (self.line(f"{question} [y/N]") or "").lower() in ("y", "yes")


def about_date(added: Added, terminal: Terminal) -> None:
    """Ask for the day of a source that has none, or a doubtful one, and write the answer."""
    from timeline.intake import dating

    published = added.document.source.published
    if not terminal.asks or not needs_date(added):
        return
    options = dating.choices(added.article)
    err.print(inert(f"When was {short(added.path)} published?"))
    for number, one in enumerate(options, start=1):
        err.print(inert(f"  {number}  {one.value}, {one.basis}"))
    leave = f"leave it at {published}" if published else "leave it without"
    numbers = "A number, another day" if options else "Its day"
    while typed := terminal.line(f"{numbers} as 2015-09-25, or Enter to {leave}:"):
        chosen = _chosen(typed, options)
        value, basis = (chosen.value, chosen.basis) if chosen else (typed, "")
        try:
            dating.set_published(added.path, value, basis)
        except WhenError as error:
            err.print(inert(str(error)))
            continue
        return


def needs_date(added: Added) -> bool:
    """Whether the day is missing or doubtful, and nobody gave one."""
    from timeline.intake import dating

    published = added.document.source.published
    if added.already:
        return False
    if published is None:
        return True
    day = added.article.day
    return day is not None and published == day.value and dating.is_doubtful(added.article)


def _chosen(typed: str, options: tuple[DateFound, ...]) -> DateFound | None:
    number = int(typed) if typed.isdecimal() and len(typed) < 4 else 0
    return options[number - 1] if 1 <= number <= len(options) else None
