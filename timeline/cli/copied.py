"""Copies of sources that `timeline add` met: told, asked about, noted as "also at"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from timeline.cli.asking import Terminal
from timeline.console import err, inert, out, short

if TYPE_CHECKING:
    from timeline.intake.add import Added
    from timeline.intake.copied import Copy
    from timeline.model import Source

Choice = Literal["also-at", "own", "skip"]
HELP = (
    "What a copy of a source becomes: also-at = a line in that source, own = a source of its"
    " own, skip = nothing. Else you are asked; without a terminal it is skipped."
)


def note(added: Added) -> bool:
    """Write down in the source where else it stands; False where there is nothing to note."""
    from timeline.intake import also_at

    copy = added.copy
    return bool(copy and copy.place and also_at.record(copy.path, copy.place))


def tell(place: Path | str, added: Added, *, noted: bool) -> None:
    """One line: which source it is a copy of, and what became of it."""
    copy = added.copy
    if copy is None:
        return
    also = f"noted there: also at {copy.place.words}" if noted and copy.place else "not added"
    out.print(inert(f"{_shared(place, copy)}; {also}"))


def tell_all(copies: Sequence[tuple[Path | str, Added, bool]]) -> None:
    """A line for each, whether it was noted or not, and how to have it otherwise."""
    for place, added, noted in copies:
        tell(place, added, noted=noted)
    left = [added.copy for _, added, noted in copies if added.copy and not noted]
    if left:
        tell_choices(left)


def tell_choices(copies: Sequence[Copy]) -> None:
    """How to have it otherwise: with an option, the next time."""
    places = [copy.place for copy in copies if copy.place]
    if len(copies) == 1 and places:
        out.print(inert(f"  --copies also-at notes there that it is also at {places[0].words}"))
    elif places:
        out.print("  --copies also-at notes in each of those sources where else it stands")
    elif len(copies) == 1:
        out.print("  --url or --publisher says where it stands, so that it can be noted there")
    out.print(f"  --copies own makes {'it' if len(copies) == 1 else 'each'} a source of its own")


def settle(
    place: Path | str, added: Added, terminal: Terminal, write: Callable[[Added], Added]
) -> Added | None:
    """Ask what a copy shall become, and do it; the new source where it becomes one."""
    choice = _asked(place, added, terminal)
    if choice == "own":
        return write(added)
    if choice == "also-at" and added.copy and note(added):
        out.print(f"{inert(short(added.copy.path))}: noted")
    return None


def _asked(place: Path | str, added: Added, terminal: Terminal) -> Choice:
    copy = added.copy
    if copy is None or not terminal.asks:
        return "skip"
    err.print(inert(f"{_shared(place, copy)}, {_named(copy.source)}."))
    answers: dict[str, Choice] = {"s": "own", "": "skip"}
    if copy.place:
        answers["a"] = "also-at"
        err.print(inert(f"  a  note there that it is also at {copy.place.words}"))
    err.print("  s  make it a source of its own")
    letters = "a, s" if copy.place else "s"
    while (typed := terminal.line(f"{letters}, or Enter to leave it out:")) is not None:
        if typed.lower() in answers:
            return answers[typed.lower()]
    return "skip"


def _shared(place: Path | str, copy: Copy) -> str:
    """ "mail.html: 83% of it stands in sources/talks.md"; the other way where it is the longer."""
    own, name = place if isinstance(place, str) else short(place), short(copy.path)
    if copy.holds_it:
        return f"{own}: {copy.part} {name} stands in it"
    return f"{own}: {copy.part} it stands in {name}"


def _named(source: Source) -> str:
    return ", ".join(filter(None, (f"“{source.title}”", source.publisher, source.published)))
