"""The errors a user can meet. Each message says where, what is wrong, and what to try."""

from __future__ import annotations

from pathlib import Path


class TimelineError(Exception):
    """Base of all errors that the command line shows as one message, without a traceback."""

    def __init__(
        self, what: str, *, where: str | Path | None = None, line: int | None = None, hint: str = ""
    ) -> None:
        self.what, self.where, self.line, self.hint = what, where, line, hint
        super().__init__(self.__str__())

    def __str__(self) -> str:
        place = "" if self.where is None else f"{self.where}"
        if self.line is not None:
            place += f":{self.line}"
        text = f"{place}: {self.what}" if place else self.what
        return f"{text}\n  Try: {self.hint}" if self.hint else text


class SourceError(TimelineError):
    """A source can't be read, or its front matter is wrong."""


class EventFileError(TimelineError):
    """An event file can't be read whole. It is never overwritten."""


class WhenError(TimelineError, ValueError):
    """A text that isn't a date in EDTF."""


class ProjectError(TimelineError):
    """The project isn't laid out as expected, or a name is taken."""


class GitError(TimelineError):
    """The command git is missing, or can't tell what it was asked."""


class UsageError(TimelineError):
    """The command was called in a way that can't work (exit code 2)."""
