"""What was done here, step by step, so that any number of steps can be undone, restarts or not.

A text file of one JSON object a line, only ever added to, in the project's `.cache/`, which git
ignores. It holds an event's block before and after a step, a source's front matter likewise, and
which sources came and went. Nothing is decided by it: an undo puts what was before back only
where it still is what the step left, and whoever deletes the journal loses the undoing of past
steps, the sources that were taken out again, and nothing else.
"""

from __future__ import annotations

import dataclasses
import json
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from timeline.errors import ProjectError


@dataclass(frozen=True, slots=True)
class Change:
    """One event's block before a step and after it; None: it was not there before."""

    source: str
    id: str
    before: str | None
    after: str


@dataclass(frozen=True, slots=True)
class Facts:
    """A source's front matter before a step and after it; `file` is its name in the folder.

    `before` is None where the source had none.
    """

    source: str
    file: str
    before: str | None
    after: str


@dataclass(frozen=True, slots=True)
class Move:
    """A source that came in, or that was taken out: then `kept` is the folder its files lie in.

    For one that came in, what its original told of the day: each value with its basis, the best
    first; and the doubts, in sentences.
    """

    source: str
    file: str
    kept: str = ""
    days: tuple[tuple[str, str], ...] = ()
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its number from 1, what was done in a word or two, to which event.

    `each` says that the changes stand for themselves (many accepted at once): an undo takes back
    those that it can. `undoes` is the number of the step that this one took back, else 0.
    """

    number: int
    done: str
    title: str
    changes: tuple[Change, ...] = ()
    each: bool = False
    undoes: int = 0
    facts: tuple[Facts, ...] = ()
    moves: tuple[Move, ...] = ()

    @property
    def size(self) -> int:
        """How many things it changed."""
        return len(self.changes) + len(self.facts) + len(self.moves)


class Journal:
    """The steps of a project; `path` need not exist."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.Lock()
        self._steps: list[Step] = []
        self._read_to = 0

    def steps(self) -> Sequence[Step]:
        """All steps, oldest first; lines that a crash left half written don't count."""
        with self._lock:
            return tuple(self._refreshed())

    def step(self, number: int) -> Step | None:
        """The step of this number."""
        return next((step for step in reversed(self.steps()) if step.number == number), None)

    def last(self) -> Step | None:
        """The step that an undo would take back now."""
        steps = self.steps()
        undone = {step.undoes for step in steps}
        live = (step for step in reversed(steps) if not step.undoes and step.number not in undone)
        return next(live, None)

    def add(
        self,
        done: str,
        title: str,
        changes: Sequence[Change] = (),
        *,
        each: bool = False,
        undoes: int = 0,
        facts: Sequence[Facts] = (),
        moves: Sequence[Move] = (),
    ) -> Step:
        """Write a step down. Raises ProjectError where that can't be done."""
        with self._lock:
            steps = self._refreshed()
            number = steps[-1].number + 1 if steps else 1
            parts = tuple(changes), each, undoes, tuple(facts), tuple(moves)
            step = Step(number, done, title, *parts)
            text = json.dumps(dataclasses.asdict(step))
            try:
                self._append(text)
            except OSError as error:
                reason = (error.strerror or str(error)).lower()
                what = f"saved, but it can't be undone here: {reason}"
                hint = "free some space, or take the file back from git"
                raise ProjectError(what, where=self.path, hint=hint) from error
            return step

    def _append(self, text: str) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        ignore = self.path.parent / ".gitignore"
        if not ignore.exists():
            ignore.write_text("*\n", "utf-8")
        with self.path.open("ab+") as file:
            if file.tell():
                file.seek(-1, 2)
                if file.read(1) != b"\n":
                    text = f"\n{text}"  # a crash cut the line before
            file.write(f"{text}\n".encode())

    def _refreshed(self) -> list[Step]:
        """The steps, with what was added since the last look, by another process perhaps."""
        try:
            size = self.path.stat().st_size
            if size < self._read_to:
                self._steps, self._read_to = [], 0
            if size > self._read_to:
                with self.path.open("rb") as file:
                    file.seek(self._read_to)
                    data = file.read()
                whole = data[: data.rfind(b"\n") + 1]
                self._steps += _steps(whole)
                self._read_to += len(whole)
        except OSError:
            self._steps, self._read_to = [], 0
        return self._steps


def _steps(data: bytes) -> Iterator[Step]:
    for line in data.splitlines():
        try:
            found = json.loads(line)
            changes = tuple(Change(**change) for change in found.pop("changes"))
            facts = tuple(Facts(**one) for one in found.pop("facts", ()))
            moves = tuple(_move(one) for one in found.pop("moves", ()))
            yield Step(changes=changes, facts=facts, moves=moves, **found)
        except (ValueError, TypeError, KeyError, AttributeError):
            continue


def _move(found: dict[str, Any]) -> Move:
    days = tuple((value, basis) for value, basis in found.pop("days"))
    return Move(days=days, doubts=tuple(found.pop("doubts")), **found)
